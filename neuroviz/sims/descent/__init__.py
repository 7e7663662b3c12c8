"""Descent: what goes downhill on a surface, step by step."""
