"""Which profile file a command works with: the one that was named, otherwise the one in the configuration folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.profile import Profile

VARIABLE, DEFAULT_NAME = "TOOLBOX_PROFILE", "gemeenteprofiel.yaml"

ProfileOption = Annotated[
    Path | None, typer.Option("--profile", metavar="BESTAND", help="Gebruik dit gemeenteprofiel; anders het gewone (toolbox profile path).")
]
NoProfileOption = Annotated[bool, typer.Option("--no-profile", help="Gebruik geen gemeenteprofiel.")]


@dataclass(frozen=True)
class ProfileFile:
    """Where the profile is, and whether somebody named that file: then it must be there."""

    path: Path
    named: bool


def profile_file(file: Path | None) -> ProfileFile:
    """Return the file that was named on the command line or in TOOLBOX_PROFILE, otherwise the one in the configuration folder."""
    if file is not None:
        return ProfileFile(file, named=True)
    if variable := os.environ.get(VARIABLE, "").strip():
        return ProfileFile(Path(variable), named=True)
    return ProfileFile(Path(typer.get_app_dir("toolbox")) / DEFAULT_NAME, named=False)


def known_profile(catalogue: Catalogue, file: Path | None, *, without: bool = False) -> Profile | None:
    """Return the profile to work with; None when there is none, or none is wanted.

    Raises an error when a file that was named is not there, or when the file has faults.
    """
    from toolbox_cli.content.profile import read_profile
    from toolbox_cli.errors import ContentError, UsageError

    if without:
        if file is not None:
            raise UsageError("--profile en --no-profile gaan niet samen; kies er een")
        return None
    found = profile_file(file)
    if not found.named and not _there(found.path):
        return None
    try:
        return read_profile(found.path, catalogue)
    except ContentError as error:
        error.hint = "Verbeter het profiel, of ga verder zonder: --no-profile"
        raise


def saved_profile(catalogue: Catalogue, found: ProfileFile) -> Profile:
    """Return what is in the file so far: nothing when it is not there yet; raises ContentError when it has faults."""
    from toolbox_cli.content.profile import read_profile
    from toolbox_cli.model.profile import Profile

    return read_profile(found.path, catalogue) if _there(found.path) else Profile(file=found.path.name)


def save_profile(catalogue: Catalogue, found: ProfileFile, profile: Profile) -> None:
    """Write the profile; makes the configuration folder when that is where it goes; raises ToolboxError that says what to do."""
    from toolbox_cli.content.profile import write_profile
    from toolbox_cli.errors import ToolboxError, in_dutch

    if not found.named:
        hint = "Kies zelf een bestand met --file, of zet het in de omgevingsvariabele TOOLBOX_PROFILE."
        if not found.path.is_absolute():
            raise ToolboxError("er is geen map voor instellingen op deze computer", hint)
        try:
            found.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ToolboxError(f"de map {found.path.parent} kan niet worden gemaakt ({in_dutch(error)})", hint) from None
    write_profile(found.path, catalogue, profile)


def _there(path: Path) -> bool:
    """Whether there is something by this name, also when it may not be looked at."""
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):
        return True
