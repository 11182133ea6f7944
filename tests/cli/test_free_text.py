"""What people write in their own words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.cli.freetext import MOST_SIGNS, checked_reason, checked_text
from toolbox_cli.errors import RefusedError, UsageError
from toolbox_cli.search.personal import PersonalDataError

ORDER = CATALOGUE.form_by_id["gebiedsverbod/172a"]
HELP = CATALOGUE.form_by_id["projectgroep/casusoverleg"]


def test_text_is_kept_without_the_space_around_it_and_a_hard_space_becomes_a_plain_one() -> None:
    assert checked_text(CATALOGUE, "--reason", "  het\u00a0dossier is rond ") == "het dossier is rond"


def test_text_of_the_greatest_length_is_kept_and_one_sign_more_is_not() -> None:
    assert len(checked_text(CATALOGUE, "--reason", "a" * MOST_SIGNS)) == MOST_SIGNS
    with pytest.raises(UsageError, match="--reason: dit zijn 501 tekens"):
        checked_text(CATALOGUE, "--reason", "a" * (MOST_SIGNS + 1))


@pytest.mark.parametrize("sign", ["\n", "\t", "\x00", "\x1b", "\u2028", "\u202e", "\udce9", "\u200b"])
def test_a_sign_that_cannot_be_seen_is_refused(sign: str) -> None:
    with pytest.raises(UsageError, match="één regel gewone tekst"):
        checked_text(CATALOGUE, "--reason", f"voor{sign}achter")


@pytest.mark.parametrize("text", ["bel 06-12345678", "mail jan.jansen@voorbeeld.nl", "BSN 123456782", "V-nummer 123 456 7890"])
def test_personal_data_is_refused_with_the_field_and_without_repeating_it(text: str) -> None:
    with pytest.raises(PersonalDataError) as error:
        checked_text(CATALOGUE, "--title", text)

    assert error.value.message.startswith("--title: hier staat een ")
    assert text.split()[-1] not in error.value.message


def test_a_request_that_the_law_does_not_allow_is_refused() -> None:
    with pytest.raises(RefusedError, match="--reason: dit kan niet"):
        checked_text(CATALOGUE, "--reason", "een verbod voor alle asielzoekers")


@pytest.mark.parametrize(
    "text",
    [
        "Het toezicht van de boa's hielp niet; op 3 oktober 2026 ging het weer mis.",
        "De burgemeester heeft de winkeliers gehoord over de camera's van de gemeente.",
        "COA heeft de bewoners van het azc voorgelicht.",
        "Art. 172a lid 1 Gemeentewet past beter dan de APV; zie zaak 2026-104, 12 meldingen.",
        "Wijkagent en locatiemanager willen dit eerst twee weken proberen.",
    ],
)
def test_an_ordinary_reason_is_kept_also_for_an_order(text: str) -> None:
    assert checked_reason(CATALOGUE, "--reason", text, HELP) == text
    if "azc" not in text:
        assert checked_reason(CATALOGUE, "--reason", text, ORDER) == text


def test_who_somebody_is_cannot_be_the_reason_of_a_ban() -> None:
    with pytest.raises(RefusedError, match="zegt wie iemand is"):
        checked_reason(CATALOGUE, "--reason", "het zijn Algerijnen", ORDER)
    assert checked_reason(CATALOGUE, "--reason", "het geldt ongeacht nationaliteit", ORDER)


def test_punishment_cannot_be_the_reason_of_an_order() -> None:
    with pytest.raises(RefusedError, match="maakt er een straf van"):
        checked_reason(CATALOGUE, "--reason", "zij moeten een lesje leren", ORDER)
    assert checked_reason(CATALOGUE, "--reason", "dit is geen straf maar voorkomt nieuwe verstoring", ORDER)


@pytest.mark.parametrize(
    "arguments",
    [
        ("choose", "ov-afspraken", "--reason", "bel 06-12345678"),
        ("drop", "ov-afspraken", "--reason", "bel 06-12345678"),
        ("set", "frequentie=dagelijks", "--because", "bel 06-12345678"),
        ("problem", "winkels", "--first", "station", "--title", "bel 06-12345678"),
    ],
)
def test_every_free_text_of_a_case_is_checked_and_nothing_is_written(arguments: tuple[str, ...], tmp_path: Path, toolbox: Callable) -> None:
    file = Path(shutil.copy(ROOT / "examples" / "bekende-persoon-station.yaml", tmp_path / "zaak.yaml"))
    before = file.read_text("utf-8")
    command, *rest = arguments
    done = toolbox("case", command, file, *rest)

    assert done.code == 1
    assert f"{arguments[-2]}: hier staat een telefoonnummer" in done.err
    assert file.read_text("utf-8") == before


def test_in_the_interview_a_reason_with_personal_data_is_asked_again(tmp_path: Path, spawn_toolbox: Callable) -> None:
    first, file = CATALOGUE.questions[0], tmp_path / "a.yaml"
    file.write_text(
        f"toolbox: antwoorden\nversion: 2\nanswers:\n  {first.id}: {{answer: {first.options[1].id}, source: politie}}\n", "utf-8"
    )
    term = spawn_toolbox("analyse", "--answers", "a.yaml")
    for typed in ("<", "3"):
        term.expect(r"Nummer[^\r\n]*: ")
        term.sendline(typed)
    term.expect(r"eigen inschatting\) ")
    term.sendline("bel 06-12345678")
    term.expect("telefoonnummer")
    term.expect(r"eigen inschatting\) ")
    term.sendline("eigen telling")
    term.expect(r"Nummer[^\r\n]*: ")
    term.sendline("stop")
    term.expect("Gestopt")

    assert "because: eigen telling" in file.read_text("utf-8")
    assert "06-" not in file.read_text("utf-8")
