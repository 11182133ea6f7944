"""What limits a conclusion about before and after; each a clear rule with an id, worded by the reports."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.change import against, change_of, interval_of, weekly
from toolbox_cli.evidence.effect import Trial
from toolbox_cli.evidence.regress import excludes_one
from toolbox_cli.evidence.steps import WEEK
from toolbox_cli.evidence.tally import period_of
from toolbox_cli.evidence.window import YEAR, Window
from toolbox_cli.model.evidence import Description

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHORT = 12 * WEEK
SMALL = 30
LAST_WEEKS, LONGEST_BEFORE, PEAK = 4, 52, 1.25
FEWEST_BEFORE = 12


def cautions_of(
    about: Description, trial: Trial, window: Window, target: NDArray[Any], comparison: NDArray[Any] | None, counted: int | None
) -> tuple[str, ...]:
    """Return the ids of what limits the conclusion, in the order in which a reader should hear them.

    peak_before: the last four weeks before the start lie clearly (at least a quarter, and outside chance) above the weeks before.
    season: the sides that are compared are shorter than a whole year. registration_changed: an event inside these sides.
    short_before, short_after: fewer than twelve weeks. small_numbers, comparison_small: fewer than thirty on a side.
    baseline_differs: over the days of the baseline the file now counts something else than was stored.
    comparison_moved: before the start target and comparison already went different ways.
    """
    known = window.length > 0
    found = {
        "no_comparison": comparison is None,
        "peak_before": known and _peak(target[: window.start]),
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
    weeks = weekly(before)[-LONGEST_BEFORE:]
    if len(weeks) < FEWEST_BEFORE:
        return False
    found = interval_of(change_of(weeks[:-LAST_WEEKS], weeks[-LAST_WEEKS:]))
    return found.low > 1 and found.value >= PEAK


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
