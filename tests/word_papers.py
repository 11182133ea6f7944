"""Papers for the tests of Word files."""

from __future__ import annotations

from typing import Any

from toolbox_cli.reports.document import Document
from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.plan_kinds import Status

FOOTER = ("concept", "toolbox 1.0, inhoud van 1 januari 2026")
MARK = "CONCEPT – nog niet vastgesteld"


def paper_of(document: Document, **more: Any) -> Paper:  # Any: the fields of a paper
    """Return a draft with the mark and footer above."""
    return Paper(**{"name": "advies", "document": document, "status": Status.DRAFT, "footer": FOOTER, "mark": MARK, **more})


def short(*lines: str, title: str = "Titel") -> Document:
    """Return a document with a title and paragraphs."""
    made = Document()
    made.heading(title, 1)
    for line in lines:
        made.paragraph(line)
    return made
