"""What a report is made of; how it looks is the renderer's business."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import StrEnum
from typing import assert_never

CONTENTS_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with, where it matters, the sources behind it."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line
    muted: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """Lines without an order, numbered when the order matters, or with a box to tick off."""

    items: tuple[Line, ...]
    numbered: bool = False
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Labels with their text, one below the other."""

    pairs: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines that hang under each other: each with its depth, 0 at the top."""

    items: tuple[tuple[int, Line], ...]


class Tone(StrEnum):
    """Why a callout stands out; the word is printed, so colour is never needed."""

    NOTE = "Let op"
    CORRECTION = "Rechtgezet"


@dataclass(frozen=True, slots=True)
class Callout:
    """Text that must not be missed."""

    tone: Tone
    line: Line


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write behind a label or, with options, boxes to tick off on the same line."""

    label: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Numbers by row and column: `cells[row][column]`, None when the number is not shown; `hidden` then says what that means.

    `alt` tells the message in a sentence or two; `row_name` and `column_name` say what rows and columns are.
    """

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    alt: str
    hidden: str = ""
    row_name: str = "dag"
    column_name: str = "uur"


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with its label; `share` (0 to 1) is printed as a percentage, None is no percentage; number None is not shown."""

    label: str
    number: int | None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers side by side, in the order given; `label_name` says what the labels are and `number_name` what is counted."""

    title: str
    bars: tuple[Bar, ...]
    alt: str
    hidden: str = ""
    label_name: str = "soort"
    number_name: str = "aantal"


@dataclass(frozen=True, slots=True)
class Point:
    """One step of a series, with the value of a fitted line there when there is one."""

    label: str
    number: int | None
    fitted: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers in order of time, with or without a fitted line."""

    title: str
    points: tuple[Point, ...]
    alt: str
    hidden: str = ""
    label_name: str = "maand"
    number_name: str = "aantal"


@dataclass(frozen=True, slots=True)
class Square:
    """A square of a sketch: its middle in metres east and north of a corner, and its number."""

    x: float
    y: float
    number: int | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """Numbers on squares of `size` metres, north at the top; `empty` says what it means that a place has no square."""

    title: str
    size: int
    squares: tuple[Square, ...]
    alt: str
    hidden: str = ""
    number_name: str = "aantal"
    empty: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page, where there are pages."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents: the headings of level 2 that follow."""

    entries: tuple[str, ...] = ()
    title: str = "Inhoud"


Figure = HeatMap | Bars | Series | Sketch
Words = Heading | Paragraph | BulletList | Terms | Table | Outline | Callout | Blank | PageBreak | Contents
Block = Words | Figure


@dataclass(slots=True)
class Document:
    """A report: a flat list of blocks, added in reading order."""

    blocks: list[Block] = field(default_factory=list)

    def heading(self, text: str, level: int = 2) -> None:
        """Add a heading."""
        self.blocks.append(Heading(text, level))

    def paragraph(self, text: str, sources: Sequence[str] = (), *, muted: bool = False) -> None:
        """Add running text; nothing when it is empty."""
        if text:
            self.blocks.append(Paragraph(Line(text, tuple(sources)), muted))

    def bullets(self, items: Sequence[Line], *, numbered: bool = False, boxes: bool = False) -> None:
        """Add a list; nothing when it is empty."""
        if items:
            self.blocks.append(BulletList(tuple(items), numbered, boxes))

    def terms(self, pairs: Sequence[tuple[str, Line]]) -> None:
        """Add labels with text, without the empty ones."""
        filled = tuple((label, line) for label, line in pairs if line.text)
        if filled:
            self.blocks.append(Terms(filled))

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Add a table; nothing when it has no rows."""
        if rows:
            self.blocks.append(Table(tuple(header), tuple(tuple(row) for row in rows)))

    def outline(self, items: Sequence[tuple[int, Line]]) -> None:
        """Add lines that hang under each other; nothing when there are none."""
        if items:
            self.blocks.append(Outline(tuple(items)))

    def blank(self, label: str, options: Sequence[str] = ()) -> None:
        """Add room to write, or boxes to tick off on one line."""
        self.blocks.append(Blank(label, tuple(options)))

    def page_break(self) -> None:
        """Start a new page."""
        self.blocks.append(PageBreak())

    def contents(self) -> None:
        """Add a table of contents of the headings that follow."""
        self.blocks.append(Contents())

    def figure(self, figure: Figure) -> None:
        """Add a figure; nothing when it holds no numbers."""
        if _holds_numbers(figure):
            self.blocks.append(figure)

    def figures(self) -> tuple[Figure, ...]:
        """Return the figures, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Figure))

    def settled(self) -> tuple[Block, ...]:
        """Return the blocks, with the table of contents filled in; every renderer starts here."""
        return tuple(
            replace(block, entries=_headings(self.blocks[at:])) if isinstance(block, Contents) else block
            for at, block in enumerate(self.blocks)
        )

    def text(self) -> str:
        """Return all text in the document, for finding words in it."""
        return " ".join(part for block in self.blocks for part in _texts(block))

    def callout(self, tone: Tone, text: str, sources: Sequence[str] = ()) -> None:
        """Add text that must not be missed."""
        self.blocks.append(Callout(tone, Line(text, tuple(sources))))


def _headings(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(block.text for block in blocks if isinstance(block, Heading) and block.level == CONTENTS_LEVEL)


def _holds_numbers(figure: Figure) -> bool:
    match figure:
        case HeatMap():
            return any(figure.cells)
        case Bars():
            return bool(figure.bars)
        case Series():
            return bool(figure.points)
        case Sketch():
            return bool(figure.squares)
        case _:
            assert_never(figure)


def _texts(value: object) -> Iterator[str]:
    """Every string in a block, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from _texts(getattr(value, item.name))
