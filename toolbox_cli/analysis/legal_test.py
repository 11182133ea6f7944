"""The legal test of one form: its conditions one by one, what they rest on, and what is still to be asked. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolbox_cli.analysis.assess import Finding, Tested, facts_of, grade, settled, with_implied
from toolbox_cli.analysis.deciding import askable, hangs_on
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.law import Caution, Standard, StandardItem
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answer, Answers, Question
from toolbox_cli.rules.deciding import deciding
from toolbox_cli.rules.evaluate import conjunction, evaluate, questions_in
from toolbox_cli.rules.truth import Truth


@dataclass(frozen=True, slots=True)
class Settling:
    """One condition with the questions that would settle it and what to watch; `aside` when it is not on the table on these facts."""

    tested: Tested
    questions: tuple[Question, ...]
    cautions: tuple[Caution, ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One part of a standard with the answers that fill it."""

    item: StandardItem
    answers: tuple[tuple[Question, Answer | None], ...]

    @property
    def filled(self) -> bool:
        """Whether anything was answered for it."""
        return any(answer is not None and answer.values for _, answer in self.answers)


@dataclass(frozen=True, slots=True)
class LegalTest:
    """The outcome for one form; `told` are the answers with what follows from them.

    `truth` says whether all conditions are met, `finding` also whether the problem calls for it.

    `open_questions` would settle the open conditions: each once, in the order of the conditions, without follow-ups on a question
    that may settle the same condition.
    """

    form: Form
    answers: Answers
    told: Answers
    truth: Truth
    finding: Finding | None
    conditions: tuple[Settling, ...]
    open_questions: tuple[Question, ...]
    standards: tuple[tuple[Standard, tuple[Shown, ...]], ...]
    refusals: tuple[Finding, ...]

    @property
    def failing(self) -> Tested | None:
        """The first condition that is known to fail, in the order of the law."""
        return next((item.tested for item in self.conditions if item.tested.truth is Truth.NO), None)


def legal_test(catalogue: Catalogue, form: Form, answers: Answers) -> LegalTest:
    """Return the legal test of one form for these answers."""
    told, facts = with_implied(catalogue, answers), facts_of(catalogue)
    known = settled(catalogue, told)
    conditions = tuple(_settling(catalogue, name, told) for name in form.condition_ids)
    found = (grade(other, catalogue, told, known, facts) for other in catalogue.forms if other.measure.origin is Origin.REFUSAL)
    return LegalTest(
        form,
        answers,
        told,
        conjunction([item.tested.truth for item in conditions]),
        grade(form, catalogue, told, known, facts),
        conditions,
        _to_ask(catalogue, conditions, told),
        tuple((standard, _shown(catalogue, standard, answers)) for standard in standards_of(catalogue, form)),
        tuple(finding for finding in found if finding is not None),
    )


def standards_of(catalogue: Catalogue, form: Form) -> tuple[Standard, ...]:
    """Return what a decision by this form must rest on, part by part."""
    return tuple(catalogue.standard_by_id[name] for name in (form.power.standards if form.power else ()))


def questions_of(catalogue: Catalogue, form: Form) -> tuple[Question, ...]:
    """Return every question the legal test of this form asks, in the order of the content: its conditions' and its standards'."""
    facts = facts_of(catalogue)
    names = {name for condition in form.condition_ids for name in questions_in(catalogue.condition_by_id[condition].when, facts)}
    names |= {name for standard in standards_of(catalogue, form) for item in standard.items for name in item.questions}
    return tuple(question for question in catalogue.questions if question.id in names)


def open_in_test(catalogue: Catalogue, form: Form, answers: Answers) -> tuple[Question, ...]:
    """Return the questions of the test that are still worth asking: unanswered, with an occasion that is not known to be absent,
    and able to settle an open condition or to fill a standard."""
    test = legal_test(catalogue, form, answers)
    wanted = {question.id for item in test.conditions for question in item.questions}
    wanted |= {question.id for _, items in test.standards for shown in items for question, _ in shown.answers}
    return tuple(
        question
        for question in questions_of(catalogue, form)
        if question.id in wanted and question.id not in answers and askable(question, answers, facts_of(catalogue))
    )


def _to_ask(catalogue: Catalogue, conditions: Sequence[Settling], answers: Answers) -> tuple[Question, ...]:
    """What to ask, what most conditions wait for first; no follow-up on another question that may settle the same condition alone."""
    facts = facts_of(catalogue)
    found = {}
    for item in conditions:
        names = {question.id for question in item.questions}
        for question in item.questions:
            if askable(question, answers, facts) and not hangs_on(question, names, answers, catalogue):
                found[question.id] = question
    weight = {name: sum(question.id == name for item in conditions for question in item.questions) for name in found}
    return tuple(sorted(found.values(), key=lambda question: -weight[question.id]))


def _settling(catalogue: Catalogue, name: str, answers: Answers) -> Settling:
    condition, facts = catalogue.condition_by_id[name], facts_of(catalogue)
    reason = evaluate(condition.when, answers, facts)
    names = deciding(reason, answers, facts, catalogue.question_by_id)
    return Settling(
        Tested(condition, reason),
        tuple(catalogue.question_by_id[question] for question in names),
        cautions_of(catalogue, Tested(condition, reason), answers),
        reason.truth is Truth.YES and condition.applies is not None and evaluate(condition.applies, answers, facts).truth is Truth.NO,
    )


def cautions_of(catalogue: Catalogue, tested: Tested, answers: Answers) -> tuple[Caution, ...]:
    """Return what to watch at a condition that is not known to fail."""
    if tested.truth is Truth.NO:
        return ()
    facts = facts_of(catalogue)
    return tuple(item for item in tested.condition.cautions if evaluate(item.when, answers, facts).truth is Truth.YES)


def _shown(catalogue: Catalogue, standard: Standard, answers: Answers) -> tuple[Shown, ...]:
    return tuple(
        Shown(item, tuple((catalogue.question_by_id[name], answers.get(name)) for name in item.questions)) for item in standard.items
    )
