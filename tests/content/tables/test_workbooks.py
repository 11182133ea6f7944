from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter
from figures import holds_together, read, rows, said, text

from toolbox_cli.errors import ToolboxError


def workbook(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    """A workbook with these sheets; dates and times are stored as spreadsheets do."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        forms = {datetime: "dd-mm-yyyy hh:mm", date: "dd-mm-yyyy", time: "hh:mm"}
        styles = {kind: book.add_format({"num_format": form}) for kind, form in forms.items()}
        for name, table in sheets:
            sheet = book.add_worksheet(name)
            for at, cells in enumerate(table):
                for column, cell in enumerate(cells):
                    if type(cell) in styles:
                        sheet.write_datetime(at, column, cell, styles[type(cell)])
                    elif isinstance(cell, str) and cell.startswith("="):
                        sheet.write_formula(at, column, cell, None, "#N/A" if "NA()" in cell else 3)
                    elif cell is not None:
                        sheet.write(at, column, cell)
    return made.getvalue()


def open_document(table: list[list[str]]) -> bytes:
    """A sheet as LibreOffice stores it, with text in its cells."""
    spaces = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text")}
    declared = " ".join(f'xmlns:{name}="{space}"' for name, space in spaces.items())
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    lines = "".join(f"<table:table-row>{''.join(map(cell.format, cells))}</table:table-row>" for cells in table)
    body = f'<office:body><office:spreadsheet><table:table table:name="Blad1">{lines}</table:table></office:spreadsheet></office:body>'
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        )
        archive.writestr("content.xml", f"<office:document-content {declared}>{body}</office:document-content>")
    return made.getvalue()


HEADER = ["Zaaknummer", "Soort incident", "Datum", "Tijd", "Straat"]


def test_dates_and_times_in_cells_are_read(tmp_path: Path) -> None:
    table = [HEADER, [1, "Vernieling", date(2025, 1, 3), time(21, 30), "Markt"], [2, "Vernieling", 45660, 0.8958333, "Markt"]]
    table += [[3, "Vernieling", "3-1-2025", "21:30", "Markt"], [4, "Vernieling", datetime(2025, 1, 3, 21, 30), None, "Markt"]]
    found = read(tmp_path, workbook(("Blad1", table)), "a.xlsx")

    assert set(found.frame.select("day", "hour").rows()) == {(date(2025, 1, 3), 21)}
    assert found.frame.height == 4


def test_one_column_with_date_and_time_is_read(tmp_path: Path) -> None:
    table = [
        ["Soort", "Begindatum en tijd"],
        ["a", datetime(2025, 1, 3, 21, 30, 15)],
        ["b", datetime(2025, 1, 4, 0, 0)],
        ["c", "5-1-2025 9:05"],
    ]
    found = read(tmp_path, workbook(("Blad1", table)), "a.xlsx")

    assert found.frame.select("day", "hour").rows() == [(date(2025, 1, 3), 21), (date(2025, 1, 4), 0), (date(2025, 1, 5), 9)]


def test_errors_formulas_and_empty_cells_lose_no_row(tmp_path: Path) -> None:
    table = [
        ["Titel"],
        [],
        HEADER,
        [1, "=NA()", date(2025, 1, 3), None, "Markt"],
        [],
        [2, "a", "=NA()", None, "Markt"],
        [3, "=1+2", date(2025, 1, 4)],
    ]
    found = read(tmp_path, workbook(("Blad1", table)), "a.xlsx")

    assert holds_together(found)
    assert found.kinds == ("3",)
    assert [(one.row, one.reason) for one in found.unused] == [(6, "geen datum")]


def test_rows_are_numbered_from_the_top_of_the_sheet(tmp_path: Path) -> None:
    table: list[list[Any]] = [[], [], [None, *HEADER], [], [None, 1, "a", "31-2-2025"], [None, "Totaal", 1]]
    found = read(tmp_path, workbook(("Blad1", table)), "a.xlsx")

    assert [(one.row, one.reason) for one in found.unused] == [(5, "datum bestaat niet"), (6, "totaalregel")]


def test_the_sheet_with_the_columns_is_found(tmp_path: Path) -> None:
    data = workbook(("Toelichting", [["Dit is de uitleg"]]), ("Data 2025", [HEADER, [1, "a", date(2025, 1, 3)]]), ("Leeg", []))
    found = read(tmp_path, data, "a.xlsx")

    assert found.frame.height == 1
    assert "Data 2025" in said(found)


def test_a_named_sheet_is_read_and_an_unknown_one_lists_the_others(tmp_path: Path) -> None:
    data = workbook(("Januari", [HEADER, [1, "a", date(2025, 1, 3)]]), ("Februari", [HEADER, [1, "a", date(2025, 2, 3)]]))

    assert read(tmp_path, data, "a.xlsx", sheet="februari").frame["day"].to_list() == [date(2025, 2, 3)]
    with pytest.raises(ToolboxError, match="geen blad 'Maart'") as caught:
        read(tmp_path, data, "a.xlsx", sheet="Maart")
    assert "'Januari', 'Februari'" in caught.value.hint


def test_the_extension_does_not_matter(tmp_path: Path) -> None:
    assert read(tmp_path, workbook(("Blad1", [HEADER, [1, "a", date(2025, 1, 3)]])), "a.csv").frame.height == 1
    assert read(tmp_path, text(";".join(HEADER), *rows(5)), "a.xlsx").frame.height == 5


def test_an_open_document_sheet_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, open_document([["Datum", "Soort"], ["3-1-2025", "a"], ["onzin", "b"]]), "a.ods")

    assert found.frame["day"].to_list() == [date(2025, 1, 3)]
    assert [one.row for one in found.unused] == [3]


def test_a_text_file_has_no_sheets(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError, match="geen werkmap met bladen"):
        read(tmp_path, text(";".join(HEADER), *rows(5)), sheet="Blad1")


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError, match="leeg"):
        read(tmp_path, workbook(("Blad1", [])), "a.xlsx")


def test_a_workbook_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    whole = workbook(("Blad1", [HEADER, [1, "a", date(2025, 1, 3)]]))

    for size in (100, len(whole) // 2, len(whole) - 30):
        with pytest.raises(ToolboxError):
            read(tmp_path, whole[:size], "a.xlsx")
