"""Which open questions can still move a grade, and whose. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolbox_cli.analysis.assess import Finding, facts_of, grade, settled
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.question import Answers, Question
from toolbox_cli.rules.deciding import deciding
from toolbox_cli.rules.evaluate import Facts
from toolbox_cli.rules.truth import Truth


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that can still move grades, with the forms whose grade it can move."""

    question: Question
    forms: tuple[Form, ...]


def open_by_weight(catalogue: Catalogue, answers: Answers) -> tuple[OpenQuestion, ...]:
    """Return the open questions that can still move the grade of a measure the problem may call for, the most moving first.

    What belongs to the legal test of one measure only comes after what describes the problem and the local rules.
    """
    moves: dict[str, dict[str, Form]] = {}
    for finding, known, facts in _gradable(catalogue, answers):
        for name in moving(finding, answers, known, facts, catalogue):
            moves.setdefault(name, {})[finding.form.id] = finding.form
    found = [OpenQuestion(question, tuple(moves[question.id].values())) for question in catalogue.questions if question.id in moves]
    return tuple(sorted(found, key=lambda item: (item.question.detail, -len(item.forms))))


def moving(finding: Finding, answers: Answers, known: Answers, facts: Facts, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the questions of which some answer can still move the grade of this finding.

    First whether the problem calls for it. What the law demands counts as soon as the problem may call for it, and no more
    once one condition is known to fail.
    """
    if finding.indicated.truth is Truth.NO:
        return ()
    names = dict.fromkeys(deciding(finding.indicated, known, facts, catalogue.question_by_id))
    if not any(item.truth is Truth.NO for item in finding.tested):
        for item in finding.tested:
            names |= dict.fromkeys(deciding(item.reason, answers, facts, catalogue.question_by_id))
    return tuple(names)


def _gradable(catalogue: Catalogue, answers: Answers) -> Iterator[tuple[Finding, Answers, Facts]]:
    facts, known = facts_of(catalogue), settled(catalogue, answers)
    for form in catalogue.forms:
        finding = grade(form, catalogue, answers, known, facts)
        if finding is not None:
            yield finding, known, facts
