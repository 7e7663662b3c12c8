"""What Learn says: the live sentence, the explanation, and what was done when."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.data.task import Task
from neuroviz.panels.training.learn.figures import number, part
from neuroviz.sims.training.frames import TrainingFrame
from neuroviz.sims.training.report import Report
from neuroviz.sims.training.sim import MOST_COURSES
from neuroviz.sims.training.stops import Stopped
from neuroviz.sims.training.testing import TestedFrame
from neuroviz.ui.explanation import ExplanationText

translate = QCoreApplication.translate


def full() -> str:
    """Why no further line begins."""
    text = translate(
        "LearnWords", "{n} lines are the most that run together. End one of them to branch off again."
    )
    return text.format(n=MOST_COURSES)


def sentence(frame: TrainingFrame | None, task: Task | None, why: str, *, playing: bool = False) -> str:
    """What is being seen. why: there is no task; playing: past a stop, too, the net goes on."""
    if why:
        return why
    if frame is None or task is None:
        return translate("LearnWords", "Getting the examples …")
    report = frame.focused.report
    if report is None:
        return translate("LearnWords", "Measuring for the first time …")
    if frame.stopped is not None and not playing:
        lost = frame.stopped.reason == "not_finite"  # what was measured last is of a net that was sound
        return why_stopped(frame.stopped) + ("" if lost else f" {_begun(_scores(report, task))}")
    if frame.step == 0:
        text = translate("LearnWords", "Nothing is learned yet: {scores} Press play.")
        return text.format(scores=_scores(report, task))
    text = translate("LearnWords", "Step {step}, epoch {epoch}: {scores}")
    shown = text.format(
        step=f"{frame.step:,}", epoch=f"{frame.focused.epochs:.1f}", scores=_scores(report, task)
    )
    if len(frame.courses) > 1:
        more = translate("LearnWords", "{n} lines run together.")
        shown = f"{shown} {more.format(n=len(frame.courses))}"
    return shown


def _begun(text: str) -> str:
    """With a capital: it begins a sentence."""
    return text[:1].upper() + text[1:]


def _scores(report: Report, task: Task) -> str:
    if task.kind == "values":
        text = translate(
            "LearnWords",
            "the net explains {train} of the variance of what it learns from and {valid} of the rest; "
            "losses {a} and {b}.",
        )
    else:
        text = translate(
            "LearnWords",
            "{train} of the training and {valid} of the validation examples are right; losses {a} and {b}.",
        )
    return text.format(
        train=part(report.train_score), valid=part(report.valid_score),
        a=number(report.train_loss), b=number(report.valid_loss),
    )  # fmt: skip


def test(found: TestedFrame | None, task: Task | None) -> str:
    """What the test examples say of the net at rest."""
    if found is None:
        return translate("LearnWords", "Test examples are asked when the run rests.")
    if task is not None and task.kind == "values":
        text = translate("LearnWords", "Test: R² {score} on {n} examples")
        return text.format(score=number(found.score), n=f"{found.n:,}")
    text = translate("LearnWords", "Test: {share} of {n}")
    return text.format(share=part(found.score), n=f"{found.n:,}")


def name_to_keep(step: int) -> str:
    """What a net of the visitor's own is called at first."""
    return translate("LearnPanel", "Trained {step}").format(step=f"{step:,}")


def kept(name: str) -> str:
    """Where it is now."""
    return translate("LearnPanel", "Kept as {name}; it is among your nets in every room.").format(name=name)


def why_stopped(stopped: Stopped) -> str:
    """Why the run has paused by itself."""
    texts = {
        "target": translate("LearnWords", "Paused at step {step}: the target is reached, {share} are right."),
        "plateau": translate(
            "LearnWords", "Paused at step {step}: the loss has not fallen for long, it is {value}."
        ),
        "overfitting": translate(
            "LearnWords",
            "Paused at step {step}: the validation loss has risen to {value} while the training loss falls.",
        ),
        "not_finite": translate("LearnWords", "Paused at step {step}: the loss is no longer a number."),
        "gradient": translate("LearnWords", "Paused at step {step}: the gradient has grown to {value}."),
    }
    return texts[stopped.reason].format(
        step=f"{stopped.step:,}", value=number(stopped.value), share=part(stopped.value)
    )


def explanation() -> ExplanationText:
    """The idea, what to try, what to notice."""
    return ExplanationText(
        translate(
            "LearnWords",
            "A net learns from examples, not from rules. Again and again a few of them, a batch, go through "
            "it; the loss says how far off its answers are; each weight is moved a little to the side where "
            "the loss is smaller. Some examples are kept apart to see whether it has understood or only "
            "memorised.",
        ),
        (
            (translate("LearnWords", "Watch two spirals come apart"), "spirals"),
            (translate("LearnWords", "Turn the rate up a hundred times, as a branch"), "branch"),
            (translate("LearnWords", "Teach a net to read digits, then draw on it"), "digits"),
        ),
        translate(
            "LearnWords",
            "Both losses fall at first; where the validation loss turns upwards, the net begins to learn its "
            "examples by heart. Drag the timeline back: every moment can be seen again, and gone on from.",
        ),
    )
