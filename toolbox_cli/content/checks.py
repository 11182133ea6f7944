"""Rules across records: ids, references, sources, conditions. One function each; all faults are returned, none raised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from toolbox_cli.content import check_law
from toolbox_cli.content.check_draft import DRAFT_CHECKS
from toolbox_cli.content.check_evidence import check_evidence
from toolbox_cli.content.check_history import check_history
from toolbox_cli.content.check_law_texts import LAW_TEXT_CHECKS
from toolbox_cli.content.check_own import OWN_CHECKS
from toolbox_cli.content.check_plan import check_plan
from toolbox_cli.content.check_procedures import PROCEDURE_CHECKS
from toolbox_cli.content.check_profile import profile as _profile
from toolbox_cli.content.check_questions import check_questions
from toolbox_cli.content.check_relations import check_relations
from toolbox_cli.content.check_report_card import report_card as _report_card
from toolbox_cli.content.check_schemes import check_schemes
from toolbox_cli.content.check_terms import terms as _terms
from toolbox_cli.content.check_told import check_told
from toolbox_cli.content.fault import Fault
from toolbox_cli.content.nearest import meant
from toolbox_cli.content.sources import known_sources
from toolbox_cli.content.walk import conditions_of, fields_holding, leaves_of, texts_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AtLeast, Condition, Fact, Is
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Kind


def check_catalogue(catalogue: Catalogue, faulty: frozenset[str] = frozenset()) -> tuple[Fault, ...]:
    """Return every fault that only shows when records are read together; `faulty` names records that could not be read."""
    found = (fault for check in CHECKS for fault in check(catalogue))
    unread = {f"'{kind}{name}'" for name in faulty if name for kind in ("", "art ", "doc ", "toolbox ")}
    return tuple(fault for fault in found if not any(text in fault.what for text in unread))


def _duplicates(catalogue: Catalogue) -> Iterator[Fault]:
    """No two records, forms or choices have the same id."""
    for field, key in _IDS.items():
        names = [getattr(record, key) for record in getattr(catalogue, field)]
        yield from (Fault(field, index, (key,), _TWICE.format(names[index])) for index in _repeated(names))
    variants = [(index, at, variant.id) for index, measure in enumerate(catalogue.measures) for at, variant in enumerate(measure.variants)]
    for number in _repeated([name for _, _, name in variants]):
        index, at, name = variants[number]
        yield Fault("measures", index, ("variants", at, "id"), _TWICE.format(name))
    for index, question in enumerate(catalogue.questions):
        choices = [choice.id for choice in question.choices]
        yield from (Fault("questions", index, ("choices", at, "id"), _TWICE.format(choices[at])) for at in _repeated(choices))


def _repeated(names: Sequence[str]) -> list[int]:
    """The places where a name stands that stood there before."""
    return [index for index, name in enumerate(names) if name in names[:index]]


_TWICE = "'{}' bestaat al; geef een andere id"
_IDS = {
    "laws": "id", "articles": "id", "rulings": "ecli", "documents": "id", "powers": "id", "conditions": "id",
    "procedures": "id", "standards": "id", "sections": "id", "questions": "id", "contradictions": "id", "facts": "id",
    "rules": "form",
    "steps": "id", "measures": "id", "partners": "id", "practices": "id", "errata": "id", "schemes": "id",
    "relations": "id", "council_texts": "id", "resident_measures": "id", "resident_actions": "id",
    "holidays": "id", "protections": "id",
    "boa_mandates": "id", "mandate_bans": "id", "mandate_rules": "id", "sharing": "id", "sharing_rules": "id",
    "draft_extras": "id", "skeletons": "power", "no_drafts": "power", "considerations": "condition",
    "fingerprints": "article", "accepted": "id",
}  # fmt: skip
_ALONE = ("current_scheme", "counting", "sharing_default", "wording", "drafts", "report_card", "plan")


def _references(catalogue: Catalogue) -> Iterator[Fault]:
    """Every id that a record mentions exists."""
    known = _known(catalogue)
    for field, index, record in _records(catalogue):
        for place, kind, name in _mentions(field, record):
            if name not in known[kind]:
                yield Fault(field, index, place, f"'{name}' bestaat niet; {meant(name, known[kind])}")


def _records(catalogue: Catalogue) -> Iterator[tuple[str, int | None, BaseModel]]:
    """Every record in a list, and the records that stand alone."""
    for field in _IDS:
        yield from ((field, index, record) for index, record in enumerate(getattr(catalogue, field)))
    for field in _ALONE:
        if (record := getattr(catalogue, field)) is not None:
            yield field, None, record


def _known(catalogue: Catalogue) -> dict[str, set[str]]:
    forms = {variant.id for measure in catalogue.measures for variant in measure.variants}
    return {
        "law": {law.id for law in catalogue.laws},
        "article": {article.id for article in catalogue.articles},
        "power": {power.id for power in catalogue.powers},
        "condition": {condition.id for condition in catalogue.conditions},
        "procedure": {procedure.id for procedure in catalogue.procedures},
        "standard": {standard.id for standard in catalogue.standards},
        "section": {section.id for section in catalogue.sections},
        "question": {question.id for question in catalogue.questions},
        "fact": {fact.id for fact in catalogue.facts},
        "partner": {partner.id for partner in catalogue.partners},
        "practice": {practice.id for practice in catalogue.practices},
        "form": forms | {measure.id for measure in catalogue.measures},
        "measure": {measure.id for measure in catalogue.measures},
        "source": known_sources(catalogue),
    }


_KIND_OF_FIELD = {
    "law": "law", "article": "article", "power": "power", "who": "partner", "partner": "partner", "decides": "partner",
    "carries_out": "partner", "partners": "partner", "practices": "practice", "procedures": "procedure", "standards": "standard",
    "questions": "question", "section": "section",
    "form": "form", "forms": "form", "instead": "form", "measures": "measure", "question": "question", "fact": "fact",
    "source": "source", "conditions": "condition", "condition": "condition",
    "enforced_by": "condition", "powers": "power", "articles": "article",
    "givers": "partner", "receivers": "partner", "ground": "source", "ask": "partner",
    "pays": "form", "pays_not": "form",
}  # fmt: skip

_FREE_TEXT = {("measures", "section"), ("practices", "section"), ("practices", "who"), ("errata", "section")}


def _mentions(field: str, record: BaseModel) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for place, key, value in texts_of(record):
        kind = _KIND_OF_FIELD.get(key)
        if kind is None or (len(place) == 1 and (field, key) in _FREE_TEXT):
            continue
        name = value.split(":")[0] if kind == "source" and value.startswith("art ") else value
        yield place, kind, name


def _values(catalogue: Catalogue) -> Iterator[Fault]:
    """A condition asks only for answers that the question has, and facts do not refer to themselves."""
    options = {question.id: {option.id for option in question.options} for question in catalogue.questions}
    numbers = {question.id for question in catalogue.questions if question.kind is Kind.NUMBER}
    for field, index, place, condition in conditions_of(catalogue):
        for leaf in leaves_of(condition):
            if isinstance(leaf, AtLeast) and leaf.question in options and leaf.question not in numbers:
                yield Fault(field, index, place, f"'at_least' hoort bij een vraag naar een getal; '{leaf.question}' is dat niet")
            if isinstance(leaf, Is):
                for value in leaf.values if leaf.question in options else ():
                    if value not in options[leaf.question]:
                        yield Fault(field, index, place, f"vraag '{leaf.question}' kent het antwoord '{value}' niet")
    for index, fact in enumerate(catalogue.facts):
        if fact.id in _facts_below(fact.when, catalogue, set()):
            yield Fault("facts", index, ("when",), f"feit '{fact.id}' verwijst naar zichzelf")


def _facts_below(condition: Condition, catalogue: Catalogue, seen: set[str]) -> set[str]:
    definitions = {fact.id: fact.when for fact in catalogue.facts}
    for leaf in leaves_of(condition):
        if isinstance(leaf, Fact) and leaf.fact not in seen and leaf.fact in definitions:
            seen.add(leaf.fact)
            _facts_below(definitions[leaf.fact], catalogue, seen)
    return seen


def _rules_and_forms(catalogue: Catalogue) -> Iterator[Fault]:
    """Every form has exactly one rule, and every rule a form."""
    ruled = {rule.form for rule in catalogue.rules}
    forms = {variant.id for measure in catalogue.measures for variant in measure.variants}
    for index, measure in enumerate(catalogue.measures):
        for at, variant in enumerate(measure.variants):
            if variant.id not in ruled:
                yield Fault("measures", index, ("variants", at, "id"), f"voor '{variant.id}' ontbreekt een regel in rules.yaml")
            if variant.id != measure.id and not variant.id.startswith(f"{measure.id}/"):
                yield Fault("measures", index, ("variants", at, "id"), f"de id moet beginnen met '{measure.id}/'")
    for index, rule in enumerate(catalogue.rules):
        if rule.form not in forms:
            yield Fault("rules", index, ("form",), f"'{rule.form}' is geen variant in measures.yaml")


def _bound_or_said_why_not(catalogue: Catalogue) -> Iterator[Fault]:
    """A form has legal conditions or says why it needs none; never both, never neither."""
    powers = {power.id: power for power in catalogue.powers}
    variants = {variant.id: variant for measure in catalogue.measures for variant in measure.variants}
    for index, rule in enumerate(catalogue.rules):
        if rule.form not in variants:
            continue
        power = powers.get(variants[rule.form].power or "")
        bound = bool(rule.conditions or (power and power.conditions))
        if bound and rule.no_conditions:
            yield Fault("rules", index, ("no_conditions",), "er zijn wel voorwaarden; haal 'no_conditions' weg")
        if not bound and not rule.no_conditions:
            yield Fault("rules", index, ("conditions",), "geef voorwaarden, of zeg bij 'no_conditions' waarom er geen zijn")


def _sources_given(catalogue: Catalogue) -> Iterator[Fault]:
    """Every statement has a source."""
    for field, index, record in _records(catalogue):
        for place in _places_without_source(record, ()):
            yield Fault(field, index, (*place, "source"), "de bron ontbreekt; noem toolbox, artikel, uitspraak of eigen lezing")


def _places_without_source(value: Any, place: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:  # Any: any field
    if isinstance(value, BaseModel):
        if getattr(value, "source", None) == ():
            yield place
        for name, shown in fields_holding(type(value), (BaseModel,)):
            yield from _places_without_source(getattr(value, name), (*place, shown))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _places_without_source(item, (*place, index))


def _questions_used(catalogue: Catalogue) -> Iterator[Fault]:
    """Every question decides something, or is marked as describing the problem."""
    used = {
        leaf.question
        for field, _, _, condition in conditions_of(catalogue)
        if field in ("facts", "conditions", "rules", "steps")
        for leaf in leaves_of(condition)
        if isinstance(leaf, Is | AtLeast)
    }
    used |= {name for standard in catalogue.standards for item in standard.items for name in item.questions}
    for index, question in enumerate(catalogue.questions):
        if question.id not in used and not question.describes:
            yield Fault("questions", index, ("id",), "geen regel gebruikt deze vraag; haal haar weg of zet 'describes: true'")
        if (question.kind in (Kind.CHOICE, Kind.CHOICES)) != bool(question.choices):
            yield Fault("questions", index, ("choices",), "geef keuzes bij choice en choices, en bij een andere soort geen")


def _decided(catalogue: Catalogue) -> Iterator[Fault]:
    """Every form says who decides, how long it lasts and whether the police may decide."""
    for index, measure in enumerate(catalogue.measures):
        for at, variant in enumerate(measure.variants):
            if variant.power is None:
                for name in ("decides", "max_duration", "police_mandate"):
                    if getattr(variant, name) is None:
                        yield Fault("measures", index, ("variants", at, name), "vul dit in, want deze variant heeft geen bevoegdheid")


def _toolbox_sections(catalogue: Catalogue) -> Iterator[Fault]:
    """An entry of the toolbox names its section; another entry has none."""
    for index, measure in enumerate(catalogue.measures):
        if (measure.origin is Origin.TOOLBOX) != (measure.section is not None):
            yield Fault("measures", index, ("section",), "een maatregel uit de toolbox heeft een paragraafnummer, een andere niet")


def _problem_text(catalogue: Catalogue) -> Iterator[Fault]:
    """The sentences about the problem mention only questions that exist."""
    known = {question.id for question in catalogue.questions}
    for at, template in enumerate(catalogue.edition.problem if catalogue.edition else ()):
        for name in re.findall(r"\{(\w+)\}", template):
            if name not in known:
                yield Fault("edition", None, ("problem", at), f"vraag '{name}' bestaat niet; {meant(name, known)}")


CHECKS: tuple[Callable[[Catalogue], Iterable[Fault]], ...] = (
    _duplicates,
    _references,
    _rules_and_forms,
    _sources_given,
    _values,
    _bound_or_said_why_not,
    _questions_used,
    _decided,
    _toolbox_sections,
    check_schemes,
    _problem_text,
    check_history,
    check_relations,
    check_questions,
    check_told,
    check_evidence,
    check_plan,
    _terms,
    _profile,
    _report_card,
    *PROCEDURE_CHECKS,
    *DRAFT_CHECKS,
    *check_law.CHECKS,
    *LAW_TEXT_CHECKS,
    *OWN_CHECKS,
)
