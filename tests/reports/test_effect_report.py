"""What changed after a measure: never that the measure did it."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from pictures import EFFECT, PICTURE, RULES, UNCLEAR

from toolbox_cli.evidence.effect import Effect, Side
from toolbox_cli.evidence.picture import Interval
from toolbox_cli.reports.effect import answer, compose_effect
from toolbox_cli.reports.effect_words import REASONS, may_conclude, may_not_conclude, other_reasons
from toolbox_cli.reports.evidence_json import effect_json

CAUTIONS = (
    "no_comparison", "short_before", "short_after", "small_numbers", "peak_before", "registration_changed", "comparison_small", "season",
    "baseline_differs", "comparison_moved", "target_moving", "target_unknown",
)  # fmt: skip
MORE = replace(EFFECT, word="meer")
NOTHING = replace(UNCLEAR, effect=None, why="er zijn te weinig dagen")


@pytest.mark.parametrize("effect", [EFFECT, MORE, UNCLEAR, NOTHING, replace(EFFECT, cautions=CAUTIONS)])
def test_no_report_says_that_the_measure_is_the_cause(effect: Effect) -> None:
    text = compose_effect(effect, RULES).text().lower()

    assert not re.search(r"bewezen|bewijst|aangetoond|dankzij|door de maatregel|leidde tot|zorgde voor|veroorzaakt", text)
    assert "dat de maatregel de oorzaak is." in text


def test_the_answer_has_the_difference_with_its_interval_and_what_it_is_measured_against() -> None:
    assert answer(EFFECT) == (
        "Vanaf 1 april 2024 zijn voor Stationsstraat 42% minder incidenten (tussen 3% en 66% minder) geregistreerd "
        "dan wanneer het daar net zo was gegaan als bij Marktplein. "
        "Dat past bij een maatregel die werkt, maar het kan ook door iets anders komen."
    )


def test_more_incidents_do_not_fit_a_measure_that_works() -> None:
    assert "Dat past niet bij een maatregel die werkt" in answer(MORE)


def test_no_clear_difference_is_told_with_the_interval() -> None:
    assert answer(UNCLEAR).endswith("het verschil ligt tussen 81% minder en 136% meer incidenten.")
    assert "Dat de maatregel niets doet, of dat alles gelijk bleef." in " ".join(may_not_conclude(UNCLEAR))


def test_when_nothing_can_be_said_the_reason_stands_there() -> None:
    assert (
        answer(NOTHING)
        == "Of er na 1 april 2024 iets veranderde voor het gebied van de maatregel, is niet te zeggen: er zijn te weinig dagen."
    )


@pytest.mark.parametrize("caution", CAUTIONS)
def test_every_caution_has_words_of_its_own(caution: str) -> None:
    without, having = other_reasons(replace(EFFECT, cautions=())), other_reasons(replace(EFFECT, cautions=(caution,)))

    assert set(having) - set(without)
    assert caution not in " ".join(having)


def test_a_caution_without_words_is_still_told() -> None:
    assert "(something_new)" in " ".join(other_reasons(replace(EFFECT, cautions=("something_new",))))


def test_regression_to_the_mean_is_always_explained() -> None:
    assert "een piek is niet uit te sluiten" in " ".join(other_reasons(replace(EFFECT, cautions=())))
    assert "geen duidelijke piek" in " ".join(other_reasons(replace(EFFECT, cautions=(), word="")))
    for cautions in ((), ("peak_before",), ("short_before",)):
        assert sum("regressie naar het gemiddelde" in text for text in other_reasons(replace(EFFECT, cautions=cautions))) == 1
    assert REASONS["peak_before"].startswith("Vlak voor de start was er een piek.")


def test_only_a_change_in_registration_inside_the_two_periods_is_named() -> None:
    told = " ".join(other_reasons(EFFECT))

    assert "een meldkaart voor winkels op 1 april 2024" in told
    assert "ander systeem" not in told


def test_displacement_is_found_not_found_or_not_looked_for() -> None:
    found, unseen = compose_effect(EFFECT, RULES).text(), compose_effect(UNCLEAR, RULES).text()
    without = compose_effect(replace(EFFECT, neighbours=EFFECT.neighbours[1:]), RULES).text()

    assert "Meer incidenten in de omgeving: Parkweg. Dat past bij verplaatsing daarheen." in found
    assert "Dat er niets is verplaatst." not in found
    assert "geen duidelijke toename te zien" in without
    assert "Dat er niets is verplaatst. Alleen de genoemde plaatsen en uren zijn bekeken." in without
    assert "Naar verplaatsing is niet gekeken" in unseen
    few = tuple(replace(item, change=None, word="") for item in EFFECT.neighbours)
    assert "Of er iets is verplaatst, is niet te zeggen." in compose_effect(replace(EFFECT, neighbours=few), RULES).text()
    assert "Dat er niets is verplaatst. Er is niet naar de omgeving gekeken." in unseen


def test_what_may_be_concluded_gives_the_counts() -> None:
    assert may_conclude(EFFECT)[0] == (
        "De telling voor Stationsstraat: 64 incidenten in de 91 dagen voor de start, en 35 in de 91 dagen erna."
    )


def test_the_numbers_of_table_and_sentence_are_equal() -> None:
    document = compose_effect(EFFECT, RULES)
    rows = next(block.rows for block in document.blocks if hasattr(block, "rows"))

    assert rows[0][:3] == ("Stationsstraat", "64", "35")
    assert "64 incidenten in de 91 dagen voor de start, en 35" in document.text()
    assert [row[1:3] for row in rows[1:]] == [("40", "38"), ("10", "24"), ("12", "11")]


def test_periods_of_another_length_are_said_to_be_counted_per_day() -> None:
    assert "niet even lang" in compose_effect(replace(EFFECT, after_days=30), RULES).text()
    assert "niet even lang" not in compose_effect(EFFECT, RULES).text()


def test_a_start_outside_the_figures_gives_no_numbers() -> None:
    outside = replace(UNCLEAR, before_days=0, after_days=0, why="de maatregel begint niet binnen de periode van de cijfers", effect=None)
    text = compose_effect(outside, RULES).text()

    assert "is niet te zeggen: de maatregel begint niet binnen de periode van de cijfers." in text
    assert "De telling" not in text
    assert "Voor en na" not in text
    assert "Niets over een verschil" in text


def test_json_has_every_figure_and_nothing_of_a_row_but_its_number() -> None:
    found = json.loads(json.dumps(effect_json(EFFECT), allow_nan=False))

    assert (found["target"]["before"], found["target"]["after"], found["word"]) == (64, 35, "minder")
    assert found["effect"] == {"value": 0.58, "low": 0.34, "high": 0.97}
    assert [item["word"] for item in found["neighbours"]] == ["meer", ""]
    assert found["baseline"] == {"from": "2024-01-01", "until": "2024-03-31", "number": 60}
    assert found["cautions"] == list(EFFECT.cautions)
    assert found["unused"][0]["rows"] == [[4, 4], [7, 10], [31, 31]]
    assert effect_json(UNCLEAR)["comparison"] is None
    assert PICTURE.unused == EFFECT.unused


def test_the_json_holds_the_comparison_that_is_used_when_none_was_named() -> None:
    found = effect_json(replace(EFFECT, trial=replace(EFFECT.trial, comparison=None)))

    assert (found["comparison"]["label"], found["comparison"]["part"]) == ("Marktplein", None)


def test_a_fall_that_was_there_before_the_start_stands_in_the_answer() -> None:
    earlier = replace(EFFECT, cautions=("target_moving",), earlier=Interval(0.6, 0.4, 0.9))

    assert answer(earlier).endswith("De daling was er al voor de start.")
    assert answer(replace(EFFECT, cautions=("target_unknown",))).endswith("Of het aantal al voor de start veranderde, is niet te zeggen.")


def test_a_conclusion_carries_its_exceptions_in_the_same_sentence() -> None:
    told = may_conclude(replace(EFFECT, cautions=("season", "peak_before")))[1]

    assert told.startswith("Het verschil is groter dan toeval")
    assert told.endswith("behalve als het aantal na de piek vlak voor de start vanzelf terugging of het alleen het seizoen is.")
    assert "behalve" not in may_conclude(replace(EFFECT, cautions=()))[1]


def test_few_incidents_give_numbers_and_no_percentage() -> None:
    few = replace(
        EFFECT, target=Side("Stationsstraat", 18, 9, None), effect=None, word="", why="er zijn te weinig incidenten", percentage_from=30
    )

    assert answer(few).endswith("is niet te zeggen: 18 ervoor, 9 erna; te weinig voor een percentage.")
    assert "%" not in answer(few)
