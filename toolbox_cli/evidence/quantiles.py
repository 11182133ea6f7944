"""Quantiles of Student's t and of the beta distribution. Our own, because importing scipy takes as long as reading a million rows.

The incomplete beta function is the continued fraction of Abramowitz and Stegun 26.5.8, by Lentz's method; a quantile is found by halving.
Tests compare both with scipy.
"""

from __future__ import annotations

import math

SMALL, CLOSE, MOST_TERMS, HALVINGS = 1e-300, 1e-15, 10_000, 200


def t_quantile(freedom: float, tail: float = 0.025) -> float:
    """Return the value that Student's t with so many degrees of freedom (more than 0) exceeds with this probability (under one half)."""
    share = beta_quantile(2 * tail, freedom / 2, 0.5)
    return math.sqrt(freedom * (1 - share) / share) if share > 0 else math.inf


def beta_quantile(probability: float, a: float, b: float) -> float:
    """Return the value below which a beta distribution has this probability; a and b are more than 0."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if beta_below(middle, a, b) < probability else (low, middle)
    return (low + high) / 2


def beta_below(x: float, a: float, b: float) -> float:
    """Return the probability that a beta distribution gives at most x (the regularized incomplete beta function)."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):  # the fraction converges fast on the other side
        return 1 - beta_below(1 - x, b, a)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) / a * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    found, up, down = 1.0, 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    found = down
    for term in range(1, MOST_TERMS):
        even = term * (b - term) * x / ((a + 2 * term - 1) * (a + 2 * term))
        odd = -(a + term) * (a + b + term) * x / ((a + 2 * term) * (a + 2 * term + 1))
        for part in (even, odd):
            down, up = 1 / _away(1 + part * down), _away(1 + part / up)
            found *= down * up
        if abs(down * up - 1) < CLOSE:
            break
    return found


def _away(value: float) -> float:
    """The value, away from nought."""
    return value if abs(value) > SMALL else SMALL
