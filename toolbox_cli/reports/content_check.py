"""What a content check found in order: how much there is, and how far the law in it was read."""

from __future__ import annotations

from typing import Any

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.law import Reading

_COUNTED = ("measures", "forms", "partners", "practices", "questions", "conditions", "articles")


def content_text(catalogue: Catalogue) -> str:
    """Return the counts, and in which state the articles of the law are, as lines."""
    forms, measures = len(catalogue.forms), len(catalogue.measures)
    states = _states(catalogue)
    return (
        f"In orde: {measures} maatregelen met {forms} varianten, {len(catalogue.partners)} partners, {len(catalogue.practices)} "
        f"voorbeelden, {len(catalogue.questions)} vragen, {len(catalogue.conditions)} voorwaarden, {len(catalogue.articles)} artikelen.\n"
        f"Wetteksten: {states[Reading.CHECKED]} gecontroleerd en ongewijzigd, {states[Reading.READ]} gelezen en daarna niet gecontroleerd, "
        f"{states[Reading.NEVER]} nooit met een datum gelezen."
    )


def content_json(catalogue: Catalogue) -> dict[str, Any]:  # Any: plain values
    """Return the same for other programs."""
    return {
        "content_version": catalogue.edition.version,
        "counts": {name: len(getattr(catalogue, name)) for name in _COUNTED},
        "readings": {state.value: number for state, number in _states(catalogue).items()},
    }


def _states(catalogue: Catalogue) -> dict[Reading, int]:
    return {state: sum(article.reading is state for article in catalogue.articles) for state in Reading}
