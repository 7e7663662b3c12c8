"""The numbers of a line of learning, by name, for saving."""

from __future__ import annotations

import numpy as np

from neuroviz.sims.training.frames import CourseFrame

_REPORTED = ("step", "epochs", "train_loss", "train_score", "valid_loss", "valid_score", "norm", "rate")


def numbers(course: CourseFrame) -> dict[str, np.ndarray]:
    """Its curve, its reports, and its parameters at the moment."""
    found = {"step": course.curve.step, "loss": course.curve.mean, "theta": course.net.theta}
    for name in _REPORTED:
        found[f"report_{name}"] = np.array([getattr(one, name) for one in course.reports])
    return found
