"""A document to send as one HTML page: no script, nothing from elsewhere, readable on a screen, on paper and aloud."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from toolbox_cli.reports.document import (
    CONTENTS_LEVEL,
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
from toolbox_cli.reports.html_style import SIGNS, foot, style
from toolbox_cli.reports.html_table import table_html
from toolbox_cli.reports.html_table import text_html as _text
from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.safe import safe

NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
BOX = '<span class="box" aria-hidden="true">☐</span> '
MUTED = '<p class="muted">'
MOST_LEVELS = 6
_NOT_IN_NAME = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """What a block is called, the heading it stands under, the names of the headings of level 2 below it, and how many signs fit."""

    name: str
    under: str
    targets: tuple[str, ...]
    signs: int


def to_html(paper: Paper) -> str:
    """Return a document to send as one HTML page that needs nothing else; the same paper gives the same page."""
    blocks = paper.document.settled()
    mark = f'<header class="mark"><p>{_text(paper.mark)}</p></header>\n' if paper.mark else ""
    main = "\n".join(_block(block, place) for block, place in zip(blocks, _places(blocks, SIGNS[paper.size, paper.large]), strict=True))
    below = "".join(f"<p>{_text(part)}</p>" for part in foot(paper))
    direction = ' dir="rtl"' if paper.rtl else ""
    return f"""<!DOCTYPE html>
<html lang="{_text(paper.language)}"{direction}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{NOTHING_FROM_ELSEWHERE}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_text(paper.title)}</title>
<style>
{style(paper)}</style>
</head>
<body>
{mark}<main>
{main}
</main>
<footer>{below}</footer>
</body>
</html>
"""


def _places(blocks: Sequence[Block], signs: int) -> list[_Place]:
    """The place of each block; a name comes from the text, so that a link still works when something is put in front."""
    names, under, used = [], [], set[str]()
    heading = ""
    for block in blocks:
        heading = block.text if isinstance(block, Heading) else heading
        names.append(_name(_title(block), used))
        under.append(heading)
    targets = [
        name if isinstance(block, Heading) and block.level == CONTENTS_LEVEL else "" for block, name in zip(blocks, names, strict=True)
    ]
    return [_Place(name, under[at], tuple(filter(None, targets[at:])), signs) for at, name in enumerate(names)]


def _title(block: Block) -> str:
    match block:
        case Heading():
            return block.text
        case HeatMap() | Bars() | Series() | Sketch():
            return f"figuur {block.title}"
        case _:
            return ""


def _name(text: str, used: set[str]) -> str:
    """A name that nothing else on the page has; empty for what needs none."""
    if not text:
        return ""
    first = _NOT_IN_NAME.sub("-", safe(text).lower()).strip("-") or "deel"
    name, number = first, 1
    while name in used:
        number += 1
        name = f"{first}-{number}"
    used.add(name)
    return name


def _block(block: Block, place: _Place) -> str:
    match block:
        case Heading():
            tag = f"h{min(block.level, MOST_LEVELS)}"
            return f'<{tag} id="{_text(place.name)}">{_text(block.text)}</{tag}>'
        case Paragraph():
            return f"{MUTED if block.muted else '<p>'}{_line(block.line)}</p>"
        case BulletList():
            return _list(block)
        case Terms():
            pairs = (f"<div><dt>{_text(label)}</dt><dd>{_line(line)}</dd></div>" for label, line in block.pairs)
            return _lines("<dl>", pairs, "</dl>")
        case Table():
            return table_html(block, place.under, place.signs)
        case Outline():
            return _outline(block.items)
        case Callout():
            return f'<p class="callout" role="note"><strong>{_text(block.tone)}:</strong> {_line(block.line)}</p>'
        case Blank():
            return _blank(block)
        case PageBreak():
            return '<hr class="page">'
        case Contents():
            return _contents(block, place.targets)
        case HeatMap() | Bars() | Series() | Sketch():
            return _figure(block, place)
        case _:
            assert_never(block)


def _list(block: BulletList) -> str:
    opening, closing = ("<ol>", "</ol>") if block.numbered else ('<ul class="boxes" role="list">' if block.boxes else "<ul>", "</ul>")
    box = BOX if block.boxes and not block.numbered else ""
    return _lines(opening, (f"<li>{box}{_line(item)}</li>" for item in block.items), closing)


def _outline(items: Sequence[tuple[int, Line]]) -> str:
    """The lines as a list, with under each the deeper ones that follow it."""
    starts = [at for at, (depth, _) in enumerate(items) if depth <= items[0][0]]
    groups = [items[start:end] for start, end in zip(starts, [*starts[1:], len(items)], strict=True)]
    return _lines("<ul>", (f"<li>{_line(group[0][1])}{_below(group[1:])}</li>" for group in groups), "</ul>")


def _below(items: Sequence[tuple[int, Line]]) -> str:
    return f"\n{_outline(items)}\n" if items else ""


def _blank(block: Blank) -> str:
    """The label with a line to write on, or its choices with a box in front of each."""
    label = _text(block.label if block.label.endswith("?") else f"{block.label}:")
    if not block.options:
        return f'<p class="blank"><span>{label}</span> <span class="line" aria-hidden="true"></span></p>'
    options = "".join(f' <span class="option">{BOX}{_text(option)}</span>' for option in block.options)
    return f"<p>{label}{options}</p>"


def _contents(block: Contents, targets: Sequence[str]) -> str:
    links = (f'<li><a href="#{_text(name)}">{_text(entry)}</a></li>' for entry, name in zip(block.entries, targets, strict=True))
    title = _text(block.title)
    return _lines(f'<nav aria-label="{title}">\n<p><strong>{title}</strong></p>\n<ul>', links, "</ul>\n</nav>")


def _figure(figure: Figure, place: _Place) -> str:
    """The message first, then the picture, the table with the same numbers, and what the signs mean."""
    message = _text(figure.alt)
    picture = base64.b64encode(untitled_bytes(figure, "svg")).decode()
    return _lines(
        f'<figure>\n<figcaption><strong id="{_text(place.name)}">{_text(figure.title)}:</strong> {message}</figcaption>',
        [
            f'<img src="data:image/svg+xml;base64,{picture}" alt="{message}">',
            table_html(printed_table(figure), figure.title, place.signs, f' aria-labelledby="{_text(place.name)}"'),
            *([f"{MUTED}{_text(legend(figure))}</p>"] if legend(figure) else []),
        ],
        "</figure>",
    )


def _lines(opening: str, parts: Iterator[str] | Sequence[str], closing: str) -> str:
    return "\n".join([opening, *parts, closing])


def _line(line: Line) -> str:
    if not line.sources:
        return _text(line.text)
    return f"{_text(line.text)} <small>({_text('; '.join(line.sources))})</small>"
