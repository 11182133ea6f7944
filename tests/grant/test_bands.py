"""Grant bands: exact at every border, certain only where the text is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from helpers import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.grant.bands import Municipality, estimate
from toolbox_cli.model.scheme import Scheme

LARGE = {"id": "groot", "name": "1.500 of meer", "min_places": "1500", "maximum_eur": "150000"}
MIDDLE = {"id": "midden", "name": "1.000 tot en met 1.499", "min_places": "1000", "max_places": "1499", "maximum_eur": "100000"}
SMALL = {"id": "klein", "name": "minder dan 1.000", "min_places": "0", "max_places": "999", "maximum_eur": "50000"}
SCHEME = Scheme.model_validate(
    {
        "id": "proef",
        "name": "Proefregeling",
        "status": "gesloten",
        "identification": "Verzonnen",
        "ceiling_eur": "1250000",
        "bands": [LARGE, MIDDLE, SMALL],
        "no_agreement": "klein",
        "window": "altijd",
        "cost_period": "altijd",
        "joint": "Alleen groot en midden tellen zeker op.",
        "joint_certain": ["midden", "groot"],
        "rules": CATALOGUE.scheme_by_id["2022"].rules,
        "source": ["eigen lezing"],
    }
)

applications = st.lists(st.none() | st.integers(min_value=0, max_value=100_000), min_size=1, max_size=6)


def of(*places: int | None) -> list[Municipality]:
    return [Municipality(count) for count in places]


@pytest.mark.parametrize(
    ("places", "band", "maximum"),
    [
        (0, "klein", 50_000),
        (1, "klein", 50_000),
        (999, "klein", 50_000),
        (1000, "midden", 100_000),
        (1499, "midden", 100_000),
        (1500, "groot", 150_000),
        (100_000, "groot", 150_000),
    ],
)
def test_a_border_belongs_to_one_band_only(places: int, band: str, maximum: int) -> None:
    found = estimate(SCHEME, of(places))

    assert [item.id for item in found.bands] == [band]
    assert found.maximum_eur == Decimal(maximum)
    assert found.certain


def test_a_municipality_without_an_agreement_has_the_band_that_the_scheme_names() -> None:
    found = estimate(SCHEME, of(None))

    assert [band.id for band in found.bands] == ["klein"]
    assert found.certain


def test_large_and_middle_together_certainly_add_up() -> None:
    found = estimate(SCHEME, of(1500, 1000))

    assert (found.maximum_eur, found.certain_eur, found.certain) == (Decimal(250_000), Decimal(250_000), True)


def test_a_small_one_in_a_joint_application_is_not_certain() -> None:
    found = estimate(SCHEME, of(1000, 999))

    assert (found.maximum_eur, found.certain_eur, found.certain) == (Decimal(150_000), Decimal(100_000), False)


def test_two_small_ones_together_have_nothing_certain() -> None:
    found = estimate(SCHEME, of(400, None))

    assert (found.maximum_eur, found.certain_eur, found.certain) == (Decimal(100_000), Decimal(0), False)


@given(applications, st.randoms())
def test_the_order_of_the_municipalities_does_not_matter(places: list[int | None], random) -> None:
    turned = list(places)
    random.shuffle(turned)
    one, other = estimate(SCHEME, of(*places)), estimate(SCHEME, of(*turned))

    assert (one.maximum_eur, one.certain_eur) == (other.maximum_eur, other.certain_eur)


@given(applications)
def test_what_is_certain_is_never_more_than_the_maximum(places: list[int | None]) -> None:
    found = estimate(SCHEME, of(*places))

    assert Decimal(0) <= found.certain_eur <= found.maximum_eur


@given(st.sampled_from(CATALOGUE.schemes), st.lists(st.none() | st.integers(0, 3000), min_size=1, max_size=40))
def test_no_application_has_a_maximum_above_the_ceiling_of_its_scheme(scheme: Scheme, places: list[int | None]) -> None:
    found = estimate(scheme, of(*places))

    assert found.certain_eur <= found.maximum_eur == min(found.sum_eur, scheme.ceiling_eur)
    assert found.capped is (found.maximum_eur < found.sum_eur)


@given(st.integers(min_value=0, max_value=99_999))
def test_one_more_place_never_lowers_the_maximum(places: int) -> None:
    for scheme in CATALOGUE.schemes:
        assert estimate(scheme, of(places)).maximum_eur <= estimate(scheme, of(places + 1)).maximum_eur


@given(st.integers(min_value=0, max_value=100_000))
def test_every_number_of_places_fits_exactly_one_band_of_every_shipped_scheme(places: int) -> None:
    for scheme in CATALOGUE.schemes:
        fitting = [
            band for band in scheme.bands if (band.min_places or 0) <= places and (band.max_places is None or places <= band.max_places)
        ]
        assert len(fitting) == 1


@pytest.mark.parametrize(
    ("scheme", "maxima"),
    [
        ("2022", (50_000, 50_000, 100_000, 100_000, 150_000)),
        ("2023", (100_000, 100_000, 150_000, 150_000, 200_000)),
    ],
)
def test_the_closed_schemes_have_their_published_maxima(scheme: str, maxima: tuple[int, ...]) -> None:
    found = tuple(estimate(CATALOGUE.scheme_by_id[scheme], of(places)).maximum_eur for places in (0, 999, 1000, 1499, 1500))

    assert found == tuple(map(Decimal, maxima))


def test_every_shipped_scheme_has_a_band_for_a_municipality_without_an_agreement() -> None:
    assert all(estimate(scheme, of(None)).certain for scheme in CATALOGUE.schemes)


def test_the_bands_that_a_shipped_scheme_calls_certain_exist() -> None:
    for scheme in CATALOGUE.schemes:
        assert set(scheme.joint_certain) <= {band.id for band in scheme.bands}
