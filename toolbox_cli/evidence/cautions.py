"""What limits a conclusion about before and after; each a clear rule with an id, worded by the reports."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.change import against, by_weeks, change_of, interval_of, weekly
from toolbox_cli.evidence.effect import Trial
from toolbox_cli.evidence.picture import Interval
from toolbox_cli.evidence.quantiles import t_quantile
from toolbox_cli.evidence.regress import excludes_one, fit, ratio_interval, trusted
from toolbox_cli.evidence.steps import WEEK
from toolbox_cli.evidence.tally import period_of
from toolbox_cli.evidence.window import YEAR, Window
from toolbox_cli.model.evidence import Description

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHORT = 12 * WEEK
SMALL = 30
LAST_WEEKS, LONGEST_BEFORE, PEAK = (4, 8, 13), 52, 1.25
FEWEST_BEFORE, FEWEST_SLOPE = 12, 16
MOVING = 0.7  # a fall to less than this over as long as what is compared is large, even when chance may give it


def cautions_of(
    about: Description, trial: Trial, window: Window, target: NDArray[Any], comparison: NDArray[Any] | None, counted: int | None
) -> tuple[str, ...]:
    """Return the ids of what limits the conclusion, in the order in which a reader should hear them.

    peak_before: the last four, eight or thirteen weeks before the start lie clearly (a quarter, and outside chance) above the weeks before.
    target_moving: before the start the target already fell or rose, clearly or by much. target_unknown: too few weeks to see that.
    season: the sides that are compared are shorter than a whole year. registration_changed: an event inside these sides.
    short_before, short_after: fewer than twelve weeks. small_numbers, comparison_small: fewer than thirty on a side.
    baseline_differs: over the days of the baseline the file now counts something else than was stored.
    comparison_moved: before the start target and comparison already went different ways.
    """
    known = window.length > 0
    slope = earlier_change(target, window)
    found = {
        "more_reports": trial.more_reports,
        "no_comparison": comparison is None,
        "peak_before": known and _peak(target[: window.start]),
        "target_moving": slope is not None and _is_moving(slope),
        "target_unknown": known and slope is None,
        "registration_changed": known and _event_inside(about, trial, window),
        "comparison_moved": known and comparison is not None and _moved(target[: window.start], comparison[: window.start]),
        "short_before": window.before < SHORT,
        "short_after": window.after < SHORT,
        "season": window.length < YEAR,
        "small_numbers": _fewest(target, window) < SMALL,
        "comparison_small": comparison is not None and _fewest(comparison, window) < SMALL,
        "baseline_differs": counted is not None and trial.baseline is not None and counted != trial.baseline[2],
    }
    return tuple(name for name, holds in found.items() if holds)


def sides_of(numbers: NDArray[Any], window: Window) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the days before and after that are compared."""
    return numbers[window.start - window.length : window.start], numbers[window.start : window.start + window.length]


def _fewest(numbers: NDArray[Any], window: Window) -> int:
    return min(int(side.sum()) for side in sides_of(numbers, window)) if window.length else 0


def _peak(before: NDArray[Any]) -> bool:
    """Chance is that of the weeks: a peak is a caution, and one too many costs less than one too few."""
    weeks = weekly(before)[-LONGEST_BEFORE:]
    for last in LAST_WEEKS:
        if len(weeks) < max(FEWEST_BEFORE, 2 * last):
            continue
        found = by_weeks(weeks[:-last], weeks[-last:])
        if found.low > 1 and found.value >= PEAK:
            return True
    return False


def earlier_change(target: NDArray[Any], window: Window) -> Interval | None:
    """Return how the target changed before the start, over as many days as lie between the middles of both sides; None when not known."""
    import numpy as np

    if window.length == 0:
        return None
    weeks = weekly(target[: window.start])[-LONGEST_BEFORE:].astype(float)
    if len(weeks) < FEWEST_SLOPE or weeks.sum() < SMALL:
        return None
    time = (np.arange(len(weeks)) - (len(weeks) - 1) / 2) * WEEK / window.length
    fitted = fit(weeks, np.stack([np.ones(len(weeks)), time], axis=1), np.ones(len(weeks)))
    if fitted is None:
        return None
    error = math.sqrt(max(1.0, fitted.dispersion) * fitted.covariance[1, 1])
    return ratio_interval(float(fitted.beta[1]), error, t_quantile(trusted(fitted.freedom)))


def _is_moving(slope: Interval) -> bool:
    return excludes_one(slope) or not MOVING < slope.value < 1 / MOVING


def _moved(target: NDArray[Any], comparison: NDArray[Any]) -> bool:
    """The first and second half of the time before the start, in target and comparison."""
    weeks, others = (weekly(numbers)[-LONGEST_BEFORE:] for numbers in (target, comparison))
    half = len(weeks) // 2
    if len(weeks) < FEWEST_BEFORE:
        return False
    return excludes_one(interval_of(against(change_of(weeks[:half], weeks[half:]), change_of(others[:half], others[half:]))))


def _event_inside(about: Description, trial: Trial, window: Window) -> bool:
    first = max(trial.start - timedelta(days=window.length), period_of(about)[0])
    return any(first < event.on < trial.start + timedelta(days=window.length) for event in about.events)
