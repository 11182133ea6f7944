"""A municipality's own Word document as the house style of what is made: opened with care, for it comes from anywhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolbox_cli.errors import ToolboxError

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement as Node

MOST_BYTES = 20_000_000
MOST_UNPACKED = 100_000_000
MOST_PARTS = 2_000
OLD_OFFICE, ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
TEMPLATE_TYPE, DOCUMENT_TYPE = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
RELATION, KIND = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>"), re.compile(rb"""Type=["'][^"']*/(\w+)["']""")
WAITS = ("hyperlink", "attachedTemplate")  # a link waits for a click, an old base is taken away
TAKES_OVER = ("aFChunk", "subDocument", "oleObject", "package", "control")  # another file inside, which Word opens with this one
FETCHES = ("DDE", "DDEAUTO", "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DATABASE", "RD")  # fields that do so
OUTSIDE_HINT = "Neem het plaatje of de tekst op in het sjabloon zelf."
HINT = "Maak het sjabloon in Word en bewaar het als .docx of .dotx, zonder macro's en zonder wachtwoord."


@dataclass(frozen=True, slots=True)
class Template:
    """A .docx or .dotx with the styles and letterhead to use; `name` is what to call it in a message.

    `fields` gives what stands where the template has `{{datum}}` and `{{kenmerk}}`; title, status and content come from the paper.
    """

    content: bytes
    name: str = "sjabloon"
    fields: Mapping[str, str] = field(default_factory=dict)


def opened(template: Template) -> Word:
    """Return the template as a document, checked; what is wrong with it is a ToolboxError."""
    from toolbox_cli.reports.docx_pack import remove_traces
    from toolbox_cli.reports.template_fields import check_fields

    content = _readable(template)
    word = _parsed(template.name, content)
    remove_traces(word)
    check_fields(word, template.name)
    return word


def _readable(template: Template) -> bytes:
    """The bytes of the file, found to be a Word document without macros, of a size that can be read."""
    content, name = template.content, template.name
    if not content:
        raise _refusal(name, "het bestand is leeg")
    if len(content) > MOST_BYTES:
        raise _refusal(name, f"het bestand is groter dan {MOST_BYTES // 1_000_000} MB", "Verklein de plaatjes in het sjabloon.")
    if content.startswith(OLD_OFFICE):
        raise _refusal(
            name, "er staat een wachtwoord op" if ENCRYPTED in content else "dit is een bestand van een oude versie van Word (.doc)"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(name, archive)
            return _as_document(archive, content)
    except ToolboxError:
        raise
    except Exception as fault:  # a broken archive fails in many ways, and each means the same here
        what = "het bestand is beschadigd" if content.startswith(b"PK") else "dit is geen Word-bestand"
        raise _refusal(name, what) from fault


def _check_parts(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise _refusal(name, "er staat een wachtwoord op")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _refusal(name, f"het wordt uitgepakt te groot (meer dan {MOST_UNPACKED // 1_000_000} MB of {MOST_PARTS} delen)")
    names = {part.filename for part in parts}
    if len(names) != len(parts):
        raise _refusal(name, "het bestand is beschadigd")
    if TYPES not in names or not any(part.startswith("word/") for part in names):
        raise _refusal(name, "dit is geen Word-bestand")
    if any(part.lower().endswith(("vbaproject.bin", "vbadata.xml")) for part in names) or b"macroEnabled" in archive.read(TYPES):
        raise _refusal(name, "er staan macro's in (.docm of .dotm)")
    if outside := sorted({kind for part in names if part.endswith(".rels") for kind in _outside(archive.read(part))}):
        raise _refusal(name, f"het haalt iets van buiten op ({', '.join(outside)})", OUTSIDE_HINT)
    if any(part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part).replace(b"\0", b"") for part in names):  # or in UTF-16
        raise _refusal(name, "het bestand is beschadigd")


def _outside(relations: bytes) -> list[str]:
    """The kinds of things that are fetched from elsewhere when the document opens; a link waits for a click, an old base is taken away."""
    external = [found for found in RELATION.findall(relations) if b"External" in found]
    kinds = [found.group(1).decode("ascii", "replace") for item in external if (found := KIND.search(item))]
    return [kind for kind in kinds if kind not in WAITS]


def _as_document(archive: zipfile.ZipFile, content: bytes) -> bytes:
    """The bytes as those of a document: a .dotx differs in one word."""
    if TEMPLATE_TYPE not in archive.read(TYPES):
        return content
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as copy:
        for part in archive.infolist():
            data = archive.read(part.filename)
            copy.writestr(part.filename, data.replace(TEMPLATE_TYPE, DOCUMENT_TYPE) if part.filename == TYPES else data)
    return made.getvalue()


def _parsed(name: str, content: bytes) -> Word:
    from docx import Document

    try:
        word = Document(io.BytesIO(content))
        ready = word.element.body is not None and bool(word.sections) and word.settings is not None and word.styles is not None
    except Exception as fault:  # the library fails in many ways on a broken file, and each means the same here
        raise _refusal(name, "het bestand is beschadigd") from fault
    if not ready:
        raise _refusal(name, "het bestand is beschadigd, of er staat niets in")
    if from_elsewhere := sorted(set(_fetched(word))):
        raise _refusal(name, f"het haalt iets van buiten op of voert iets uit ({', '.join(from_elsewhere)})", OUTSIDE_HINT)
    return word


def _fetched(word: Word) -> Iterator[str]:
    """What is fetched, run or taken over when the document opens, as the library reads it, whatever the spelling or the encoding."""
    from toolbox_cli.reports.docx_pack import texts

    for part in word.part.package.iter_parts():
        for rel in part.rels.values():
            kind = rel.reltype.rpartition("/")[2]
            if kind in TAKES_OVER or (rel.is_external and kind not in WAITS):
                yield kind
    yield from (kind for root in texts(word) for kind in _field_kinds(root) if kind in FETCHES)


def _field_kinds(root: Node) -> Iterator[str]:
    """The first word of each field, also of a field inside another and of one that Word has split."""
    from toolbox_cli.reports.docx_xml import full, local

    yield from (_first_word(item.get(full("instr"), "")) for item in root.iter(full("fldSimple")))
    open_fields: list[str] = []
    for item in root.iter(full("fldChar"), full("instrText")):
        if local(item) == "instrText":
            open_fields[-1:] = [(open_fields[-1] if open_fields else "") + (item.text or "")]
        elif item.get(full("fldCharType")) == "begin":
            open_fields.append("")
        elif item.get(full("fldCharType")) == "end" and open_fields:
            yield _first_word(open_fields.pop())
    yield from map(_first_word, open_fields)


def _first_word(instruction: str) -> str:
    return next(iter(instruction.upper().split()), "")


def _refusal(name: str, what: str, hint: str = HINT) -> ToolboxError:
    return ToolboxError(f"{name}: {what}; dit kan geen sjabloon zijn", hint)
