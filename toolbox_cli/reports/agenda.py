"""The agenda of the driehoek or the local chain consultation: what is open, who must be heard, what is to be decided; each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolbox_cli.analysis.assess import Finding, Grade
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.law import Consultation
from toolbox_cli.reports.advice import tell_requests
from toolbox_cli.reports.advice_measures import decider
from toolbox_cli.reports.advice_page import of_problem, problem_name, undecided
from toolbox_cli.reports.advice_rest import put
from toolbox_cli.reports.agenda_questions import OpenItem, open_items
from toolbox_cli.reports.case import told
from toolbox_cli.reports.decisions import decided_text, measure_name
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.origin import Record, tell_receipt
from toolbox_cli.reports.own import explain_own, form_label
from toolbox_cli.reports.problem import who_knows
from toolbox_cli.reports.words import GRADE, abbreviations, consult_label, day, listed, main_basis, partner_name, sourced

MOST_QUESTIONS, MOST_NAMES = 10, 3
OUTCOME = "nog te bespreken"
_ASKED = {True: "Helpt het?", False: "Staat dat nog?"}
TITLE = "Agenda voor de driehoek of het lokaal ketenoverleg: overlast rond een opvanglocatie"
ANNEX = "Bijlage: andere open vragen"


@dataclass(frozen=True)
class Duty:
    """A duty to consult or tell a partner, with the measures that ask for it."""

    partner: str
    label: str
    forms: tuple[Form, ...]
    said: tuple[Consultation, ...]


def compose_agenda(catalogue: Catalogue, dossier: Dossier) -> Document:
    """Return the agenda: decisions and conflicts first, then what is open, by whom; each item once over all problems."""
    document = Document()
    document.heading(TITLE, 1)
    document.paragraph(f"Stand op {day(dossier.on)}." if dossier.on else "Datum van het overleg: niet ingevuld.")
    document.paragraph("Het verslag is vertrouwelijk. Noem in dit overleg geen persoon bij naam als er geen grond is om gegevens te delen.")
    number = iter(range(1, 10))
    items = open_items(catalogue, dossier.records)
    conflicts = {item.question.id for record in dossier.records for item in record.heard.values() if item.conflict}
    document.heading(f"{next(number)}. Tegenspraak tussen bronnen")
    _tell_conflicts(document, catalogue, dossier.records)
    document.heading(f"{next(number)}. Open vragen")
    open_ = [item for item in items if item.question.id not in conflicts]
    _tell_questions(document, catalogue, open_[:MOST_QUESTIONS], dossier.records)
    if len(open_) > MOST_QUESTIONS:
        document.paragraph(f"Nog {len(open_) - MOST_QUESTIONS} vragen die minder beslissen, staan in de bijlage.")
    document.heading(f"{next(number)}. Met wie overleg moet, en aan wie gemeld")
    _tell_duties(document, catalogue, dossier.records)
    document.heading(f"{next(number)}. Te nemen besluiten")
    tell_requests(document, catalogue, [record.assessment for record in dossier.records])
    _tell_decisions(document, catalogue, dossier.records)
    document.heading(f"{next(number)}. Terugblik op eerdere besluiten")
    _tell_review(document, catalogue, dossier.records)
    document.heading(f"{next(number)}. Rondvraag en volgend overleg")
    document.bullets([Line("Datum van het volgende overleg: niet ingevuld."), Line("Wie de afspraken bijhoudt: niet ingevuld.")])
    if len(open_) > MOST_QUESTIONS:
        document.heading(ANNEX)
        document.bullets([_question(catalogue, item, dossier.records) for item in open_[MOST_QUESTIONS:]])
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    tell_receipt(document, dossier.records[0])
    return explain_own(document)


def duties_of(records: Sequence[Record]) -> tuple[Duty, ...]:
    """Return each duty to consult or to tell once per partner, with the measures that lead and ask for it."""
    found: dict[tuple[str, bool], tuple[list[Form], list[Consultation]]] = {}
    for finding in _leading(records):
        for item in finding.form.consults:
            if item.duty:
                forms, said = found.setdefault((item.partner, item.after), ([], []))
                forms.append(finding.form)
                said.append(item)
    return tuple(
        Duty(partner, consult_label(said[0]), tuple(dict.fromkeys(forms)), tuple(dict.fromkeys(said)))
        for (partner, _), (forms, said) in sorted(found.items(), key=lambda pair: (pair[0][1], -len(pair[1][0])))
    )


def _leading(records: Sequence[Record]) -> Iterator[Finding]:
    yield from (finding for record in records for finding in record.assessment.findings if finding.leading)


def _tell_conflicts(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    rows = {}
    for record in records:
        for item in record.heard.values():
            if item.conflict:
                about = "" if item.question.shared else of_problem(record)
                rows[about, item.question.id] = (
                    f"{about}{item.question.label}{_elsewhere(catalogue, item.question.id, records)}",
                    told(catalogue, item.question, item.said),
                    who_knows(catalogue, item.question),
                    OUTCOME,
                )
    document.table(("waarover", "wie zegt wat", "eigenaar", "uitkomst"), [*rows.values()])
    document.paragraph(
        "Zolang er niet is gekozen, telt het antwoord als onbekend. Leg bij de keuze de reden vast."
        if rows
        else "Geen bron spreekt een andere tegen."
    )


def _elsewhere(catalogue: Catalogue, name: str, records: Sequence[Record]) -> str:
    """The other problems at which this question is open without a conflict."""
    open_ = next((item.records for item in open_items(catalogue, records) if item.question.id == name), ())
    names = [problem_name(record) for record in open_ if not (name in record.heard and record.heard[name].conflict)]
    return f" (ook niet bekend bij: {listed(names)})" if any(names) else ""


def _tell_questions(document: Document, catalogue: Catalogue, items: Sequence[OpenItem], records: Sequence[Record]) -> None:
    rows = [
        (str(at), f"{put(item.question)}{_about(item, records)}", _hangs(item), who_knows(catalogue, item.question), OUTCOME)
        for at, item in enumerate(items, start=1)
    ]
    document.table(("nr", "vraag", "beslist mee over", "eigenaar", "uitkomst"), rows)
    if not rows:
        document.paragraph("Er staat geen vraag open die een oordeel nog verandert.")


def _question(catalogue: Catalogue, item: OpenItem, records: Sequence[Record]) -> Line:
    hangs = f" Beslist mee over: {_hangs(item)}." if item.forms else ""
    return Line(f"{put(item.question)}{_about(item, records)}{hangs} Eigenaar: {who_knows(catalogue, item.question)}.")


def _about(item: OpenItem, records: Sequence[Record]) -> str:
    if item.question.shared or len(item.records) == len(records):
        return ""
    return f" (Over: {listed(problem_name(record) for record in item.records)}.)"


def _hangs(item: OpenItem) -> str:
    names = list(dict.fromkeys(form_label(form) for form in item.forms))
    more = [f"nog {len(names) - MOST_NAMES}"] if len(names) > MOST_NAMES else []
    return listed([*names[:MOST_NAMES], *more]) or "de beschrijving van het probleem"


def _tell_duties(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    duties = duties_of(records)
    for duty in duties:
        document.heading(f"{duty.label}: {partner_name(catalogue, duty.partner)}", 3)
        document.bullets([sourced(catalogue, item.text, item.source) for item in duty.said])
        document.terms(
            [
                ("Voor", Line(listed(form_label(form) for form in duty.forms))),
                ("Eigenaar", Line(listed(dict.fromkeys(partner_name(catalogue, form.decides) for form in duty.forms)))),
                ("Uitkomst", Line(OUTCOME)),
            ]
        )
    if not duties:
        document.paragraph("Geen maatregel die vooraan staat vraagt om verplicht overleg.")


def _tell_decisions(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    rows = [
        (
            f"{of_problem(record)}{form_label(item.form)}",
            GRADE[item.grade],
            main_basis(catalogue, item.form),
            decider(catalogue, item.form),
            OUTCOME,
        )
        for record in records
        for item in undecided(record).findings
        if item.leading
    ]
    document.table(("maatregel", "oordeel", "grondslag", "beslist", "uitkomst"), rows)
    if not rows:
        document.paragraph("Er is nog geen maatregel om over te besluiten; eerst de open vragen.")
    elif any(row[1] == GRADE[Grade.CONDITIONAL] for row in rows):
        document.paragraph("'Mits …': er zijn nog voorwaarden open; zie het advies.")


def _tell_review(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    lines = [
        Line(
            f"{of_problem(record)}{measure_name(catalogue, item.measure)}. {decided_text(item)} {_ASKED[item.chosen]} Uitkomst: {OUTCOME}."
        )
        for record in records
        for item in latest_by_form(record.decisions).values()
    ]
    document.bullets(lines or [Line("In deze zaak is nog geen besluit vastgelegd.")])
