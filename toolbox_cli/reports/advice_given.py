"""The measures that lead, with their legal grounds, condition by condition, and the duties to consult."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.analysis.assess import Tested
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.reports.advice_measures import measure_terms, of_the_decision
from toolbox_cli.reports.advice_page import problem_name
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.problem import who_knows
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.sight import decisions_for, rests_on_told, seen_by
from toolbox_cli.reports.words import GRADE, condition_place, consult_label, listed, partner_name, sourced, statement
from toolbox_cli.rules.evaluate import missing
from toolbox_cli.rules.truth import Truth

WAITS = "Volgt uit het besluit zelf; na te lopen door de jurist die het opstelt:"
CLOSED = "staat in de stukken van de driehoek"
_TOLD_APART = ("Eerst overleg", "Daarna melden")
_LONG = ("Duur", "Verlengen", "Waarborgen", "Partners", "Praktijk", "Onderzoek")  # what depends on the measure more than on the problem
Term = tuple[str, Line]
Told = dict[str, tuple[str, tuple[Term, ...]]]  # by form: the problem where it was told, and what


def tell_given(document: Document, catalogue: Catalogue, record: Record, reader: Reader, told: Told) -> None:
    """Add each measure that leads: why, on which ground, which conditions are met and open, who must be consulted.

    What was told about the same measure at an earlier problem in the same words is not told again; `told` holds that, and grows.
    """
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
            document.terms(_once(record, finding.form, [pair for pair in terms if pair[0] not in _TOLD_APART], told))
            waiting = [item for item in finding.tested if _waits(catalogue, item)]
            document.table(
                ("voorwaarde", "artikel", "stand"), [_condition(catalogue, item, reader) for item in finding.tested if item not in waiting]
            )
            document.bullets(_consults(catalogue, finding.form))
            document.paragraph(WAITS if waiting else "")
            document.bullets([Line(item.condition.text, (condition_place(catalogue, item.condition),)) for item in waiting])


def _once(record: Record, form: Form, terms: Sequence[Term], told: Told) -> list[Term]:
    """The terms, with for those that say the same as at an earlier problem only where that stands."""
    if form.id not in told:
        told[form.id] = (problem_name(record), tuple(terms))
        return list(terms)
    where, before = told[form.id]
    same = [pair for pair in terms if pair[0] in _LONG and pair[1].text and pair in before]
    if not same:
        return list(terms)
    return [*(pair for pair in terms if pair not in same), ("Zie bij " + where, Line(listed(label.lower() for label, _ in same)))]


def _waits(catalogue: Catalogue, item: Tested) -> bool:
    return item.truth is Truth.UNKNOWN and of_the_decision(catalogue, item)


def _condition(catalogue: Catalogue, item: Tested, reader: Reader) -> tuple[str, str, str]:
    return item.condition.text, condition_place(catalogue, item.condition), _stand(catalogue, item, reader)


def _stand(catalogue: Catalogue, item: Tested, reader: Reader) -> str:
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
