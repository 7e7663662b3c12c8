"""Learn: the room's own page: the run, its lines, its clock."""
