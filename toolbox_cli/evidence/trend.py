"""Is there a rise or a fall? A line through the steps of a series, with an interval wide enough not to see a trend where there is none.

Quasi-Poisson regression of the number per month (at least six whole months) or per week on time, with the days of each step as exposure:
a part of a month counts with its days. Over two years or more a yearly wave is fitted along, so that a season is not taken for a trend;
in a shorter series that cannot be told apart, and `season` says so (`under_a_year` when not even one whole year is there).

A change must not rest on one busy time: the line is fitted again without each single step, and in weeks also without each five adjacent
ones, which hold any month. When the change then falls away there is no word; the interval is widened to hold what was found without that
time, and `rests_on` names it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.picture import Interval, Span, Trend
from toolbox_cli.evidence.quantiles import t_quantile
from toolbox_cli.evidence.regress import Fit, careful, excludes_one, fit, ratio_interval, trusted
from toolbox_cli.evidence.steps import Step, levels_by_day, steps_in, sums
from toolbox_cli.model.evidence import Level

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_STEPS = 6
CARRY = {"month": 5.0, "week": 6.0}
SLACK = {"month": 2.5, "week": 6.0}
LEAST = {"month": 1.4, "week": 1.0}  # something always lasts longer than a month
LEFT_OUT = {"month": (1,), "week": (1, 5)}  # adjacent steps; a month lies within five weeks
YEAR, WHOLE_YEAR = 365.25, 360
TWO_YEARS = 730
NO_CHANGE = Interval(1, 1, 1)
RISES, FALLS = "stijgt", "daalt"
ONLY_TOTALS = "het bestand geeft totalen over een lange tijd, geen losse dagen, weken of maanden"
TOO_SHORT = "de periode is te kort: er zijn minder dan zes weken of maanden"
NO_LINE = "het verloop is te onregelmatig voor een schatting"


def trend_of(by_day: NDArray[Any], start: date, end: date, grain: str, levels: Sequence[Level], fewest: int) -> Trend:
    """Return the series in steps and its change; a word only when the interval leaves out no change, and per place when that is known."""
    unit, steps = steps_in(start, end, grain)
    if not steps:
        return Trend((), unit, None, None, "", ONLY_TOTALS)
    counts = sums(by_day, start, steps)
    places = levels_by_day(levels, start, len(by_day))
    means = [None if places is None else float(places[_days(step, start)].mean()) for step in steps]
    spans = tuple(Span(first, last, int(count), mean) for (first, last), count, mean in zip(steps, counts, means, strict=True))
    why = _too_little(len(steps), int(counts.sum()), fewest)
    change, rests_on = (None, None) if why else _change(spans, unit, per_place=False)
    per_place = None
    if not why and places is not None:
        per_place, rests_on = _change(spans, unit, per_place=True)
    if not why and (change is None or (places is not None and per_place is None)):
        return Trend(spans, unit, None, None, "", NO_LINE)
    short = len(by_day) < WHOLE_YEAR
    return Trend(spans, unit, change, per_place, word_of(per_place or change), why, len(by_day) < TWO_YEARS, short, rests_on)


def word_of(interval: Interval | None) -> str:
    """Return whether it rises or falls; empty when the interval contains no change."""
    if interval is None or not excludes_one(interval):
        return ""
    return RISES if interval.low > 1 else FALLS


def _too_little(steps: int, total: int, fewest: int) -> str:
    if steps < FEWEST_STEPS:
        return TOO_SHORT
    return f"er zijn te weinig incidenten: minder dan {fewest}" if total < fewest else ""


def _change(spans: Sequence[Span], unit: str, *, per_place: bool) -> tuple[Interval | None, Step | None]:
    """The fitted level at the end of the period as a ratio to that at its start, and the one time on which it rests, if it does."""
    import numpy as np

    days = np.array([span.days for span in spans], float)
    passed, years = np.cumsum(days) - days / 2, unit == "month" and days.sum() >= TWO_YEARS
    counts, design = np.array([span.number for span in spans], float), _design(passed, float(days.sum()), waves=years)
    exposure = days * np.array([span.places if per_place else 1.0 for span in spans], float)
    fitted = fit(counts, design, exposure)
    if fitted is None:
        return None, None
    wider = careful(fitted.dispersion, fitted.freedom, CARRY[unit], SLACK[unit], LEAST[unit])
    width = t_quantile(trusted(fitted.freedom))
    found, rests_on = _interval(fitted, wider, width), None
    widest = found
    for first, last in _stretches(len(spans), unit) if excludes_one(found) else ():
        kept = np.r_[0:first, last : len(spans)]
        without = fit(counts[kept], design[kept], exposure[kept])
        other = NO_CHANGE if without is None else _interval(without, wider, width)
        held = _held(widest, other, found)
        if held != widest and not excludes_one(held):
            widest, rests_on = held, (spans[first].start, spans[last - 1].end)
    return widest, rests_on


def _interval(fitted: Fit, wider: float, width: float) -> Interval:
    return ratio_interval(float(fitted.beta[1]), math.sqrt(wider * fitted.covariance[1, 1]), width)


def _held(widest: Interval, other: Interval, found: Interval) -> Interval:
    """The interval with the bound that decides taken from a fit without some steps."""
    low = min(widest.low, other.low) if found.low > 1 else found.low
    return Interval(found.value, low, max(widest.high, other.high) if found.high < 1 else found.high)


def _stretches(steps: int, unit: str) -> tuple[tuple[int, int], ...]:
    """The stretches of steps to leave out, from and up to."""
    return tuple((first, first + size) for size in LEFT_OUT[unit] for first in range(steps - size + 1))


def _design(passed: NDArray[Any], days: float, *, waves: bool) -> NDArray[Any]:
    import numpy as np

    columns = [np.ones(len(passed)), passed / days - 0.5]
    if waves:
        angle = 2 * math.pi * passed / YEAR
        columns += [np.sin(angle), np.cos(angle)]
    return np.stack(columns, axis=1)


def _days(step: Step, start: date) -> slice:
    return slice((step[0] - start).days, (step[1] - start).days + 1)
