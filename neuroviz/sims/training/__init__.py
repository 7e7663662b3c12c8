"""Training: nets that learn, line beside line, with all that is measured on the way."""
