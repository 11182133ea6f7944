"""Which question comes next, and what a new answer changes. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolbox_cli.analysis.assess import facts_of, settled
from toolbox_cli.analysis.moves import moves
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.law import LegalCondition
from toolbox_cli.model.question import Answer, Answers, Contradiction, Question
from toolbox_cli.rules.evaluate import Facts, evaluate, questions_in
from toolbox_cli.rules.truth import Truth

HEAVY = 4  # the weights of the measures that a question moves together: one far-reaching measure (4 or 5), or several lighter ones
ROOM = 21  # with so many answers about the problem, what moves less is left to `toolbox check` and `toolbox analyse --next`


@dataclass(frozen=True, slots=True)
class Use:
    """What hangs on a question: the forms it calls for, and the legal conditions it settles."""

    forms: tuple[Form, ...]
    conditions: tuple[LegalCondition, ...]


def open_questions(catalogue: Catalogue, answers: Answers, room: int = ROOM) -> tuple[Question, ...]:
    """Return the questions worth asking now, in the order to ask them.

    Three rounds, each in the order of the content. The main line: what describes the problem, and what can move a far-reaching measure in
    front, or several lighter ones. Then what moves one lighter measure. Then what only adds to the picture. With so many answers about
    the problem that there is no `room`, the main line alone is left.
    """
    facts = facts_of(catalogue)
    moving = moves(catalogue, answers)
    rounds: tuple[list[Question], ...] = ([], [], [])
    for question in catalogue.questions:
        if question.id not in answers and (question.describes or question.id in moving) and _is_put(question, answers, facts):
            rounds[_round(question, sum(form.rule.weight for form in moving.get(question.id, ())))].append(question)
    main, *light = rounds
    return (*main, *[question for lighter in light for question in lighter][: max(0, room - _said(catalogue, answers) - len(main))])


def _is_put(question: Question, answers: Answers, facts: Facts) -> bool:
    """Whether the interview puts a question: its occasion is there, and it does not belong to the legal test of one measure only."""
    early = question.early is not None and evaluate(question.early, answers, facts).truth is Truth.YES
    return (early or not question.detail) and is_relevant(question, answers, facts)


def _round(question: Question, weight: int) -> int:
    if weight >= HEAVY or (question.describes and not question.if_room):
        return 0
    return 1 if weight else 2


def _said(catalogue: Catalogue, answers: Answers) -> int:
    """How many answers are about this problem: facts of the municipality may come from its profile, details from a legal test."""
    about = (catalogue.question_by_id[name] for name in answers)
    return sum(not question.local and (not question.detail or question.early is not None) for question in about)


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
    """Return the answers with this one, without the answers whose question no longer applies, however far down it hangs.

    After 'unknown' a follow-up is not asked, so an answer to it lapses by that too; what stood without an occasion before stays.
    """
    changed = answers.with_answer(question, answer)
    stood = _without_occasion(catalogue, answers, sure=False)
    while True:
        gone = _without_occasion(catalogue, changed, sure=True) | (_without_occasion(catalogue, changed, sure=False) - stood)
        if not gone - {question}:
            return changed
        changed = changed.without(*(gone - {question}))


def _without_occasion(catalogue: Catalogue, answers: Answers, *, sure: bool) -> set[str]:
    """The answered questions whose occasion is known to be absent; not `sure`: also those that hang on what nobody knows."""
    facts = facts_of(catalogue)
    known = settled(catalogue, answers if sure else Answers({name: Answer(answer.values) for name, answer in answers.given.items()}))
    return {name for name in answers if evaluate(catalogue.question_by_id[name].ask_when, known, facts).truth is Truth.NO}


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
