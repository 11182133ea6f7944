"""A case file as it lies in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stored:
    """A case file by its path in the folder: until when it may be kept, or what is wrong with it."""

    path: Path
    keep_until: date | None = None
    fault: str = ""

    def is_past(self, on: date) -> bool:
        """Whether the file may no longer be kept on this day; never of a file that could not be read."""
        return not self.fault and self.keep_until is not None and self.keep_until < on
