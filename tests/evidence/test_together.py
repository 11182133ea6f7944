"""Both sides beside each other: confirmed, contradicted, or lacking; and causes that nothing ever shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import pytest
from helpers import CATALOGUE, answers_of
from rows import about, incidents, row
from surveys import survey as survey_about

from toolbox_cli.evidence.describe import picture_of
from toolbox_cli.evidence.hypotheses import Weighed, weighed
from toolbox_cli.evidence.picture import Picture
from toolbox_cli.evidence.signals import Seen, signals_of
from toolbox_cli.evidence.survey import Survey
from toolbox_cli.evidence.together import Apart, Beside, Status, days_apart, rows_about, side_by_side
from toolbox_cli.model.evidence import Description, Event, Level
from toolbox_cli.rules.truth import Truth

RULES, QUESTIONS = CATALOGUE.evidence, CATALOGUE.question_by_id
START = date(2024, 1, 1)
SAME = Description(source="enquête", start=START, end=START + timedelta(days=90))
ALL = "winkeldiefstal, vernieling, vechtpartijen en overlast op straat"


def registered(counts: Mapping[str, int], definition: str = ALL, days: int = 91, **more: object) -> Picture:
    """A registration by the police with so many of each kind."""
    rows = [row(START + timedelta(days=at * days // number), 14, kind) for kind, number in counts.items() for at in range(number)]
    return picture_of(incidents(rows), about(days, definition=definition, **more), RULES, ("bvh.csv",))


def survey(told: Mapping[str, Mapping[str, int]], question: str = "Waar hebt u last van?", about: Description = SAME) -> Survey:
    """A survey about the same days as the registration."""
    return survey_about(told, question, about)


def beside(pictures: Sequence[Picture], surveys: Sequence[Survey]) -> dict[str, Beside]:
    return {row.choice: row for row in side_by_side(pictures, surveys, RULES, QUESTIONS) if row.question == "gedrag"}


def test_what_both_name_is_confirmed() -> None:
    rows = beside([registered({"Winkeldiefstal": 40})], [survey({"Winkelier": {"Winkeldiefstal": 20, "Geen last": 20, "Rondhangen": 2}})])

    assert rows["winkeldiefstal"].status is Status.CONFIRMS
    assert [(item.number, item.of) for item in rows["winkeldiefstal"].objective] == [(40, 40)]
    assert [(item.group, item.number, item.of) for item in rows["winkeldiefstal"].subjective] == [("winkeliers", 20, 42)]


def test_what_is_registered_and_asked_and_nobody_names_is_contradicted() -> None:
    told = survey({"Bewoner": {"Winkeldiefstal": 1, "Rondhangen": 40, "Geen last": 20}})
    row = beside([registered({"Winkeldiefstal": 40})], [told])["winkeldiefstal"]

    assert row.status is Status.CONTRADICTS
    assert row.subjective[0].names is Truth.NO


def test_what_was_not_asked_lacks() -> None:
    row = beside([registered({"Vernieling": 40})], [survey({"Bewoner": {"Rondhangen": 40, "Geluid": 20}})])["vernieling"]

    assert (row.status, row.lacks, row.subjective) == (Status.LACKING, ("subjective",), ())


def test_few_people_never_contradict() -> None:
    row = beside([registered({"Winkeldiefstal": 40})], [survey({"Bewoner": {"Winkeldiefstal": 1, "Rondhangen": 25}})])["winkeldiefstal"]

    assert (row.status, row.lacks) == (Status.LACKING, ("subjective",))


def test_one_group_that_says_no_is_not_everybody() -> None:
    told = survey({"Bewoner": {"Winkeldiefstal": 1, "Rondhangen": 60}, "Winkelier": {"Rondhangen": 10}})
    row = beside([registered({"Winkeldiefstal": 40})], [told])["winkeldiefstal"]

    assert row.status is Status.LACKING


def test_a_theme_that_nobody_brought_up_was_not_asked() -> None:
    told = survey({"Bewoner": {"Winkeldiefstal": 1, "Rondhangen": 60}}, question="Thema")
    row = beside([registered({"Winkeldiefstal": 40})], [told])["winkeldiefstal"]

    assert (row.status, row.lacks) == (Status.LACKING, ("subjective",))


VANDALISM = {"Bewoner": {"Vernieling": 30, "Rondhangen": 10}}


def test_what_people_name_and_a_registration_that_covers_it_does_not_have_is_contradicted() -> None:
    assert beside([registered({"Winkeldiefstal": 80})], [survey(VANDALISM)])["vernieling"].status is Status.CONTRADICTS


@pytest.mark.parametrize(
    ("other", "status"),
    [(200, Status.LACKING), (5, Status.LACKING), (3, Status.CONTRADICTS)],
)
def test_a_registration_of_which_enough_is_not_explained_contradicts_nobody(other: int, status: Status) -> None:
    """What is booked as something else can be what people name."""
    row = beside([registered({"Winkeldiefstal": 80, "Overig": other})], [survey(VANDALISM)])["vernieling"]

    assert row.status is status
    assert row.objective[0].open == other


@pytest.mark.parametrize("definition", [f"{ALL}, behalve vernieling", "winkeldiefstal (excl. vernieling)", f"{ALL}. Vernieling niet."])
def test_a_definition_that_takes_it_out_contradicts_nobody(definition: str) -> None:
    row = beside([registered({"Winkeldiefstal": 80}, definition)], [survey(VANDALISM)])["vernieling"]

    assert (row.status, row.lacks) == (Status.LACKING, ("objective",))


@pytest.mark.parametrize(("number", "names"), [(5, Truth.UNKNOWN), (140, Truth.UNKNOWN), (160, Truth.YES)])
def test_a_few_of_many_are_not_named(number: int, names: Truth) -> None:
    row = beside([registered({"Winkeldiefstal": 3000 - number, "Vernieling": number})], [])["vernieling"]

    assert row.objective[0].names is names


@pytest.mark.parametrize(("people", "status"), [(30, Status.LACKING), (36, Status.CONTRADICTS)])
def test_nobody_of_thirty_can_still_be_one_in_ten(people: int, status: Status) -> None:
    told = survey({"Bewoner": {"Rondhangen": people}, "Winkelier": {"Winkeldiefstal": 1}})
    row = beside([registered({"Winkeldiefstal": 40})], [told])["winkeldiefstal"]

    assert row.subjective[-1].names is (Truth.NO if status is Status.CONTRADICTS else Truth.UNKNOWN)


def during(start: date | None, end: date | None) -> Description:
    return Description(source="enquête", start=start, end=end)


@pytest.mark.parametrize(
    ("about", "status", "apart"),
    [
        (during(None, None), Status.LACKING, Apart.UNKNOWN_DAYS),
        (during(date(2026, 3, 1), date(2026, 3, 31)), Status.LACKING, Apart.OTHER_DAYS),
        (during(date(2024, 3, 1), date(2024, 3, 31)), Status.CONTRADICTS, None),
        (during(date(2023, 4, 1), date(2024, 3, 31)), Status.LACKING, Apart.OTHER_DAYS),
    ],
)
def test_sides_about_other_days_do_not_contradict(about: Description, status: Status, apart: Apart | None) -> None:
    """The registration covers a month within its quarter, not a year around it."""
    row = beside([registered({"Winkeldiefstal": 80})], [survey(VANDALISM, about=about)])["vernieling"]

    assert (row.status, row.lacks, row.apart) == (status, (), apart)


def test_other_days_are_told_whatever_differs() -> None:
    picture = registered({"Winkeldiefstal": 80})

    assert days_apart([picture], [survey(VANDALISM)], RULES) is None
    assert days_apart([picture], [survey(VANDALISM, about=during(date(2024, 3, 1), date(2024, 3, 31)))], RULES) is Apart.OTHER_DAYS
    assert days_apart([picture], [survey(VANDALISM), survey(VANDALISM, about=during(None, None))], RULES) is Apart.UNKNOWN_DAYS


def test_not_registered_is_not_that_it_does_not_happen() -> None:
    told = survey({"Bewoner": {"Vernieling": 30, "Rondhangen": 10}})
    row = beside([registered({"Winkeldiefstal": 40}, definition="winkeldiefstal")], [told])["vernieling"]

    assert (row.status, row.lacks) == (Status.LACKING, ("objective",))


@pytest.mark.parametrize("counts", [{"Winkeldiefstal": 20}, {"Winkeldiefstal": 40, "Vernieling": 1}])
def test_a_registration_with_little_or_with_one_of_it_contradicts_nobody(counts: Mapping[str, int]) -> None:
    told = survey({"Bewoner": {"Vernieling": 30, "Rondhangen": 10}})

    assert beside([registered(counts)], [told])["vernieling"].status is Status.LACKING


def test_without_a_survey_everything_lacks_on_that_side() -> None:
    rows = beside([registered({"Winkeldiefstal": 40})], [])

    assert {row.lacks for row in rows.values()} == {("subjective",)}


def test_groups_are_never_added_up() -> None:
    told = survey({"Bewoner": {"Rondhangen": 3, "Geluid": 2}, "Winkelier": {"Rondhangen": 4, "Winkeldiefstal": 2}})
    row = beside([], [told])["rondhangen"]

    assert [(item.group, item.number, item.of) for item in row.subjective] == [("winkeliers", 4, 6), ("bewoners", 5, 5)]


def test_times_are_compared_by_hours_and_by_words() -> None:
    told = survey({"Bewoner": {"'s Avonds": 30, "Overdag": 10}}, question="Wanneer?")
    rows = {
        row.choice: row for row in side_by_side([registered({"Winkeldiefstal": 40})], [told], RULES, QUESTIONS) if row.question == "tijd"
    }

    assert rows["overdag"].status is Status.CONFIRMS
    assert (rows["avond"].status, rows["avond"].lacks) == (Status.LACKING, ("objective",))


def growing(**more: object) -> Picture:
    rows = [row(START + timedelta(days=day), 14, "Winkeldiefstal") for day in range(360) for _ in range(day // 60)]
    return picture_of(incidents(rows), about(360, **more), RULES, ("bvh.csv",))


def test_more_or_less_is_compared_with_the_trend() -> None:
    told = survey({"Winkelier": {"Toegenomen": 30, "Afgenomen": 10}}, question="Neemt het toe?")
    rows = {row.choice: row for row in side_by_side([growing()], [told], RULES, QUESTIONS) if row.question == "ontwikkeling"}

    assert rows["neemt_toe"].status is Status.CONFIRMS
    assert rows["neemt_toe"].objective[0].word == "stijgt"


def test_no_trend_says_nothing_of_more_or_less() -> None:
    told = survey({"Winkelier": {"Toegenomen": 30, "Afgenomen": 10}}, question="Neemt het toe?")
    rows = {row.choice: row for row in side_by_side([registered({"Winkeldiefstal": 40})], [told], RULES, QUESTIONS)}

    assert (rows["neemt_toe"].status, rows["neemt_toe"].lacks) == (Status.LACKING, ("objective",))


def test_the_answers_about_a_problem_pick_its_rows() -> None:
    rows = side_by_side([registered({"Winkeldiefstal": 40, "Vernieling": 10})], [], RULES, QUESTIONS)
    ours, others = rows_about(rows, answers_of({"gedrag": ["vernieling"], "tijd": "onbekend"}), QUESTIONS)

    assert [row.choice for row in ours] == ["vernieling", "overdag"]
    assert [row.choice for row in others] == ["winkeldiefstal"]
    assert rows_about(rows, answers_of({}), QUESTIONS) == (rows, ())


def test_another_answer_to_a_question_with_one_answer_is_about_the_problem() -> None:
    told = survey({"Winkelier": {"Toegenomen": 30, "Afgenomen": 10}}, question="Neemt het toe?")
    ours, others = rows_about(side_by_side([], [told], RULES, QUESTIONS), answers_of({"ontwikkeling": "gelijk"}), QUESTIONS)

    assert [row.choice for row in ours] == ["neemt_toe", "neemt_af"]
    assert others == ()


# Signals: yes, no, unknown


def seen(name: str, pictures: Sequence[Picture] = (), surveys: Sequence[Survey] = ()) -> list[Truth]:
    return [item.truth for item in _signals(pictures, surveys)[name]]


def _signals(pictures: Sequence[Picture] = (), surveys: Sequence[Survey] = ()) -> Mapping[str, tuple[Seen, ...]]:
    return signals_of(pictures, surveys, side_by_side(pictures, surveys, RULES, QUESTIONS), RULES)


def at_hours(hours: Mapping[int, int], place: str | None = None) -> Picture:
    rows = [row(START + timedelta(days=at % 91), hour, "Winkeldiefstal", place) for hour, number in hours.items() for at in range(number)]
    return picture_of(incidents(rows), about(91), RULES, ("bvh.csv",))


def at_places(numbers: Sequence[int]) -> Picture:
    rows = [row(START + timedelta(days=at % 91), 14, None, f"plek {place}") for place, number in enumerate(numbers) for at in range(number)]
    return picture_of(incidents(rows), about(91), RULES, ("bvh.csv",))


@pytest.mark.parametrize(
    ("signal", "pictures", "truths"),
    [
        ("avond_nacht", [at_hours({20: 80, 14: 10})], [Truth.YES]),
        ("avond_nacht", [at_hours({20: 10, 14: 80})], [Truth.NO]),
        ("avond_nacht", [at_hours({20: 55, 14: 45})], [Truth.UNKNOWN]),
        ("avond_nacht", [at_hours({20: 20})], [Truth.UNKNOWN]),
        ("weinig_plekken", [at_places([60, *[1] * 12])], [Truth.YES]),
        ("weinig_plekken", [at_places([4] * 30)], [Truth.NO]),
        ("weinig_plekken", [at_places([60, 10, 5])], []),
        ("diefstal", [registered({"Winkeldiefstal": 80, "Vernieling": 10})], [Truth.YES]),
        ("diefstal", [registered({"Winkeldiefstal": 10, "Vernieling": 80})], [Truth.NO]),
        ("diefstal", [registered({"Winkeldiefstal": 10, "Code 1": 80})], [Truth.UNKNOWN]),
        ("een_soort", [registered({"Winkeldiefstal": 80, "Vernieling": 10})], [Truth.YES]),
        ("een_soort", [registered({"Winkeldiefstal": 40, "Vernieling": 40})], [Truth.UNKNOWN]),
        ("een_soort", [registered({"Winkeldiefstal": 80, "Vernieling": 80, "Vechtpartij": 80})], [Truth.NO]),
        ("stijgt", [growing()], [Truth.YES]),
        ("stijgt", [registered({"Winkeldiefstal": 91})], [Truth.UNKNOWN]),
        ("stijgt", [], []),
        ("registratie_veranderd", [growing(events=(Event(date(2024, 6, 1), "meldkaart"),))], [Truth.YES]),
        ("registratie_veranderd", [growing()], []),
    ],
)
def test_a_signal_is_yes_no_or_too_little_to_say(signal: str, pictures: Sequence[Picture], truths: Sequence[Truth]) -> None:
    assert seen(signal, pictures) == truths


def test_a_fall_is_no_rise() -> None:
    rows = [row(START + timedelta(days=359 - day), 14, "Winkeldiefstal") for day in range(360) for _ in range(day // 60)]

    assert seen("stijgt", [picture_of(incidents(rows), about(360), RULES)]) == [Truth.NO]


def test_a_rise_with_the_number_of_places_is_seen_only_with_that_number() -> None:
    with_them = tuple(Level(START + timedelta(days=60 * at), 100 * at + 1) for at in range(6))

    assert seen("stijgt_met_plekken", [growing(places=with_them)]) == [Truth.YES]
    assert seen("stijgt_met_plekken", [growing(places=(Level(START, 100),))]) == [Truth.NO]
    assert seen("stijgt_met_plekken", [growing()]) == []


@pytest.mark.parametrize(
    ("told", "question", "truth"),
    [
        ({"Verveling": 10, "Drugs": 30}, "Wat is de oorzaak?", [Truth.YES]),
        ({"Verveling": 1, "Drugs": 60}, "Wat is de oorzaak?", [Truth.NO]),
        ({"Verveling": 1, "Drugs": 20}, "Wat is de oorzaak?", [Truth.UNKNOWN]),
        ({"Verveling": 1, "Drugs": 60}, "Thema", [Truth.UNKNOWN]),
        ({"Drugs": 60, "Afval": 3}, "Wat is de oorzaak?", []),
    ],
)
def test_a_group_names_a_cause_or_does_not_or_was_not_asked(told: Mapping[str, int], question: str, truth: Sequence[Truth]) -> None:
    assert seen("noemt_verveling", surveys=[survey({"Bewoner": told}, question=question)]) == truth


GOOD = "Wat gaat er goed?"
OPPOSITE = [
    ("noemt_melden", "Melden bij politie / gemeente", "Wat doet u als u iets ziet?"),
    ("noemt_samenwerking", "Goede samenwerking", "Wat valt u op?"),
    ("noemt_samenwerking", "Samenwerking", "Wat valt u op?"),
    ("noemt_donker", "Goede verlichting", "Wat valt u op?"),
    ("noemt_donker", "Geen donkere plekken", "Wat valt u op?"),
    ("noemt_toezicht", "Handhaving", GOOD),
    ("noemt_toezicht", "Meer toezicht", "Wat is er veranderd?"),
    ("noemt_donker", "Donkere plekken", GOOD),
    ("noemt_vervoer", "Bus", "Hoe komt u hier?"),
    ("noemt_zorg", "Goede zorg", "Wat valt u op?"),
]


@pytest.mark.parametrize(("signal", "label", "question"), OPPOSITE)
def test_what_is_good_is_no_complaint(signal: str, label: str, question: str) -> None:
    assert seen(signal, surveys=[survey({"Bewoner": {label: 30, "Iets anders": 10}}, question=question)]) == []


@pytest.mark.parametrize(
    ("signal", "label"),
    [
        ("noemt_melden", "Weet niet waar ik kan melden"),
        ("noemt_samenwerking", "Slechte samenwerking"),
        ("noemt_donker", "Te weinig verlichting"),
        ("noemt_toezicht", "Geen handhaving"),
        ("noemt_vervoer", "Wachten op de bus"),
    ],
)
def test_what_is_bad_is_a_complaint(signal: str, label: str) -> None:
    assert seen(signal, surveys=[survey({"Bewoner": {label: 30, "Iets anders": 10}}, question="Wat valt u op?")]) == [Truth.YES]


def test_trouble_under_what_goes_well_is_no_trouble() -> None:
    assert beside([], [survey({"Bewoner": {"Winkeldiefstal": 30, "Rondhangen": 10}}, question=GOOD)]) == {}


def test_what_is_named_and_not_registered_is_a_signal() -> None:
    told = survey({"Bewoner": {"Vernieling": 30, "Rondhangen": 30}})
    both = registered({"Vernieling": 30, "Overlast op straat": 30})

    assert seen("niet_geregistreerd", [registered({"Winkeldiefstal": 80})], [told]) == [Truth.YES]
    assert seen("niet_geregistreerd", [both], [told]) == [Truth.NO]
    assert seen("niet_geregistreerd", [registered({"Winkeldiefstal": 40}, definition="winkeldiefstal")], [told]) == []


# Causes


def causes(pictures: Sequence[Picture] = (), surveys: Sequence[Survey] = ()) -> Mapping[str, Weighed]:
    return {item.hypothesis.id: item for item in weighed(_signals(pictures, surveys), RULES)}


def test_a_cause_has_what_speaks_for_it_against_it_and_what_lacks() -> None:
    found = causes([at_hours({14: 90})], [survey({"Bewoner": {"Donker": 10, "Drugs": 30}}, question="Waardoor?")])["donker"]

    assert [(item.signal, item.truth) for item in found.speaks_for] == [("noemt_donker", Truth.YES)]
    assert [(item.signal, item.truth) for item in found.speaks_against] == [("avond_nacht", Truth.NO)]
    assert found.unknown == ()
    assert found.ask == found.hypothesis.missing


def test_what_is_unknown_speaks_neither_for_nor_against() -> None:
    found = causes([at_hours({20: 20})])["donker"]

    assert (found.speaks_for, found.speaks_against) == ((), ())
    assert found.unknown == ("noemt_donker", "avond_nacht")


def test_without_data_every_cause_is_open_and_asks_somebody() -> None:
    for found in causes().values():
        assert (found.speaks_for, found.speaks_against) == ((), ())
        assert found.ask


@pytest.mark.parametrize(
    ("cause", "picture"),
    [
        ("zorg", lambda: registered({"Winkeldiefstal": 90, "Drugs": 2})),
        ("verveling", lambda: at_hours({20: 80, 14: 10})),
        ("geen_toezicht", lambda: at_places([4] * 30)),
        ("gelegenheid", lambda: registered({"Vernieling": 90})),
    ],
)
def test_what_does_not_follow_speaks_against_no_cause(cause: str, picture: Callable[[], Picture]) -> None:
    assert causes([picture()])[cause].speaks_against == ()


def test_whatever_speaks_against_a_cause_says_why() -> None:
    assert all(part.why for item in RULES.hypotheses for part in item.speaks_against)


def test_more_reporting_and_more_places_are_explanations_and_no_cause() -> None:
    levels = tuple(Level(START + timedelta(days=60 * at), 100 * at + 1) for at in range(6))
    found = causes([growing(places=levels, events=(Event(date(2024, 6, 1), "meldkaart"),))])

    assert found["meer_gemeld"].speaks_for
    assert found["meer_plekken"].speaks_for
    assert found["meer_gemeld"].hypothesis.cause == found["meer_plekken"].hypothesis.cause == ""
