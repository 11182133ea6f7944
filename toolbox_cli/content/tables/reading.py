"""Small tables, such as surveys, read whole as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolbox_cli.content.tables.header import Header, Names, header_of
from toolbox_cli.content.tables.personal import personal_content
from toolbox_cli.content.tables.source import open_source
from toolbox_cli.content.tables.text import clean, words
from toolbox_cli.errors import ToolboxError
from toolbox_cli.evidence.table import Column, TextTable, Unused
from toolbox_cli.model.evidence import EvidenceRules

if TYPE_CHECKING:
    import polars as pl

MOST_ROWS = 200_000
TOTAL, REPEATED, TOO_LONG = "totaalregel", "herhaalde kop", "meer cellen dan de kop"
TOTALS = re.compile(r"(?:eind|sub|gene?ra+l ?|grand |sub ?)?tota+l(?:en|s)?\b.*", re.IGNORECASE)


def read_table(
    file: Path,
    rules: EvidenceRules,
    *,
    columns: Mapping[str, str] | None = None,
    header: int | None = None,
    sheet: str | None = None,
    shown: Callable[[str], str] | None = None,
) -> TextTable:
    """Return a small table as text without what is about people; raises ToolboxError when it cannot be read.

    `columns` says which column has which role; `header` on which row the names are. `shown` gives nothing for a text about a person.
    """
    names = Names(rules)
    source = open_source(file, sheet, names.count)
    head = header_of(source.file, source.head, source.first, names, columns or {}, header, survey=True)
    width = len(head.names)
    refused = refused_columns(head, source.head, shown or (lambda text: text), (head.roles.get("moment"), head.roles.get("day")))
    kept = [at for at in range(width) if at not in refused]
    found = _Rows(source.file, [words(name) for name in head.names])
    for chunk in source.chunks(head.place + 1, width, range(width), _nothing):
        found.take(chunk.first, chunk.frame)
    rows = [[row[at] or None for at in kept] for row in found.cells]
    return TextTable(
        source.file,
        tuple(head.names[at] for at in kept),
        _frame(rows, [head.names[at] for at in kept]),
        tuple(found.numbers),
        len(found.numbers) + len(found.unused),
        tuple(found.unused),
        columns_of(head, refused, named=True),
        {head.names[at]: role for role, at in head.roles.items() if at not in refused},
        tuple(source.remarks),
    )


def refused_columns(
    head: Header, rows: Sequence[Sequence[str]], shown: Callable[[str], str], trusted: Sequence[int | None] = ()
) -> dict[int, str]:
    """Return what is about people, by place: by the name of the column, or by what stands in the first rows; `trusted` only by name."""
    refused = {at: rule.label for at, rule in head.personal.items()}
    for at in range(len(head.names)):
        if at not in refused and at not in trusted:
            why = personal_content((row[at] for row in rows[head.place + 1 :] if at < len(row)), shown)
            if why:
                refused[at] = why
    return refused


def columns_of(head: Header, refused: Mapping[int, str], *, named: bool) -> tuple[Column, ...]:
    """Return the columns in the order of the file; `named` says that their names may be shown, otherwise only those with a role are."""
    role_at = {at: role for role, at in head.roles.items()}
    return tuple(
        Column(name if named or at in role_at else f"kolom {at + 1}", role_at.get(at, ""), refused.get(at, ""))
        for at, name in enumerate(head.names)
    )


class _Rows:
    """Collects the rows of a table and those that are not used."""

    def __init__(self, file: str, header: Sequence[str]) -> None:
        self.file, self.header = file, header
        self.cells: list[list[str]] = []
        self.numbers: list[int] = []
        self.unused: list[Unused] = []

    def take(self, first: int, frame: pl.DataFrame) -> None:
        """Take the next rows; `first` is the number of the first."""
        if len(self.cells) + frame.height > MOST_ROWS:
            raise ToolboxError(f"{self.file}: dit zijn meer dan {MOST_ROWS} rijen", "Geef een kleiner bestand.")
        for number, (*row, over) in enumerate(frame.rows(), start=first):
            cells = [clean(cell) if cell else "" for cell in row]
            if not any(cells) and not over:
                continue
            reason = self._reason(cells, over=over)
            if reason:
                self.unused.append(Unused(self.file, number, reason))
            else:
                self.cells.append(cells)
                self.numbers.append(number)

    def _reason(self, cells: Sequence[str], *, over: bool) -> str:
        filled = [(at, cell) for at, cell in enumerate(cells) if cell]
        if over:
            return TOO_LONG
        if len(filled) > 1 and all(words(cell) == self.header[at] for at, cell in filled):
            return REPEATED
        return TOTAL if filled and TOTALS.fullmatch(filled[0][1]) else ""


def _frame(rows: Sequence[Sequence[str | None]], names: Sequence[str]) -> pl.DataFrame:
    import polars as pl

    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


def _nothing(_: float) -> None:
    """A small file needs no progress."""
