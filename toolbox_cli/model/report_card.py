"""The card that says where to report nuisance: its fixed texts (content), and those texts in another language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from toolbox_cli.model.base import Record, Slug, SourceRef, Text
from toolbox_cli.model.condition import Condition

Sources = Annotated[tuple[SourceRef, ...], Field(min_length=1)]
Sign = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1)]
DUTCH = "nl-NL"
PHONE, BEHAVIOURS, DATE, DEPARTMENT = "phone", "behaviours", "date", "department"  # what a text can leave room for


class Audience(StrEnum):
    """Who gets the card."""

    SHOPS = "winkels"
    RESIDENTS = "bewoners"


class CardTitle(Record):
    """The title of the card for one audience."""

    audience: Audience
    text: Text
    source: Sources


class CardWords(Record):
    """The sentences that hold the card together; `missing` says which field of the profile is still empty."""

    no_emergency: Text
    missing: Text
    version: Text
    no_date: Text
    translation: Text
    comma: Sign
    last: Text
    source: Sources


class CardDesk(Record):
    """One place to report to, and what for. `listed` names the behaviour of the case, `text` is said when none of it belongs here.

    Its number is `phone`, or comes from the profile: that of the first of `contacts` who has one. `site` shows the address that is on
    record with the partner; `write_in` leaves room to write a number behind the title, and has no text. The desk is left out where
    `show_when` is known not to hold, and on the cards of those who are not in `audiences`. The one for emergencies stands first.
    """

    id: Slug
    partner: Slug
    emergency: bool = False
    audiences: tuple[Audience, ...] = tuple(Audience)
    show_when: Condition | None = None
    phone: str | None = None
    checked: date | None = None
    contacts: tuple[Slug, ...] = ()
    site: bool = False
    write_in: bool = False
    title: Text
    listed: Text | None = None
    text: Text | None = None
    source: Sources


class CardBehaviour(Record):
    """To which desk a kind of behaviour belongs and what the card calls it, or why it needs no place on the card."""

    id: Slug
    desk: Slug | None = None
    text: Text | None = None
    none_because: Text | None = None
    source: Sources


class CardLine(Record):
    """One sentence below a heading; left out as a desk is."""

    id: Slug
    audiences: tuple[Audience, ...] = tuple(Audience)
    show_when: Condition | None = None
    text: Text
    source: Sources


class CardSection(Record):
    """A heading with sentences."""

    id: Slug
    title: Text
    lines: Annotated[tuple[CardLine, ...], Field(min_length=1)]


class CardRefused(Record):
    """Words in other languages that say who people are, and where they do not count; in Dutch wording.yaml has them."""

    foreign: tuple[str, ...]
    unless: tuple[str, ...]


class ReportCard(Record):
    """All that can stand on the card; `behaviour` is the question that says which behaviour there is, `keeper` the partner who keeps it."""

    behaviour: Slug
    keeper: Slug
    most_words: int
    titles: tuple[CardTitle, ...]
    words: CardWords
    desks: tuple[CardDesk, ...]
    behaviours: tuple[CardBehaviour, ...]
    sections: tuple[CardSection, ...]
    refused: CardRefused

    def texts(self) -> dict[str, str]:
        """Every text that a reader of the card can see, by the name it has in a file with another language."""
        return dict(self._texts())

    def _texts(self) -> Iterator[tuple[str, str]]:
        yield from ((f"title.{item.audience}", item.text) for item in self.titles)
        yield from ((f"words.{name}", text) for name, text in self.words if isinstance(text, str))
        for desk in self.desks:
            texts = {"title": desk.title, "listed": desk.listed, "text": desk.text}
            yield from ((f"desk.{desk.id}.{name}", text) for name, text in texts.items() if text)
        yield from ((f"behaviour.{item.id}", item.text) for item in self.behaviours if item.text)
        for section in self.sections:
            yield f"section.{section.id}.title", section.title
            yield from ((f"section.{section.id}.{line.id}", line.text) for line in section.lines)


@dataclass(frozen=True, slots=True)
class CardTexts:
    """The texts of the card in one language; `unsure` says what a translator should look at again."""

    language: str
    name: str
    rtl: bool
    texts: Mapping[str, str] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    file: str = ""

    @property
    def is_dutch(self) -> bool:
        """Whether these are the texts of the content itself."""
        return self.language == DUTCH
