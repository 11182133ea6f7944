"""The figures of one registration, each with its message: every number comes from the record that the sentences use too."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import replace

from toolbox_cli.evidence.picture import Count, Counts, Heat, Hot, Picture, PlaceMap, Trend
from toolbox_cli.evidence.regress import excludes_one
from toolbox_cli.reports.document import Bar, Bars, HeatMap, Point, Series, Sketch, Square
from toolbox_cli.reports.evidence_trend import trend_message
from toolbox_cli.reports.evidence_words import block_names, clock, day_names, incidents, month_label, unit_name
from toolbox_cli.reports.figure_text import number, squares_by_name
from toolbox_cli.reports.words import day, listed, month

MOST_BARS = 15
WEEK = 7
STANDS_OUT = 5  # a cell below this says nothing about a day or an hour


def kinds_figure(counts: Counts, hidden: str) -> Bars:
    """Return the kinds as bars."""
    return Bars("Soorten incidenten", _bars(counts.items, {}), _largest(counts, "soort"), hidden, "soort", "incidenten")


def places_figure(picture: Picture, hidden: str) -> Bars:
    """Return the places as bars, with the share of those that hold much."""
    shares = {hot.label: hot.share for hot in picture.hot_places}
    return Bars("Plaatsen", _bars(picture.places.items, shares), _largest(picture.places, "plaats"), hidden, "plaats", "incidenten")


def hours_figure(hot: Sequence[Hot], hidden: str) -> Bars:
    """Return the stretches of hours that hold much as bars."""
    bars = tuple(Bar(item.label, item.number, item.share) for item in hot)
    best = next((item for item in hot if item.number is not None), None)
    alt = f"Het drukst: {best.label} ({number(best.number)})." if best else "De aantallen zijn niet getoond."
    return Bars("Drukste uren", bars, alt, hidden, "uren", "incidenten")


def left_out(counts: Counts) -> int:
    """Return how many labels the bars leave out."""
    return max(len(counts.items) - MOST_BARS, 0)


def heat_figure(heat: Heat, hidden: str) -> HeatMap:
    """Return the heat map of days and hours."""
    blocks = len(heat.cells[0]) if heat.cells else 0
    hour = "uur" if heat.hours == 1 else "uur (van-tot)"
    columns = block_names(blocks, heat.hours)
    return HeatMap("Wanneer, per dag en uur", day_names(len(heat.cells)), columns, heat.cells, heat_sentence(heat), hidden, "dag", hour)


def heat_sentence(heat: Heat) -> str:
    """Return when most happened, and of how many the hour is not known."""
    return " ".join(part for part in (_busiest(heat), without_sentence(heat.without, "het uur")) if part)


def _busiest(heat: Heat) -> str:
    found = [(value, down, at) for down, row in enumerate(heat.cells) for at, value in enumerate(row) if value]
    if not found:
        return "Er is geen dag en uur met een aantal dat getoond kan worden."
    top = max(value for value, _, _ in found)
    if top < STANDS_OUT:
        return f"Geen dag en uur springt eruit: het hoogste aantal in een vak is {top}."
    names = day_names(len(heat.cells), long=True)
    best = [f"{names[down]} {clock(at, heat.hours)}" for value, down, at in found if value == top]
    many = f", elk {number(top)}" if len(best) > 1 else f" ({number(top)})"
    hides = any(value is None for row in heat.cells for value in row)
    return f"{'Het hoogste aantal dat is getoond' if hides else 'Het drukst'} was op {listed(best[:3])}{many}."


def without_sentence(without: int | None, what: str) -> str:
    """Return of how many incidents something is not known; nothing when that is none."""
    if without is None:
        return f"Van hoeveel incidenten {what} niet bekend is, is niet getoond."
    return f"Van {incidents(without)} is {what} niet bekend." if without else ""


def series_figure(trend: Trend, months: Counts, hidden: str) -> Series:
    """Return the numbers in order of time, with the line behind the trend when there is a clear one."""
    unit = unit_name(trend.unit) if trend.spans else "maand"
    counts = [Count(_span_label(trend, at, unit), span.number) for at, span in enumerate(trend.spans)] or list(months.items)
    line = _line(trend)
    points = tuple(
        Point(month_label(item.label), item.number, fitted) for item, fitted in zip(counts, line or [None] * len(counts), strict=True)
    )
    alt = " ".join(part for part in (_range_sentence(points, unit), trend_message(trend)) if part)
    return Series(f"Verloop per {unit}", points, alt, hidden, unit, "incidenten")


def _span_label(trend: Trend, at: int, unit: str) -> str:
    span = trend.spans[at]
    name = f"{month(span.start.month)} {span.start.year}"
    if unit == "maand":
        last = calendar.monthrange(span.start.year, span.start.month)[1]
        return name if span.start.day == 1 and span.end.day == last else f"{name} ({span.start.day}-{span.end.day})"
    days = "" if span.days == WEEK else f" ({span.days} dagen)"
    return f"vanaf {day(span.start)}{days}"


def _line(trend: Trend) -> list[float | None]:
    """The level that the change stands for, at the middle of each step; only where the counts themselves clearly change."""
    counted = [(span.number, span.days) for span in trend.spans]
    if trend.change is None or trend.per_place is not None or not trend.word or not excludes_one(trend.change):
        return []
    if trend.change.value <= 0 or any(value is None for value, _ in counted):
        return []
    whole, passed, growth = sum(days for _, days in counted), 0, []
    for _, days in counted:
        growth.append(days * trend.change.value ** ((passed + days / 2) / whole))
        passed += days
    scale = sum(value or 0 for value, _ in counted) / sum(growth)
    return [item * scale for item in growth]


def _range_sentence(points: Sequence[Point], unit: str) -> str:
    if any(point.number is None for point in points):
        return ""
    shown = [(point.number or 0, point.label) for point in points if not point.label.endswith(")")]  # not a part of a month
    if len(shown) < 2:
        return ""
    low, high = min(value for value, _ in shown), max(value for value, _ in shown)
    if low == high:
        return f"Elke {unit} {incidents(low)}."
    first_low, first_high = (next(label for value, label in shown if value == wanted) for wanted in (low, high))
    return f"Laagste aantal: {first_low} ({number(low)}); hoogste: {first_high} ({number(high)})."


def map_figure(place_map: PlaceMap, hidden: str, empty: str = "") -> Sketch:
    """Return the place map as a sketch; `empty` says what a square without a number may still hold."""
    squares = tuple(Square(cell.x, cell.y, cell.number) for cell in place_map.cells)
    bare = Sketch("Kaart met vakken", place_map.size, squares, "", hidden, "incidenten", empty)
    if not squares:
        return bare
    name, best = next(iter(squares_by_name(bare).items()))
    about = f"Het drukste vak is {name} ({number(best.number)})." if best.number is not None else "De aantallen zijn niet getoond."
    alt = f"{about} {without_sentence(place_map.without, 'de plek op de kaart')}".strip()
    return replace(bare, alt=alt)


def _bars(items: Sequence[Count], shares: dict[str, float | None]) -> tuple[Bar, ...]:
    return tuple(Bar(item.label, item.number, shares.get(item.label) if item.number is not None else None) for item in items[:MOST_BARS])


def _largest(counts: Counts, what: str) -> str:
    shown = [f"{item.label} ({number(item.number)})" for item in counts.items if item.number]
    first = f"Het vaakst: {listed(shown[:3])}." if shown else "De aantallen zijn niet getoond."
    more = f" De figuur toont de eerste {MOST_BARS} van {len(counts.items)}." if left_out(counts) else ""
    known = without_sentence(counts.without, f"de {what}")
    return f"{first}{more}{f' {known}' if known else ''}"
