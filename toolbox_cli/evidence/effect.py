"""Before and after a measure: what is asked, and what the figures say. Records only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from toolbox_cli.evidence.picture import Interval
from toolbox_cli.evidence.table import Column, Unused
from toolbox_cli.model.evidence import Description


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the incidents: empty is all. `hours` from `first` up to (not including) `until`, through midnight when until < first."""

    places: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    hours: tuple[int, int] | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """What is looked at: the measure's first day (and last, when it ended), where it applied, what it is compared with, and the neighbours.

    `start` itself is after. `baseline` is what was counted when the measure was chosen: (from, until, number).
    `more_reports` says that the measure itself makes that more is reported.
    """

    start: date
    target: Part
    end: date | None = None
    comparison: Part | None = None
    neighbours: tuple[Part, ...] = ()
    baseline: tuple[date, date, int] | None = None
    more_reports: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """Numbers before and after in one part, over so many days (equal in all parts)."""

    label: str
    before: int
    after: int
    change: Interval | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place or stretch of hours next to the measure: its change (against the comparison when there is one) and 'meer', 'minder' or ''.

    The intervals of all neighbours hold together with 95 per cent: the more neighbours, the wider.
    """

    side: Side
    change: Interval | None
    word: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What changed: before and after, against the comparison, next door, and together (`net`: target and neighbours).

    `word` is 'minder', 'meer' or '' (the interval contains no change, or too little to say: then `why`). `cautions` are ids of what limits
    the conclusion: target_moving (the target already fell or rose before the start), target_unknown (that cannot be told), no_comparison,
    short_before, short_after, small_numbers, peak_before, registration_changed, comparison_small,
    season, baseline_differs, comparison_moved (target and comparison already went different ways before the start); the rule of each
    stands in cautions.py. `before_days` and `after_days` are equal: what was compared. Below
    `percentage_from` incidents before and after together a change is None: then there are only numbers. `earlier` is how the target changed
    before the start, over as long as what is compared; None when that cannot be told.
    """

    trial: Trial
    about: Description
    before_days: int
    after_days: int
    target: Side
    comparison: Side | None
    effect: Interval | None
    word: str
    why: str
    neighbours: tuple[Neighbour, ...]
    net: Interval | None
    net_word: str
    cautions: tuple[str, ...]
    read: int = 0
    unused: Sequence[Unused] = ()
    columns: tuple[Column, ...] = ()
    remarks: tuple[str, ...] = ()
    counted_baseline: int | None = None
    percentage_from: int = 0
    earlier: Interval | None = None
