"""Laws, articles, powers and the legal conditions they set."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import Duration, FormId, Record, Slug, SourceRef, Statement, Text
from toolbox_cli.model.condition import Condition
from toolbox_cli.model.term import Term


class Law(Record):
    """A law, treaty or local regulation; without a BWB id it is not on wetten.overheid.nl."""

    id: Slug
    name: Text
    short: Text
    bwb_id: str | None = None
    url: str | None = None


class Article(Record):
    """One article in own words, with the date of the text that was read and what is known since."""

    id: Slug
    law: Slug
    number: str
    heading: Text
    summary: Text
    text_date: date | None = None
    since: Text


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
    """Whether somebody else than the holder of the power may decide, and why."""

    allowed: Mandate
    text: Text
    source: tuple[SourceRef, ...]


class Consultation(Record):
    """Who must or should be heard before the decision."""

    partner: Slug
    duty: bool
    text: Text
    source: tuple[SourceRef, ...]


class Power(Record):
    """A power in the law: who has it, what it demands, how long it lasts, who may sign."""

    id: Slug
    name: Text
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
