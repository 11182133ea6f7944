"""What the command line says about files of figures: their source, period, definition, columns and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.evidence import Description, Event, Level


@dataclass(frozen=True)
class Reading:
    """How a table is found in its file: the row of the header and the sheet, when they were given."""

    header: int | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class Told:
    """What was said on the command line about files of figures; what is None or empty was not."""

    source: str | None = None
    registered_by: str | None = None
    definition: str | None = None
    period: tuple[date, date] | None = None
    events: tuple[Event, ...] = ()
    places: tuple[Level, ...] = ()
    residents: tuple[Level, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    meaning: Mapping[tuple[str, str], str] = field(default_factory=dict)
    mapping: Path | None = None
    reading: Reading = Reading()

    def over(self, description: Description) -> Description:
        """Return the description of a file with what was told in the place of what it says."""
        start, end = self.period or (description.start, description.end)
        return replace(
            description,
            source=_first(self.source, description.source),
            registered_by=_first(self.registered_by, description.registered_by),
            definition=_first(self.definition, description.definition),
            start=start,
            end=end,
            events=tuple(dict.fromkeys((*description.events, *self.events))),
            places=self.places or description.places,
            residents=self.residents or description.residents,
            columns={**description.columns, **self.columns},
            meaning={**description.meaning, **self.meaning},
        )


def _first(told: str | None, known: str) -> str:
    return known if told is None else told


def told_from(
    catalogue: Catalogue,
    *,
    source: str | None = None,
    registered_by: str | None = None,
    definition: str | None = None,
    period: str | None = None,
    events: Sequence[str] | None = None,
    places: Sequence[str] | None = None,
    residents: Sequence[str] | None = None,
    columns: Sequence[str] | None = None,
    meaning: Sequence[str] | None = None,
    mapping: Path | None = None,
    reading: Reading = Reading(),
    prefix: str = "--",
) -> Told:
    """Return what the options say about files of figures; raises an error that names the option and says what would be right."""
    from toolbox_cli.cli.freetext import checked_definition, checked_figures
    from toolbox_cli.cli.period import event_from, levels_from, period_from

    def text(option: str, typed: str | None) -> str | None:
        check = checked_definition if option == "definition" else checked_figures
        return None if typed is None else check(catalogue, f"{prefix}{option}", typed)

    found = tuple(event_from(one, f"{prefix}event") for one in events or ())
    for event in found:
        checked_figures(catalogue, f"{prefix}event", event.what)
    return Told(
        text("source", source),
        text("registered-by", registered_by),
        text("definition", definition),
        None if period is None else period_from(period, f"{prefix}period"),
        found,
        levels_from(places or (), f"{prefix}places"),
        levels_from(residents or (), f"{prefix}residents"),
        dict(_column(catalogue, one) for one in columns or ()),
        dict(_meaning(catalogue, one) for one in meaning or ()),
        mapping,
        reading,
    )


def _column(catalogue: Catalogue, typed: str) -> tuple[str, str]:
    """The role and the name of the column that were typed."""
    from toolbox_cli.errors import UsageError
    from toolbox_cli.search.names import plain

    role, _, name = typed.partition("=")
    rules = catalogue.evidence.columns
    found = next((rule.id for rule in rules if plain(role) in (plain(rule.id), plain(rule.label))), None)
    if found is None or not name.strip():
        roles = ", ".join(rule.label for rule in rules)
        raise UsageError(
            f"--column {role.strip()}: geef een rol en de naam van een kolom",
            f'Rollen: {roles}. Bijvoorbeeld: --column "datum=Dag van melding"',
        )
    return found, name.strip()


def _meaning(catalogue: Catalogue, typed: str) -> tuple[tuple[str, str], str]:
    """The question and the word in the file, and the choice it means."""
    from toolbox_cli.errors import UsageError
    from toolbox_cli.search.names import plain

    word, _, named = typed.rpartition("=")
    questions = dict.fromkeys(rule.question for rule in catalogue.evidence.values)
    for name in questions:
        for choice in catalogue.question_by_id[name].choices:
            if word.strip() and plain(named) in (plain(choice.id), plain(choice.label)):
                return (name, word.strip()), choice.id
    raise UsageError(
        f"--meaning: dit antwoord bestaat niet: {named.strip() or typed}",
        f"Kies een antwoord op de vraag {' of '.join(questions)}; toolbox questions {next(iter(questions), '')} noemt ze. "
        'Bijvoorbeeld: --meaning "Diefstal A=winkeldiefstal"',
    )
