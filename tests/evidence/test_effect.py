"""Before and after a measure: the effect, what moved next door, and each caution with its rule."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from rows import START, about, daily, incidents, row

from toolbox_cli.errors import NotFoundError
from toolbox_cli.evidence.effect import Effect, Part, Trial
from toolbox_cli.evidence.evaluate import LESS, MORE, OUTSIDE, TOO_SHORT, effect_of, too_few
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.model.evidence import Event

WEEKS = 52
MIDDLE = START + timedelta(days=7 * WEEKS // 2)
MARKET, STATION, ELSEWHERE = (Part(frozenset({name}), label=name) for name in ("Markt", "Station", "Elders"))


def weeks(**per_week: tuple[int, int]) -> Incidents:
    """For each place so many a week before the middle and so many after it, over 52 weeks; at 21.00."""
    rows = []
    for place, (before, after) in per_week.items():
        for week in range(WEEKS):
            many = before if week < WEEKS // 2 else after
            rows += [row(START + timedelta(days=7 * week + at % 7), 21, "Overlast", place) for at in range(many)]
    return incidents(rows)


def effect(figures: Incidents, target: Part = MARKET, other: Incidents | None = None, days: int = 7 * WEEKS, **more: Any) -> Effect:
    told = {name: more.pop(name) for name in ("events", "start") if name in more}
    limit = {name: more.pop(name) for name in ("fewest",) if name in more}
    return effect_of(figures, about(days, **told), Trial(more.pop("on", MIDDLE), target, **more), other, **limit)


def test_a_fall_that_the_other_places_do_not_have_is_less() -> None:
    found = effect(weeks(Markt=(10, 5), Elders=(10, 10)))

    assert (found.word, found.why) == (LESS, "")
    assert found.effect is not None
    assert found.effect.value == pytest.approx(0.5)
    assert (found.target.before, found.target.after) == (260, 130)
    assert found.comparison is not None
    assert (found.comparison.label, found.comparison.before, found.comparison.after) == ("overige plaatsen", 260, 260)


def test_a_rise_that_the_other_places_do_not_have_is_more() -> None:
    assert effect(weeks(Markt=(5, 10), Elders=(10, 10))).word == MORE


def test_a_fall_that_all_places_have_is_no_effect() -> None:
    found = effect(weeks(Markt=(10, 5), Elders=(10, 5)))

    assert found.word == ""
    assert found.effect is not None
    assert found.effect.value == pytest.approx(1)
    assert found.target.change is not None
    assert found.target.change.high < 1


def test_without_anything_to_compare_with_the_change_alone_is_given_with_a_caution() -> None:
    found = effect(weeks(Markt=(10, 5)))

    assert found.comparison is None
    assert "no_comparison" in found.cautions
    assert found.effect == found.target.change


def test_a_named_comparison_goes_before_all_other_places() -> None:
    found = effect(weeks(Markt=(10, 5), Elders=(10, 10), Station=(10, 5)), comparison=STATION)

    assert found.comparison is not None
    assert found.comparison.label == "Station"
    assert found.word == ""


def test_another_file_may_be_the_comparison() -> None:
    found = effect(weeks(Markt=(10, 5), Elders=(10, 10)), other=daily([2] * 7 * WEEKS))

    assert found.comparison is not None
    assert (found.comparison.before, found.comparison.after) == (364, 364)
    assert found.word == LESS


def test_neighbours_are_not_part_of_the_comparison() -> None:
    found = effect(weeks(Markt=(10, 5), Station=(5, 10), Elders=(20, 20)), neighbours=(STATION,))

    assert found.comparison is not None
    assert found.comparison.before == 520
    assert found.neighbours[0].word == MORE
    assert found.neighbours[0].side.label == "Station"


def test_what_moved_next_door_is_no_gain_in_all() -> None:
    found = effect(weeks(Markt=(10, 5), Station=(5, 10), Elders=(20, 20)), neighbours=(STATION,))

    assert found.net is not None
    assert found.net.value == pytest.approx(1)
    assert (found.word, found.net_word) == (LESS, "")


def test_neighbours_that_gain_too_are_said_to_have_less() -> None:
    found = effect(weeks(Markt=(10, 5), Station=(10, 5), Elders=(20, 20)), neighbours=(STATION,))

    assert (found.neighbours[0].word, found.net_word) == (LESS, LESS)


def test_without_neighbours_there_is_no_sum() -> None:
    assert effect(weeks(Markt=(10, 5), Elders=(10, 10))).net is None


def test_an_incident_in_two_neighbours_counts_once_in_the_sum() -> None:
    both = (STATION, Part(frozenset({"Station"}), kinds=frozenset({"Overlast"}), label="dubbel"))
    figures = weeks(Markt=(10, 5), Station=(5, 10), Elders=(20, 20))

    assert effect(figures, neighbours=both).net == effect(figures, neighbours=(STATION,)).net


def test_more_neighbours_ask_for_more_certainty() -> None:
    figures = weeks(Markt=(10, 10), Station=(5, 6), Plein=(5, 5), Park=(5, 5), Elders=(20, 20))
    others = tuple(Part(frozenset({name})) for name in ("Plein", "Park"))

    one, three = (
        effect(figures, neighbours=parts, comparison=ELSEWHERE).neighbours[0].change for parts in ((STATION,), (STATION, *others))
    )

    assert one is not None
    assert three is not None
    assert three.low < one.low < one.high < three.high


def test_a_neighbour_with_few_incidents_gets_no_change() -> None:
    found = effect(
        incidents([*_rows(weeks(Markt=(10, 5), Elders=(9, 9))), *[row(START, 1, "Overlast", "Station")] * 29]), neighbours=(STATION,)
    )

    assert (found.neighbours[0].change, found.neighbours[0].word) == (None, "")


def _rows(figures: Incidents) -> list[dict[str, object]]:
    return [r | {"kind": figures.kinds[r["kind"]], "place": figures.places[r["place"]]} for r in figures.frame.iter_rows(named=True)]


def hours(**at: tuple[int, tuple[int, int]]) -> Incidents:
    rows = []
    for hour, (before, after) in at.values():
        for week in range(WEEKS):
            many = before if week < WEEKS // 2 else after
            rows += [row(START + timedelta(days=7 * week + day % 7), hour, "Overlast", "Markt") for day in range(many)]
    return incidents(rows)


def test_hours_through_midnight_are_a_part() -> None:
    figures = hours(late=(23, (10, 5)), night=(1, (10, 5)), noon=(12, (10, 10)))

    found = effect(figures, Part(hours=(22, 3)))

    assert (found.target.before, found.target.after) == (520, 260)
    assert found.comparison is not None
    assert (found.comparison.label, found.comparison.before) == ("overige uren", 260)
    assert found.word == LESS


def test_what_moved_to_later_hours_is_found() -> None:
    figures = hours(evening=(21, (10, 5)), night=(1, (5, 10)), noon=(12, (10, 10)))

    found = effect(figures, Part(hours=(18, 0)), neighbours=(Part(hours=(0, 4), label="na middernacht"),))

    assert [item.word for item in found.neighbours] == [MORE]
    assert found.net_word == ""


def test_an_incident_without_an_hour_is_in_no_stretch_of_hours() -> None:
    figures = incidents([*(row(START + timedelta(days=at), place="Markt") for at in range(364))])

    found = effect(figures, Part(hours=(0, 24)))

    assert (found.target.before, found.target.after) == (0, 0)


def test_only_the_kinds_of_the_target_count() -> None:
    rows = [row(START + timedelta(days=at), kind=kind, place="Markt") for at in range(364) for kind in ("Overlast", "Diefstal")]

    assert effect(incidents(rows), Part(frozenset({"Markt"}), frozenset({"Diefstal"}))).target.before == 182


@pytest.mark.parametrize("part", [Part(frozenset({"Mrakt"})), Part(kinds=frozenset({"Mrakt"}))])
def test_a_place_or_kind_that_is_not_there_is_refused_with_those_that_are(part: Part) -> None:
    with pytest.raises(NotFoundError, match="Mrakt") as refused:
        effect(weeks(Markt=(1, 1)), part)
    assert ("Markt" if part.places else "Overlast") in refused.value.hint


def test_a_comparison_that_is_not_in_the_other_file_is_refused() -> None:
    with pytest.raises(NotFoundError, match="Elders"):
        effect(weeks(Markt=(1, 1), Elders=(1, 1)), other=weeks(Markt=(1, 1)), comparison=ELSEWHERE)


@pytest.mark.parametrize(
    ("on", "before", "why"),
    [(14, 14, TOO_SHORT), (27, 21, TOO_SHORT), (28, 28, ""), (7 * WEEKS - 28, 28, ""), (7 * WEEKS - 27, 21, TOO_SHORT)],
)
def test_four_whole_weeks_on_both_sides_are_the_least(on: int, before: int, why: str) -> None:
    found = effect(weeks(Markt=(10, 10)), on=START + timedelta(days=on))

    assert (found.before_days, found.after_days, found.why) == (before, before, why)
    assert (found.effect is None) is bool(why)


@pytest.mark.parametrize("on", [START, START - timedelta(days=5), START + timedelta(days=7 * WEEKS + 1)])
def test_a_start_outside_the_period_says_nothing(on: date) -> None:
    found = effect(weeks(Markt=(10, 5)), on=on)

    assert (found.word, found.why, found.effect) == ("", OUTSIDE, None)


def test_fewer_than_thirty_incidents_give_numbers_and_no_change() -> None:
    rows = [row(START + timedelta(days=7 * at), place="Markt") for at in range(29)]

    assert effect(incidents(rows)).why == too_few(30)
    assert effect(incidents(rows)).target.change is None
    assert effect(incidents([*rows, row(MIDDLE, place="Markt")])).why == ""
    assert effect(weeks(Markt=(10, 5), Elders=(10, 10)), fewest=1000).effect is None


def test_a_side_without_incidents_still_has_an_interval() -> None:
    found = effect(weeks(Markt=(3, 0), Elders=(10, 10)))

    assert found.word == LESS
    assert found.effect is not None
    assert 0 < found.effect.low < found.effect.high < 0.2


def test_a_measure_that_ended_is_judged_to_its_last_day() -> None:
    found = effect(weeks(Markt=(10, 10)), end=MIDDLE + timedelta(days=69))

    assert (found.before_days, found.after_days) == (70, 70)


def test_whole_years_on_both_sides_are_compared_by_whole_years() -> None:
    found = effect(daily([1] * 900, places=("Markt",), at=np.zeros(900)), on=START + timedelta(days=450), days=900)

    assert found.before_days == 364
    assert "season" not in found.cautions


def has(caution: str, figures: Incidents, **more: Any) -> bool:
    return caution in effect(figures, **more).cautions


CALM = weeks(Markt=(10, 10), Elders=(10, 10))


def test_less_than_a_whole_year_on_both_sides_is_said() -> None:
    assert has("season", CALM)


@pytest.mark.parametrize(("on", "before", "after"), [(83, True, False), (84, False, False), (280, False, False), (281, False, True)])
def test_less_than_twelve_weeks_is_short(on: int, before: bool, after: bool) -> None:
    start = START + timedelta(days=on)

    assert (has("short_before", CALM, on=start), has("short_after", CALM, on=start)) == (before, after)


def test_fewer_than_thirty_on_a_side_is_small() -> None:
    assert not has("small_numbers", weeks(Markt=(2, 2)))
    assert has("small_numbers", weeks(Markt=(2, 1)))
    assert has("comparison_small", weeks(Markt=(9, 9), Elders=(1, 1)))
    assert not has("comparison_small", CALM)


def peaked(last: int) -> Incidents:
    rows = _rows(CALM)
    return incidents([*rows, *(row(MIDDLE - timedelta(days=1 + at % 28), 21, "Overlast", "Markt") for at in range(4 * last))])


def test_a_peak_in_the_last_four_weeks_before_the_start_is_said() -> None:
    assert has("peak_before", peaked(10))


@pytest.mark.parametrize("weeks_long", [8, 13])
def test_a_lower_peak_that_lasts_longer_is_said_too(weeks_long: int) -> None:
    more = (row(MIDDLE - timedelta(days=1 + at % (7 * weeks_long)), 21, "Overlast", "Markt") for at in range(4 * weeks_long))

    assert has("peak_before", incidents([*_rows(CALM), *more]))


def falling(per_week: tuple[int, int], until: int = WEEKS) -> Incidents:
    """A number a week that goes evenly from one to the other over the year, whatever is done."""
    first, last = per_week
    return incidents(
        row(START + timedelta(days=7 * week + at % 7), 21, "Overlast", "Markt")
        for week in range(until)
        for at in range(round(first + (last - first) * week / WEEKS))
    )


def test_a_target_that_already_fell_before_the_start_is_said() -> None:
    assert has("target_moving", falling((20, 6)))
    assert not has("target_moving", CALM)
    assert not has("target_unknown", CALM)


@pytest.mark.parametrize(("before", "expected"), [(15, True), (16, False)])
def test_with_fewer_than_sixteen_weeks_before_it_cannot_be_told_whether_the_target_moved(before: int, expected: bool) -> None:
    assert has("target_unknown", CALM, on=START + timedelta(days=7 * before)) is expected


def test_a_few_more_in_the_last_weeks_is_no_peak() -> None:
    assert not has("peak_before", peaked(1))
    assert not has("peak_before", CALM)


def test_a_peak_cannot_be_seen_in_less_than_twelve_weeks() -> None:
    figures = incidents([*_rows(CALM), *[row(START + timedelta(days=75), 21, "Overlast", "Markt")] * 90])

    assert not has("peak_before", figures, on=START + timedelta(days=80))
    assert has(
        "peak_before",
        incidents([*_rows(CALM), *(row(START + timedelta(days=62 + at % 28), 21, "Overlast", "Markt") for at in range(90))]),
        on=START + timedelta(days=90),
    )


@pytest.mark.parametrize(("days", "expected"), [(-182, False), (-181, True), (0, True), (181, True), (182, False)])
def test_a_change_in_registering_inside_the_compared_weeks_is_said(days: int, expected: bool) -> None:
    event = Event(MIDDLE + timedelta(days=days), "meldkaart")

    assert has("registration_changed", CALM, events=(event,)) is expected


def test_a_comparison_that_went_another_way_before_the_start_is_said() -> None:
    rows = [
        row(START + timedelta(days=7 * week + at % 7), 21, "Overlast", place)
        for week in range(WEEKS)
        for place, many in (("Markt", 10), ("Elders", 5 if week < WEEKS // 4 else 15))
        for at in range(many)
    ]

    assert has("comparison_moved", incidents(rows))
    assert not has("comparison_moved", CALM)


def test_a_baseline_that_the_file_now_counts_otherwise_is_said() -> None:
    first, last = START, START + timedelta(days=27)

    right, wrong = (effect(CALM, baseline=(first, last, number)) for number in (40, 55))

    assert (right.counted_baseline, "baseline_differs" in right.cautions) == (40, False)
    assert (wrong.counted_baseline, "baseline_differs" in wrong.cautions) == (40, True)


def test_a_baseline_outside_the_period_is_not_counted() -> None:
    found = effect(CALM, baseline=(START - timedelta(days=1), START, 40))

    assert (found.counted_baseline, "baseline_differs" in found.cautions) == (None, False)
