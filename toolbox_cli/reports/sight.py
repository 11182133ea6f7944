"""What a reader may see of an assessment: answers, reasons and steps that rest on what is told to a smaller circle are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolbox_cli.analysis.assess import Assessment, Finding, facts_of
from toolbox_cli.analysis.case import Heard
from toolbox_cli.model.case import Decision
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.condition import Condition, Is
from toolbox_cli.model.measure import ActsOn
from toolbox_cli.model.question import Answer, Answers, Circle, Question
from toolbox_cli.reports.reader import Reader
from toolbox_cli.rules.evaluate import leaves_in

ELSEWHERE = "de reden staat in de stukken van de driehoek"
_CIRCLES = tuple(Circle)


def may_read(reader: Reader, question: Question) -> bool:
    """Return whether this reader may read the answer to a question."""
    return _reaches(question.told_to, reader)


def told_answers(catalogue: Catalogue, answers: Answers, reader: Reader) -> Answers:
    """Return the answers that this reader may read, without the choices that stay within a smaller circle."""
    found = {}
    for name in answers:
        question, answer = catalogue.question_by_id[name], answers.given[name]
        shown = Answer(answer.values - _closed(question, reader), answer.unknown)
        if may_read(reader, question) and (shown.values or shown == answer):
            found[name] = shown
    return Answers(found)


def rests_on_told(catalogue: Catalogue, condition: Condition, reader: Reader) -> bool:
    """Return whether everything that a condition asks may be read by this reader."""
    for leaf in leaves_in(condition, facts_of(catalogue)):
        question = catalogue.question_by_id[leaf.question]
        values = leaf.values if isinstance(leaf, Is) else ()
        if not may_read(reader, question) or _closed(question, reader).intersection(values):
            return False
    return True


def seen_by(catalogue: Catalogue, assessment: Assessment, reader: Reader) -> Assessment:
    """Return the assessment with the answers, the reasons and the first steps that this reader may know of; grades and ranks stay."""
    if reader is Reader.TRIANGLE:
        return assessment
    return replace(
        assessment,
        answers=told_answers(catalogue, assessment.answers, reader),
        findings=tuple(_finding_for(catalogue, finding, reader) for finding in assessment.findings),
        steps=tuple(
            step
            for step in assessment.steps
            if all(rests_on_told(catalogue, condition, reader) for condition in (step.when, step.unless) if condition is not None)
        ),
    )


def heard_by(heard: Mapping[str, Heard], reader: Reader) -> dict[str, Heard]:
    """Return what was heard on the questions of which this reader may read the answer."""
    return {name: item for name, item in heard.items() if may_read(reader, item.question)}


def decisions_for(catalogue: Catalogue, log: Sequence[Decision], reader: Reader) -> tuple[Decision, ...]:
    """Return the decisions; outside the driehoek without the reason where the measure is about a person."""
    return tuple(
        replace(item, reason="") if reader is not Reader.TRIANGLE and _about_person(catalogue.form_by_id.get(item.measure)) else item
        for item in log
    )


def _finding_for(catalogue: Catalogue, finding: Finding, reader: Reader) -> Finding:
    told = {lead.because for lead in finding.form.rule.leads if rests_on_told(catalogue, lead.when, reader)}
    names = tuple(name for name in finding.open_questions if may_read(reader, catalogue.question_by_id[name]))
    leads = tuple(lead for lead in finding.leads if lead in told)
    if finding.leads and not leads:
        return replace(finding, leads=(ELSEWHERE,), above=(), open_questions=names)
    return replace(finding, leads=leads, open_questions=names)


def _about_person(form: Form | None) -> bool:
    return form is None or ActsOn.PERSON in form.measure.acts_on


def _closed(question: Question, reader: Reader) -> frozenset[str]:
    return frozenset(choice.id for choice in question.choices if choice.told_to is not None and not _reaches(choice.told_to, reader))


def _reaches(circle: Circle, reader: Reader) -> bool:
    return _CIRCLES.index(circle) >= _CIRCLES.index(reader)
