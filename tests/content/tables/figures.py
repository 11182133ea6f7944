"""Files of made-up incidents, and short ways to read them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from helpers import CATALOGUE

from toolbox_cli.content.tables.incidents import read_incidents
from toolbox_cli.content.tables.personal import label_guard
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.model.evidence import Description

RULES = CATALOGUE.evidence
GUARD = label_guard(CATALOGUE)
YEAR = Description(start=date(2025, 1, 1), end=date(2025, 12, 31))
HEADER = "Zaaknummer;Soort incident;Datum;Tijd;Straat;Toelichting"
SECRET = "geheim"  # stands in every cell that may never be shown


def row(number: int) -> str:
    """One good row; everything but kind and place is secret."""
    kinds, streets = ("Winkeldiefstal", "Vernieling", "Bedreiging"), ("Dorpsstraat", "Markt", "Stationsplein", "Kerkweg")
    day, hour = f"{number % 28 + 1:02}-{number % 12 + 1:02}-2025", f"{number % 24:02}:{number * 7 % 60:02}"
    return f"{SECRET}{number:04};{kinds[number % 3]};{day};{hour};{streets[number % 4]};{SECRET} verhaal {number}"


def rows(count: int = 30) -> list[str]:
    """So many good rows."""
    return [row(number) for number in range(count)]


def text(*lines: str) -> bytes:
    """A file with these lines."""
    return "".join(f"{line}\n" for line in lines).encode()


def read(tmp_path: Path, data: bytes, name: str = "incidenten.csv", about: Description = YEAR, **given: object) -> Incidents:
    """What is read from a file with these bytes."""
    path = tmp_path / name
    path.write_bytes(data)
    return read_incidents([path], about, RULES, GUARD, **given)  # type: ignore[arg-type]  # the keywords of read_incidents


def said(found: Incidents) -> str:
    """All words that are shown of what was read, but the kinds and places themselves."""
    reasons = {one.reason for one in found.unused}
    columns = [f"{column.name} {column.role} {column.refused}" for column in found.columns]
    return " | ".join([*sorted(reasons), *columns, *found.remarks])


def holds_together(found: Incidents) -> bool:
    """Whether no row is lost."""
    return found.frame.height + len(found.unused) == found.read and len({(one.file, one.row) for one in found.unused}) == len(found.unused)
