"""The description of figures as a file: in one order, with the remarks in it kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from toolbox_cli.content.edit import edited
from toolbox_cli.content.files import write_atomically
from toolbox_cli.content.layout import Wanted, rendered
from toolbox_cli.content.read import read_text
from toolbox_cli.content.tables.description import KIND, TEXTS, VERSION
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.evidence import Description, Level

HEADER = "# Wat de cijfers in het bestand hiernaast zijn, voor toolbox evidence. Geen namen of andere persoonsgegevens.\n"


def description_text(catalogue: Catalogue, description: Description, old: str = "", name: str = "") -> str:
    """Return the text of a description file; with an old text only what is different changes, and remarks stay."""
    wanted = wanted_of(catalogue, description)
    return edited(old, wanted, name=name) if old else HEADER + rendered(wanted)


def write_description(path: Path, catalogue: Catalogue, description: Description) -> None:
    """Write a description to its file, keeping the remarks in it; raises ToolboxError when that cannot be done."""
    old = read_text(path, str(path)) if path.is_file() else ""
    text = description_text(catalogue, description, old, str(path))
    if text != old:
        write_atomically(path, text)


def wanted_of(catalogue: Catalogue, description: Description) -> dict[str, Wanted]:
    """Return a description as the plain values of its file, without what is not known."""
    meaning: dict[str, dict[str, Wanted]] = {}
    for (question, word), choice in description.meaning.items():
        meaning.setdefault(question, {})[word] = choice
    roles = [rule.id for rule in catalogue.evidence.columns]
    ends = {"from": description.start, "until": description.end}
    found: dict[str, Wanted] = {
        **{key: getattr(description, key) for key in TEXTS},
        "period": {key: day.isoformat() for key, day in ends.items() if day is not None},
        "events": [{"date": event.on.isoformat(), "what": event.what} for event in description.events],
        "places": _levels(description.places, description.start),
        "residents": _levels(description.residents, description.start),
        "invited": {group: str(number) for group, number in description.invited.items()},
        "columns": {role: description.columns[role] for role in roles if role in description.columns},
        "meaning": {question.id: meaning[question.id] for question in catalogue.questions if question.id in meaning},
    }
    return {"toolbox": KIND, "version": str(VERSION), **{key: value for key, value in found.items() if value}}


def _levels(levels: Sequence[Level], start: date | None) -> Wanted:
    """One number when it holds for the whole period, otherwise a line per change."""
    if len(levels) == 1 and levels[0].since in (date.min, start):
        return str(levels[0].number)
    return [{"since": level.since.isoformat(), "number": str(level.number)} for level in levels]
