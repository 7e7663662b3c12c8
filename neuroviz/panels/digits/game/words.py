"""The sentences of the game."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from neuroviz.panels.digits.game import kinds
from neuroviz.panels.digits.game.sitting import Sitting
from neuroviz.sims.agreement import UNREAD, Summary
from neuroviz.sims.game import GameFrame, GameSpec
from neuroviz.sims.players import PlayersFrame
from neuroviz.ui.explanation import ExplanationText
from neuroviz.ui.numbers import counted_share, percent


def game(sitting: Sitting, reveal: bool) -> str:
    """Where a game stands, or what came of it."""
    frame, state = sitting.frame, sitting.state
    if frame is None or state == "ready":
        return ready(sitting.spec)
    if state == "over":
        return outcome(frame, sitting.stand_in)
    if state == "asking":
        return asking(frame)
    return round_text(frame, sitting.viewed) if sitting.open(reveal) else hidden(frame, sitting.viewed)


def ready(spec: GameSpec) -> str:
    """Before a game."""
    text = QCoreApplication.translate(
        "GameWords",
        "{n} pictures, from {low} to {high}. You say what you see, and so does the net.",
    )
    low, high = spec.range
    return text.format(n=spec.rounds, low=kinds.level(spec.kind, low), high=kinds.level(spec.kind, high))


def asking(frame: GameFrame) -> str:
    """While an answer is wanted."""
    text = QCoreApplication.translate(
        "GameWords", "Picture {k} of {n}: what do you see? Press 0–9, or Space if you cannot tell."
    )
    return text.format(k=frame.step + 1, n=frame.spec.rounds)


def hidden(frame: GameFrame, i: int) -> str:
    """A past picture while the net's answers are kept back."""
    if frame.said[i] == UNREAD:
        text = QCoreApplication.translate(
            "GameWords", "Picture {k} of {n}: you could not tell. The net's answer comes at the end."
        )
    else:
        text = QCoreApplication.translate(
            "GameWords", "Picture {k} of {n}: you said {said}. The net's answer comes at the end."
        )
    return text.format(k=i + 1, n=frame.spec.rounds, said=int(frame.said[i]))


def round_text(frame: GameFrame, i: int) -> str:
    """A past picture with all that is known of it."""
    assert frame.rounds is not None
    if frame.said[i] == UNREAD:
        text = QCoreApplication.translate(
            "GameWords",
            "Picture {k}, {level}: you could not tell; the net said {net} ({p}). It is a {label}.",
        )
    else:
        text = QCoreApplication.translate(
            "GameWords", "Picture {k}, {level}: you said {said}, the net {net} ({p}). It is a {label}."
        )
    return text.format(
        k=i + 1, level=kinds.level(frame.spec.kind, float(frame.rounds.levels[i])), said=int(frame.said[i]),
        net=int(frame.net_said[i]), p=percent(float(frame.certainty[i])), label=int(frame.rounds.labels[i]),
    )  # fmt: skip


def outcome(frame: GameFrame, stand_in: str) -> str:
    """What came of a game. stand_in: the name of the net that played in a person's place, "" for a person."""
    found = frame.summary
    assert found is not None
    parts = [_pair(found, stand_in), _clear(found, frame.spec.kind), _unread(found, stand_in)]
    return " ".join(part for part in parts if part).replace("。 ", "。")


def _pair(found: Summary, stand_in: str) -> str:
    if stand_in:
        text = QCoreApplication.translate(
            "GameWords", "In your place, {name} agrees with the net on {k} of {n}."
        )
    else:
        text = QCoreApplication.translate("GameWords", "You agree with the net on {k} of {n}.")
    return text.format(name=stand_in, k=found.pair.whole.k, n=found.pair.whole.n)


def _clear(found: Summary, kind: str) -> str:
    if found.clear is None:
        return ""
    text = QCoreApplication.translate("GameWords", "Up to {level} both are right.")
    return text.format(level=kinds.level(kind, found.clear))


def _unread(found: Summary, stand_in: str) -> str:
    if not found.unread:
        return ""
    if stand_in:
        text = QCoreApplication.translate("GameWords", "Of {n} it could not read, the net got {k}, {p} sure.")
    else:
        text = QCoreApplication.translate(
            "GameWords", "Of the {n} you could not read, it got {k} right, {p} sure."
        )
    return text.format(n=found.unread, k=found.unread_right, p=percent(found.unread_certainty))


def everyone(frame: PlayersFrame, kind: str) -> str:
    """What the players of this machine came to together."""
    if not frame.players:
        text = QCoreApplication.translate(
            "GameWords", "0 games of this kind are kept so far: {kind}. Type a name, then play one."
        )
        return text.format(kind=kinds.name(kind))
    games = sum(one.games for one in frame.players)
    if frame.whole is None:
        text = QCoreApplication.translate("GameWords", "{k} of {n} players counted …")
        return text.format(k=frame.step, n=len(frame.players))
    text = QCoreApplication.translate(
        "GameWords",
        "Players: {players}, games: {games}. Agreeing with the label: {you}, the net: {pair}.",
    )
    whole = frame.whole
    return text.format(
        players=len(frame.players), games=games,
        you=counted_share(whole.you.whole.k, whole.you.whole.n),
        pair=counted_share(whole.pair.whole.k, whole.pair.whole.n),
    )  # fmt: skip


def beside(found: Summary, kind: str, stand_in: str) -> str:
    """What stands beside the curves: where each is right half of the time, shared slips, and kappa."""
    parts = []
    halves = [line.curve.half_way if line.curve else None for line in (found.you, found.net)]
    if halves[0] is not None and halves[1] is not None:
        you = stand_in or QCoreApplication.translate("GameChart", "you")
        text = QCoreApplication.translate("GameWords", "right half of the time at {x} ({you}) and {y} (net)")
        x, y = (kinds.number(kind, half) for half in halves if half is not None)
        parts.append(text.format(x=x, y=y, you=you))
    text = QCoreApplication.translate("GameWords", "same wrong answer: {k}")
    parts.append(text.format(k=found.same_slip))
    if found.kappa == found.kappa:
        text = QCoreApplication.translate("GameWords", "beyond chance: κ = {k}")
        parts.append(text.format(k=kinds.signed(found.kappa, 2)))
    return "  ·  ".join(parts)


def kappa_tip() -> str:
    """What the number means."""
    return QCoreApplication.translate(
        "GameWords",
        "Cohen's kappa, for you and the net: 1 is always the same answer, 0 is as often as two who answer "
        "without looking, each with their own habits. “Can't tell” counts as an answer of its own.",
    )


def explanation() -> ExplanationText:
    """The sheet of the page."""
    idea = QCoreApplication.translate(
        "GameWords",
        "Nobody has a theory of what people see in a blurred picture. So how can one say that a net is a "
        "good model of it? Not by the label alone: a blurred 3 has one even when nobody can read it. "
        "A good model is one that agrees with people: it names what they name, and stops where they stop.",
    )
    tries = (
        (
            QCoreApplication.translate(
                "GameWords", "Twenty blurred digits: where do you stop, where does the net?"
            ),
            "blur",
        ),
        (
            QCoreApplication.translate(
                "GameWords", "Noise: you look through it with ease; the net never learnt to"
            ),
            "seen",
        ),
        (
            QCoreApplication.translate(
                "GameWords", "Nothing left but static: the net names a digit all the same"
            ),
            "certain",
        ),
    )
    notice = QCoreApplication.translate(
        "GameWords",
        "The bars are 95 % intervals: twenty pictures leave much open, a whole class leaves less. Look where "
        "the curve “net and label” leaves “you and label”, and whether “you and net” falls before both: then "
        "you err in different ways. Straight lines stand where there are too few answers for a curve.",
    )
    return ExplanationText(idea, tries, notice)


def preset_texts() -> tuple[tuple[str, str], ...]:
    """Title and reason of each, in order."""
    return (
        (
            QCoreApplication.translate("GameWords", "Blurred digits"),
            QCoreApplication.translate("GameWords", "Where do you stop seeing it, where does the net?"),
        ),
        (
            QCoreApplication.translate("GameWords", "Something in front"),
            QCoreApplication.translate("GameWords", "You guess what is hidden: does the net guess alike?"),
        ),
        (
            QCoreApplication.translate("GameWords", "Turned digits"),
            QCoreApplication.translate("GameWords", "You turn them back in your head; the net cannot"),
        ),
        (
            QCoreApplication.translate("GameWords", "You see it, the net does not"),
            QCoreApplication.translate(
                "GameWords", "Noise it never met in its training: a failure that people do not share"
            ),
        ),
        (
            QCoreApplication.translate("GameWords", "It is certain, you see nothing"),
            QCoreApplication.translate(
                "GameWords", "Static beyond reading: it answers all the same, and often with certainty"
            ),
        ),
    )
