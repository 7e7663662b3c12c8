"""Training: a net learns before one's eyes; time goes both ways."""
