"""The cases in a folder with until when they may be kept, and what was removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from toolbox_cli.model.stored import Stored
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.words import day

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


def compose_stored(cases: Sequence[Stored], on: date) -> Document:
    """Return the cases in a folder, those that are past their date first, and apart what could not be read."""
    document = Document()
    document.heading("Zaken in deze map", 1)
    readable = sorted((item for item in cases if not item.fault), key=lambda item: not item.is_past(on))
    if not readable:
        document.paragraph("Er staat geen zaak in.")
    document.table(
        ("zaak", "bewaren tot en met", f"op {day(on)}"),
        [(str(item.path), day(item.keep_until) if item.keep_until else "niet ingevuld", _now(item, on)) for item in readable],
    )
    if any(item.keep_until is None for item in readable):
        document.paragraph("Niet ingevuld wordt nooit verwijderd. Invullen: toolbox case keep BESTAND --until DATUM", muted=True)
    faults = [item for item in cases if item.fault]
    if faults:
        document.heading("Niet bekeken en niet verwijderd")
        document.bullets([Line(f"{item.path}: {item.fault}") for item in faults])
        document.paragraph("Herstel wat er mis is, of verwijder zelf wat niet langer bewaard mag worden.", muted=True)
    return document


def _now(item: Stored, on: date) -> str:
    return "te verwijderen" if item.is_past(on) else "blijft"


def stored_json(cases: Sequence[Stored], on: date, removed: Sequence[Stored], failed: Sequence[str]) -> Json:
    """Return the cases with what holds for each, which were removed, and what could not be."""
    return {
        "on": on.isoformat(),
        "cases": [
            {
                "file": item.path.as_posix(),
                "keep_until": item.keep_until.isoformat() if item.keep_until else None,
                "past": item.is_past(on),
                "fault": item.fault or None,
                "removed": item in removed,
            }
            for item in cases
        ],
        "failed": list(failed),
    }
