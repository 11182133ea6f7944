"""Numbers in cells: how many incidents a row stands for, and where it is on the map."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from toolbox_cli.content.tables.text import clean

if TYPE_CHECKING:
    import polars as pl

NO_AMOUNT, NO_WHOLE_AMOUNT = "geen aantal", "aantal is geen heel getal van nul of meer"
_WHOLE = re.compile(r"(?:\d{1,9}|\d{1,3}(?:\.\d{3}){1,2}|\d{1,3}(?: \d{3}){1,2})(?:,0{1,2}|,-)?|\d{1,9}\.0{1,2}")
_MOST = 2**32 - 1

# The middle of the Dutch grid (Amersfoort) in both systems; near enough for squares of hundreds of metres.
_X, _Y, _LON, _LAT = 155_000.0, 463_000.0, 5.387206, 52.155172
_PER_DEGREE_NORTH, _PER_DEGREE_EAST = 111_267.0, 111_412.8


def amount_of(text: str) -> int | str:
    """Return the number in a cell (12, 1.234, 12,0), or the reason why it is none."""
    said = clean(text)
    if said.lower() in ("", "-", "onbekend", "n.v.t.", "nvt", "?"):
        return NO_AMOUNT
    if not (said.isascii() and _WHOLE.fullmatch(said)):
        return NO_WHOLE_AMOUNT
    whole = said.split(",")[0]
    whole = re.sub(r"\.0{1,2}$", "", whole).replace(".", "").replace(" ", "")
    return int(whole) if int(whole) <= _MOST else NO_WHOLE_AMOUNT


def number_expression(column: str) -> pl.Expr:
    """Return a column of text as decimal numbers, written in Dutch or in English; what is no number is null."""
    import polars as pl

    text = pl.col(column).str.replace_all(r"[\s\u00a0']", "")
    dutch = text.str.contains(",", literal=True) | (text.str.count_matches(r"\.") > 1)
    plain = pl.when(dutch).then(text.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)).otherwise(text)
    return plain.cast(pl.Float64, strict=False)


def metres(east: pl.Expr, north: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Return two columns of numbers as metres in the Dutch grid, from RD (also in kilometres) or degrees; null outside the country."""
    import polars as pl

    rd = east.is_between(0.001, 300_000) & north.is_between(300_000, 620_000)
    kilometres = east.is_between(0.001, 300) & north.is_between(300, 620)
    degrees = east.is_between(3, 8) & north.is_between(50.5, 54)
    turned = north.is_between(3, 8) & east.is_between(50.5, 54)
    lon, lat = pl.when(turned).then(north).otherwise(east), pl.when(turned).then(east).otherwise(north)
    flat_x = _X + (lon - _LON) * _PER_DEGREE_EAST * (lat * (math.pi / 180)).cos()
    flat_y = _Y + (lat - _LAT) * _PER_DEGREE_NORTH
    sphere = degrees | turned

    def chosen(own: pl.Expr, flat: pl.Expr) -> pl.Expr:
        return pl.when(rd).then(own).when(kilometres).then(own * 1000).when(sphere).then(flat).cast(pl.Float32)

    return chosen(east, flat_x), chosen(north, flat_y)
