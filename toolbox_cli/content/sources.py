"""Who said something, as people write it."""

from __future__ import annotations

from toolbox_cli.model.case import OWN
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.search.names import plain

_OWN = ("eigen inschatting", "eigen", "wijzelf")


def source_of(catalogue: Catalogue, text: str) -> str | None:
    """Return the partner by this id, name or synonym, or OWN for the writer's own estimate; None when it is neither."""
    wanted = plain(text)
    if wanted in _OWN:
        return OWN
    for partner in catalogue.partners:
        if wanted in map(plain, (partner.id, partner.name, partner.short, *partner.synonyms)):
            return partner.id
    return None
