"""Answers in running text: the problem as understood, and what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from toolbox_cli.analysis.assess import Assessment, facts_of
from toolbox_cli.analysis.interview import is_relevant
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import NO, YES, Answer, Kind, Question
from toolbox_cli.reports.words import day, listed, partner_name, sentence

_PLACE = re.compile(r"\{([a-z0-9_]+)\}")


def problem_text(catalogue: Catalogue, assessment: Assessment) -> str:
    """Return the problem in one paragraph, built from what was answered; unknown answers are not in it."""
    told = {
        question.id: text
        for question in catalogue.questions
        if (answer := assessment.answers.get(question.id)) is not None and (text := _told(question, answer))
    }
    sentences = (_filled(template, told) for template in catalogue.edition.problem)
    return " ".join(text for text in sentences if text) or "Over het probleem is nog niets bekend."


def shown(question: Question, answer: Answer) -> str:
    """Return one answer as the reader would say it."""
    if question.kind is Kind.DATE and answer.values:
        return day(date.fromisoformat(min(answer.values)))
    if question.kind is Kind.NUMBER and answer.values:
        return min(answer.values)
    chosen = [option.phrase or option.label.lower() for option in question.options if option.id in answer.values]
    if answer.unknown:
        chosen.append("onbekend" if not chosen else "mogelijk meer")
    return listed(chosen)


def lacking(question: Question, answer: Answer | None) -> list[str]:
    """Return the parts that were not chosen, of a question whose choices must all be there; nothing before it was answered."""
    if not question.parts or answer is None or not answer.values:
        return []
    if any(option.whole and option.id in answer.values for option in question.choices):
        return []
    return [option.phrase or option.label.lower() for option in question.choices if option.id not in answer.values and not option.exclusive]


def gaps(catalogue: Catalogue, assessment: Assessment) -> tuple[tuple[Question, tuple[str, ...]], ...]:
    """Return the questions that advice or open measures wait for, with those forms; what most waits for comes first.

    What belongs to the decision itself is not among them: see `for_the_decision`.
    """
    waiting: dict[str, list[str]] = {}
    for finding in assessment.findings:
        for name in finding.open_questions:
            if catalogue.question_by_id[name].detail:
                continue
            waiting.setdefault(name, []).append(finding.form.id)
    facts = facts_of(catalogue)
    for question in catalogue.questions:
        answer = assessment.answers.get(question.id)
        unknown = answer is None or answer.unknown
        if unknown and question.describes and question.if_unknown and is_relevant(question, assessment.answers, facts):
            waiting.setdefault(question.id, [])
    leading = {finding.form.id for finding in assessment.findings if finding.leading}
    advice = {finding.form.id for finding in assessment.advice}
    order = [question.id for question in catalogue.questions]
    names = sorted(
        waiting,
        key=lambda name: (
            not (catalogue.question_by_id[name].decides_basis and leading.intersection(waiting[name])),
            -len(leading.intersection(waiting[name])),
            -len(advice.intersection(waiting[name])),
            order.index(name),
        ),
    )
    return tuple((catalogue.question_by_id[name], tuple(waiting[name])) for name in names)


def for_the_decision(catalogue: Catalogue, assessment: Assessment) -> tuple[Question, ...]:
    """Return what is still open about the decisions that lead: their purpose, limits and signature, each question once."""
    names = {name for finding in assessment.findings if finding.leading for name in finding.open_questions}
    return tuple(question for question in catalogue.questions if question.id in names and question.detail)


def assumptions(catalogue: Catalogue, assessment: Assessment) -> tuple[tuple[Question, str], ...]:
    """Return what is not known and what that means for the advice, most decisive first."""
    return tuple((question, question.if_unknown or f"Niet bekend: {question.label}.") for question, _ in gaps(catalogue, assessment))


def who_knows(catalogue: Catalogue, question: Question) -> str:
    """Return who can answer a question: the first two partners."""
    return listed((partner_name(catalogue, partner) for partner in question.who[:2]), "of")


def _told(question: Question, answer: Answer) -> str:
    if question.kind is Kind.YES_NO:
        return question.summary or "" if YES in answer.values else question.summary_no or "" if NO in answer.values else ""
    return listed(option.phrase or "" for option in question.choices if option.id in answer.values)


def _filled(template: str, told: Mapping[str, str]) -> str:
    """Fill a sentence of parts split by '|'; a part whose answer is missing is left out, and without any part the sentence."""
    parts, found = [], False
    for part in template.split("|"):
        names = _PLACE.findall(part)
        if all(name in told for name in names):
            parts.append(_PLACE.sub(lambda match: told[match.group(1)], part))
            found = found or bool(names)
    return sentence("".join(parts).lstrip(" ,;")) if found else ""
