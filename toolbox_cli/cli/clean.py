"""Cases that are new and cases that may go: an empty file with a retention date, and removing what is past it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.case import CaseFile
from toolbox_cli.cli.profile_file import NoProfileOption, ProfileOption

if TYPE_CHECKING:
    from datetime import date

    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.stored import Stored

FAULTS, NOT_CONFIRMED = 1, 2


def new(
    file: CaseFile,
    until: Annotated[str | None, typer.Option("--until", metavar="DATUM", help="Tot en met welke dag de zaak bewaard mag worden.")] = None,
    profile: ProfileOption = None,
    no_profile: NoProfileOption = False,
) -> None:
    """Maak een lege zaak; een bestand dat er al is, blijft zoals het is."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.dates import day_from
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.errors import UsageError
    from toolbox_cli.model.case import Case
    from toolbox_cli.reports.words import day

    catalogue = load_catalogue()
    keep_until = day_from(until, "--until") if until is not None else _usual_day(catalogue, profile, without=no_profile)
    if file.exists() or file.is_symlink():
        raise UsageError(f"{file} is er al en wordt niet overschreven", "Kies een andere naam, of ga met deze zaak verder.")
    write_case(file, catalogue, Case(keep_until=keep_until))
    if keep_until is not None and until is None:
        print(f"Deze zaak mag worden bewaard tot en met {day(keep_until)} (bewaartermijn uit uw gemeenteprofiel).")
    print(f"De zaak staat in {file}. Beantwoorden: toolbox analyse --answers {file}")


def _usual_day(catalogue: Catalogue, file: Path | None, *, without: bool) -> date | None:
    """Until when a case that starts today may be kept, according to the municipality's profile."""
    from toolbox_cli.analysis.profile import keep_until
    from toolbox_cli.cli.profile_file import known_profile

    profile = known_profile(catalogue, file, without=without)
    return None if profile is None else keep_until(profile, _today())


def clean(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map met zaken; anders de map waar u bent.", show_default=False)
    ] = Path(),
    on: Annotated[str | None, typer.Option("--on", metavar="DATUM", help="Op welke dag wordt gekeken; anders vandaag.")] = None,
    recursive: Annotated[bool, typer.Option("--recursive", help="Ook de mappen hieronder.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Verwijder zonder het nog te vragen.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's; vraagt niets.")] = False,
) -> int:
    """Toon tot wanneer zaken bewaard mogen worden, en verwijder na een bevestiging wat daar voorbij is."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.dates import day_from
    from toolbox_cli.cli.output import print_json, say
    from toolbox_cli.cli.screen import show
    from toolbox_cli.content.case_folder import cases_in
    from toolbox_cli.reports.clean import compose_stored, stored_json

    day = day_from(on, "--on") if on is not None else _today()
    catalogue = load_catalogue()
    cases = cases_in(folder, catalogue, recursive=recursive)
    past = [item for item in cases if item.is_past(day)]
    if not as_json:
        show(compose_stored(cases, day))
    agreed = not past or yes or (not as_json and _agrees(len(past)))
    removed, failed = _removed(catalogue, folder, past) if agreed else ([], [])
    for sentence in failed:
        say(f"toolbox: {sentence}")
    if as_json:
        print_json(stored_json(cases, day, removed, failed))
    elif removed:
        print(f"Verwijderd: {_count(len(removed))}. Kopieën elders, zoals een back-up of een mail, zijn er nog.")
    if past and not agreed:
        say(f"Er is niets verwijderd. Verwijderen zonder vraag: voeg --yes toe. Het gaat om {_count(len(past))}.")
        return NOT_CONFIRMED
    return FAULTS if failed or any(item.fault for item in cases) else 0


def _removed(catalogue: Catalogue, folder: Path, past: Sequence[Stored]) -> tuple[list[Stored], list[str]]:
    """Remove what is past its date; return what is gone, and in sentences what could not be removed."""
    from toolbox_cli.content.case_folder import remove_case
    from toolbox_cli.errors import ToolboxError

    removed: list[Stored] = []
    failed: list[str] = []
    for item in past:
        try:
            remove_case(folder, item, catalogue)
            removed.append(item)
        except ToolboxError as error:
            failed.append(error.message)
    return removed, failed


def _agrees(count: int) -> bool:
    """Whether the person at the terminal types ja in full; nobody to ask is no."""
    from toolbox_cli.cli.complete import can_ask
    from toolbox_cli.cli.prompts import line_of

    if not can_ask():
        return False
    try:
        return line_of(f"Typ ja om {_count(count)} te verwijderen:").lower() == "ja"
    except EOFError:
        return False


def _count(count: int) -> str:
    return "1 zaak" if count == 1 else f"{count} zaken"


def _today() -> date:
    from datetime import date

    return date.today()
