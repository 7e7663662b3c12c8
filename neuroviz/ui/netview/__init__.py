"""The parts of NetView: what is shown, where, how it is coloured, and what can be said about it."""
