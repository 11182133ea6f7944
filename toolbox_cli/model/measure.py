"""Measures with their forms and rules, partners, practices, and where the toolbox is wrong."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import Duration, FormId, Record, Slug, SourceRef, Statement, Text
from toolbox_cli.model.condition import Condition
from toolbox_cli.model.law import Basis, Consultation, PoliceMandate


class MeasureClass(StrEnum):
    """The two kinds of measures of the toolbox."""

    PREVENTIVE = "preventief"
    REPRESSIVE = "repressief"


class Origin(StrEnum):
    """Where an entry comes from; a refusal answers a request that the law does not allow."""

    TOOLBOX = "toolbox"
    SUPPLEMENT = "aanvulling"
    REFUSAL = "geweigerd"


class ActsOn(StrEnum):
    """What a measure acts on."""

    PERSON = "persoon"
    GROUP = "groep"
    AREA = "gebied"
    SHOPS = "winkels"
    HOMES = "woningen"
    ORGANISATION = "organisatie"


class Phase(StrEnum):
    """When in a case a measure has its place."""

    BEFORE = "vooraf"
    SIGNALS = "eerste-signalen"
    APPROACH = "aanpak"
    ACUTE = "acuut"


class Strength(StrEnum):
    """How strong the evidence is, in words the user sees."""

    GOOD = "goed onderzoek"
    SOME = "enig onderzoek"
    EXPERIENCE = "alleen ervaring van gemeenten of gebruikers"
    NONE = "geen onderzoek gevonden"


class Eligible(StrEnum):
    """Whether past grant schemes paid for this kind of cost."""

    YES = "ja"
    NO = "nee"
    ASK = "navragen"


class Evidence(Record):
    """What is known of the effect, and what may not be concluded."""

    strength: Strength
    text: Text
    source: tuple[SourceRef, ...]


class GrantKind(Record):
    """Whether this is the kind of cost a past scheme paid for."""

    eligible: Eligible
    text: Text
    source: tuple[SourceRef, ...]


class PartnerLink(Record):
    """A partner and the reason to call it."""

    partner: Slug
    why: Text


class Variant(Record):
    """One form of a measure, with its own basis. Without a power it needs no decision, and says who decides to start."""

    id: FormId
    name: Text
    summary: Statement
    power: Slug | None = None
    decides: Slug | None = None
    basis: tuple[Basis, ...] = ()
    max_duration: Duration | None = None
    renewal: Statement | None = None
    police_mandate: PoliceMandate | None = None
    breach: Statement | None = None
    consults: tuple[Consultation, ...] = ()
    safeguards: tuple[Statement, ...] = ()
    steps: tuple[Statement, ...] = ()
    procedures: tuple[Slug, ...] = ()


class Measure(Record):
    """One entry of the toolbox, or one that an adviser must know beside it."""

    id: Slug
    name: Text
    synonyms: tuple[Text, ...]
    section: str | None = None
    origin: Origin
    kind: Annotated[MeasureClass, Field(alias="class")]
    acts_on: Annotated[tuple[ActsOn, ...], Field(min_length=1)]
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    summary: Statement
    steps: Annotated[tuple[Statement, ...], Field(min_length=1)]
    carries_out: Annotated[tuple[Slug, ...], Field(min_length=1)]
    consults: tuple[Consultation, ...] = ()
    safeguards: Annotated[tuple[Statement, ...], Field(min_length=1)]
    works_best: Annotated[tuple[Statement, ...], Field(min_length=1)]
    weak_spots: Annotated[tuple[Statement, ...], Field(min_length=1)]
    partners: Annotated[tuple[PartnerLink, ...], Field(min_length=1)]
    practices: tuple[Slug, ...] = ()
    evidence: Evidence
    grant: GrantKind
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)]
    source: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Lead(Record):
    """A reason why a form is aimed at this very problem."""

    when: Condition
    because: Text


class Rule(Record):
    """When one form is called for, what the law demands of it, and how heavy it is (1 light to 5 far-reaching).

    `present` says that the municipality has it already, `tried` that it was used for this problem.
    """

    form: FormId
    weight: Annotated[int, Field(ge=1, le=5)]
    urgent: bool = False
    request: bool = False
    present: Condition | None = None
    tried: Condition | None = None
    indicated: Condition
    leads: tuple[Lead, ...] = ()
    conditions: tuple[Slug, ...] = ()
    no_conditions: Text | None = None


class NamedFact(Record):
    """A condition with a name, used in several rules; with the article when it is one of the law's own alternatives."""

    id: Slug
    text: Text
    when: Condition
    article: Slug | None = None
    paragraph: str | None = None


class Step(Record):
    """A first step for this week and whom to call: due when `when` holds, unless `unless` is known to hold."""

    id: Slug
    when: Condition
    unless: Condition | None = None
    text: Text
    partner: Slug
    source: tuple[SourceRef, ...]


class Contact(Record):
    """A functional contact point and the date it was checked."""

    text: Text
    url: str | None = None
    checked: date
    certain: bool
    source: tuple[SourceRef, ...]


class Partner(Record):
    """An organisation or body: what it does here, when to call it, and what it cannot do or share."""

    id: Slug
    name: Text
    short: Text
    synonyms: tuple[Text, ...]
    origin: Origin
    annex: bool = False
    role: Statement
    call_when: Annotated[tuple[Statement, ...], Field(min_length=1)]
    cannot: Annotated[tuple[Statement, ...], Field(min_length=1)]
    contact: Contact


class Practice(Record):
    """An example of a municipality; the result is that municipality's own claim. One from the toolbox names its section."""

    id: Slug
    name: Text
    synonyms: tuple[Text, ...] = ()
    section: str | None = None
    box: bool = False
    who: Text
    what: Text
    goal: Text
    result: Text
    caution: Text
    forms: Annotated[tuple[FormId, ...], Field(min_length=1)]
    contact: Text | None = None
    source: tuple[SourceRef, ...]


class Erratum(Record):
    """Where the toolbox is wrong or out of date: what it says, what is right, on which ground."""

    id: Slug
    section: str
    toolbox_says: Text
    correct: Text
    measures: tuple[Slug, ...] = ()
    partners: tuple[Slug, ...] = ()
    grant: bool = False
    source: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Ruling(Record):
    """A ruling, what it teaches, and how much of it was read."""

    ecli: str
    court: Text
    decided: date | None = None
    articles: tuple[Slug, ...] = ()
    teaches: Text
    read: Text


class Document(Record):
    """Another public source: a report, a news item, a page."""

    id: Slug
    title: Text
    publisher: Text
    published: Text
    url: str | None = None


class Edition(Record):
    """Which content this is, how far the law in it reaches, and how old a text of the law may be without a reason."""

    version: str
    published: date
    toolbox: Text
    problem: tuple[Text, ...]
    law_note: Text
    law_limit_years: Annotated[int, Field(ge=1, le=10)] = 2
    jurist_note: Text
