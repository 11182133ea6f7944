"""Look-ups composed when the package was built, so that showing one entry needs neither YAML nor validation.

In a checkout, and with own content, nothing is composed beforehand and the content is read on the spot; both ways give the same text.
"""

from __future__ import annotations

import pickle
from functools import cache
from typing import TYPE_CHECKING

from toolbox_cli.cli.content_source import load_catalogue, own_folder
from toolbox_cli.content.locate import LOOKUPS

if TYPE_CHECKING:
    from toolbox_cli.reports.document import Document
    from toolbox_cli.search.guard import Guard
    from toolbox_cli.search.names import Index
    from toolbox_cli.search.personal_words import Words


def load_index() -> Index:
    """Return what every entry is called, by kind."""
    stored = _stored()
    if stored is not None:
        return stored[0]
    from toolbox_cli.search.text import index_of

    return index_of(load_catalogue())


def load_guard() -> Guard:
    """Return the requests that are refused and the words that give them away."""
    stored = _stored()
    if stored is not None:
        return stored[2]
    from toolbox_cli.search.guard import guard_of

    return guard_of(load_catalogue().wording)


def load_personal() -> Words:
    """Return the words to find personal data with; only needed once something typed would be shown or stored."""
    from toolbox_cli.content.people import shipped_words, words_of

    shipped = shipped_words() if own_folder() is None else None
    return shipped if shipped is not None else words_of(load_catalogue())


def load_document(key: str) -> Document:
    """Return the document of one look-up."""
    stored = _stored()
    if stored is not None:
        document: Document = pickle.loads(stored[1][key])
        return document
    from toolbox_cli.reports.lookups import compose_lookup

    return compose_lookup(load_catalogue(), key)


def _stored() -> tuple[Index, dict[str, bytes], Guard] | None:
    return _made_when_built() if own_folder() is None else None


@cache
def _made_when_built() -> tuple[Index, dict[str, bytes], Guard] | None:
    if not LOOKUPS.is_file():
        return None
    stored: tuple[Index, dict[str, bytes], Guard] = pickle.loads(LOOKUPS.read_bytes())
    return stored
