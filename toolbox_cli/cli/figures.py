"""Files of figures: which belong together, what is kept with them, and what is still asked about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from toolbox_cli.cli.figures_told import Reading, Told

if TYPE_CHECKING:
    from toolbox_cli.evidence.table import Incidents
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.evidence import Description


@dataclass(frozen=True)
class Registration:
    """Files that are parts of one registration, and what goes with them."""

    about: Description
    files: tuple[Path, ...]


def registrations(catalogue: Catalogue, files: Sequence[Path], told: Told, beside: Sequence[Path] = ()) -> tuple[Registration, ...]:
    """Return the files by registration: those with the same description and the same columns are parts of one.

    A column that was told only counts for files that have it, as long as one of all files (those `beside` too) does. Raises an error for
    a mapping with faults.
    """
    names = {path: _names(catalogue, path, told) for path in files} if len(files) > 1 else {}
    found: list[Registration] = []
    for path in files:
        about = only_here(catalogue, told, path, (*files, *beside)).over(described(catalogue, path, told.mapping))
        same = next((at for at, one in enumerate(found) if one.about == about and names[one.files[0]] == names[path]), None)
        if same is None:
            found.append(Registration(about, (path,)))
        else:
            found[same] = Registration(about, (*found[same].files, path))
    return tuple(found)


def only_here(catalogue: Catalogue, told: Told, path: Path, others: Sequence[Path]) -> Told:
    """Return what was told without the columns that another file has and this one does not."""
    from toolbox_cli.content.tables.heads import named_here

    rest = [other for other in others if other != path]
    if not (told.columns and rest):
        return told
    here, there = _names(catalogue, path, told), [_names(catalogue, other, told) for other in rest]
    kept = {
        role: name
        for role, name in told.columns.items()
        if named_here(name, here) or not any(named_here(name, columns) for columns in there)
    }
    return replace(told, columns=kept)


def _names(catalogue: Catalogue, path: Path, told: Told) -> tuple[str, ...]:
    from toolbox_cli.content.tables.heads import column_names

    return column_names(path, catalogue.evidence, header=told.reading.header, sheet=told.reading.sheet)


def described(catalogue: Catalogue, path: Path, mapping: Path | None) -> Description:
    """Return what is kept with a file of figures: in this mapping, or in the file beside it; empty without one."""
    from toolbox_cli.content.tables.description import description_path, read_description
    from toolbox_cli.model.evidence import Description

    beside = mapping or description_path(path)
    if mapping is None and not beside.is_file():
        return Description()
    return read_description(beside, catalogue)


def file_names(catalogue: Catalogue, files: Sequence[Path]) -> tuple[str, ...]:
    """Return what files are called; a name that is about a person is not repeated."""
    from toolbox_cli.content.tables.naming import file_labels
    from toolbox_cli.content.tables.personal import name_guard

    return tuple(file_labels(files, name_guard(catalogue)).values())


def complete(catalogue: Catalogue, registration: Registration, *, ask: bool, option: str = "--period") -> Registration:
    """Return the registration with what is still missing asked for; raises UsageError when there is no period and nobody to ask."""
    from toolbox_cli.cli.complete import can_ask
    from toolbox_cli.errors import UsageError

    about, names = registration.about, ", ".join(file_names(catalogue, registration.files))
    refuse_missing(catalogue, registration.files)
    if about.start is None and not (ask and can_ask()):
        raise UsageError(
            f"{names}: geef de periode die deze cijfers dekken; zonder periode zegt een aantal niets",
            f"Bijvoorbeeld: {option} 1-1-2025..31-12-2025 (de dagen waarvoor de registratie volledig is, niet de eerste en laatste regel).",
        )
    if not (ask and can_ask()):
        return registration
    return replace(registration, about=_asked(catalogue, about, names))


def refuse_missing(catalogue: Catalogue, files: Sequence[Path]) -> None:
    """Raise ToolboxError when a file is not there, before anything about it is asked."""
    from toolbox_cli.errors import ToolboxError

    files = tuple(dict.fromkeys(files))  # file_names names a file that was given twice once
    for path, name in zip(files, file_names(catalogue, files), strict=True):
        if not path.exists():
            raise ToolboxError(f"{name}: dit bestand bestaat niet", "Controleer de naam en de map.")


def _asked(catalogue: Catalogue, about: Description, names: str) -> Description:
    """The description with what is missing asked for; Enter leaves it unknown, except the period."""
    from toolbox_cli.cli.freetext import asked_text, checked_definition, checked_figures
    from toolbox_cli.cli.output import say, tell
    from toolbox_cli.cli.period import period_from

    if about.start is not None and about.source and about.definition:
        return about
    say(f"Over {names}:")
    try:
        if not about.source:
            tell("Van wie zijn deze cijfers? (bijvoorbeeld politie, boa, COA, winkels; Enter: niet bekend)", "")
            about = replace(about, source=asked_text("Bron:", lambda line: checked_figures(catalogue, "de bron", line)))
        if not about.registered_by:
            tell("Wie heeft de incidenten vastgelegd? (Enter: niet bekend)", "")
            about = replace(about, registered_by=asked_text("Vastgelegd door:", lambda line: checked_figures(catalogue, "dit", line)))
        if about.start is None:
            tell("Welke dagen dekken de cijfers, volgens wie ze gaf? Dat zijn niet altijd de eerste en de laatste regel.", "")
            line = asked_text("Periode (bijvoorbeeld 1-1-2025..31-12-2025):", _period)
            start, end = period_from(line, "de periode")
            about = replace(about, start=start, end=end)
        if not about.definition:
            tell("Wat telt in deze registratie als incident? (Enter: niet bekend)", "")
            about = replace(about, definition=asked_text("Definitie:", lambda line: checked_definition(catalogue, "de definitie", line)))
    except EOFError:
        raise typer.Abort from None
    return about


def _period(line: str) -> str:
    """The line when it is a period; raises UsageError otherwise."""
    from toolbox_cli.cli.period import period_from

    period_from(line, "de periode")
    return line


def read_registration(catalogue: Catalogue, registration: Registration, reading: Reading) -> Incidents:
    """Return the incidents of a registration; progress shows on the terminal when it takes long."""
    from toolbox_cli.cli.progress import progress
    from toolbox_cli.content.tables.incidents import read_incidents
    from toolbox_cli.content.tables.personal import label_guard, name_guard

    with progress("Bezig met lezen") as report:
        return read_incidents(
            registration.files,
            registration.about,
            catalogue.evidence,
            label_guard(catalogue),
            header=reading.header,
            sheet=reading.sheet,
            progress=report,
            named=name_guard(catalogue),
        )


def require_libraries(*, drawing: bool = False) -> None:
    """Raise ToolboxError that says what to install when the libraries to read figures (and to draw them) are not there."""
    from importlib.util import find_spec

    from toolbox_cli.errors import ToolboxError, install_hint

    if any(find_spec(name) is None for name in ("polars", "fastexcel", "numpy", *(("matplotlib",) if drawing else ()))):
        raise ToolboxError(
            "om cijfers te lezen is een aanvulling op toolbox nodig, die hier niet is geïnstalleerd",
            install_hint("evidence"),
        )
