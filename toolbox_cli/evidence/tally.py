"""Counting the rows once: by kind, by place, and by day and hour; everything else is computed from these small tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from toolbox_cli.errors import ToolboxError
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.model.evidence import Description

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

Grain = Literal["day", "week", "month", "period"]
NO_HOUR = 24
A_DOZEN = 12  # so many incidents on first days of the month and on no other day are not there by chance


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of incidents: per kind and per place (the last one is: not known), and `grid[day][hour]` (hour 24 is: not known).

    `grain` is what one row of the file is about: a day, or the whole week, month or period when the file holds totals.
    """

    start: date
    end: date
    total: int
    kinds: NDArray[Any]
    places: NDArray[Any]
    grid: NDArray[Any]
    grain: Grain

    @property
    def by_day(self) -> NDArray[Any]:
        """The number on each day of the period."""
        found: NDArray[Any] = self.grid.sum(axis=1)
        return found


def period_of(about: Description) -> tuple[date, date]:
    """Return the first and last day of the period; figures without one say nothing."""
    if about.start is None or about.end is None or about.end < about.start:
        raise ToolboxError("cijfers zonder periode zijn niet te gebruiken", "geef de eerste en de laatste dag waarover is geteld")
    return about.start, about.end


def tally_of(incidents: Incidents, about: Description) -> Tally:
    """Return the incidents of a file counted; each incident stands in each of the three tables once."""
    start, end = period_of(about)
    frame = incidents.frame
    days = (end - start).days + 1
    day, weights = days_since(frame, start), weights_of(frame)
    if len(day) and not 0 <= day.min() <= day.max() < days:
        raise ValueError("an incident lies outside the period")
    hour = frame["hour"].fill_null(NO_HOUR).to_numpy()
    grid = _count(day * (NO_HOUR + 1) + hour, weights, days * (NO_HOUR + 1)).reshape(days, NO_HOUR + 1)
    kinds = _count(codes(frame, "kind", len(incidents.kinds)), weights, len(incidents.kinds) + 1)
    places = _count(codes(frame, "place", len(incidents.places)), weights, len(incidents.places) + 1)
    by_day = grid.sum(axis=1)
    return Tally(start, end, int(by_day.sum()), kinds, places, grid, _grain(by_day, start, totals=weights is not None))


def days_since(frame: pl.DataFrame, start: date) -> NDArray[Any]:
    """Return the day of each row, counted from `start`."""
    import polars as pl

    return frame["day"].cast(pl.Int32).to_numpy() - (start - date(1970, 1, 1)).days


def weights_of(frame: pl.DataFrame) -> NDArray[Any] | None:
    """Return how many incidents each row stands for; None when each row is one incident."""
    if not frame.height or frame["number"].max() == frame["number"].min() == 1:
        return None
    return frame["number"].to_numpy()


def codes(frame: pl.DataFrame, name: str, unknown: int) -> NDArray[Any]:
    """Return the codes of a column, with `unknown` where there is none."""
    import polars as pl

    return frame[name].cast(pl.Int32).fill_null(unknown).to_numpy()


def _count(at: NDArray[Any], weights: NDArray[Any] | None, size: int) -> NDArray[Any]:
    import numpy as np

    return np.bincount(at, weights, minlength=size).astype(np.int64)


def _grain(by_day: NDArray[Any], start: date, *, totals: bool) -> Grain:
    """What one row is about: totals per month are booked on the first day of a month, those per week on one day of the week."""
    import numpy as np

    at = np.flatnonzero(by_day)
    if not len(at):
        return "day"
    found = [date.fromordinal(start.toordinal() + int(day)) for day in at]
    if totals and len(by_day) > 31 and (len(found) == 1 or {(day.month, day.day) for day in found} == {(1, 1)}):
        return "period"
    if (totals or by_day.sum() >= A_DOZEN) and len(by_day) > 31 and len(found) > 1 and {day.day for day in found[1:]} == {1}:
        return "month"
    if totals and len(found) > 2 and len({day.weekday() for day in found[1:]}) == 1:
        return "week"
    return "day"
