"""What a reader finds in a document, whatever its format: all text, and the headings with their level."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from toolbox_cli.reports.document import Document, Heading
from toolbox_cli.reports.safe import safe

Headings = list[tuple[int, str]]
_UNSEEN = re.compile(r"[\s\u200b\u00ad]+")


def squeezed(text: str) -> str:
    """The text without any space, since every format breaks its lines elsewhere."""
    return _UNSEEN.sub("", text)


def headings_of(document: Document) -> Headings:
    return [(block.level, safe(block.text)) for block in document.blocks if isinstance(block, Heading)]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.headings: Headings = []
        self._skip, self._level = 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script", "title"):
            self._skip += 1
        elif re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
            self.headings.append((self._level, ""))
        elif tag == "img":
            self.texts.append(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script", "title"):
            self._skip -= 1
        elif re.fullmatch("h[1-6]", tag):
            self._level = 0

    def handle_data(self, data: str) -> None:
        if self._skip:
            return
        self.texts.append(data)
        if self._level:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)


def from_html(content: bytes) -> tuple[str, Headings]:
    page = _Page()
    page.feed(content.decode())
    return squeezed("".join(page.texts)), [(level, " ".join(text.split())) for level, text in page.headings]


def from_markdown(content: bytes) -> tuple[str, Headings]:
    """A line that starts with # is a heading; a backslash before a sign is no text."""
    text = content.decode()
    found = [line for line in text.splitlines() if re.match("#{1,3} ", line)]
    plain = re.sub(r"(?m)^\s*>\s?|\*\*", "", text)
    return squeezed(_unescaped(plain)), [(len(line.split()[0]), _unescaped(line.split(" ", 1)[1])) for line in found]


def _unescaped(text: str) -> str:
    return re.sub(r"\\([\\`*_{}\[\]()#+\-.!|<>~&=:])", r"\1", text)


def from_docx(content: bytes) -> tuple[str, Headings]:
    from docx import Document as Word
    from docx.oxml.ns import qn

    word = Word(io.BytesIO(content))
    texts: list[str] = []
    for node in word.element.body.iter():
        if node.tag == qn("w:t"):
            texts.append(node.text or "")
        elif node.tag in (qn("w:tab"), qn("w:br")):
            texts.append(" ")
    headings = [
        (int(paragraph.style.name.split()[-1]), paragraph.text)
        for paragraph in word.paragraphs
        if paragraph.style is not None and re.fullmatch(r"Heading [1-6]", paragraph.style.name or "")
    ]
    foot = "".join(paragraph.text for section in word.sections for paragraph in (*section.header.paragraphs, *section.footer.paragraphs))
    return squeezed("".join(texts) + foot), headings


def from_pdf(content: bytes) -> tuple[str, Headings]:
    """The text as a screen reader meets it, in the order of the tags; every part under its page's edge is there once."""
    from pdf_reading import reader_of, tags

    tree = tags(reader_of(content))
    headings = [(int(tag.name[1]), " ".join(tag.text().split())) for tag in tree.all() if re.fullmatch("H[1-6]", tag.name)]
    return squeezed(tree.text()), headings


def pieces(document: Document) -> Iterator[str]:
    """Every piece of text in a document, as every format should show it, without its spaces."""
    from toolbox_cli.reports.document import _texts

    for block in document.settled():
        for text in _texts(block):
            if piece := squeezed(safe(text)):
                yield piece
