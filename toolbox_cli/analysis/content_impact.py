"""What a change of the content means: for answer files of before, and for the grades that follow from the same answers. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from toolbox_cli.analysis.content_diff import CHOICES, Plain, records_of, renames_of, translated
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.condition import AllOf, Always, AnyOf, AtLeast, Condition, Fact, Is, Not
from toolbox_cli.model.question import Question


@dataclass(frozen=True)
class Logic:
    """What changed in how one form is graded or ordered, in words of the code: indicated, conditions, weight and so on."""

    form: str
    aspects: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    old_weight: int | None = None
    new_weight: int | None = None


@dataclass(frozen=True)
class Impact:
    """What somebody with an answer file or an advice of before should know."""

    questions_gone: tuple[str, ...]
    questions_renamed: tuple[tuple[str, str], ...]
    choices_gone: tuple[str, ...]
    choices_renamed: tuple[tuple[str, str], ...]
    contradictions: tuple[str, ...]
    answered_otherwise: tuple[str, ...]
    asked_otherwise: tuple[str, ...]
    forms_new: tuple[str, ...]
    forms_gone: tuple[str, ...]
    logic: tuple[Logic, ...]

    @property
    def empty(self) -> bool:
        """Whether old answer files still work and give the same grades."""
        return not any(getattr(self, name) for name in self.__dataclass_fields__)


def impact(old: Catalogue, new: Catalogue) -> Impact:
    """Return what the change means; names follow a rename, so that a new name alone changes no logic."""
    before, after = records_of(old), records_of(new)
    renames = renames_of(before, after)
    names = renames.get("questions", {})
    gone = {name for name in before["questions"] if name not in after["questions"]} - set(names)
    forms = {renames.get("forms", {}).get(form.id, form.id): form for form in old.forms}
    both = [(question, old.question_by_id[first]) for first, question in _kept(old, new, names)]
    return Impact(
        questions_gone=tuple(name for name in before["questions"] if name in gone),
        questions_renamed=tuple(names.items()),
        choices_gone=tuple(_choices_gone(before.get(CHOICES, {}), after.get(CHOICES, {}), gone, renames)),
        choices_renamed=tuple(renames.get(CHOICES, {}).items()),
        contradictions=tuple(_stricter(old, new, renames)),
        answered_otherwise=tuple(question for question, asked in both if _form_of(new.question_by_id[question]) != _form_of(asked)),
        asked_otherwise=tuple(
            question
            for question, asked in both
            if _logic(new.question_by_id[question].ask_when, new, {}) != _logic(asked.ask_when, old, renames)
        ),
        forms_new=tuple(form.id for form in new.forms if form.id not in forms),
        forms_gone=tuple(form.id for name, form in forms.items() if name not in new.form_by_id),
        logic=tuple(found for form in new.forms if form.id in forms for found in _changed_logic(forms[form.id], form, old, new, renames)),
    )


def _kept(old: Catalogue, new: Catalogue, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for question in old.questions:
        now = names.get(question.id, question.id)
        if now in new.question_by_id:
            yield question.id, now


def _stricter(old: Catalogue, new: Catalogue, renames: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The contradictions that were not noticed before, or on other answers."""
    before = {_logic(item.when, old, renames) for item in old.contradictions}
    yield from (item.id for item in new.contradictions if _logic(item.when, new, {}) not in before)


def _form_of(question: Question) -> tuple[str, int]:
    """How many answers go together: one, more, or more except with some."""
    return question.kind.value, sum(choice.exclusive for choice in question.choices)


def _choices_gone(
    before: Mapping[str, Plain], after: Mapping[str, Plain], gone: set[str], renames: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    for name in before:
        question, _, answer = name.partition("=")
        now = renames.get(CHOICES, {}).get(name) or f"{renames.get('questions', {}).get(question, question)}={answer}"
        if question not in gone and now not in after:
            yield name


def _changed_logic(before: Form, after: Form, old: Catalogue, new: Catalogue, renames: Mapping[str, Mapping[str, str]]) -> Iterator[Logic]:
    first, second = _aspects(before, old, renames), _aspects(after, new, {})
    changed = tuple(name for name in second if first[name] != second[name])
    if changed:
        one, other = first["conditions"], second["conditions"]
        conditions = tuple(name for name in dict.fromkeys((*other, *one)) if one.get(name) != other.get(name))
        weights = (before.rule.weight, after.rule.weight) if "weight" in changed else (None, None)
        yield Logic(after.id, changed, conditions, *weights)


def _aspects(form: Form, catalogue: Catalogue, renames: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:  # Any: compared only
    rule = form.rule
    renamed = renames.get("conditions", {})
    return {
        "indicated": _logic(rule.indicated, catalogue, renames),
        "conditions": {
            renamed.get(name, name): _logic(catalogue.condition_by_id[name].when, catalogue, renames) for name in form.condition_ids
        },
        "weight": rule.weight,
        "urgent": rule.urgent,
        "request": rule.request,
        "leads": [_logic(lead.when, catalogue, renames) for lead in rule.leads],
        "present": rule.present and _logic(rule.present, catalogue, renames),
        "tried": rule.tried and _logic(rule.tried, catalogue, renames),
    }


def _logic(condition: Condition, catalogue: Catalogue, renames: Mapping[str, Mapping[str, str]]) -> str:
    """The condition with its facts written out, without names, reasons and order, so that equal text is equal logic."""
    facts = {fact.id: fact.when for fact in catalogue.facts}
    return json.dumps(_written_out(condition, facts, renames), sort_keys=True)


def _written_out(condition: Condition, facts: Mapping[str, Condition], renames: Mapping[str, Mapping[str, str]]) -> Plain:
    match condition:
        case Is():
            plain = translated({"question": condition.question, "is": list(condition.values)}, renames)
            return {"question": plain["question"], "is": sorted(plain["is"])}
        case AtLeast():
            plain = translated({"question": condition.question}, renames)
            return {"question": plain["question"], "at_least": condition.at_least}
        case AllOf() | AnyOf():
            parts = sorted(
                (_written_out(part, facts, renames) for part in condition.parts), key=lambda part: json.dumps(part, sort_keys=True)
            )
            return {"all" if isinstance(condition, AllOf) else "any": parts}
        case Not():
            return {"not": _written_out(condition.part, facts, renames)}
        case Fact():
            return _written_out(facts[condition.fact], facts, renames)
        case Always():
            return {"always": True}
        case _:
            assert_never(condition)
