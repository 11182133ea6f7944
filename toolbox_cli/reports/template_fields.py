"""The fields that a template may have, `{{titel}}` and the like: found wherever they stand, and filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from toolbox_cli.errors import ContentError, Problem
from toolbox_cli.reports.docx_pack import texts
from toolbox_cli.reports.docx_xml import add_property, full, local, node, paragraph
from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.safe import safe
from toolbox_cli.reports.template import Template

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement as Node

TITLE, CONTENT = "titel", "inhoud"
FIELDS = (TITLE, "datum", "status", "kenmerk", CONTENT)
NOT_FILLED = "niet ingevuld"
FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
LOOSE = re.compile(r"\{\{|\}\}")
THINGS = ("drawing", "pict", "object", "sectPr", "br", "fldSimple", "fldChar", "sdt", "sym", "tab")


def check_fields(word: Word, name: str) -> None:
    """Refuse a template with a field that we do not know, or with the content in a place where it cannot be; all faults at once."""
    problems = [Problem(name, None, where, what) for root in texts(word) for where, what in _faults(root)]
    holders = _holders(word.element, CONTENT)
    if len(holders) > 1:
        problems.append(Problem(name, None, "", f"{_shown(CONTENT)} staat er {len(holders)} keer; laat er één staan"))
    if problems:
        raise ContentError(list(dict.fromkeys(problems)), f"{name}: {'; '.join(str(problem) for problem in dict.fromkeys(problems))}")


def _faults(root: Node) -> Iterator[tuple[str, str]]:
    known = ", ".join(_shown(field) for field in FIELDS)
    where = {"hdr": "koptekst", "ftr": "voettekst"}.get(local(root), "")
    for holder in root.iter(full("p")):
        text = _text(holder)
        for found in FIELD.findall(text):
            if found.lower() not in FIELDS:
                yield where, f"onbekend veld {_shown(safe(found))}{_meant(found)}; bekend zijn {known}"
            elif found.lower() == CONTENT and not _can_hold(root, holder):
                yield (
                    where,
                    f"{_shown(CONTENT)} staat op een plaats waar geen tekst van bladzijden past; zet het alleen, in een eigen alinea",
                )
        if LOOSE.search(FIELD.sub("", text)):
            yield where, f"accolades die geen veld vormen bij '{safe(text)[:60]}'; bekend zijn {known}"


def _meant(found: str) -> str:
    near = get_close_matches(found.lower(), FIELDS, 1)
    return f", bedoelt u {_shown(near[0])}?" if near else ""


def _shown(field: str) -> str:
    return f"{{{{{field}}}}}"


def _can_hold(root: Node, holder: Node) -> bool:
    """Whether this paragraph may be replaced by the content: a paragraph of the body, with nothing else in it."""
    parent = holder.getparent()
    while local(parent) in ("sdtContent", "sdt"):
        parent = parent.getparent()
    return local(root) == "document" and local(parent) == "body" and FIELD.fullmatch(_text(holder).strip()) is not None


def _letters(holder: Node) -> list[Node]:
    """The texts of a paragraph, without those of a text box inside it."""
    return [item for item in holder.iter(full("t")) if _paragraph_of(item) is holder]


def _paragraph_of(item: Node) -> Node | None:
    return next(item.iterancestors(full("p")), None)


def _text(holder: Node) -> str:
    return "".join(item.text or "" for item in _letters(holder))


def _holders(root: Node, field: str) -> list[Node]:
    return [holder for holder in root.iter(full("p")) if field in (found.lower() for found in FIELD.findall(_text(holder)))]


def _title_holders(word: Word) -> list[Node]:
    """Paragraphs of the body that are the title and nothing else."""
    inside = [holder for holder in _holders(word.element, TITLE) if local(holder.getparent()) == "body"]
    return [holder for holder in inside if FIELD.fullmatch(_text(holder).strip())]


def says_title(word: Word) -> bool:
    """Say whether the template has the title in the body already."""
    return bool(_title_holders(word))


def place_of_content(word: Word) -> Node:
    """Return the element that the content comes in front of: the field, or the end of the last page."""
    holders = _holders(word.element, CONTENT)
    if holders:
        return holders[0]
    body = word.element.body
    while len(body) and _is_empty(last := [child for child in body if local(child) != "sectPr"][-1:]):
        body.remove(last[0])
    end: Node | None = body.find(full("sectPr"))
    if end is None:
        end = paragraph([], [])
        body.append(end)
    return end


def _is_empty(last: list[Node]) -> bool:
    """Whether this is a paragraph with nothing in it: a new document has one."""
    return bool(last) and local(last[0]) == "p" and not any(item.text or local(item) in THINGS for item in last[0].iter())


def fill(word: Word, paper: Paper, template: Template) -> None:
    """Put the values where the fields stand; where the content comes is left empty."""
    given = {name.lower(): value for name, value in (*template.fields.items(), *paper.fields)}
    values = {field: safe(given.get(field, "")) or NOT_FILLED for field in FIELDS}
    values |= {TITLE: safe(paper.title), "status": paper.status.value, CONTENT: ""}
    for holder in _title_holders(word)[:1]:
        add_property(holder, node("outlineLvl", val="0"))  # whatever it looks like, it is the heading of level 1
    for root in texts(word):
        for holder in [item for item in root.iter(full("p")) if "{{" in _text(item)]:
            _fill(holder, values)


def leave(place: Node) -> None:
    """Take the paragraph in front of which the content came away, unless something else is in it."""
    if place.getprevious() is not None and _is_empty([place]):
        place.getparent().remove(place)


def _fill(holder: Node, values: dict[str, str]) -> None:
    """Fill in one paragraph: the value takes the look of the first sign of the field, however Word split it."""
    letters = _letters(holder)
    for found in reversed(list(FIELD.finditer("".join(item.text or "" for item in letters)))):
        start = 0
        for item in letters:
            text = item.text or ""
            left, right = max(found.start() - start, 0), min(found.end() - start, len(text))
            if left < right:
                first = found.start() >= start
                item.text = text[:left] + (values[found.group(1).lower()] if first else "") + text[right:]
                item.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            start += len(text)
