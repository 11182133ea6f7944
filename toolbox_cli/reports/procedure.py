"""The procedure of a form: a part of another document, a checklist to tick off, or plain values."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from toolbox_cli.analysis.procedure import ProcedureStep, no_decision, not_needed, procedure_of, procedures_of
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.procedure import Demand, Procedure, Stage
from toolbox_cli.model.question import Answers
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.own import form_label, own_json
from toolbox_cli.reports.words import abbreviations, bases, cite, partner_name, sourced, statement

STAGE = {
    Stage.BEFORE: "voor het besluit",
    Stage.DECISION: "in het besluit",
    Stage.NOTICE: "bij de bekendmaking",
    Stage.AFTER: "na het besluit",
}
STAGE_WITHOUT_DECISION = {Stage.BEFORE: "vooraf", Stage.DECISION: "inhoud", Stage.NOTICE: "meedelen", Stage.AFTER: "daarna"}
DEMAND = {
    Demand.HEAR: "Zienswijze vooraf",
    Demand.REASONS: "Motivering",
    Demand.PROPORTION: "Evenredigheid",
    Demand.NOTICE: "Bekendmaking",
    Demand.PROTECTION: "Bezwaar",
    Demand.REVIEW: "Toetsmoment",
}
TITLE = "Procedure"
NOTHING_ANSWERED = Answers()


def compose_checklist(catalogue: Catalogue, forms: Sequence[Form]) -> Document:
    """Return the procedure of each form as a list to print and tick off."""
    document = Document()
    for form in forms:
        document.heading(f"Afvinklijst: {form_label(form)}", 1)
        document.terms([("Grondslag", Line(bases(catalogue, form))), ("Beslist", Line(partner_name(catalogue, form.decides)))])
        add_procedure(document, catalogue, form, level=2, boxes=True)
    document.callout(Tone.NOTE, catalogue.edition.jurist_note)
    document.paragraph(catalogue.edition.law_note, muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    return document


def add_procedure(
    document: Document,
    catalogue: Catalogue,
    form: Form,
    answers: Answers = NOTHING_ANSWERED,
    *,
    level: int = 3,
    boxes: bool = False,
    without: Collection[str] = (),
) -> None:
    """Add what to do for this form on these facts, by stage, and what is not needed and why; not the procedures in `without`."""
    procedures = [procedure for procedure in procedures_of(catalogue, form) if procedure.id not in without]
    steps = [step for step in procedure_of(catalogue, form, answers) if step.procedure in procedures]
    stages = STAGE_WITHOUT_DECISION if no_decision(catalogue, form) else STAGE
    for procedure in procedures:
        if procedure.no_decision:
            document.heading(_title("geen eigen besluit", level), level)
            line = statement(catalogue, procedure.no_decision)
            document.paragraph(line.text, line.sources)
    for stage in Stage:
        lines = [_line(catalogue, step) for step in steps if step.item.phase is stage]
        if lines:
            document.heading(_title(stages[stage], level), level)
            document.bullets(lines, boxes=boxes)
    _add_not_needed(document, catalogue, procedures, level)


def shared_procedures(forms: Sequence[Form]) -> frozenset[str]:
    """Return the procedures that all of several forms have; nothing for one form."""
    first, *rest = (frozenset(form.procedure_ids) for form in forms)
    return first.intersection(*rest) if rest else frozenset()


def checklist_json(catalogue: Catalogue, form: Form) -> dict[str, Any]:  # Any: plain values
    """Return one form's checklist as plain values."""
    return {
        "form": form.id,
        "name": form.name,
        **own_json(catalogue, form.measure),
        "legal_basis": bases(catalogue, form),
        "decides": form.decides,
        "procedure": procedure_json(catalogue, form),
        "notes": [catalogue.edition.jurist_note, catalogue.edition.law_note],
    }


def procedure_json(catalogue: Catalogue, form: Form, answers: Answers = NOTHING_ANSWERED) -> dict[str, Any]:  # Any: plain values
    """Return the procedure as plain values; `applies` is yes, or unknown while the condition in `if_text` is open."""
    free = no_decision(catalogue, form)
    return {
        "decision_needed": free is None,
        "no_decision": _said(catalogue, free.text, free.source) if free else None,
        "steps": [
            {
                "id": step.item.id,
                "procedure": step.procedure.id,
                "phase": step.item.phase.value,
                "demands": [demand.value for demand in step.item.demands],
                "applies": step.truth.value,
                "if_text": step.item.if_text,
                **_said(catalogue, step.item.text, step.item.source),
            }
            for step in procedure_of(catalogue, form, answers)
        ],
        "not_needed": [{"demand": item.demand.value, **_said(catalogue, item.why, item.source)} for item in not_needed(catalogue, form)],
    }


def _add_not_needed(document: Document, catalogue: Catalogue, procedures: Sequence[Procedure], level: int) -> None:
    excused = [item for procedure in procedures for item in procedure.not_needed]
    if excused:
        document.heading(_title("niet nodig", level), level)
        document.bullets([sourced(catalogue, f"{DEMAND[item.demand]}: {item.why}", item.source) for item in excused])


def _title(text: str, level: int) -> str:
    """The heading; on the second level the document is about the procedure and says so in its title."""
    return text.capitalize() if level == 2 else f"{TITLE}: {text}"


def _line(catalogue: Catalogue, step: ProcedureStep) -> Line:
    return sourced(catalogue, step.text, step.item.source)


def _said(catalogue: Catalogue, text: str, sources: Sequence[str]) -> dict[str, Any]:  # Any: plain values
    return {"text": text, "sources": [{"ref": source, "text": cite(catalogue, source)} for source in sources]}
