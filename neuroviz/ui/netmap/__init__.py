"""Parts of NetMap, the zoomable picture of a whole net."""
