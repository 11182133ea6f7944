"""The versions of the content: what each made new, gave another name or removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.history import Changes, ContentVersion
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.words import day, listed, sentence

SCHEMA_VERSION = 1


def compose_history(catalogue: Catalogue) -> Document:
    """Return the versions, newest first; of the first only how much there was."""
    document = Document()
    document.heading("Uitgaven van de inhoud", 1)
    for version in reversed(catalogue.history):
        document.heading(f"{version.version}, {day(version.published)}")
        document.paragraph(version.summary)
        if version is catalogue.history[0]:
            questions, forms = len(version.questions.new), len(version.forms.new)
            document.paragraph(f"Hier begint de geschiedenis, met {questions} vragen en {forms} varianten van maatregelen.")
            continue
        lines = list(_lines(version))
        document.bullets([Line(line) for line in lines])
        document.paragraph("" if lines else "Geen namen van vragen, antwoorden of varianten veranderden.", muted=True)
    return document


def history_json(catalogue: Catalogue) -> dict[str, Any]:  # Any: plain values
    """Return all versions for other programs, oldest first, the first one whole."""
    versions: Sequence[ContentVersion] = catalogue.history
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "versions": [version.model_dump(mode="json", by_alias=True) for version in versions],
    }


def _lines(version: ContentVersion) -> Iterator[str]:
    yield from _changed("vraag", "vragen", version.questions)
    for changes in version.answers:
        yield from _changed(f"bij {changes.question} het antwoord", f"bij {changes.question} de antwoorden", changes)
    yield from _changed("variant", "varianten", version.forms)


def _changed(one: str, more: str, changes: Changes) -> Iterator[str]:
    if changes.new:
        yield f"Nieuw: {more if len(changes.new) > 1 else one} {listed(changes.new)}."
    yield from (f"Hernoemd: {one} {item.old} heet nu {item.new}." for item in changes.renamed)
    for item in changes.removed:
        instead = f" Daarvoor in de plaats: {listed(item.instead)}." if item.instead else ""
        yield f"Vervallen: {one} {item.id}. {sentence(item.because)}{instead}"
