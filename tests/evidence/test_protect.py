"""The public version: an attacker who knows the rule and all that is shown cannot compute a hidden number.

A hidden number is safe when at least two worlds, with different numbers there, give exactly the same public version. Small tables are
attacked by trying all worlds; whole pictures by making another world from the rows: two labels, months or cells change places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, product

import numpy as np
import pytest
from helpers import CATALOGUE, seeds
from rows import START, about, incidents, row

from toolbox_cli.evidence.describe import picture_of
from toolbox_cli.evidence.picture import Cell, Comparison, Count, Counts, Interval, Picture, PlaceMap
from toolbox_cli.evidence.protect import NO_WEEKS, TOO_SMALL, hidden_cells, hidden_counts, hidden_map, protected
from toolbox_cli.evidence.table import Unused
from toolbox_cli.model.evidence import Level

RULES = CATALOGUE.evidence
Rows = list[dict[str, object]]


def counts(*numbers: int, without: int = 0) -> Counts:
    items = tuple(Count(name, number) for name, number in zip("abcdefgh", numbers, strict=False))
    return Counts(items, sum(numbers) + without, without)


def shown(table: Counts) -> list[int | None]:
    return [item.number for item in table.items]


def test_a_number_of_four_is_hidden_and_a_number_of_five_is_shown() -> None:
    assert shown(hidden_counts(counts(20, 6, 4, 3, 3), 5)) == [20, 6, None, None, None]


def test_one_hidden_number_takes_the_two_smallest_others_with_it() -> None:
    assert shown(hidden_counts(counts(20, 9, 7, 3), 5)) == [20, None, None, None]


def test_hidden_numbers_that_are_equal_take_the_smallest_other_with_them() -> None:
    assert shown(hidden_counts(counts(30, 20, 9, 4, 4, 4), 5)) == [30, 20, None, None, None, None]


def test_hidden_numbers_with_a_small_sum_take_a_larger_one_with_them() -> None:
    """Of 3 and 1 everybody knows that they are 3 and 1, and who knows one of them knows the other."""
    assert shown(hidden_counts(counts(30, 20, 3, 1), 5)) == [30, None, None, None]


def test_a_table_without_small_numbers_is_shown_whole() -> None:
    assert hidden_counts(counts(20, 9, 5), 5) == counts(20, 9, 5)


def test_a_small_number_without_a_label_is_hidden_with_the_smallest_label() -> None:
    found = hidden_counts(counts(20, 9, 7, without=2), 5)

    assert (shown(found), found.without) == ([20, None, None], None)


def test_a_large_number_without_a_label_is_shown() -> None:
    assert hidden_counts(counts(20, 9, 2, 1, without=30), 5).without == 30


def test_a_table_of_which_all_is_hidden_has_no_labels() -> None:
    assert hidden_counts(counts(1, 1, 1, 1, 1, 1), 5).items == ()


def test_hidden_labels_stand_in_the_order_of_their_names_and_not_of_size() -> None:
    table = Counts((Count("m", 30), Count("z", 4), Count("a", 3), Count("k", 2), Count("l", 3)), 42, 0)

    assert [item.label for item in hidden_counts(table, 5).items] == ["m", "a", "k", "l", "z"]


def values_by_output(worlds: Iterable[Sequence[int]], public: Callable[[Sequence[int]], object]) -> Iterator[tuple[object, list[set[int]]]]:
    """For each public version, the numbers that each place has over all worlds that give it."""
    found: defaultdict[object, list[Sequence[int]]] = defaultdict(list)
    for world in worlds:
        found[public(world)].append(world)
    for output, alike in found.items():
        yield output, [set(column) for column in zip(*alike, strict=True)]


@pytest.mark.parametrize("least", [2, 3, 5])
@pytest.mark.parametrize("total", range(2, 17))
def test_no_world_of_labels_can_be_computed_back(total: int, least: int) -> None:
    """All tables with this total of up to four labels that occur (at least 1), and a number without a label."""
    worlds: defaultdict[object, list[tuple[int, ...]]] = defaultdict(list)
    for labels in range(5):
        for world in product(range(1, total + 1), repeat=labels):
            if total >= least and sum(world) <= total:
                table = hidden_counts(counts(*world, without=total - sum(world)), least)
                worlds[table.without, tuple(sorted({item.label: item.number for item in table.items}.items()))].append(
                    (*world, total - sum(world))
                )

    for (without, items), alike in worlds.items():  # type: ignore[misc]
        assert without is not None or len({world[-1] for world in alike}) > 1, alike
        assert without is None or without == 0 or without >= least
        for at, (_, number) in enumerate(items):
            assert number is None or number >= least
            assert number is not None or len({world[at] for world in alike}) > 1, alike


@pytest.mark.parametrize("cells", [2, 3, 4, 5])
@pytest.mark.parametrize("least", [2, 3, 5])
def test_no_world_of_months_can_be_computed_back(cells: int, least: int) -> None:
    def public(world: Sequence[int]) -> object:
        hidden = hidden_cells(world, least)
        return sum(world), tuple(None if at in hidden else number for at, number in enumerate(world))

    most = {2: 40, 3: 18, 4: 13, 5: 9}[cells]
    attacked = 0
    for output, values in values_by_output((w for w in product(range(most), repeat=cells) if least <= sum(w) < most), public):
        hidden = [at for at, number in enumerate(output[1]) if number is None]  # type: ignore[index]
        attacked += len(hidden)
        assert all(len(values[at]) > 1 for at in hidden), output
    assert attacked


SIDE = 6


@pytest.mark.parametrize("least", [2, 3])
def test_no_world_of_squares_can_be_computed_back(least: int) -> None:
    """Squares that are hidden and squares that are empty look the same; somewhere there is always an empty one."""

    def attack(world: Sequence[int]) -> tuple[int, int | None, tuple[int | None, ...]]:
        """What is published, for somebody who even knows where the map lies."""
        *squares, without = world
        cells = tuple(Cell(at + 0.5, 0.5, number if number >= least else None) for at, number in enumerate(squares) if number)
        found = hidden_map(PlaceMap(1, cells, without), sum(world), least)
        if found is None:
            return sum(world), None, (None,) * SIDE
        numbers = {cell.number for cell in found.cells}
        return sum(world), found.without, tuple(number if number in numbers else None for number in squares)

    worlds = [world for world in product(range(6), repeat=SIDE + 1) if least <= sum(world) < 7 and 0 in world[:-1]]
    for (_, without, squares), values in values_by_output(worlds, attack):  # type: ignore[misc]
        shown_cells = (*squares, without)
        assert all(len(seen) > 1 for number, seen in zip(shown_cells, values, strict=True) if number is None), shown_cells


KINDS, PLACES = [f"soort {at}" for at in range(6)], [f"straat {at}" for at in range(9)]


def random_rows(seed: int, total: int, days: int = 366) -> Rows:
    """Incidents with busy and rare labels, an evening peak, a summer peak, and gaps."""
    random = np.random.default_rng(seed)
    kinds, places = random.dirichlet([0.4] * len(KINDS)), random.dirichlet([0.5] * len(PLACES))
    found = []
    for _ in range(total):
        hour = int(random.integers(18, 24) if random.random() < 0.6 else random.integers(0, 24))
        found.append(
            row(
                START + timedelta(days=int(days * random.beta(*((1, 1) if seed % 2 else (3, 2))))),
                None if random.random() < 0.03 * (seed % 4) else hour,
                None if random.random() < 0.02 * (seed % 3) else KINDS[random.choice(len(KINDS), p=kinds)],
                None if random.random() < 0.03 * (seed % 3) else PLACES[random.choice(len(PLACES), p=places)],
            )
        )
    return found


LEVELS = (Level(START, 600),)


def public(rows: Rows, days: int = 366) -> Picture:
    """The public version, without what stands in it for another reason than the numbers (labels of codes in order of appearance)."""
    return protected(picture_of(incidents(rows), about(days, places=LEVELS), RULES), RULES)


def exchanged(rows: Rows, name: str, one: object, two: object) -> Rows:
    """The world in which two labels have changed places."""
    turned = {one: two, two: one}
    return [r | {name: turned.get(r[name], r[name])} for r in rows]


def labels_of(table: Counts) -> list[str | None]:
    """The labels with a hidden number; None is the number without a label."""
    return [item.label for item in table.items if item.number is None] + ([None] if table.items and table.without is None else [])


def numbers_of(rows: Rows, name: str) -> dict[object, int]:
    found: defaultdict[object, int] = defaultdict(int)
    for r in rows:
        found[r[name]] += 1
    return found


@pytest.mark.parametrize("total", [5, 12, 40, 150, 600])
@pytest.mark.parametrize("seed", seeds(6, 40))
def test_each_hidden_kind_and_place_has_another_number_in_a_world_that_looks_the_same(seed: int, total: int) -> None:
    rows = random_rows(seed, total)
    found = public(rows)

    for name, table in (("kind", found.kinds), ("place", found.places)):
        hidden, numbers = labels_of(table), numbers_of(rows, name)
        for label in hidden:
            others = [other for other in hidden if numbers[other] != numbers[label]]
            assert any(public(exchanged(rows, name, label, other)) == found for other in others), (label, numbers)


def month_of(r: dict[str, object]) -> str:
    on = r["day"]
    assert isinstance(on, date)
    return f"{on:%Y-%m}"


def months_exchanged(rows: Rows, one: str, two: str) -> Rows:
    """The world in which two months have changed numbers; each incident keeps its day of the week."""

    def moved(r: dict[str, object], to: str) -> dict[str, object]:
        on = r["day"]
        assert isinstance(on, date)
        first = date.fromisoformat(f"{to}-01")
        return r | {"day": first + timedelta(days=(on.weekday() - first.weekday()) % 7 + 7 * (on.day % 4))}

    turned = {one: two, two: one}
    return [moved(r, turned[month_of(r)]) if month_of(r) in turned else r for r in rows]


@pytest.mark.parametrize("total", [12, 40, 150, 600])
@pytest.mark.parametrize("seed", seeds(6, 40))
def test_each_hidden_month_has_another_number_in_a_world_that_looks_the_same(seed: int, total: int) -> None:
    rows = random_rows(seed, total)
    found = public(rows)
    hidden = [item.label for item in found.months.items if item.number is None]
    numbers: defaultdict[str, int] = defaultdict(int)
    for r in rows:
        numbers[month_of(r)] += 1

    for label in hidden:
        others = [other for other in hidden if numbers[other] != numbers[label]]
        assert any(public(months_exchanged(rows, label, other)) == found for other in others), (label, dict(numbers))


Block = tuple[int, int]


def block_of(r: dict[str, object], found: Picture) -> Block | None:
    """The published cell in which an incident is counted; None without an hour."""
    on, hour = r["day"], r["hour"]
    assert isinstance(on, date)
    if not isinstance(hour, int):
        return None
    day = on.weekday() if len(found.heat.cells) == 7 else int(on.weekday() >= 5)
    return day, hour // found.heat.hours


def blocks_exchanged(rows: Rows, one: Block | None, two: Block | None, found: Picture) -> Rows:
    """The world in which two cells have changed contents; each incident stays within its month."""
    spread = [0]

    def moved(r: dict[str, object], to: Block | None) -> dict[str, object]:
        if to is None:
            return r | {"hour": None}
        on, hour = r["day"], r["hour"]
        assert isinstance(on, date)
        spread[0] += 1
        weekday = to[0] if len(found.heat.cells) == 7 else (spread[0] % 5 if to[0] == 0 else 5 + spread[0] % 2)
        within = hour % found.heat.hours if isinstance(hour, int) else spread[0] % found.heat.hours
        first = on.replace(day=1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (on.day % 4))
        return r | {"day": day, "hour": to[1] * found.heat.hours + within}

    turned = {one: two, two: one}
    return [moved(r, turned[block_of(r, found)]) if block_of(r, found) in turned else r for r in rows]


@pytest.mark.parametrize("total", [40, 150, 600, 2500])
@pytest.mark.parametrize("seed", seeds(4, 30))
def test_each_hidden_cell_of_the_heat_map_has_another_number_in_a_world_that_looks_the_same(seed: int, total: int) -> None:
    rows = random_rows(seed, total)
    found = public(rows)
    hidden: list[Block | None] = [
        (day, at) for day, cells in enumerate(found.heat.cells) for at, number in enumerate(cells) if number is None
    ]
    if found.heat.cells and found.heat.without is None:
        hidden.append(None)
    numbers: defaultdict[Block | None, int] = defaultdict(int)
    for r in rows:
        numbers[block_of(r, found)] += 1 if found.heat.cells else 0

    for block in hidden[:6] + hidden[-2:]:
        others = [other for other in hidden if numbers[other] != numbers[block]]
        worlds = (blocks_exchanged(rows, block, other, found) for other in others[:20])
        assert any(public(world) == found for world in worlds), (block, dict(numbers), found.heat)


def all_numbers(value: object) -> Iterator[int]:
    """Every whole number that stands anywhere in a table of the public version."""
    assert isinstance(value, Picture)
    yield from (item.number for table in (value.kinds, value.places, value.months) for item in table.items if item.number is not None)
    yield from (number for cells in value.heat.cells for number in cells if number is not None)
    yield from (span.number for span in value.trend.spans if span.number is not None)
    yield from (hot.number for hot in (*value.hot_places, *value.hot_hours) if hot.number is not None)
    yield from (cell.number for cell in (value.place_map.cells if value.place_map else ()) if cell.number is not None)


@pytest.mark.parametrize("total", [3, 5, 40, 600])
@pytest.mark.parametrize("seed", seeds(6, 40))
def test_no_number_below_five_is_shown_anywhere(seed: int, total: int) -> None:
    assert all(number >= 5 for number in all_numbers(public(random_rows(seed, total))))


def test_fewer_than_five_in_all_shows_nothing() -> None:
    gone = (Unused("a.csv", 3, "geen datum"),)
    found = protected(picture_of(incidents(random_rows(1, 4), read=5, unused=gone), about(366, places=LEVELS), RULES), RULES)

    assert found.public
    assert (found.total, found.per_week, found.read, found.unused) == (None, None, 0, ())
    assert (found.kinds.items, found.months.items, found.heat.cells, found.trend.spans) == ((), (), (), ())
    assert (found.kinds.total, found.rates, found.comparisons, found.meanings) == (None, (), (), {})


def test_five_in_all_shows_the_total() -> None:
    assert public(random_rows(1, 5)).total == 5


def test_what_words_mean_and_remarks_are_left_out() -> None:
    rows = incidents(random_rows(1, 100), remarks=("van 2 rijen is het uur niet bekend",))

    found = protected(picture_of(rows, about(366), RULES), RULES)

    assert (found.meanings, found.remarks) == ({}, ())


@pytest.mark.parametrize(("number", "told"), [(0, None), (3, None), (4, None), (5, 5), (12, 12)])
def test_of_unused_rows_only_a_large_number_in_all_is_told(number: int, told: int | None) -> None:
    gone = tuple(Unused("a.csv", at, "geen datum" if at % 4 else "te vroeg") for at in range(number))

    found = protected(picture_of(incidents(random_rows(1, 100), read=100 + number, unused=gone), about(366), RULES), RULES)

    assert (found.left_out, found.unused, found.read) == (told, (), 0)


def busy(per_month: int) -> Rows:
    return [row(date(2024, month, 1 + at % 28), 12) for month in range(1, 13) for at in range(per_month)]


def test_a_trend_stands_when_all_months_are_shown() -> None:
    rows = busy(20)
    whole = picture_of(incidents(rows), about(366, places=LEVELS), RULES).trend

    found = public(rows).trend

    assert (found.spans, found.word, found.why) == (whole.spans, whole.word, whole.why)
    assert whole.change is not None
    assert found.change == Interval(*(round(value, 2) for value in (whole.change.value, whole.change.low, whole.change.high)))


def test_a_trend_is_left_out_when_a_month_is_hidden() -> None:
    found = public([r for r in busy(20) if month_of(r) != "2024-05"]).trend

    assert (found.change, found.per_place, found.word, found.why) == (None, None, "", TOO_SMALL)
    assert found.spans[4].number is None


def test_weeks_are_left_out_because_they_cut_through_months() -> None:
    rows = [row(START + timedelta(days=at), 12) for at in range(100) for _ in range(5)]

    found = public(rows, 100).trend

    assert (found.spans, found.change, found.why) == ((), None, NO_WEEKS)


def test_the_heat_map_gets_coarser_until_it_shows_most() -> None:
    random = np.random.default_rng(1)

    def heat(total: int) -> tuple[int, int]:
        rows = [row(START + timedelta(days=int(random.integers(364))), int(random.integers(24))) for _ in range(total)]
        found = public(rows).heat
        return len(found.cells), found.hours

    assert heat(4000) == (7, 1)
    assert heat(600) == (7, 3)
    assert heat(150) == (7, 6)
    assert heat(20)[0] in (0, 2)


def test_a_period_of_some_days_has_no_heat_map_because_the_other_days_are_known_to_be_0() -> None:
    rows = [row(START + timedelta(days=at), 20) for at in range(6) for _ in range(30)]

    assert public(rows, 6).heat.cells == ()
    assert public([*rows, *([row(START + timedelta(days=6), 20)] * 30)], 7).heat.cells != ()


def test_there_is_no_map_where_streets_are_named() -> None:
    here = (
        [row(START, x=200_010.0, y=500_010.0)] * 40
        + [row(START, x=200_310.0, y=500_010.0)] * 20
        + [row(START, x=200_810.0, y=500_010.0)] * 3
    )

    unnamed, named = public(here).place_map, public([r | {"place": "Markt"} for r in here]).place_map

    assert named is None
    assert unnamed is not None
    assert [cell.number for cell in unnamed.cells] == [40, 20]


def comparison(other: int) -> Comparison:
    interval = Interval(1.2, 1.0, 1.4)
    return Comparison("regio", about(366), "area", 240, other, interval, interval, other_months=months_of(*[20] * 12))


def months_of(*numbers: int) -> Counts:
    return Counts(tuple(Count(f"2024-{at:02}", number) for at, number in enumerate(numbers, 1)), sum(numbers))


def test_a_comparison_stands_when_all_months_of_both_are_shown() -> None:
    found = picture_of(incidents(busy(20)), about(366), RULES)

    assert protected(replace(found, comparisons=(comparison(200),)), RULES).comparisons == (replace(comparison(200), other_months=None),)


@pytest.mark.parametrize("months", [None, months_of(*[20] * 11, 4), months_of(*[20] * 11, 0)])
def test_a_ratio_with_its_interval_is_left_out_when_a_month_there_is_small_or_not_known(months: Counts | None) -> None:
    """The interval rests on how the months vary: with all decimals it gives the small ones back exactly."""
    found = picture_of(incidents(busy(20)), about(366), RULES)

    (told,) = protected(replace(found, comparisons=(replace(comparison(200), other_months=months),)), RULES).comparisons

    assert (told.number, told.other_number, told.ratio, told.per_place, told.other_months) == (240, 200, None, None, None)
    assert told.cautions == ("not_public",)


def test_a_ratio_that_rests_on_weeks_is_left_out() -> None:
    found = picture_of(incidents(busy(20)), about(366), RULES)
    short = replace(comparison(200), other=about(100))

    (told,) = protected(replace(found, comparisons=(short,)), RULES).comparisons

    assert told.ratio is None


def test_estimates_are_no_finer_than_the_sentences() -> None:
    found = picture_of(incidents(busy(20)), about(366), RULES)
    fine = replace(comparison(200), ratio=Interval(1.23456, 0.98765, 4.56789))

    (told,) = protected(replace(found, comparisons=(fine,)), RULES).comparisons

    assert told.ratio == Interval(1.23, 0.99, 4.6)


def test_a_ratio_is_left_out_when_the_other_number_is_small_or_a_month_is_hidden() -> None:
    all_shown = picture_of(incidents(busy(20)), about(366), RULES)
    one_hidden = picture_of(incidents([*busy(20)[:-19]]), about(366), RULES)

    (small,) = protected(replace(all_shown, comparisons=(comparison(4),)), RULES).comparisons
    (hidden,) = protected(replace(one_hidden, comparisons=(comparison(200),)), RULES).comparisons

    assert (small.other_number, small.ratio, small.per_place) == (None, None, None)
    assert (hidden.other_number, hidden.ratio, hidden.per_place) == (200, None, None)


def test_hidden_numbers_always_differ() -> None:
    for numbers in combinations([0, 0, 1, 2, 4, 5, 5, 6, 9, 30], 5):
        hidden = hidden_cells(numbers, 5)
        assert not hidden or len(hidden) == len(numbers) or len({numbers[at] for at in hidden}) > 1


def whole_worlds(cells: int, most: int, least: int, *, labelled: bool) -> dict[object, list[tuple[int, ...]]]:
    """All tables with these numbers by what is published of them."""
    found: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for world in product(range(int(labelled), most), repeat=cells):
        if sum(world) < least:
            continue
        if labelled:
            table = hidden_counts(counts(*world), least)
            public_version: object = (len(table.items), table.total, tuple(sorted((item.label, item.number) for item in table.items)))
            if not table.items:
                continue
        else:
            hidden = hidden_cells(world, least)
            if len(hidden) == cells:
                continue
            public_version = sum(world), tuple(None if at in hidden else number for at, number in enumerate(world))
        found[public_version].append(world)
    return found


@pytest.mark.parametrize(("cells", "most", "labelled"), [(4, 15, False), (4, 14, True)])
def test_hidden_numbers_are_not_known_as_a_set_nor_by_who_knows_one_of_them(cells: int, most: int, labelled: bool) -> None:
    attacked = 0
    for output, alike in whole_worlds(cells, most, 5, labelled=labelled).items():
        hidden = [at for at in range(cells) if len({world[at] for world in alike}) > 1]
        if not hidden or sum(alike[0][at] for at in hidden) >= most:
            continue  # not all worlds of these are there
        attacked += 1
        assert len({tuple(sorted(world)) for world in alike}) > 1, output
        assert all(len({world[at] for world in alike}) >= 4 for at in hidden), output
        for at, other in product(hidden, hidden):
            for known in {world[at] for world in alike}:
                left = {world[other] for world in alike if world[at] == known}
                assert at == other or len(left) > 1 or left <= {0} or left.isdisjoint(range(1, 5)), (output, at, known)
    assert attacked
