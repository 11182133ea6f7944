"""Lists of entries and search results as documents."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Measure, Origin, Partner, Practice
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.own import marked, record_label
from toolbox_cli.reports.words import CLASS, shortened
from toolbox_cli.search.text import Hit


def compose_measures(catalogue: Catalogue, measures: Sequence[Measure]) -> Document:
    """Return the list of measures."""
    document = Document()
    document.heading("Maatregelen", 1)
    document.table(
        ("naam", "id", "toolbox", "soort"),
        [
            (record_label(catalogue, measure, measure.name), measure.id, measure.section or _mark(catalogue, measure), CLASS[measure.kind])
            for measure in measures
        ],
    )
    document.paragraph(
        "Een maatregel bekijken: toolbox measure ID. Ook een andere naam, een paragraaf (3.2) of een tikfout mag.", muted=True
    )
    return document


def compose_partners(catalogue: Catalogue, partners: Sequence[Partner]) -> Document:
    """Return the list of partners."""
    document = Document()
    document.heading("Partners", 1)
    document.table(("naam", "id"), [(record_label(catalogue, partner, partner.name), partner.id) for partner in partners])
    return document


def compose_practices(catalogue: Catalogue, practices: Sequence[Practice]) -> Document:
    """Return the list of examples."""
    document = Document()
    document.heading("Praktijkvoorbeelden", 1)
    document.table(
        ("naam", "id", "toolbox"),
        [(record_label(catalogue, practice, practice.name), practice.id, practice.section or "eigen") for practice in practices],
    )
    return document


def compose_hits(words: str, hits: Sequence[Hit]) -> Document:
    """Return what was found, best first."""
    document = Document()
    document.heading(f"Gevonden voor '{words}'", 1)
    document.table(
        ("soort", "naam", "fragment"),
        [(hit.kind, marked(shortened(hit.name, 110), own=hit.own), shortened(hit.excerpt, 110)) for hit in hits],
    )
    first = {hit.kind: hit.command for hit in reversed(hits) if hit.command}
    kinds = dict.fromkeys(hit.kind for hit in hits if hit.kind in first)
    document.paragraph("Bekijken, bijvoorbeeld:" if kinds else "", muted=True)
    document.bullets([Line(f"{kind}: {first[kind]}") for kind in kinds])
    return document


def _mark(catalogue: Catalogue, measure: Measure) -> str:
    if catalogue.is_own(measure):
        return "eigen"
    return "kan niet" if measure.origin is Origin.REFUSAL else "aanvulling"
