"""The advice: what is known, what is assumed, what to do first, which measures fit and why, what cannot be done."""

from __future__ import annotations

from collections.abc import Iterable

from toolbox_cli.analysis.assess import Assessment, Grade
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Origin
from toolbox_cli.reports.advice_measures import tell_leading, tell_overview, why_here
from toolbox_cli.reports.advice_rest import tell_also_fitting, tell_gaps, tell_not_indicated, tell_not_possible, tell_open
from toolbox_cli.reports.decisions import tell_decided
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.origin import Record, tell_doubts, tell_origin, tell_profile, tell_receipt
from toolbox_cli.reports.own import form_label, record_label
from toolbox_cli.reports.problem import assumptions, for_the_decision, problem_text, who_knows
from toolbox_cli.reports.relations import relation_bullets
from toolbox_cli.reports.words import abbreviations, condition_place, sourced

TITLE = "Advies: aanpak van overlast rond een opvanglocatie"
MOST_ASSUMPTIONS = 3
MOST_LABELS = 8
MOST_STEPS = 5


def compose_advice(
    catalogue: Catalogue, assessment: Assessment, *, short: bool = False, record: Record | None = None, title: str = TITLE
) -> Document:
    """Return the advice as a document, the most important first; the short one stops after the measures that lead.

    With a `record` it says where sources differ, what is an estimate, who gave each answer, and by which receipt to make it again.
    """
    document = Document()
    document.heading(title, 1)
    document.paragraph(problem_text(catalogue, assessment))
    tell_requests(document, catalogue, (assessment,))
    if record is not None:
        tell_doubts(document, catalogue, record)
    _assumptions(document, catalogue, assessment)
    decisions = record.decisions if record is not None else ()
    tell_decided(document, catalogue, assessment, decisions)
    _first_steps(document, catalogue, assessment)
    tell_overview(document, catalogue, assessment)
    if short:
        document.bullets(
            [
                *(Line(f"Nr {finding.rank}: {why_here(finding)}") for finding in assessment.findings if finding.leading and finding.order),
                *relation_bullets(catalogue, assessment),
            ]
        )
        document.callout(Tone.NOTE, catalogue.edition.jurist_note)
        if record is not None:
            tell_profile(document, catalogue, record)
            tell_receipt(document, record)
        return document
    tell_leading(document, catalogue, assessment, latest_by_form(decisions), record.local if record is not None else None)
    tell_also_fitting(document, catalogue, assessment)
    tell_not_possible(document, catalogue, assessment)
    tell_open(document, catalogue, assessment)
    tell_not_indicated(document, assessment)
    tell_gaps(document, catalogue, assessment)
    if record is not None:
        tell_origin(document, catalogue, record)
    _closing(document, catalogue)
    if record is not None:
        tell_receipt(document, record)
    return document


def tell_requests(document: Document, catalogue: Catalogue, assessments: Iterable[Assessment]) -> None:
    """Add what was asked and cannot be done, each once with what can."""
    for line in refused(catalogue, assessments):
        document.callout(Tone.NOTE, line.text, line.sources)


def refused(catalogue: Catalogue, assessments: Iterable[Assessment]) -> tuple[Line, ...]:
    """Return what was asked and the law does not allow, each once with what can be done and the article."""
    found = (
        Line(
            f"{form_label(finding.form)} is gevraagd, maar kan niet. {item.condition.way_on}", (condition_place(catalogue, item.condition),)
        )
        for assessment in assessments
        for finding in assessment.graded(Grade.RULED_OUT)
        if finding.form.measure.origin is Origin.REFUSAL and (item := finding.failing) is not None
    )
    return tuple(dict.fromkeys(found))


def _assumptions(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    found = assumptions(catalogue, assessment)
    decision = [question.label for question in for_the_decision(catalogue, assessment)]
    if not found and not decision:
        return
    document.heading("Wat niet bekend is")
    document.bullets([Line(f"{text} Wie weet het: {who_knows(catalogue, question)}.") for question, text in found[:MOST_ASSUMPTIONS]])
    if len(found) > MOST_ASSUMPTIONS:
        rest = list(dict.fromkeys(question.label for question, _ in found[MOST_ASSUMPTIONS:]))
        more = f" en nog {len(rest) - MOST_LABELS}" if len(rest) > MOST_LABELS else ""
        document.paragraph(
            f"Ook niet bekend: {', '.join(rest[:MOST_LABELS])}{more}. Wie het weet staat bij 'Nog uit te zoeken'.", muted=True
        )
    if decision:
        more = f" en nog {len(decision) - MOST_LABELS}" if len(decision) > MOST_LABELS else ""
        document.paragraph(
            f"Over het besluit zelf is nog niet bekend: {', '.join(decision[:MOST_LABELS])}{more}. Toets dat met toolbox check.",
            muted=True,
        )


def _first_steps(document: Document, catalogue: Catalogue, assessment: Assessment) -> None:
    document.heading("Eerst doen, deze week")
    steps = assessment.steps[:MOST_STEPS]
    document.bullets([sourced(catalogue, record_label(catalogue, step, step.text), step.source) for step in steps], numbered=True)


def _closing(document: Document, catalogue: Catalogue) -> None:
    document.callout(Tone.NOTE, catalogue.edition.jurist_note)
    document.paragraph(catalogue.edition.law_note, muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    document.paragraph(
        "Meer over een maatregel: toolbox measure NAAM. Hoeveel subsidie er was: toolbox spuk-estimate --places AANTAL.", muted=True
    )
