"""Scripts for those who build NeuroViz; nothing here is in the wheel."""
