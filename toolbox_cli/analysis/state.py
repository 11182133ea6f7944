"""Where a case stands: all that a later version of its documents is compared with. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from toolbox_cli.analysis.assess import Assessment, Finding, Grade
from toolbox_cli.model.base import Record
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.question import UNKNOWN, Answer, Answers

DIGITS = 12


class FormState(Record):
    """How one form stood: its grade and whether it led; and hashes of the rules that decided that, and of each article behind them."""

    grade: Grade
    leading: bool
    rules: str
    articles: dict[str, str]


class ProblemState(Record):
    """How one problem stood: its name for a reader, the words of the answers by question, the forms and the first steps by id.

    `decisions` are sentences.
    """

    name: str
    answers: dict[str, tuple[str, ...]]
    forms: dict[str, FormState]
    steps: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


class State(Record):
    """Where a case stood: made with which content (version and hash) and texts of the law until when, and each of its problems by id."""

    toolbox: Literal["stand"] = "stand"
    version: Literal[1] = 1
    content: str
    content_hash: str
    law_date: date | None
    problems: Annotated[dict[str, ProblemState], Field(min_length=1)]


def problem_state(catalogue: Catalogue, assessment: Assessment, name: str, decisions: Sequence[str] = ()) -> ProblemState:
    """Return how one problem stands on these answers."""
    forms = {finding.form.id: form_state(catalogue, finding) for finding in assessment.findings}
    steps = tuple(step.id for step in assessment.steps)
    return ProblemState(name=name, answers=words_of(assessment.answers), forms=forms, steps=steps, decisions=tuple(decisions))


def words_of(answers: Answers) -> dict[str, tuple[str, ...]]:
    """Return the answers as words by question, in order of the alphabet."""
    return {name: (*sorted(answer.values), *([UNKNOWN] if answer.unknown else [])) for name, answer in sorted(answers.given.items())}


def answers_from(words: Mapping[str, Sequence[str]]) -> Answers:
    """Return the answers that these words stand for."""
    return Answers({name: Answer(frozenset(said) - {UNKNOWN}, UNKNOWN in said) for name, said in words.items()})


def form_state(catalogue: Catalogue, finding: Finding) -> FormState:
    """Return how one form stands."""
    form = finding.form
    articles = {name: _hash([catalogue.article_by_id[name]]) for name in articles_of(catalogue, form)}
    return FormState(grade=finding.grade, leading=finding.leading, rules=_hash(_rules(catalogue, form)), articles=articles)


def articles_of(catalogue: Catalogue, form: Form) -> tuple[str, ...]:
    """Return the articles that a form rests on, each once: of its basis first, then of its conditions."""
    conditions = (catalogue.condition_by_id[name] for name in form.condition_ids)
    return tuple(dict.fromkeys([*(item.article for item in form.basis), *(item.article for item in conditions)]))


def _rules(catalogue: Catalogue, form: Form) -> Iterable[Record]:
    yield form.rule
    yield form.variant
    if form.power is not None:
        yield form.power
    yield from (catalogue.condition_by_id[name] for name in form.condition_ids)


def _hash(records: Iterable[Record]) -> str:
    found = hashlib.sha256()
    for record in records:
        found.update(record.model_dump_json().encode())
    return found.hexdigest()[:DIGITS]
