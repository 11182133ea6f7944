"""The word lists of the search for personal data, made ready for looking up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from toolbox_cli.search.flat import flat

if TYPE_CHECKING:  # a look-up in an installed package needs no records
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.personal import Personal

Phrases = dict[str, tuple[tuple[str, ...], ...]]


class Words(NamedTuple):
    """Names, words around names, and words that are no names.

    `phrases` are known expressions by their first word, longest first; `signals` are the words that a name can start with or follow, so
    that no other word in lower case needs a look; `sounds` are the first names as they sound, for other spellings.
    """

    first: frozenset[str]
    first_words: frozenset[str]
    surname: frozenset[str]
    surname_words: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    short_titles: frozenset[str]
    roles: frozenset[str]
    naming: frozenset[str]
    people: frozenset[str]
    kin: frozenset[str]
    person_verbs: frozenset[str]
    person_states: frozenset[str]
    companies: frozenset[str]
    chains: frozenset[str]
    venues: frozenset[str]
    date_words: frozenset[str]
    functional: frozenset[str]
    ordinary: frozenset[str]
    proper: frozenset[str]
    phrases: Phrases
    signals: frozenset[str]
    sounds: frozenset[str]
    born_until: int
    contacts: tuple[str, ...]


def personal_words(catalogue: Catalogue) -> Words:
    """Return the words to search for personal data with: the lists, and every word that the content itself uses."""
    lists = catalogue.personal
    used, proper = catalogue.vocabulary
    return words_from(lists, frozenset(_plain(used)), frozenset(_plain(proper)), catalogue.wording.contacts)


def words_from(lists: Personal, used: frozenset[str], proper: frozenset[str], contacts: tuple[str, ...]) -> Words:
    """Return the words of the lists, with ordinary words `used` and proper names in the content."""
    first = frozenset(lists.first_names)
    surname = frozenset(lists.surnames)
    known = [tuple(word.split()) for phrases in lists.known for word in phrases.words]
    plain = {name: frozenset(getattr(lists, name)) for name in _PLAIN}
    phrases: Phrases = {}
    for phrase in sorted((one for one in known if len(one) > 1), key=len, reverse=True):
        phrases[phrase[0]] = (*phrases.get(phrase[0], ()), phrase)
    single = frozenset(one[0] for one in known if len(one) == 1)
    ordinary = (used | frozenset(lists.ordinary) | plain["roles"] | plain["people"] | plain["venues"] | plain["kin"]) - first - surname
    return Words(
        first=first,
        surname=surname,
        ordinary=ordinary,
        proper=(single | proper) - first - surname,
        chains=frozenset(
            words[-1] for group in lists.known if group.id == "winkels" for phrase in group.words if (words := phrase.split())
        ),
        phrases=phrases,
        signals=frozenset().union(first, surname, *(plain[name] for name in _SIGNALS)),
        sounds=frozenset(sound(name) for name in first if len(name) > 4),
        born_until=lists.born_until,
        contacts=contacts,
        **plain,
    )


def sound(name: str) -> str:
    """Return a name so that usual spellings of it are the same: Yousra and Youssra, Mohammad and Mohamad, Jennifer and Jenifer."""
    for spelling, plain in _SPELLINGS:
        name = name.replace(spelling, plain)
    return _TWICE.sub(r"\1", name)


_SPELLINGS = (
    ("ph", "f"), ("ck", "k"), ("ch", "g"), ("kh", "g"), ("gh", "g"), ("sh", "s"), ("dj", "j"), ("dh", "d"), ("th", "t"), ("ou", "u"),
    ("oe", "u"), ("ij", "y"), ("y", "i"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ai", "i"), ("c", "k"), ("q", "k"), ("z", "s"),
    ("w", "v"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")
_PLAIN = (
    "first_words", "surname_words", "particles", "titles", "short_titles", "roles", "naming", "people", "kin", "person_verbs",
    "person_states", "companies", "venues", "date_words", "functional",
)  # fmt: skip

_SIGNALS = ("first_words", "surname_words", "titles", "naming", "people", "kin")


def _plain(words: frozenset[str]) -> set[str]:
    return {flat(word).text.lower() for word in words}
