"""Every look-up of one entry as a document, by kind and id; composed on the spot or when the package is built."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.entries import compose_form, compose_measure, compose_measure_in_full, compose_partner, compose_practice
from toolbox_cli.reports.law import compose_article, compose_powers
from toolbox_cli.reports.mandate import compose_mandates
from toolbox_cli.reports.procedure import compose_checklist
from toolbox_cli.reports.sharing import compose_sharing

FULL, CHECKLIST = "full", "checklist"
WHOLE: dict[str, Callable[[Catalogue], Document]] = {
    "law-powers": compose_powers,
    "law-mandate": compose_mandates,
    "share-all": compose_sharing,
}


def lookup_keys(catalogue: Catalogue) -> Iterator[str]:
    """The keys of all look-ups of one entry."""
    for measure in catalogue.measures:
        yield f"measure {measure.id}"
        yield f"measure {measure.id} {FULL}"
        yield f"measure {measure.id} {CHECKLIST}"
    for form in catalogue.forms:
        if form.variant_id:
            yield f"measure {form.id}"
            yield f"measure {form.id} {CHECKLIST}"
    yield from (f"partner {partner.id}" for partner in catalogue.partners)
    yield from (f"practice {practice.id}" for practice in catalogue.practices)
    yield from (f"law {article.id}" for article in catalogue.articles)
    yield from WHOLE


def compose_lookup(catalogue: Catalogue, key: str) -> Document:
    """Return the document of one look-up."""
    if key in WHOLE:
        return WHOLE[key](catalogue)
    kind, name, *view = key.split(" ")
    if kind == "law":
        return compose_article(catalogue, catalogue.article_by_id[name])
    if kind == "partner":
        return compose_partner(catalogue, catalogue.partner_by_id[name])
    if kind == "practice":
        return compose_practice(catalogue, catalogue.practice_by_id[name])
    if CHECKLIST in view:
        return compose_checklist(catalogue, catalogue.named_forms(name))
    if name not in catalogue.measure_by_id:
        return compose_form(catalogue, catalogue.form_by_id[name])
    measure = catalogue.measure_by_id[name]
    return compose_measure_in_full(catalogue, measure) if view else compose_measure(catalogue, measure)
