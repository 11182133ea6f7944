"""Documents on the terminal: plain enough for a screen reader, ssh and 80 columns; colour only helps."""

from __future__ import annotations

import sys
from typing import assert_never

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from toolbox_cli.reports.document import Block, BulletList, Callout, Document, Heading, Line, Paragraph, Table, Terms

LABEL_WIDTH = 16


def show(document: Document, *, sources: bool = True) -> None:
    """Print a document to standard output; `sources` puts the sources behind each line."""
    console = Console(highlight=False, file=sys.stdout)
    with console.capture() as capture:
        for block in document.blocks:
            console.print(_render(block, sources))
    text = capture.get()
    sys.stdout.write(text if console.is_terminal else "".join(f"{line.rstrip()}\n" for line in text.splitlines()))


def _render(block: Block, sources: bool) -> RenderableType:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return Padding(_line(block.line, sources, "dim" if block.muted else ""), (0, 0, 1, 0))
        case BulletList():
            return _bullets(block, sources)
        case Terms():
            return _terms(block, sources)
        case Table():
            return _table(block)
        case Callout():
            return Padding(Text.assemble((f"{block.tone}: ", "bold"), _line(block.line, sources)), (0, 0, 1, 0))
        case _:
            assert_never(block)


def _heading(block: Heading) -> RenderableType:
    if block.level == 1:
        return Group(Text(block.text, style="bold"), Text("=" * min(len(block.text), 78)), Text(""))
    if block.level == 2:
        return Group(Text(block.text, style="bold"), Text("-" * min(len(block.text), 78)))
    return Text(block.text, style="bold")


def _line(line: Line, sources: bool, style: str = "") -> Text:
    text = Text(line.text, style=style)
    if sources and line.sources:
        text.append(f" [{'; '.join(line.sources)}]", style="dim")
    return text


def _bullets(block: BulletList, sources: bool) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for number, item in enumerate(block.items, start=1):
        grid.add_row(f"{number}." if block.numbered else "-", _line(item, sources))
    return Padding(grid, (0, 0, 1, 1))


def _terms(block: Terms, sources: bool) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(width=LABEL_WIDTH)
    grid.add_column(ratio=1)
    for label, line in block.pairs:
        grid.add_row(Text(label, style="bold"), _line(line, sources))
    return Padding(grid, (0, 0, 1, 1))


def _table(block: Table) -> RenderableType:
    table = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, title=block.title or None, title_justify="left", expand=False)
    for at, name in enumerate(block.header):
        table.add_column(name, no_wrap=at == 0 and all(len(row[0]) <= 24 for row in block.rows), overflow="fold")
    for row in block.rows:
        table.add_row(*(Text(cell) for cell in row))
    return Padding(table, (0, 0, 1, 0))
