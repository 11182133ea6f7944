"""Is there a rise or a fall? A line through the steps of a series, with an interval wide enough not to see a trend where there is none.

Quasi-Poisson regression of the number per month (at least six whole months) or per week on time, with the days of each step as exposure:
a part of a month counts with its days. Over two years or more a yearly wave is fitted along, so that a season is not taken for a trend;
in a shorter series that cannot be told apart, and `season` says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.picture import Interval, Span, Trend
from toolbox_cli.evidence.quantiles import t_quantile
from toolbox_cli.evidence.regress import careful, excludes_one, fit, ratio_interval, trusted
from toolbox_cli.evidence.steps import Step, levels_by_day, steps_in, sums
from toolbox_cli.model.evidence import Level

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_STEPS = 6
CARRY, SLACK, ENOUGH_FREEDOM = 4.0, 2.5, 8
A_YEAR_OF_MONTHS, OVER_A_YEAR = 12, 1.4  # in more than a year something always lasts longer than a month
YEAR = 365.25
TWO_YEARS = 730
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
    change = None if why else _change(spans, unit, per_place=False)
    per_place = None if why or places is None else _change(spans, unit, per_place=True)
    if not why and (change is None or (places is not None and per_place is None)):
        return Trend(spans, unit, None, None, "", NO_LINE)
    return Trend(spans, unit, change, per_place, word_of(per_place or change), why, len(by_day) < TWO_YEARS)


def word_of(interval: Interval | None) -> str:
    """Return whether it rises or falls; empty when the interval contains no change."""
    if interval is None or not excludes_one(interval):
        return ""
    return RISES if interval.low > 1 else FALLS


def _too_little(steps: int, total: int, fewest: int) -> str:
    if steps < FEWEST_STEPS:
        return TOO_SHORT
    return f"er zijn te weinig incidenten: minder dan {fewest}" if total < fewest else ""


def _change(spans: Sequence[Span], unit: str, *, per_place: bool) -> Interval | None:
    """The fitted level at the end of the period as a ratio to that at its start."""
    import numpy as np

    days = np.array([span.days for span in spans], float)
    passed, years = np.cumsum(days) - days / 2, unit == "month" and days.sum() >= TWO_YEARS
    fitted = fit(
        np.array([span.number for span in spans], float),
        _design(passed, float(days.sum()), waves=years),
        days * np.array([span.places if per_place else 1.0 for span in spans], float),
    )
    if fitted is None:
        return None
    slack = SLACK if unit == "month" and fitted.freedom >= ENOUGH_FREEDOM else 0.0
    least = OVER_A_YEAR if unit == "month" and fitted.freedom > A_YEAR_OF_MONTHS else 1.0
    wider = careful(fitted.dispersion, fitted.freedom, CARRY, slack, least)
    return ratio_interval(float(fitted.beta[1]), math.sqrt(wider * fitted.covariance[1, 1]), t_quantile(trusted(fitted.freedom)))


def _design(passed: NDArray[Any], days: float, *, waves: bool) -> NDArray[Any]:
    import numpy as np

    columns = [np.ones(len(passed)), passed / days - 0.5]
    if waves:
        angle = 2 * math.pi * passed / YEAR
        columns += [np.sin(angle), np.cos(angle)]
    return np.stack(columns, axis=1)


def _days(step: Step, start: date) -> slice:
    return slice((step[0] - start).days, (step[1] - start).days + 1)
