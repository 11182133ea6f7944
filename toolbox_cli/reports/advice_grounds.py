"""The grounds of an advice to send: what it assumes, each measure with its conditions, what was rejected and why, and who said what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Question
from toolbox_cli.reports.advice_given import Told, tell_given
from toolbox_cli.reports.advice_page import of_problem
from toolbox_cli.reports.advice_rejected import tell_rejected
from toolbox_cli.reports.advice_rest import put
from toolbox_cli.reports.decisions import tell_decided
from toolbox_cli.reports.document import Block, Document, Heading, Line, Tone
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.figure_choice import tell_figures
from toolbox_cli.reports.origin import Record, tell_doubts, tell_origin, tell_profile, tell_receipt
from toolbox_cli.reports.own import record_label
from toolbox_cli.reports.problem import assumptions, for_the_decision, gaps, problem_text, who_knows
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.sight import decisions_for, heard_by, may_read, seen_by
from toolbox_cli.reports.words import abbreviations, sourced

MOST_FIGURES = 4
DOUBTS = "Tegenspraak en schattingen"
APART = "Elk probleem is apart getoetst: een voorwaarde die bij het ene probleem is vervuld, telt niet bij het andere."


def tell_grounds(document: Document, catalogue: Catalogue, dossier: Dossier, reader: Reader) -> None:
    """Add the figures, the grounds per problem, and what everything rests on; the receipt is the last."""
    if len(dossier.records) > 1:
        document.callout(Tone.NOTE, APART)
    tell_figures(document, dossier.figures, MOST_FIGURES)
    told: Told = {}
    for record in dossier.records:
        document.blocks += _named(record, _grounds(catalogue, record, reader, told).blocks)
    document.heading("Waar dit advies op berust")
    if not any(record.decisions for record in dossier.records):
        document.paragraph("In deze zaak is nog geen besluit vastgelegd.")
    document.callout(Tone.NOTE, catalogue.edition.jurist_note)
    document.paragraph(catalogue.edition.law_note, muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    tell_receipt(document, dossier.records[0])


def _named(record: Record, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the problem in front of each main heading when there are several."""
    return [
        replace(block, text=f"{of_problem(record)}{block.text[:1].lower()}{block.text[1:]}" if of_problem(record) else block.text)
        if isinstance(block, Heading) and block.level == 2
        else block
        for block in blocks
    ]


def _grounds(catalogue: Catalogue, record: Record, reader: Reader, told: Told) -> Document:
    document = Document()
    document.heading("Het probleem volledig")
    document.paragraph(problem_text(catalogue, seen_by(catalogue, record.assessment, reader)))
    _tell_doubts(document, catalogue, record, reader)
    _tell_assumptions(document, catalogue, record, reader)
    _tell_steps(document, catalogue, record, reader)
    tell_decided(document, catalogue, record.assessment, decisions_for(catalogue, record.decisions, reader))
    tell_given(document, catalogue, record, reader, told)
    tell_rejected(document, catalogue, record, reader)
    _tell_said(document, catalogue, record, reader)
    return document


def _tell_doubts(document: Document, catalogue: Catalogue, record: Record, reader: Reader) -> None:
    if reader is Reader.TRIANGLE:
        tell_doubts(document, catalogue, record, DOUBTS)
        return
    conflicts = [item.question.label for item in heard_by(record.heard, reader).values() if item.conflict]
    if conflicts:
        document.heading(DOUBTS)
        document.bullets(
            [Line(f"De bronnen zijn het niet eens over: {label}. Dit telt als onbekend tot er is gekozen.") for label in conflicts]
        )


def _tell_assumptions(document: Document, catalogue: Catalogue, record: Record, reader: Reader) -> None:
    document.heading("Aannames en wat nog niet bekend is")
    found = [(question, text) for question, text in assumptions(catalogue, record.assessment) if may_read(reader, question)]
    closed = len(gaps(catalogue, record.assessment)) - len(found)
    if not found:
        document.paragraph("Voor deze lezer staat er geen vraag open." if closed else "Op alle vragen die tellen is een antwoord.")
    document.bullets([Line(f"{text} Vraag aan {who_knows(catalogue, question)}: {put(question)}") for question, text in found])
    _tell_of_decision(document, for_the_decision(catalogue, record.assessment))
    if closed:
        document.paragraph(f"Aantal open vragen dat alleen in de stukken van de driehoek staat: {closed}.", muted=True)


def _tell_steps(document: Document, catalogue: Catalogue, record: Record, reader: Reader) -> None:
    steps = seen_by(catalogue, record.assessment, reader).steps
    if steps:
        document.heading("Eerste stappen")
        document.bullets([sourced(catalogue, record_label(catalogue, step, step.text), step.source) for step in steps], numbered=True)


def _tell_of_decision(document: Document, questions: Sequence[Question]) -> None:
    if questions:
        labels = "; ".join(question.label for question in questions)
        document.paragraph(f"Open bij het besluit zelf, voor de jurist die het opstelt: {labels}.", muted=True)


def _tell_said(document: Document, catalogue: Catalogue, record: Record, reader: Reader) -> None:
    """Who said what is for the driehoek; others read from which profile the local rules come."""
    if reader is Reader.TRIANGLE:
        tell_origin(document, catalogue, record)
        return
    part = Document()
    tell_profile(part, catalogue, record)
    if part.blocks:
        document.heading("Gemeenteprofiel")
        document.blocks += part.blocks
