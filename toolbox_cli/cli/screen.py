"""Documents on the terminal: plain enough for a screen reader, ssh and 80 columns; colour only helps."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from typing import TextIO, assert_never

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from toolbox_cli.cli.content_source import own_folder
from toolbox_cli.reports.document import (
    Blank,
    Block,
    BulletList,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    Line,
    Outline,
    PageBreak,
    Paragraph,
    Table,
    Terms,
    Words,
)
from toolbox_cli.reports.markdown import BLANK, boxes, labelled

LABEL_WIDTH = 17
WIDEST = 110
NARROWEST, NARROW, USUAL = 20, 60, 80
_PLAIN = str.maketrans({"–": "-", "—": "-", "█": "#", "─": "-", "━": "-", "…": "...", "’": "'", "‘": "'", "“": '"', "”": '"'})
_TINTS = {"aanbevolen": "green", "aanbevolen, mits …": "yellow"}  # the word itself says it; the colour only helps


def show(document: Document, stream: TextIO | None = None) -> None:
    """Print a document to standard output (or another stream), with the sources behind each line."""
    if own_folder() is not None:
        from toolbox_cli.reports.own import explain_own

        document = explain_own(document)
    out = stream or sys.stdout
    console = Console(highlight=False, file=out)
    if console.width < NARROWEST:  # some terminals say 0
        console.width = USUAL
    parts = (part for block in document.blocks for part in _render(block, min(console.width, WIDEST)))
    text = _encodable("".join(_printed(part, console) for part in parts), out.encoding)
    out.write(text if console.is_terminal else "".join(f"{line.rstrip()}\n" for line in text.splitlines()))


def _encodable(text: str, encoding: str | None) -> str:
    """The text with a plain sign for each drawing sign that an older terminal does not know."""
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return text.translate(_PLAIN)
    return text


def _printed(part: RenderableType, console: Console) -> str:
    """The part as it goes to the screen; text without a terminal needs no styling, which saves most of the time."""
    if isinstance(part, Text) and not console.is_terminal:
        return f"{part.plain}\n"
    with console.capture() as capture:
        console.print(part, soft_wrap=isinstance(part, Text))
    return capture.get()


def _render(block: Block, width: int) -> Iterator[RenderableType]:
    return _figure(block, width) if isinstance(block, Figure) else _words(block, width)


def _words(block: Words, width: int) -> Iterator[RenderableType]:
    match block:
        case Heading():
            yield from _heading(block, width)
        case Paragraph():
            yield Text("\n".join(_wrapped(block.line, width)) + "\n", style="dim" if block.muted else "")
        case BulletList():
            yield from _list(block, width)
        case Terms():
            for label, line in block.pairs:
                yield _term(label, line, width)
            yield Text("")
        case Table():
            yield _table(block) if width >= NARROW or _fits(block, width) else _stacked(block, width)
            yield Text("")
        case Outline():
            yield Text("\n".join(line for depth, item in block.items for line in _hanging(item, width, depth)) + "\n")
        case Callout():
            yield _callout(block, width)
        case Blank():
            yield Text("\n".join(_wrapped(Line(labelled(block.label, boxes(block.options) or BLANK)), width)) + "\n")
        case PageBreak() | Contents():  # a screen has no pages to start or to turn to
            pass
        case _:
            assert_never(block)


def _figure(figure: Figure, width: int) -> Iterator[RenderableType]:
    """The message first, so that who listens needs no picture; then the picture, then what the signs mean."""
    from toolbox_cli.cli.drawn import drawn
    from toolbox_cli.reports.figure_text import legend

    yield Text("\n".join(_wrapped(Line(figure.title), width)), style="bold")
    yield Text("\n".join(_wrapped(Line(figure.alt), width)) + "\n")
    yield drawn(figure, width)
    yield Text("\n".join(("", *_wrapped(Line(legend(figure)), width), "")) if legend(figure) else "")


def _list(block: BulletList, width: int) -> Iterator[Text]:
    for number, item in enumerate(block.items, start=1):
        mark = f" {number}. " if block.numbered else " [ ] " if block.boxes else " - "
        yield Text("\n".join(_wrapped(item, width, mark)))
    yield Text("")


def _callout(block: Callout, width: int) -> Text:
    text = Text("\n".join(_wrapped(Line(f"{block.tone}: {block.line.text}", block.line.sources), width)) + "\n")
    text.stylize("bold", 0, len(block.tone) + 1)
    return text


def _heading(block: Heading, width: int) -> Iterator[RenderableType]:
    lines = _wrapped(Line(block.text), width)
    yield Text("\n".join(lines), style="bold cyan" if block.level < 3 else "bold")
    if block.level < 3:
        yield Text(("=" if block.level == 1 else "-") * max(len(line) for line in lines))
    if block.level == 1:
        yield Text("")


def _hanging(item: Line, width: int, depth: int) -> list[str]:
    return _wrapped(item, width, f"{'   ' * depth}- ") if depth else _wrapped(item, width, "", 3)


def _wrapped(line: Line, width: int, first: str = "", indent: int | None = None) -> list[str]:
    """The line with its sources, broken to fit, every next line under the first word."""
    text = f"{line.text} [{'; '.join(line.sources)}]" if line.sources else line.text
    under = " " * (len(first) if indent is None else indent)
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=under, break_on_hyphens=False) or [first]


def _term(label: str, line: Line, width: int) -> Text:
    start = f" {label}"
    text = Text("\n".join(_wrapped(line, width, f"{start:<{LABEL_WIDTH}} ", LABEL_WIDTH + 1)))
    text.stylize("bold", 0, len(start))
    return text


def _fits(block: Table, width: int) -> bool:
    """Say whether every column has room for its longest word, so that no word is broken."""
    columns = zip(block.header, *block.rows, strict=True)
    return sum(3 + max(len(word) for cell in column for word in (cell.split() or [""])) for column in columns) - 3 <= width


def _stacked(block: Table, width: int) -> Text:
    """A table on a narrow screen: the first cell of each row, and the others below it behind the name of their column."""
    lines = []
    for first, *rest in block.rows:
        lines += _wrapped(Line(first), width)
        for name, cell in zip(block.header[1:], rest, strict=True):
            lines += _wrapped(Line(labelled(name, cell)), width, "  ", 4)
    return Text("\n".join(lines))


def _table(block: Table) -> RichTable:
    table = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for at, name in enumerate(block.header):
        table.add_column(name, no_wrap=at == 0 and all(len(row[0]) <= 30 for row in block.rows), overflow="fold")
    for row in block.rows:
        table.add_row(*(Text(cell, style=_TINTS.get(cell, "")) for cell in row))
    return table
