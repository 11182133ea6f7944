"""What people write in their own words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.cli.freetext import MOST_SIGNS, checked_drop, checked_reason, checked_text, checked_title, checked_why
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
    assert checked_reason(CATALOGUE, "--reason", text, ORDER) == text


def test_who_somebody_is_cannot_be_the_reason_of_a_ban() -> None:
    with pytest.raises(RefusedError, match="zegt wie iemand is"):
        checked_reason(CATALOGUE, "--reason", "het zijn Algerijnen", ORDER)
    assert checked_reason(CATALOGUE, "--reason", "het geldt ongeacht nationaliteit", ORDER)


WHO_SOMEBODY_IS = [
    "Marokkanen luisteren niet naar de boa.",
    "Algerijnse jongens luisteren niet.",
    "Asielzoekers horen hier niet.",
    "Omdat hij een statushouder is.",
    "Hij is uitgeprocedeerd.",
    "De azc-bewoners horen niet hier.",
    "Zij spreken geen Nederlands.",
    "Afghaanse mannen bedreigen",
    "nieuwkomers",
    "Hij heeft geen verblijfsstatus",
    "De azc-bewoners slaan winkelpersoneel",
    "Omdat de bevolking hier hem niet wil.",
    "Niet omdat hij steelt, maar omdat hij Marokkaan is.",
    "Niet alleen omdat hij Marokkaan is.",
    "Ongeacht zijn gedrag moet de Marokkaan weg.",
    "Los van elkaar en Marokkanen",
    "Ongeacht nationaliteit, Algerijnen luisteren slecht.",
]
NOT_WHO_SOMEBODY_IS = [
    "het geldt ongeacht nationaliteit",
    "Dit geldt los van afkomst en geloof.",
    "Niet omdat hij Marokkaan is, maar omdat hij steelt.",
    "De nationaliteit speelt geen rol.",
    "Dit is niet vanwege herkomst of huidskleur.",
]
PUNISHMENT = [
    "Hij is niet vervolgd en moet toch gestraft worden",
    "Hij moet voelen dat dit niet kan",
    "Hij verdient dit",
    "Om een voorbeeld te stellen",
    "De strafrechter deed niets, dus doen wij het",
    "Wie niet horen wil moet maar voelen",
    "zij moeten een lesje leren",
    "Geen verbod helpt, dus straf is nodig",
]
NO_PUNISHMENT = [
    "dit is geen straf maar voorkomt nieuwe verstoring",
    "De eerdere bestraffing had geen effect en de verstoring ging door.",
    "De straf van de rechter hield hem niet tegen; het ging zaterdag weer mis.",
    "Dit is niet als straf bedoeld.",
]
ORDINARY = [
    "Hij bedreigde op 3 oktober een caissière met een mes.",
    "Zij stal in een maand vier keer in dezelfde supermarkt.",
    "De groep gooide twee avonden stenen naar de bus.",
    "Hij schreeuwt elke nacht op het plein en gaat niet weg.",
    "De aanspreekgesprekken van de wijkagent hielpen niet.",
    "Het gebeurt steeds tussen tien en twee uur bij het station.",
    "Op vrijdag en zaterdag is er het meeste lawaai in het park.",
    "Het gebied is klein genoeg en de drogist blijft bereikbaar.",
    "Drie bewoners van de locatie zagen de vechtpartij en deden aangifte.",
    "Met bewoners van de locatie is gesproken over de geluidsoverlast.",
    "De locatiemanager van het COA meldde vijf voorvallen in september.",
    "Het COA heeft al een gesprek gevoerd en een maatregel opgelegd.",
    "De weg van de opvanglocatie naar de bushalte blijft vrij.",
    "Bewoners van het azc voelen zich op het pad niet veilig.",
    "Voor de poort van de opvanglocatie werd hij driemaal agressief.",
    "Azc-bewoners verklaarden dat dezelfde man hen bedreigde.",
    "Winkeliers willen eerst weten wie zij moeten bellen.",
    "Er is dit jaar geen budget voor een straatcoach.",
    "De boa's hebben geen tijd in het weekend.",
    "De vervoerder kan nog niet meedoen.",
    "Sinds de verlichting is verbeterd zijn er minder meldingen.",
    "De officier van justitie ziet geen grond voor een gedragsaanwijzing.",
    "Het dossier is nog niet rond; twee voorvallen missen een datum.",
    "Een lichter middel is niet geprobeerd, omdat het gevaar acuut is.",
    "De voogd is gehoord en steunt de afspraken over school.",
    "Dit hoort hier niet bij; het is een huisregel van de opvang.",
    "Ik geloof dat twee weken toezicht genoeg is.",
]
FREE_TEXTS = [
    lambda text: checked_title(CATALOGUE, "--title", text),
    lambda text: checked_why(CATALOGUE, "--because", text),
    lambda text: checked_drop(CATALOGUE, "--reason", text),
    lambda text: checked_reason(CATALOGUE, "--reason", text, ORDER),
]


@pytest.mark.parametrize("text", WHO_SOMEBODY_IS)
def test_no_free_text_rests_on_who_somebody_is_also_with_a_denial_of_something_else(text: str) -> None:
    for check in FREE_TEXTS:
        with pytest.raises(RefusedError, match=r"^--\w+: ") as error:
            check(text)
        assert "Wat wel kan: " in error.value.hint


@pytest.mark.parametrize("text", [*NOT_WHO_SOMEBODY_IS, *ORDINARY])
def test_an_ordinary_text_and_a_denial_that_is_about_the_word_itself_pass_everywhere(text: str) -> None:
    assert {check(text) for check in FREE_TEXTS} == {text}


@pytest.mark.parametrize("text", PUNISHMENT)
def test_punishment_cannot_be_the_reason_of_an_order(text: str) -> None:
    with pytest.raises(RefusedError, match=r"--reason: .* maakt er een straf van"):
        checked_reason(CATALOGUE, "--reason", text, ORDER)


@pytest.mark.parametrize("text", NO_PUNISHMENT)
def test_that_it_is_no_punishment_may_be_said(text: str) -> None:
    assert checked_reason(CATALOGUE, "--reason", text, ORDER) == text


@pytest.mark.parametrize("check", FREE_TEXTS[1:])
def test_a_reason_has_three_words_at_least(check: Callable[[str], str]) -> None:
    with pytest.raises(UsageError, match="schrijf in een paar woorden waarom"):
        check("geen budget")
    assert check("er is geen") == "er is geen"
    assert check("") == ""


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
    term.expect("tot u kiest: ")
    term.sendline("bel 06-12345678")
    term.expect("telefoonnummer")
    term.expect("tot u kiest: ")
    term.sendline("de eigen telling klopt")
    term.expect(r"Nummer[^\r\n]*: ")
    term.sendline("stop")
    term.expect("Gestopt")

    assert "because: de eigen telling klopt" in file.read_text()
    assert "06-" not in file.read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ("drop", "ov-afspraken", "--reason", "Asielzoekers horen hier niet."),
        ("set", "frequentie=dagelijks", "--because", "Algerijnse jongens luisteren niet."),
        ("problem", "winkels", "--first", "station", "--title", "Nieuwkomers in het centrum"),
    ],
)
def test_every_free_text_of_a_case_is_refused_when_it_says_who_somebody_is(
    arguments: tuple[str, ...], tmp_path: Path, toolbox: Callable
) -> None:
    file = Path(shutil.copy(ROOT / "examples" / "bekende-persoon-station.yaml", tmp_path / "zaak.yaml"))
    before = file.read_text()
    done = toolbox("case", arguments[0], file, *arguments[1:])

    assert done.code == 1
    assert f"{arguments[-2]}: dit kan hier niet staan" in done.err
    assert "Wat wel kan: " in done.err
    assert file.read_text() == before


def test_a_new_title_for_a_problem_is_checked_too(tmp_path: Path, toolbox: Callable) -> None:
    file = Path(shutil.copy(ROOT / "examples" / "bekende-persoon-station.yaml", tmp_path / "zaak.yaml"))
    assert toolbox("case", "problem", file, "winkels", "--first", "station", "--title", "In de winkels").code == 0

    assert toolbox("case", "problem", file, "winkels", "--title", "bel 06-12345678").code == 1
    assert toolbox("case", "problem", file, "winkels", "--title", "Asielzoekers in winkels").code == 1
    assert "In de winkels" in file.read_text()
