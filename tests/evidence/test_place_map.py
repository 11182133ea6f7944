"""Coordinates as squares in which no house can be recognised."""

from __future__ import annotations

import numpy as np
import pytest
from rows import incidents, row

from toolbox_cli.evidence.picture import Cell
from toolbox_cli.evidence.place_map import place_map_of


def at(*places: tuple[float, float, int]) -> list[dict[str, object]]:
    return [row("2024-01-01", x=x, y=y) for x, y, many in places for _ in range(many)]


def test_a_square_is_250_metres_when_it_holds_enough() -> None:
    found = place_map_of(incidents(at((200_010, 500_010, 6), (200_300, 500_010, 5))).frame, 11, 5)

    assert found is not None
    assert (found.size, found.without) == (250, 0)
    assert found.cells == (Cell(125, 125, 6), Cell(375, 125, 5))


def test_the_north_stands_first() -> None:
    found = place_map_of(incidents(at((200_010, 500_010, 6), (200_010, 500_600, 5))).frame, 11, 5)

    assert found is not None
    assert [cell.y for cell in found.cells] == [625, 125]


def test_squares_grow_until_most_incidents_are_in_squares_that_hold_enough() -> None:
    spread = [(200_000 + 260 * east, 500_000 + 260 * north, 1) for east in range(3) for north in range(3)]

    found = place_map_of(incidents(at(*spread)).frame, 9, 5)

    assert found is not None
    assert found.size == 1000
    assert [cell.number for cell in found.cells] == [9]


def test_a_square_with_fewer_has_no_number() -> None:
    found = place_map_of(incidents(at((200_010, 500_010, 40), (203_010, 500_010, 4))).frame, 44, 5)

    assert found is not None
    assert [cell.number for cell in found.cells] == [40, None]


def test_too_few_or_too_far_apart_gives_no_map() -> None:
    assert place_map_of(incidents(at((200_010, 500_010, 4))).frame, 4, 5) is None
    assert place_map_of(incidents(at(*((20_000 * east, 500_000, 1) for east in range(10)))).frame, 10, 5) is None


def test_without_coordinates_there_is_no_map() -> None:
    assert place_map_of(incidents([row("2024-01-01")] * 30).frame, 30, 5) is None


def test_incidents_without_coordinates_are_counted_apart() -> None:
    found = place_map_of(incidents([*at((1, 1, 10)), row("2024-01-01"), row("2024-01-01", x=5.0)]).frame, 12, 5)

    assert found is not None
    assert found.without == 2


@pytest.mark.parametrize("shift", [0.0, 3.0, 77.0, 200.0])
def test_the_corner_tells_nothing_about_the_place_of_one_incident(shift: float) -> None:
    found = place_map_of(incidents(at((200_010 + shift, 500_010 + shift / 2, 9))).frame, 9, 5)

    assert found is not None
    assert found.cells == (Cell(125, 125, 9),)


def test_the_map_is_at_most_forty_squares_wide() -> None:
    random = np.random.default_rng(3)
    spread = [(float(x), float(y), 5) for x, y in random.uniform(0, 30_000, (300, 2))]

    found = place_map_of(incidents(at(*spread)).frame, 1500, 5)

    assert found is not None
    assert max(cell.x for cell in found.cells) <= 40 * found.size
    assert sum(cell.number or 0 for cell in found.cells) <= 1500
