"""A document as plain values for the template of the PDF: text stays text there, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from toolbox_cli.errors import ToolboxError
from toolbox_cli.reports.document import (
    Bars,
    Blank,
    Block,
    BulletList,
    Callout,
    Contents,
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
from toolbox_cli.reports.figures import untitled_bytes
from toolbox_cli.reports.markdown import labelled
from toolbox_cli.reports.pdf_font import face, fitted, shown
from toolbox_cli.reports.pdf_table import TALLEST_WHOLE, table_data
from toolbox_cli.reports.safe import safe

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
HEADINGS = {1: 1.7, 2: 1.3}  # em
INDENT, DEEPEST = 2.0, 6
LONG_LABEL = 0.6  # of a line; after a longer one the line to write on stands below


@dataclass(frozen=True)
class Room:
    """How long a line is, in em of running text and of the text in tables."""

    line: float
    table: float


def block_data(blocks: Sequence[Block], room: Room) -> list[Json]:
    """Return what the template sets, in reading order."""
    return [data for block in blocks for data in _data(block, room)]


def _data(block: Block, room: Room) -> Iterator[Json]:
    match block:
        case Heading():
            text = fitted(block.text, room.line / HEADINGS.get(block.level, 1.1))
            yield {"kind": "heading", "level": block.level, "text": text}
        case Paragraph():
            yield {"kind": "paragraph", "muted": block.muted, **_line(block.line, room.line)}
        case BulletList():
            kind = "numbers" if block.numbered else "boxes" if block.boxes else "bullets"
            yield {"kind": kind, "items": [_line(item, room.line - INDENT) for item in block.items]}
        case Terms():
            yield {
                "kind": "terms",
                "pairs": [{"label": fitted(label, room.line - INDENT), **_line(line, room.line - INDENT)} for label, line in block.pairs],
            }
        case Table():
            yield table_data(block, room.table)
        case Outline():
            yield {"kind": "outline", "items": _nested(list(block.items), room.line)}
        case Callout():
            line = _line(block.line, room.line - INDENT)
            height = face().width(line["text"] + line["sources"]) / room.line
            yield {"kind": "callout", "tone": fitted(block.tone, room.line - INDENT), "whole": height <= TALLEST_WHOLE, **line}
        case Blank():
            yield _blank(block, room)
        case PageBreak():
            yield {"kind": "page"}
        case Contents():
            yield {"kind": "contents", "title": fitted(block.title, room.line), "filled": bool(block.entries)}
        case HeatMap() | Bars() | Series() | Sketch():
            yield from _figure(block, room)
        case _:
            assert_never(block)


def _line(line: Line, room: float) -> Json:
    sources = f"({'; '.join(line.sources)})" if line.sources else ""
    return {"text": fitted(line.text, room), "sources": fitted(sources, room)}


def _blank(block: Blank, room: Room) -> Json:
    label = fitted(labelled(block.label, ""), room.line)
    options = [{"text": fitted(text, room.line - INDENT), "whole": face().width(text) < room.line - INDENT} for text in block.options]
    whole = face().width(label + "".join(block.options)) <= room.line * TALLEST_WHOLE
    return {"kind": "blank", "label": label, "options": options, "whole": whole, "below": face().width(label) > LONG_LABEL * room.line}


def _figure(figure: Figure, room: Room) -> Iterator[Json]:
    """The message first, then the picture, the table with the same numbers, and what the signs mean."""
    alt = safe(figure.alt)
    if not alt:
        raise ToolboxError(
            f"de figuur '{safe(figure.title)}' heeft geen tekst die zegt wat er te zien is",
            hint="zonder die tekst is het document niet toegankelijk; er is niets gemaakt",
        )
    yield {"kind": "message", "label": fitted(figure.title, room.line), **_line(Line(figure.alt), room.line)}
    yield {"kind": "picture", "alt": alt, "svg": untitled_bytes(figure, "svg").decode("utf-8")}
    yield table_data(printed_table(figure), room.table)
    if legend(figure):
        yield {"kind": "paragraph", "muted": True, **_line(Line(shown(legend(figure))), room.line)}


def _nested(items: Sequence[tuple[int, Line]], room: float) -> list[Json]:
    """The lines, each with what hangs under it; a depth that skips a step counts as the next one."""
    top: list[Json] = []
    path: list[list[Json]] = [top]
    for depth, line in items:
        at = max(0, min(depth, len(path) - 1, DEEPEST))
        item = {**_line(line, room - INDENT * (at + 1)), "under": []}
        path[at].append(item)
        path = [*path[: at + 1], item["under"]]
    return top
