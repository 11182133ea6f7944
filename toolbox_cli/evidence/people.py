"""Words that say who somebody is: by status or looks. Pure; the words are data."""

from __future__ import annotations

from toolbox_cli.model.evidence import Description, PeopleWords
from toolbox_cli.rules.words import pattern_of, plain


def people_in(rules: PeopleWords, text: str) -> tuple[str, ...]:
    """Return the words in a text that say who somebody is; a place with such a word in its name is none."""
    said = pattern_of(rules.unless).sub(" ", plain(text))
    return tuple(match.group() for match in pattern_of(rules.words).finditer(said))


def counts_people(rules: PeopleWords, about: Description) -> bool:
    """Whether a registration counts, by what is said of it, who people are and not only what happened."""
    return any(people_in(rules, text) for text in (about.definition, about.source, about.registered_by))
