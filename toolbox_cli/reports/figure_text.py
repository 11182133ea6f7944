"""Figures as text: the table with the same numbers, the legend, and the squares of a sketch by name. Every renderer starts here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import assert_never

from toolbox_cli.reports.document import Bar, Bars, Figure, HeatMap, Series, Sketch, Square, Table

HIDDEN, NO_SHARE = "–", "niet bepaald"
MOST_EMPTY = 2  # rows of only zeros that each stand alone
Row = tuple[str, ...]


def number(value: int | None) -> str:
    """Return a number as Dutch readers write it (12.345), or the mark of a number that is not shown."""
    return HIDDEN if value is None else f"{value:,}".replace(",", ".")


def percent(share: float | None) -> str:
    """Return a share as a whole percentage, never a false 0% or 100%; empty when it is not given."""
    if share is None:
        return ""
    whole = int(share * 100 + 0.5)
    if whole == 0 and share > 0:
        return "<1%"
    return ">99%" if whole == 100 and share < 1 else f"{whole}%"


def decimal(value: float, places: int = 1) -> str:
    """Return a number with a decimal comma: 4,5; thousands with a dot."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def figure_table(figure: Figure) -> Table:
    """Return the table with the same numbers as the figure, the longer side of a heat map downwards so that it fits a page."""
    match figure:
        case HeatMap():
            figure = turned(figure) if len(figure.columns) > len(figure.rows) else figure
            header = (f"{figure.row_name} / {figure.column_name}", *figure.columns)
            rows: Iterator[Row] = ((name, *map(number, cells)) for name, cells in zip(figure.rows, figure.cells, strict=True))
        case Bars():
            header, rows = _bars(figure)
        case Series():
            header, rows = _series(figure)
        case Sketch():
            header = ("vak", "oost (m)", "noord (m)", figure.number_name)
            rows = ((name, f"{item.x:.0f}", f"{item.y:.0f}", number(item.number)) for name, item in squares_by_name(figure).items())
        case _:
            assert_never(figure)
    return Table(header, tuple(rows))


def printed_table(figure: Figure) -> Table:
    """Return the table for a page: as the whole one, with a run of hours in which nothing happened in one row (0 t/m 8).

    A number that is not shown is never nothing, so such an hour keeps its row.
    """
    table = figure_table(figure)
    return replace(table, rows=tuple(_without_runs(table.rows))) if isinstance(figure, HeatMap) else table


def _without_runs(rows: Sequence[Row]) -> Iterator[Row]:
    for empty, group in groupby(rows, lambda row: all(cell == number(0) for cell in row[1:])):
        run = list(group)
        yield from [(f"{run[0][0]} t/m {run[-1][0]}", *run[0][1:])] if empty and len(run) > MOST_EMPTY else run


def turned(figure: HeatMap) -> HeatMap:
    """Return the heat map with rows and columns exchanged: for a narrow page or large numbers. No number changes."""
    return HeatMap(
        figure.title,
        figure.columns,
        figure.rows,
        tuple(zip(*figure.cells, strict=True)),
        figure.alt,
        figure.hidden,
        figure.column_name,
        figure.row_name,
    )


def legend(figure: Figure) -> str:
    """Return what the signs in the figure mean; empty when it needs no words."""
    parts = []
    if isinstance(figure, Sketch):
        empty = figure.empty or f"heeft geen {figure.number_name}"
        parts.append(f"Noord is boven. Elk vak is {figure.size} bij {figure.size} meter; een vak zonder getal {empty}.")
    if has_hidden(figure):
        parts.append(f"Het teken {HIDDEN} betekent: {figure.hidden or 'niet getoond'}.")
    return " ".join(parts)


def has_hidden(figure: Figure) -> bool:
    """Say whether the figure has a number that is not shown."""
    return None in _numbers(figure)


def _numbers(figure: Figure) -> tuple[int | None, ...]:
    match figure:
        case HeatMap():
            return tuple(cell for row in figure.cells for cell in row)
        case Bars():
            return tuple(bar.number for bar in figure.bars)
        case Series():
            return tuple(point.number for point in figure.points)
        case Sketch():
            return tuple(square.number for square in figure.squares)
        case _:
            assert_never(figure)


def highest(figure: Figure) -> int:
    """Return the largest number that is shown; 0 when there is none."""
    return max((value for value in _numbers(figure) if value is not None), default=0)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sketch as rows and columns, the most northern row first; `at` gives the square in a row and column."""

    columns: int
    rows: int
    at: Mapping[tuple[int, int], Square]


def grid_of(sketch: Sketch) -> Grid:
    """Return the squares of a sketch in rows and columns."""
    west, north = min(item.x for item in sketch.squares), max(item.y for item in sketch.squares)
    at = {(round((north - item.y) / sketch.size), round((item.x - west) / sketch.size)): item for item in sketch.squares}
    return Grid(max(column for _, column in at) + 1, max(row for row, _ in at) + 1, at)


def column_letters(column: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    return (column_letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def squares_by_name(sketch: Sketch) -> dict[str, Square]:
    """Return the squares by name (a letter for west to east, a number for north to south), the largest number first."""
    places = sorted(grid_of(sketch).at.items(), key=lambda item: (-(item[1].number if item[1].number is not None else -1), item[0]))
    return {f"{column_letters(column)}{row + 1}": square for (row, column), square in places}


def _bars(figure: Bars) -> tuple[Row, Iterator[Row]]:
    if all(bar.share is None for bar in figure.bars):
        return (figure.label_name, figure.number_name), ((bar.label, number(bar.number)) for bar in figure.bars)
    rows = ((bar.label, number(bar.number), _share(bar)) for bar in figure.bars)
    return (figure.label_name, figure.number_name, "deel"), rows


def _share(bar: Bar) -> str:
    """The share; that it is not shown with a number that is not, and never an empty cell."""
    if bar.share is not None:
        return percent(bar.share)
    return HIDDEN if bar.number is None else NO_SHARE


def _series(figure: Series) -> tuple[Row, Iterator[Row]]:
    if all(point.fitted is None for point in figure.points):
        return (figure.label_name, figure.number_name), ((point.label, number(point.number)) for point in figure.points)
    fitted = (NO_SHARE if point.fitted is None else decimal(point.fitted) for point in figure.points)
    rows = ((point.label, number(point.number), line) for point, line in zip(figure.points, fitted, strict=True))
    return (figure.label_name, figure.number_name, "volgens de lijn"), rows
