"""The catalogue: all content of one edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from pydantic import PrivateAttr

from toolbox_cli.model.base import Record
from toolbox_cli.model.condition import Condition
from toolbox_cli.model.draft import Consideration, Drafts, Extra, NoDraft, Skeleton
from toolbox_cli.model.evidence import EvidenceRules
from toolbox_cli.model.fingerprint import Fingerprint
from toolbox_cli.model.form import Form as Form
from toolbox_cli.model.history import ContentVersion
from toolbox_cli.model.law import (
    Article,
    BoaMandate,
    Law,
    LegalCondition,
    MandateBan,
    MandateRule,
    Power,
    Standard,
)
from toolbox_cli.model.measure import (
    Document,
    Edition,
    Erratum,
    Measure,
    NamedFact,
    Partner,
    Practice,
    Rule,
    Ruling,
    Step,
)
from toolbox_cli.model.personal import Personal
from toolbox_cli.model.plan_content import PlanContent
from toolbox_cli.model.procedure import Procedure
from toolbox_cli.model.profile import ProfileContent
from toolbox_cli.model.question import Contradiction, Question, Section
from toolbox_cli.model.relation import Related, Relation
from toolbox_cli.model.report_card import ReportCard
from toolbox_cli.model.scheme import CurrentScheme, Scheme
from toolbox_cli.model.sharing import Sharing, SharingDefault, SharingRule
from toolbox_cli.model.term import Counting, Holiday, Protection
from toolbox_cli.model.told import CouncilText, ResidentAction, ResidentMeasure
from toolbox_cli.model.wording import Accepted, Wording

_LOWER = re.compile(r"(?<![^\W\d_])(?![A-Z])[^\W\d_]{2,}")
_PROPER = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]+(?:-[^\W\d_]+)*")


class Catalogue(Record):
    """All content of one edition, with the look-ups the reasoning needs."""

    edition: Edition
    history: tuple[ContentVersion, ...]
    laws: tuple[Law, ...]
    articles: tuple[Article, ...]
    fingerprints: tuple[Fingerprint, ...]
    rulings: tuple[Ruling, ...]
    documents: tuple[Document, ...]
    powers: tuple[Power, ...]
    conditions: tuple[LegalCondition, ...]
    procedures: tuple[Procedure, ...]
    standards: tuple[Standard, ...]
    boa_mandates: tuple[BoaMandate, ...]
    mandate_bans: tuple[MandateBan, ...]
    mandate_rules: tuple[MandateRule, ...]
    sharing: tuple[Sharing, ...]
    sharing_rules: tuple[SharingRule, ...]
    sharing_default: SharingDefault
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    contradictions: tuple[Contradiction, ...]
    facts: tuple[NamedFact, ...]
    rules: tuple[Rule, ...]
    steps: tuple[Step, ...]
    measures: tuple[Measure, ...]
    relations: tuple[Relation, ...]
    partners: tuple[Partner, ...]
    practices: tuple[Practice, ...]
    council_texts: tuple[CouncilText, ...]
    resident_measures: tuple[ResidentMeasure, ...]
    resident_actions: tuple[ResidentAction, ...]
    errata: tuple[Erratum, ...]
    schemes: tuple[Scheme, ...]
    current_scheme: CurrentScheme
    wording: Wording
    accepted: tuple[Accepted, ...]
    holidays: tuple[Holiday, ...]
    protections: tuple[Protection, ...]
    counting: Counting
    drafts: Drafts
    draft_extras: tuple[Extra, ...]
    skeletons: tuple[Skeleton, ...]
    no_drafts: tuple[NoDraft, ...]
    considerations: tuple[Consideration, ...]
    profile: ProfileContent
    report_card: ReportCard
    personal: Personal
    evidence: EvidenceRules
    plan: PlanContent
    _own: frozenset[tuple[str, str]] = PrivateAttr(frozenset())

    def with_own(self, records: Iterable[Record]) -> Catalogue:
        """Return the same content, in which these records are the municipality's own."""
        marked = self.model_copy()
        marked._own = frozenset(_key(record) for record in records)
        return marked

    def is_own(self, record: Record) -> bool:
        """Whether a record is the municipality's own, and not of the content that is shipped."""
        return bool(self._own) and _key(record) in self._own

    @property
    def has_own(self) -> bool:
        """Whether there is any content of the municipality itself."""
        return bool(self._own)

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
    def boa_mandate_by_power(self) -> dict[str, BoaMandate]:
        """Whether a boa may take the decision, by the id of the power."""
        return {power: record for record in self.boa_mandates for power in record.powers}

    @cached_property
    def condition_by_id(self) -> dict[str, LegalCondition]:
        """Legal conditions by id."""
        return {condition.id: condition for condition in self.conditions}

    @cached_property
    def procedure_by_id(self) -> dict[str, Procedure]:
        """Procedures by id."""
        return {procedure.id: procedure for procedure in self.procedures}

    @cached_property
    def standard_by_id(self) -> dict[str, Standard]:
        """What a decision must rest on, by id."""
        return {standard.id: standard for standard in self.standards}

    @cached_property
    def condition_of_fact(self) -> dict[str, Condition]:
        """What must be the case for each named fact."""
        return {fact.id: fact.when for fact in self.facts}

    @cached_property
    def fact_by_id(self) -> dict[str, NamedFact]:
        """Named facts by id."""
        return {fact.id: fact for fact in self.facts}

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
    def protection_by_id(self) -> dict[str, Protection]:
        """Kinds of legal protection by id."""
        return {protection.id: protection for protection in self.protections}

    @cached_property
    def skeleton_by_power(self) -> dict[str, Skeleton]:
        """Skeletons of draft decisions by the id of the power."""
        return {skeleton.power: skeleton for skeleton in self.skeletons}

    @cached_property
    def vocabulary(self) -> tuple[frozenset[str], frozenset[str]]:
        """Every word the content uses in lower case, and every name it uses inside a sentence; for telling a person's name from a word."""
        text = self.model_dump_json(exclude={"personal", "fingerprints", "evidence", "plan"})
        return frozenset(_LOWER.findall(text)), frozenset(_PROPER.findall(text))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form of every measure, in the order of the content."""
        return tuple(self._forms())

    @cached_property
    def form_by_id(self) -> dict[str, Form]:
        """Forms by id."""
        return {form.id: form for form in self.forms}

    def named_forms(self, name: str) -> tuple[Form, ...]:
        """The form with this id, or all forms of the measure with this id."""
        measure = self.measure_by_id.get(name)
        return self.forms_of(measure) if measure else (self.form_by_id[name],)

    def forms_of(self, measure: Measure) -> tuple[Form, ...]:
        """The forms of one measure, lightest first as the content has them."""
        return tuple(self.form_by_id[variant.id] for variant in measure.variants)

    @cached_property
    def related_by_name(self) -> dict[str, tuple[Related, ...]]:
        """Relations by the form or measure they are about, each seen from that side."""
        found: dict[str, list[Related]] = {}
        for relation in self.relations:
            for related in relation.sides():
                found.setdefault(related.own, []).append(related)
        return {name: tuple(items) for name, items in found.items()}

    def relations_of(self, form: Form) -> tuple[Related, ...]:
        """What holds between this form and others, its own relations first and then those of its whole measure."""
        names = dict.fromkeys((form.id, form.measure.id))
        return tuple(related for name in names for related in self.related_by_name.get(name, ()))

    def _forms(self) -> Iterator[Form]:
        rules = {rule.form: rule for rule in self.rules}
        for measure in self.measures:
            for variant in measure.variants:
                power = self.power_by_id[variant.power] if variant.power else None
                yield Form(measure, variant, power, rules[variant.id], own=self.is_own(measure))


def _key(record: Record) -> tuple[str, str]:
    """What tells records apart: their kind, and what they are called in it."""
    return type(record).__name__, next((str(value) for name in _NAMES if (value := getattr(record, name, None))), "")


_NAMES = ("id", "form", "ecli", "article")
