"""Qt building blocks that the rooms share."""
