"""Rules with one fault put in: each must be caught by a golden case, unless it is proven to change nothing.

Only what decides a grade is changed: legal conditions, when a form is called for, named facts, and the list of conditions of a power or
a rule. Nothing is written; a mutant is another catalogue in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod
from typing import Any, assert_never

from golden import Case, Expected, Judge

from toolbox_cli.analysis.assess import facts_of, with_implied
from toolbox_cli.analysis.interview import contradictions
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.condition import AllOf, Always, AnyOf, AtLeast, Condition, Fact, Is, Not
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answer, Answers, Kind, Question
from toolbox_cli.rules.domain import telling_answers
from toolbox_cli.rules.evaluate import Facts, Leaf, evaluate, leaves_in, questions_in
from toolbox_cli.rules.truth import Truth

MOST_TRIED = 100_000
OPEN = ("conditional", "undetermined")
MET = Always.model_construct(why="mutant")
NEVER = Not.model_construct(part=MET)
Changed = tuple[str, Condition]


@dataclass(frozen=True, eq=False)
class Mutant:
    """One fault: where, what was done, and the catalogue that has it."""

    where: str
    what: str
    catalogue: Catalogue
    forms: frozenset[str]
    fact: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def mutants(catalogue: Catalogue) -> Iterator[Mutant]:
    """Return every mutant of the catalogue, in the order of the content."""
    questions = catalogue.question_by_id
    for fact in catalogue.facts:
        forms = frozenset(form.id for form in catalogue.forms if fact.id in _facts_of_form(form, catalogue))
        for what, when in changes(fact.when, questions) if forms else ():  # a fact that only gives reasons decides no grade
            yield Mutant(f"fact {fact.id}", what, _with(catalogue, "facts", fact, {"when": when}), forms, fact=fact.id)
    for condition in catalogue.conditions:
        forms = frozenset(form.id for form in catalogue.forms if condition.id in form.condition_ids)
        for what, when in changes(condition.when, questions):
            yield Mutant(f"condition {condition.id}", what, _with(catalogue, "conditions", condition, {"when": when}), forms)
    for rule in catalogue.rules:
        for what, when in changes(rule.indicated, questions):
            yield Mutant(f"indicated {rule.form}", what, _with(catalogue, "rules", rule, {"indicated": when}), frozenset({rule.form}))
    yield from _dropped(catalogue)


def _dropped(catalogue: Catalogue) -> Iterator[Mutant]:
    """One condition left out of the list of a power or a rule."""
    for power in catalogue.powers:
        forms = frozenset(form.id for form in catalogue.forms if form.power is power)
        for name in power.conditions if forms else ():
            less = tuple(other for other in power.conditions if other != name)
            yield Mutant(f"power {power.id}", f"without {name}", _with(catalogue, "powers", power, {"conditions": less}), forms)
    for rule in catalogue.rules:
        for name in rule.conditions:
            less = tuple(other for other in rule.conditions if other != name)
            changed = _with(catalogue, "rules", rule, {"conditions": less})
            yield Mutant(f"rule {rule.form}", f"without {name}", changed, frozenset({rule.form}))


def without_implied(catalogue: Catalogue, question: Question) -> Catalogue:
    """Return the catalogue in which no answer to this question follows from another."""
    return _with(catalogue, "questions", question, {"implied": None})


def changes(condition: Condition, questions: Mapping[str, Question]) -> Iterator[Changed]:
    """Return the condition with one fault in it, in every way."""
    yield "always met", MET
    yield "never met", NEVER
    yield from _changes(condition, questions)


def _changes(condition: Condition, questions: Mapping[str, Question]) -> Iterator[Changed]:
    if isinstance(condition, Not):
        yield f"no longer turned round: {told(condition)}", condition.part
    else:
        yield f"turned round: {told(condition)}", Not.model_construct(part=condition)
    match condition:
        case Is():
            yield from _other_answers(condition, questions[condition.question])
        case AtLeast():
            for number in (condition.at_least - 1, condition.at_least + 1):
                yield f"{condition.question} at least {number}", condition.model_copy(update={"at_least": number})
        case AllOf() | AnyOf():
            yield from _other_parts(condition, questions)
        case Not():
            for what, part in _changes(condition.part, questions):
                yield what, Not.model_construct(part=part)
        case Fact() | Always():
            return
        case _:
            assert_never(condition)


def _other_answers(leaf: Is, question: Question) -> Iterator[Changed]:
    for option in question.options:
        if option.id not in leaf.values:
            yield f"{told(leaf)}, also {option.id}", leaf.model_copy(update={"values": (*leaf.values, option.id)})
    for value in leaf.values if len(leaf.values) > 1 else ():
        less = tuple(other for other in leaf.values if other != value)
        yield f"{told(leaf)}, not {value}", leaf.model_copy(update={"values": less})


def _other_parts(condition: AllOf | AnyOf, questions: Mapping[str, Question]) -> Iterator[Changed]:
    parts = condition.parts
    if len(parts) > 1:
        other = AnyOf if isinstance(condition, AllOf) else AllOf
        yield f"{other.__name__} instead of {type(condition).__name__}: {told(condition)}", other.model_construct(parts=parts)
    for at, part in enumerate(parts):
        before, after = parts[:at], parts[at + 1 :]
        if len(parts) > 1:
            yield f"dropped: {told(part)}", type(condition).model_construct(parts=before + after)
        for what, changed in _changes(part, questions):
            yield what, type(condition).model_construct(parts=(*before, changed, *after))


def told(condition: Condition) -> str:
    """Return the condition in few words."""
    match condition:
        case Is():
            return f"{condition.question} is {'/'.join(condition.values[:3])}{'/…' if len(condition.values) > 3 else ''}"
        case AtLeast():
            return f"{condition.question} at least {condition.at_least}"
        case AllOf() | AnyOf():
            return f"{type(condition).__name__}({'; '.join(told(part) for part in condition.parts)})"
        case Not():
            return f"not ({told(condition.part)})"
        case Fact():
            return condition.fact
        case Always():
            return "always"
        case _:
            assert_never(condition)


def _with(catalogue: Catalogue, name: str, record: Any, update: Mapping[str, Any]) -> Catalogue:  # Any: any record with such a field
    """The catalogue with one record changed; made anew, because a copy would keep look-ups of the old one."""
    fields = {field: getattr(catalogue, field) for field in Catalogue.model_fields}
    fields[name] = tuple(other.model_copy(update=update) if other is record else other for other in fields[name])
    return Catalogue.model_construct(**fields)


def _facts_of_form(form: Form, catalogue: Catalogue) -> frozenset[str]:
    conditions = [form.rule.indicated, *(catalogue.condition_by_id[name].when for name in form.condition_ids)]
    return frozenset(name for condition in conditions for name in _facts_in(condition, facts_of(catalogue)))


def _facts_in(condition: Condition, facts: Facts) -> Iterator[str]:
    match condition:
        case Fact():
            yield condition.fact
            yield from _facts_in(facts[condition.fact], facts)
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _facts_in(part, facts)
        case Not():
            yield from _facts_in(condition.part, facts)
        case _:
            return


@dataclass(frozen=True)
class Tally:
    """What became of the mutants: the number that was made, those that change nothing, and those that no case caught."""

    made: int
    idle: tuple[Mutant, ...]
    missed: tuple[Mutant, ...]

    @property
    def score(self) -> float:
        """The part that was caught of all mutants that change something."""
        faults = self.made - len(self.idle)
        return (faults - len(self.missed)) / faults


def tally(catalogue: Catalogue, cases: Sequence[Case], made: Sequence[Mutant]) -> Tally:
    """Let the cases hunt these mutants; of those not caught, say which change nothing."""
    hunt = Hunt(catalogue, cases)
    left = [mutant for mutant in made if not hunt.caught_by(mutant)]
    idle = tuple(mutant for mutant in left if hunt.changes_nothing(mutant))
    return Tally(len(made), idle, tuple(mutant for mutant in left if mutant not in idle))


class Hunt:
    """Lets the cases look for faults."""

    def __init__(self, catalogue: Catalogue, cases: Sequence[Case]) -> None:
        self._judge = Judge.of(catalogue)
        self._original = catalogue
        self._by_form: dict[str, list[tuple[Case, Expected]]] = {}
        pairs = [(case, expected) for case in cases for expected in case.expected]
        for case, expected in sorted(pairs, key=lambda pair: pair[1].key in OPEN):
            self._by_form.setdefault(expected.form, []).append((case, expected))

    def caught_by(self, mutant: Mutant) -> str:
        """Return what the first case that notices the fault says; empty when none does."""
        judge = Judge.of(mutant.catalogue, None if mutant.fact else self._judge.known)
        touched = {form: self._touched(form, mutant) for form in sorted(mutant.forms)}
        for form, parts in touched.items():
            for case, expected in self._by_form.get(form, ()):
                if self._moved(case, expected, parts, judge) and (said := judge.complaint(case, expected)):
                    return said
        return ""

    def _touched(self, name: str, mutant: Mutant) -> dict[str, tuple[Condition, Condition]]:
        """The parts of a form that the fault changes, before and after; what was left out counts as met."""
        before = _parts(self._original.form_by_id[name], self._original)
        after = _parts(mutant.catalogue.form_by_id[name], mutant.catalogue)
        facts = self._judge.facts
        return {
            key: (part, after.get(key, MET))
            for key, part in before.items()
            if part is not after.get(key) or mutant.fact in _facts_in(part, facts)
        }

    def _moved(self, case: Case, expected: Expected, touched: Mapping[str, tuple[Condition, Condition]], judge: Judge) -> bool:
        """Whether an expectation that is slow to check can be touched at all: a settled part that stays the same cannot do that."""
        if expected.key not in OPEN:
            return True
        for key, (before, after) in touched.items():
            given = judge.told(case) if key else judge.settled(case)
            old, new = evaluate(before, given, self._judge.facts).truth, evaluate(after, given, judge.facts).truth
            if key and expected.key == "undetermined" and new is not Truth.NO:
                continue
            if old is not new or old is Truth.UNKNOWN:
                return True
        return False

    def changes_nothing(self, mutant: Mutant) -> bool:
        """Whether no answers at all give another truth anywhere a grade could show it; proven by trying each kind of answer."""
        return all(self._same(form, mutant) for form in mutant.forms)

    def _same(self, name: str, mutant: Mutant) -> bool:
        old, new = facts_of(self._original), facts_of(mutant.catalogue)
        pairs = self._touched(name, mutant)
        refusal = self._original.form_by_id[name].measure.origin is Origin.REFUSAL
        if refusal and "" not in pairs:
            pairs[""] = (self._original.form_by_id[name].rule.indicated,) * 2
        one, other = ({key: pair[at] for key, pair in pairs.items()} for at in (0, 1))
        tried = _every_answer(((one, old), (other, new)), self._original)
        if tried is None:
            return False
        return all(_seen(one, old, given, refusal=refusal) == _seen(other, new, given, refusal=refusal) for given in tried)


def _parts(form: Form, catalogue: Catalogue) -> dict[str, Condition]:
    """What decides the grade of a form: when it is called for (without a name), and its conditions."""
    return {"": form.rule.indicated, **{name: catalogue.condition_by_id[name].when for name in form.condition_ids}}


def _seen(parts: Mapping[str, Condition], facts: Facts, given: Answers, *, refusal: bool) -> dict[str, Truth] | None:
    """What a case could notice; a condition that is left out counts as met, and a refusal shows only when asked for."""
    found = {name: evaluate(condition, given, facts).truth for name, condition in parts.items()}
    if refusal and found.get("") is not Truth.YES:
        return None
    return {name: truth for name, truth in found.items() if truth is not Truth.YES}


def _every_answer(pair: Sequence[tuple[Mapping[str, Condition], Facts]], catalogue: Catalogue) -> Iterator[Answers] | None:
    """One set of answers of each kind that these conditions tell apart, with what is not asked or not known; None when too many.

    Answers that contradict each other are left out, because the tool refuses them; what follows from an answer is filled in.
    """
    leaves = tuple(dict.fromkeys(leaf for parts, facts in pair for part in parts.values() for leaf in leaves_in(part, facts)))
    names = tuple(dict.fromkeys(name for parts, facts in pair for part in parts.values() for name in questions_in(part, facts)))
    settled = any("" in parts for parts, _ in pair)
    choices = [_answers(catalogue.question_by_id[name], leaves, settled=settled) for name in names]
    if prod(len(choice) for choice in choices) > MOST_TRIED:
        return None
    every = (Answers({name: answer for name, answer in zip(names, given, strict=True) if answer}) for given in product(*choices))
    return (with_implied(catalogue, given) for given in every if not contradictions(catalogue, given))


@cache
def _answers(question: Question, leaves: tuple[Leaf, ...], *, settled: bool) -> tuple[Answer | None, ...]:
    """Not asked, each kind of answer, and that with more nobody knows; an empty one only where absent occasions count as answered."""
    whole = telling_answers(question, leaves)
    partly = tuple(Answer(answer.values, unknown=True) for answer in whole) if question.kind is Kind.CHOICES else ()
    return (None, *((Answer(),) if settled else ()), *whole, *partly)
