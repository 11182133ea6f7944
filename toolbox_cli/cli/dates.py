"""Dates, times and lengths as a Dutch reader types them; no clock."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from toolbox_cli.content.dates import day_of
from toolbox_cli.errors import ToolboxError, UsageError, in_dutch

if TYPE_CHECKING:
    from toolbox_cli.model.term import Length

EARLIEST, LATEST = 2016, 2099
HINT = "Schrijf een dag als jjjj-mm-dd of d-m-jjjj, bijvoorbeeld 2026-03-12 of 12-3-2026."
_LENGTH = re.compile(r"(\d{1,3})\s*([a-z]+)", re.ASCII)
_UNITS = {
    "hours": ("u", "uur", "uren"), "days": ("d", "dag", "dagen"), "weeks": ("w", "week", "weken"),
    "months": ("m", "maand", "maanden"), "years": ("j", "jaar", "jaren"),
}  # fmt: skip
_MOST_BYTES = 1_000_000


def day_from(text: str, option: str) -> date:
    """Return the day that was typed; raises UsageError in a sentence that says what would be right."""
    typed = text.strip()
    try:
        found = day_of(typed)
    except ValueError:
        raise UsageError(f"{option} {typed}: deze dag bestaat niet", HINT) from None
    if found is None:
        raise UsageError(f"{option} {typed}: dit is geen dag", HINT)
    if not EARLIEST <= found.year <= LATEST:
        raise UsageError(f"{option} {typed}: controleer het jaar; gerekend wordt van {EARLIEST} tot en met {LATEST}")
    return found


def days_from(text: str | None, file: Path | None) -> tuple[date, ...]:
    """Return the days of a list behind --days, or of a file with one day a line; lines that start with # are remarks."""
    if text is not None and file is not None:
        raise UsageError("geef --days of --days-file, niet beide")
    if text is not None:
        return _some([day_from(part, "--days") for part in re.split(r"[,;\s]+", text) if part], "--days")
    if file is None:
        return ()
    lines = _read(file).splitlines()
    kept = [(number, line.strip()) for number, line in enumerate(lines, start=1) if line.strip() and not line.lstrip().startswith("#")]
    return _some([day_from(line, f"{file}:{number}:") for number, line in kept], "--days-file")


def time_from(text: str) -> time:
    """Return the clock time that was typed."""
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})", text.strip(), re.ASCII)
    try:
        if found:
            return time(int(found[1]), int(found[2]))
    except ValueError:
        pass
    raise UsageError(f"--time {text}: dit is geen tijd", "Schrijf uren en minuten, bijvoorbeeld --time 22:00.")


def length_from(text: str) -> Length:
    """Return the length that was typed: 24u, 10d, 4w, 3m or 1j, or the words in full."""
    from toolbox_cli.model.term import Length

    found = _LENGTH.fullmatch(text.strip().lower())
    unit = next((unit for unit, words in _UNITS.items() if found and found[2] in words), None)
    if not found or unit is None or int(found[1]) == 0:
        hint = "Schrijf een getal met u (uren), d (dagen), w (weken), m (maanden) of j (jaren), bijvoorbeeld --length 4w."
        raise UsageError(f"--length {text}: dit is geen duur", hint)
    return Length.model_validate({unit: int(found[1])})


def _some(days: list[date], option: str) -> tuple[date, ...]:
    if not days:
        raise UsageError(f"{option}: hier staat geen dag in", HINT)
    return tuple(days)


def _read(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise ToolboxError(f"{file}: dit bestand is te groot voor een lijst van dagen")
        return content.decode("utf-8-sig")
    except OSError as error:
        raise ToolboxError(f"{file}: kan niet worden gelezen ({in_dutch(error)})") from None
    except UnicodeDecodeError:
        raise ToolboxError(f"{file}: dit is geen tekstbestand; zet op elke regel één dag", HINT) from None
