"""A change between two rows of weeks: its ratio, how certain it is, and one change against another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.picture import Interval
from toolbox_cli.evidence.quantiles import t_quantile
from toolbox_cli.evidence.regress import careful, ratio_interval, trusted
from toolbox_cli.evidence.steps import WEEK

if TYPE_CHECKING:
    from numpy.typing import NDArray

CARRY, SLACK, LONG = 4.0, 4.0, 20
HALF = 0.5  # added to both numbers when one is 0: a ratio with 0 has no logarithm


@dataclass(frozen=True, slots=True)
class Change:
    """The logarithm of a ratio of weekly numbers, its variance, and the degrees of freedom that the variance rests on."""

    log: float
    variance: float
    freedom: float


def weekly(by_day: NDArray[Any]) -> NDArray[Any]:
    """Return the numbers of whole weeks; the days that are left over come first and are left out."""
    weeks: NDArray[Any] = by_day[len(by_day) % WEEK :].reshape(-1, WEEK).sum(axis=1)
    return weeks


def change_of(before: NDArray[Any], after: NDArray[Any]) -> Change:
    """Return the change of the number per week; it varies at least as much as chance, and more when the weeks do."""
    freedom = max(len(before) + len(after) - 2, 1)
    dispersion = (_squares(before) + _squares(after)) / freedom
    wider = careful(dispersion, freedom, CARRY, SLACK if freedom >= LONG else 0.0)
    first, second = float(before.sum()), float(after.sum())
    if min(first, second) == 0:
        first, second = first + HALF, second + HALF
    log = math.log(second / len(after)) - math.log(first / len(before))
    return Change(log, wider * (1 / first + 1 / second), trusted(freedom))


def against(change: Change, other: Change | None) -> Change:
    """Return a change compared with another one: the ratio of the two ratios."""
    if other is None:
        return change
    variance = change.variance + other.variance
    parts = change.variance**2 / change.freedom + other.variance**2 / other.freedom
    return Change(change.log - other.log, variance, variance**2 / parts)


def interval_of(change: Change, looked: int = 1) -> Interval:
    """Return the ratio with its 95 per cent interval; with several that are looked at, all hold together with that certainty."""
    return ratio_interval(change.log, math.sqrt(change.variance), t_quantile(change.freedom, 0.025 / looked))


def _squares(weeks: NDArray[Any]) -> float:
    mean = float(weeks.mean())
    return float(((weeks - mean) ** 2).sum()) / mean if mean else 0.0
