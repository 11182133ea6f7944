"""A copy of the shipped content that a test may spoil."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from helpers import ROOT

from toolbox_cli.content.load import read_catalogue
from toolbox_cli.errors import ContentError


@dataclass(frozen=True)
class Content:
    """A copy of the shipped content that a test may spoil."""

    folder: Path

    def spoil(self, file: str, old: str, new: str, *, after: str = "") -> int:
        """Replace the first `old` behind `after`; return the line on which `new` starts."""
        path = self.folder / file
        text = path.read_text("utf-8")
        start = re.search(after, text, re.MULTILINE)
        assert start is not None, f"{file} has no {after}"
        found = re.compile(old, re.MULTILINE).search(text, start.end())
        assert found is not None, f"{file} has no {old}"
        path.write_text(text[: found.start()] + new + text[found.end() :], "utf-8")
        return text.count("\n", 0, found.start()) + 1

    def append(self, file: str, text: str) -> int:
        """Put text behind the last line; return the line on which it starts."""
        path = self.folder / file
        before = path.read_text("utf-8")
        path.write_text(before + text, "utf-8")
        return before.count("\n") + 1

    def announce(self, question: str) -> None:
        """Write a question that a test adds into the history, as its editor would."""
        self.spoil("history.yaml", r"\[frequentie, ", f"[{question}, frequentie, ")

    def faults(self, *, thorough: bool = False) -> list[str]:
        """Everything that is wrong with the content, as it is shown."""
        try:
            read_catalogue(self.folder, thorough=thorough)
        except ContentError as error:
            return [str(problem) for problem in error.problems]
        return []

    def fault(self, *, thorough: bool = False) -> str:
        """The one thing that is wrong."""
        found = self.faults(thorough=thorough)
        assert len(found) == 1, found
        return found[0]


def copy_of_content(folder: Path) -> Content:
    """Copy the shipped YAML files to a folder called data."""
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("*.pickle", "*.json"))
    return Content(folder / "data")
