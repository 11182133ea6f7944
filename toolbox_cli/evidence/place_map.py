"""Coordinates as a small map of squares, so large that no house can be recognised.

A square is at least 250 metres and grows (twice as wide each time) until four fifths of the incidents lie in squares that hold at least
the number set in the limits, and the map is at most forty squares wide. A square that holds fewer has no number, also in the version that
is not public. The corner of the map is a multiple of the size, so it tells nothing about one place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from toolbox_cli.evidence.picture import Cell, PlaceMap

if TYPE_CHECKING:
    import polars as pl

SMALLEST, LARGEST = 250, 8000
MOST_OF, MOST_ACROSS = 0.8, 40

Squares = Mapping[tuple[int, int], int]


def place_map_of(frame: pl.DataFrame, total: int, least: int) -> PlaceMap | None:
    """Return the squares, from the north down; None without coordinates, or when no size of square holds enough."""
    squares, size = _squares(frame), SMALLEST
    placed = sum(squares.values())
    if placed < least:
        return None
    while size < LARGEST and (not _holds_enough(squares, least) or _across(squares) > MOST_ACROSS):
        squares, size = _twice_as_wide(squares), size * 2
    if not _holds_enough(squares, least):
        return None
    return PlaceMap(size, cells_of({at: number if number >= least else None for at, number in squares.items()}, size), total - placed)


def cells_of(squares: Mapping[tuple[int, int], int | None], size: int) -> tuple[Cell, ...]:
    """Return squares as cells measured from the corner of what is shown, from the north down."""
    if not squares:
        return ()
    west, south = min(x for x, _ in squares), min(y for _, y in squares)
    ordered = sorted(squares, key=lambda at: (-at[1], at[0]))
    return tuple(Cell((x - west + 0.5) * size, (y - south + 0.5) * size, squares[x, y]) for x, y in ordered)


def _holds_enough(squares: Squares, least: int) -> bool:
    return sum(number for number in squares.values() if number >= least) >= MOST_OF * sum(squares.values())


def _across(squares: Squares) -> int:
    """The number of squares from side to side, of the longest side."""
    return max(max(at[side] for at in squares) - min(at[side] for at in squares) + 1 for side in (0, 1))


def _squares(frame: pl.DataFrame) -> Squares:
    import polars as pl

    if frame["x"].null_count() == frame.height:
        return {}
    counted = (
        frame.lazy()
        .filter(pl.col("x").is_not_null() & pl.col("y").is_not_null())
        .group_by((pl.col("x") / SMALLEST).floor().cast(pl.Int32), (pl.col("y") / SMALLEST).floor().cast(pl.Int32))
        .agg(pl.col("number").sum())
        .collect()
    )
    return {(x, y): number for x, y, number in counted.iter_rows()}


def _twice_as_wide(squares: Squares) -> Squares:
    found: defaultdict[tuple[int, int], int] = defaultdict(int)
    for (x, y), number in squares.items():
        found[x // 2, y // 2] += number
    return found
