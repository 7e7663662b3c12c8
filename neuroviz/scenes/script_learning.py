"""The part of a training script that is a step of learning: the loss, the gradient, the update."""

from __future__ import annotations

from collections.abc import Iterator

from neuroviz.nn.inference import PICTURES_AT_ONCE
from neuroviz.scenes.script_functions import title
from neuroviz.scenes.script_traits import Traits, way

Lines = Iterator[str]
_MOMENTS = {"sgd": "m", "rmsprop": "v", "adagrad": "v", "adam": "mv", "adamw": "mv"}
_NUMBERS = {"sgd": ['"scale": 1.0'], "adam": ['"t": 0.0'], "adamw": ['"t": 0.0']}
_SCHEDULES = {"step": "steps"}


def learning(traits: Traits, kind: str) -> Lines:
    """The lines up to the end of `learn`. kind: of the task."""
    yield from (title("learning"), "")
    yield from _states(traits)
    yield from ("", "", "def learn(x, y, rate):", '    """One step on one batch; the loss before it."""')
    if traits.folds:
        yield "    # The gradient is multiplied by the rate where that costs least: at the last layer."
        other = ' if "scale" in state else 1.0' * (len(traits.optimisers) > 1)
        yield f'    fold = {"(" * bool(other)}rate or state["scale"]{")" * bool(other)}{other}'
    yield from _gradient(traits, "cross_entropy" if kind == "classes" else "squared_error")
    if any(traits.ever["clip"]):
        yield f"    norm = math.sqrt(float(np.dot(grad, grad))){' / fold' * traits.folds}"
        yield '    if knobs["clip"] and norm > knobs["clip"]:'
        yield '        grad[...] *= knobs["clip"] / norm'
    if traits.slowed:
        yield "    before = theta.copy()"
    update = 'updates[knobs["optimiser"]]' if _several(traits) else way(traits.optimisers[0])
    plan = traits.plan
    learned = "theta" if plan.n_trainable == plan.n_values else f"theta[:{plan.n_trainable}]"
    yield f"    {update}({learned}, grad, state, knobs, rate)"
    if traits.slowed:
        yield from _slowing(traits)
    yield from ("    return loss", "", "")


def schedule(traits: Traits) -> Lines:
    """The schedules that the rate follows."""
    if traits.scheduled:
        names = sorted(set(traits.ever["schedule"]))
        pairs = ", ".join(f'"{one}": {_SCHEDULES.get(one, one)}' for one in names)
        yield from (f"schedules = {{{pairs}}}", "since = 0  # the step the schedule began at")


def _several(traits: Traits) -> bool:
    return len(set(traits.ever["optimiser"])) > 1


def _states(traits: Traits) -> Lines:
    """What an optimiser carries from step to step."""
    if _several(traits):
        pairs = ", ".join(f'"{name}": {way(name)}' for name in sorted(set(traits.ever["optimiser"])))
        yield f"updates = {{{pairs}}}"
    if len(traits.optimisers) == 1:
        only = traits.optimisers[0]
        parts = [f'"{name}": np.zeros_like(grad)' for name in _MOMENTS[only]] + _NUMBERS.get(only, [])
        yield f"state = {{{', '.join(parts)}}}  # what is carried from step to step"
        return
    yield from ("", "", "def fresh(optimiser):", '    """What an optimiser begins with."""')
    yield '    state = {"m": np.zeros_like(grad), "v": np.zeros_like(grad), "t": 0.0}'
    if traits.folds:
        yield '    return {**state, "scale": 1.0} if updates[optimiser] is sgd else state'
    else:
        yield "    return state"
    yield from ("", "", 'state = fresh(knobs["optimiser"])')


def _gradient(traits: Traits, loss: str) -> Lines:
    """Fills grad."""
    fold = "fold" if traits.folds else "1.0"
    inner = "np.moveaxis({}, 0, -1).copy()" if len(traits.plan.input_shape) > 1 else "{}"
    if not traits.in_pieces:
        yield f"    a = forward({inner.format('x')})"
        yield from (f"    loss, d = {loss}(a[-1], y, 1 / len(x), {fold})", "    backward(a, d)")
        return
    yield "    loss, total = 0.0, np.zeros_like(grad)"
    yield f"    for start in range(0, len(x), {PICTURES_AT_ONCE}):  # more would not stay in the cache"
    yield f"        part = slice(start, start + {PICTURES_AT_ONCE})"
    yield f"        a = forward({inner.format('x[part]')})  # pictures with the batch last"
    yield f"        some, d = {loss}(a[-1], y[part], 1 / len(x), {fold})"
    yield from ("        backward(a, d)", "        loss += some", "        total += grad")
    yield "    grad[...] = total"


def _slowing(traits: Traits) -> Lines:
    """The factors on the layers' rates."""
    parts = {
        i: [segment for segment in own.values() if segment.parameter.trainable]
        for i, own in enumerate(traits.plan.segments)
    }
    found = ", ".join(
        f"({i}, slice({some[0].start}, {some[-1].start + some[-1].parameter.size}))"
        for i, some in parts.items() if some
    )  # fmt: skip
    yield f"    for layer, part in [{found}]:"
    yield "        if layer_rates[layer] != 1:"
    yield "            change = theta[part] - before[part]"
    yield "            theta[part] = change * np.float32(layer_rates[layer]) + before[part]"
