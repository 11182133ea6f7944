"""Sharing information: what is recorded, and unknown for all else."""

from __future__ import annotations

from itertools import product

import pytest
from helpers import CATALOGUE

from toolbox_cli.model.measure import Partner
from toolbox_cli.model.sharing import Sharing, SharingAnswer
from toolbox_cli.reports.sharing import compose_pair, compose_sharing, compose_sharing_of, records_between, sharing_json


def partner(name: str) -> Partner:
    return CATALOGUE.partner_by_id[name]


def text_of(giver: str, receiver: str) -> str:
    return compose_pair(CATALOGUE, partner(giver), partner(receiver)).text()


def test_a_pair_without_a_record_is_unknown_and_names_whom_to_ask() -> None:
    text = text_of("lko", "ind")

    assert "Onbekend: vraag de functionaris gegevensbescherming (fg)" in text
    assert "kan, mits" not in text
    assert "niet, tenzij" not in text


def test_every_pair_without_a_record_is_unknown_never_yes_and_never_no() -> None:
    pairs = list(product(CATALOGUE.partners, repeat=2))
    bare = [pair for pair in pairs if not records_between(CATALOGUE, *pair)]

    assert len(bare) > len(pairs) / 2
    for giver, receiver in bare:
        plain = sharing_json(CATALOGUE, (), giver, receiver)
        assert (plain["answer"], plain["default"]["answer"], plain["default"]["ask"]) == ("unknown", "unknown", "fg")


def test_a_pair_with_a_record_says_what_is_unknown_besides() -> None:
    assert "Al het andere tussen deze twee is onbekend: vraag de functionaris gegevensbescherming" in text_of("politie", "burgemeester")


@pytest.mark.parametrize(
    ("giver", "receiver", "ground", "answer"),
    [
        ("politie", "burgemeester", "art wpg-16:1-b", SharingAnswer.IF),
        ("politie", "coa", "art wpg-19", SharingAnswer.IF),
        ("politie", "coa", "art wpg-20", SharingAnswer.IF),
        ("politie", "coa", "art wpg-18", SharingAnswer.NOT_UNLESS),
        ("gemeente", "coa", "art uavg-33:1-b", SharingAnswer.NOT_UNLESS),
        ("politie", "zvh", "doc wgs", SharingAnswer.IF),
        ("gemeente", "riec", "doc wgs", SharingAnswer.IF),
        ("ondernemers", "politie", "art uavg-33:2-b", SharingAnswer.IF),
        ("ondernemers", "ondernemers", "art uavg-33:4-c", SharingAnswer.NOT_UNLESS),
        ("burgemeester", "burgemeester", "art gemw-172a:3", SharingAnswer.IF),
    ],
)
def test_who_may_give_what_rests_on_this_ground(giver: str, receiver: str, ground: str, answer: SharingAnswer) -> None:
    records = records_between(CATALOGUE, partner(giver), partner(receiver))

    assert answer in {record.answer for record in records if ground in record.ground}


def test_only_the_cooperations_of_the_wgs_rest_on_the_wgs() -> None:
    receivers = {name for record in CATALOGUE.sharing if "doc wgs" in record.ground for name in record.receivers}

    assert receivers == {"zvh", "riec"}


def test_the_direction_matters() -> None:
    assert records_between(CATALOGUE, partner("politie"), partner("burgemeester")) != records_between(
        CATALOGUE, partner("burgemeester"), partner("politie")
    )


def test_nobody_but_the_burgemeester_gets_police_data_on_article_16() -> None:
    assert {name for record in CATALOGUE.sharing if "art wpg-16:1-b" in record.ground for name in record.receivers} == {"burgemeester"}


@pytest.mark.parametrize("words", ["dataminimalisatie", "DPIA", "fg"])
def test_every_answer_names_data_minimisation_and_the_dpia(words: str) -> None:
    assert words in text_of("politie", "burgemeester")
    assert words in text_of("lko", "ind")
    assert words in compose_sharing(CATALOGUE).text()
    assert words in compose_sharing_of(CATALOGUE, partner("mma")).text()


@pytest.mark.parametrize("record", CATALOGUE.sharing, ids=lambda record: record.id)
def test_what_rests_on_no_article_or_document_says_own_reading(record: Sharing) -> None:
    cited = [source for source in record.ground if source.startswith(("art ", "doc ", "ECLI:"))]

    assert cited or "eigen lezing" in record.source


def test_the_list_holds_every_record() -> None:
    text = compose_sharing(CATALOGUE).text()

    assert all(record.what in text for record in CATALOGUE.sharing)


def test_a_partner_without_a_record_is_unknown_both_ways() -> None:
    assert compose_sharing_of(CATALOGUE, partner("mma")).text().count("Onbekend: vraag de functionaris") == 2
