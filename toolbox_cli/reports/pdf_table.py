"""How wide the columns of a table in a PDF are, and which of its rows stay in one piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from typing import Any

from toolbox_cli.reports.document import Table
from toolbox_cli.reports.pdf_font import Face, face, shown, wrapped

PADDING = 1.2  # em, left and right of a cell together
LONGEST_WHOLE_WORD = 9.0  # em; a longer word may be hyphenated
FIXED_PART = 0.85  # of the room goes to words in one piece at most; the rest goes where most is said
TALLEST_WHOLE = 12  # lines; a higher row may break over pages
TALLEST_REPEATED, TALLEST_HEADER = 4, 12  # lines; a higher header does not come back, or is set as a row
# A word as people write it: hyphenation finds places to break it. Anything else that is too long breaks anywhere.
_VOWEL, _OTHER = "[aeiouyäëïöüáéíóúàèê]", "[b-df-hj-np-tv-xzçñ]"
_SYLLABLES = re.compile(
    rf"\W{{0,2}}{_OTHER}{{0,5}}{_VOWEL}{{1,3}}(?:{_OTHER}{{1,5}}{_VOWEL}{{1,3}}){{1,16}}{_OTHER}{{0,5}}\W{{0,2}}", re.IGNORECASE
)
_NUMBERS = re.compile(r"[<>–−-]?\s?(€\s?)?[\d.,]{0,15}\s?%?")
Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def table_data(table: Table, room: float) -> Json:
    """Return the table for the template, made to fit `room` em."""
    header, rows = [shown(cell) for cell in table.header], [[shown(cell) for cell in row] for row in table.rows]
    widths = column_widths(header, rows, room)
    inside = [width - PADDING for width in widths]
    height = _lines(header, inside, face(bold=True))
    return {
        "kind": "table",
        "columns": [round(width, 3) for width in widths],
        "numbers": [_numbers([row[at] for row in rows]) for at in range(len(header))],
        "header": [_cell(cell, width, face(bold=True)) for cell, width in zip(header, inside, strict=True)],
        "repeat": height <= TALLEST_REPEATED,
        "tagged": height <= TALLEST_HEADER,  # a tagged header cannot break over pages
        "rows": [
            {
                "cells": [_cell(cell, width, face()) for cell, width in zip(row, inside, strict=True)],
                "whole": _lines(row, inside, face()) <= TALLEST_WHOLE,
                "long": [face().longest(cell) > width for cell, width in zip(row, inside, strict=True)],  # only then is a word hyphenated
            }
            for row in rows
        ],
    }


def column_widths(header: Sequence[str], rows: Sequence[Sequence[str]], room: float) -> list[float]:
    """Return the widths in em, padding included: what the text asks for if that fits, else `room` shared so that cells are equally high."""
    plain, bold = face(), face(bold=True)
    columns = [(name, [row[at] for row in rows]) for at, name in enumerate(header)]
    natural = [max(bold.width(name), *map(plain.width, cells)) + PADDING for name, cells in columns]
    if sum(natural) <= room:
        return natural
    asked = [sum(map(plain.width, cells)) / len(cells) + PADDING for _, cells in columns]
    return _shared(_least(columns, room), asked, natural, room)


def _least(columns: Sequence[tuple[str, Sequence[str]]], room: float) -> list[float]:
    """How wide each column must be: for its longest word, or its numbers in one piece; long words give way when there are many columns."""
    words = [max(face(bold=True).longest(name), *map(face().longest, cells)) for name, cells in columns]
    whole = [max(map(face().width, cells)) if _numbers(cells) else 0.0 for _, cells in columns]
    for longest in (LONGEST_WHOLE_WORD, 7.5, 6.0, 5.0, 4.0, 3.0):
        least = [min(max(word, number), max(longest, number)) + PADDING for word, number in zip(words, whole, strict=True)]
        if sum(least) <= room * FIXED_PART:
            return least
    return [width * room * FIXED_PART / sum(least) for width in least]


def _shared(least: Sequence[float], asked: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Each the same part of what it asks, between what it must have and what it can fill; together `room`."""
    low, high = 0.0, max(upper / wish for upper, wish in zip(most, asked, strict=True))
    widths = list(least)
    for _ in range(40):
        part = (low + high) / 2
        tried = [min(max(wish * part, lower), upper) for lower, wish, upper in zip(least, asked, most, strict=True)]
        low, high, widths = (part, high, tried) if sum(tried) <= room else (low, part, widths)
    return widths


def _cell(text: str, room: float, letters: Face) -> str:
    """The text with places to break in a word that is too long and that cannot be hyphenated."""
    return wrapped(text, room, letters, lambda word: not _SYLLABLES.fullmatch(word))


def _lines(row: Sequence[str], widths: Sequence[float], letters: Face) -> int:
    """About how many lines high a row is, rather too many than too few."""
    return max(ceil(letters.width(cell) * 1.25 / max(width, 1)) for cell, width in zip(row, widths, strict=True))


def _numbers(cells: Sequence[str]) -> bool:
    return all(_NUMBERS.fullmatch(cell) for cell in cells)
