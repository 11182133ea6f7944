"""`toolbox term`: what it says, refuses and gives to other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helpers import CATALOGUE

from toolbox_cli.model.measure import Origin
from toolbox_cli.model.term import SetBy

EXPECTED = Path(__file__).parent / "expected"
Run = Callable[..., Any]
AREA_BAN = ("term", "gebiedsverbod/172a", "--start", "2026-03-12")


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("term-172a", AREA_BAN),
        ("term-174b", ("term", "veiligheidsrisicogebied/174b", "--start", "24-10-2026", "--time", "20:00")),
        ("term-dagen", (*AREA_BAN, "--days", "12-3-2026,2026-03-12,2028-03-12,2026-03-01")),
    ],
)
def test_the_outcome_is_the_expected_text(toolbox: Run, name: str, arguments: tuple[str, ...]) -> None:
    assert toolbox(*arguments).out == (EXPECTED / f"{name}.txt").read_text("utf-8")


def test_the_last_day_comes_first(toolbox: Run) -> None:
    assert toolbox(*AREA_BAN).out.splitlines()[3].startswith(" Laatste dag      donderdag 11 juni 2026 (ten hoogste 3 maanden)")


def test_a_fourth_renewal_is_refused_with_the_article(toolbox: Run) -> None:
    done = toolbox(*AREA_BAN, "--renewal", "4")
    assert done.code == 1 and done.out == ""
    assert "een vierde verlenging kan niet (art. 172a lid 6" in done.err


@pytest.mark.parametrize(("number", "shown"), [("1", "vrijdag 12 juni 2026"), ("3", "zaterdag 12 december 2026")])
def test_an_allowed_renewal_stands_in_front(toolbox: Run, number: str, shown: str) -> None:
    assert toolbox(*AREA_BAN, "--renewal", number).out.splitlines()[3].startswith(f" Verlenging {number}     {shown}")


def test_a_first_renewal_is_refused_where_the_law_has_none(toolbox: Run) -> None:
    done = toolbox("term", "bevel-onder-twaalf/172b", "--start", "2026-03-12", "--renewal", "1")
    assert done.code == 1 and "art. 172b lid 2" in done.err


def test_twelve_hours_again_is_refused(toolbox: Run) -> None:
    done = toolbox("term", "veiligheidsrisicogebied/174b", "--start", "2026-03-12", "--time", "20:00", "--renewal", "1")
    assert done.code == 1 and "art. 174b lid 1" in done.err and "151b" in done.err


def test_a_length_above_the_maximum_is_refused_with_the_article(toolbox: Run) -> None:
    done = toolbox(*AREA_BAN, "--length", "4m")
    assert done.code == 1 and "4 maanden is te lang: ten hoogste 3 maanden (art. 172a lid 6" in done.err


def test_a_shorter_length_is_counted_and_named(toolbox: Run) -> None:
    assert "woensdag 22 april 2026 (bij de 6 weken die u opgaf)" in squeezed(toolbox(*AREA_BAN, "--length", "6w").out)


def test_a_custom_of_shopkeepers_is_no_limit_of_the_law(toolbox: Run) -> None:
    assert toolbox("term", "winkelverbod/individueel", "--start", "2026-03-12", "--length", "2j").code == 0


def test_an_unknown_local_length_is_said_and_asked_for(toolbox: Run) -> None:
    done = toolbox("term", "gebiedsverbod/apv", "--start", "2026-03-12")
    assert done.code == 0
    assert " Laatste dag      onbekend" in done.out and "de eigen APV bepaalt de duur" in squeezed(done.out) and "--length 24u" in done.out


def test_a_local_length_in_hours_needs_a_time(toolbox: Run) -> None:
    asked = toolbox("term", "gebiedsverbod/apv", "--start", "2026-03-12", "--length", "24u")
    assert asked.code == 2 and "geef het begin met --time" in asked.err
    done = toolbox("term", "gebiedsverbod/apv", "--start", "2026-03-12", "--length", "24 uur", "--time", "23.30")
    assert "vrijdag 13 maart 2026, 23.30 uur" in squeezed(done.out)


def test_a_time_that_the_clock_skips_is_refused(toolbox: Run) -> None:
    done = toolbox("term", "veiligheidsrisicogebied/174b", "--start", "2026-03-29", "--time", "02:30")
    assert done.code == 2 and "bestaat op die dag niet" in done.err


def test_a_measure_with_several_forms_names_them(toolbox: Run) -> None:
    done = toolbox("term", "gebiedsverbod", "--start", "2026-03-12")
    assert done.code == 2 and "gebiedsverbod/apv" in done.err and "gebiedsverbod/172a" in done.err


def test_a_measure_with_one_form_and_a_spelling_error_is_found(toolbox: Run) -> None:
    assert "maandag 28 februari 2028" in toolbox("term", "bevel-onder-twalf", "--start", "30-11-2027").out


def test_an_unknown_name_gets_the_nearest(toolbox: Run) -> None:
    done = toolbox("term", "gebiedsverbod/172x", "--start", "2026-03-12")
    assert done.code == 4 and "gebiedsverbod/172a" in done.err


@pytest.mark.parametrize("name", [measure.id for measure in CATALOGUE.measures if measure.origin is Origin.REFUSAL])
def test_what_the_law_does_not_allow_has_no_term_but_a_way_on(toolbox: Run, name: str) -> None:
    done = toolbox("term", name, "--start", "2026-03-12")
    form = CATALOGUE.forms_of(CATALOGUE.measure_by_id[name])[0]
    assert done.code == 1 and done.out == "" and "kan niet volgens de wet" in done.err and "art. " in done.err
    assert CATALOGUE.condition_by_id[form.condition_ids[0]].way_on in done.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("morgen", "dit is geen dag"),
        ("31-2-2026", "deze dag bestaat niet"),
        ("2026-13-01", "deze dag bestaat niet"),
        ("12-3-26", "dit is geen dag"),
        ("1-1-0001", "controleer het jaar"),
        ("٢٠٢٦-01-01", "dit is geen dag"),
        ("", "geef een variant en een eerste dag"),
    ],
)
def test_a_day_that_makes_no_sense_is_explained(toolbox: Run, typed: str, said: str) -> None:
    done = toolbox("term", "gebiedsverbod/172a", "--start", typed)
    assert done.code == 2 and said in done.err


@pytest.mark.parametrize("typed", ["0w", "drie weken", "3x", "-1d", "1000d"])
def test_a_length_that_makes_no_sense_is_explained(toolbox: Run, typed: str) -> None:
    done = toolbox(*AREA_BAN, "--length", typed)
    assert done.code == 2 and "dit is geen duur" in done.err


def test_a_start_is_needed_because_there_is_no_clock(toolbox: Run) -> None:
    assert toolbox("term", "gebiedsverbod/172a").code == 2


def test_a_given_publication_is_not_called_assumed_and_a_later_one_warned_about(toolbox: Run) -> None:
    assumed, later = toolbox(*AREA_BAN), toolbox(*AREA_BAN, "--published", "13-3-2026")
    assert "aangenomen" in assumed.out and "aangenomen" not in later.out
    assert "tot die dag bindt het niemand" in squeezed(later.out) and "vrijdag 24 april 2026" in later.out
    assert "bindt het niemand" not in squeezed(assumed.out)


def test_a_moved_objection_names_the_holiday(toolbox: Run) -> None:
    done = toolbox("term", "gebiedsverbod/172a", "--start", "2026-02-23")
    assert "dinsdag 7 april 2026, verschoven vanaf maandag 6 april 2026 (Tweede Paasdag)" in squeezed(done.out)


def test_an_order_of_the_prosecutor_has_appeal_and_no_objection(toolbox: Run) -> None:
    done = toolbox("term", "gedragsaanwijzing/509hh", "--start", "2026-03-12")
    assert "beroep bij de rechtbank" in squeezed(done.out) and "Bezwaar eindigt" not in done.out


def test_years_of_which_not_all_free_days_are_known_say_so(toolbox: Run) -> None:
    assert "controleer de laatste dag" in squeezed(toolbox("term", "gebiedsverbod/172a", "--start", "2030-03-12").out)
    assert "controleer de laatste dag" not in squeezed(toolbox(*AREA_BAN).out)


def test_a_file_with_days_is_read_and_a_wrong_line_named(toolbox: Run, tmp_path: Path) -> None:
    good = tmp_path / "dagen.txt"
    good.write_text("# markt\n2026-03-12\n\n19-3-2026\n", "utf-8")
    done = toolbox(*AREA_BAN, "--days-file", good)
    assert done.code == 0 and "2 van ten hoogste 90" in done.out
    good.write_text("2026-03-12\nvolgende week\n", "utf-8")
    wrong = toolbox(*AREA_BAN, "--days-file", good)
    assert wrong.code == 2 and f"{good}:2: volgende week: dit is geen dag" in wrong.err
    good.write_bytes(b"\xff\xfe\x00")
    assert toolbox(*AREA_BAN, "--days-file", good).code == 1
    assert toolbox(*AREA_BAN, "--days-file", tmp_path / "weg").code == 1


def test_days_belong_only_to_a_form_that_knows_them(toolbox: Run) -> None:
    done = toolbox("term", "bevel-onder-twaalf/172b", "--start", "2026-03-12", "--days", "2026-03-12")
    assert done.code == 2 and "--days kan hier niet" in done.err


def test_json_has_iso_dates_and_the_same_content(toolbox: Run) -> None:
    done = toolbox(*AREA_BAN, "--json")
    found = json.loads(done.out)
    assert done.err == ""
    assert (found["first_day"], found["last_day"], found["total_last_day"]) == ("2026-03-12", "2026-06-11", "2027-03-11")
    assert [item["last_day"] for item in found["renewals"]] == ["2026-09-11", "2026-12-11", "2027-03-11"]
    assert found["protection"]["objection_last_day"]["last_day"] == "2026-04-23" and found["protection"]["published_assumed"] is True
    assert found["reviews"][0] == "2026-04-26" and found["spread"]["days"] == 90
    text = squeezed(toolbox(*AREA_BAN).out)
    for said in (*found["renewal_rules"], *found["counting"], *found["protection"]["notes"], found["review_rule"]):
        assert said["text"] in text and said["sources"]


def test_json_says_why_a_list_does_not_fit(toolbox: Run) -> None:
    done = toolbox(*AREA_BAN, "--days", "2026-03-12,2028-03-12", "--json")
    check = json.loads(done.out)["spread"]["check"]
    assert done.code == 1 and check["fits"] is False
    assert check["too_late"] == ["2028-03-12"] and check["last_possible_day"] == "2028-03-11"


@pytest.mark.parametrize("form", [form for form in CATALOGUE.forms if form.measure.origin is not Origin.REFUSAL], ids=lambda form: form.id)
def test_every_form_says_its_last_day_or_with_a_source_why_not(toolbox: Run, form: Any) -> None:
    term = form.power.term if form.power else None
    in_hours = term and term.maximum and term.maximum.hours
    done = toolbox("term", form.id, "--start", "2026-03-12", *(("--time", "22:00") if in_hours else ()))
    assert done.code == 0, done.err
    assert max(len(line) for line in done.out.splitlines()) <= 80
    known = term is not None and term.maximum is not None
    assert ("onbekend" in done.out.splitlines()[3]) == (not known and not (term and term.set_by is SetBy.NONE))
    if term is None or term.set_by is not SetBy.LAW:
        assert form.max_duration.text.split()[0] in done.out and form.max_duration.source
