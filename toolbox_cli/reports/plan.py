"""Which documents a case gives: each kind in its versions, with the status and the foot of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.report_card import CardTexts
from toolbox_cli.reports.action_plan import compose_action_plan
from toolbox_cli.reports.agenda import compose_agenda
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.draft import MARK, draft_papers
from toolbox_cli.reports.paper import Paper
from toolbox_cli.reports.plan_advice import compose_plan_advice
from toolbox_cli.reports.plan_kinds import PUBLIC_READERS, Kind, Status
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.report_card import report_card_papers
from toolbox_cli.reports.words import day


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: kinds and readers in order, texts of the report card in other languages, and a status other than the usual.

    With `contacts` residents read the desks that the profile holds.
    """

    kinds: tuple[Kind, ...]
    readers: tuple[Reader, ...] = tuple(Reader)
    texts: tuple[CardTexts, ...] = field(default_factory=tuple)
    status: Status | None = None
    contacts: bool = False


def papers(catalogue: Catalogue, dossier: Dossier, wanted: Wanted) -> tuple[Paper, ...]:
    """Return the documents that are asked for, each with a name of its own."""
    return tuple(paper for kind in wanted.kinds for paper in _papers(catalogue, dossier, kind, wanted))


def _papers(catalogue: Catalogue, dossier: Dossier, kind: Kind, wanted: Wanted) -> Iterator[Paper]:
    def paper(name: str, document: Document, usual: Status, mark: str = "", *, public: bool = False) -> Paper:
        status = wanted.status or usual
        return Paper(name, document, status, footer(dossier, status), mark, fields=fields(dossier, public=public))

    match kind:
        case Kind.ADVICE:
            for reader in wanted.readers:
                public = reader in PUBLIC_READERS
                document = compose_plan_advice(catalogue, dossier, reader, contacts=wanted.contacts)
                yield paper(f"advies-{reader}", document, Status.DRAFT if public else Status.CONFIDENTIAL, public=public)
        case Kind.ACTION_PLAN:
            yield paper("plan-van-aanpak", compose_action_plan(catalogue, dossier), Status.DRAFT)
        case Kind.REPORT_CARD:
            status = wanted.status or Status.DRAFT
            for card in report_card_papers(catalogue, dossier, wanted.texts, footer(dossier, status)):
                yield replace(card, status=status, fields=fields(dossier, public=True))
        case Kind.DRAFT_DECISION:
            for name, document in draft_papers(catalogue, dossier):
                yield paper(name, document, Status.CONFIDENTIAL, MARK)
        case Kind.AGENDA:
            yield paper("agenda", compose_agenda(catalogue, dossier), Status.CONFIDENTIAL)
        case _:
            assert_never(kind)


def footer(dossier: Dossier, status: Status) -> tuple[str, ...]:
    """Return what stands at the foot of each page: status and date, and from what the document was made."""
    receipt = dossier.records[0].receipt
    law = f"; wetteksten gelezen tot en met {day(receipt.law_date)}" if receipt.law_date else ""
    made = f"Gemaakt met toolbox {receipt.tool}, inhoud {receipt.content} ({receipt.content_hash}){law}"
    return f"Status: {status}. Datum: {_date(dossier)}", made


def fields(dossier: Dossier, *, public: bool) -> tuple[tuple[str, str], ...]:
    """Return what a template can ask for: the date and the mark to find the advice by, in a public document without the answers."""
    receipt = dossier.records[0].receipt
    return ("datum", _date(dossier)), ("kenmerk", receipt.public_code if public else receipt.code)


def _date(dossier: Dossier) -> str:
    return day(dossier.on) if dossier.on else "niet ingevuld"
