"""A change between two rows of weeks: its ratio, how certain it is, and one change against another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.picture import Interval
from toolbox_cli.evidence.quantiles import t_quantile
from toolbox_cli.evidence.regress import FEWEST_FREEDOM, careful, ratio_interval, trusted
from toolbox_cli.evidence.steps import WEEK

if TYPE_CHECKING:
    from numpy.typing import NDArray

CARRY, SLACK = 4.0, 6.0
BLOCK, BLOCK_CARRY, BLOCK_SLACK, TRUST = 4, 6.0, 4.0, 1.5
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
    """Return the change of the number per week; it varies at least as much as chance, and more when weeks or blocks of four weeks do.

    What stays some weeks (a group, a busy month) shows in the blocks and not in the weeks, so the blocks decide how far the variation is
    trusted. The numbers were found by simulation: see tests/evidence/test_simulated.py.
    """
    weeks = max(len(before) + len(after) - 2, 1)
    wider, freedom = careful((_squares(before) + _squares(after)) / weeks, weeks, CARRY, SLACK), FEWEST_FREEDOM
    blocks = _blocks(before), _blocks(after)
    held = sum(len(side) - 1 for side in blocks if len(side))
    if held > 0:
        spread = sum(_squares(side) for side in blocks if len(side)) / held
        wider, freedom = max(wider, careful(spread, held, BLOCK_CARRY, BLOCK_SLACK)), max(held / TRUST, FEWEST_FREEDOM)
    first, second = float(before.sum()), float(after.sum())
    if min(first, second) == 0:
        first, second = first + HALF, second + HALF
    log = math.log(second / len(after)) - math.log(first / len(before))
    return Change(log, wider * (1 / first + 1 / second), freedom)


def by_weeks(before: NDArray[Any], after: NDArray[Any]) -> Interval:
    """Return the same with the variation of the weeks alone: to warn of a change sooner than to conclude that there is one."""
    weeks = max(len(before) + len(after) - 2, 1)
    first, second = max(float(before.sum()), HALF), max(float(after.sum()), HALF)
    spread = max(1.0, (_squares(before) + _squares(after)) / weeks)
    log = math.log(second / len(after)) - math.log(first / len(before))
    return ratio_interval(log, math.sqrt(spread * (1 / first + 1 / second)), t_quantile(trusted(weeks)))


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


def _blocks(weeks: NDArray[Any]) -> NDArray[Any]:
    """The sums of whole blocks of weeks, counted back from the last."""
    found: NDArray[Any] = weeks[len(weeks) % BLOCK :].reshape(-1, BLOCK).sum(axis=1)
    return found


def _squares(weeks: NDArray[Any]) -> float:
    mean = float(weeks.mean())
    return float(((weeks - mean) ** 2).sum()) / mean if mean else 0.0
