"""A document as Markdown that also reads, prints and pastes as plain text. No HTML."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import assert_never

from toolbox_cli.reports.document import (
    Bars,
    Blank,
    Block,
    BulletList,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    HeatMap,
    Line,
    Outline,
    PageBreak,
    Paragraph,
    Series,
    Sketch,
    Table,
    Terms,
)
from toolbox_cli.reports.figure_text import legend, printed_table
from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.safe import safe

WIDTH = 80
BLANK = "_" * 24
BOX = "- [ ] "
# Signs that mean something anywhere in a line. An underscore inside a word means nothing, so that question names stay readable.
_ANYWHERE = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_IN_FRONT = re.compile(r"^(?=[#>=+|:-])|^(\d{1,9})(?=[.)](?:\s|$))")
_CLOSING = re.compile(r"#$")


def to_markdown(document: Document, width: int = WIDTH) -> str:
    """Return the document as Markdown, broken to `width` signs; what stands in it is text, whatever signs it holds."""
    return "\n\n".join("\n".join(_lines(block, width)) for block in document.settled()) + "\n"


def paper_to_markdown(paper: Paper) -> str:
    """Return a document to send as Markdown: the mark in front, what stands on each page at the end."""
    top = [f"> **{_escaped(paper.mark)}**", ""] if paper.mark else []
    bottom = ["---", "", *(f"{_escaped(part)}  " for part in paper.footer)]
    return "\n".join([*top, to_markdown(paper.document), *bottom]).rstrip() + "\n"


def boxes(options: Sequence[str]) -> str:
    """Return options with a box in front, on one line."""
    return "   ".join(f"[ ] {option}" for option in options)


def labelled(label: str, text: str) -> str:
    """Return 'label: text', or 'label? text' for a question."""
    return f"{label} {text}" if label.endswith("?") else f"{label}: {text}"


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            text = _CLOSING.sub(lambda found: f"\\{found.group()}", _inside(block.text))
            yield f"{'#' * block.level} {text}"
        case Paragraph():
            yield from _wrapped(block.line, width)
        case BulletList():
            yield from _list(block, width)
        case Terms():
            yield from (text for label, line in block.pairs for text in _wrapped(line, width, "- ", label))
        case Table():
            yield from _table(block)
        case Outline():
            yield from (f"{'  ' * depth}{text}" for depth, item in block.items for text in _wrapped(item, width - 2 * depth, "- "))
        case Callout():
            yield from (f"> {line}" for line in _wrapped(block.line, width - 2, label=block.tone))
        case Blank():
            yield labelled(_escaped(block.label), boxes([_inside(option) for option in block.options]) or BLANK)
        case PageBreak():
            yield "---"
        case Contents():
            yield f"**{_escaped(block.title)}**"
            yield ""
            yield from _list(BulletList(tuple(Line(entry) for entry in block.entries)), width)
        case HeatMap() | Bars() | Series() | Sketch():
            yield from _figure(block, width)
        case _:
            assert_never(block)


def _figure(figure: Figure, width: int) -> Iterator[str]:
    """The message first, then the table with the same numbers, then what the signs mean."""
    yield from _wrapped(Line(figure.alt), width, label=figure.title)
    yield ""
    yield from _table(printed_table(figure))
    if legend(figure):
        yield ""
        yield from _wrapped(Line(legend(figure)), width)


def _list(block: BulletList, width: int) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        yield from _wrapped(item, width, f"{number}. " if block.numbered else BOX if block.boxes else "- ")


def _wrapped(line: Line, width: int, mark: str = "", label: str = "") -> Iterator[str]:
    """The line with its sources, broken to fit: behind the mark, every next line under its first word."""
    text = f"**{_escaped(label)}:** {_inside(line.text)}" if label else _inside(line.text)
    if line.sources:
        text += f" ({_inside('; '.join(line.sources))})"
    under = " " * (2 if mark == BOX else len(mark))  # six spaces under a bullet would be a block of code
    broken = textwrap.wrap(text, max(width - len(mark), 20), break_long_words=False, break_on_hyphens=False) or [""]
    for number, part in enumerate(broken):
        safe = part if number == 0 and (label or mark == BOX) else _in_front(part)
        yield f"{under if number else mark}{safe}".rstrip()


def _table(block: Table) -> Iterator[str]:
    rows = [tuple(_escaped(cell).replace("|", "\\|") for cell in row) for row in (block.header, *block.rows)]
    widths = [max(3, *(len(row[at]) for row in rows)) for at in range(len(block.header))]
    for number, row in enumerate(rows):
        yield "| " + " | ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)) + " |"
        if number == 0:
            yield "| " + " | ".join("-" * width for width in widths) + " |"


def _escaped(text: str) -> str:
    """The text on one line, with a backslash before each sign that would mean something in Markdown."""
    return _in_front(_inside(text))


def _inside(text: str) -> str:
    return _ANYWHERE.sub(lambda found: f"\\{found.group()}", safe(text))


def _in_front(text: str) -> str:
    return _IN_FRONT.sub(lambda found: f"{found.group(1)}\\" if found.group(1) else "\\", text)
