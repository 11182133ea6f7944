"""The version that may be published: small numbers are hidden, and cannot be computed back.

The rule, which may be known to everybody:

1. Fewer incidents in all than `public_from`: nothing is shown, not even the total.
2. In each table a number below `public_from` is hidden, 0 too. Then the smallest shown number is hidden as well, with all that are as
   large, until there are at least `HIDDEN_CELLS` hidden numbers that are not all equal, that add up to `HIDDEN_SUM` times `public_from` or
   more, of which each can have `VALUES` values below the smallest shown number with that sum, and of which the others are not all known
   to who knows one. So every hidden number can have several values for whoever knows the rule and all that is shown, and the hidden
   numbers are not known as a set either. Where all numbers are hidden and the total is small, this cannot be promised for months: who
   knows all of them but one knows that one.
   The number without a label counts as one of the table (a 0 may be shown where labels are listed only when they occur, or where nothing
   is hidden). When all numbers of a table of kinds or places are hidden its labels are not shown either.
3. The heat map has the finest cells that still show at least half of the incidents: hours, then blocks of three and six hours, then the
   same for weekdays and weekend. One grouping is published and no margins.
4. Everything else is computed from the published numbers alone, or left out: hot places and hours (whether they also stand out without
   their busiest days is not looked at: that would tell of days), concentration, rates. The trend rests
   on the months, and the interval of a comparison on those of both periods: these are left out when a month is hidden, or when they rest
   on weeks. Weeks cut through months, and what words mean cuts through kinds and places: these are left out. So is the map where places
   are named, because who knows the streets in a square can subtract. Squares that are hidden or empty are both left out of a map.
5. Remarks are left out. Of the rows that were not used only their number in all is shown, when it is `public_from` or more; not how many
   rows were read, because the difference would tell a smaller number.
6. Estimates and shares are rounded to what the sentences about them show.

What is published twice (over two periods that overlap, or before and after a correction) can be subtracted: that is for the publisher.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolbox_cli.evidence.hot import (
    DAY,
    concentration_of,
    covers,
    hot_labels,
    hot_stretches,
    share_of,
    stretch_label,
)
from toolbox_cli.evidence.picture import DAYS, Cell, Comparison, Concentration, Count, Counts, Heat, Hot, Picture, PlaceMap, Trend
from toolbox_cli.evidence.rounding import rounded_comparison, rounded_rate, rounded_trend
from toolbox_cli.evidence.steps import steps_in
from toolbox_cli.model.evidence import Description, EvidenceRules, Limits

GROUPINGS = ((DAYS, 1), (DAYS, 3), (DAYS, 6), (2, 3), (2, 6))
WEEKDAYS = 5
HIDDEN_CELLS, HIDDEN_SUM, VALUES = 3, 2, 4
SHARE_DIGITS = 2
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
        read=0,
        unused=(),
        left_out=large(len(picture.unused), limits.public_from),
        per_week=None if picture.per_week is None else round(picture.per_week, 1),
        remarks=(),
        kinds=kinds,
        places=places,
        months=months,
        heat=heat,
        hot_places=_hot_places(places, total, limits),
        hot_hours=_hot_hours(heat, total, limits),
        concentration=_concentration(places, total, limits),
        trend=rounded_trend(_trend(picture.trend, months, shown=open_months)),
        rates=tuple(map(rounded_rate, picture.rates)),
        comparisons=tuple(
            rounded_comparison(_comparison(item, picture.about, limits.public_from, shown=open_months)) for item in picture.comparisons
        ),
        place_map=None if picture.places.items or picture.place_map is None else hidden_map(picture.place_map, total, limits.public_from),
        meanings={},
    )


def large(number: int, least: int) -> int | None:
    """Return a number that may be told as it is; None for one below the limit."""
    return number if number >= least else None


def hidden_cells(numbers: Sequence[int], least: int, fewest: int = 0) -> frozenset[int]:
    """Return which numbers are hidden: those below the limit and, as long as these tell too much together, the smallest of the others.

    `fewest` is what stands in every cell at least.
    """
    hidden = {at for at, number in enumerate(numbers) if number < least}
    while hidden and len(hidden) < len(numbers):
        smallest = min(number for at, number in enumerate(numbers) if at not in hidden)
        if not _tell_too_much([numbers[at] for at in hidden], smallest, least, fewest):
            break
        hidden |= {at for at, number in enumerate(numbers) if number == smallest}
    return frozenset(hidden)


def _tell_too_much(hidden: Sequence[int], smallest: int, least: int, fewest: int) -> bool:
    """Whether the hidden numbers, all below the smallest shown one, follow from their sum, alone or for who knows one of them."""
    known, total = len(hidden) - 1, sum(hidden)
    if known + 1 < HIDDEN_CELLS or total < HIDDEN_SUM * least or len(set(hidden)) == 1:
        return True
    most = smallest - 1
    if total - fewest >= known * most or min(most, total - known * fewest) - fewest < VALUES - 1:
        return True
    return total - max(hidden) < (known + 1) * fewest


def hidden_counts(counts: Counts, least: int) -> Counts:
    """Return a table of labels that occur: shown numbers first, the hidden ones by name; no labels when all are hidden."""
    without = counts.without or 0
    numbers = [item.number or 0 for item in counts.items] + ([without] if without else [])
    hidden = hidden_cells(numbers, least, fewest=1)
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


def _hot_places(places: Counts, total: int, limits: Limits) -> tuple[Hot, ...]:
    """What is hot by the published numbers; the number without a place, when hidden, is taken as 0."""
    known = total - (places.without or 0)
    shares = limits.percentage_from if places.without is not None else total + 1
    found = hot_labels(places.items, known, limits.hot_share)
    return tuple(Hot(item.label, item.number, share(item.number or 0, known, shares)) for item in found)


def _hot_hours(heat: Heat, total: int, limits: Limits) -> tuple[Hot, ...]:
    """What is hot by the published cells alone: stretches of blocks of which no cell is hidden."""
    blocks = [None if None in column else sum(number or 0 for number in column) for column in zip(*heat.cells, strict=True)]
    known = total - (heat.without or 0)
    shares = limits.percentage_from if heat.without is not None else total + 1
    found = []
    for stretch in hot_stretches(blocks, known, limits.hot_share, lambda _: True) if blocks else ():
        number = sum(blocks[at] or 0 for at in covers(stretch, len(blocks)))
        found.append(Hot(stretch_label(stretch, len(blocks)), number, share(number, known, shares)))
    return tuple(found)


def share(number: int, known: int, least: int) -> float | None:
    """Return a share as the sentences show it; None when there are too few to say."""
    found = share_of(number, known, least)
    return None if found is None else round(found, SHARE_DIGITS)


def _concentration(places: Counts, total: int, limits: Limits) -> Concentration | None:
    if places.without is None:
        return None
    found = concentration_of(places.items, total - places.without, limits.percentage_from)
    return found and replace(found, share=round(found.share, SHARE_DIGITS))


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


def _comparison(item: Comparison, about: Description, least: int, *, shown: bool) -> Comparison:
    """Both totals; the ratio with its interval only when that rests on months of which none is hidden, here and there."""
    months = item.other_months.items if item.other_months is not None else ()
    open_there = bool(months) and all((month.number or 0) >= least for month in months)
    small = item.other_number is not None and item.other_number < least
    kept = replace(item, other_number=None if small else item.other_number, other_months=None)
    if shown and open_there and not small and _by_month(about) and _by_month(item.other):
        return kept
    if item.ratio is None and item.per_place is None:
        return kept
    return replace(kept, ratio=None, per_place=None, cautions=(*item.cautions, "not_public"))


def _by_month(about: Description) -> bool:
    return about.start is not None and about.end is not None and steps_in(about.start, about.end, "day")[0] == "month"


def _has_each_weekday(picture: Picture) -> bool:
    """In a shorter period everybody knows which days have 0."""
    start, end = picture.about.start, picture.about.end
    return start is not None and end is not None and (end - start).days + 1 >= DAYS


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
