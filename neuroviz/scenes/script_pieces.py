"""What a training script takes along: functions with the arithmetic of `nn`, bit for bit.

They are written to be read on paper: their text is copied, without types; a line that ends in "# only: word"
if the run has to do with that. Pictures lie as (C, H, W, N), the batch last.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from neuroviz.nn.arrays import Array

State = dict[str, Any]
Loss = tuple[float, Array]
Arrays = tuple[Array, Array, Array]

# -- products ----------------------------------------------------------------------------------------


def pieces(length: int, rest: int, fewest: int = 1) -> int:
    """Into how many equal parts NeuroViz cuts a product: where it rounds follows from that."""
    for n in range(1, length // fewest + 1):
        if length % n == 0 and length // n * rest <= 1_000_000:
            return n
    return 1


def product(a: Array, b: Array, out: Array, cuts: int) -> Array:
    """out = a @ b, so many columns at a time."""
    width = b.shape[1] // cuts
    for start in range(0, b.shape[1], width):
        part = slice(start, start + width)
        np.matmul(a, b[:, part], out=out[:, part])
    return out


def dense(x: Array, w: Array, b: Array) -> Array:
    """x w + b, (n, n_in) to (n, n_out)."""
    y = np.empty((len(x), len(b)), np.float32)
    return product(x, w, y, pieces(w.shape[1], x.size, 32)) + b


def dense_weights_back(d: Array, x: Array) -> tuple[Array, Array]:
    """The gradients of w and b: what came in times what should change, summed over the batch."""
    dw = np.empty((x.shape[1], d.shape[1]), np.float32)
    rows = len(dw) // pieces(len(dw), d.size, 96)
    for start in range(0, len(dw), rows):
        part = slice(start, start + rows)
        np.matmul(x[:, part].T, d, out=dw[part])
    return dw, np.dot(np.ones(len(d), np.float32), d)


def dense_input_back(d: Array, x: Array, w: Array) -> Array:
    """The gradient of x, in the order of memory that x has."""
    return product(d, w.T.copy(), np.empty_like(x), pieces(len(w), d.size, 32))


# -- pictures ----------------------------------------------------------------------------------------


def columns(x: Array, k: int, stride: int, padding: int) -> Array:
    """Every k × k window as a column; under all of them a row of ones, for the bias."""
    x = np.pad(x, ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    places = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(1, 2))
    places = places[:, ::stride, ::stride].transpose(0, 4, 5, 1, 2, 3)  # (C, k, k, H', W', N)
    flat = places.reshape(x.shape[0] * k * k, -1)
    return np.vstack((flat, np.ones((1, flat.shape[1]), np.float32)))


def conv(x: Array, w: Array, b: Array, stride: int, padding: int) -> Array:
    """The same window of weights at every place: one product of the weights with all columns."""
    n_out, k = len(w), w.shape[2]
    cols = columns(x, k, stride, padding)
    wb = np.hstack((w.reshape(n_out, -1), b[:, None]))
    cuts = pieces(cols.shape[1], wb.size) if n_out <= 32 else 1
    y = product(wb, cols, np.empty((n_out, cols.shape[1]), np.float32), cuts)
    rows, wide = ((side + 2 * padding - k) // stride + 1 for side in x.shape[1:3])
    return y.reshape(n_out, rows, wide, x.shape[3])


def conv_weights_back(d: Array, x: Array, w: Array, stride: int, padding: int) -> tuple[Array, Array]:
    """The gradients of w and b: what came in times what should change, summed over all places."""
    n_out = len(w)
    cols = columns(x, w.shape[2], stride, padding)
    d = d.reshape(n_out, -1)
    cuts = pieces(cols.shape[1], n_out * len(cols)) if n_out <= 32 else 1
    in_cuts = cols.reshape(len(cols), cuts, -1).transpose(1, 0, 2)
    d_cuts = d.reshape(n_out, cuts, -1).transpose(1, 2, 0)
    dwb = np.matmul(in_cuts, d_cuts).sum(axis=0)
    return dwb[:-1].T.reshape(w.shape), dwb[-1]


def conv_input_back(d: Array, x: Array, w: Array, stride: int, padding: int) -> Array:
    """The gradient of the pictures: every window's share added where the window lay."""
    n_out, channels, k, _ = w.shape
    _, rows, wide, n = d.shape
    d = d.reshape(n_out, -1)
    cuts = pieces(d.shape[1], n_out * (channels * k * k + 1)) if n_out <= 32 else 1
    out = np.empty((channels * k * k, d.shape[1]), np.float32)
    shares = product(w.reshape(n_out, -1).T, d, out, cuts).reshape(channels, k, k, rows, wide, n)
    high, broad = x.shape[1] + 2 * padding, x.shape[2] + 2 * padding
    strips = np.zeros((channels, k, high, wide, n), np.float32)
    for i in range(k):
        strips[:, :, i : i + stride * (rows - 1) + 1 : stride] += shares[:, i]
    dx = np.zeros((channels, high, broad, n), np.float32)
    for j in range(k):
        dx[:, :, j : j + stride * (wide - 1) + 1 : stride] += strips[:, j]
    return dx[:, padding : high - padding, padding : broad - padding].copy()


def max_pool(x: Array, size: int) -> Array:
    """The largest of every size × size block."""
    c, high, wide, n = x.shape
    rows, columns = high // size, wide // size
    x = x[:, : rows * size, : columns * size]
    low = x.reshape(c, rows, size, columns * size, n).max(axis=2)
    return low.reshape(c, rows, columns, size, n).max(axis=3)  # type: ignore[no-any-return]


def max_pool_back(d: Array, x: Array, size: int) -> Array:
    """The gradient goes to the first of the largest."""
    c, rows, columns, n = d.shape
    whole = x[:, : rows * size, : columns * size]
    low = whole.reshape(c, rows, size, columns * size, n).max(axis=2)
    y = low.reshape(c, rows, columns, size, n).max(axis=3)
    dlow, dx = np.zeros_like(low), np.zeros_like(x)
    for j in range(size):
        lost = np.signbit(low[:, :, j::size] - y) if j < size - 1 else np.zeros(y.shape, bool)
        dlow[:, :, j::size] = np.where(lost, np.float32(0), d)
        d = np.where(lost, d, np.float32(0))
    for i in range(size):
        lost = np.signbit(whole[:, i::size] - low) if i < size - 1 else np.zeros(low.shape, bool)
        dx[:, i : rows * size : size, : columns * size] = np.where(lost, np.float32(0), dlow)
        dlow = np.where(lost, dlow, np.float32(0))
    return dx


def avg_pool(x: Array, size: int) -> Array:
    """The mean of every size × size block."""
    rows, columns = x.shape[1] // size * size, x.shape[2] // size * size
    blocks = [x[:, i:rows:size, j:columns:size] for i in range(size) for j in range(size)]
    y = blocks[0] + blocks[1]
    for block in blocks[2:]:
        y += block
    return y * (1 / size**2)


def avg_pool_back(d: Array, x: Array, size: int) -> Array:
    """The same share of the gradient for each."""
    dx = np.zeros_like(x)
    wide = np.repeat(np.repeat(d * (1 / size**2), size, axis=1), size, axis=2)
    dx[:, : wide.shape[1], : wide.shape[2]] = wide
    return dx


# -- other layers ------------------------------------------------------------------------------------


def gelu(x: Array) -> Array:
    """x times the chance that a normal variable lies below it, nearly."""
    s = math.sqrt(2 / math.pi)
    return (np.tanh((x * x * (0.044715 * s) + s) * x) + 1) * x * 0.5


def gelu_back(d: Array, x: Array) -> Array:
    """d times the slope of gelu at x."""
    s = math.sqrt(2 / math.pi)
    square = x * x
    t = np.tanh((square * (0.044715 * s) + s) * x)
    inner = (square * (3 * 0.044715 * s) + s) * x
    return d * (((1 - t * t) * inner + t + 1) * 0.5)


def softmax(x: Array) -> Array:
    """Scores turned into shares."""
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]


def softmax_back(d: Array, y: Array) -> Array:
    """Where one share grows the others must fall."""
    return (d - (d * y).sum(axis=1, keepdims=True)) * y  # type: ignore[no-any-return]


def dropout(x: Array, rate: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """Some values silenced by chance, the others raised to make up for it; and the factors."""
    mask = (rng.random(x.shape, np.float32) >= rate) * np.float32(1 / (1 - rate))
    return masked(x, mask), mask


def masked(x: Array, mask: Array) -> Array:
    """x times the mask, in the order of memory that x has."""
    return np.multiply(x, mask, out=np.empty_like(x))


def normalised(x: Array, over: tuple[int, ...]) -> tuple[Array, Array, Array, Array]:
    """x brought to mean 0 and variance 1 over some axes; mean, variance, and the factor."""
    mean = x.mean(axis=over, keepdims=True)
    y = x - mean
    variance = (y * y).mean(axis=over, keepdims=True)
    scale = 1 / np.sqrt(variance + 1e-5)
    return y * scale, mean, variance, scale


def normalised_back(d: Array, y: Array, scale: Array, over: tuple[int, ...]) -> Array:
    """The mean and the variance depend on x too."""
    m1 = d.mean(axis=over, keepdims=True)
    m2 = (d * y).mean(axis=over, keepdims=True)
    return ((d - m1) - y * m2) * scale  # type: ignore[no-any-return]


def batch_norm(x: Array, gain: Array, shift: Array, mean: Array, variance: Array) -> Array:
    """Each channel brought to mean 0 and variance 1; a tenth of both is remembered."""
    over, beside, count = channels_of(x)
    y, m, v, _ = normalised(x, over)
    mean *= 1 - 0.1
    mean += m.reshape(-1) * 0.1
    variance *= 1 - 0.1
    variance += v.reshape(-1) * (0.1 * count / (count - 1))
    return y * gain.reshape(beside) + shift.reshape(beside)


def batch_norm_back(d: Array, x: Array, gain: Array) -> Arrays:
    """The gradients of gain, shift and x."""
    over, beside, _ = channels_of(x)
    y, _, _, scale = normalised(x, over)
    dx = normalised_back(d * gain.reshape(beside), y, scale, over)
    return (d * y).sum(axis=over), d.sum(axis=over), dx


def channels_of(x: Array) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """The axes beside the channels, a shape to meet them, and how many values a channel has."""
    axis = 1 if x.ndim == 2 else 0
    over = tuple(i for i in range(x.ndim) if i != axis)
    return over, tuple(-1 if i == axis else 1 for i in range(x.ndim)), x.size // x.shape[axis]


def layer_norm(x: Array, gain: Array, shift: Array) -> Array:
    """Each example brought to mean 0 and variance 1."""
    y = normalised(x, (1,) if x.ndim == 2 else tuple(range(x.ndim - 1)))[0]
    return y * gain + shift if x.ndim == 2 else y * gain[..., None] + shift[..., None]


def layer_norm_back(d: Array, x: Array, gain: Array) -> Arrays:
    """The gradients of gain, shift and x."""
    over, batch = ((1,), 0) if x.ndim == 2 else (tuple(range(x.ndim - 1)), x.ndim - 1)
    y, _, _, scale = normalised(x, over)
    dx = normalised_back(d * (gain if x.ndim == 2 else gain[..., None]), y, scale, over)
    return (d * y).sum(axis=batch), d.sum(axis=batch), dx


def gate(x: Array, factor: Array, held: Array) -> Array:
    """Each unit or map times its factor, plus what it is held at."""
    beside = channels_of(x)[1]
    y = x * factor.reshape(beside)
    np.copyto(y, 0, where=factor.reshape(beside) == 0)
    return y + held.reshape(beside)


def gate_back(d: Array, factor: Array) -> Array:
    """d times the factor."""
    return d * factor.reshape(channels_of(d)[1])


# -- losses ------------------------------------------------------------------------------------------


def cross_entropy(logits: Array, y: Array, share: float, fold: float) -> Loss:
    """The surprise at the true classes y, in nats, times share; the gradient times fold."""
    rows = np.arange(len(y))
    z = logits.T.copy()  # (classes, examples)
    z -= z.max(axis=0)
    p = np.exp(z)
    total = p.sum(axis=0)
    loss = np.log(total) - z[y, rows]
    p *= share * fold / total  # softmax
    p[y, rows] -= share * fold  # less 1 for the true class
    return float(loss.sum()) * share, p.T.copy()


def squared_error(out: Array, y: Array, share: float, fold: float) -> Loss:
    """The squared distance from y, times share; the gradient times fold."""
    share /= y.shape[1]
    d = out - y
    return float((d * d).sum()) * share, d * (2 * share * fold)


# -- optimisers --------------------------------------------------------------------------------------


def sgd(theta: Array, grad: Array, state: State, knobs: State, rate: float) -> None:
    """Downhill. The gradient, and with it m, comes already multiplied by the rate (scale)."""
    scale = rate or state["scale"]
    if knobs["decay"]:  # only: decay
        grad += theta * (knobs["decay"] * scale)  # only: decay
    change = grad
    if knobs["momentum"]:  # only: momentum
        state["m"] *= knobs["momentum"] * scale / state["scale"]  # only: momentum
        state["m"] += grad  # only: momentum
        change = state["m"]  # only: momentum
        if knobs["optimiser"] == "nesterov":  # only: nesterov
            change = state["m"] * knobs["momentum"] + grad  # only: nesterov
    state["scale"] = scale
    if rate:
        theta -= change


def rmsprop(theta: Array, grad: Array, state: State, knobs: State, rate: float) -> None:
    """Each weight's step is divided by the running size of its gradient."""
    if knobs["decay"]:  # only: decay
        grad += theta * knobs["decay"]  # only: decay
    state["v"] *= 0.99
    state["v"] += grad * grad * (1 - 0.99)
    theta -= grad / (np.sqrt(state["v"]) + 1e-8) * rate


def adagrad(theta: Array, grad: Array, state: State, knobs: State, rate: float) -> None:
    """Each weight's step is divided by the size of all its gradients so far."""
    if knobs["decay"]:  # only: decay
        grad += theta * knobs["decay"]  # only: decay
    state["v"] += grad * grad
    theta -= grad / (np.sqrt(state["v"]) + 1e-10) * rate


def adam(theta: Array, grad: Array, state: State, knobs: State, rate: float) -> None:
    """Momentum divided by the running size of the gradient; m and v lack their factors."""
    state["t"] += 1
    size = math.sqrt((1 - 0.999) / (1 - 0.999 ** state["t"]))
    pace = rate * (1 - 0.9) / (1 - 0.9 ** state["t"]) / size
    if knobs["decay"]:  # only: decay
        grad += theta * knobs["decay"]  # only: decay
    state["m"] *= 0.9
    state["m"] += grad
    state["v"] *= 0.999
    state["v"] += grad * grad
    theta -= state["m"] / (np.sqrt(state["v"]) + 1e-8 / size) * pace


def adamw(theta: Array, grad: Array, state: State, knobs: State, rate: float) -> None:
    """Adam, but for the decay: that shrinks the weights themselves."""
    if knobs["decay"]:  # only: decay
        theta *= 1 - rate * knobs["decay"]  # only: decay
    adam(theta, grad, state, {**knobs, "decay": 0.0}, rate)


# -- schedules ---------------------------------------------------------------------------------------


def constant(step: int, horizon: int) -> float:  # noqa: ARG001
    """The rate stays as it is."""
    return 1.0


def steps(step: int, horizon: int) -> float:
    """A tenth of it after every `horizon` steps."""
    return float(0.1 ** (step // horizon))


def exponential(step: int, horizon: int) -> float:
    """Half of it after every `horizon` steps, falling evenly."""
    return float(0.5 ** (step / horizon))


def cosine(step: int, horizon: int) -> float:
    """From 1 to 0 along half a cosine."""
    return (1 + math.cos(math.pi * min(step / horizon, 1.0))) / 2


def warmup(step: int, horizon: int) -> float:
    """Up evenly, then down along half a cosine."""
    rise = max(1, horizon // 10)
    return (step + 1) / rise if step < rise else cosine(step - rise, horizon)
