"""The advice as a document to send: a version for each reader."""

from __future__ import annotations

from typing import assert_never

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.advice_council import compose_for_council
from toolbox_cli.reports.advice_grounds import tell_grounds
from toolbox_cli.reports.advice_page import tell_page
from toolbox_cli.reports.advice_residents import compose_for_residents
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.own import explain_own
from toolbox_cli.reports.reader import Reader

_TITLE = {
    Reader.TRIANGLE: "Advies aan de driehoek: overlast rond een opvanglocatie",
    Reader.COLLEGE: "Advies aan het college: overlast rond een opvanglocatie",
}


def compose_plan_advice(catalogue: Catalogue, dossier: Dossier, reader: Reader, *, contacts: bool = False) -> Document:
    """Return the advice for one reader; what is told to a smaller circle only is not in it.

    With `contacts` residents also read the desks that the profile holds; without it none.
    """
    match reader:
        case Reader.TRIANGLE | Reader.COLLEGE:
            return explain_own(_compose_for_deciders(catalogue, dossier, reader))
        case Reader.COUNCIL:
            return explain_own(compose_for_council(catalogue, dossier))
        case Reader.RESIDENTS:
            return compose_for_residents(catalogue, dossier, contacts=contacts)
        case _:
            assert_never(reader)


def _compose_for_deciders(catalogue: Catalogue, dossier: Dossier, reader: Reader) -> Document:
    """One page that decides, and behind it the grounds."""
    document = Document()
    document.heading(_TITLE[reader], 1)
    tell_page(document, catalogue, dossier, reader)
    document.page_break()
    document.contents()
    tell_grounds(document, catalogue, dossier, reader)
    return document
