"""How a reader sees what is the municipality's own: in full where there is room, short in tables and lists, explained once."""

from __future__ import annotations

from typing import Any

from toolbox_cli.model.base import Record
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.reports.document import Document, Line, Paragraph

OWN = "eigen inhoud van uw gemeente"
SHORT = "(eigen)"
_MEANS = f"{SHORT} is {OWN}: niet uit de toolbox en niet door de makers van dit programma gelezen."


def marked(text: str, *, own: bool) -> str:
    """Return the text, with the short mark behind it when it is own."""
    return f"{text} {SHORT}" if own else text


def form_label(form: Form) -> str:
    """Return the name of a form, marked when it is own."""
    return marked(form.name, own=form.own)


def record_label(catalogue: Catalogue, record: Record, name: str) -> str:
    """Return what a record is called, marked when it is own."""
    return marked(name, own=catalogue.is_own(record))


def origin_of(catalogue: Catalogue, record: Record) -> str:
    """Return that a record is own, in full; empty for shipped content."""
    return OWN if catalogue.is_own(record) else ""


def explain_own(document: Document) -> Document:
    """Return the document, with what the short mark means at the end when it occurs."""
    if SHORT not in document.text():
        return document
    return Document([*document.blocks, Paragraph(Line(_MEANS), muted=True)])


def own_json(catalogue: Catalogue, record: Record) -> dict[str, Any]:  # Any: plain values
    """Return the key that tells other programs so; nothing for shipped content, whose JSON stays as it is."""
    return {"own": True} if catalogue.is_own(record) else {}
