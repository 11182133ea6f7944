"""The version that may be published: small numbers are hidden, and cannot be computed back.

The rule, which may be known to everybody:

1. Fewer incidents in all than `public_from`: nothing is shown, not the total, nor how many rows were read.
2. In each table a number below `public_from` is hidden, 0 too. When all hidden numbers of a table are equal (one number, for example),
   the smallest shown number is hidden as well, with all that are as large. So the hidden numbers of a table always differ, and any of
   them may stand at any hidden place: every hidden number can have at least two values, whoever knows the rule and all that is shown.
   The number without a label counts as one of the table (a 0 may be shown where labels are listed only when they occur, or where nothing
   is hidden). When all numbers of a table of kinds or places are hidden its labels are not shown either.
3. The heat map has the finest cells that still show at least half of the incidents: hours, then blocks of three and six hours, then the
   same for weekdays and weekend. One grouping is published and no margins.
4. Everything else is computed from the published numbers alone, or left out: hot places and hours, concentration, rates. The trend and
   the interval of a comparison rest on the months, and are left out when a month is hidden. Weeks cut through months, and what words mean
   cuts through kinds and places: these are left out. So is the map where places are named, because who knows the streets in a square can
   subtract. Squares that are hidden or empty are both left out of a map.
5. Remarks and the numbers of unused rows are left out (the rows are numbered 1, 2, 3 for each reason).

What is published twice (over two periods that overlap, or before and after a correction) can be subtracted: that is for the publisher.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from toolbox_cli.evidence.hot import (
    DAY,
    Stretch,
    concentration_of,
    covers,
    hot_labels,
    hot_stretches,
    label_hours,
    share_of,
    stretch_label,
)
from toolbox_cli.evidence.picture import DAYS, Cell, Comparison, Concentration, Count, Counts, Heat, Hot, Picture, PlaceMap, Trend
from toolbox_cli.evidence.table import Unused
from toolbox_cli.model.evidence import EvidenceRules, Limits

GROUPINGS = ((DAYS, 1), (DAYS, 3), (DAYS, 6), (2, 3), (2, 6))
WEEKDAYS = 5
TOO_SMALL = "een of meer maanden hebben te weinig incidenten om te publiceren"
NO_WEEKS = "het verloop per week staat niet in de openbare versie"
NOTHING = Counts((), None, None)


def protected(picture: Picture, rules: EvidenceRules) -> Picture:
    """Return the picture as it may be published, without numbers below the limit and without a way to compute them back."""
    limits = rules.limits
    total = picture.total or 0
    if total < limits.public_from:
        return _nothing(picture)
    kinds, places = (hidden_counts(counts, limits.public_from) for counts in (picture.kinds, picture.places))
    months = _hidden_months(picture.months, limits.public_from)
    heat = hidden_heat(picture.heat, total, limits.public_from) if _has_each_weekday(picture) else Heat((), 1, None)
    open_months = all(item.number is not None for item in months.items)
    return replace(
        picture,
        public=True,
        unused=tuple(_renumbered(picture.unused)),
        remarks=(),
        kinds=kinds,
        places=places,
        months=months,
        heat=heat,
        hot_places=_hot_places(picture, places, total, limits),
        hot_hours=_hot_hours(picture, heat, total, limits),
        concentration=_concentration(places, total, limits),
        trend=_trend(picture.trend, months, shown=open_months),
        comparisons=tuple(_comparison(item, limits.public_from, shown=open_months) for item in picture.comparisons),
        place_map=None if picture.places.items or picture.place_map is None else hidden_map(picture.place_map, total, limits.public_from),
        meanings={},
    )


def hidden_cells(numbers: Sequence[int], least: int) -> frozenset[int]:
    """Return which numbers are hidden: those below the limit and, as long as these are all equal, the smallest of the others."""
    hidden = {at for at, number in enumerate(numbers) if number < least}
    while hidden and len({numbers[at] for at in hidden}) == 1 and len(hidden) < len(numbers):
        smallest = min(number for at, number in enumerate(numbers) if at not in hidden)
        hidden |= {at for at, number in enumerate(numbers) if number == smallest}
    return frozenset(hidden)


def hidden_counts(counts: Counts, least: int) -> Counts:
    """Return a table of labels that occur: shown numbers first, the hidden ones by name; no labels when all are hidden."""
    without = counts.without or 0
    numbers = [item.number or 0 for item in counts.items] + ([without] if without else [])
    hidden = hidden_cells(numbers, least)
    if hidden and len(hidden) == len(numbers):
        return Counts((), counts.total, None)
    labels = sorted(item.label for at, item in enumerate(counts.items) if at in hidden)
    shown = [item for at, item in enumerate(counts.items) if at not in hidden]
    return Counts((*shown, *(Count(label, None) for label in labels)), counts.total, None if len(counts.items) in hidden else without)


def _hidden_months(counts: Counts, least: int) -> Counts:
    """The months in order of time; a file with totals over a longer time has none."""
    hidden = hidden_cells([item.number or 0 for item in counts.items], least)
    return replace(counts, items=tuple(Count(item.label, None) if at in hidden else item for at, item in enumerate(counts.items)))


def hidden_heat(heat: Heat, total: int, least: int) -> Heat:
    """Return the finest grouping of the heat map that shows at least half of the incidents; no cells when none does."""
    for days, hours in GROUPINGS:
        cells = _grouped(heat, days, hours)
        without = heat.without or 0
        flat = [number for row in cells for number in row] + [without]
        hidden = hidden_cells(flat, least) if any(number < least for number in flat[:-1]) or 0 < without < least else frozenset()
        known = total - (0 if len(flat) - 1 in hidden else without)
        shown = sum(number for at, number in enumerate(flat[:-1]) if at not in hidden)
        if shown and 2 * shown >= known:
            width = len(cells[0])
            rows = tuple(
                tuple(None if day * width + at in hidden else number for at, number in enumerate(row)) for day, row in enumerate(cells)
            )
            return Heat(rows, hours, None if len(flat) - 1 in hidden else without)
    return Heat((), 1, None)


def _grouped(heat: Heat, days: int, hours: int) -> tuple[tuple[int, ...], ...]:
    rows = [[number or 0 for number in row] for row in heat.cells]
    groups = [[row] for row in rows] if days == DAYS else [rows[:WEEKDAYS], rows[WEEKDAYS:]]
    return tuple(tuple(sum(sum(row[first : first + hours]) for row in group) for first in range(0, DAY, hours)) for group in groups)


def hidden_map(place_map: PlaceMap, total: int, least: int) -> PlaceMap | None:
    """Return only the squares whose number is shown, measured from their own corner; the empty ones count as hidden."""
    numbers = {cell: cell.number for cell in place_map.cells if cell.number is not None}
    without = place_map.without or 0
    hidden = total - without - sum(numbers.values())
    if hidden == 0 and (without == 0 or without >= least) and numbers:
        smallest = min(numbers.values())
        numbers = {cell: number for cell, number in numbers.items() if number > smallest}
    if not numbers:
        return None
    west, south = (min(getattr(cell, side) for cell in numbers) - place_map.size / 2 for side in ("x", "y"))
    shown = tuple(Cell(cell.x - west, cell.y - south, number) for cell, number in numbers.items())
    return PlaceMap(place_map.size, shown, without if without >= least else None)


def _hot_places(picture: Picture, places: Counts, total: int, limits: Limits) -> tuple[Hot, ...]:
    """What is hot by the published numbers; the number without a place, when hidden, is taken as 0."""
    known = total - (places.without or 0)
    shares = limits.percentage_from if places.without is not None else total + 1
    before = {hot.label for hot in picture.hot_places}
    found = (item for item in hot_labels(places.items, known, limits.hot_share) if item.label in before)
    return tuple(Hot(item.label, item.number, share_of(item.number or 0, known, shares)) for item in found)


def _hot_hours(picture: Picture, heat: Heat, total: int, limits: Limits) -> tuple[Hot, ...]:
    """What is hot by the published cells alone: stretches of blocks of which no cell is hidden."""
    blocks = [None if None in column else sum(number or 0 for number in column) for column in zip(*heat.cells, strict=True)]
    known = total - (heat.without or 0)
    shares = limits.percentage_from if heat.without is not None else total + 1
    before: set[int] = set().union(*(label_hours(hot.label) for hot in picture.hot_hours))

    def was_hot(stretch: Stretch) -> bool:
        return not before.isdisjoint(label_hours(stretch_label(stretch, len(blocks))))

    found = []
    for stretch in hot_stretches(blocks, known, limits.hot_share, was_hot) if blocks else ():
        number = sum(blocks[at] or 0 for at in covers(stretch, len(blocks)))
        found.append(Hot(stretch_label(stretch, len(blocks)), number, share_of(number, known, shares)))
    return tuple(found)


def _concentration(places: Counts, total: int, limits: Limits) -> Concentration | None:
    if places.without is None:
        return None
    return concentration_of(places.items, total - places.without, limits.percentage_from)


def _trend(trend: Trend, months: Counts, *, shown: bool) -> Trend:
    """The months of the trend are those of the table; what is estimated from them stands only when all of them are shown."""
    if not trend.spans:
        return trend
    if trend.unit != "month":
        return Trend((), trend.unit, None, None, "", NO_WEEKS)
    if shown:
        return trend
    spans = tuple(replace(span, number=item.number) for span, item in zip(trend.spans, months.items, strict=True))
    return Trend(spans, trend.unit, None, None, "", TOO_SMALL)


def _comparison(item: Comparison, least: int, *, shown: bool) -> Comparison:
    if item.other_number is not None and item.other_number < least:
        return replace(item, other_number=None, ratio=None, per_place=None)
    return item if shown else replace(item, ratio=None, per_place=None)


def _has_each_weekday(picture: Picture) -> bool:
    """In a shorter period everybody knows which days have 0."""
    start, end = picture.about.start, picture.about.end
    return start is not None and end is not None and (end - start).days + 1 >= DAYS


def _renumbered(unused: Iterable[Unused]) -> Iterable[Unused]:
    seen: Counter[tuple[str, str]] = Counter()
    for item in sorted(unused, key=lambda item: (item.file, item.reason)):
        seen[item.file, item.reason] += 1
        yield Unused(item.file, seen[item.file, item.reason], item.reason)


def _nothing(picture: Picture) -> Picture:
    """The picture of so few incidents that even their number is not shown."""
    return replace(
        picture,
        public=True,
        read=0,
        unused=(),
        remarks=(),
        total=None,
        per_week=None,
        kinds=NOTHING,
        places=NOTHING,
        months=NOTHING,
        heat=Heat((), 1, None),
        hot_places=(),
        hot_hours=(),
        concentration=None,
        trend=Trend((), "month", None, None, "", "er zijn te weinig incidenten om te publiceren"),
        rates=(),
        comparisons=(),
        place_map=None,
        meanings={},
    )
