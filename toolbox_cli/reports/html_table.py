"""Tables in HTML: every cell with its headers, columns as wide as their words ask, and never wider than the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from toolbox_cli.reports.document import Table
from toolbox_cli.reports.figure_text import HIDDEN
from toolbox_cli.reports.safe import safe

PHONE = 44  # in signs
LONGEST_WORD, LONGEST_CELL, ROOM = 18, 120, 3
BOLD = 1.1  # a letter can be wider than the sign it is counted as
_NUMBER = re.compile(rf"[<>]?-?[\d.,]+%?|{HIDDEN}|")


def table_html(table: Table, name: str, page: int, more: str = "") -> str:
    """Return the table for a page of so many signs wide; one too wide for a small screen scrolls there, also by keyboard, called `name`."""
    needs, wants = column_widths(table)
    widths, least = shared(needs, wants, page), round(sum(needs))
    numbers = [all(_NUMBER.fullmatch(cell) for cell in column) for column in _columns(table.rows)]
    named = len(table.header) > 1 and _are_names([row[0] for row in table.rows])
    columns = "".join(f'<col style="width:{round(100 * width / sum(widths), 2):g}%">' for width in widths)
    head = "".join(_cell("th", cell, 'scope="col"', is_number) for cell, is_number in zip(table.header, numbers, strict=True))
    rows = "\n".join(f"<tr>{_row(row, numbers, named=named)}</tr>" for row in table.rows)
    whole = (
        f'<table style="--width:{round(sum(wants))}ch;--least:{least}ch"{more}>\n<colgroup>{columns}</colgroup>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )
    if least <= PHONE:
        return whole
    kind = "scroll broad" if least > page else "scroll"
    return f'<div class="{kind}" role="group" tabindex="0" aria-label="{text_html(name)}">\n{whole}\n</div>'


def column_widths(table: Table) -> tuple[list[float], list[float]]:
    """Return how wide each column must be for its longest word, and how wide it would be with all on one line; in signs."""
    columns = _columns((table.header, *table.rows))
    words = [max(len(word) for cell in column for word in cell.split() or [""]) for column in columns]
    needs = [ROOM + BOLD * min(longest, LONGEST_WORD) for longest in words]
    return needs, [max(need, ROOM + BOLD * min(max(map(len, column)), LONGEST_CELL)) for need, column in zip(needs, columns, strict=True)]


def shared(needs: Sequence[float], wants: Sequence[float], page: int) -> list[float]:
    """Return the widths on a page: what each column must have, and of what is left the more the more it wants."""
    room, extra = max(page - sum(needs), 0), sum(wants) - sum(needs)
    share = min(1.0, room / extra) if extra else 0.0
    return [need + (want - need) * share for need, want in zip(needs, wants, strict=True)]


def _columns(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [tuple(safe(cell) for cell in column) for column in zip(*rows, strict=True)]


def _are_names(cells: Sequence[str]) -> bool:
    """Whether each cell tells its row apart from the others."""
    return all(safe(cell) for cell in cells) and len(set(cells)) == len(cells)


def _row(row: tuple[str, ...], numbers: Sequence[bool], *, named: bool) -> str:
    first = _cell("th", row[0], 'scope="row"', numbers[0]) if named else _cell("td", row[0], "", numbers[0])
    return first + "".join(_cell("td", cell, "", is_number) for cell, is_number in zip(row[1:], numbers[1:], strict=True))


def _cell(tag: str, text: str, scope: str, is_number: bool) -> str:  # noqa: FBT001 - beside the cell it is about
    """A cell; a header without text is a plain cell, for nobody can hear it."""
    tag, scope = (tag, scope) if safe(text) else ("td", "")
    attributes = "".join(f" {part}" for part in (scope, 'class="number"' if is_number else "") if part)
    return f"<{tag}{attributes}>{text_html(text)}</{tag}>"


def text_html(text: str) -> str:
    """Return the text as it can stand in a page or an attribute."""
    return escape(safe(text))
