"""A table in Word: a header row that repeats, rows that stay whole, and columns as wide as what stands in them asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolbox_cli.reports.document import Table
from toolbox_cli.reports.docx_styles import Look
from toolbox_cli.reports.docx_xml import node, paragraph, text_run
from toolbox_cli.reports.safe import safe

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Node

NUMBER = re.compile(r"[-–€<>]?\s?[\d.,]+\s?%?|–|")
MOST_OF_A_WORD, MOST_OF_A_CELL = 24, 90
SIGN = 112  # twentieths of a point for a sign of table text; bold letters are wider than most
LARGE_SIGN = 165
EDGES = 270  # the room beside the text of a cell, and a little for wide letters
SHADE = "E6E6E6"


def table_node(table: Table, look: Look, width: int, *, rtl: bool = False, large: bool = False) -> Node:
    """Return the table, as wide as the text."""
    rows = [tuple(safe(cell) for cell in row) for row in (table.header, *table.rows)]
    widths = column_widths(rows, width, LARGE_SIGN if large else SIGN)
    right = [all(NUMBER.fullmatch(row[at]) for row in rows[1:]) for at in range(len(rows[0]))]
    properties = node(
        "tblPr",
        node("tblStyle", val=look.style("Table Grid")),
        *([node("bidiVisual")] if rtl else []),
        node("tblW", w=str(sum(widths)), type="dxa"),
        node("tblLayout", type="fixed"),
        node("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"),
    )
    grid = node("tblGrid", *(node("gridCol", w=str(each)) for each in widths))
    made = [_row(row, widths, right, look, head=at == 0, rtl=rtl) for at, row in enumerate(rows)]
    return node("tbl", properties, grid, *made)


def _row(row: Sequence[str], widths: Sequence[int], right: Sequence[bool], look: Look, *, head: bool, rtl: bool) -> Node:
    marks = [node("cantSplit"), *([node("tblHeader")] if head else [])]
    cells = (_cell(text, width, end, look, head=head, rtl=rtl) for text, width, end in zip(row, widths, right, strict=True))
    return node("tr", node("trPr", *marks), *cells)


def _cell(text: str, width: int, end: bool, look: Look, *, head: bool, rtl: bool) -> Node:  # noqa: FBT001 - from a zip
    properties = [node("tcW", w=str(width), type="dxa"), *([node("shd", val="clear", color="auto", fill=SHADE)] if head else [])]
    marks = [node("pStyle", val=look.style("Tabelkop" if head else "Tabeltekst"))]
    marks += [node("bidi")] if rtl else []
    marks += [node("jc", val="left" if rtl else "right")] if end else []
    return node("tc", node("tcPr", *properties), paragraph(marks, [text_run(text, rtl=rtl)] if text else []))


def column_widths(rows: Sequence[Sequence[str]], width: int, sign: int = SIGN) -> list[int]:
    """Return the widths of the columns: room for the longest word first, and what is left to where there is most text."""
    columns = list(zip(*rows, strict=True))
    words = [max(min(max(map(len, cell.split()), default=1), MOST_OF_A_WORD) for cell in column) for column in columns]
    needed = [word * sign + EDGES for word in words]
    if sum(needed) >= width:
        return _shared(needed, width)
    longest = [min(max(map(len, column)), MOST_OF_A_CELL) * sign + EDGES for column in columns]
    wanted = [max(most - least, 0) for most, least in zip(longest, needed, strict=True)]
    left = width - sum(needed)
    if sum(wanted) <= left:
        wanted = [least + more for least, more in zip(needed, wanted, strict=True)]
        return _shared(wanted, width) if sum(wanted) > width * 0.6 else wanted
    return _shared([least + left * more // sum(wanted) for least, more in zip(needed, wanted, strict=True)], width)


def _shared(parts: Sequence[int], width: int) -> list[int]:
    """The width shared out in proportion, to the last unit."""
    shared = [part * width // sum(parts) for part in parts]
    shared[-1] += width - sum(shared)
    return shared
