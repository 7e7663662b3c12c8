"""What `run.py` does: the virtual environment, its packages, the system libraries, the commands."""
