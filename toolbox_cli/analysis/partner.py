"""Which questions one partner can answer, and which of them still matter in a case. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolbox_cli.analysis.assess import assess, facts_of
from toolbox_cli.analysis.case import WHOLE, Heard, place_of
from toolbox_cli.analysis.deciding import moved_by
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answers, Question
from toolbox_cli.rules.evaluate import Reason, evaluate, missing
from toolbox_cli.rules.truth import Truth


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for a partner; while its occasion is open, the partner answers it only if that is there."""

    question: Question
    occasion: Reason

    @property
    def after(self) -> tuple[str, ...]:
        """The questions that decide whether this one is put."""
        return missing(self.occasion)


@dataclass(frozen=True, slots=True)
class Part:
    """The questions about one problem; about the municipality, or in a case that is not split, the problem has no name."""

    problem: str
    asked: tuple[Asked, ...]


def all_questions(catalogue: Catalogue, partner: str, *, detail: bool = False) -> tuple[Part, ...]:
    """Return every question that this partner can answer, in the order of the content, each after those it hangs on.

    With `detail` also what belongs to the legal test of one measure.
    """
    facts = facts_of(catalogue)
    asked = tuple(
        Asked(question, evaluate(question.ask_when, Answers(), facts))
        for question in catalogue.questions
        if partner in question.who and (detail or not question.detail)
    )
    return (Part(WHOLE, _by_section(catalogue, asked)),) if asked else ()


def open_for(catalogue: Catalogue, partner: str, heard: Mapping[str, Mapping[str, Heard]], *, detail: bool = False) -> tuple[Part, ...]:
    """Return the questions of a case that this partner can answer and that still matter, by what was heard about each problem.

    What is about the municipality comes first and once. A detail is among them when a measure that leads waits for it, or with `detail`.
    """
    found = {problem: _open_about(catalogue, partner, items, detail=detail) for problem, items in heard.items()}
    parts: dict[str, dict[str, Asked]] = {WHOLE: {}, **{problem: {} for problem in heard}}
    for problem, asked in found.items():
        for item in asked:
            parts[place_of(item.question, problem)].setdefault(item.question.id, item)
    return tuple(Part(problem, tuple(asked.values())) for problem, asked in parts.items() if asked)


def _open_about(catalogue: Catalogue, partner: str, heard: Mapping[str, Heard], *, detail: bool) -> tuple[Asked, ...]:
    """What is open about one problem, by section, the most deciding first, but never before what it hangs on.

    What nobody knows counts as not asked: another may know it, and then its follow-ups matter. A detail that hangs on what others
    must tell first comes later. That on which sources contradict each other is asked again, whether or not it can still decide.
    """
    facts = facts_of(catalogue)
    answers = Answers({name: item.answer for name, item in heard.items()})
    known = Answers({name: answer for name, answer in answers.given.items() if answer.values})
    moved = moved_by(catalogue, known)
    leading = {finding.form.id: finding for finding in assess(catalogue, answers).findings if finding.leading}
    awaited = {name for finding in leading.values() for name in finding.open_questions}

    def matters(question: Question, after: Collection[str]) -> bool:
        if question.detail:
            return (detail or question.id in awaited) and all(partner in catalogue.question_by_id[name].who for name in after)
        return question.describes or question.id in moved or (question.id in heard and heard[question.id].conflict)

    def weight(item: Asked) -> tuple[int, int]:
        forms = {form.id for form in moved.get(item.question.id, ())}
        return -len(forms & leading.keys()), -len(forms)

    asked = [
        Asked(question, occasion)
        for question in catalogue.questions
        if partner in question.who
        and _is_open(question, answers)
        and (occasion := evaluate(question.ask_when, known, facts)).truth is not Truth.NO
        and matters(question, missing(occasion))
    ]
    return _by_section(catalogue, sorted(asked, key=weight))


def _by_section(catalogue: Catalogue, asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """The same questions by section, each after those it hangs on."""
    sections = ([item for item in asked if item.question.section == section.id] for section in catalogue.sections)
    return tuple(item for items in sections for item in _parents_first(items))


def _is_open(question: Question, answers: Answers) -> bool:
    """Whether nobody answered, nobody knows (all of it), or sources contradict each other, which counts as unknown."""
    answer = answers.get(question.id)
    return answer is None or answer.unknown


def _parents_first(asked: Sequence[Asked]) -> Iterable[Asked]:
    """The same questions, each after those it hangs on."""
    left = list(asked)
    while left:
        names = {item.question.id for item in left}
        ready = next((item for item in left if not names.intersection(item.after)), left[0])
        left.remove(ready)
        yield ready
