"""Whether an advice can be made again from its receipt, and if not what differs."""

from __future__ import annotations

from typing import Any

from toolbox_cli.analysis.receipt_check import Compared
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.words import listed

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def compose_verified(found: Compared, *, rest_unknown: bool) -> Document:
    """Return what is the same and what differs, and what to do to get the advice of then."""
    document = Document()
    document.heading("Hetzelfde advies" if found.same else "Niet hetzelfde advies", 1)
    document.terms(
        [
            ("Programma", Line(_part(found.tool, f"toen {found.told.tool}, nu {found.now.tool}"))),
            ("Inhoud", Line(_part(found.content, _content(found)))),
            ("Antwoorden", Line(_part(found.answers, "in de zaak of het gemeenteprofiel staat nu iets anders dan toen"))),
            ("Kenmerk nu", Line("" if found.same else found.now.code)),
        ]
    )
    if rest_unknown:
        document.paragraph("Het advies was gemaakt met --rest-unknown: wat niet in de zaak staat, telde als onbekend.")
    if found.same:
        document.paragraph("Deze zaak geeft met dit programma het advies waar dit kenmerk bij hoort.")
    else:
        document.callout(Tone.NOTE, f"Om het advies van toen te maken is nodig: {_needed(found)}.")
    document.paragraph("Wie een antwoord gaf en wat daarna is besloten, telt in een kenmerk niet mee.", muted=True)
    return document


def _part(same: bool, differs: str) -> str:  # noqa: FBT001 (one of two words)
    return "gelijk" if same else f"ANDERS: {differs}"


def _content(found: Compared) -> str:
    then, now = found.told, found.now
    if then.content == now.content:
        return f"versie {now.content} is dezelfde, maar de tekst is gewijzigd (toen {then.content_hash}, nu {now.content_hash})"
    return f"toen {then.content}, nu {now.content}"


def _needed(found: Compared) -> str:
    parts = [
        "" if found.tool else f"toolbox {found.told.tool}",
        "" if found.content else f"de inhoud van versie {found.told.content} zoals die toen was",
        "" if found.answers else "de zaak zoals zij toen was",
    ]
    return listed(parts)


def verified_json(found: Compared, *, rest_unknown: bool) -> Json:
    """Return per part whether it is the same, with the receipt of now."""
    return {
        "same": found.same,
        "tool": found.tool,
        "content": found.content,
        "answers": found.answers,
        "rest_unknown": rest_unknown,
        "receipt": found.now.code,
    }
