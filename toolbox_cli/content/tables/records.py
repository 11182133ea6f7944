"""Lines of a CSV file to records, also when quotes are not as they should be. Pure.

A quote opens a cell only at its start, and closes it only before a separator or the end of the line. A quote that never closes, or that
would swallow whole rows, is an ordinary sign: so no row disappears into another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

QUOTE = '"'
_MOST_LINES, _MOST_SIGNS = 200, 200_000  # a cell that goes on for longer was never closed


@dataclass
class Records:
    """What came of some lines: records, the text of a last one that is not complete, and how many lines have a quote that never closes."""

    rows: list[list[str]] = field(default_factory=list)
    rest: str = ""
    unclosed: int = 0


def records_of(text: str, separator: str, width: int, *, final: bool) -> Records:
    """Return the records in whole lines of text; `final` says that nothing follows, `width` how many cells a row has."""
    found = Records()
    lines = _lines(text)
    at = 0
    while at < len(lines):
        cells, used = _next(lines, at, separator, width, found, final=final)
        if cells is None:
            found.rest = "".join(f"{line}\n" for line in lines[at:])
            return found
        found.rows.append(cells)
        at += used
    return found


@dataclass
class Mended(Records):
    """The same, with the records as text in which all quotes are as they should be: `lines` has one per record."""

    lines: list[str] = field(default_factory=list)


def mended(text: str, separator: str, width: int, *, final: bool) -> Mended:
    """Return the same records as `records_of`, as text that any reader reads in the same way."""
    found = Mended()
    lines = _lines(text)
    at = 0
    while at < len(lines):
        if QUOTE not in lines[at]:
            found.lines.append(lines[at])
            at += 1
            continue
        cells, used = _next(lines, at, separator, width, found, final=final)
        if cells is None:
            found.rest = "".join(f"{line}\n" for line in lines[at:])
            return found
        found.lines.append(separator.join(_quoted(cell, separator) for cell in cells))
        at += used
    return found


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def _quoted(cell: str, separator: str) -> str:
    doubled = cell.replace(QUOTE, QUOTE * 2)
    return f'"{doubled}"' if QUOTE in cell or separator in cell or "\n" in cell else cell


def _next(lines: Sequence[str], at: int, separator: str, width: int, found: Records, *, final: bool) -> tuple[list[str] | None, int]:
    """The record that starts at this line, with how many lines it takes; None when more lines are needed to tell."""
    cells, used = _one(lines, at, separator, width)
    if cells is not None:
        return cells, used
    left = len(lines) - at
    if not final and left < _MOST_LINES and sum(map(len, lines[at:])) < _MOST_SIGNS:
        return None, 0
    found.unclosed += 1
    return [cell.strip(" \r").strip(QUOTE) for cell in lines[at].split(separator)], 1


def split(record: str, separator: str) -> list[str] | None:
    """Return the cells of a record, or None when a quote in it is not closed."""
    record = record.removesuffix("\r")
    if QUOTE not in record:
        return record.split(separator)
    cells, at = [], 0
    while True:
        if record.startswith(QUOTE, at):
            end = _closing(record, at + 1, separator)
            if end < 0:
                return None
            cells.append(record[at + 1 : end].replace('""', QUOTE))
            at = end + 1
        else:
            end = record.find(separator, at)
            cells.append(record[at:] if end < 0 else record[at:end])
            at = len(record) if end < 0 else end
        if at >= len(record):
            return cells
        at += 1


def _closing(record: str, at: int, separator: str) -> int:
    """The place of the quote that closes a cell: with a separator or nothing behind it, and not one of a pair; -1 when there is none."""
    while (end := record.find(QUOTE, at)) >= 0:
        run = end
        while record.startswith(QUOTE, run):
            run += 1
        if (run - end) % 2 and (run == len(record) or record.startswith(separator, run)):
            return run - 1
        at = run
    return -1


def _one(lines: Sequence[str], at: int, separator: str, width: int) -> tuple[list[str] | None, int]:
    """The record that starts at this line, with how many lines it takes; None when its quotes do not close, or swallow rows."""
    cells = split(lines[at], separator)
    record, used = lines[at], 1
    while cells is None and at + used < len(lines) and used < _MOST_LINES and len(record) < _MOST_SIGNS:
        line = lines[at + used]
        record, used = f"{record}\n{line}", used + 1
        if QUOTE in line:
            cells = split(record, separator)
    if cells is None or (used > 1 and swallows(cells, separator, width)):
        return None, used
    return cells, used


def swallows(cells: Sequence[str], separator: str, width: int) -> bool:
    """Whether a cell of several lines holds a line that looks like a row."""
    enough = max(width - 1, 1)
    return any(line.count(separator) >= enough for cell in cells if "\n" in cell for line in cell.split("\n")[1:])
