"""What a new decision means: what was recorded, what it passes over, and what a jurist should look at when it goes against the advice."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from toolbox_cli.analysis.assess import Finding, Grade, Tested, assess, facts_of
from toolbox_cli.analysis.decisions import Weighed
from toolbox_cli.errors import RefusedError
from toolbox_cli.model.case import Decision
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.measure import MeasureClass
from toolbox_cli.model.question import Answers
from toolbox_cli.reports.decisions import DECIDED, decided_text, some_of
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.words import GRADE, WEIGHT, bases, condition_place, day, form_name, listed, way_on_terms
from toolbox_cli.rules.evaluate import questions_in
from toolbox_cli.rules.truth import Truth


@dataclass(frozen=True)
class Made:
    """A decision that was recorded, how the form stood, the answers it rests on, and the file it stands in."""

    decision: Decision
    weighed: Weighed
    answers: Answers
    file: Path


def lighter_text(weighed: Weighed) -> str:
    """Return the lighter forms that were not tried, those that stand first in the advice first."""
    return some_of([item.form.id for item in weighed.lighter])


def why_a_reason(catalogue: Catalogue, weighed: Weighed) -> str:
    """Return why this choice takes a reason, in sentences."""
    finding = weighed.finding
    parts = [f"{finding.form.id} kiezen gaat tegen het advies: {_against(catalogue, finding)}"] if weighed.against else []
    if weighed.lighter:
        parts.append(f"{finding.form.id} is zwaarder dan wat past en nog niet is geprobeerd: {lighter_text(weighed)}")
    return "; en ".join(parts)


def refusal_error(catalogue: Catalogue, form: Form) -> RefusedError:
    """Return why this cannot be decided at all, with the ground and the lawful route."""
    conditions = [catalogue.condition_by_id[name] for name in form.condition_ids]
    routes = " ".join(condition.way_on for condition in conditions)
    also = listed(form_name(catalogue, name) for condition in conditions for name in condition.instead)
    hint = [f"Grond: {bases(catalogue, form)}", f"Wat wel kan: {routes}", f"Zie ook: {also}" if also else ""]
    read_on = f"Lees verder: toolbox measure {form.measure.id}"
    return RefusedError(f"{form.name} kan niet volgens de wet", "\n".join([*(line for line in hint if line), read_on]))


def compose_made(catalogue: Catalogue, made: Made) -> Document:
    """Return what was recorded; what goes against the advice stands first, with the condition at fault and the way on."""
    decision, weighed = made.decision, made.weighed
    form = weighed.finding.form
    file = shlex.quote(str(made.file))
    document = Document()
    document.heading(f"{DECIDED[decision.chosen].capitalize()}: {form.name}", 1)
    if decision.chosen and weighed.against:
        _tell_against(document, catalogue, made)
    over = lighter_text(weighed) if decision.chosen else ""
    document.terms(
        [
            ("Datum", Line(day(decision.on))),
            ("Reden", Line(decision.reason)),
            ("Oordeel", Line(GRADE[weighed.finding.grade])),
            ("Zwaarte", Line(WEIGHT[form.rule.weight])),
            ("Ging voor", Line(f"{over} (lichter, en nog niet geprobeerd)" if over else "")),
            ("Eerder", Line(decided_text(weighed.before) if weighed.before else "")),
            ("Later", Line(f"{decided_text(weighed.after)} Dat latere besluit blijft gelden." if weighed.after else "")),
            ("Kenmerk", Line(decision.receipt)),
        ]
    )
    document.paragraph(f"Vastgelegd in {made.file}. Het hele logboek: toolbox case show {file}", muted=True)
    if decision.chosen:
        document.paragraph(f"De wettelijke toets: toolbox check {form.id} --answers {file}", muted=True)
        document.paragraph(f"Wat er bij het besluit moet gebeuren: toolbox measure {form.id} --checklist", muted=True)
        document.paragraph(
            f"Later zien of het hielp? Leg nu vast hoe het ervoor staat: toolbox evaluate CIJFERS --period PERIODE --answers {file} "
            f"--measure {form.id} --baseline",
            muted=True,
        )
        if form.measure.kind is MeasureClass.REPRESSIVE:
            document.callout(Tone.NOTE, catalogue.edition.jurist_note)
    return document


def _tell_against(document: Document, catalogue: Catalogue, made: Made) -> None:
    finding = made.weighed.finding
    document.callout(Tone.NOTE, f"TEGEN HET ADVIES: {_against(catalogue, finding)}.")
    for item in finding.tested:
        if finding.grade is Grade.RULED_OUT and item.truth is Truth.NO:
            _tell_fault(document, catalogue, made.answers, item)
    if finding.grade is Grade.RULED_OUT:
        document.paragraph(
            "Voor de jurist: kloppen de antwoorden waarop dit berust? Zo niet, pas ze aan (toolbox case set) en leg het besluit "
            "opnieuw vast. Zo ja, dan ontbreekt een voorwaarde uit de juridische toets: neem het besluit niet voordat vaststaat op welke "
            "grond het dan kan."
        )


def _tell_fault(document: Document, catalogue: Catalogue, answers: Answers, item: Tested) -> None:
    condition = item.condition
    names = questions_in(condition.when, facts_of(catalogue))
    told = (
        f"{catalogue.question_by_id[name].label}: {shown(catalogue.question_by_id[name], answers.given[name])}"
        for name in names
        if name in answers
    )
    document.terms(
        [
            ("Ontbreekt", Line(condition.text, (condition_place(catalogue, condition),))),
            ("Berust op", Line("; ".join(told))),
            *way_on_terms(catalogue, condition, assess(catalogue, answers)),
        ]
    )


def _against(catalogue: Catalogue, finding: Finding) -> str:
    if finding.failing is not None:
        condition = finding.failing.condition
        place = condition_place(catalogue, condition)
        return f"op deze antwoorden is dit nu niet mogelijk, want aan een voorwaarde van {place} is niet voldaan"
    if finding.grade is Grade.NOT_INDICATED:
        return "op deze antwoorden vraagt het probleem er niet om"
    labels = [catalogue.question_by_id[name].label for name in finding.open_questions]
    waits = f"; dat hangt af van {listed(labels[:3])}" if labels else ""
    return f"het is nog niet te zeggen of dit past{waits}"
