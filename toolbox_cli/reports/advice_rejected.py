"""What an advice does not put in front, with the reason: ruled out, dropped, less aimed at this problem, open, not called for."""

from __future__ import annotations

from toolbox_cli.analysis.assess import Assessment, Finding, Grade
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.model.case import Decision
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.advice_rest import by_fault, depends_on, fault_terms, tell_not_indicated
from toolbox_cli.reports.decisions import DECIDED, decided_text, measure_name
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.sight import decisions_for, rests_on_told, seen_by
from toolbox_cli.reports.words import GRADE, condition_place, listed, main_basis

CLOSED = "Aan een voorwaarde van dit artikel is niet voldaan. Welke dat is, staat in de stukken van de driehoek."


def tell_rejected(document: Document, catalogue: Catalogue, record: Record, reader: Reader) -> None:
    """Add every measure that does not lead, under the reason why."""
    view = seen_by(catalogue, record.assessment, reader)
    _tell_ruled_out(document, catalogue, view, reader)
    _tell_dropped(document, catalogue, record, reader)
    _tell_not_in_front(document, catalogue, record)
    _tell_open(document, catalogue, view)
    tell_not_indicated(document, view)


def _tell_ruled_out(document: Document, catalogue: Catalogue, view: Assessment, reader: Reader) -> None:
    """What the law does not allow now, also what was asked for: the one condition at fault, its article, the way on."""
    ruled_out = view.graded(Grade.RULED_OUT)
    if not ruled_out:
        return
    document.heading("Nu niet mogelijk, en waarom")
    for names, failing in by_fault(ruled_out):
        condition = failing.condition
        document.heading(listed(names), 3)
        told = rests_on_told(catalogue, condition.when, reader)
        closed = [("Ontbreekt", Line(CLOSED, (condition_place(catalogue, condition),)))]
        document.terms(fault_terms(catalogue, failing, view) if told else closed)


def _tell_dropped(document: Document, catalogue: Catalogue, record: Record, reader: Reader) -> None:
    dropped = [item for item in latest_by_form(decisions_for(catalogue, record.decisions, reader)).values() if not item.chosen]
    if dropped:
        document.heading("Afgevallen bij besluit")
        document.bullets([Line(f"{measure_name(catalogue, item.measure)}. {decided_text(item)}") for item in dropped])


def _tell_not_in_front(document: Document, catalogue: Catalogue, record: Record) -> None:
    decided = latest_by_form(record.decisions)
    others = [finding for finding in record.assessment.advice if not finding.leading]
    if others:
        document.heading("Past ook, maar staat niet vooraan")
        rows = [
            (form_label(item.form), GRADE[item.grade], main_basis(catalogue, item.form), _why_not(item, decided.get(item.form.id)))
            for item in others
        ]
        document.table(("maatregel", "oordeel", "grondslag", "waarom niet vooraan"), rows)


def _why_not(finding: Finding, decision: Decision | None) -> str:
    if decision is not None:
        return f"{DECIDED[decision.chosen]} bij besluit"
    if finding.present:
        return "is er al"
    if finding.tried:
        return "is al geprobeerd"
    if not finding.leads:
        return "geen antwoord wijst hier bijzonder op"
    if finding.form.rule.request:
        return "de gemeente kan hier alleen om vragen; eigen maatregelen gaan voor"
    return "er zijn minder redenen voor dan voor wat vooraan staat"


def _tell_open(document: Document, catalogue: Catalogue, view: Assessment) -> None:
    findings = view.graded(Grade.UNDETERMINED)
    if findings:
        document.heading("Nog niet te zeggen")
        rows = [
            (form_label(item.form), depends_on(catalogue, item.open_questions) or "wat in de driehoek wordt besproken") for item in findings
        ]
        document.table(("maatregel", "hangt af van"), rows)
