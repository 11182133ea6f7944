"""The few pieces of WordprocessingML that a document is made of, each in the order that Word demands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Node

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD, PREFIXES = f"{{{NAMESPACE}}}", {"w": NAMESPACE}
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd", "tabs", "bidi", "spacing",
    "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr",
)  # fmt: skip


def node(tag: str, /, *children: Node, **attributes: str) -> Node:
    """Return an element of the w: namespace with its attributes and children."""
    from lxml import etree  # type: ignore[import-untyped]  # it comes with python-docx, without types

    made: Node = etree.Element(WORD + tag, {WORD + key: value for key, value in attributes.items()}, nsmap=PREFIXES)
    made.extend(children)
    return made


def full(name: str) -> str:
    """Return the full name of an element or attribute of the w: namespace."""
    return WORD + name


def value_of(element: Node | None) -> str:
    """Return the w:val of an element; empty when there is no such element."""
    return "" if element is None else str(element.get(full("val")) or "")


def parse(xml: str) -> Node:
    """Return XML with the w: prefix as an element."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    made: Node = parse_xml(re.sub(r"^<([\w:]+)", lambda found: f"{found.group()} {nsdecls('w', 'r')}", xml, count=1))
    return made


def text_run(text: str, *, style: str = "", bold: bool = False, rtl: bool = False) -> Node:
    """Return a run with text in which every space counts."""
    marks = [node("rStyle", val=style)] if style else []
    marks += [node("b"), node("bCs")] if bold else []
    marks += [node("rtl")] if rtl else []
    words = node("t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return node("r", *([node("rPr", *marks)] if marks else []), words)


def tab_run() -> Node:
    """Return a run with a tab."""
    return node("r", node("tab"))


def paragraph(properties: Sequence[Node], content: Sequence[Node]) -> Node:
    """Return a paragraph; the properties are put in the order that the format asks."""
    return node("p", node("pPr", *sorted(properties, key=_place)), *content)


def add_property(of: Node, prop: Node) -> None:
    """Put one more property on a paragraph, in its place; one that is there already is replaced."""
    properties = of.find(full("pPr"))
    if properties is None:
        properties = node("pPr")
        of.insert(0, properties)
    for old in properties.findall(prop.tag):
        properties.remove(old)
    known = [child for child in properties if local(child) in PARAGRAPH_ORDER and _place(child) > _place(prop)]
    if known:
        known[0].addprevious(prop)
    else:
        properties.append(prop)


def local(element: Node) -> str:
    """Return the name of an element without its namespace; empty for a comment."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _place(prop: Node) -> int:
    return PARAGRAPH_ORDER.index(local(prop))


def simple_field(instruction: str, shown: str, *, rtl: bool = False) -> Node:
    """Return a field that Word works out itself, with what it shows until then."""
    return node("fldSimple", text_run(shown, rtl=rtl), instr=f" {instruction} ")


def field_start(instruction: str) -> Iterator[Node]:
    """Yield the runs in front of the result of a field that spans paragraphs."""
    code = node("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield node("r", node("fldChar", fldCharType="begin"))
    yield node("r", code)
    yield node("r", node("fldChar", fldCharType="separate"))


def field_end() -> Node:
    """Return the run behind the result of a field."""
    return node("r", node("fldChar", fldCharType="end"))


def link(bookmark: str, *content: Node) -> Node:
    """Return a link to a place in the same document."""
    return node("hyperlink", *content, anchor=bookmark, history="1")


def bookmarked(bookmark: str, number: int, content: Sequence[Node]) -> tuple[Node, ...]:
    """Return the content with a bookmark around it."""
    return node("bookmarkStart", id=str(number), name=bookmark), *content, node("bookmarkEnd", id=str(number))
