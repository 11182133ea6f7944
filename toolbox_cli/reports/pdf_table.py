"""How wide the columns of a table in a PDF are, and which of its rows stay in one piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from typing import Any

from toolbox_cli.reports.document import Table
from toolbox_cli.reports.pdf_font import Face, face, fitted, shown

PADDING = 1.2  # em, left and right of a cell together
LONGEST_WHOLE_WORD = 9.0  # em; a longer word may be hyphenated
TALLEST_WHOLE = 14  # lines; a higher row may break over pages
_NUMBERS = re.compile(r"[<>–−-]?\s?(€\s?)?[\d.,]*\s?%?")
Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def table_data(table: Table, room: float) -> Json:
    """Return the table for the template, made to fit `room` em."""
    header, rows = [shown(cell) for cell in table.header], [[shown(cell) for cell in row] for row in table.rows]
    widths = column_widths(header, rows, room)
    inside = [width - PADDING for width in widths]
    return {
        "kind": "table",
        "columns": [round(width, 3) for width in widths],
        "right": [_numbers([row[at] for row in rows]) for at in range(len(header))],
        "header": [fitted(cell, width) for cell, width in zip(header, inside, strict=True)],
        "repeat": _lines(header, inside, face(bold=True)) <= TALLEST_WHOLE // 2,
        "rows": [
            {
                "cells": [fitted(cell, width, bold=False) for cell, width in zip(row, inside, strict=True)],
                "whole": _lines(row, inside, face()) <= TALLEST_WHOLE,
            }
            for row in rows
        ],
    }


def column_widths(header: Sequence[str], rows: Sequence[Sequence[str]], room: float) -> list[float]:
    """Return the widths in em, padding included: what the text asks for if that fits, else `room` shared by how much each has to say."""
    plain, bold = face(), face(bold=True)
    columns = [(name, [row[at] for row in rows]) for at, name in enumerate(header)]
    natural = [max(bold.width(name), *map(plain.width, cells)) + PADDING for name, cells in columns]
    if sum(natural) <= room:
        return natural
    words = [max(bold.longest(name), *map(plain.longest, cells)) for name, cells in columns]
    least = [min(word, LONGEST_WHOLE_WORD) + PADDING for word in words]
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    asked = [sum(map(plain.width, cells)) / len(cells) for _, cells in columns]
    return _shared(least, natural, asked, room)


def _shared(least: list[float], most: list[float], asked: list[float], room: float) -> list[float]:
    """Each column what it needs, the rest by what it asks, and none more than it can fill."""
    widths, open_ = list(least), set(range(len(least)))
    while open_ and (left := room - sum(widths)) > 0.01:
        weights = {at: max(asked[at], 0.1) for at in open_}
        total = sum(weights.values())
        for at, weight in weights.items():
            widths[at] = min(widths[at] + left * weight / total, most[at])
            if widths[at] >= most[at]:
                open_.discard(at)
    return widths


def _lines(row: Sequence[str], widths: Sequence[float], letters: Face) -> int:
    """About how many lines high a row is, rather too many than too few."""
    return max(ceil(letters.width(cell) * 1.25 / max(width, 1)) for cell, width in zip(row, widths, strict=True))


def _numbers(cells: Sequence[str]) -> bool:
    return all(_NUMBERS.fullmatch(cell) for cell in cells)
