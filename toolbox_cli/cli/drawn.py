"""Figures drawn with plain signs: the numbers themselves, readable without colour, at any width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from rich.text import Text

from toolbox_cli.reports.document import Bar, Bars, Figure, HeatMap, Series, Sketch
from toolbox_cli.reports.figure_text import column_letters, grid_of, highest, number, percent, squares_by_name, turned

BLOCK = "█"
EMPTY = "."
SHORTEST_BAR, LONGEST_BAR, MOST_SQUARES = 8, 40, 20
_SHADES = ((0.75, "reverse bold"), (0.5, "bold"), (0.0, ""))  # the number itself says it; the shade only helps


def drawn(figure: Figure, width: int) -> Text:
    """Return the figure as lines no wider than `width`."""
    match figure:
        case HeatMap():
            return _heat_map(figure, width)
        case Bars():
            return _joined(_bars(figure.bars, highest(figure), width))
        case Series():
            return _joined(_bars([Bar(point.label, point.number) for point in figure.points], highest(figure), width))
        case Sketch():
            return _sketch(figure, width)
        case _:
            assert_never(figure)


def _heat_map(figure: HeatMap, width: int) -> Text:
    """Rows and columns as they are, turned when that fits better, and a list when neither fits."""
    for turn in (figure, turned(figure)):
        lines = _grid(turn.columns, turn.rows, turn.cells, highest(figure))
        if max(line.cell_len for line in lines) <= width:
            return Text("\n").join(lines)
    return _joined(_listed(turned(figure)))


def _grid(columns: Sequence[str], rows: Sequence[str], cells: Sequence[Sequence[int | None]], top: int) -> list[Text]:
    front = max(len(name) for name in rows)
    cell = max(len(text) for text in (*columns, *(number(value) for row in cells for value in row)))
    header = Text(" " * front + "".join(f" {name:>{cell}}" for name in columns))
    lines = [header]
    for name, row in zip(rows, cells, strict=True):
        line = Text(f"{name:<{front}}")
        for value in row:
            line.append(" ").append(f"{number(value):>{cell}}", _shade(value, top))
        lines.append(line)
    return lines


def _shade(value: int | None, top: int) -> str:
    if not value:
        return "dim"
    return next(style for share, style in _SHADES if value >= share * top)


def _listed(figure: HeatMap) -> Iterator[str]:
    """One line per number that says something, for a very narrow page."""
    for name, row in zip(figure.rows, figure.cells, strict=True):
        for column, value in zip(figure.columns, row, strict=True):
            if value != 0:
                yield f"{name} {column} {number(value)}"


def _bars(bars: Sequence[Bar], top: int, width: int) -> Iterator[str]:
    """Label, number, share, bar; on a narrow page the label has a line of its own."""
    digits = max(len(number(bar.number)) for bar in bars)
    shares = max(len(percent(bar.share)) for bar in bars)
    behind = digits + (shares + 2 if shares else 0) + 2
    labels = max(len(bar.label) for bar in bars)
    room = min(width - labels - 2 - behind, LONGEST_BAR)
    folded = room < SHORTEST_BAR
    if folded:
        room = max(min(width - 2 - behind, LONGEST_BAR), 1)
    for bar in bars:
        share = f"  {percent(bar.share):>{shares}}" if shares else ""
        drawn_bar = BLOCK * _length(bar.number, top, room)
        figures = f"{number(bar.number):>{digits}}{share}  {drawn_bar}".rstrip()
        if folded:
            yield from _folded(bar.label, width)
            yield f"  {figures}"
        else:
            yield f"{bar.label:<{labels}}  {figures}"


def _folded(label: str, width: int) -> Sequence[str]:
    import textwrap

    return textwrap.wrap(label, width, subsequent_indent=" ")


def _length(value: int | None, top: int, room: int) -> int:
    """The bar of a number: nothing only for nothing."""
    if not value or not top:
        return 0
    return max(1, round(value / top * room))


def _sketch(figure: Sketch, width: int) -> Text:
    grid = grid_of(figure)
    cell = max(2, *(len(number(square.number)) for square in figure.squares), len(column_letters(grid.columns - 1)))
    front = len(str(grid.rows))
    if front + grid.columns * (cell + 1) > width or grid.rows > 4 * len(figure.squares):
        return _joined(_largest_squares(figure))
    lines = [Text(" " * front + "".join(f" {column_letters(column):>{cell}}" for column in range(grid.columns)))]
    for row in range(grid.rows):
        line = Text(f"{row + 1:>{front}}")
        for column in range(grid.columns):
            square = grid.at.get((row, column))
            text, style = (number(square.number), _shade(square.number, highest(figure))) if square else (EMPTY, "dim")
            line.append(" ").append(f"{text:>{cell}}", style)
        lines.append(line)
    return Text("\n").join(lines)


def _largest_squares(figure: Sketch) -> Iterator[str]:
    named = list(squares_by_name(figure).items())
    for name, square in named[:MOST_SQUARES]:
        yield f"{name}  {number(square.number)}"
    if len(named) > MOST_SQUARES:
        yield f"en nog {number(len(named) - MOST_SQUARES)} vakken met minder; alle vakken: --json"


def _joined(lines: Iterator[str]) -> Text:
    return Text("\n".join(lines))
