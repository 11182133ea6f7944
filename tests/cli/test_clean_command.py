"""Cases past their retention date, and new ones."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pexpect
import pytest
from helpers import CATALOGUE

from toolbox_cli.content.case_file import read_case
from toolbox_cli.content.case_text import write_case
from toolbox_cli.model.case import Case

DAY = date(2026, 10, 3)
ON = ("--on", "3-10-2026")


def case(path: Path, until: date | None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_case(path, CATALOGUE, Case(keep_until=until))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case kept until yesterday, one until today, one until tomorrow, one without a date."""
    for name, days in (("gisteren", -1), ("vandaag", 0), ("morgen", 1)):
        case(tmp_path / "zaken" / f"{name}.yaml", DAY + timedelta(days=days))
    case(tmp_path / "zaken" / "zonder.yaml", None)
    return tmp_path / "zaken"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_only_what_may_not_be_kept_any_more_is_removed(folder: Path, toolbox: Callable) -> None:
    done = toolbox("case", "clean", folder, *ON, "--yes")

    assert done.code == 0
    assert "Verwijderd: 1 zaak." in done.out
    assert names(folder) == {"vandaag.yaml", "morgen.yaml", "zonder.yaml"}


def test_all_cases_are_listed_with_until_when(folder: Path, toolbox: Callable) -> None:
    out = toolbox("case", "clean", folder, *ON).out

    for words in ("2 oktober 2026", "te verwijderen", "3 oktober 2026", "4 oktober 2026", "niet ingevuld"):
        assert words in out


def test_without_a_terminal_and_without_yes_nothing_is_removed_and_it_says_what_to_do(folder: Path, toolbox: Callable) -> None:
    for extra in ((), ("--json",)):
        done = toolbox("case", "clean", folder, *ON, *extra)

        assert done.code == 2
        assert "--yes" in done.err
    assert "gisteren.yaml" in names(folder)


def test_with_nothing_to_remove_nothing_is_asked(folder: Path, toolbox: Callable) -> None:
    assert toolbox("case", "clean", folder, "--on", "2-10-2026").code == 0
    assert toolbox("case", "clean", folder, "--on", "2-10-2026", "--yes").code == 0
    assert len(names(folder)) == 4


@pytest.mark.parametrize("typed", ["ja", "j", "", *(pytest.param(typed, marks=pytest.mark.slow) for typed in ("JA", "nee"))])
def test_in_a_terminal_only_ja_in_full_removes(typed: str, folder: Path, spawn_toolbox: Callable[..., pexpect.spawn]) -> None:
    term = spawn_toolbox("case", "clean", "zaken", *ON)
    term.expect(r"Typ ja om 1 zaak te verwijderen: ")
    assert "gisteren.yaml" in str(term.before)
    term.sendline(typed)
    term.expect(pexpect.EOF)
    term.close()

    gone = typed.lower() == "ja"
    assert term.exitstatus == (0 if gone else 2)
    assert ("gisteren.yaml" in names(folder)) is not gone


def test_a_closed_terminal_removes_nothing(folder: Path, spawn_toolbox: Callable[..., pexpect.spawn]) -> None:
    term = spawn_toolbox("case", "clean", "zaken", *ON)
    term.expect(r"Typ ja")
    term.sendcontrol("d")
    term.expect(pexpect.EOF)
    term.close()

    assert term.exitstatus == 2
    assert "gisteren.yaml" in names(folder)


def test_json_says_the_same_and_nothing_else(folder: Path, toolbox: Callable) -> None:
    done = toolbox("case", "clean", folder, *ON, "--yes", "--json")
    found = {item["file"]: item for item in json.loads(done.out)["cases"]}

    assert [name for name, item in found.items() if item["past"]] == ["gisteren.yaml"]
    assert found["gisteren.yaml"]["removed"]
    assert found["zonder.yaml"]["keep_until"] is None


def test_a_file_with_a_fault_is_named_and_never_removed(folder: Path, toolbox: Callable) -> None:
    (folder / "fout.yaml").write_text("toolbox: antwoorden\nkeep_until: 2020-01-01\nanswers:\n  zomaar: ja\n", "utf-8")
    (folder / "kapot.yml").write_text("toolbox: antwoorden\nkeep_until: 2020-01-01\nanswers: [\n", "utf-8")
    done = toolbox("case", "clean", folder, *ON, "--yes")

    assert done.code == 1
    assert "fout.yaml: regel 4: " in done.out
    assert "kapot.yml: " in done.out
    assert {"fout.yaml", "kapot.yml"} <= names(folder)
    assert "gisteren.yaml" not in names(folder)


def test_files_of_another_kind_are_left_alone_and_not_named(folder: Path, toolbox: Callable) -> None:
    (folder / "profiel.yaml").write_text("toolbox: gemeenteprofiel\nkeep_until: 2020-01-01\nanswers: {}\n", "utf-8")
    (folder / "anders.yaml").write_text("keep_until: 2020-01-01\n", "utf-8")
    (folder / "zaak.txt").write_text("toolbox: antwoorden\nkeep_until: 2020-01-01\nanswers: {}\n", "utf-8")
    os.mkfifo(folder / "pijp.yaml")
    done = toolbox("case", "clean", folder, *ON, "--yes")

    assert done.code == 0
    assert not {"profiel.yaml", "anders.yaml", "zaak.txt", "pijp.yaml"} & set(done.out.split())
    assert {"profiel.yaml", "anders.yaml", "zaak.txt", "pijp.yaml"} <= names(folder)


def test_folders_below_only_when_asked_for(folder: Path, toolbox: Callable) -> None:
    below = case(folder / "oud" / "z.YAML", DAY - timedelta(days=1))

    toolbox("case", "clean", folder, *ON, "--yes")
    assert below.exists()
    assert toolbox("case", "clean", folder, *ON, "--yes", "--recursive").code == 0
    assert not below.exists()


def test_a_link_is_not_followed_to_a_file_or_folder_elsewhere(folder: Path, tmp_path: Path, toolbox: Callable) -> None:
    outside = case(tmp_path / "elders" / "zaak.yaml", DAY - timedelta(days=1))
    (folder / "link.yaml").symlink_to(outside)
    (folder / "map").symlink_to(outside.parent, target_is_directory=True)
    done = toolbox("case", "clean", folder, *ON, "--yes", "--recursive")

    assert outside.exists()
    assert (folder / "link.yaml").is_symlink()
    assert "link.yaml: dit is een verwijzing" in done.out
    assert done.code == 1


def test_a_file_that_cannot_be_removed_is_named_and_the_others_go(folder: Path, toolbox: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    case(folder / "vast.yaml", DAY - timedelta(days=1))
    unlink = Path.unlink

    def refuses(self: Path, missing_ok: bool = False) -> None:
        if self.name == "vast.yaml":
            raise PermissionError(13, "no")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuses)
    done = toolbox("case", "clean", folder, *ON, "--yes")

    assert done.code == 1
    assert "vast.yaml kan niet worden verwijderd (geen toegang)" in done.err
    assert "vast.yaml" in names(folder)
    assert "gisteren.yaml" not in names(folder)


def test_what_a_cut_off_save_left_behind_goes_with_its_case(folder: Path, toolbox: Callable) -> None:
    for name in (".gisteren.yaml.ab12_xyz", ".vandaag.yaml.ab12_xyz", ".gisteren.yaml.bak"):
        (folder / name).write_text("antwoorden", "utf-8")
    toolbox("case", "clean", folder, *ON, "--yes")

    assert ".gisteren.yaml.ab12_xyz" not in names(folder)
    assert {".vandaag.yaml.ab12_xyz", ".gisteren.yaml.bak"} <= names(folder)


def test_a_case_whose_date_moved_after_the_list_stays(folder: Path, spawn_toolbox: Callable[..., pexpect.spawn]) -> None:
    term = spawn_toolbox("case", "clean", "zaken", *ON)
    term.expect(r"Typ ja om 1 zaak te verwijderen: ")
    case(folder / "gisteren.yaml", DAY + timedelta(days=30))
    term.sendline("ja")
    term.expect("intussen veranderd")
    term.expect(pexpect.EOF)
    term.close()

    assert term.exitstatus == 1
    assert "gisteren.yaml" in names(folder)


def test_what_is_no_folder_is_said_to_be_none(tmp_path: Path, toolbox: Callable) -> None:
    (tmp_path / "a.yaml").write_text("", "utf-8")
    for path in (tmp_path / "weg", tmp_path / "a.yaml"):
        assert toolbox("case", "clean", path, *ON).code == 2


def test_an_empty_folder_has_no_cases(tmp_path: Path, toolbox: Callable) -> None:
    done = toolbox("case", "clean", tmp_path, *ON)

    assert (done.code, "Er staat geen zaak in." in done.out) == (0, True)


def test_a_new_case_can_be_read_and_overwrites_nothing(tmp_path: Path, toolbox: Callable) -> None:
    file = tmp_path / "zaak.yaml"

    assert toolbox("case", "new", file, "--until", "1-3-2027").code == 0
    assert read_case(file, CATALOGUE) == Case(keep_until=date(2027, 3, 1), content=CATALOGUE.edition.version)
    before = file.read_text("utf-8")
    assert toolbox("case", "new", file).code == 2
    assert file.read_text("utf-8") == before


def test_a_new_case_does_not_follow_a_link_that_leads_nowhere(tmp_path: Path, toolbox: Callable) -> None:
    (tmp_path / "zaak.yaml").symlink_to(tmp_path / "elders.yaml")

    assert toolbox("case", "new", tmp_path / "zaak.yaml").code == 2
    assert not (tmp_path / "elders.yaml").exists()
