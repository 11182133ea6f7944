"""The action plan: what is lacking in front, then the problem, the measures, and how it is followed; never more than was given."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.advice import tell_requests
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.origin import tell_doubts, tell_receipt
from toolbox_cli.reports.plan_around import (
    tell_budget,
    tell_communication,
    tell_displacement,
    tell_figures,
    tell_log,
    tell_partners,
    tell_signatures,
)
from toolbox_cli.reports.plan_facts import ProblemPart, Slot, budget_slot, problem_parts
from toolbox_cli.reports.plan_gaps import gaps_of, tell_gaps
from toolbox_cli.reports.plan_measures import tell_evaluation, tell_measures, tell_overview
from toolbox_cli.reports.problem import assumptions, problem_text, who_knows
from toolbox_cli.reports.words import abbreviations, capital, day, listed

TITLE = "Plan van aanpak: overlast rond een opvanglocatie"
MOST_ASSUMPTIONS = 5
LONG = 3  # measures from which a table of contents helps


def compose_action_plan(catalogue: Catalogue, dossier: Dossier) -> Document:
    """Return the action plan; what was not given stands in it as 'niet ingevuld', and in front in a list with who can fill it in."""
    parts, budget = problem_parts(catalogue, dossier), budget_slot(catalogue, dossier)
    document = Document()
    document.heading(TITLE, 1)
    document.paragraph(_about(parts, dossier))
    tell_requests(document, catalogue, [record.assessment for record in dossier.records])
    tell_gaps(document, parts, budget)
    if len(parts) > 1 or sum(len(part.measures) for part in parts) >= LONG:
        document.contents()
    tell_overview(document, parts)
    tell_figures(document, dossier.figures)
    for part in parts:
        _problem(document, catalogue, part)
        tell_measures(document, catalogue, part, f"Maatregelen bij probleem {part.number}" if part.number else "De maatregelen")
    tell_partners(document, catalogue, parts)
    tell_displacement(document, catalogue, parts)
    tell_communication(document, catalogue, parts)
    tell_budget(document, budget, dossier.budget)
    tell_log(document, catalogue, parts)
    tell_evaluation(document, catalogue, parts)
    tell_signatures(document, catalogue)
    _closing(document, catalogue, dossier)
    return document


def action_plan_gaps(catalogue: Catalogue, dossier: Dossier) -> Document:
    """Return what is not filled in, with the command for each; for the screen of who fills it in."""
    document = Document()
    found = gaps_of(problem_parts(catalogue, dossier), budget_slot(catalogue, dossier))
    document.outline([(gap.depth, Line(gap.fills)) for gap in found])
    return document


def _about(parts: Sequence[ProblemPart], dossier: Dossier) -> str:
    on = f" Stand van {day(dossier.on)}." if dossier.on else ""
    names = f" over {len(parts)} problemen: {listed(f'({part.number}) {part.name}' for part in parts)}" if len(parts) > 1 else ""
    return f"Dit is een plan{names}. Het legt vast wie wat wanneer doet; het is zelf geen besluit.{on}"


def _problem(document: Document, catalogue: Catalogue, part: ProblemPart) -> None:
    """The problem, with what is not known above what it rests on."""
    document.heading(f"Probleem {part.number}: {part.name}" if part.number else "Het probleem")
    document.paragraph(problem_text(catalogue, part.record.assessment))
    _doubts(document, catalogue, part)
    document.heading("Objectief: wat is vastgelegd", 3)
    document.terms(_terms(part.objective))
    document.heading("Subjectief: wat mensen ervaren", 3)
    document.terms(_terms(part.subjective))
    document.heading("Oorzaken", 3)
    document.terms(_terms(part.causes))
    document.heading("Doelen", 3)
    if part.planned.goals:
        document.bullets([Line(goal) for goal in part.planned.goals])
    else:
        document.paragraph(part.goals.shown)


def _terms(slots: Sequence[Slot]) -> list[tuple[str, Line]]:
    return [(capital(slot.name), slot.line) for slot in slots]


def _doubts(document: Document, catalogue: Catalogue, part: ProblemPart) -> None:
    """Where sources contradict each other, what is an estimate, and what the advice had to assume."""
    told = Document()
    tell_doubts(told, catalogue, part.record)
    found = assumptions(catalogue, part.record.assessment)
    lines = [Line(f"{text} Wie weet het: {who_knows(catalogue, question)}.") for question, text in found[:MOST_ASSUMPTIONS]]
    if told.blocks or lines:
        document.heading("Wat niet vaststaat", 3)
        document.blocks += told.blocks[1:]
        document.bullets(lines)
    if len(found) > MOST_ASSUMPTIONS:
        rest = listed(dict.fromkeys(question.label for question, _ in found[MOST_ASSUMPTIONS:]))
        document.paragraph(f"Ook niet bekend: {rest}.", muted=True)


def _closing(document: Document, catalogue: Catalogue, dossier: Dossier) -> None:
    document.heading("Waarop dit plan berust")
    document.callout(Tone.NOTE, catalogue.edition.jurist_note)
    document.paragraph(catalogue.edition.law_note)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    tell_receipt(document, dossier.records[0])
