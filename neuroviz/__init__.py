"""NeuroViz: the ideas behind ChatGPT, computed live and open to the touch."""

__version__ = "0.1.0"
