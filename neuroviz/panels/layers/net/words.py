"""What the page says: the live sentence, and the sheet that explains it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.sims.layers import LayersFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import percent

translate = QCoreApplication.translate


def sentence(frame: LayersFrame | None, name: str) -> str:
    """What is being seen."""
    if frame is None or frame.trace is None:
        text = translate("LayersNetWords", "{net} is at rest: draw something, and its {n} layers answer.")
        return text.format(net=name, n=0 if frame is None else len(frame.subject.net.layers))
    p = frame.probabilities
    if p is None:
        text = translate("LayersNetWords", "{net} answers with {n} numbers that are no probabilities.")
        return text.format(net=name, n=len(frame.trace.output[0].ravel()))
    active = sum(int((a[0] > 0).sum()) for a in frame.trace.activations)
    text = translate("LayersNetWords", "{net} says {best} ({p}); {k} of its values are above zero.")
    return text.format(net=name, best=int(p.argmax()), p=percent(float(p.max())), k=f"{active:,}")


def explanation() -> ExplanationText:
    """The idea of the page."""
    return ExplanationText(
        idea=translate(
            "LayersNetWords",
            "A net is layers of units. Each adds up what comes in, times its weights, and passes it on.",
        ),
        tries=((translate("LayersNetWords", "Look at a net of three units"), "small"),),
        notice=translate("LayersNetWords", "Few of the many connections carry the answer."),
    )
