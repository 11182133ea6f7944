"""Two folders with content: both read, the faults of both in one list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from toolbox_cli.content.load import read_catalogue
from toolbox_cli.errors import ContentError, Problem
from toolbox_cli.model.catalogue import Catalogue


def read_versions(old: Path, new: Path) -> tuple[Catalogue, Catalogue]:
    """Return the content of both folders; raises ContentError with every fault of both, each under the folder as it was given."""
    problems: list[Problem] = []
    read = [_read(folder, problems) for folder in (old, new)]
    first, second = read
    if first is None or second is None:
        error = ContentError(problems)
        error.hint = "Vergelijken kan alleen met inhoud zonder fouten die bij deze versie van toolbox past."
        raise error
    return first, second


def _read(folder: Path, problems: list[Problem]) -> Catalogue | None:
    if not folder.is_dir():
        what = "dit is geen map; geef een map met inhoud" if folder.exists() else "deze map bestaat niet; geef een map met inhoud"
        problems.append(Problem(str(folder), None, "", what))
        return None
    try:
        return read_catalogue(folder)
    except ContentError as error:
        problems += [replace(problem, file=str(folder / Path(problem.file).name)) for problem in error.problems]
        return None
