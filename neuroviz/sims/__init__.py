"""What the rooms run: one idea a file, pure NumPy, no screen."""
