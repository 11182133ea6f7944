"""A Word document as bytes: the same for the same text, without traces of who made it, where or when."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from toolbox_cli.reports.docx_xml import full, local, node

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement as Node

MAKER = "toolbox"
DAWN = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can hold
TRACES = (  # kinds of parts that say who worked on a template, or that only work on their machine
    "custom-properties", "extended-properties", "thumbnail", "customXml", "comments", "commentsExtended", "commentsIds",
    "commentsExtensible", "people", "stylesWithEffects", "attachedTemplate", "printerSettings", "mailMergeSource", "keyMapCustomizations",
)  # fmt: skip
CHANGES = (
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "tblGridChange",
    "tblPrExChange",
    "numberingChange",
)
DELETED = ("del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference", "moveFromRangeStart", "moveFromRangeEnd",
           "moveToRangeStart", "moveToRangeEnd", *CHANGES)  # fmt: skip
SETTINGS_GONE = ("trackRevisions", "rsids", "attachedTemplate", "docVars", "mailMerge", "writeProtection", "updateFields")


def set_properties(word: Word, title: str, language: str) -> None:
    """Give the document its title and language, and take away every other property: no name, no date."""
    properties = word.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    properties.title = title[:255]
    properties.language = language
    properties.author = MAKER


def remove_traces(word: Word) -> None:
    """Take comments, tracked changes and the names in them out of a document; a change stands as if accepted."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    for rels in (word.part.package.rels, word.part.rels, word.part._settings_part.rels):
        for name in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in TRACES]:
            del rels[name]
    for name in [key for key, rel in word.part.package.rels.items() if rel.reltype.endswith("core-properties")]:
        if word.part.package.rels[name].reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES:  # LibreOffice has a name of its own for it
            del word.part.package.rels[name]
    for element in texts(word):
        _accept(element)
    settings = word.settings.element
    for child in [child for child in settings if local(child) in SETTINGS_GONE]:
        settings.remove(child)


def texts(word: Word) -> list[Node]:
    """Return the roots of all parts of a document with text: body, headers, footers, notes."""
    parts = (rel.target_part for rel in word.part.rels.values() if not rel.is_external)
    kinds = ("header", "footer")
    return [word.element, *(part.element for part in parts if str(part.partname).startswith(tuple(f"/word/{kind}" for kind in kinds)))]


def _accept(element: Node) -> None:
    """Let every tracked change stand: what was deleted goes, what was added stays, without the mark that says by whom."""
    for row in [mark.getparent().getparent() for mark in element.iterfind(f".//{full('trPr')}/{full('del')}")]:
        row.getparent().remove(row)
    for gone in list(element.iter(*map(full, DELETED))):
        gone.getparent().remove(gone)
    for kept in list(element.iter(full("ins"), full("moveTo"))):
        for child in list(kept):
            kept.addprevious(child)
        kept.getparent().remove(kept)


def modern_settings() -> Node:
    """Return the settings of a new document: as Word has them since 2013, so that it opens without 'compatibility mode'."""
    compat = node("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    return node(
        "settings",
        node("zoom", percent="100"),
        node("defaultTabStop", val="709"),
        node("characterSpacingControl", val="doNotCompress"),
        node("compat", compat),
        node("themeFontLang", val="nl-NL"),
        node("decimalSymbol", val=","),
        node("listSeparator", val=";"),
    )


def packed(word: Word) -> bytes:
    """Return the document as a file whose bytes depend on nothing but what is in it."""
    loose, tight = io.BytesIO(), io.BytesIO()
    word.save(loose)
    with zipfile.ZipFile(loose) as given, zipfile.ZipFile(tight, "w") as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, DAWN)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            made.writestr(entry, given.read(name), compresslevel=6)
    return tight.getvalue()
