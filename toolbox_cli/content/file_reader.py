"""Reading a file of the user part by part; every fault in one list, with its place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toolbox_cli.content.dates import day_of
from toolbox_cli.content.read import Parsed, Place, Value
from toolbox_cli.errors import ContentError, Problem


class FileReader:
    """Reads parts of one file and collects what is wrong with it; a part that is wrong comes back as nothing."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.problems: list[Problem] = []

    def fault(self, place: Place, what: str) -> None:
        """Note what is wrong at this place."""
        self.note(place, ".".join(map(str, place)), what)

    def note(self, place: Place, where: str, what: str) -> None:
        """Note what is wrong at this place, which is called `where`."""
        self.problems.append(Problem(self.parsed.file, self.parsed.line_of(place), where, what))

    def finish(self) -> None:
        """Raise ContentError when anything is wrong, in the order of the file."""
        if self.problems:
            raise ContentError(sorted(self.problems, key=lambda problem: (problem.line or 0, problem.where)))

    def mapping(self, place: Place, value: Value, holds: str) -> Mapping[str, Value]:
        """Return the mapping that stands here; `holds` says what a reader expects."""
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fault(place, f"hier horen {holds} te staan")
            return {}
        return value

    def day(self, place: Place, value: Value) -> date | None:
        """Return the day that stands here."""
        if value is None:
            return None
        try:
            day = day_of(value) if isinstance(value, str) else None
        except ValueError:
            day = None
        if day is None:
            self.fault(place, "geef een dag die bestaat, bijvoorbeeld 2026-03-12")
        return day
