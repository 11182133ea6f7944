"""What a set of figures shows: counts, patterns and the uncertainty around them. Records only; None is a number that is not shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from toolbox_cli.evidence.table import Column, Unused
from toolbox_cli.model.evidence import Description

HOURS, DAYS = 24, 7


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one label; None when the number is not shown in public."""

    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts that add up to `total`, largest first (periods in order of time), with how many have no label (`without`)."""

    items: tuple[Count, ...]
    total: int | None
    without: int | None = 0


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 per cent interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Heat:
    """Incidents by day of the week and time: `cells[day][block]`, Monday first; each block takes `hours` hours from midnight on.

    `days` groups the days: 7 rows Monday to Sunday, or 2 (weekdays, weekend). None is a cell that is not shown.
    """

    cells: tuple[tuple[int | None, ...], ...]
    hours: int
    without: int | None


@dataclass(frozen=True, slots=True)
class Hot:
    """A place or a stretch of hours that holds much: its label, number, and share of all with that fact known (None: too few to say)."""

    label: str
    number: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Span:
    """One step of a series: its first and last day inside the period, its number, and the mean number of reception places then."""

    start: date
    end: date
    number: int | None
    places: float | None = None

    @property
    def days(self) -> int:
        """The days it counts."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True)
class Trend:
    """Change over the period: `word` is 'stijgt', 'daalt' or empty (the interval contains no change, or too little to say).

    `change` is the ratio of the level at the end to that at the start; `per_place` the same per reception place, when these are known.
    The word rests on `per_place` when there is one. `why` says why nothing can be said. With `season` the period is shorter than two
    years, so a season may look like a trend; with `under_a_year` it certainly cannot be told apart. `rests_on` is the one time (first and
    last day) without which the change falls away: then there is no word. `unit` is 'month' or 'week'.
    """

    spans: tuple[Span, ...]
    unit: str
    change: Interval | None
    per_place: Interval | None
    word: str
    why: str = ""
    season: bool = False
    under_a_year: bool = False
    rests_on: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Concentration:
    """How few places hold half of what has a place: `places` of `of`, holding `share`; None when there are too few incidents."""

    places: int
    of: int
    share: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A square on the place map: its middle in metres east and north of the map's corner, and its number."""

    x: float
    y: float
    number: int | None


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """Squares of `size` metres, large enough that no house can be recognised; `without` have no coordinates."""

    size: int
    cells: tuple[Cell, ...]
    without: int | None


@dataclass(frozen=True, slots=True)
class Rate:
    """Incidents per thousand reception places or residents, over the period and a year; `of` is the mean number there were."""

    per: str
    of: float
    in_period: float
    per_year: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """These figures against others with the same definition: the ratio of the daily numbers, and per place or resident.

    `kind` is 'earlier' or 'later' (the other period lies before or after this one) or 'area' (another area in the same period).
    `refused` says why they are not compared. `cautions` are ids of what limits the conclusion: season (not the same time of the year),
    registration_changed (an event in or between the periods), registered_by (others registered), small_numbers (too few for a ratio),
    per_place_unknown (the number of places or residents is not known of both), bare_totals (no series of days, weeks or months in one of
    the two: the interval is that of chance alone, a minimum, and no difference is clear), not_public (the ratio is left out of the public
    version). `other_months` are the numbers there per month, by which it is decided what may be published; they are not shown.
    """

    name: str
    other: Description
    kind: str
    number: int | None
    other_number: int | None
    ratio: Interval | None
    per_place: Interval | None
    refused: str = ""
    cautions: tuple[str, ...] = ()
    other_months: Counts | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """All that one registration shows about its period.

    In public `read` and `unused` are empty, and `left_out` is how many rows were not used (None: fewer than may be told).
    `counts_people` says that the registration counts by who people are: their status.
    """

    about: Description
    files: tuple[str, ...]
    read: int
    unused: Sequence[Unused]
    columns: tuple[Column, ...]
    remarks: tuple[str, ...]
    total: int | None
    per_week: float | None
    kinds: Counts
    places: Counts
    months: Counts
    heat: Heat
    hot_places: tuple[Hot, ...]
    hot_hours: tuple[Hot, ...]
    concentration: Concentration | None
    trend: Trend
    rates: tuple[Rate, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    place_map: PlaceMap | None = None
    public: bool = False
    left_out: int | None = None
    counts_people: bool = False
    meanings: dict[str, Counts] = field(default_factory=dict)
