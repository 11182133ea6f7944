"""Who said something, as people write it."""

from __future__ import annotations

from toolbox_cli.model.case import FIGURES, OWN, SURVEY
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.search.names import plain

_OWN = ("eigen inschatting", "eigen", "wijzelf")


def source_of(catalogue: Catalogue, text: str) -> str | None:
    """Return the partner by this id, name or synonym, OWN for the writer's own estimate, or figures or a survey of nobody known.

    None when it is none of these.
    """
    wanted = plain(text)
    if wanted in _OWN:
        return OWN
    if wanted in (FIGURES, SURVEY):
        return wanted
    return partner_of(catalogue, text)


def partner_of(catalogue: Catalogue, text: str) -> str | None:
    """Return the partner by this id, name or synonym; None when there is none."""
    wanted = plain(text)
    for partner in catalogue.partners:
        if wanted in map(plain, (partner.id, partner.name, partner.short, *partner.synonyms)):
            return partner.id
    return None


def known_sources(catalogue: Catalogue) -> set[str]:
    """Return every source that a record may name: sections of the toolbox, articles, rulings, documents, and our own reading."""
    sections = {measure.section for measure in catalogue.measures if measure.section}
    toolbox = {f"toolbox {name}" for name in (*sections, "1", "1.1", "1.2", "1.3", "2", "3", "voorwoord", "bijlage I")}
    articles = {f"art {article.id}" for article in catalogue.articles}
    documents = {f"doc {document.id}" for document in catalogue.documents}
    return toolbox | articles | documents | {ruling.ecli for ruling in catalogue.rulings} | {"eigen lezing"}
