"""The municipality's profile: which facts it can hold (content), and the facts one municipality noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import Record, Slug, SourceRef, Text
from toolbox_cli.model.question import Choice

DATE, RETENTION = "date", "retention_months"  # two facts that the program itself works with


class ProfileKind(StrEnum):
    """How a fact of the profile is written."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    MAIL = "mail"
    PHONE = "phone"


class ProfileFact(Record):
    """One fact: how it is asked, how it is written, and how it reads in running text (`{}` is what was noted).

    `choices_of` names a question whose choices it offers, without those in `leave_out`. A note is asked when the rule it belongs to is
    there, with `when_no` also when it is not; and each fact once the one in `after` is filled in, with one of the words in `after_is`.
    """

    id: Slug
    label: Text
    text: Text
    help: Text
    kind: ProfileKind
    choices: tuple[Choice, ...] = ()
    choices_of: Slug | None = None
    leave_out: tuple[Slug, ...] = ()
    least: int | None = None
    most: int | None = None
    after: Slug | None = None
    after_is: tuple[Slug, ...] = ()
    when_no: bool = False
    phrase: Text = "{}"
    source: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class ProfileQuestion(Record):
    """A question of which the profile holds the answer, the notes that belong to it, and the questions at which those notes help."""

    question: Slug
    notes: tuple[Slug, ...] = ()
    helps: tuple[Slug, ...] = ()


class ProfileSection(Record):
    """A heading of the profile; its facts stand in the file under `key`, or at the top without one."""

    id: Slug
    title: Text
    key: Slug | None = None
    questions: tuple[ProfileQuestion, ...] = ()
    facts: tuple[ProfileFact, ...] = ()


class Covers(Record):
    """An answer that follows from a list: `all` when the note holds all that the case says, `none` when it holds none of it.

    What the note does not offer as a choice is left out. `none` needs that the list was noted as complete.
    """

    question: Slug
    rule: Slug
    answer: Slug
    note: Slug
    complete: Slug
    all: Slug
    all_because: Text
    none: Slug
    none_because: Text
    source: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Follows(Record):
    """An answer that follows from one note, whatever the case says."""

    question: Slug
    rule: Slug
    note: Slug
    noted: Annotated[Slug, Field(alias="is")]
    value: Slug
    because: Text
    source: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class ProfileContacts(Record):
    """What may be noted of a partner's desk, and which partners are offered."""

    title: Text
    text: Text
    help: Text
    partners: tuple[Slug, ...]
    facts: tuple[ProfileFact, ...]


class ProfileContent(Record):
    """All that a profile can hold, and what follows from it for a case."""

    sections: tuple[ProfileSection, ...]
    notes: tuple[ProfileFact, ...]
    covers: tuple[Covers, ...] = ()
    follows: tuple[Follows, ...] = ()
    contacts: ProfileContacts


Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What one municipality noted: the words by the name of the field. `file` is the name of the file it was read from."""

    values: Mapping[str, Words] = field(default_factory=dict)
    file: str = ""

    def words(self, name: str) -> Words:
        """What was noted in a field; nothing when it was left empty."""
        return self.values.get(name, ())

    def with_words(self, name: str, words: Words) -> Profile:
        """The same profile with this in a field; without words the field is left empty."""
        rest = {key: value for key, value in self.values.items() if key != name}
        return replace(self, values={**rest, name: words} if words else rest)
