"""What figures propose: an answer with its number, never from too little, and open where there may be more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pytest
from helpers import CATALOGUE
from rows import about, incidents, row
from surveys import survey

from toolbox_cli.evidence.describe import picture_of
from toolbox_cli.evidence.gaps import Gap, gaps_of
from toolbox_cli.evidence.picture import Interval, Picture
from toolbox_cli.evidence.proposals import Proposal, proposals_of
from toolbox_cli.evidence.survey import Survey
from toolbox_cli.evidence.survey_public import public_survey
from toolbox_cli.model.case import Certainty
from toolbox_cli.model.evidence import Description, Event, Level
from toolbox_cli.model.question import Answer

RULES, QUESTIONS = CATALOGUE.evidence, CATALOGUE.question_by_id
START = date(2024, 1, 1)


def picture(rows: Iterable[dict[str, object]], days: int = 91, **more: object) -> Picture:
    described = about(days, **more)
    return picture_of(incidents(rows), described, RULES, ("bvh.csv",))


def spread(number: int, days: int = 91, **more: object) -> list[dict[str, object]]:
    """So many rows, evenly over the days."""
    return [row(START + timedelta(days=at * days // number), **more) for at in range(number)]  # type: ignore[arg-type]


def proposed(question: str, pictures: Sequence[Picture] = (), surveys: Sequence[Survey] = ()) -> tuple[Proposal, ...]:
    return tuple(item for item in proposals_of(pictures, surveys, RULES, QUESTIONS) if item.question == question)


def values(question: str, pictures: Sequence[Picture] = (), surveys: Sequence[Survey] = ()) -> set[str]:
    (only,) = proposed(question, pictures, surveys)
    return set(only.answer.values)


@pytest.mark.parametrize(
    ("number", "choice", "certainty"),
    [(95, "dagelijks", "zeker"), (66, "dagelijks", "schatting"), (30, "wekelijks", "zeker"), (5, "soms", "zeker")],
)
def test_how_often_follows_from_the_number_a_week(number: int, choice: str, certainty: str) -> None:
    (found,) = proposed("frequentie", [picture(spread(number))])

    assert found.answer == Answer(frozenset({choice}))
    assert found.figures[0].number == number
    assert (found.certainty is Certainty.ESTIMATE) == (certainty == "schatting")
    assert (found.source, found.on) == ("politie", date(2024, 3, 31))


def test_how_often_is_not_said_of_a_handful() -> None:
    assert proposed("frequentie", [picture(spread(4))]) == ()


def test_how_often_is_about_the_last_three_months() -> None:
    """A year ago it happened every day, now hardly ever."""
    early = [row(START + timedelta(days=day)) for day in range(200)]
    late = [row(START + timedelta(days=day)) for day in (300, 320, 340, 350, 360)]
    (found,) = proposed("frequentie", [picture([*early, *late], 366)])

    assert found.answer.values == {"soms"}
    assert found.start is not None
    assert found.start >= date(2024, 9, 1)
    assert found.end == date(2024, 12, 31)
    assert found.figures[0].number == 5


def test_what_happens_are_the_kinds_with_a_fair_share_and_there_may_be_more() -> None:
    rows = [
        *spread(60, kind="Winkeldiefstal"),
        *spread(30, kind="Mishandeling"),
        *spread(3, kind="Drugsoverlast"),
        *spread(10, kind="Burengerucht"),
    ]
    (found,) = proposed("gedrag", [picture(rows)])

    assert found.answer == Answer(frozenset({"winkeldiefstal", "geweld"}), unknown=True)
    assert [(figure.choice, figure.number, figure.of) for figure in found.figures] == [("winkeldiefstal", 60, 103), ("geweld", 30, 103)]


def test_what_happens_is_open_when_no_kind_is_recognised_or_they_are_few() -> None:
    assert proposed("gedrag", [picture(spread(50, kind="Code E33"))]) == ()
    assert proposed("gedrag", [picture(spread(4, kind="Winkeldiefstal"))]) == ()


def test_what_the_user_says_a_kind_means_counts() -> None:
    described = {"meaning": {("gedrag", "Code E33"): "rondhangen"}}

    assert values("gedrag", [picture(spread(50, kind="Code E33"), **described)]) == {"rondhangen"}


def test_where_follows_from_places_whose_name_says_what_they_are() -> None:
    rows = [*spread(40, place="Winkelcentrum Noord"), *spread(20, place="Kerkstraat")]

    assert values("plaats", [picture(rows)]) == {"winkelgebied"}
    assert proposed("plaats", [picture(spread(60, place="Kerkstraat"))]) == ()


def test_when_follows_from_the_hours() -> None:
    rows = [*spread(30, hour=14), *spread(25, hour=20), *spread(3, hour=2)]
    (found,) = proposed("tijd", [picture(rows)])

    assert found.answer == Answer(frozenset({"overdag", "avond"}), unknown=True)
    assert [(figure.choice, figure.number, figure.of) for figure in found.figures] == [("overdag", 30, 58), ("avond", 25, 58)]


def test_the_weekend_is_proposed_only_when_it_has_clearly_more_than_its_days() -> None:
    saturdays = [row(START + timedelta(days=5 + 7 * (at % 13)), hour=14) for at in range(40)]
    week = [row(START + timedelta(days=at % 91), hour=14) for at in range(91)]

    assert values("tijd", [picture([*saturdays, *week])]) == {"overdag", "weekend"}
    assert values("tijd", [picture(week)]) == {"overdag"}


def test_when_is_open_when_most_have_no_hour() -> None:
    assert proposed("tijd", [picture([*spread(30, hour=14), *spread(40)])]) == ()


def test_the_same_place_is_proposed_only_when_it_clearly_is() -> None:
    many = [row(START + timedelta(days=at), place=f"straat {at}") for at in range(15)]
    clear = [*spread(60, place="Markt"), *many]
    (found,) = proposed("vaste_plek", [picture(clear)])

    assert found.answer.values == {"ja"}
    assert [(figure.number, figure.of) for figure in found.figures] == [(60, 75), (1, 16)]
    assert proposed("vaste_plek", [picture(spread(60, place="Markt"))]) == ()
    assert proposed("vaste_plek", [picture([row(START + timedelta(days=at), place=f"straat {at % 30}") for at in range(90)])]) == ()
    assert proposed("vaste_plek", [picture([*spread(10, place="Markt"), *many[:10]])]) == ()


def test_more_or_less_is_proposed_only_with_a_trend() -> None:
    rising = [row(START + timedelta(days=day)) for day in range(360) for _ in range(day // 60)]
    flat = [row(START + timedelta(days=day)) for day in range(360)]
    (found,) = proposed("ontwikkeling", [picture(rising, 360)])

    assert found.answer == Answer(frozenset({"neemt_toe"}))
    assert isinstance(found.change, Interval)
    assert found.certainty is Certainty.LIKELY
    assert values("ontwikkeling", [picture([row(START + timedelta(days=359) - (r["day"] - START)) for r in rising], 360)]) == {"neemt_af"}  # type: ignore[operator]
    assert proposed("ontwikkeling", [picture(flat, 360)]) == ()


def test_a_rise_after_a_meldkaart_is_an_estimate() -> None:
    rising = [row(START + timedelta(days=day)) for day in range(360) for _ in range(day // 60)]
    inside, outside = Event(date(2024, 6, 1), "meldkaart"), Event(date(2023, 6, 1), "meldkaart")

    assert [item.certainty for item in proposed("ontwikkeling", [picture(rising, 360, events=(inside,))])] == [Certainty.ESTIMATE]
    assert [item.certainty for item in proposed("ontwikkeling", [picture(rising, 360, events=(outside,))])] == [Certainty.LIKELY]


def test_a_rise_that_only_follows_the_number_of_places_is_not_proposed() -> None:
    levels = tuple(Level(START + timedelta(days=60 * at), 100 * at + 1) for at in range(6))
    rising = [row(START + timedelta(days=day)) for day in range(360) for _ in range(day // 60)]

    assert proposed("ontwikkeling", [picture(rising, 360, places=levels)]) == ()


def test_the_registration_itself_is_an_answer() -> None:
    assert values("objectief", [picture(spread(20))]) == {"politie"}
    assert values("subjectief", [picture(spread(20), source="meldingen openbare ruimte", registered_by="gemeente")]) == {"klachten"}
    assert proposed("objectief", [picture(spread(20), source="eigen telling")]) == ()


def test_two_sources_that_differ_are_two_proposals() -> None:
    police = picture(spread(20, kind="Mishandeling"))
    shops = picture(spread(80, kind="Diefstal"), source="winkels")

    assert [(item.source, set(item.answer.values)) for item in proposed("gedrag", [police, shops])] == [
        ("politie", {"geweld"}),
        ("ondernemers", {"winkeldiefstal"}),
    ]


def test_groups_that_name_what_happens_are_affected() -> None:
    told = survey({"Winkelier": {"Winkeldiefstal": 20, "Rondhangen": 5}, "Bewoner": {"Rondhangen": 2, "Geen last": 60}})
    (found,) = proposed("getroffen", surveys=[told])

    assert found.answer == Answer(frozenset({"winkeliers"}), unknown=True)
    assert (found.figures[0].number, found.figures[0].of) == (25, 25)
    assert found.certainty is Certainty.ESTIMATE
    assert values("subjectief", surveys=[told]) == {"enquete"}


def test_a_survey_without_what_happens_says_nothing_of_who_is_affected() -> None:
    assert proposed("getroffen", surveys=[survey({"Winkelier": {"Ja": 20, "Nee": 5}})]) == ()


def test_figures_for_the_public_propose_nothing() -> None:
    from dataclasses import replace

    made = replace(picture(spread(80, kind="Winkeldiefstal", hour=14)), public=True)
    told = public_survey(survey({"Winkelier": {"Winkeldiefstal": 20, "Rondhangen": 5}}), RULES)

    assert proposals_of([made], [told], RULES, QUESTIONS) == ()


def test_a_question_that_no_longer_exists_gets_no_answer() -> None:
    kept = {name: question for name, question in QUESTIONS.items() if name != "frequentie"}

    assert all(item.question != "frequentie" for item in proposals_of([picture(spread(80))], [], RULES, kept))


def gaps(pictures: Sequence[Picture] = (), surveys: Sequence[Survey] = ()) -> dict[str, Gap]:
    found = gaps_of(pictures, surveys, RULES, QUESTIONS, proposals_of(pictures, surveys, RULES, QUESTIONS))
    return {gap.rule.id if gap.rule else f"stil: {gap.question}": gap for gap in found}


def test_what_lacks_becomes_a_question_to_somebody() -> None:
    found = gaps([picture([*spread(40), *spread(20, hour=3)])])

    assert (found["geen_tijd"].number, found["geen_tijd"].of) == (40, 60)
    assert found["geen_tijd"].partners == QUESTIONS["tijd"].who
    assert found["geen_plaats"].number == 60
    assert found["plekken_onbekend"].partners == ("coa",)
    assert "geen_enquete" in found
    assert "geen_cijfers" not in found
    assert found["stil: getroffen"].partners == QUESTIONS["getroffen"].who


def test_what_is_there_is_no_gap() -> None:
    rows = [row(START + timedelta(days=at), 14, "Winkeldiefstal", "Winkelcentrum") for at in range(90)]
    made = picture(rows, places=(Level(START, 100),))
    told = survey({"Winkelier": {"Winkeldiefstal": 20, "Rondhangen": 15}, "Bewoner azc": {"Rondhangen": 3, "Geluid": 3}})
    found = gaps([made], [told])

    assert not {
        "geen_tijd",
        "geen_plaats",
        "geen_soort",
        "weinig",
        "plaats_onverklaard",
        "plekken_onbekend",
        "asielzoekers_niet_gevraagd",
    } & set(found)
    assert {"respons_onbekend", "geen_ontwikkeling"} <= set(found)


def test_few_incidents_and_unexplained_kinds_are_gaps() -> None:
    found = gaps([picture([*spread(6, kind="Code 1"), *spread(6, kind="Diefstal fiets")])])

    assert (found["weinig"].number, found["weinig"].of) == (12, None)
    assert (found["soort_onverklaard"].number, found["soort_onverklaard"].of) == (6, 12)


def test_without_figures_the_first_thing_is_to_ask_for_them() -> None:
    found = gaps(surveys=[survey({"Winkelier": {"Ja": 5}}, about=Description(source="enquête", invited={"winkeliers": 20}))])

    assert "geen_cijfers" in found
    assert "asielzoekers_niet_gevraagd" in found
    assert "respons_onbekend" not in found


@pytest.mark.parametrize(
    ("group", "choices"),
    {
        "Personeel": set(),
        "Medewerker": set(),
        "Winkelpersoneel": {"winkeliers"},
        "Personeel van een winkel": {"winkeliers"},
        "COA-medewerker": {"medewerkers"},
        "Personeel van de opvang": {"medewerkers"},
        "Buschauffeur": {"medewerkers"},
        "Boa": {"medewerkers"},
    }.items(),
)
def test_plain_staff_can_work_anywhere(group: str, choices: set[str]) -> None:
    told = survey({group: {"Winkeldiefstal": 20, "Geen last": 20, "Rondhangen": 2}})

    assert {value for item in proposed("getroffen", surveys=[told]) for value in item.answer.values} == choices


def test_two_kinds_in_one_word_are_told_unless_somebody_says_what_they_are() -> None:
    rows = [*spread(60, kind="Winkeldiefstal"), *spread(6, kind="Drugs/drankoverlast")]
    plain, told = picture(rows), picture(rows, meaning={("gedrag", "Drugs/drankoverlast"): "drugs"})

    def mixed(one: Picture) -> list[tuple[int | None, int | None]]:
        return [(gap.number, gap.of) for gap in gaps_of([one], [], RULES, QUESTIONS, ()) if gap.rule and gap.rule.when == "mixed"]

    assert mixed(plain) == [(6, 66)]
    assert mixed(told) == []
