"""A PDF as a screen reader meets it: the tree of tags, with the text under each tag in reading order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

WHOLE, PARTS = re.compile(r"<([0-9a-f]+)> <([0-9a-f]+)>(?! <)", re.I), re.compile(r"<([0-9a-f]+)> <([0-9a-f]+)> <([0-9a-f]+)>", re.I)


@dataclass
class Tag:
    """An element of the tree; a string among what is inside is text."""

    name: str
    alt: str = ""
    inside: list[Tag | str] = field(default_factory=list)

    def all(self) -> Iterator[Tag]:
        """This tag and every tag under it, in reading order."""
        yield self
        for item in self.inside:
            if isinstance(item, Tag):
                yield from item.all()

    def text(self, without: str = "-") -> str:
        """The text under this tag, in reading order; soft hyphens and signs that keep words together are gone."""
        parts = (item if isinstance(item, str) else item.text(without) + " " for item in self.inside if self.name != without)
        return re.sub("[\u00ad\u2060]", "", "".join(parts))

    def texts(self, name: str) -> list[str]:
        """The text of each tag by this name."""
        return [" ".join(tag.text().split()) for tag in self.all() if tag.name == name]


def reader_of(content: bytes) -> PdfReader:
    """Open a PDF."""
    return PdfReader(io.BytesIO(content))


def tags(reader: PdfReader) -> Tag:
    """The tree of a tagged PDF."""
    said = {page.indirect_reference.idnum: _marked(page, reader) for page in reader.pages if page.indirect_reference}
    top = Tag("")
    _fill(top, reader.trailer["/Root"]["/StructTreeRoot"], said, None)  # type: ignore[index]
    return top


def _fill(tag: Tag, node: Any, said: dict[int, dict[int, str]], page: int | None) -> None:  # Any: pypdf objects
    kids = node.get("/K")
    kids = kids.get_object() if kids is not None else []
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    for raw in kids if isinstance(kids, list) else [kids]:
        kid = raw.get_object()
        if isinstance(kid, int):
            tag.inside.append(said[page][kid] if page is not None else "")
        elif "/MCID" in kid:
            tag.inside.append(said[kid.raw_get("/Pg").idnum if "/Pg" in kid else page][kid["/MCID"]])
        elif "/S" in kid:
            under = Tag(kid["/S"][1:], str(kid.get("/Alt", "")))
            _fill(under, kid, said, page)
            tag.inside.append(under)


def _marked(page: PageObject, reader: PdfReader) -> dict[int, str]:
    """The text of each marked part of a page; where a part says what it stands for, that."""
    found: dict[int, str] = {}
    letters: dict[int, str] = {}
    stack: list[tuple[int | None, bool]] = [(None, False)]
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        part, replaced = stack[-1]
        if operator in (b"BDC", b"BMC"):
            about = operands[1] if operator == b"BDC" and isinstance(operands[1], dict) else {}
            part = about.get("/MCID", part)
            if part is not None:
                found[part] = found.get(part, "") + str(about.get("/ActualText", ""))
            stack.append((part, replaced or "/ActualText" in about))
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            letters = _letters(page["/Resources"]["/Font"][operands[0]]["/ToUnicode"].get_data().decode())  # type: ignore[index]
        elif operator in (b"Tj", b"TJ") and part is not None and not replaced:
            found[part] += _text(operands[0] if operator == b"TJ" else operands, letters)
    return found


def _text(parts: Any, letters: dict[int, str]) -> str:  # Any: pypdf objects
    raw = b"".join(_bytes(part) for part in parts if isinstance(part, (str, bytes)))
    return "".join(letters.get(int.from_bytes(raw[at : at + 2], "big"), "?") for at in range(0, len(raw), 2))


def _bytes(part: Any) -> bytes:  # Any: pypdf gives text or bytes
    return part if isinstance(part, bytes) else part.original_bytes


def _letters(cmap: str) -> dict[int, str]:
    """Which text each glyph stands for."""
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        found |= {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in WHOLE.findall(block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, text in PARTS.findall(block):
            start = int.from_bytes(bytes.fromhex(text), "big")
            found |= {code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)}
    return found


@dataclass(frozen=True)
class Run:
    """Text on one line of a page: where it starts from the left in points, how large it is, and whether it is bold."""

    page: int
    x: float
    y: float
    size: float
    bold: bool
    text: str


def lines(reader: PdfReader) -> list[Run]:
    """Every piece of text as it is set on the pages."""
    found: list[Run] = []
    for number, page in enumerate(reader.pages):
        fonts = {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}  # type: ignore[index, union-attr]
        now: dict[str, Any] = {}

        def visit(operator: bytes, args: Any, cm: list[float], tm: list[float], number: int = number) -> None:  # Any: pypdf objects
            if operator == b"Tf":
                now.update(font=fonts[args[0]], size=float(args[1]))  # noqa: B023 - called before the next page
                now["letters"] = _letters(now["font"]["/ToUnicode"].get_data().decode())  # noqa: B023
            elif operator in (b"Tj", b"TJ"):
                text = _text(args[0] if operator == b"TJ" else args, now["letters"])  # noqa: B023
                x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                found.append(Run(number, x, y, now["size"] * abs(cm[0] * tm[0]), "Bold" in now["font"]["/BaseFont"], text))  # noqa: B023

        page.extract_text(visitor_operand_before=visit)
    return found
