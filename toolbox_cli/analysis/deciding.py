"""Which open questions can still move a grade, and whose. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from toolbox_cli.analysis.assess import Finding, facts_of, grade, settled, with_implied
from toolbox_cli.analysis.interview import occasion
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.question import Answers, Question
from toolbox_cli.rules.deciding import deciding
from toolbox_cli.rules.domain import telling_answers
from toolbox_cli.rules.evaluate import Facts, evaluate, leaves_in
from toolbox_cli.rules.truth import Truth


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that can still move grades, with the forms whose grade it can move."""

    question: Question
    forms: tuple[Form, ...]


def open_by_weight(catalogue: Catalogue, answers: Answers) -> tuple[OpenQuestion, ...]:
    """Return the open questions that can still move the grade of a measure the problem may call for, the most moving first.

    What belongs to the legal test of one measure only comes after what describes the problem and the local rules. A follow-up is
    among them when its occasion is not known to be absent and does not itself hang on an open question.
    """
    moves, facts = moved_by(catalogue, answers), facts_of(catalogue)
    found = [
        OpenQuestion(question, moves[question.id])
        for question in catalogue.questions
        if question.id in moves and askable(question, answers, facts) and not hangs_on(question, moves, answers, catalogue)
    ]
    return tuple(sorted(found, key=lambda item: (item.question.detail, -len(item.forms))))


def moved_by(catalogue: Catalogue, answers: Answers) -> dict[str, tuple[Form, ...]]:
    """Return per open question that can still move a grade the forms whose grade it can move."""
    moves: dict[str, dict[str, Form]] = {}
    facts = facts_of(catalogue)
    for finding, told, known in _gradable(catalogue, answers):
        for name in moving(finding, told, known, facts, catalogue):
            moves.setdefault(name, {})[finding.form.id] = finding.form
    return {name: tuple(forms.values()) for name, forms in moves.items()}


def askable(question: Question, answers: Answers, facts: Facts) -> bool:
    """Whether the occasion for a question is not known to be absent."""
    return occasion(question, answers, facts) is not Truth.NO


def hangs_on(question: Question, names: Collection[str], answers: Answers, catalogue: Catalogue) -> bool:
    """Whether one of these open questions has an answer that takes away the occasion for this one."""
    facts = facts_of(catalogue)
    if evaluate(question.ask_when, answers, facts).truth is Truth.YES:
        return False
    leaves = tuple(leaves_in(question.ask_when, facts))
    return any(
        evaluate(question.ask_when, Answers({leaf.question: answer}), facts).truth is Truth.NO
        for leaf in leaves
        if leaf.question in names
        for answer in telling_answers(catalogue.question_by_id[leaf.question], leaves)
    )


def moving(finding: Finding, answers: Answers, known: Answers, facts: Facts, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the questions of which some answer can still move the grade of this finding.

    First whether the problem calls for it, with the occasions on which that hangs: without one the answer counts as no. What the
    law demands counts as soon as the problem may call for it, and no more once one condition is known to fail.
    """
    if finding.indicated.truth is Truth.NO:
        return ()
    names = dict.fromkeys(deciding(finding.indicated, known, facts, catalogue.question_by_id))
    names |= dict.fromkeys(_occasions(tuple(names), known, facts, catalogue))
    if not any(item.truth is Truth.NO for item in finding.tested):
        for item in finding.tested:
            names |= dict.fromkeys(deciding(item.reason, answers, facts, catalogue.question_by_id))
    return tuple(names)


def _occasions(names: tuple[str, ...], known: Answers, facts: Facts, catalogue: Catalogue) -> Iterator[str]:
    """The open questions that decide whether these are asked at all, and so on."""
    for name in names:
        reason = evaluate(catalogue.question_by_id[name].ask_when, known, facts)
        above = deciding(reason, known, facts, catalogue.question_by_id)
        yield from above
        yield from _occasions(above, known, facts, catalogue)


def _gradable(catalogue: Catalogue, answers: Answers) -> Iterator[tuple[Finding, Answers, Answers]]:
    told, facts = with_implied(catalogue, answers), facts_of(catalogue)
    known = settled(catalogue, told)
    for form in catalogue.forms:
        finding = grade(form, catalogue, told, known, facts)
        if finding is not None:
            yield finding, told, known
