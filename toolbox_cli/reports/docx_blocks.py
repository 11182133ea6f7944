"""The blocks of a document as paragraphs, tables and pictures of Word."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

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
from toolbox_cli.reports.docx_numbering import BULLETS, NUMBERS, STEP
from toolbox_cli.reports.docx_styles import Look
from toolbox_cli.reports.docx_table import table_node
from toolbox_cli.reports.docx_xml import (
    add_property,
    bookmarked,
    field_end,
    field_start,
    full,
    link,
    node,
    paragraph,
    tab_run,
    text_run,
    value_of,
)
from toolbox_cli.reports.figure_text import legend, printed_table
from toolbox_cli.reports.safe import safe

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement as Node

BOX = "☐"
LEVELS = 4
TWIP = 635  # English Metric Units in a twentieth of a point
ROOM = "120"  # below the last of a group, as below a paragraph
GAP = 50.0  # the part of the height of a page, in hundredths, that a picture may take


@dataclass(slots=True)
class Writer:
    """Turns blocks into elements; `width` and `height` are the room on a page in twentieths of a point."""

    word: Word
    look: Look
    width: int
    height: int
    rtl: bool = False
    large: bool = False
    first_bookmark: int = 1
    first_picture: int = 1
    made: list[Node] = field(default_factory=list)
    breaking: bool = False
    heads: int = 0

    def write(self, blocks: Sequence[Block]) -> list[Node]:
        """Return the blocks as elements in reading order; the last is never a table, for a document may not end with one."""
        marks = any(isinstance(block, Contents) for block in blocks)
        for block in blocks:
            for element in self._elements(block, marks=marks):
                self._add(element)
        if self.made and self.made[-1].tag == full("tbl"):
            self.made.append(self._thin())
        return self.made

    def _add(self, element: Node) -> None:
        """Add an element, on a new page when that was asked; two tables never touch, or Word makes them one."""
        table = element.tag == full("tbl")
        if table and (self.breaking or (self.made and self.made[-1].tag == full("tbl"))):
            self._add(self._thin())
        if self.breaking and self.made:
            add_property(element, node("pageBreakBefore"))
        elif not table and self.made and self.made[-1].tag == full("tbl") and not element.findall(f"{full('pPr')}/{full('outlineLvl')}"):
            self._room_above(element)
        self.breaking = False
        self.made.append(element)

    def _room_above(self, element: Node) -> None:
        properties = element.find(full("pPr"))
        style = properties.find(full("pStyle"))
        plain = (self.look.style(name) for name in ("Normal", "Klein", "Begrip", "List Bullet", "List Number", "Vinkje"))
        if value_of(style) in set(plain):
            space = properties.find(full("spacing"))
            add_property(element, node("spacing", before="140", **({"after": ROOM} if space is not None else {})))

    def _thin(self) -> Node:
        exact = node("spacing", before="0", after="0", line="120", lineRule="exact")
        return paragraph([node("pStyle", val=self.look.style("Normal")), exact], [])

    def _elements(self, block: Block, *, marks: bool) -> Iterator[Node]:
        match block:
            case Heading():
                yield self._heading(block, marks=marks)
            case Paragraph():
                yield self._paragraph("Klein" if block.muted else "Normal", self._line(block.line))
            case BulletList():
                yield from _grouped(self._list(block))
            case Terms():
                yield from _grouped(self._paragraph("Begrip", self._line(line, label)) for label, line in block.pairs)
            case Table():
                yield table_node(block, self.look, self.width, rtl=self.rtl, large=self.large)
            case Outline():
                yield from _grouped(self._nested(depth, line) for depth, line in block.items)
            case Callout():
                yield self._paragraph("Kader", self._line(block.line, block.tone))
            case Blank():
                yield self._blank(block)
            case PageBreak():
                self.breaking = bool(self.made)
            case Contents():
                yield from self._contents(block)
            case HeatMap() | Bars() | Series() | Sketch():
                yield from self._figure(block)
            case _:
                assert_never(block)

    def _paragraph(self, style: str, content: Sequence[Node], *more: Node) -> Node:
        properties = [node("pStyle", val=self.look.style(style)), *more]
        if self.rtl:
            properties.append(node("bidi"))
        return paragraph(properties, content)

    def _run(self, text: str, *, bold: bool = False) -> Node:
        return text_run(text, bold=bold, rtl=self.rtl)

    def _line(self, line: Line, label: str = "") -> tuple[Node, ...]:
        """The text with its sources, behind a bold label when there is one."""
        sources = "; ".join(safe(source) for source in line.sources)
        text = self._run(safe(line.text) + (f" ({sources})" if sources else ""))
        return (self._run(f"{labelled(label, '')}", bold=True), text) if label else (text,)

    def _heading(self, block: Heading, *, marks: bool) -> Node:
        level = min(block.level, LEVELS)
        content: Sequence[Node] = [self._run(safe(block.text))]
        if marks and block.level == CONTENTS_LEVEL:
            content = bookmarked(_bookmark(self.heads), self.first_bookmark + self.heads, content)
        self.heads += block.level == CONTENTS_LEVEL
        return self._paragraph(f"heading {level}", content)

    def _list(self, block: BulletList) -> Iterator[Node]:
        if block.boxes:
            yield from (self._paragraph("Vinkje", self._line(item)) for item in block.items)
            return
        style, mark = ("List Number", NUMBERS) if block.numbered else ("List Bullet", BULLETS)
        number = self._number_of(style) or self.look.lists.ours[mark]
        used = self.look.lists.restarted(number) if block.numbered else number
        more = [] if not block.numbered and self._number_of(style) else [_numbered(used)]
        for item in block.items:
            yield self._paragraph(style, self._line(item), *(_copy(prop) for prop in more))

    def _number_of(self, style: str) -> str:
        """The list that a style brings along; empty when it brings none."""
        from docx.enum.style import WD_STYLE_TYPE

        found = self.word.styles.get_by_id(self.look.style(style), WD_STYLE_TYPE.PARAGRAPH).element
        return value_of(found.find(f"{full('pPr')}/{full('numPr')}/{full('numId')}"))

    def _nested(self, depth: int, line: Line) -> Node:
        depth = min(depth, 8)
        place = node("ind", left=str(STEP * (depth + 1)), hanging=str(STEP))
        return self._paragraph("List Bullet", self._line(line), _numbered(self.look.lists.ours[BULLETS], depth), place)

    def _blank(self, block: Blank) -> Node:
        """The label with a line to write on, up to the margin; or with boxes to tick off."""
        if block.options:
            boxes = "     ".join(f"{BOX}\u00a0{safe(option)}" for option in block.options)
            return self._paragraph("Invulregel", [self._run(labelled(block.label, "")), self._run(boxes)])
        stop = node("tabs", node("tab", val="right", leader="underscore", pos=str(self.width)))
        return self._paragraph("Invulregel", [self._run(labelled(block.label, "")), tab_run()], stop)

    def _contents(self, block: Contents) -> Iterator[Node]:
        """Links to the headings that follow, filled in; as a field, so that Word can renew them after a change."""
        yield self._paragraph("TOC Heading", [self._run(safe(block.title))])
        last = len(block.entries) - 1
        for at, entry in enumerate(block.entries):
            shown = link(_bookmark(self.heads + at), self._run(safe(entry)))
            before = field_start(rf'TOC \o "{CONTENTS_LEVEL}-{CONTENTS_LEVEL}" \h \n') if at == 0 else ()
            yield self._paragraph("toc 2", [*before, shown, *([field_end()] if at == last else [])])

    def _figure(self, figure: Figure) -> Iterator[Node]:
        """The picture, then its message, the table with the same numbers, and what the signs mean."""
        yield self._paragraph("Beeld", [node("r", self._picture(figure))])
        yield self._paragraph("Normal", self._line(Line(figure.alt), figure.title), node("keepNext"))
        yield table_node(printed_table(figure), self.look, self.width, rtl=self.rtl, large=self.large)
        if legend(figure):
            yield self._paragraph("Klein", self._line(Line(legend(figure))))

    def _picture(self, figure: Figure) -> Node:
        from docx.shared import Emu

        from toolbox_cli.reports.figures import untitled_bytes

        part = self.word.part
        _, image = part.get_or_add_image(io.BytesIO(untitled_bytes(figure, "png")))
        scale = min(1.0, self.width * TWIP / image.width, self.height * TWIP * GAP / 100 / image.height)
        inline = part.new_pic_inline(io.BytesIO(image.blob), Emu(int(image.width * scale)), Emu(int(image.height * scale)))
        inline.docPr.set("descr", safe(f"{figure.title}. {figure.alt}"))
        inline.docPr.set("id", str(self.first_picture))
        inline.docPr.set("name", f"Figuur {self.first_picture}")
        self.first_picture += 1
        return node("drawing", inline)


def _grouped(lines: Iterable[Node]) -> Iterator[Node]:
    """The lines of a list, with room below the last."""
    made = list(lines)
    for last in made[-1:]:
        add_property(last, node("spacing", after=ROOM))
    yield from made


def labelled(label: str, text: str) -> str:
    """Return 'label: text', or 'label? text' for a question."""
    label = safe(label)
    return f"{label} {text}" if label.endswith(("?", ":")) else f"{label}: {text}"


def _numbered(number: str, level: int = 0) -> Node:
    return node("numPr", node("ilvl", val=str(level)), node("numId", val=number))


def _copy(prop: Node) -> Node:
    from copy import deepcopy

    return deepcopy(prop)


def _bookmark(at: int) -> str:
    return f"_Toc7000{at:05d}"
