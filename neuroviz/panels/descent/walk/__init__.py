"""Walk: methods race downhill from one start."""
