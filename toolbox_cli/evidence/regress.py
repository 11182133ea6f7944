"""Log-linear regression of counts, with more variation than chance alone allowed for. Plain numpy; deterministic."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.picture import Interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_STEPS, CLOSE_ENOUGH, LARGEST_STEP, LARGEST_LOG = 60, 1e-10, 3.0, 30.0
FEWEST_FREEDOM = 2.0


@dataclass(frozen=True, slots=True)
class Fit:
    """What was fitted: coefficients, their covariance for dispersion 1, Pearson's dispersion, and the degrees of freedom left."""

    beta: NDArray[Any]
    covariance: NDArray[Any]
    dispersion: float
    freedom: int


def fit(counts: NDArray[Any], design: NDArray[Any], exposure: NDArray[Any]) -> Fit | None:
    """Return the Poisson regression of counts on the design, by weighted least squares; None when it does not settle."""
    import numpy as np

    freedom = len(counts) - design.shape[1]
    if freedom < 1 or counts.sum() == 0:
        return None
    offset = np.log(exposure)
    beta = np.zeros(design.shape[1])
    beta[0] = math.log(counts.sum() / exposure.sum())
    for _ in range(MOST_STEPS):
        mean = np.exp(np.clip(offset + design @ beta, -LARGEST_LOG, LARGEST_LOG))
        information = (design * mean[:, None]).T @ design
        try:
            step = np.linalg.solve(information, design.T @ (counts - mean))
        except np.linalg.LinAlgError:
            return None
        beta = beta + np.clip(step, -LARGEST_STEP, LARGEST_STEP)
        if np.abs(step).max() < CLOSE_ENOUGH:
            pearson = float((((counts - mean) ** 2) / mean).sum())
            return Fit(beta, np.linalg.inv(information), pearson / freedom, freedom)
    return None


def careful(dispersion: float, freedom: int, carry: float, slack: float = 0.0, least: float = 1.0) -> float:
    """Return the factor by which to widen the variance; at least 1, what chance gives, or `least`.

    Variation above chance often carries over from one step to the next (a group that stays some weeks), which makes a change out of
    nothing. So the part above 1 counts `carry` times. Chance alone often gives a little above 1, less so in a long series: `slack`
    divided by the degrees of freedom is left out of that. The numbers were found by simulation: see tests/evidence/test_simulated.py.
    """
    chance = slack / freedom
    return max(least, dispersion, 1 + carry * (dispersion - 1 - chance))


def trusted(freedom: int) -> float:
    """Return the degrees of freedom to judge by: steps that resemble the step before tell half as much as they are many."""
    return max(freedom / 2, FEWEST_FREEDOM)


def ratio_interval(log_ratio: float, error: float, width: float) -> Interval:
    """Return a ratio and its interval from its logarithm, standard error and quantile."""
    value, low, high = (math.exp(min(max(log_ratio + side * width * error, -LARGEST_LOG), LARGEST_LOG)) for side in (0, -1, 1))
    return Interval(value, low, high)


def excludes_one(interval: Interval | None) -> bool:
    """Say whether the interval leaves out 'no change'."""
    return interval is not None and not interval.low <= 1 <= interval.high
