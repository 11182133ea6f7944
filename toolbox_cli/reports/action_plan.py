"""The action plan: what is known of it so far."""

from __future__ import annotations

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.problem import problem_text


def compose_action_plan(catalogue: Catalogue, dossier: Dossier) -> Document:
    """Return the problems of a case."""
    document = Document()
    document.heading("Plan van aanpak", 1)
    for record in dossier.records:
        document.paragraph(problem_text(catalogue, record.assessment))
    return document
