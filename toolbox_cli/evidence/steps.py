"""A period cut into months or weeks, and how many reception places or residents there were on each day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from toolbox_cli.model.evidence import Level

if TYPE_CHECKING:
    from numpy.typing import NDArray

Step = tuple[date, date]
MONTHS_FROM = 6
WEEK = 7


def months_in(start: date, end: date) -> tuple[Step, ...]:
    """Return the months of a period, first and last day of each; the outer two may be a part of a month."""
    found, first = [], start
    while first <= end:
        following = (first.replace(day=1) + timedelta(days=31)).replace(day=1)
        found.append((first, min(following - timedelta(days=1), end)))
        first = following
    return tuple(found)


def weeks_in(start: date, end: date) -> tuple[Step, ...]:
    """Return the weeks of a period, counted back from its end; the days before the first whole week belong to that week."""
    whole = ((end - start).days + 1) // WEEK
    if whole == 0:
        return ((start, end),)
    firsts = [end - timedelta(days=WEEK * back - 1) for back in range(whole, 0, -1)]
    return tuple((start if at == 0 else first, first + timedelta(days=WEEK - 1)) for at, first in enumerate(firsts))


def whole_months(steps: Sequence[Step]) -> int:
    """Return how many of the months are whole."""
    return sum(1 for first, last in steps if first.day == 1 and (last + timedelta(days=1)).day == 1)


def steps_in(start: date, end: date, grain: str) -> tuple[str, tuple[Step, ...]]:
    """Return the unit and the steps to follow a series by: months when at least six are whole, otherwise weeks; none for bare totals."""
    months = months_in(start, end)
    if grain == "period":
        return "month", ()
    if grain == "month" or (grain == "day" and whole_months(months) >= MONTHS_FROM):
        return "month", months
    return "week", weeks_in(start, end)


def sums(by_day: NDArray[Any], start: date, steps: Sequence[Step]) -> NDArray[Any]:
    """Return the number in each step; the steps follow on one another from the first day on."""
    import numpy as np

    return np.add.reduceat(by_day, [(first - start).days for first, _ in steps])


def levels_by_day(levels: Sequence[Level], start: date, days: int) -> NDArray[Any] | None:
    """Return how many there were on each day; None when that is not known for the whole period or was nothing at some time."""
    import numpy as np

    found = np.full(days, np.nan)
    for level in sorted(levels, key=lambda level: level.since):
        found[max((level.since - start).days, 0) :] = level.number
    return found if bool((found > 0).all()) else None


def mean_level(levels: Sequence[Level], start: date, end: date) -> float | None:
    """Return the mean number over a period; None when it is not known for all of it."""
    found = levels_by_day(levels, start, (end - start).days + 1)
    return None if found is None else float(found.mean())
