"""What several sources said becomes one set of answers; one answer is put or corrected. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from toolbox_cli.analysis.interview import accept
from toolbox_cli.model.case import Case, CaseProblem, Said, Statements
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answer, Answers, Question

WHOLE = ""  # the name of the only problem in a case that is not split into problems


@dataclass(frozen=True, slots=True)
class Heard:
    """What all sources together say about a question: the answer that follows, and whether they contradict each other."""

    question: Question
    said: tuple[Said, ...]
    answer: Answer
    conflict: bool = False

    @property
    def choice(self) -> Said | None:
        """The answer that was chosen, with its reason, where sources differ."""
        return next((said for said in reversed(self.said) if said.because), None)


@dataclass(frozen=True, slots=True)
class Put:
    """A case with one answer put in: what was said before, and per problem the questions whose answer lapsed by it."""

    case: Case
    before: tuple[Said, ...]
    lapsed: tuple[tuple[str, str], ...]


def heard(question: Question, said: Sequence[Said]) -> Heard:
    """Return what follows from all that was said: a contradiction counts as unknown, whoever does not know contradicts nobody."""
    chosen = {item.answer for item in said if item.because}
    if len(chosen) == 1:
        return Heard(question, tuple(said), chosen.pop())
    answer, conflict = _together([item.answer for item in said if item.answer.values])
    return Heard(question, tuple(said), answer, conflict)


def _together(told: Sequence[Answer]) -> tuple[Answer, bool]:
    """The answer that fits all of these, or what they agree on with the rest unknown; and whether they contradict each other."""
    if not told:
        return Answer(unknown=True), False
    union = frozenset[str]().union(*(answer.values for answer in told))
    whole = {answer.values for answer in told if not answer.unknown}
    if not whole:
        return Answer(union, unknown=True), False
    if whole == {union}:
        return Answer(union), False
    return Answer(reduce(frozenset.intersection, (answer.values for answer in told)), unknown=True), True


def problems_of(case: Case) -> tuple[str, ...]:
    """Return the names of the problems; one empty name for a case that is not split."""
    return tuple(problem.id for problem in case.problems) or (WHOLE,)


def place_of(question: Question, problem: str) -> str:
    """Return where an answer about this problem stands in the case: what is shared stands at the top."""
    return WHOLE if question.shared else problem


def heard_in(catalogue: Catalogue, case: Case, problem: str = WHOLE, profile: Statements | None = None) -> dict[str, Heard]:
    """Return what was heard about one problem, by question, in the order of the questions; `profile` is one more source."""
    about: list[Statements] = [case.said, case.said_of(problem)] if case.problems else [case.said]
    found: dict[str, Heard] = {}
    for question in catalogue.questions:
        said = [item for statements in (*about, profile or {}) for item in statements.get(question.id, ())]
        if said:
            found[question.id] = heard(question, said)
    return found


def answers_of(catalogue: Catalogue, case: Case, problem: str = WHOLE, profile: Statements | None = None) -> Answers:
    """Return the answers about one problem; where sources contradict each other the answer is unknown."""
    return Answers({name: item.answer for name, item in heard_in(catalogue, case, problem, profile).items()})


def put(catalogue: Catalogue, case: Case, problem: str, question: Question, said: Said) -> Put:
    """Return the case with this said about a question, without what depended on the earlier answer.

    A source corrects itself; another source is put beside it; without a source it replaces all that was said; with a reason it is the
    choice between what they said.
    """
    place = place_of(question, problem)
    before = case.said_of(place).get(question.id, ())
    changed = case.with_said(place, {**case.said_of(place), question.id: _beside(before, said)})
    return _without_lapsed(catalogue, changed, before, question, place)


def take(catalogue: Catalogue, case: Case, problem: str, question: Question) -> Put:
    """Return the case without an answer to this question, and without what depended on it."""
    place = place_of(question, problem)
    before = case.said_of(place).get(question.id, ())
    changed = case.with_said(place, _without(case.said_of(place), {question.id}))
    return _without_lapsed(catalogue, changed, before, question, place)


def split(catalogue: Catalogue, case: Case, name: str) -> Case:
    """Return the case with what is about one problem under this name, and what is about the municipality at the top."""
    shared = {question: said for question, said in case.said.items() if catalogue.question_by_id[question].shared}
    decisions = tuple(replace(item, problem=item.problem or name) for item in case.decisions)
    plans = tuple(replace(item, problem=item.problem or name) for item in case.plans)
    problems = (CaseProblem(name, said=_without(case.said, shared)),)
    return replace(case, said=shared, problems=problems, decisions=decisions, plans=plans)


def with_answers(catalogue: Catalogue, case: Case, problem: str, before: Answers, after: Answers, by: Said) -> Case:
    """Return the case in which the answers about a problem went from `before` to `after`: what is new was said by `by`.

    What stayed the same stays as it was said, and what only the profile says is not copied into the case. What several problems share
    is not taken away by an answer about one of them.
    """
    changed = case
    for question in catalogue.questions:
        if before.get(question.id) == after.get(question.id):
            continue
        place, answer = place_of(question, problem), after.get(question.id)
        if answer is None and case.problems and question.shared:
            continue
        said = _without(changed.said_of(place), {question.id})
        changed = changed.with_said(place, {**said, question.id: (replace(by, answer=answer),)} if answer else said)
    return changed


def _beside(before: Sequence[Said], said: Said) -> tuple[Said, ...]:
    """What was said with this added: see `put`."""
    if said.because:
        return (*(item for item in before if not item.because), said)
    if not said.source:
        same = said == Said(said.answer) and before and all(item.answer == said.answer for item in before)
        return tuple(before) if same else (said,)
    stay = (item for item in before if (item.answer == said.answer if item.because else item.source not in ("", said.source)))
    return (*stay, said)


def _without_lapsed(catalogue: Catalogue, case: Case, before: tuple[Said, ...], question: Question, place: str) -> Put:
    lapsed: list[tuple[str, str]] = []
    if heard(question, case.said_of(place).get(question.id, ())).conflict:  # what hangs on it stays until somebody chooses
        return Put(case, before, ())
    for problem in problems_of(case) if place == WHOLE else (place,):
        answers = answers_of(catalogue, case, problem)
        answer, other = answers.get(question.id), answers.without(question.id)
        stood = other.with_answer(question.id, heard(question, before).answer) if before else other
        left = accept(catalogue, stood, question.id, answer) if answer else other
        gone = [name for name in other if name not in left and not (case.problems and catalogue.question_by_id[name].shared)]
        case = case.with_said(problem, _without(case.said_of(problem), gone))
        lapsed += [(problem, name) for name in gone]
    return Put(case, before, tuple(lapsed))


def _without(said: Statements, names: Iterable[str]) -> Mapping[str, tuple[Said, ...]]:
    gone = set(names)
    return {name: items for name, items in said.items() if name not in gone}
