"""The measures that lead, with their legal grounds, condition by condition, and the duties to consult."""

from __future__ import annotations

from toolbox_cli.analysis.assess import Tested
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.reports.advice_measures import measure_terms, of_the_decision
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.problem import who_knows
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.sight import decisions_for, rests_on_told, seen_by
from toolbox_cli.reports.words import GRADE, condition_place, consult_label, partner_name, sourced, statement
from toolbox_cli.rules.evaluate import missing
from toolbox_cli.rules.truth import Truth

CLOSED = "staat in de stukken van de driehoek"
_TOLD_APART = ("Eerst overleg", "Daarna melden")


def tell_given(document: Document, catalogue: Catalogue, record: Record, reader: Reader) -> None:
    """Add each measure that leads: why, on which ground, which conditions are met and open, who must be consulted."""
    view = seen_by(catalogue, record.assessment, reader)
    decided = latest_by_form(decisions_for(catalogue, record.decisions, reader))
    document.heading("Maatregelen die vooraan staan, met hun gronden")
    if not any(finding.leading for finding in view.findings):
        document.paragraph("Op deze antwoorden staat nog geen maatregel vooraan.")
    for finding in view.findings:
        if finding.leading:
            summary = statement(catalogue, finding.form.variant.summary)
            document.heading(f"{finding.rank}. {form_label(finding.form)} ({GRADE[finding.grade]})", 3)
            document.paragraph(summary.text, summary.sources)
            plain = "" if finding.tested else finding.form.rule.no_conditions or ""
            terms = measure_terms(catalogue, view, finding, decided.get(finding.form.id), record.local, plain)
            document.terms([(label, line) for label, line in terms if label not in _TOLD_APART])
            document.table(("voorwaarde", "artikel", "stand"), [_condition(catalogue, item, reader) for item in finding.tested])
            document.bullets(_consults(catalogue, finding.form))


def _condition(catalogue: Catalogue, item: Tested, reader: Reader) -> tuple[str, str, str]:
    place = condition_place(catalogue, item.condition)
    return item.condition.text, place, _stand(catalogue, item, reader)


def _stand(catalogue: Catalogue, item: Tested, reader: Reader) -> str:
    if item.truth is Truth.UNKNOWN and of_the_decision(catalogue, item):
        return "volgt uit het besluit zelf"
    if not rests_on_told(catalogue, item.condition.when, reader):
        return CLOSED
    if item.truth is Truth.YES:
        return "voldaan"
    names = missing(item.reason)
    first = min(names, key=[question.id for question in catalogue.questions].index) if names else ""
    return f"nog niet bekend; wie het weet: {who_knows(catalogue, catalogue.question_by_id[first])}" if first else "nog niet bekend"


def _consults(catalogue: Catalogue, form: Form) -> list[Line]:
    return [
        sourced(catalogue, f"{consult_label(item)}: {partner_name(catalogue, item.partner)}. {item.text}", item.source)
        for item in form.consults
        if item.duty
    ]
