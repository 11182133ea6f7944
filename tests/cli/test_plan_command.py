"""Documents made on the command line: where they go, what is refused, and that nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import ROOT

PROFILE = ("--profile", ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(ROOT / "examples" / "winkeldiefstal-centrum.yaml", tmp_path / "zaak.yaml"))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_one_document_in_markdown_goes_to_standard_output(file: Path, toolbox: Callable) -> None:
    done = toolbox("plan", file, "--kind", "advice")

    assert done.code == 0
    assert done.out.startswith("# Advies aan de driehoek")
    assert "Status: vertrouwelijk. Datum: niet ingevuld" in done.out
    assert names(file.parent) == {"zaak.yaml"}


def test_the_date_that_was_given_stands_on_it(file: Path, toolbox: Callable) -> None:
    assert "Datum: 30 november 2026" in toolbox("plan", file, "--kind", "agenda", "--date", "30-11-2026").out


def test_another_format_goes_to_a_file_beside_where_the_command_runs(file: Path, toolbox: Callable) -> None:
    done = toolbox("plan", file, "--kind", "advice", "--reader", "raad", "--format", "html")

    assert done.code == 0
    assert done.out == ""
    assert "zaak-advies-raad.html" in done.err
    assert (file.parent / "zaak-advies-raad.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_document_that_is_there_may_have_been_edited_and_stays(file: Path, toolbox: Callable) -> None:
    target = file.parent / "advies.md"
    target.write_text("bewerkt")

    done = toolbox("plan", file, "--kind", "advice", "--output", target)

    assert done.code == 1
    assert "--force" in done.err
    assert target.read_text() == "bewerkt"
    assert toolbox("plan", file, "--kind", "advice", "--output", target, "--force").code == 0
    assert target.read_text("utf-8").startswith("# Advies")


def test_with_one_of_several_there_nothing_is_written(file: Path, toolbox: Callable) -> None:
    folder = file.parent / "stukken"
    folder.mkdir()
    (folder / "agenda.md").write_text("bewerkt")

    done = toolbox("plan", file, "--kind", "agenda", "--kind", "advice", "--output", folder)

    assert done.code == 1
    assert names(folder) == {"agenda.md"}


def test_all_gives_every_kind_for_every_reader(file: Path, toolbox: Callable) -> None:
    folder = file.parent / "stukken"

    done = toolbox("plan", file, "--all", "--format", "md", "--format", "html", "--output", folder, *PROFILE)

    assert done.code == 0
    made = {path.stem for path in folder.iterdir()}
    assert {f"advies-{reader}" for reader in ("driehoek", "college", "raad", "bewoners")} <= made
    assert {"agenda", "plan-van-aanpak", "meldkaart-winkels-a5", "meldkaart-bewoners-a4"} <= made
    assert any(name.startswith("ontwerp-") for name in made)
    assert len(names(folder)) == 2 * len(made)


def test_a_case_of_which_almost_nothing_is_known_gives_every_document_too(file: Path, toolbox: Callable) -> None:
    file.write_text("toolbox: antwoorden\nversion: 1\nanswers: {}\n")

    done = toolbox("plan", file, "--all", "--format", "md", "--output", file.parent / "stukken")

    assert done.code == 0
    assert "advies-driehoek.md" in names(file.parent / "stukken")


def test_a_case_with_two_problems_gives_one_set(file: Path, toolbox: Callable) -> None:
    toolbox("case", "problem", file, "station", "--first", "centrum", "--title", "Overlast bij het station")
    toolbox("case", "set", file, "station.gedrag=intimidatie", "station.plaats=station", "station.frequentie=dagelijks")

    done = toolbox("plan", file, "--kind", "advice", "--kind", "action-plan", "--output", file.parent / "stukken")

    assert done.code == 0
    for name in ("advies-driehoek.md", "plan-van-aanpak.md"):
        assert "station" in (file.parent / "stukken" / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--reader", "raad", "--kind", "agenda"), "--kind advice"),
        (("--kind", "agenda", "--texts", "x.yaml"), "--kind meldkaart"),
        (("--kind", "agenda", "--template", "x.docx"), "--format docx"),
        (("--kind", "advice", "--budget", "x.yaml"), "--kind action-plan"),
        (("--kind", "advice", "--period", "2025"), "--evidence"),
        (("--kind", "advice", "--status", "openbaar"), "vertrouwelijk"),
        (("--kind", "draft-decision", "--status", "openbaar"), "vertrouwelijk"),
        (("--kind", "advice", "--format", "odt"), "md, html, docx, pdf"),
        (("--kind", "advice", "--reader", "pers"), "driehoek, college, raad, bewoners"),
        (("--kind", "advice", "--kind", "agenda", "--output", "a.pdf"), "map"),
        (("--kind", "advice", "--format", "pdf", "--output", "a.docx"), ".pdf"),
        (("--kind", "advice", "--date", "31-2-2026"), "--date"),
    ],
)
def test_what_does_not_go_together_is_told_in_a_sentence(file: Path, toolbox: Callable, arguments: tuple[str, ...], words: str) -> None:
    done = toolbox("plan", file, *arguments)

    assert done.code == 2
    assert words in done.err
    assert names(file.parent) == {"zaak.yaml"}


def test_what_the_council_and_residents_read_may_be_public(file: Path, toolbox: Callable) -> None:
    done = toolbox("plan", file, "--kind", "advice", "--reader", "bewoners", "--status", "openbaar")

    assert "Status: openbaar" in done.out


def test_a_case_that_is_not_there_is_told(file: Path, toolbox: Callable) -> None:
    done = toolbox("plan", file.parent / "weg.yaml", "--kind", "advice")

    assert done.code == 1
    assert "weg.yaml" in done.err


def test_a_name_that_is_a_file_cannot_be_a_folder(file: Path, toolbox: Callable) -> None:
    (file.parent / "stukken").write_text("")

    done = toolbox("plan", file, "--all", "--format", "md", "--output", file.parent / "stukken")

    assert done.code == 1
    assert "--output" in done.err


def test_figures_come_into_the_advice_with_their_table(file: Path, toolbox: Callable) -> None:
    figures = ("--evidence", ROOT / "examples" / "incidenten-voorbeeld.csv", "--period", "2025", "--source", "politie")

    done = toolbox("plan", file, "--kind", "advice", *figures)

    assert done.code == 0
    assert "Cijfers" in done.out
    assert "incidenten" in done.out


@pytest.mark.parametrize("library", ["typst", "matplotlib", "fontTools"])
def test_a_missing_library_is_told_with_what_to_install(
    file: Path, toolbox: Callable, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    import importlib.util

    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == library else there(name, *rest))

    done = toolbox("plan", file, "--kind", "advice", "--format", "pdf")

    assert done.code == 1
    assert done.err.startswith("toolbox: voor pdf is een aanvulling op toolbox nodig")
    assert 'pip install "toolbox-cli[documents]"' in done.err  # the shell of Windows leaves single quotes in the name


def test_a_text_in_another_language_gives_cards_in_that_language(file: Path, toolbox: Callable) -> None:
    done = toolbox("plan", file, "--kind", "meldkaart", "--texts", ROOT / "examples" / "meldkaart-en.yaml", "--output", file.parent / "k")

    assert done.code == 0
    assert "meldkaart-winkels-a5-en.md" in names(file.parent / "k")


def test_the_file_to_translate_is_printed(toolbox: Callable) -> None:
    done = toolbox("plan", "--texts-template")

    assert done.code == 0
    assert "meldkaartteksten" in done.out


def test_a_template_that_is_no_word_file_is_told(file: Path, toolbox: Callable) -> None:
    wrong = file.parent / "stijl.docx"
    wrong.write_text("geen word")

    done = toolbox("plan", file, "--kind", "advice", "--format", "docx", "--template", wrong)

    assert done.code == 1
    assert "geen Word-bestand" in done.err


def test_all_without_a_draft_says_that_there_is_none_and_what_to_do(file: Path, toolbox: Callable) -> None:
    file.write_text("answers:\n  frequentie: wekelijks\n  gedrag: [intimidatie]\n")

    done = toolbox("plan", file, "--all", "--format", "md", "--output", file.parent / "stukken")

    assert done.code == 0
    assert not [name for name in names(file.parent / "stukken") if name.startswith("ontwerp")]
    assert "Er is geen ontwerpbesluit bij" in done.err
    assert "toolbox case choose ZAAK MAATREGEL" in " ".join(done.err.split())


def test_on_a_terminal_an_error_is_broken_between_words(spawn_toolbox: Callable) -> None:
    term = spawn_toolbox(
        "plan", "een-zaak-die-er-niet-is-met-een-lange-naam.yaml", "--kind", "draft-decision", "--kind", "een-heel-ander-stuk"
    )
    text = term.read()

    assert "kies uit" in " ".join(text.split())
    assert max(len(line) for line in text.splitlines()) <= 80


def test_a_file_where_a_folder_must_come_is_refused_before_anything_is_told(file: Path, toolbox: Callable) -> None:
    there = file.parent / "stukken"
    there.write_text("bewerkt")

    done = toolbox("plan", file, "--all", "--output", there, "--force")

    assert done.code == 1
    assert done.err.startswith(f"toolbox: {there}: dit is een bestand; de stukken komen in een map")
    assert there.read_text() == "bewerkt"
