"""More than fifty faults that real files have: one is put in a clean file, and the file is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from figures import HEADER, SECRET, holds_together, read, row, rows, said, text

from toolbox_cli.errors import ToolboxError

GOOD = 30
DATED = f"{SECRET}9999;Vernieling;{{}};12:00;Markt;{SECRET} extra"
TIMED = f"{SECRET}9999;Vernieling;03-01-2025;{{}};Markt;{SECRET} extra"


@dataclass(frozen=True)
class Fault:
    """A file with one fault: how many rows are used, why others are not, and a word that must be said about it."""

    name: str
    data: bytes
    used: int = GOOD
    unused: Mapping[str, int] = field(default_factory=dict)
    says: str = ""
    hours: int | None = None


def with_row(extra: str) -> bytes:
    """The good rows with one more in the middle."""
    good = rows(GOOD)
    return text(HEADER, *good[:10], extra, *good[10:])


def changed(change: Callable[[str], str]) -> bytes:
    """The whole file, changed."""
    return change(text(HEADER, *rows(GOOD)).decode()).encode()


def dated(name: str, day: str, why: str) -> Fault:
    return Fault(name, with_row(DATED.format(day)), unused={why: 1})


def timed(name: str, time: str, says: str = "") -> Fault:
    return Fault(name, with_row(TIMED.format(time)), used=GOOD + 1, hours=GOOD, says=says)


PLAIN = text(HEADER, *rows(GOOD)).decode()
FAULTS = [
    Fault("nothing wrong", text(HEADER, *rows(GOOD)), hours=GOOD),
    dated("no date", "", "geen datum"),
    dated("date not known", "onbekend", "geen datum"),
    dated("date is an error of the spreadsheet", "#N/B", "geen datum"),
    dated("day does not exist", "31-02-2025", "datum bestaat niet"),
    dated("month does not exist", "12-13-2025", "datum bestaat niet"),
    dated("zeros", "00-00-0000", "datum bestaat niet"),
    dated("words", f"{SECRET} ergens in mei", "datum niet te lezen"),
    dated("glued", "03-01-2025x", "datum niet te lezen"),
    dated("far future", "03-01-2205", "jaar kan niet kloppen"),
    dated("placeholder", "01-01-1900", "jaar kan niet kloppen"),
    dated("later than the period", "03-01-2026", "buiten de periode"),
    dated("before the period", "03-01-2024", "buiten de periode"),
    timed("no time", ""),
    timed("time not known", "onbekend"),
    timed("hour does not exist", "25:00", "tijd niet te lezen"),
    timed("minute does not exist", "21:75", "tijd niet te lezen"),
    timed("part of the day", "avond", "tijd niet te lezen"),
    timed("wide range", "09:00-17:00", "meer dan 2 uur"),
    Fault("narrow range", with_row(TIMED.format("21:30-22:00")), used=GOOD + 1, hours=GOOD + 1),
    Fault("range through midnight", with_row(TIMED.format("23:30-00:30")), used=GOOD + 1, hours=GOOD + 1),
    Fault("24:00", with_row(TIMED.format("24:00")), used=GOOD + 1, hours=GOOD + 1),
    Fault("no kind and no place", with_row(f"{SECRET}1;;03-01-2025;12:00;;"), used=GOOD + 1),
    Fault("same case number", with_row(row(3)), unused={"zelfde zaaknummer als een eerdere rij": 1}),
    Fault("same case number with a space", with_row(f" {row(3)}"), unused={"zelfde zaaknummer als een eerdere rij": 1}),
    Fault("no case number twice", text(HEADER, *rows(GOOD), row(40)[10:], row(41)[10:]), used=GOOD + 2),
    Fault("empty lines", changed(lambda whole: whole.replace("\n", "\n\n"))),
    Fault("lines of separators", with_row(";;;;;")),
    Fault("lines of separators and spaces", with_row(" ; ;\u00a0;; ;")),
    Fault("total", text(HEADER, *rows(GOOD), f"Totaal;{GOOD};;;;"), unused={"totaalregel": 1}),
    Fault("total of everything", text(HEADER, *rows(GOOD), "Eindtotaal;;;;;30"), unused={"totaalregel": 1}),
    Fault("total in the date", text(HEADER, *rows(GOOD), ";;Subtotaal januari;;;30"), unused={"totaalregel": 1}),
    Fault("total with a date", text(HEADER, *rows(GOOD), f"{SECRET};Totaal;31-12-2025;;;30"), unused={"totaalregel": 1}),
    Fault("header again", with_row(HEADER), unused={"herhaalde kop": 1}),
    Fault("source below", text(HEADER, *rows(GOOD), "", "Bron: politie"), unused={"losse regel zonder datum": 1}),
    Fault("remark below with separators", text(HEADER, *rows(GOOD), f"{SECRET} let op;;;;;"), unused={"losse regel zonder datum": 1}),
    Fault("title above", text(f"{SECRET} overzicht", "", HEADER, *rows(GOOD))),
    Fault("title and filters above", text("Overzicht incidenten per soort;;;;;", "Datum: 3-1-2026;;;;;", ";;;;;", HEADER, *rows(GOOD))),
    Fault(
        "more cells than the header",
        with_row(f"{SECRET};Vernieling;03-01-2025;12:00;Markt;{SECRET};{SECRET};{SECRET}"),
        unused={"meer cellen dan de kop": 1},
    ),
    Fault(
        "many more cells",
        with_row(f"{SECRET};Vernieling;03-01-2025;12:00;Markt;{SECRET}" + ";x" * 20),
        unused={"meer cellen dan de kop": 1},
    ),
    Fault("separator at the end of each row", changed(lambda whole: whole.replace("\n", ";\n"))),
    Fault("fewer cells", with_row(f"{SECRET};Vernieling;03-01-2025"), used=GOOD + 1),
    Fault("far fewer cells", with_row(f"{SECRET};Vernieling"), unused={"geen datum": 1}),
    Fault("comma", changed(lambda whole: whole.replace(";", ","))),
    Fault("tab", changed(lambda whole: whole.replace(";", "\t"))),
    Fault("bar", changed(lambda whole: whole.replace(";", "|"))),
    Fault("told separator", b"sep=;\r\n" + PLAIN.encode()),
    Fault("mark at the start", b"\xef\xbb\xbf" + PLAIN.encode()),
    Fault("Windows-1252", with_row(f"{SECRET}1;Caf\u00e9 \u20ac;03-01-2025;12:00;Markt;x").decode().encode("cp1252"), used=GOOD + 1),
    Fault(
        "two encodings",
        with_row(f"{SECRET}1;Caf\u00e9;03-01-2025;12:00;Markt;x").decode().encode("cp1252") + f"{row(40)}\u00e9\n".encode(),
        used=GOOD + 2,
    ),
    Fault("Unicode text of a spreadsheet", b"\xff\xfe" + PLAIN.replace(";", "\t").encode("utf-16-le")),
    Fault("two bytes, other order", b"\xfe\xff" + PLAIN.encode("utf-16-be")),
    Fault("two bytes without a mark", PLAIN.encode("utf-16-le")),
    Fault("Windows line ends", changed(lambda whole: whole.replace("\n", "\r\n"))),
    Fault("old Mac line ends", changed(lambda whole: whole.replace("\n", "\r"))),
    Fault("no line end at the end", PLAIN.rstrip("\n").encode()),
    Fault("NUL", changed(lambda whole: whole.replace("-2025", "-20\x0025"))),
    Fault("escape codes", changed(lambda whole: whole.replace("Markt", "\x1b[31mMarkt\x1b[0m"))),
    Fault("hard spaces", changed(lambda whole: whole.replace("-2025;", "-2025\u00a0;"))),
    Fault("invisible signs", changed(lambda whole: whole.replace("Markt", "Ma\u200brkt"))),
    Fault(
        "everything in quotes",
        changed(lambda whole: "".join(";".join(f'"{cell}"' for cell in line.split(";")) + "\n" for line in whole.splitlines())),
    ),
    Fault(
        "line end in a cell", with_row(f'{SECRET};Vernieling;03-01-2025;12:00;Markt;"{SECRET}\nnog een ""regel""; en\nmeer"'), used=GOOD + 1
    ),
    Fault("quote in a cell", with_row(f'{SECRET};Vernieling;03-01-2025;12:00;Markt;een 5" pijp'), used=GOOD + 1),
    Fault(
        "quote that opens and never closes",
        with_row(f'{SECRET};Vernieling;03-01-2025;12:00;Markt;"{SECRET}'),
        used=GOOD + 1,
        says="aanhalingsteken",
    ),
    Fault("quotes around part of a cell", with_row(f'{SECRET};"Vernieling" auto;03-01-2025;12:00;Markt;x'), used=GOOD + 1),
    Fault("two columns with one name", changed(lambda whole: whole.replace("Toelichting", "Straat"))),
    Fault("column without a name", changed(lambda whole: whole.replace(";Toelichting", ";"))),
    Fault("dates in two orders", with_row(DATED.format("01/13/2025")), unused={"datum bestaat niet": 1}, says="twee volgorden"),
    Fault("a formula", with_row(f'{SECRET};Vernieling;="03-01-2025";12:00;Markt;x'), used=GOOD + 1),
    Fault("very long cell", with_row(f"{SECRET};Vernieling;03-01-2025;12:00;Markt;{'x' * 300_000}"), used=GOOD + 1),
    Fault("very long kind", with_row(f"{SECRET};{'zeer ' * 100};03-01-2025;12:00;Markt;x"), used=GOOD + 1),
    Fault("person as a kind", with_row(f"{SECRET};Jan Jansen;03-01-2025;12:00;Markt;x"), used=GOOD + 1, says="soort niet getoond"),
    Fault(
        "house as a place", with_row(f"{SECRET};Vernieling;03-01-2025;12:00;Dorpsstraat 12;x"), used=GOOD + 1, says="plaats niet getoond"
    ),
    Fault("people by name of the column", changed(lambda whole: whole.replace("Toelichting", "Naam verdachte")), says="namen"),
    Fault(
        "numbers of people in a column",
        changed(lambda whole: whole.replace(f"{SECRET} verhaal ", "BSN 111222333 ")),
        says="burgerservicenummers",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_no_row_is_lost_and_nothing_of_a_row_is_told(fault: Fault, tmp_path: Path) -> None:
    found = read(tmp_path, fault.data)

    assert holds_together(found)
    assert found.frame.height == fault.used
    assert Counter(one.reason for one in found.unused) == fault.unused
    assert SECRET not in said(found).lower()
    assert "Jansen" not in f"{said(found)}{found.kinds}"
    assert fault.says in said(found)
    if fault.hours is not None:
        assert len(found.frame) - found.frame["hour"].null_count() == fault.hours


def test_there_are_more_than_fifty_faults() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) > 50


REFUSED = [
    ("empty", b"", "leeg"),
    ("only spaces", b"  \r\n\n ", "leeg"),
    ("web page with the name of a workbook", b"<html><table><tr><td>Datum</td></tr></table></html>", "webpagina"),
    ("XML", b"<?xml version='1.0'?><Workbook/>", "XML"),
    ("PDF", b"%PDF-1.7 geheim", "PDF"),
    ("ZIP", b"PK\x03\x04geheim", "geen werkmap"),
    ("old workbook that is broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "geen werkmap"),
    ("with a password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    ("binary", bytes(range(256)) * 40, "geen tekst"),
    ("JSON", b'[{"geheim": 1}]', "JSON"),
    ("no dates", text("foo;bar", f"{SECRET};{SECRET}"), "geen kolom met een datum"),
    ("no header", text(*rows(5)), "geen kolom met een datum"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "word"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_what_is_no_table_is_refused_in_a_sentence(name: str, data: bytes, word: str, tmp_path: Path) -> None:
    with pytest.raises(ToolboxError) as caught:
        read(tmp_path, data, "bestand.xls")

    assert word in caught.value.message
    assert caught.value.hint
    assert SECRET not in f"{caught.value.message}{caught.value.hint}"


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    multi = f'{SECRET};Vernieling;03-01-2025;12:00;Markt;"een\ntwee\ndrie"'
    found = read(tmp_path, text("sep=;", "Titel", "", HEADER, row(1), multi, "", ";;;;;", DATED.format("morgen"), row(2), DATED.format("")))

    assert [(one.row, one.reason) for one in found.unused] == [(8, "datum niet te lezen"), (10, "geen datum")]


def test_a_header_without_rows_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, text(HEADER))

    assert (found.read, found.frame.height) == (0, 0)
    assert "geen rijen" in said(found)
