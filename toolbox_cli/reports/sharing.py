"""Who may give which information about persons to whom: all records, one partner, or one pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from toolbox_cli.model.base import Statement
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Partner
from toolbox_cli.model.sharing import Sharing, SharingAnswer
from toolbox_cli.reports.as_json import SCHEMA_VERSION, sources_json
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.own import record_label
from toolbox_cli.reports.words import abbreviations, cite, listed, partner_name, sentence, statement

ANSWER = {SharingAnswer.IF: "kan, mits", SharingAnswer.NOT_UNLESS: "niet, tenzij"}

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def compose_sharing(catalogue: Catalogue) -> Document:
    """Return everything that is recorded about sharing, one line each; what is not there is unknown."""
    document = Document()
    document.heading("Gegevens over personen delen", 1)
    document.paragraph(f"Wat hier niet staat is {_lower(catalogue.sharing_default.text)}")
    document.bullets([_in_short(catalogue, record) for record in catalogue.sharing])
    _rules(document, catalogue)
    document.paragraph("Eén paar met alle voorwaarden: toolbox share politie burgemeester", muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    return document


def compose_sharing_of(catalogue: Catalogue, partner: Partner) -> Document:
    """Return what a partner may give, and what it may get."""
    document = Document()
    document.heading(f"Gegevens delen: {record_label(catalogue, partner, partner.name)}", 1)
    document.paragraph(f"Wat hier niet staat is {_lower(catalogue.sharing_default.text)}")
    for title, records in (
        ("Geeft", [record for record in catalogue.sharing if partner.id in record.givers]),
        ("Krijgt", [record for record in catalogue.sharing if partner.id in record.receivers]),
    ):
        document.heading(title)
        document.bullets([_in_short(catalogue, record) for record in records])
        if not records:
            document.paragraph(catalogue.sharing_default.text)
    _rules(document, catalogue)
    document.paragraph("Eén paar met alle voorwaarden: toolbox share VAN NAAR", muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    return document


def compose_pair(catalogue: Catalogue, giver: Partner, receiver: Partner) -> Document:
    """Return on which grounds the one may give information to the other; without a record that is unknown, and who to ask."""
    document = Document()
    document.heading(f"Gegevens van {giver.short} naar {receiver.short}", 1)
    records = records_between(catalogue, giver, receiver)
    if not records:
        _unknown(document, catalogue, giver, receiver)
    for record in records:
        _record(document, catalogue, record)
    if records:
        document.callout(Tone.NOTE, f"Al het andere tussen deze twee is {_lower(catalogue.sharing_default.text)}")
    _rules(document, catalogue)
    if giver.id != receiver.id and records_between(catalogue, receiver, giver):
        document.paragraph(f"Andersom: toolbox share {receiver.id} {giver.id}", muted=True)
    document.paragraph(abbreviations(catalogue, document.text()), muted=True)
    return document


def records_between(catalogue: Catalogue, giver: Partner, receiver: Partner) -> tuple[Sharing, ...]:
    """Return what is recorded about this giver and this receiver."""
    return tuple(record for record in catalogue.sharing if giver.id in record.givers and receiver.id in record.receivers)


def sharing_json(catalogue: Catalogue, records: Sequence[Sharing], giver: Partner | None = None, receiver: Partner | None = None) -> Json:
    """Return records with their grounds; `answer` is `unknown` where a pair has none, never yes or no."""
    default = catalogue.sharing_default
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "from": giver.id if giver else None,
        "to": receiver.id if receiver else None,
        "answer": "recorded" if records else "unknown",
        "default": {"answer": "unknown", "text": default.text, "ask": default.ask},
        "records": [_record_json(catalogue, record) for record in records],
        "rules": [_statement_json(catalogue, rule) for rule in catalogue.sharing_rules],
    }


def _unknown(document: Document, catalogue: Catalogue, giver: Partner, receiver: Partner) -> None:
    document.paragraph(catalogue.sharing_default.text)
    given = dict.fromkeys(name for record in catalogue.sharing if giver.id in record.givers for name in record.receivers)
    got = dict.fromkeys(name for record in catalogue.sharing if receiver.id in record.receivers for name in record.givers)
    known = [f"{giver.short} geeft aan {_partners(catalogue, given)}"] if given else []
    known += [f"{receiver.short} krijgt van {_partners(catalogue, got)}"] if got else []
    if known:
        document.paragraph(f"Wel bekend: {'; '.join(known)}. Meer: toolbox share {giver.id if given else receiver.id}", muted=True)


def _record(document: Document, catalogue: Catalogue, record: Sharing) -> None:
    document.heading(sentence(record.what).removesuffix("."))
    document.terms(
        [
            ("Antwoord", Line(f"{ANSWER[record.answer]} aan deze voorwaarden is voldaan:")),
            *[(str(number), statement(catalogue, item)) for number, item in enumerate(record.conditions, start=1)],
            ("Grond", Line("; ".join(_ground(catalogue, source) for source in record.ground))),
            ("Let op", statement(catalogue, record.note) if record.note else Line("")),
        ]
    )


def _in_short(catalogue: Catalogue, record: Sharing) -> Line:
    who = f"{_partners(catalogue, record.givers)} → {_partners(catalogue, record.receivers)}"
    text = f"{sentence(who).removesuffix('.')}: {record.what}. {sentence(ANSWER[record.answer]).removesuffix('.')} …"
    return Line(text, tuple(_ground(catalogue, source) for source in record.ground))


def _ground(catalogue: Catalogue, source: str) -> str:
    """A ground as a reader names it: the title of a document, not its publisher."""
    kind, _, name = source.partition(" ")
    return catalogue.document_by_id[name].title if kind == "doc" else cite(catalogue, source)


def _rules(document: Document, catalogue: Catalogue) -> None:
    document.heading("Wat altijd geldt")
    document.bullets([statement(catalogue, rule) for rule in catalogue.sharing_rules])


def _partners(catalogue: Catalogue, names: Iterable[str]) -> str:
    return listed(partner_name(catalogue, name) for name in names)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _record_json(catalogue: Catalogue, record: Sharing) -> Json:
    return {
        "id": record.id,
        "givers": list(record.givers),
        "receivers": list(record.receivers),
        "what": record.what,
        "answer": record.answer.value,
        "ground": sources_json(catalogue, record.ground),
        "conditions": [_statement_json(catalogue, item) for item in record.conditions],
        "note": _statement_json(catalogue, record.note) if record.note else None,
        "sources": sources_json(catalogue, record.source),
    }


def _statement_json(catalogue: Catalogue, item: Statement) -> Json:
    return {"text": item.text, "sources": sources_json(catalogue, item.source)}
