"""The version for the council: what it is about, what it can regulate, the approach in outline, the money, and accountability."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.analysis.assess import ADVICE, Assessment, Grade, assess
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.condition import Condition, Is
from toolbox_cli.model.question import NO, YES, Kind, Question
from toolbox_cli.model.told import ToldAs
from toolbox_cli.reports.advice import refused
from toolbox_cli.reports.advice_page import of_problem, standing_on
from toolbox_cli.reports.advice_rest import put
from toolbox_cli.reports.document import Document, Line, Table
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.figure_choice import tell_figures
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.problem import gaps, problem_text, who_knows
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.sight import may_read, seen_by, told_answers
from toolbox_cli.reports.words import CLASS, abbreviations, day, listed, main_basis, partner_name, sourced
from toolbox_cli.rules.evaluate import leaves_in

TITLE = "Informatie voor de gemeenteraad: aanpak van overlast rond een opvanglocatie"
WEIGH = (
    "Niet geregeld betekent niet dat het geregeld moet worden: de raad weegt of het nodig en evenredig is. Laat een jurist de eigen "
    "verordeningen lezen."
)
ONLY_TOLD = "Deze lijst volgt alleen uit wat in dit stuk mag staan, en zegt dus niet dat een maatregel hier nodig is."
REPORT_BACK = (
    "Vraag het college om de raad te melden wat is gedaan, of de overlast is veranderd of verplaatst, en wat het kostte. De datum daarvan: "
    "niet ingevuld."
)
OPEN = "niet bekend"
MOST_FIGURES, MOST_UNKNOWN, MOST_NAMES = 3, 5, 3
_NOW = {YES: "geregeld", NO: "niet geregeld"}
_CALLED_FOR = (*ADVICE, Grade.UNDETERMINED, Grade.RULED_OUT)


def compose_for_council(catalogue: Catalogue, dossier: Dossier) -> Document:
    """Return what the council needs for its own decisions; nothing operational and nothing about persons."""
    document = Document()
    document.heading(TITLE, 1)
    document.paragraph(standing_on(dossier), muted=True)
    document.heading("Wat er speelt")
    for record in dossier.records:
        view = seen_by(catalogue, record.assessment, Reader.COUNCIL)
        document.paragraph(f"{of_problem(record)}{problem_text(catalogue, view)}")
    document.heading("Wat nog niet bekend is")
    known = [assess(catalogue, told_answers(catalogue, record.assessment.answers, Reader.COUNCIL)) for record in dossier.records]
    _tell_unknown(document, catalogue, known)
    document.heading("Waar de raad over gaat")
    document.bullets([sourced(catalogue, item.text, item.source) for item in catalogue.council_texts])
    document.heading("Wat de raad kan regelen")
    _tell_rules(document, catalogue, known)
    document.heading("De aanpak in hoofdlijnen")
    _tell_outline(document, catalogue, dossier.records)
    _tell_refused(document, catalogue, dossier.records)
    tell_figures(document, dossier.published, MOST_FIGURES)
    document.heading("Geld")
    _tell_money(document, catalogue, dossier)
    document.heading("Besluiten en verantwoording")
    _tell_decided(document, catalogue, dossier.records)
    document.heading("Waar deze informatie op berust")
    document.paragraph(catalogue.edition.law_note, muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    return document


def public_forms(catalogue: Catalogue, record: Record) -> tuple[Form, ...]:
    """Return the measures that lead and may be told although nothing is decided yet, in order."""
    told = {name for item in catalogue.resident_measures if item.told is ToldAs.DOES for name in item.forms}
    return tuple(finding.form for finding in record.assessment.findings if finding.leading and finding.form.id in told)


def chosen_forms(catalogue: Catalogue, record: Record) -> dict[Form, str]:
    """Return what was chosen and is not about a person, with the day of the decision."""
    told = {name for item in catalogue.resident_measures if item.told in (ToldAs.DOES, ToldAs.ONCE_DECIDED) for name in item.forms}
    return {
        catalogue.form_by_id[name]: day(item.on)
        for name, item in latest_by_form(record.decisions).items()
        if item.chosen and name in told and name in catalogue.form_by_id
    }


def _tell_unknown(document: Document, catalogue: Catalogue, known: Sequence[Assessment]) -> None:
    found = {
        question.id: question for assessment in known for question, _ in gaps(catalogue, assessment) if may_read(Reader.COUNCIL, question)
    }
    found |= {question.id: question for question in _rules(catalogue, known) if _now(question, known) == OPEN}
    lines = [
        Line(f"{question.if_unknown or f'Nog geen antwoord op: {put(question)}'} Wie weet het: {who_knows(catalogue, question)}.")
        for question in [*found.values()][:MOST_UNKNOWN]
    ]
    document.bullets(lines or [Line("Op de vragen die voor de raad tellen is een antwoord.")])


def _tell_rules(document: Document, catalogue: Catalogue, known: Sequence[Assessment]) -> None:
    """The rules of the municipality on which measures hang that the problem, as far as the council may know it, may call for."""
    found = _rules(catalogue, known)
    rows = [
        (question.label, _now(question, known), listed([*names[:MOST_NAMES], *(["andere"] if len(names) > MOST_NAMES else [])]))
        for question, names in found.items()
    ]
    document.table(("regel van de raad", "nu", "nodig voor"), rows)
    document.paragraph(f"{ONLY_TOLD} {WEIGH}" if rows else "Geen maatregel die bij dit probleem past, wacht op een regel van de raad.")


def _rules(catalogue: Catalogue, known: Sequence[Assessment]) -> dict[Question, list[str]]:
    found: dict[str, list[str]] = {}
    for assessment in known:
        for finding in assessment.graded(*_CALLED_FOR):
            for tested in finding.tested:
                for name in _needed(catalogue, tested.condition.when):
                    found.setdefault(name, []).append(form_label(finding.form))
    return {
        question: list(dict.fromkeys(found[question.id]))
        for question in catalogue.questions
        if question.id in found and question.shared and question.kind is Kind.YES_NO and may_read(Reader.COUNCIL, question)
    }


def _needed(catalogue: Catalogue, when: Condition) -> list[str]:
    """The questions that must be answered with yes; a measure that needs a rule to be absent does not wait for it."""
    leaves = leaves_in(when, catalogue.condition_of_fact)
    return [leaf.question for leaf in leaves if isinstance(leaf, Is) and YES in leaf.values]


def _now(question: Question, known: Sequence[Assessment]) -> str:
    answers = [assessment.answers.get(question.id) for assessment in known]
    values = {value for answer in answers if answer is not None for value in answer.values}
    return _NOW[values.pop()] if len(values) == 1 else OPEN


def _tell_outline(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    forms = list(dict.fromkeys(form for record in records for form in public_forms(catalogue, record)))
    rows = [
        (form_label(form), CLASS[form.measure.kind], main_basis(catalogue, form), partner_name(catalogue, form.decides)) for form in forms
    ]
    document.table(("maatregel", "soort", "grondslag", "beslist"), rows)
    document.paragraph(
        "Dit zijn maatregelen die nu het best passen. Een besluit van de overheid over één persoon staat hier niet, en ook niet wat pas "
        "na een besluit bekend wordt. Er is pas iets besloten als dat hieronder staat."
        if rows
        else "Er is nog geen maatregel die in deze versie genoemd kan worden."
    )


def _tell_refused(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    lines = refused(catalogue, [record.assessment for record in records])
    if lines:
        document.heading("Wat is gevraagd en niet kan")
        document.bullets(lines)


def _tell_money(document: Document, catalogue: Catalogue, dossier: Dossier) -> None:
    scheme = catalogue.current_scheme
    line = sourced(catalogue, scheme.text, scheme.source)
    document.paragraph(line.text, line.sources)
    tables = [block for block in dossier.budget.blocks if isinstance(block, Table)] if dossier.budget is not None else []
    document.blocks += tables[:1]
    if not tables:
        document.paragraph("Begroting van deze aanpak: niet ingevuld.")


def _tell_decided(document: Document, catalogue: Catalogue, records: Sequence[Record]) -> None:
    lines = [
        Line(f"{of_problem(record)}{form_label(form)}: gekozen op {on}.")
        for record in records
        for form, on in chosen_forms(catalogue, record).items()
    ]
    document.bullets(lines or [Line("Er is nog geen besluit dat in deze versie kan staan.")])
    document.paragraph(REPORT_BACK)
