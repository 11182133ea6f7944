"""Short ways to look into a Word file, and to make one that is somebody's template."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(content: bytes) -> Word:
    return docx.Document(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def all_xml(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith((".xml", ".rels")))


def texts(content: bytes) -> list[str]:
    return [item.text for item in opened(content).paragraphs]


def headings(content: bytes) -> list[tuple[int, str]]:
    found = [(item.style.name or "", item.text) for item in opened(content).paragraphs if item.style is not None]
    return [(int(name[-1]), text) for name, text in found if name.lower().startswith("heading ")]


def template_of(change: Callable[[Word], Any], *, saved_as: Callable[[bytes], bytes] = bytes) -> bytes:  # Any: what it returns is not used
    """Return a template made with the library's own example document, after a change."""
    word = docx.Document()
    change(word)
    made = io.BytesIO()
    word.save(made)
    return saved_as(made.getvalue())


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    """Return the file with a part replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in given.namelist():
            if entry != name:
                copy.writestr(entry, given.read(entry))
        copy.writestr(name, data)
    return made.getvalue()


def value(element: Any, name: str = "val") -> str:  # Any: an element of lxml, which has no types
    return str(element.get(qn(f"w:{name}")))
