"""Files of incidents to one table: every row is counted or listed with why it is not, and nothing of a row is shown."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from toolbox_cli.content.tables.memory import spare_memory
from toolbox_cli.content.tables.naming import file_labels, without_names
from toolbox_cli.content.tables.registration import Registration
from toolbox_cli.errors import ToolboxError
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.model.evidence import Description, EvidenceRules


def read_incidents(
    files: Sequence[Path],
    about: Description,
    rules: EvidenceRules,
    shown: Callable[[str], str],
    *,
    header: int | None = None,
    sheet: str | None = None,
    progress: Callable[[float], None] | None = None,
    named: Callable[[str], str] = str,
) -> Incidents:
    """Return the incidents of one registration inside its period; raises ToolboxError when a file cannot be read or has no dates.

    Several files are parts of the same registration. `shown` gives the label to show for a kind or place, or nothing when it may not
    be shown. `header` is the row with the names of columns, `sheet` the sheet of a workbook; without these they are recognised.
    `named` gives nothing for the name of a file or column that is about a person: then it is called by its place.
    """
    spare_memory()
    labels = file_labels(files, named)
    with without_names(labels):
        _refuse_twice(files)
        reader = Registration(about, rules, shown, named)
        for at, file in enumerate(files):
            reader.read(file, labels[file], header, sheet, _part(progress, at, len(files)))
        return reader.incidents()


def _part(progress: Callable[[float], None] | None, at: int, of: int) -> Callable[[float], None]:
    return lambda fraction: progress((at + fraction) / of) if progress else None


def _refuse_twice(files: Sequence[Path]) -> None:
    """Raise ToolboxError when two files are the same: everything in it would count twice."""
    if not files:
        raise ToolboxError("er is geen bestand gegeven", "Geef het bestand met de incidenten.")
    sizes: dict[int, list[Path]] = {}
    for file in files:
        if file.is_file():
            sizes.setdefault(file.stat().st_size, []).append(file)
    for same in sizes.values():
        seen: dict[str, Path] = {}
        for file in same if len(same) > 1 else ():
            digest = _digest(file)
            if digest in seen:
                hint = "Geef elk bestand één keer."
                raise ToolboxError(f"{file.name} en {seen[digest].name} zijn hetzelfde bestand; alles zou dubbel tellen", hint)
            seen[digest] = file


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return str(file.resolve())  # reading it says what is wrong
