"""Photos of handwriting: from a picture of paper to digits fit for a net, step by step. Pure NumPy."""
