"""What stands on each page of a Word document: its size, the mark at the top, the footer and the page number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolbox_cli.reports.docx_styles import Look
from toolbox_cli.reports.docx_xml import full, node, paragraph, simple_field, text_run
from toolbox_cli.reports.paper import Paper, Size
from toolbox_cli.reports.safe import safe

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement as Node
    from docx.section import Section, _Footer, _Header

MILLIMETRE = 56.6929  # twentieths of a point
PAGES = {Size.A4: (210, 297, 25, 25), Size.A5: (148, 210, 15, 16)}  # width, height, margin at the sides, margin above and below


def set_size(word: Word, size: Size) -> None:
    """Give every page the size that is asked, with margins that fit it."""
    wide, high, side, ends = (round(number * MILLIMETRE) for number in PAGES[size])
    properties = word.sections[0]._sectPr
    for child in list(properties):
        properties.remove(child)
    margins = {"left": side, "right": side, "top": ends, "bottom": ends, "header": ends // 2, "footer": ends // 2, "gutter": 0}
    properties.append(node("pgSz", w=str(wide), h=str(high)))
    properties.append(node("pgMar", **{key: str(number) for key, number in margins.items()}))


def room(word: Word) -> tuple[int, int]:
    """Return the width and height for text on a page, in twentieths of a point."""
    section = word.sections[-1]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    height = (section.page_height or 0) - abs(section.top_margin or 0) - abs(section.bottom_margin or 0)
    return max(width // 635, 1000), max(height // 635, 1000)


def set_direction(word: Word) -> None:
    """Make the pages read from right to left."""
    for section in word.sections:
        later = [child for child in section._sectPr if child.tag in {full(name) for name in ("rtlGutter", "docGrid", "printerSettings")}]
        if later:
            later[0].addprevious(node("bidi"))
        else:
            section._sectPr.append(node("bidi"))


def set_edges(word: Word, paper: Paper, look: Look) -> None:
    """Put the mark above and the footer with the page number below, on every page, behind what a template has there."""
    defined: set[tuple[str, int]] = set()
    for section in word.sections:
        for kind, top, bottom in _edges(word, section):
            if paper.mark and (not top.is_linked_to_previous or ("top", kind) not in defined):
                _fill(top, [_mark(paper, look)])
                defined.add(("top", kind))
            if not bottom.is_linked_to_previous or ("bottom", kind) not in defined:
                numbered = any("PAGE" in "".join(item.itertext()) + item.get(full("instr"), "") for item in _codes(bottom))
                _fill(bottom, _below(paper, look, numbered=numbered))
                defined.add(("bottom", kind))


def _edges(word: Word, section: Section) -> list[tuple[int, _Header, _Footer]]:
    """The headers and footers that show in a section: on most pages, on the first, on even ones."""
    edges = [(0, section.header, section.footer)]
    if section.different_first_page_header_footer:
        edges.append((1, section.first_page_header, section.first_page_footer))
    if word.settings.odd_and_even_pages_header_footer:
        edges.append((2, section.even_page_header, section.even_page_footer))
    return edges


def _codes(edge: _Footer) -> list[Node]:
    if edge.is_linked_to_previous:
        return []
    element = edge._element
    return [*element.iter(full("instrText")), *element.iter(full("fldSimple"))]


def _fill(edge: _Header | _Footer, lines: list[Node]) -> None:
    """Put lines behind what stands there; the empty paragraph of a new one makes room for them."""
    new = edge.is_linked_to_previous
    if new:
        edge.is_linked_to_previous = False
    element = edge._element
    if new:
        for empty in element.findall(full("p")):
            element.remove(empty)
    element.extend(lines)


def _mark(paper: Paper, look: Look) -> Node:
    return _edge_line(paper, look, "header", node("jc", val="center"), [text_run(safe(paper.mark), bold=True, rtl=paper.rtl)])


def _below(paper: Paper, look: Look, *, numbered: bool) -> list[Node]:
    """The parts of the footer on one line as far as it reaches, with the number of the page under it."""
    made = []
    if parts := " · ".join(safe(part) for part in paper.footer):
        line = node("pBdr", node("top", val="single", sz="4", space="4", color="808080"))
        made.append(_edge_line(paper, look, "footer", line, [text_run(parts, rtl=paper.rtl)]))
    if not numbered:
        made.append(_edge_line(paper, look, "footer", node("jc", val="left" if paper.rtl else "right"), _page_number(paper)))
    return made


def _edge_line(paper: Paper, look: Look, style: str, prop: Node, content: list[Node]) -> Node:
    direction = [node("bidi")] if paper.rtl else []
    return paragraph([node("pStyle", val=look.style(style)), prop, *direction], content)


def _page_number(paper: Paper) -> list[Node]:
    """'Bladzijde 2 van 5' in Dutch, '2 / 5' in any other language."""
    first, between = ("Bladzijde ", " van ") if paper.language.startswith("nl") else ("", " / ")
    rtl = paper.rtl
    front = [text_run(first, rtl=rtl)] if first else []
    return [*front, simple_field("PAGE", "1", rtl=rtl), text_run(between, rtl=rtl), simple_field("NUMPAGES", "1", rtl=rtl)]
