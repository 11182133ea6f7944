"""The styles of a Word document: ours where nothing else is given; a template's own where it has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolbox_cli.reports.docx_numbering import BOXES, BULLETS, NUMBERS, Lists, lists_of
from toolbox_cli.reports.docx_xml import full, node, parse, value_of

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement as Node

FONT, INK = "Arial", "17385E"  # the dark blue of the figures; dark grey in black and white
LARGE = 28  # half points: 14 points, as in the other formats
DUTCH = {  # what some programs call the styles in a Dutch document; Word itself keeps the English name
    "Normal": ("standaard",), "heading 1": ("kop 1",), "heading 2": ("kop 2",), "heading 3": ("kop 3",), "heading 4": ("kop 4",),
    "List Bullet": ("lijstopsom.teken", "lijstopsomteken", "lijst opsomteken"), "List Number": ("lijstnummering",),
    "Table Grid": ("tabelraster",), "header": ("koptekst",), "footer": ("voettekst",), "TOC Heading": ("kopvaninhoudsopgave",),
    "toc 2": ("inhopg 2",),
}  # fmt: skip
# name, id, kind, based on, next, properties of the paragraph, properties of the letters
OURS = (
    ("Normal", "Normal", "paragraph", "", "",
     '<w:widowControl/><w:spacing w:before="0" w:after="120" w:line="269" w:lineRule="auto"/>', ""),
    ("Default Paragraph Font", "DefaultParagraphFont", "character", "", "", "", ""),
    ("heading 1", "Heading1", "paragraph", "Normal", "Normal",
     '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="200" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/>',
     f'<w:b/><w:bCs/><w:color w:val="{INK}"/><w:sz w:val="36"/><w:szCs w:val="36"/>'),
    ("heading 2", "Heading2", "paragraph", "Normal", "Normal",
     '<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="100" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="1"/>',
     f'<w:b/><w:bCs/><w:color w:val="{INK}"/><w:sz w:val="28"/><w:szCs w:val="28"/>'),
    ("heading 3", "Heading3", "paragraph", "Normal", "Normal",
     '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="2"/>',
     '<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>'),
    ("heading 4", "Heading4", "paragraph", "Normal", "Normal",
     '<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="3"/>',
     "<w:b/><w:bCs/>"),
    ("List Bullet", "ListBullet", "paragraph", "Normal", "", f'{BULLETS}<w:spacing w:after="60"/>', ""),
    ("List Number", "ListNumber", "paragraph", "Normal", "", f'{NUMBERS}<w:spacing w:after="60"/>', ""),
    ("Vinkje", "Vinkje", "paragraph", "Normal", "", f'{BOXES}<w:spacing w:after="60"/>', ""),
    ("Begrip", "Begrip", "paragraph", "Normal", "", '<w:spacing w:after="60"/><w:ind w:left="284" w:hanging="284"/>', ""),
    ("Kader", "Kader", "paragraph", "Normal", "Normal",
     '<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="808080"/>'
     '<w:left w:val="single" w:sz="36" w:space="8" w:color="404040"/><w:bottom w:val="single" w:sz="4" w:space="4" w:color="808080"/>'
     '<w:right w:val="single" w:sz="4" w:space="8" w:color="808080"/><w:between w:val="single" w:sz="4" w:space="4" w:color="808080"/>'
     '</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/><w:spacing w:before="160" w:after="160"/>'
     '<w:ind w:left="227" w:right="227"/>', ""),
    ("Klein", "Klein", "paragraph", "Normal", "", "", '<w:color w:val="404040"/><w:sz w:val="19"/><w:szCs w:val="19"/>'),
    ("Invulregel", "Invulregel", "paragraph", "Normal", "", '<w:spacing w:before="160" w:after="100"/>', ""),
    ("Beeld", "Beeld", "paragraph", "Normal", "Normal",
     '<w:keepNext/><w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>', ""),
    ("Tabeltekst", "Tabeltekst", "paragraph", "Normal", "",
     '<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="18"/><w:szCs w:val="18"/>'),
    ("Tabelkop", "Tabelkop", "paragraph", "Tabeltekst", "", "<w:keepNext/>", "<w:b/><w:bCs/>"),
    ("TOC Heading", "TOCHeading", "paragraph", "Normal", "Normal",
     '<w:keepNext/><w:spacing w:before="160" w:after="60"/>', '<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>'),
    ("toc 2", "TOC2", "paragraph", "Normal", "Normal", '<w:spacing w:after="40"/><w:ind w:left="227"/>', ""),
    ("header", "Header", "paragraph", "Normal", "", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
     '<w:sz w:val="18"/><w:szCs w:val="18"/>'),
    ("footer", "Footer", "paragraph", "Normal", "", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
     '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
    ("Normal Table", "TableNormal", "table", "", "", "", ""),
    ("Table Grid", "TableGrid", "table", "TableNormal", "", "", ""),
)  # fmt: skip
_CELLS = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in ("top", "left", "bottom", "right"))
_INNER = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>' for side in ("insideH", "insideV"))
_TABLES = {
    "TableNormal": f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_CELLS}</w:tblPr>',
    "TableGrid": f"<w:tblPr><w:tblBorders>{_LINES}{_INNER}</w:tblBorders></w:tblPr>",
}
_DEFAULT_STYLES = ("Normal", "DefaultParagraphFont", "TableNormal")


@dataclass(frozen=True, slots=True)
class Look:
    """The ids of the styles to use, by our name for them, and how to make lists."""

    ids: dict[str, str]
    lists: Lists

    def style(self, name: str) -> str:
        """Return the id of a style."""
        return self.ids[name.lower()]


def own_look(word: Word) -> Look:
    """Give a new document our styles, and no others."""
    styles = word.styles.element
    del styles[:]
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    letters = f'<w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:rPrDefault>'
    styles.append(parse(f"<w:docDefaults>{letters}<w:pPrDefault/></w:docDefaults>"))
    return template_look(word)


def template_look(word: Word) -> Look:
    """Give a document the styles it lacks; those it has, in English or Dutch, stay as they are."""
    lists = lists_of(word)
    there = _names(word)
    ids = {name.lower(): found for name, *_ in OURS if (found := _found(there, name))}
    taken = set(there.values())
    for name, own, *_ in OURS:
        ids.setdefault(name.lower(), own if own not in taken else f"{own}Toolbox")
    for entry in OURS:
        if not _found(there, entry[0]):
            word.styles.element.append(_made(entry, ids, lists))
    return Look(ids, lists)


def _names(word: Word) -> dict[str, str]:
    """The ids of the styles by name, in small letters."""
    found = word.styles.element.findall(full("style"))
    return {value_of(style.find(full("name"))).lower(): style.get(full("styleId"), "") for style in found}


def _found(there: dict[str, str], name: str) -> str:
    return next((there[word] for word in (name.lower(), *DUTCH.get(name, ())) if word in there), "")


def _made(entry: tuple[str, ...], ids: dict[str, str], lists: Lists) -> Node:
    name, own, kind, based, following, block, letters = entry
    by_own = {other[1]: ids[other[0].lower()] for other in OURS}
    made = parse(f'<w:style w:type="{kind}" w:styleId="{by_own[own]}"/>')
    if own in _DEFAULT_STYLES:
        made.set(full("default"), "1")
    made.append(node("name", val=name))
    made.extend(node(tag, val=by_own[target]) for tag, target in (("basedOn", based), ("next", following)) if target)
    made.append(node("qFormat"))
    made.extend(_properties(block, letters, lists))
    if own in _TABLES:
        made.append(parse(_TABLES[own]))
    return made


def _properties(block: str, letters: str, lists: Lists) -> Iterator[Node]:
    if block:
        yield parse(f"<w:pPr>{lists.filled(block)}</w:pPr>")
    if letters:
        yield parse(f"<w:rPr>{letters}</w:rPr>")


def set_language(word: Word, language: str, *, rtl: bool) -> None:
    """Make the language that of every style, and leave no other."""
    styles = word.styles.element
    for old in list(styles.iter(full("lang"))):
        old.getparent().remove(old)
    said = {"val": language, "eastAsia": language, "bidi": language if rtl else "ar-SA"}
    _default_letters(styles).append(node("lang", **said))
    theme = word.settings.element.find(full("themeFontLang"))
    if theme is not None:
        theme.getparent().replace(theme, node("themeFontLang", **said))


def _default_letters(styles: Node) -> Node:
    """The properties of all letters in the document, made when they are not there."""
    at = styles
    for place, name in ((0, "docDefaults"), (0, "rPrDefault"), (0, "rPr")):
        found = at.find(full(name))
        if found is None:
            found = node(name)
            at.insert(place, found)
        at = found
    return at


def enlarge(word: Word) -> None:
    """Make all type larger, so that running text has the size of large print."""
    styles = word.styles.element
    base = int(value_of(_default_letters(styles).find(full("sz"))) or 20)
    normal = next((item for item in styles.findall(full("style")) if value_of(item.find(full("name"))).lower() == "normal"), None)
    sizes = [] if normal is None else list(normal.iter(full("sz")))
    base = int(value_of(sizes[0])) if sizes else base
    if not sizes and _default_letters(styles).find(full("sz")) is None:
        _default_letters(styles).extend((node("sz", val=str(base)), node("szCs", val=str(base))))
    if base >= LARGE:
        return
    for size in (*styles.iter(full("sz")), *styles.iter(full("szCs"))):
        if size.getparent().tag == full("rPr"):  # the thickness of a border has the same attribute elsewhere
            size.set(full("val"), str(int(value_of(size)) * LARGE // base))
