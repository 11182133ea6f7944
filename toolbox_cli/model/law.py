"""Laws, articles, powers and the legal conditions they set."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from toolbox_cli.model.base import Duration, FormId, Record, Slug, SourceRef, Statement, Text
from toolbox_cli.model.condition import Condition
from toolbox_cli.model.term import Term


class AcceptedAge(Record):
    """Texts older than the limit that are used all the same: the oldest one, until which edition, and why."""

    oldest: date
    until: date
    why: Text


class Law(Record):
    """A law, treaty or local regulation; without a BWB id it is not on wetten.overheid.nl."""

    id: Slug
    name: Text
    short: Text
    synonyms: tuple[Text, ...] = ()
    bwb_id: str | None = None
    url: str | None = None
    accepts_older: AcceptedAge | None = None


class Reading(StrEnum):
    """How well the text of an article is known: compared with the law later on, read once, or never read with a date."""

    CHECKED = "checked"
    READ = "read"
    NEVER = "never"


class Paragraph(Record):
    """One paragraph (lid) of an article in own words; '1 en 2' where two are taken together."""

    number: Annotated[str, StringConstraints(pattern=r"^\d+[a-z]?(?: en \d+[a-z]?)?$")]
    text: Text


class Article(Record):
    """One article in own words, with the date of the text that was read and what is known since.

    Without `paragraphs` the summary says all that is known; with them it is one or two sentences.
    `checked` is the date on which that text was compared with the law in force and found unchanged.
    """

    id: Slug
    law: Slug
    number: str
    heading: Text
    summary: Text
    paragraphs: tuple[Paragraph, ...] = ()
    text_date: date | None = None
    checked: date | None = None
    since: Text

    @property
    def last_seen(self) -> date | None:
        """The date of the last text of the law that this was compared with; None when none was read."""
        return max((day for day in (self.checked, self.text_date) if day), default=None)

    @property
    def reading(self) -> Reading:
        """How well the text is known."""
        if self.checked:
            return Reading.CHECKED
        return Reading.READ if self.text_date else Reading.NEVER


class Basis(Record):
    """A place in the law: article and, where it matters, paragraph."""

    article: Slug
    paragraph: str | None = None


class Caution(Statement):
    """What to watch although the condition is met: said when `when` holds."""

    when: Condition


class LegalCondition(Record):
    """One thing the law demands, the article that demands it, and the way on when it fails."""

    id: Slug
    text: Text
    when: Condition
    article: Slug
    paragraph: str | None = None
    way_on: Text
    instead: tuple[FormId, ...] = ()
    cautions: tuple[Caution, ...] = ()
    source: tuple[SourceRef, ...]


class Mandate(StrEnum):
    """May the police (or a boa) take the decision?"""

    NO = "no"
    BY_MANDATE = "by_mandate"
    NOT_APPLICABLE = "not_applicable"


class PoliceMandate(Record):
    """Whether the police may decide instead of the holder of the power, and why."""

    allowed: Mandate
    text: Text
    source: tuple[SourceRef, ...]


class BoaMandate(Record):
    """The same for a boa (municipal or other staff); one answer may hold for several powers."""

    id: Slug
    powers: Annotated[tuple[Slug, ...], Field(min_length=1)]
    allowed: Mandate
    text: Text
    source: tuple[SourceRef, ...]


class MandateBan(Statement):
    """Articles for which the law itself forbids that the police decide."""

    id: Slug
    articles: Annotated[tuple[Slug, ...], Field(min_length=1)]


class MandateRule(Statement):
    """Something that holds for every mandate."""

    id: Slug


class Consultation(Record):
    """Who must or should be heard before the decision or, `after` it, be told of it."""

    partner: Slug
    duty: bool
    after: bool = False
    text: Text
    source: tuple[SourceRef, ...]


class Power(Record):
    """A power in the law: who has it, what it demands, how long it lasts, who may sign."""

    id: Slug
    name: Text
    brief: Text | None = None
    basis: tuple[Basis, ...]
    decides: Slug
    consults: tuple[Consultation, ...] = ()
    police_mandate: PoliceMandate
    max_duration: Duration
    renewal: Statement | None = None
    term: Term | None = None
    breach: Statement
    conditions: tuple[Slug, ...]
    procedures: tuple[Slug, ...] = ()
    standards: tuple[Slug, ...] = ()


class StandardItem(Record):
    """One part of a standard: what must be on paper, and the questions whose answers show it."""

    label: Text
    text: Text
    questions: Annotated[tuple[Slug, ...], Field(min_length=1)]
    source: tuple[SourceRef, ...]


class Standard(Record):
    """What a decision must rest on, part by part: the file, or the proportionality."""

    id: Slug
    name: Text
    items: Annotated[tuple[StandardItem, ...], Field(min_length=1)]
