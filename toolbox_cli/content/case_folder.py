"""The case files in a folder: until when each may be kept, and removing those that are past it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from toolbox_cli.content.case_file import KIND, read_case
from toolbox_cli.errors import ContentError, ToolboxError, UsageError, in_dutch
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.stored import Stored

_HEADER = re.compile(rf"^\ufeff?toolbox:\s*['\"]?{KIND}['\"]?\s*(?:#.*)?\r?$", re.MULTILINE)
_SUFFIXES = (".yaml", ".yml")
_LEFT_OVER = r"[a-z0-9_]{8}"
_HEAD_BYTES = 65_536


def cases_in(folder: Path, catalogue: Catalogue, *, recursive: bool = False) -> tuple[Stored, ...]:
    """Return the case files in a folder by name, with --recursive also in the folders under it; links are not followed."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: dit is geen map die er is", "Geef de map waar de zaken in staan.")
    faults: list[Stored] = []
    found = [item for path in _files(folder, faults, recursive=recursive) if (item := _found(folder, path, catalogue)) is not None]
    return tuple(sorted((*found, *faults), key=lambda item: item.path.parts))


def remove_case(folder: Path, item: Stored, catalogue: Catalogue) -> None:
    """Remove a case file as it was listed, with what an interrupted save of it left behind; raises ToolboxError when that cannot be."""
    path = folder / item.path
    if _found(folder, path, catalogue) != item:
        raise ToolboxError(f"{item.path} is intussen veranderd en is niet verwijderd; doe het opnieuw")
    try:
        for rest in _left_over(path):
            rest.unlink()
        path.unlink()
    except OSError as error:
        raise ToolboxError(f"{item.path} kan niet worden verwijderd ({in_dutch(error)})") from None


def _files(folder: Path, faults: list[Stored], *, recursive: bool) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        faults.append(
            Stored(Path(os.path.relpath(error.filename or folder, folder)), fault=f"deze map is niet te lezen ({in_dutch(error)})")
        )

    for name, folders, files in os.walk(folder, onerror=unreadable, followlinks=False):
        yield from (Path(name) / file for file in files if Path(file).suffix.lower() in _SUFFIXES)
        if not recursive:
            folders.clear()


def _found(folder: Path, path: Path, catalogue: Catalogue) -> Stored | None:
    """The case in this file, or what is wrong with it; None for a file of another kind."""
    name = path.relative_to(folder)
    if path.is_symlink():
        return Stored(name, fault="dit is een verwijzing naar een ander bestand; die wordt niet gevolgd en niet verwijderd")
    if not path.is_file():
        return None
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES).decode("utf-8", "replace")
    except OSError as error:
        return Stored(name, fault=f"dit bestand is niet te lezen ({in_dutch(error)})")
    if not _HEADER.search(head):
        return None
    try:
        return Stored(name, read_case(path, catalogue).keep_until)
    except ContentError as error:
        more = f" (en nog {len(error.problems) - 1})" if len(error.problems) > 1 else ""
        first = error.problems[0]
        return Stored(name, fault=f"{f'regel {first.line}: ' if first.line else ''}{first.what}{more}")


def _left_over(path: Path) -> list[Path]:
    """The temporary files of a save of this case that was cut off: it holds the same answers."""
    pattern = re.compile(re.escape(f".{path.name[:100]}.") + _LEFT_OVER, re.ASCII)
    return [file for file in path.parent.iterdir() if pattern.fullmatch(file.name) and file.is_file() and not file.is_symlink()]
