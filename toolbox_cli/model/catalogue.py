"""The content as records: measures, their forms, partners, practices, sources, and the catalogue that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import Duration, FormId, Record, Slug, SourceRef, Statement, Text
from toolbox_cli.model.condition import Condition
from toolbox_cli.model.law import Article, Basis, Consultation, Law, LegalCondition, PoliceMandate, Power, SafeguardSet
from toolbox_cli.model.question import Contradiction, Question, Section


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


class FormLink(Record):
    """Another measure or form, and how the two relate."""

    form: FormId
    why: Text
    source: tuple[SourceRef, ...]


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
    not_confused_with: tuple[FormLink, ...] = ()
    combines_with: tuple[FormLink, ...] = ()
    excludes: tuple[FormLink, ...] = ()
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
    """A condition with a name, used in several rules."""

    id: Slug
    text: Text
    when: Condition


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
    """An example of a municipality in the toolbox; the result is that municipality's own claim."""

    id: Slug
    name: Text
    synonyms: tuple[Text, ...] = ()
    section: str
    box: bool
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
    teaches: Text
    read: Text


class Document(Record):
    """Another public source: a report, a news item, a page."""

    id: Slug
    title: Text
    publisher: Text
    published: Text
    url: str | None = None


class Band(Record):
    """A range of contracted reception places and the maximum that went with it."""

    id: Slug
    name: Text
    min_places: int | None = None
    max_places: int | None = None
    maximum_eur: Decimal
    paragraph: str | None = None


class Scheme(Record):
    """One dated grant scheme."""

    id: Slug
    name: Text
    status: Text
    identification: Text
    bwb_id: str | None = None
    ceiling_eur: Decimal
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    no_agreement: Slug
    window: Text
    cost_period: Text
    joint: Text
    joint_certain: tuple[Slug, ...] = ()
    notes: tuple[Statement, ...] = ()
    source: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class CurrentScheme(Record):
    """What is known of a scheme that is open now, and where to look."""

    text: Text
    look_at: tuple[Text, ...]
    source: tuple[SourceRef, ...]


class Edition(Record):
    """Which content this is and how far the law in it reaches."""

    version: str
    published: date
    toolbox: Text
    problem: tuple[Text, ...]
    law_note: Text
    jurist_note: Text


class Form:
    """One form of a measure together with all that hangs on it; what rules, reports and look-ups work with."""

    __slots__ = ("measure", "power", "rule", "variant")

    def __init__(self, measure: Measure, variant: Variant, power: Power | None, rule: Rule) -> None:
        self.measure, self.variant, self.power, self.rule = measure, variant, power, rule

    @property
    def id(self) -> str:
        """`measure/variant`, or the measure alone when it has one form only."""
        return self.variant.id

    @property
    def variant_id(self) -> str | None:
        """The id when the measure has named variants, otherwise None."""
        return self.variant.id if "/" in self.variant.id else None

    @property
    def name(self) -> str:
        """The name a reader sees."""
        return self.variant.name

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The legal basis, the power's first."""
        return (*(self.power.basis if self.power else ()), *self.variant.basis)

    @property
    def decides(self) -> str:
        """The partner id of whoever decides."""
        return self.variant.decides or (self.power.decides if self.power else "")

    @property
    def max_duration(self) -> Duration | None:
        """The longest duration: the form's own, otherwise the power's."""
        return self.variant.max_duration or (self.power.max_duration if self.power else None)

    @property
    def renewal(self) -> Statement | None:
        """Whether it can be renewed, if that was looked up."""
        return self.variant.renewal or (self.power.renewal if self.power else None)

    @property
    def police_mandate(self) -> PoliceMandate | None:
        """Whether the police may take the decision; None where there is no decision."""
        return self.variant.police_mandate or (self.power.police_mandate if self.power else None)

    @property
    def breach(self) -> Statement | None:
        """What follows on a breach."""
        return self.variant.breach or (self.power.breach if self.power else None)

    @property
    def consults(self) -> tuple[Consultation, ...]:
        """Who must or should be heard first; each partner once, a duty before an advice."""
        every = (*(self.power.consults if self.power else ()), *self.variant.consults, *self.measure.consults)
        first: dict[str, Consultation] = {}
        for item in (*(item for item in every if item.duty), *every):
            first.setdefault(item.partner, item)
        return tuple(first.values())

    @property
    def condition_ids(self) -> tuple[str, ...]:
        """The legal conditions, the power's first."""
        return (*(self.power.conditions if self.power else ()), *self.rule.conditions)


class Catalogue(Record):
    """All content of one edition, with the look-ups the reasoning needs."""

    edition: Edition
    laws: tuple[Law, ...]
    articles: tuple[Article, ...]
    rulings: tuple[Ruling, ...]
    documents: tuple[Document, ...]
    powers: tuple[Power, ...]
    conditions: tuple[LegalCondition, ...]
    safeguard_sets: tuple[SafeguardSet, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    contradictions: tuple[Contradiction, ...]
    facts: tuple[NamedFact, ...]
    rules: tuple[Rule, ...]
    steps: tuple[Step, ...]
    measures: tuple[Measure, ...]
    partners: tuple[Partner, ...]
    practices: tuple[Practice, ...]
    errata: tuple[Erratum, ...]
    schemes: tuple[Scheme, ...]
    current_scheme: CurrentScheme

    @cached_property
    def law_by_id(self) -> dict[str, Law]:
        """Laws by id."""
        return {law.id: law for law in self.laws}

    @cached_property
    def article_by_id(self) -> dict[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def document_by_id(self) -> dict[str, Document]:
        """Other sources by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def power_by_id(self) -> dict[str, Power]:
        """Powers by id."""
        return {power.id: power for power in self.powers}

    @cached_property
    def condition_by_id(self) -> dict[str, LegalCondition]:
        """Legal conditions by id."""
        return {condition.id: condition for condition in self.conditions}

    @cached_property
    def safeguards_by_id(self) -> dict[str, SafeguardSet]:
        """Shared safeguards by id."""
        return {group.id: group for group in self.safeguard_sets}

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        """Questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def measure_by_id(self) -> dict[str, Measure]:
        """Measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def partner_by_id(self) -> dict[str, Partner]:
        """Partners by id."""
        return {partner.id: partner for partner in self.partners}

    @cached_property
    def practice_by_id(self) -> dict[str, Practice]:
        """Practices by id."""
        return {practice.id: practice for practice in self.practices}

    @cached_property
    def scheme_by_id(self) -> dict[str, Scheme]:
        """Grant schemes by id."""
        return {scheme.id: scheme for scheme in self.schemes}

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form of every measure, in the order of the content."""
        return tuple(self._forms())

    @cached_property
    def form_by_id(self) -> dict[str, Form]:
        """Forms by id."""
        return {form.id: form for form in self.forms}

    def forms_of(self, measure: Measure) -> tuple[Form, ...]:
        """The forms of one measure, lightest first as the content has them."""
        return tuple(self.form_by_id[variant.id] for variant in measure.variants)

    def _forms(self) -> Iterator[Form]:
        rules = {rule.form: rule for rule in self.rules}
        for measure in self.measures:
            for variant in measure.variants:
                power = self.power_by_id[variant.power] if variant.power else None
                yield Form(measure, variant, power, rules[variant.id])
