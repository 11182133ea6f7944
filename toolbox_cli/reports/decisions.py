"""Decisions in words: the log of a case, what stands in the advice, and what a new decision means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from toolbox_cli.analysis.assess import ADVICE, Assessment, Grade
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.model.case import Baseline, Decision
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.words import GRADE, day, form_name, sentence

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
MOST_LIGHTER = 6
DECIDED = {True: "gekozen", False: "afgevallen"}


def decided_text(decision: Decision) -> str:
    """Return a decision in a sentence or two: 'Gekozen op 3 oktober 2026: het dossier is rond.'"""
    start = f"{DECIDED[decision.chosen].capitalize()} op {day(decision.on)}"
    return sentence(f"{start}: {decision.reason}" if decision.reason else start)


def some_of(names: Sequence[str]) -> str:
    """Return the first of these names, and how many more there are."""
    more = f" en nog {len(names) - MOST_LIGHTER}" if len(names) > MOST_LIGHTER else ""
    return ", ".join(names[:MOST_LIGHTER]) + more


def measure_name(catalogue: Catalogue, measure: str) -> str:
    """Return the name of what was decided on; the id when the content no longer has it."""
    known = measure in catalogue.form_by_id or measure in catalogue.measure_by_id
    return form_name(catalogue, measure) if known else measure


def tell_log(document: Document, catalogue: Catalogue, log: Sequence[Decision]) -> None:
    """Add every decision, oldest first, with what was known then and the receipt of the advice."""
    if log:
        document.heading("Gekozen en afgevallen maatregelen")
        document.outline([line for decision in log for line in _entry(catalogue, decision)])


def _entry(catalogue: Catalogue, decision: Decision) -> Iterator[tuple[int, Line]]:
    name = measure_name(catalogue, decision.measure)
    about = f" (probleem {decision.problem})" if decision.problem else ""
    yield 0, Line(f"{day(decision.on)}: {name}{about}: {DECIDED[decision.chosen]}")
    if decision.reason:
        yield 1, Line(f"Reden: {decision.reason}")
    if decision.grade:
        yield 1, Line(f"Oordeel toen: {_grade(decision.grade)}")
    if decision.above:
        yield 1, Line(f"Toen niet geprobeerd en lichter: {some_of(decision.above)}")
    if decision.receipt:
        yield 1, Line(f"Kenmerk van het advies: {decision.receipt}")
    if decision.baseline:
        yield 1, Line(f"Nulmeting: {baseline_text(decision.baseline)}")


def _grade(grade: str) -> str:
    return GRADE[Grade(grade)] if grade in tuple(Grade) else grade


def tell_decided(document: Document, catalogue: Catalogue, assessment: Assessment, log: Sequence[Decision]) -> None:
    """Add what stands of what was decided, and where the advice has changed since; nothing when nothing was decided."""
    decided = latest_by_form(log)
    if not decided:
        return
    document.heading("Wat al is besloten")
    grades = {finding.form.id: finding.grade for finding in assessment.findings}
    document.bullets([Line(standing_text(catalogue, decision, grades.get(name))) for name, decision in decided.items()])
    if any(decision.chosen for decision in decided.values()):
        document.paragraph("Een gekozen maatregel telt pas als geprobeerd als dat bij de antwoorden is ingevuld.", muted=True)


def standing_text(catalogue: Catalogue, decision: Decision, now: Grade | None) -> str:
    """Return a decision that stands, and where the advice is or has become another."""
    text = f"{measure_name(catalogue, decision.measure)}. {decided_text(decision)}"
    if now is None:
        return f"{text} Deze variant staat niet meer in het advies."
    if not decision.grade or decision.grade == now.value:
        return f"{text} Tegen het advies: het oordeel is '{GRADE[now]}'." if decision.chosen and now not in ADVICE else text
    return f"{text} Het oordeel was toen '{_grade(decision.grade)}' en is nu '{GRADE[now]}'."


def decision_json(item: Decision) -> Json:
    """Return one decision of the log."""
    return {
        "date": item.on.isoformat(),
        "measure": item.measure,
        "decision": "chosen" if item.chosen else "dropped",
        "problem": item.problem or None,
        "grade": item.grade or None,
        "above": list(item.above),
        "reason": item.reason or None,
        "receipt": item.receipt or None,
        "baseline": baseline_json(item.baseline) if item.baseline else None,
    }


def baseline_json(item: Baseline) -> Json:
    """Return what was counted before a measure."""
    return {
        "from": item.start.isoformat(),
        "until": item.end.isoformat(),
        "number": item.number,
        "source": item.source or None,
        "definition": item.definition or None,
        "places": list(item.places),
        "kinds": list(item.kinds),
        "hours": list(item.hours) if item.hours else None,
    }


def baseline_text(item: Baseline) -> str:
    """Return what was counted before a measure in a sentence: '84 incidenten van 1 januari 2025 tot en met 30 juni 2025 (politie)'."""
    where = ", ".join((*item.places, *item.kinds, *([f"{item.hours[0]} tot {item.hours[1]} uur"] if item.hours else [])))
    what = "incident" if item.number == 1 else "incidenten"
    by = "; ".join(part for part in (item.source, where) if part)
    return f"{item.number} {what} van {day(item.start)} tot en met {day(item.end)}" + (f" ({by})" if by else "")
