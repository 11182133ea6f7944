"""A budget in a CSV file or a workbook: a row with the names of the fields, and a row per line. CSV needs no other library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from toolbox_cli.content.budget import MOST_LINES, text_finder
from toolbox_cli.content.budget_values import FIELDS, LineReader, amount_from
from toolbox_cli.content.tables.blocks import blocks_of
from toolbox_cli.content.tables.delimited import Delimited
from toolbox_cli.content.tables.records import records_of
from toolbox_cli.content.tables.source import Source, open_source
from toolbox_cli.content.tables.text import words
from toolbox_cli.errors import ContentError, Problem, ToolboxError
from toolbox_cli.model.budget import Budget, BudgetLine
from toolbox_cli.model.catalogue import Catalogue

MOST_BYTES = 5_000_000
_KNOWN = {words(field): field for field in FIELDS} | {
    "t m": "tot_en_met", "probleem of doel": "probleem", "tarief": "btw_tarief", "bedrag in euro": "bedrag",
}  # fmt: skip
_NAMES = ", ".join(FIELDS)
_TOTALS = ("totaal", "totaal begroting", "subtotaal", "eindtotaal", "som", "totalen", "totale kosten", "totaal kosten")
_TOTAL = re.compile(r"(?:totaal|totale|totalen|subtotaal|eindtotaal|som)\b")


def read_table_budget(path: Path, catalogue: Catalogue) -> Budget:
    """Return the budget in a table; raises an error with every fault in it."""
    source = open_source(path, None, _count)
    rows = list(_rows(path, source))
    header, columns, problems = _columns(path, rows)
    reader = LineReader(catalogue, text_finder(catalogue), amounts_of_sheet=not isinstance(source, Delimited))
    lines: list[BudgetLine] = []
    totals = _Totals(sheet=not isinstance(source, Delimited))
    for row, cells in rows[header + 1 :]:
        raw = {field: cells[at] for at, field in columns.items() if at < len(cells)}
        if not any(cell.strip() for cell in cells) or totals.takes(raw, cells, lines):
            continue

        def fault(field: str, what: str, row: int = row) -> None:
            problems.append(Problem(str(path), row, field, what))

        if any(cell.strip() for cell in cells[len(rows[header][1]) :]):
            fault("", "deze rij heeft meer cellen dan er kolommen zijn; zet tekst met een scheidingsteken tussen aanhalingstekens")
            continue
        line = reader.line(len(lines) + 1, raw, fault)
        if line is not None:
            lines.append(line)
        if len(lines) > MOST_LINES:
            raise ToolboxError(f"{path}: dit zijn meer dan {MOST_LINES} regels", "Tel kleine posten bij elkaar op.")
    if not lines and not problems:
        problems.append(Problem(str(path), None, "", "onder de kolomnamen staat geen enkele regel"))
    if problems:
        raise ContentError(problems)
    return Budget(file=path.name, lines=tuple(lines), other_total_eur=totals.other)


class _Totals:
    """The rows with a total: left out, and the last one that says another amount than the lines above it is kept."""

    def __init__(self, *, sheet: bool) -> None:
        self.sheet = sheet
        self.since = 0
        self.other: Decimal | None = None

    def takes(self, raw: Mapping[str, str], cells: Sequence[str], lines: Sequence[BudgetLine]) -> bool:
        """Return whether this row is a total: it is called so and nothing else, or it begins so and is exactly the sum of what is above."""
        name = words(next(cell for cell in cells if cell.strip()))
        amount, _ = amount_from(raw.get("bedrag", ""), sheet=self.sheet)
        sums = [sum((line.amount_eur for line in group), Decimal(0)) for group in (lines, lines[self.since :])]
        fits = bool(lines) and amount in sums
        if name not in _TOTALS and not (fits and _TOTAL.match(name)):
            return False
        if not fits and amount is not None:
            self.other = amount
        self.since = len(lines)
        return True


def _rows(path: Path, source: Source) -> Iterator[tuple[int, Sequence[str]]]:
    """Every row with its number as a spreadsheet shows it."""
    if not isinstance(source, Delimited):
        chunks = source.chunks(0, len(source.head[0]), range(len(source.head[0])), _nothing)
        yield from enumerate(([cell or "" for cell in row[:-1]] for chunk in chunks for row in chunk.frame.rows()), start=source.first)
        return
    if path.stat().st_size > MOST_BYTES:
        raise ToolboxError(f"{path}: dit bestand is te groot voor een begroting (meer dan 5 MB)")
    text = b"".join(blocks_of(path, _nothing)).decode("utf-8", "replace")
    text = text.partition("\n")[2] if source.skip else text
    yield from enumerate(records_of(text, source.separator, len(FIELDS), final=True).rows, start=source.first)


def _columns(path: Path, rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[int, Mapping[int, str], list[Problem]]:
    """Where the row with names is, and which field each column holds."""
    at = next((at for at, (_, cells) in enumerate(rows[:40]) if _count(cells) >= 2), None)
    if at is None:
        raise ToolboxError(f"{path}: geen rij met kolomnamen gevonden", f"Zet bovenaan de namen van de kolommen: {_NAMES}.")
    row, cells = rows[at]
    columns: dict[int, str] = {}
    problems = []
    for place, cell in enumerate(cells):
        field = _KNOWN.get(words(cell))
        if field and field not in columns.values():
            columns[place] = field
        elif cell.strip():
            what = "deze kolom staat er twee keer" if field else f"deze kolom is niet bekend; wat kan: {_NAMES}"
            problems.append(Problem(str(path), row, f"kolom {place + 1}", what))
    missing = [name for name in ("omschrijving", "bedrag") if name not in columns.values()]
    problems += [Problem(str(path), row, name, "deze kolom ontbreekt") for name in missing]
    if problems:
        raise ContentError(problems)
    return at, columns, problems


def _count(cells: Sequence[str]) -> int:
    return sum(words(cell) in _KNOWN for cell in cells if cell)


def _nothing(_: float) -> None:
    """A small file needs no progress."""
