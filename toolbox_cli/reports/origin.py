"""What an advice rests on: who gave which answer, where sources differ, what is an estimate, and the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolbox_cli.analysis.assess import Assessment
from toolbox_cli.analysis.case import Heard
from toolbox_cli.analysis.profile import Local
from toolbox_cli.analysis.receipt import Receipt
from toolbox_cli.model.case import CaseProblem, Decision
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.case import heard_json, told, told_by
from toolbox_cli.reports.decisions import decision_json
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.profile import local_json, profile_lines
from toolbox_cli.reports.words import day, listed

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


@dataclass(frozen=True)
class Record:
    """One problem with its assessment, all that was heard about it, the receipt, what was decided, and what the profile contributes."""

    problem: CaseProblem | None
    assessment: Assessment
    heard: Mapping[str, Heard]
    receipt: Receipt
    decisions: tuple[Decision, ...] = ()
    local: Local | None = None


def tell_doubts(document: Document, catalogue: Catalogue, record: Record, title: str = "Wat niet vaststaat") -> None:
    """Add where sources contradict each other and what is only an estimate; this stands above the conclusion."""
    bullets = [
        Line(f"Tegenspraak over {item.question.label}: {told(catalogue, item.question, item.said)}. Telt als onbekend tot u kiest.")
        for item in record.heard.values()
        if item.conflict
    ]
    bullets += [
        Line(f"Schatting: {item.question.label} is {shown(item.question, item.answer)} ({_by(catalogue, item)}).")
        for item in record.heard.values()
        if is_estimate(item)
    ]
    if bullets:
        document.heading(title)
        document.bullets(bullets)


def is_estimate(item: Heard) -> bool:
    """Return whether an answer that stands rests on estimates only."""
    if item.conflict or not item.answer.values:
        return False
    telling = [said for said in item.said if said.answer.values and (not item.choice or said.because)]
    return bool(telling) and all(said.estimated for said in telling)


def tell_origin(document: Document, catalogue: Catalogue, record: Record) -> None:
    """Add who gave each answer, when and how certain, of the answers for which somebody was named; and the choices between them."""
    rows = [
        (item.question.label, "tegenspraak" if item.conflict else shown(item.question, item.answer), _by(catalogue, item))
        for item in record.heard.values()
        if any(said.source or said.on or said.certainty or said.because for said in item.said)
    ]
    if rows:
        document.heading("Wie wat heeft gezegd")
        document.table(("waarover", "antwoord", "van wie"), rows)
        unnamed = len(record.heard) - len(rows)
        if unnamed:
            document.paragraph(f"Bij {unnamed} andere antwoorden is niet genoteerd van wie ze komen.", muted=True)
    tell_profile(document, catalogue, record)


def tell_profile(document: Document, catalogue: Catalogue, record: Record, *, named: bool = False) -> None:
    """Add from which profile answers come, and what follows from it; with `named` also which answers."""
    for line in profile_lines(catalogue, record.local, named=named):
        document.paragraph(line, muted=True)


def _by(catalogue: Catalogue, item: Heard) -> str:
    if item.choice:
        return f"gekozen: {item.choice.because}. Gezegd is: {told(catalogue, item.question, item.said[:-1])}"
    if item.conflict:
        return told(catalogue, item.question, item.said)
    return listed(dict.fromkeys(by for said in item.said if (by := told_by(catalogue, said))))


def tell_receipt(document: Document, record: Record) -> None:
    """Add the receipt: from what the advice was made, in one word to compare by."""
    receipt = record.receipt
    law = f", wetteksten gelezen tot en met {day(receipt.law_date)}" if receipt.law_date else ""
    document.paragraph(
        f"Kenmerk {receipt.code}: toolbox {receipt.tool}, inhoud {receipt.content}{law}. "
        "Met hetzelfde kenmerk krijgt elke maatregel hetzelfde oordeel.",
        muted=True,
    )


def advice_json(catalogue: Catalogue, record: Record, *, explain: bool = False) -> Json:
    """Return the advice on one problem with what it rests on."""
    from toolbox_cli.reports.as_json import analysis_json

    return {**analysis_json(catalogue, record.assessment, explain=explain), **record_json(catalogue, record)}


def record_json(catalogue: Catalogue, record: Record) -> Json:
    """Return what an advice rests on: per question all that was said, the receipt, what was decided, and what the profile contributes."""
    return {
        "said": [heard_json(item) for item in record.heard.values()],
        "profile": local_json(catalogue, record.local),
        "decisions": [decision_json(item) for item in record.decisions],
        "receipt": receipt_json(record.receipt),
    }


def receipt_json(receipt: Receipt) -> Json:
    """Return a receipt as plain values."""
    return {
        "code": receipt.code,
        "tool_version": receipt.tool,
        "content_version": receipt.content,
        "content_hash": receipt.content_hash,
        "law_date": receipt.law_date.isoformat() if receipt.law_date else None,
        "answers_hash": receipt.answers_hash,
    }
