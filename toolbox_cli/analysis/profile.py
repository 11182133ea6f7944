"""What a municipality's profile says about a case, and what follows from it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.case import heard
from toolbox_cli.analysis.legal_test import questions_of
from toolbox_cli.analysis.profile_fields import Field, answer_of, applies, fields_of
from toolbox_cli.model.case import PROFILE, Said, Statements
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.profile import DATE, RETENTION, Covers, Follows, Profile
from toolbox_cli.model.question import YES, Answer, Answers
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth


@dataclass(frozen=True, slots=True)
class Derived:
    """An answer that follows from the profile and the case together, with the reason."""

    question: str
    answer: Answer
    because: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Local:
    """What the profile contributes to one problem: its statements, and which of those are derived."""

    profile: Profile
    statements: Statements = field(default_factory=dict)
    derived: tuple[Derived, ...] = ()


def statements_of(catalogue: Catalogue, profile: Profile, answers: Answers) -> Statements:
    """Return what the profile says on the questions that fit a problem; `answers` are what the case itself says about it."""
    return local_of(catalogue, profile, answers).statements


def local_of(catalogue: Catalogue, profile: Profile, answers: Answers, instead: frozenset[str] = frozenset()) -> Local:
    """Return what the profile contributes to a problem, as far as its questions have an occasion there.

    What is only there for one place is not in a profile, so the answer to a question about such things stays open. On the questions in
    `instead` the profile says nothing: another answer goes before it.
    """
    said = _fitting(catalogue, {name: (item,) for name, item in _noted(catalogue, profile).items() if name not in instead}, answers)
    told = together(catalogue, answers, said)
    derived = tuple(item for item in _derived(catalogue, profile, told) if item.question not in instead)
    return Local(profile, {**said, **{item.question: (Said(item.answer, PROFILE, item.on),) for item in derived}}, derived)


def together(catalogue: Catalogue, answers: Answers, said: Statements) -> Answers:
    """Return the answers of the case with what the profile says; where they contradict each other the answer is unknown."""
    found = dict(answers.given)
    for name, items in said.items():
        own = answers.get(name)
        found[name] = heard(catalogue.question_by_id[name], [*([Said(own)] if own else []), *items]).answer
    return Answers(found)


def notes_of(catalogue: Catalogue, profile: Profile, rule: str) -> tuple[Field, ...]:
    """Return the notes that are filled in about one rule of the municipality."""
    return tuple(item for item in fields_of(catalogue) if item.rule == rule and item.is_note and profile.words(item.name))


def rules_for(catalogue: Catalogue, profile: Profile, form: Form) -> tuple[str, ...]:
    """Return the rules of the municipality on which the conditions of this form rest, as far as something was noted about them."""
    names = {question.id for question in questions_of(catalogue, form)}
    return tuple(name for name in _rules(catalogue) if name in names and notes_of(catalogue, profile, name))


def rule_helping(catalogue: Catalogue, question: str) -> str:
    """Return the rule whose notes help to answer this question; empty when there is none."""
    every = (item for section in catalogue.profile.sections for item in section.questions)
    return next((item.question for item in every if question in (item.question, *item.helps)), "")


def keep_until(profile: Profile, today: date) -> date | None:
    """Return until when a case that starts today may be kept; None when the profile says nothing about that."""
    from dateutil.relativedelta import relativedelta

    months = min(answer_of(profile.words(RETENTION)).values, default=None)
    return None if months is None else today + relativedelta(months=int(months))


def day_noted(profile: Profile, name: str) -> date | None:
    """Return the day in a field."""
    value = min(answer_of(profile.words(name)).values, default=None)
    return None if value is None else date.fromisoformat(value)


def _rules(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(item.question for section in catalogue.profile.sections for item in section.questions)


def _noted(catalogue: Catalogue, profile: Profile) -> dict[str, Said]:
    found = {}
    for name in _rules(catalogue):
        words = profile.words(name)
        if words:
            answer, partly = answer_of(words), any(choice.here for choice in catalogue.question_by_id[name].choices)
            found[name] = Said(Answer(answer.values, answer.unknown or partly), PROFILE, _day_of(profile, name))
    return found


def _day_of(profile: Profile, rule: str) -> date | None:
    """When the municipality looked at this rule, otherwise at its whole profile."""
    return day_noted(profile, f"{rule}.{DATE}") or day_noted(profile, DATE)


def _fitting(catalogue: Catalogue, said: Statements, answers: Answers) -> dict[str, tuple[Said, ...]]:
    """What was said on questions whose occasion is not known to be absent, as when these answers were given one by one."""
    facts, left = facts_of(catalogue), dict(said)
    while True:
        told = together(catalogue, answers, left)
        gone = [name for name in left if evaluate(catalogue.question_by_id[name].ask_when, told, facts).truth is Truth.NO]
        if not gone:
            return left
        left = {name: items for name, items in left.items() if name not in gone}


def _derived(catalogue: Catalogue, profile: Profile, told: Answers) -> Iterator[Derived]:
    facts = facts_of(catalogue)
    rules: tuple[Covers | Follows, ...] = (*catalogue.profile.covers, *catalogue.profile.follows)
    for rule in rules:
        if told.get(rule.rule) != Answer(frozenset({YES})) or YES not in profile.words(rule.rule):
            continue
        if evaluate(catalogue.question_by_id[rule.question].ask_when, told, facts).truth is not Truth.YES:
            continue
        found = _covered(catalogue, profile, told, rule) if isinstance(rule, Covers) else _followed(profile, rule)
        if found is not None:
            yield Derived(rule.question, Answer(frozenset({found[0]})), found[1], _day_of(profile, rule.rule))


def _covered(catalogue: Catalogue, profile: Profile, told: Answers, rule: Covers) -> tuple[str, str] | None:
    """The answer with its reason; None when the case is not fully known, or the list holds a part of it or may lack something."""
    said, noted = told.get(rule.answer), answer_of(profile.words(f"{rule.rule}.{rule.note}"))
    note = next(item for item in catalogue.profile.notes if item.id == rule.note)
    if said is None or said.unknown or not (wanted := said.values.difference(note.leave_out)):
        return None
    if wanted <= noted.values:
        return rule.all, rule.all_because
    complete = profile.words(f"{rule.rule}.{rule.complete}") == (YES,) and noted.values and not noted.unknown
    return (rule.none, rule.none_because) if complete and not wanted & noted.values else None


def _followed(profile: Profile, rule: Follows) -> tuple[str, str] | None:
    return (rule.value, rule.because) if profile.words(f"{rule.rule}.{rule.note}") == (rule.noted,) else None


def without_stray(catalogue: Catalogue, profile: Profile) -> tuple[Profile, tuple[str, ...]]:
    """Return the profile without the notes on a rule that is not there any more, and the names of those fields."""
    stray = tuple(item.name for item in fields_of(catalogue) if profile.words(item.name) and not applies(item, profile))
    for name in stray:
        profile = profile.with_words(name, ())
    return profile, stray
