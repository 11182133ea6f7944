"""Made-up files of incidents: no real place and no real incident."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

HEADER = ("Datum", "Tijd", "Soort incident", "Straat")
Row = Sequence[object]


def write_csv(path: Path, rows: Iterable[Row], header: Sequence[str] = HEADER) -> Path:
    """Write a file as a municipality gets it: with semicolons and Dutch dates."""
    lines = [";".join(header), *(";".join(_cell(value) for value in row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _cell(value: object) -> str:
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)


def spread(start: date, days: int, per_day: float, place: str, *, seed: int, kind: str = "Vernieling", hour: int = 20) -> list[Row]:
    """Rows of one kind at one place, spread by chance over so many days from the first one on."""
    chance = random.Random(f"{seed} {place} {start}")
    number = round(per_day * days)
    return [(start + timedelta(days=chance.randrange(days)), f"{hour}:{chance.randrange(60):02d}", kind, place) for _ in range(number)]
