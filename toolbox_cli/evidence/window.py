"""The days before and after the start of a measure that are compared, and one part of the incidents on each day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.effect import Trial
from toolbox_cli.evidence.steps import WEEK
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.evidence.tally import days_since, period_of, weights_of
from toolbox_cli.model.evidence import Description

if TYPE_CHECKING:
    from numpy.typing import NDArray

YEAR = 52 * WEEK


@dataclass(frozen=True, slots=True)
class Window:
    """Days counted from the first of the period: the start of the measure, and how many there are, and are compared, on both sides."""

    start: int
    before: int
    after: int
    length: int


def window_of(about: Description, trial: Trial) -> Window:
    """Return the window: equal sides of whole weeks, or of whole years of 52 weeks when both sides have one."""
    first, last = period_of(about)
    start = (trial.start - first).days
    before = max(start, 0)
    after = max((min(trial.end or last, last) - trial.start).days + 1, 0) if start >= 0 else 0
    shortest = min(before, after)
    unit = YEAR if shortest >= YEAR else WEEK
    return Window(start, before, after, shortest // unit * unit)


def by_day(incidents: Incidents, mask: NDArray[Any], about: Description) -> NDArray[Any]:
    """Return how many of the chosen rows fall on each day of the period; other days do not count."""
    import numpy as np

    start, end = period_of(about)
    days = (end - start).days + 1
    day, weights = days_since(incidents.frame, start), weights_of(incidents.frame)
    inside = mask & (day >= 0) & (day < days)
    return np.bincount(day[inside], None if weights is None else weights[inside], minlength=days).astype(np.int64)


def counted_between(numbers: NDArray[Any], about: Description, first: date, last: date) -> int | None:
    """Return the number from one day up to and including another; None when the period does not hold all of these days."""
    start, end = period_of(about)
    if first < start or last > end:
        return None
    return int(numbers[(first - start).days : (last - start).days + 1].sum())
