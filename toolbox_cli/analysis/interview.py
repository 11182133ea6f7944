"""Which question comes next, and what a new answer changes. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolbox_cli.analysis.assess import Finding, Grade, facts_of, grade, settled, with_implied
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.law import LegalCondition
from toolbox_cli.model.question import Answer, Answers, Contradiction, Question
from toolbox_cli.rules.deciding import deciding
from toolbox_cli.rules.evaluate import Facts, evaluate, questions_in
from toolbox_cli.rules.truth import Truth


@dataclass(frozen=True, slots=True)
class Use:
    """What hangs on a question: the forms it calls for, and the legal conditions it settles."""

    forms: tuple[Form, ...]
    conditions: tuple[LegalCondition, ...]


def open_questions(catalogue: Catalogue, answers: Answers) -> tuple[Question, ...]:
    """Return the questions worth asking now, in the order of the content: they describe the problem or can still decide.

    What belongs to the legal test of one measure only is not among them.
    """
    facts = facts_of(catalogue)
    deciding = set(_deciding(catalogue, answers, facts))
    return tuple(
        question
        for question in catalogue.questions
        if question.id not in answers
        and not question.detail
        and (question.describes or question.id in deciding)
        and is_relevant(question, answers, facts)
    )


def next_question(catalogue: Catalogue, answers: Answers) -> Question | None:
    """Return the next question to ask, or None when nothing can change the advice any more."""
    return next(iter(open_questions(catalogue, answers)), None)


def is_relevant(question: Question, answers: Answers, facts: Facts) -> bool:
    """Whether the occasion for the question is there; what nobody knows is no occasion, but does not exclude one either."""
    return occasion(question, answers, facts) is Truth.YES


def occasion(question: Question, answers: Answers, facts: Facts) -> Truth:
    """Whether the occasion for a question is there: after 'unknown' a follow-up has none, before any answer that is open."""
    known = Answers({name: Answer(answer.values) for name, answer in answers.given.items()})
    return evaluate(question.ask_when, known, facts).truth


def accept(catalogue: Catalogue, answers: Answers, question: str, answer: Answer) -> Answers:
    """Return the answers with this one, without the answers whose question no longer applies, however far down it hangs."""
    facts = facts_of(catalogue)
    changed = answers.with_answer(question, answer)
    while True:
        known = settled(catalogue, changed)
        lapsed = [
            name
            for name in changed
            if name != question and evaluate(catalogue.question_by_id[name].ask_when, known, facts).truth is Truth.NO
        ]
        if not lapsed:
            return changed
        changed = changed.without(*lapsed)


def contradictions(catalogue: Catalogue, answers: Answers) -> tuple[Contradiction, ...]:
    """Return the contradictions that these answers contain."""
    facts = facts_of(catalogue)
    return tuple(item for item in catalogue.contradictions if evaluate(item.when, answers, facts).truth is Truth.YES)


def use_of(catalogue: Catalogue, question: str) -> Use:
    """Return what hangs on a question, for the reader who asks why it is put."""
    uses = _uses(catalogue)
    return uses.get(question, Use((), ()))


def _uses(catalogue: Catalogue) -> Mapping[str, Use]:
    facts = facts_of(catalogue)
    forms: dict[str, dict[str, Form]] = {}
    conditions: dict[str, dict[str, LegalCondition]] = {}
    for form in catalogue.forms:
        markers = (form.rule.present, form.rule.tried, *(lead.when for lead in form.rule.leads))
        for marker in (form.rule.indicated, *(marker for marker in markers if marker is not None)):
            for name in questions_in(marker, facts):
                forms.setdefault(name, {})[form.id] = form
        for condition in (catalogue.condition_by_id[item] for item in form.condition_ids):
            for name in questions_in(condition.when, facts):
                forms.setdefault(name, {})[form.id] = form
                conditions.setdefault(name, {})[condition.id] = condition
    return {name: Use(tuple(forms[name].values()), tuple(conditions.get(name, {}).values())) for name in forms}


def _deciding(catalogue: Catalogue, answers: Answers, facts: Facts) -> Iterator[str]:
    told = with_implied(catalogue, answers)
    known = settled(catalogue, told)
    for form in catalogue.forms:
        finding = grade(form, catalogue, told, known, facts)
        if finding is not None:
            yield from _deciding_one(finding, catalogue, known, facts)


def _deciding_one(finding: Finding, catalogue: Catalogue, known: Answers, facts: Facts) -> Iterator[str]:
    """First whether the problem calls for it; only then what the law demands and what puts it in front."""
    questions = catalogue.question_by_id
    if finding.grade is Grade.RULED_OUT:
        if finding.indicated.truth is not Truth.YES:
            yield from deciding(finding.indicated, known, facts, questions)
        return
    yield from finding.open_questions
    if finding.indicated.truth is Truth.YES and not finding.present:
        for lead in finding.form.rule.leads:
            yield from deciding(evaluate(lead.when, known, facts), known, facts, questions)
