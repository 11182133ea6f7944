from __future__ import annotations

import pytest

from toolbox_cli.content.tables.address import are_houses, is_house


@pytest.mark.parametrize(
    "place",
    [
        "Dorpsstraat 12", "Dorpsstraat 12a", "Dorpsstr. 12-3", "1234 AB", "1234AB Ter Apel", "Dorpsstraat 12, 1234AB Ter Apel",
        "Damrak 12a",
        "2e Dwarsstraat 5", "Kerkstraat nr 12", "Kerkstraat t.h.v. 12", "Kerkstraat ter hoogte van nummer 12", "12 Kerkstraat",
        "Kerkstraat 12 hs",
        "1e Helmersstraat 104-II", "Laan van Nieuw Oost-Indië 12", "Burg. van Royenstraat Zuid 5", "Hoofdweg 3-5",
        "Kerkstraat 12 Ter Apel", "DORPSSTRAAT 12",
    ],
)  # fmt: skip
def test_a_house_is_known_by_its_number(place: str) -> None:
    assert is_house(place)


@pytest.mark.parametrize(
    "place",
    [
        "Plein 1940-1945", "Plein '40-'45", "Plein 40-45", "Plein 1813", "2e Dwarsstraat", "1e Helmersstraat", "Perron 3",
        "Station perron 3b", "Wijk 04",
        "Wijk 12 Noord", "Buurt 12a", "A12", "Rijksweg A12", "N201", "Opvanglocatie 1", "Centrum 3", "Noord 2", "Dorpsstraat",
        "Kerkstraat/Dorpsstraat",
        "Markt", "1234", "Postcode 1234", "Gate B2", "Straat 1e afslag", "", "Halte 12", "Station",
    ],
)  # fmt: skip
def test_a_number_that_is_no_house_is_no_house(place: str) -> None:
    assert not is_house(place)
    assert not are_houses([place])


def test_streets_without_a_street_word_are_addresses_when_most_places_have_a_number() -> None:
    assert are_houses(["Damrak 12", "Spui 3", "Noordeinde 80", "Rokin 7"])
    assert not are_houses(["Damrak", "Spui 3", "Noordeinde", "Rokin", "Markt"])


def test_one_house_among_many_places_does_not_make_a_column_of_addresses() -> None:
    assert not are_houses(["Dorpsstraat 12", "Markt", "Station", "Kerkplein", "Haven"])
    assert are_houses([*(f"Dorpsstraat {number}" for number in (1, 2, 3)), *map(str, "abcdefghijklmnopqrstuvwxyz")])


def test_platforms_and_districts_with_a_number_are_places() -> None:
    assert not are_houses([f"Perron {number}" for number in range(1, 9)])
    assert not are_houses([f"Wijk {number:02}" for number in range(1, 30)])
