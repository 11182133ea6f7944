"""A survey for the public: no number of fewer than five people, and none that can be worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from helpers import CATALOGUE, examples
from hypothesis import given
from hypothesis import strategies as st
from surveys import MARCH, counted, survey

from toolbox_cli.evidence.picture import Count, Counts
from toolbox_cli.evidence.survey import Answered, Asked, Respondents, Survey
from toolbox_cli.evidence.survey_public import public_survey

RULES = CATALOGUE.evidence
LIMIT = RULES.limits.public_from


def shown(told: Survey, group: str = "bewoners") -> Mapping[str, int | None]:
    return {item.label: item.number for item in _answered(told, group).counts.items}


def _answered(told: Survey, group: str) -> Answered:
    return next(one for one in told.questions[0].groups if one.group == group)


def test_large_numbers_stay() -> None:
    told = public_survey(survey({"Bewoner": {"Ja": 20, "Nee": 10}}), RULES)

    assert shown(told) == {"Ja": 20, "Nee": 10}
    assert told.groups[0].number == 30
    assert told.public


def test_a_small_number_is_hidden_with_another_so_that_the_total_does_not_tell_it() -> None:
    told = public_survey(survey({"Bewoner": {"Ja": 20, "Nee": 10, "Soms": 3}}), RULES)

    assert shown(told) == {"Ja": 20, "Nee": None, "Soms": None}


def test_two_small_numbers_that_are_equal_hide_a_third() -> None:
    told = public_survey(survey({"Bewoner": {"Ja": 20, "Nee": 10, "Soms": 2, "Vaak": 2}}), RULES)

    assert shown(told) == {"Ja": 20, "Nee": None, "Soms": None, "Vaak": None}


def test_nobody_is_a_small_number_too() -> None:
    told = public_survey(survey({"Bewoner": {"Ja": 20, "Nee": 10, "Soms": 8}, "Winkelier": {"Ja": 30, "Soms": 9}}), RULES)

    assert shown(told, "winkeliers") == {"Ja": None, "Nee": None, "Soms": None}


def test_that_nobody_is_without_an_answer_stands_only_where_nothing_is_hidden() -> None:
    told = public_survey(survey({"Bewoner": {"Ja": 40, "Nee": 20, "Soms": 9, "Vaak": 2}}), RULES)
    one = _answered(told, "bewoners")

    assert (one.number, one.counts.without) == (None, None)
    assert shown(told) == {"Ja": 40, "Nee": 20, "Soms": None, "Vaak": None}


Audience = tuple[int, int, tuple[int, ...]]  # people in the group, how many answered, and how many gave each answer


def told_of(people: Audience) -> Answered:
    size, number, counts = people
    items = tuple(Count(str(at), count) for at, count in enumerate(counts))
    answered = Answered("bewoners", number, Counts(items, number, size - number))
    several = sum(counts) != number
    asked = Asked("Last?", False, several, tuple(item.label for item in items), (answered,))
    group = Respondents("bewoners", "bewoners", size)
    whole = Survey(MARCH, "a.csv", size, (), (), (group,), (asked,))
    return public_survey(whole, RULES).questions[0].groups[0]


def facts(people: Audience) -> Iterator[int]:
    """How many people did, or did not, do what somebody could want to know."""
    size, number, counts = people
    yield from (number, size - number)
    for count in counts:
        yield from (count, number - count, size - count)


@pytest.mark.parametrize("several", [True, False])
@pytest.mark.parametrize("answers", [1, 2, 3])
@pytest.mark.parametrize("size", range(5, 13))
def test_of_no_group_a_number_of_one_to_four_can_be_worked_out(size: int, answers: int, several: bool) -> None:
    """All groups of so many people: with more answers a person, or with one."""
    worlds: dict[object, list[Audience]] = defaultdict(list)
    for counts in product(range(size + 1), repeat=answers):
        for number in range(max(counts), min(size, sum(counts)) + 1) if several else ([sum(counts)] if sum(counts) <= size else []):
            one = told_of((size, number, counts))
            worlds[one.number, one.counts.without, tuple(item.number for item in one.counts.items)].append((size, number, counts))

    for output, alike in worlds.items():
        for known in zip(*(tuple(facts(people)) for people in alike), strict=True):
            assert len(set(known)) > 1 or not 1 <= known[0] <= 4, (output, alike[:3])


def test_one_five_and_five_of_ten_does_not_tell_that_two_did_not_answer() -> None:
    one = told_of((12, 10, (1, 5, 5)))

    assert (one.number, one.counts.without, [item.number for item in one.counts.items]) == (None, None, [None, None, None])


@pytest.mark.parametrize(("gone", "told"), [(0, None), (4, None), (6, 6)])
def test_of_unused_rows_only_a_large_number_is_told(gone: int, told: int | None) -> None:
    rows = [*[["Bewoner", "Ja"]] * 20, *[["Bewoner", ""]] * gone]
    found = public_survey(counted(["Groep", "Last?"], rows, MARCH), RULES)

    assert (found.read, found.unused, found.left_out) == (None, (), told)


def test_a_small_group_has_no_numbers_and_does_not_follow_from_the_rows() -> None:
    told = public_survey(survey({"Bewoner": {"Ja": 20, "Nee": 10}, "Winkelier": {"Ja": 3}}), RULES)

    assert shown(told, "winkeliers") == {"Ja": None, "Nee": None}
    assert [group.number for group in told.groups] == [None, 30]
    assert (told.read, told.unused) == (None, ())


def test_who_gave_no_answer_can_be_few_too() -> None:
    rows = [*[["Bewoner", "Ja", "x"]] * 20, *[["Bewoner", "", "x"]] * 2]
    told = public_survey(counted(["Groep", "Last?", "Nog iets?"], rows, MARCH), RULES)
    one = _answered(told, "bewoners")

    assert (one.number, one.counts.without, shown(told)) == (None, None, {"Ja": None})


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["a;b"] * 10 + ["a"] * 20, {"a": 30, "b": 10}),
        (["a;b"] * 3 + ["a"] * 20, {"a": 23, "b": None}),
        (["a;b"] * 20 + ["a"] * 3, {"a": 23, "b": None}),
        (["a;b"] * 10 + ["b;c"] * 10 + ["c"] * 10 + ["d"] * 2, {"b": 20, "c": 20, "a": 10, "d": None}),
    ],
)
def test_with_more_answers_a_person_the_others_are_counted_too(cells: list[str], expected: Mapping[str, int | None]) -> None:
    """Of 23 people 20 name b: then 3 do not, and that is a small number as well."""
    told = public_survey(counted(["Groep", "Waarvan?"], [["Bewoner", cell] for cell in cells], MARCH), RULES)

    assert shown(told) == expected


def test_a_group_that_gave_one_answer_each_is_no_way_round() -> None:
    """Winkeliers gave more answers, bewoners one each: then 30 people and 27 answers say that 3 gave the other."""
    rows = [*[["Winkelier", "a;b"]] * 20, *[["Bewoner", "a"]] * 20, *[["Bewoner", "b"]] * 7, *[["Bewoner", "c"]] * 3]
    told = public_survey(counted(["Groep", "Waarvan?"], rows, MARCH), RULES)

    assert told.questions[0].several
    assert shown(told) == {"a": 20, "b": None, "c": None}


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6).filter(lambda numbers: sum(numbers) >= LIMIT))
@examples(200)
def test_no_shown_number_is_small_and_no_hidden_one_stands_alone(numbers: list[int]) -> None:
    answers = {f"antwoord {at}": number for at, number in enumerate(numbers)}
    public = public_survey(survey({"Bewoner": answers}), RULES)
    told = shown(public) if public.questions else {}  # few and different answers are read as free text, of which nothing is shown
    hidden = [name for name, number in told.items() if number is None]

    assert all(number is None or number >= LIMIT for number in told.values())
    assert len(hidden) != 1 or len(told) == 1


def test_few_and_different_answers_are_free_text_of_which_nothing_is_shown() -> None:
    assert public_survey(survey({"Bewoner": {"een": 1, "twee": 1, "drie": 3}}), RULES).questions == ()
