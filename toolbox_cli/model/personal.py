"""What gives away that a text is about a person: lists of names, and of words that look like names and are none. All in data/personal.yaml.

Every word is in lower case without accents; the lists serve only to keep people out of files and off the screen.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from toolbox_cli.model.base import Record, Slug, Text

Word = Annotated[str, StringConstraints(pattern=r"^[a-z']+(?:-[a-z]+)*$")]
Phrase = Annotated[str, StringConstraints(pattern=r"^[a-z0-9'&-]+(?: [a-z0-9'&-]+)*$")]
Words = Annotated[tuple[Word, ...], Field(min_length=1)]


class Known(Record):
    """Names of places, businesses or organisations of one kind, and other expressions that are no person's name."""

    id: Slug
    about: Text
    words: Annotated[tuple[Phrase, ...], Field(min_length=1)]


class Personal(Record):
    """All words that the search for personal data works with.

    `first_names` and `surnames` are names and nothing else; `first_words` and `surname_words` are also ordinary words or places and count
    only with another name, a title or a word of naming. `person_states` is what is said of people behind is, werd or heeft;
    `companies` stand behind the name of a business. `born_until` is the last year in which a bare date cannot be that of an incident,
    unless one of `date_words` stands by it. `functional` is what stands before the at-sign in the address of a desk.
    """

    first_names: Words
    first_words: Words
    surnames: Words
    surname_words: Words
    particles: Words
    titles: Words
    short_titles: Words
    roles: Words
    naming: Words
    people: Words
    kin: Words
    person_verbs: Words
    person_states: Words
    companies: Words
    venues: Words
    date_words: Words
    born_until: int
    functional: Words
    known: tuple[Known, ...]
    ordinary: Words
