"""Text in files and on the command line that is about a person: refused with the field named, and never repeated."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from toolbox_cli.content.locate import PERSONAL

if TYPE_CHECKING:  # a message about wrong use in an installed package needs no records
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.search.personal_words import Words

_made: list[tuple[Catalogue, Words]] = []  # the words of the catalogue that was last asked about


@cache
def shipped_words() -> Words | None:
    """Return the words made when the package was built; None in a checkout, or when they cannot be read."""
    from toolbox_cli.search.personal_words import Words

    try:
        words = pickle.loads(PERSONAL.read_bytes())
    except (OSError, EOFError, ValueError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, KeyError, TypeError):
        return None
    return words if isinstance(words, Words) else None


def words_of(catalogue: Catalogue) -> Words:
    """Return the words to find personal data with, those of own content included; they are put in order once per catalogue."""
    if not catalogue.has_own and (shipped := shipped_words()) is not None:
        return shipped
    if not (_made and _made[0][0] is catalogue):
        from toolbox_cli.search.personal_words import personal_words

        _made[:] = [(catalogue, personal_words(catalogue))]
    return _made[0][1]


def refuse_people(field: str, text: str, catalogue: Catalogue) -> None:
    """Raise PersonalDataError when this text is about a person."""
    from toolbox_cli.search.personal import refuse_personal

    refuse_personal(words_of(catalogue), field, text)


def about_people(text: str, catalogue: Catalogue) -> str:
    """Return what is wrong with text in a file that is about a person; empty when it is not."""
    from toolbox_cli.search.personal import kinds_of, personal_in

    found = personal_in(text, words_of(catalogue))
    return f"hier staat {kinds_of(found)}; haal dat weg" if found else ""


def people_finder(catalogue: Catalogue) -> Callable[[str], str]:
    """Return what `about_people` says of one text after the other."""
    return lambda text: about_people(text, catalogue)


def without_people(text: str, catalogue: Catalogue) -> str:
    """Return the text with the kind of data in the place of what is about a person."""
    from toolbox_cli.search.personal import masked

    return masked(text, words_of(catalogue))


def loose(name: str) -> str:
    """Return a short name as words, to search for people in: youssef el amrani."""
    return name.replace("-", " ").replace("_", " ")
