"""The profile on the command line: shown, set, used by analyse and check as a source, and never more of it than was asked for."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome, environment
from helpers import CATALOGUE, ROOT

from toolbox_cli.cli.profile_file import profile_file
from toolbox_cli.model.question import UNKNOWN

Call = Callable[..., Outcome]
EXAMPLE = ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml"
CASE = ROOT / "examples" / "bekende-persoon-station.yaml"
LOCAL = [question.id for question in CATALOGUE.questions if question.local]


@pytest.fixture
def default(home: Path) -> Path:
    """The example as the profile in the configuration folder."""
    path = profile_file(None).path
    assert path.is_relative_to(home)
    path.parent.mkdir(parents=True)
    path.write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case in which nothing was said about the municipality."""
    path = tmp_path / "zaak.yaml"
    left_out = tuple(f"  {name}:" for name in (*LOCAL, "apv_dekt_gedrag", "meer_gemeenten"))
    path.write_text("".join(line for line in CASE.read_text("utf-8").splitlines(keepends=True) if not line.startswith(left_out)), "utf-8")
    return path


def first_missing(done: Outcome) -> str:
    assert done.code == 2, done.err
    return done.err.split("de vraag '")[1].split("'")[0]


def asked(toolbox: Call, case: Path, *options: object) -> list[str]:
    """The questions that `analyse` puts one after the other, each answered with unknown."""
    found: list[str] = []
    while True:
        done = toolbox("analyse", "--answers", case, "--no-input", *options, *(f"--set={name}={UNKNOWN}" for name in found))
        if done.code == 0:
            return found
        found.append(first_missing(done))


# Used


def test_what_the_profile_knows_is_not_asked_and_nothing_else_is_left_out(toolbox: Call, case: Path) -> None:
    without, with_profile = asked(toolbox, case), asked(toolbox, case, "--profile", EXAMPLE)

    assert {"locatie", "aanwezig", "apv_gebiedsverbod"} <= set(without)
    assert not set(with_profile) & set(LOCAL)
    assert "apv_dekt_gedrag" not in with_profile  # the area ban of the example covers this conduct
    assert len(with_profile) < len(without)


def test_the_advice_shows_the_profile_as_source_by_its_name_only(toolbox: Call, case: Path) -> None:
    text = toolbox("analyse", "--answers", case, "--rest-unknown", "--profile", EXAMPLE).out
    plain = " ".join(text.split())

    assert "gemeenteprofiel, 16 februari 2026" in plain
    assert "Gemeenteprofiel: gemeenteprofiel-voorbeeld.yaml, nagelopen op 2 maart 2026." in plain
    assert "Volgt uit het profiel: APV-artikel past op dit gedrag (ja), want al het gedrag in deze zaak" in plain
    assert "gebiedsverbod in de APV: art. 2:78; voor vernieling, intimidatie, bedreiging en geweld" in plain
    assert str(EXAMPLE.parent) not in text


def test_json_names_the_profile_and_says_who_said_what(toolbox: Call, case: Path) -> None:
    found = json.loads(toolbox("analyse", "--answers", case, "--rest-unknown", "--profile", EXAMPLE, "--json").out)

    assert found["profile"]["file"] == "gemeenteprofiel-voorbeeld.yaml"
    assert found["profile"]["derived"][0]["question"] == "apv_dekt_gedrag"
    assert found["profile"]["notes"]["apv_gebiedsverbod"]["article"] == ["2:78"]
    assert found["answers"]["apv_gebiedsverbod"] == "ja"
    assert json.loads(toolbox("analyse", "--answers", case, "--rest-unknown", "--json").out)["profile"] is None


def test_the_legal_test_shows_the_notes_and_which_answers_come_from_the_profile(toolbox: Call, case: Path) -> None:
    done = toolbox("check", "gebiedsverbod/apv", "--answers", case, "--profile", EXAMPLE, "--no-input")
    plain = " ".join(done.out.split())

    assert "In uw gemeente gebiedsverbod in de APV: art. 2:78" in plain
    assert "maximale duur: 24 uur; bij herhaling vier weken" in plain
    assert "Daaruit komt: gebiedsverbod in de APV (ja)." in plain
    assert "Volgt uit het profiel: APV-artikel past op dit gedrag (ja)" in plain
    found = json.loads(toolbox("check", "gebiedsverbod/apv", "--answers", case, "--profile", EXAMPLE, "--json").out)
    assert found["profile"]["answers"]


def test_what_the_profile_says_shows_in_the_case(toolbox: Call, case: Path) -> None:
    with_profile = toolbox("case", "show", case, "--profile", EXAMPLE)

    assert "gemeenteprofiel" in with_profile.out
    assert "gemeenteprofiel" not in toolbox("case", "show", case).out


def test_the_profile_in_the_configuration_folder_is_used_unless_another_or_none_is_asked_for(
    toolbox: Call, case: Path, default: Path, tmp_path: Path
) -> None:
    call = ("analyse", "--answers", case, "--rest-unknown")
    none, usual = toolbox(*call, "--no-profile").out, toolbox(*call).out
    default.write_text("toolbox: gemeenteprofiel\n", "utf-8")

    assert "gemeenteprofiel.yaml" in usual
    assert none != usual
    assert toolbox(*call).out == none


def test_a_variable_names_another_profile_and_an_option_goes_before_it(
    toolbox: Call, case: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    call = ("analyse", "--answers", case, "--rest-unknown")
    monkeypatch.setenv("TOOLBOX_PROFILE", str(EXAMPLE))
    assert "gemeenteprofiel-voorbeeld.yaml" in toolbox(*call).out
    assert "voorbeeld.yaml" not in toolbox(*call, "--no-profile").out

    other = tmp_path / "ander.yaml"
    other.write_text("toolbox: gemeenteprofiel\nanswers: {apv_gebiedsverbod: nee}\n", "utf-8")
    assert "ander.yaml" in toolbox(*call, "--profile", other).out
    monkeypatch.setenv("TOOLBOX_PROFILE", " ")
    assert "gemeenteprofiel" not in toolbox(*call).out


def test_a_profile_that_was_named_must_be_there_and_the_usual_one_need_not(
    toolbox: Call, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = toolbox("analyse", "--answers", case, "--rest-unknown", "--profile", "weg.yaml")
    assert (done.code, done.out) == (1, "")
    assert "weg.yaml: dit bestand bestaat niet" in done.err

    monkeypatch.setenv("TOOLBOX_PROFILE", "ook-weg.yaml")
    assert "ook-weg.yaml: dit bestand bestaat niet" in toolbox("check", "gebiedsverbod/apv", "--no-input").err
    monkeypatch.delenv("TOOLBOX_PROFILE")
    assert toolbox("analyse", "--answers", case, "--rest-unknown").code == 0


def test_a_profile_with_faults_stops_the_command_and_says_how_to_go_on_without(toolbox: Call, case: Path, default: Path) -> None:
    default.write_text("toolbox: gemeenteprofiel\nanswers: {apv_alcohol: x, apv_messen: y}\n", "utf-8")
    done = toolbox("analyse", "--answers", case, "--rest-unknown")

    assert (done.code, done.out) == (1, "")
    assert "apv_alcohol" in done.err and "apv_messen" in done.err and "2 fouten" in done.err
    assert "Verbeter het profiel, of ga verder zonder: --no-profile" in done.err
    assert toolbox("analyse", "--answers", case, "--rest-unknown", "--no-profile").code == 0


def test_two_ways_to_choose_a_profile_do_not_go_together(toolbox: Call) -> None:
    done = toolbox("analyse", "--profile", EXAMPLE, "--no-profile")

    assert (done.code, done.err) == (2, "toolbox: --profile en --no-profile gaan niet samen; kies er een\n")


def test_another_answer_in_the_case_shows_as_a_conflict_and_one_on_the_command_line_goes_first(toolbox: Call, case: Path) -> None:
    case.write_text(case.read_text("utf-8") + "  apv_gebiedsverbod: nee\n", "utf-8")
    call = ("analyse", "--answers", case, "--rest-unknown", "--profile", EXAMPLE)
    plain = " ".join(toolbox(*call).out.split())

    assert "Tegenspraak over gebiedsverbod in de APV: zonder bron: nee; gemeenteprofiel: ja (16 februari 2026)." in plain
    said = json.loads(toolbox(*call, "--set", "apv_gebiedsverbod=nee", "--json").out)
    assert said["answers"]["apv_gebiedsverbod"] == "nee"
    assert "apv_dekt_gedrag" not in said["profile"]["answers"]


def test_what_if_asks_the_profile_again(toolbox: Call, case: Path) -> None:
    call = ("check", "gebiedsverbod/apv", "--answers", case, "--profile", EXAMPLE, "--json", "--what-if")
    other = json.loads(toolbox(*call, "gedrag=winkeldiefstal").out)
    same = json.loads(toolbox(*call, "gedrag=bedreiging").out)

    assert [(item["condition"], item["before"], item["after"]) for item in other["conditions"]] == [("apv-gedrag", "yes", "unknown")]
    assert same["conditions"] == []
    none = json.loads(toolbox(*call, "apv_gebiedsverbod=nee").out)
    assert ("apv-artikel", "yes", "no") in [(item["condition"], item["before"], item["after"]) for item in none["conditions"]]


def test_in_a_case_of_more_problems_each_gets_what_fits_it(toolbox: Call, tmp_path: Path) -> None:
    path = tmp_path / "z.yaml"
    path.write_text(
        "version: 2\nanswers: {}\nproblems:\n"
        "  a: {answers: {personen_bekend: ja, gedrag: [geweld]}}\n  b: {answers: {personen_bekend: ja, gedrag: [winkeldiefstal]}}\n",
        "utf-8",
    )
    found = json.loads(toolbox("case", "show", path, "--profile", EXAMPLE, "--json").out)
    said = {problem["id"]: [item["question"] for item in problem["answers"]] for problem in found["problems"]}

    assert "apv_dekt_gedrag" in said["a"]
    assert "apv_dekt_gedrag" not in said["b"]


# Contacts


PLACES = [
    ("analyse", "--answers", CASE),
    ("analyse", "--answers", CASE, "--short"),
    ("analyse", "--answers", CASE, "--explain", "--full"),
    ("analyse", "--answers", CASE, "--json"),
    ("analyse", "--answers", CASE, "--next"),
    ("check", "gebiedsverbod/apv", "--answers", CASE, "--full"),
    ("check", "gebiedsverbod/apv", "--answers", CASE, "--json"),
    ("check", "gebiedsverbod", "--answers", CASE),
    ("case", "show", CASE),
    ("case", "show", CASE, "--json"),
    ("partner", "politie"),
    ("profile", "show"),
    ("profile", "show", "--json"),
]


@pytest.mark.parametrize("call", PLACES, ids=lambda call: " ".join(str(word) for word in call if not isinstance(word, Path)))
def test_a_local_contact_is_nowhere_unless_it_is_asked_for(toolbox: Call, default: Path, call: tuple[object, ...]) -> None:
    contact = {"function": "loket Kanarie", "mail": "meldpunt@kanarie.example", "phone": "088 777 66 55"}
    set_up = toolbox("profile", "set", *(f"contacts.politie.{name}={value}" for name, value in contact.items()))
    assert set_up.code == 0, set_up.err
    done = toolbox(*call)

    assert done.code == 0
    assert not re.search("kanarie|777", done.out + done.err, re.IGNORECASE)
    assert "Kanarie" in toolbox("profile", "show", "--contacts").out


def test_contacts_are_shown_to_whoever_asks(toolbox: Call) -> None:
    assert "contactpunten van 2 partners. Toon ze met --contacts" in toolbox("profile", "show", "--file", EXAMPLE).out
    text = toolbox("profile", "show", "--file", EXAMPLE, "--contacts", columns=110).out
    assert "wijkteam@politie.voorbeeldstad.example" in text
    found = json.loads(toolbox("profile", "show", "--file", EXAMPLE, "--contacts", "--json").out)
    assert {"contacts.politie.mail", "contacts.coa.function"} <= {field["name"] for field in found["fields"]}


# Set


def test_set_writes_the_file_says_what_changed_and_makes_the_folder(toolbox: Call, home: Path) -> None:
    done = toolbox("profile", "set", "apv_alcohol=ja", "apv_alcohol.article=2:48", "contacts.politie.mail=info@politie.nl")
    path = Path(toolbox("profile", "path").out.strip())

    assert done.code == 0
    assert done.out == "apv_alcohol: was leeg; wordt ja.\napv_alcohol.article: was leeg; wordt 2:48.\n" + (
        "contacts.politie.mail: was leeg; wordt info@politie.nl.\n"
    )
    assert path.is_relative_to(home)
    assert '  apv_alcohol: {answer: ja, article: "2:48"}\n' in path.read_text("utf-8")


def test_set_takes_away_what_no_longer_belongs_and_names_it(toolbox: Call, default: Path) -> None:
    done = toolbox("profile", "set", "apv_samenscholing=nee", "apv_alcohol.article=")

    assert done.out.splitlines() == [
        "apv_samenscholing: was ja; wordt nee.",
        "Vervallen: apv_samenscholing.article, dat was 2:1.",
        "apv_alcohol.article: was 2:48; wordt leeg.",
    ]
    assert "  apv_samenscholing: {answer: nee, date: 2026-02-16}\n" in default.read_text("utf-8")


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("apv_alcohol", "schrijf veld=waarde"),
        ("apv_alcohl=ja", "Bedoelt u apv_alcohol?"),
        ("frequentie=soms", "Deze vraag gaat over één zaak: toolbox case set"),
        ("zomaar=1", "Alle velden: toolbox profile show"),
        ("apv_messen.article=2:50a", "Bijvoorbeeld: toolbox profile set apv_messen=ja apv_messen.article=2:50a"),
        ("apv_alcohol=misschien", "kies uit ja, nee, onbekend"),
        ("contacts.politie.mail=jan.jansen@politie.nl", "dit lijkt het mailadres van een persoon"),
        ("aanwezig=niets", "dit is geen antwoord op deze vraag"),
    ],
)
def test_what_cannot_be_set_says_what_can_and_changes_nothing(toolbox: Call, default: Path, setting: str, says: str) -> None:
    before = default.read_text("utf-8")
    done = toolbox("profile", "set", "retention_months=24", setting)

    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert default.read_text("utf-8") == before


def test_set_without_anything_says_how(toolbox: Call) -> None:
    assert toolbox("profile", "set").code == 2


def test_without_a_terminal_the_profile_is_shown(started: Call) -> None:
    done = started("profile", "--file", str(EXAMPLE))

    assert done.code == 0
    assert done.out == started("profile", "show", "--file", str(EXAMPLE)).out == started("profile", "--file", str(EXAMPLE), "show").out
    empty = started("profile")
    assert (empty.code, empty.err) == (0, "")
    assert "Er staat nog niets in het profiel" in empty.out


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_is_named(toolbox: Call, tmp_path: Path) -> None:
    folder = tmp_path / "dicht"
    folder.mkdir(mode=0o500)
    done = toolbox("profile", "set", "locatie=geen", "--file", folder / "p.yaml")

    assert done.code == 1
    assert "geen toegang" in done.err and "--file" in done.err


def test_a_configuration_folder_that_cannot_be_made_is_named_with_a_way_out(toolbox: Call, home: Path) -> None:
    home.write_text("geen map", "utf-8")
    done = toolbox("profile", "set", "locatie=geen")

    assert done.code == 1
    assert "kan niet worden gemaakt (een deel van de naam is geen map)" in done.err
    assert "TOOLBOX_PROFILE" in done.err
    assert toolbox("analyse", "--answers", CASE).code == 0


def test_without_a_home_everything_works_that_needs_no_profile(tmp_path: Path) -> None:
    gone = {name: value for name, value in environment().items() if name not in ("HOME", "XDG_CONFIG_HOME", "USERPROFILE")}
    done = subprocess.run(
        [sys.executable, "-m", "toolbox_cli", "analyse", "--answers", str(CASE), "--no-profile"],
        cwd=tmp_path, env={**gone, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr


def test_a_link_to_itself_and_a_folder_are_errors(toolbox: Call, tmp_path: Path) -> None:
    (tmp_path / "lus.yaml").symlink_to("lus.yaml")
    for name in ("lus.yaml", "."):
        done = toolbox("profile", "show", "--file", tmp_path / name)
        assert (done.code, done.out) == (1, ""), name
        assert "Traceback" not in done.err


# Keeping


def test_a_new_case_gets_the_day_until_which_it_may_be_kept(toolbox: Call, tmp_path: Path) -> None:
    new, copied = tmp_path / "nieuw.yaml", tmp_path / "kopie.yaml"
    done = toolbox("analyse", "--rest-unknown", "--set", "frequentie=soms", "--save", new, "--profile", EXAMPLE)

    assert "mag worden bewaard tot en met" in done.err
    assert "keep_until: 20" in new.read_text("utf-8")
    toolbox("analyse", "--answers", CASE, "--save", copied, "--profile", EXAMPLE)
    assert "keep_until" not in copied.read_text("utf-8")


def test_without_a_period_in_the_profile_no_day_is_set(toolbox: Call, tmp_path: Path) -> None:
    for number, options in enumerate(([], ["--no-profile"])):
        path = tmp_path / f"{number}.yaml"
        assert toolbox("analyse", "--rest-unknown", "--set", "frequentie=soms", "--save", path, *options).err == ""
        assert "keep_until" not in path.read_text("utf-8")


def test_nothing_that_only_the_profile_says_is_copied_into_the_case(toolbox: Call, tmp_path: Path, case: Path) -> None:
    saved = tmp_path / "zaak-2.yaml"
    toolbox("analyse", "--answers", case, "--rest-unknown", "--save", saved, "--profile", EXAMPLE)

    assert "apv_gebiedsverbod" not in saved.read_text("utf-8")
    assert "locatie" not in saved.read_text("utf-8")


def test_an_empty_new_case_gets_that_day_too_unless_another_is_given(toolbox: Call, tmp_path: Path, default: Path) -> None:
    files = [tmp_path / f"{number}.yaml" for number in range(3)]
    assert "bewaartermijn uit uw gemeenteprofiel" in toolbox("case", "new", files[0]).out
    toolbox("case", "new", files[1], "--until", "2031-01-01")
    toolbox("case", "new", files[2], "--no-profile")

    assert "keep_until: 20" in files[0].read_text("utf-8")
    assert "keep_until: 2031-01-01" in files[1].read_text("utf-8")
    assert "keep_until" not in files[2].read_text("utf-8")


def test_an_advice_made_with_a_profile_is_verified_and_decided_with_it(toolbox: Call, case: Path, default: Path) -> None:
    text = toolbox("analyse", "--answers", case, "--rest-unknown").out
    code = text.split("Kenmerk ")[1].split(":")[0]

    assert toolbox("case", "verify", case, code).code == 0
    assert toolbox("case", "verify", case, code, "--no-profile").code == 1
    assert toolbox("case", "verify", case, code, "--profile", default).code == 0
    assert toolbox("case", "choose", case, "meldkaart", "--reason", "Winkeliers willen weten wie zij bellen.").code == 0
