"""`content diff`: two folders, a list that a jurist can read, and the same for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import ROOT
from seeded import Content, copy_of_content

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.kinds import KIND

OLD = ROOT / "data"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


def words(text: str) -> str:
    return " ".join(text.split())


def test_no_difference_says_so(content: Content, toolbox: Callable) -> None:
    done = toolbox("content", "diff", OLD, content.folder)

    assert (done.code, done.err) == (0, "")
    assert "Geen verschil: beide mappen bevatten dezelfde inhoud" in done.out


def test_another_layout_is_no_difference(content: Content, toolbox: Callable) -> None:
    content.append("errata.yaml", "\n# Een opmerking.\n")
    content.spoil("rules.yaml", r"is: \[soms, wekelijks, dagelijks\]", 'is: ["soms", "wekelijks", dagelijks]')

    assert "Geen verschil" in toolbox("content", "diff", OLD, content.folder).out


def test_a_long_text_shows_the_place_where_it_differs(content: Content, toolbox: Callable) -> None:
    content.spoil("law.yaml", r"drie keer te verlengen", "vier keer te verlengen", after=r"^  - id: gemw-172a$")
    out = words(toolbox("content", "diff", OLD, content.folder).out)

    assert "gemw-172a (Gebiedsverbod, groepsverbod en meldplicht)" in out
    assert "drie keer te verlengen met" in out
    assert "vier keer te verlengen met" in out
    assert "leidende rol" not in out  # far from the difference
    assert "Oude antwoordbestanden blijven werken en geven dezelfde oordelen." in out


def test_a_changed_rule_names_the_forms_and_why(content: Content, toolbox: Callable) -> None:
    content.spoil("rules.yaml", r"\[soms, wekelijks, dagelijks\]", "[wekelijks, dagelijks]", after=r"^  - id: overlast$")
    out = words(toolbox("content", "diff", OLD, content.folder).out)

    assert "Wanneer zij is aangewezen:" in out
    assert "meldkaart" in out
    assert "when: 'frequentie is soms, wekelijks of dagelijks' → 'frequentie is wekelijks of dagelijks'" in out


def test_another_number_in_a_condition_is_told_in_words(content: Content, toolbox: Callable) -> None:
    content.spoil("questions.yaml", r"at_least: 2", "at_least: 3", after=r"^  - id: herhaald-met-een-voorval$")
    out = words(toolbox("content", "diff", OLD, content.folder).out)

    assert "aantal_voorvallen is 2 of meer" in out
    assert "aantal_voorvallen is 3 of meer" in out


def test_every_list_of_the_content_has_a_word() -> None:
    assert set(Catalogue.model_fields) <= set(KIND)


def test_a_question_with_another_name_is_told_once(content: Content, toolbox: Callable) -> None:
    for path in content.folder.glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("ovj_overleg", "overleg_met_ovj"), "utf-8")
    found = json.loads(toolbox("content", "diff", OLD, content.folder, "--json").out)

    assert found["impact"]["questions_renamed"] == [["ovj_overleg", "overleg_met_ovj"]]
    assert (found["impact"]["questions_gone"], found["impact"]["logic"]) == ([], [])
    assert found["kinds"]["questions"]["renamed"] == [{"from": "ovj_overleg", "to": "overleg_met_ovj"}]
    assert "conditions" not in found["kinds"]


def test_json_has_whole_values_and_says_the_same(content: Content, toolbox: Callable) -> None:
    content.spoil("partners.yaml", r"^  short: .*$", "  short: Het COA", after=r"^- id: coa$")
    found = json.loads(toolbox("content", "diff", OLD, content.folder, "--json").out)

    assert found["equal"] is False
    assert found["kinds"] == {
        "partners": {
            "added": [],
            "removed": [],
            "renamed": [],
            "changed": [{"id": "coa", "fields": [{"place": "short", "old": "COA", "new": "Het COA"}]}],
            "reordered": False,
        }
    }
    assert json.loads(toolbox("content", "diff", OLD, OLD, "--json").out)["equal"] is True


def test_two_runs_give_the_same_bytes(content: Content, toolbox: Callable) -> None:
    content.spoil("rules.yaml", r"\[soms, wekelijks, dagelijks\]", "[wekelijks, dagelijks]", after=r"^  - id: overlast$")

    assert toolbox("content", "diff", OLD, content.folder) == toolbox("content", "diff", OLD, content.folder)


def test_faults_of_both_folders_are_listed_under_their_own_name(tmp_path: Path, toolbox: Callable) -> None:
    one, other = copy_of_content(tmp_path / "oud"), copy_of_content(tmp_path / "nieuw")
    first = one.spoil("law.yaml", r"text_date: .*$", "text_date: gisteren")
    second = other.spoil("errata.yaml", r"- winkelverbod", "- winkelverbot")
    done = toolbox("content", "diff", one.folder, other.folder)

    assert (done.code, done.out) == (1, "")
    assert f"toolbox: {one.folder / 'law.yaml'}:{first}: " in done.err
    assert f"toolbox: {other.folder / 'errata.yaml'}:{second}: " in done.err


@pytest.mark.parametrize(("name", "says"), [("weg", "deze map bestaat niet"), ("f", "dit is geen map")])
def test_what_is_no_folder_gets_one_sentence(name: str, says: str, tmp_path: Path, toolbox: Callable) -> None:
    (tmp_path / "f").write_text("x", "utf-8")
    done = toolbox("content", "diff", tmp_path / name, OLD)

    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[0] == f"toolbox: {tmp_path / name}: {says}; geef een map met inhoud"


def test_a_missing_folder_is_told_as_missing_argument(toolbox: Callable) -> None:
    assert toolbox("content", "diff", OLD).code == 2
