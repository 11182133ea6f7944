"""How much of the page that decides is told: as much as fits on one side of A4, however many problems there are."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from toolbox_cli.reports.document import Block, BulletList, Callout, Document, Heading, Line, Paragraph, Table

PAGE = 58.0  # lines of running text below the title, as counted here: measured on pages that were just full
_SIGNS, _CELLS = 88, 92  # signs that go on one line of text, and in one row of a table
_HEADING, _BETWEEN, _AROUND, _ROW, _ROW_LINE = 2.4, 0.35, 0.75, 0.65, 0.85


@dataclass(frozen=True)
class Room:
    """How many of each there may be: sentences about a problem, unknown points, rows, steps and decisions."""

    sentences: int
    unknown: int
    rows: int
    steps: int
    decided: int


ONE = Room(sentences=2, unknown=3, rows=99, steps=3, decided=3)
SEVERAL = (
    Room(sentences=1, unknown=3, rows=3, steps=2, decided=2),
    Room(sentences=1, unknown=2, rows=2, steps=2, decided=1),
    Room(sentences=0, unknown=2, rows=2, steps=2, decided=1),
    Room(sentences=0, unknown=2, rows=1, steps=2, decided=1),
    Room(sentences=0, unknown=1, rows=1, steps=1, decided=0),
)


def lines_of(document: Document) -> float:
    """Return about how many lines of running text the blocks take in print."""
    return sum(_lines(block) for block in document.blocks)


def _lines(block: Block) -> float:
    match block:
        case Heading():
            return _HEADING
        case Paragraph(line):
            return _text(line) + _AROUND
        case Callout(line=line):
            return _text(line, _SIGNS - 6) + 2 * _AROUND + 0.5
        case BulletList(items=items):
            return sum(_text(item, _SIGNS - 4) + _BETWEEN for item in items) + _AROUND
        case Table():
            return _table(block)
        case _:
            return _AROUND


def _text(line: Line, signs: int = _SIGNS) -> int:
    return ceil(len(" ".join((line.text, *line.sources))) / signs)


def _table(table: Table) -> float:
    """The width goes to the columns by their longest cell, as in print."""
    rows = (table.header, *table.rows)
    longest = [max(len(row[at]) for row in rows) for at in range(len(table.header))]
    part = min(1.0, _CELLS / (sum(longest) + 2 * len(longest)))
    return sum(
        _ROW + _ROW_LINE * max(ceil(len(cell) / max(1, part * most)) for cell, most in zip(row, longest, strict=True)) for row in rows
    )
