"""Net: the first page of Layers: the whole net in one picture."""
