"""What a content check found in order: how much there is, and how far the law in it was read."""

from __future__ import annotations

from typing import Any

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.law import Reading
from toolbox_cli.reports.words import listed

_COUNTED = ("measures", "forms", "partners", "practices", "questions", "conditions", "articles")
_DUTCH = {
    "measures": ("maatregel", "maatregelen"), "partners": ("partner", "partners"), "practices": ("voorbeeld", "voorbeelden"),
    "conditions": ("voorwaarde", "voorwaarden"), "articles": ("artikel", "artikelen"),
}  # fmt: skip


def content_text(catalogue: Catalogue) -> str:
    """Return the counts, and in which state the articles of the law are, as lines."""
    forms, measures = len(catalogue.forms), len(catalogue.measures)
    states = _states(catalogue)
    return (
        f"In orde: {measures} maatregelen met {forms} varianten, {len(catalogue.partners)} partners, {len(catalogue.practices)} "
        f"voorbeelden, {len(catalogue.questions)} vragen, {len(catalogue.conditions)} voorwaarden, {len(catalogue.articles)} artikelen.\n"
        f"Wetteksten: {states[Reading.CHECKED]} gecontroleerd en ongewijzigd, {states[Reading.READ]} gelezen en daarna niet gecontroleerd, "
        f"{states[Reading.NEVER]} nooit met een datum gelezen."
        f"{_own(catalogue)}"
    )


def content_json(catalogue: Catalogue) -> dict[str, Any]:  # Any: plain values
    """Return the same for other programs."""
    return {
        "content_version": catalogue.edition.version,
        "counts": {name: len(getattr(catalogue, name)) for name in _COUNTED},
        "readings": {state.value: number for state, number in _states(catalogue).items()},
        **({"own": own_counts(catalogue)} if catalogue.has_own else {}),
    }


def _own(catalogue: Catalogue) -> str:
    """A line that counts what is own among all that; nothing without own content."""
    counts = own_counts(catalogue)
    named = listed(f"{number} {_DUTCH[field][number > 1]}" for field, number in counts.items() if number)
    return f"\nDaarvan eigen inhoud van uw gemeente: {named or 'geen maatregelen, partners of voorbeelden'}." if catalogue.has_own else ""


def own_counts(catalogue: Catalogue) -> dict[str, int]:
    """Return how many of the records a reader looks up are own, by list."""
    return {field: sum(catalogue.is_own(record) for record in getattr(catalogue, field)) for field in _DUTCH}


def _states(catalogue: Catalogue) -> dict[Reading, int]:
    return {state: sum(article.reading is state for article in catalogue.articles) for state in Reading}
