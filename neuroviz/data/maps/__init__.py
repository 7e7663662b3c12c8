"""Maps of many points in many dimensions: main directions (PCA), nearest points, and t-SNE."""

from __future__ import annotations

from neuroviz.data.maps.cloud import Cloud, gathered_up
from neuroviz.data.maps.nearest import Near, left_out, nearest_of_each, vote
from neuroviz.data.maps.pca import Pca, main_directions
from neuroviz.data.maps.tsne import Affinities, Tsne, affinities, kernel

__all__ = [
    "Affinities",
    "Cloud",
    "Near",
    "Pca",
    "Tsne",
    "affinities",
    "gathered_up",
    "kernel",
    "left_out",
    "main_directions",
    "nearest_of_each",
    "vote",
]
