"""Full text: all words must stand in an entry, and where they stand decides the order."""

from __future__ import annotations

import pytest
from helpers import CATALOGUE

from toolbox_cli.search.text import search

KINDS = {"maatregel", "partner", "praktijk", "artikel", "vraag", "uitspraak", "bevoegdheid", "voorwaarde"}


def test_an_entry_by_that_name_comes_before_one_that_mentions_it() -> None:
    hits = search(CATALOGUE, "meldplicht")

    assert (hits[0].kind, hits[0].id) == ("maatregel", "meldplicht")
    assert len(hits) > 1


def test_every_word_must_stand_in_the_entry() -> None:
    both = {(hit.kind, hit.id) for hit in search(CATALOGUE, "camera winkel")}

    assert both != set()
    assert both == {(hit.kind, hit.id) for hit in search(CATALOGUE, "camera")} & {(hit.kind, hit.id) for hit in search(CATALOGUE, "winkel")}


def test_the_order_of_the_words_does_not_matter() -> None:
    assert search(CATALOGUE, "winkel camera") == search(CATALOGUE, "camera winkel")


def test_capitals_and_accents_do_not_matter() -> None:
    assert search(CATALOGUE, "CÁMERA") == search(CATALOGUE, "camera")


@pytest.mark.parametrize("words", ["", "   ", "-", "zzzzzzqqq", "camera zzzzzzqqq"])
def test_nothing_asked_or_nothing_there_finds_nothing(words: str) -> None:
    assert search(CATALOGUE, words) == ()


def test_hits_come_best_first() -> None:
    scores = [hit.score for hit in search(CATALOGUE, "politie")]

    assert scores == sorted(scores, reverse=True)


def test_every_kind_of_entry_can_be_found() -> None:
    words = ("verbod", "politie", "gemeente", "art", "Hoge Raad", "gevaar")

    assert {hit.kind for text in words for hit in search(CATALOGUE, text)} == KINDS


@pytest.mark.parametrize("number", ["151c", "172a", "509hh"])
def test_an_article_number_finds_the_article(number: str) -> None:
    assert any(hit.kind == "artikel" and number in hit.id for hit in search(CATALOGUE, number))


def test_a_ruling_is_found_by_its_ecli() -> None:
    ecli = CATALOGUE.rulings[0].ecli

    assert ecli in {hit.id for hit in search(CATALOGUE, ecli)}


def test_the_excerpt_shows_one_of_the_words_where_a_sentence_has_it() -> None:
    (hit,) = [hit for hit in search(CATALOGUE, "vrijwillig") if hit.id == "activiteiten"]

    assert "vrijwillig" in hit.excerpt.lower()


def test_what_a_measure_says_of_another_is_found_with_that_measure() -> None:
    relation = next(item for item in CATALOGUE.relations if item.id == "samen-gebiedsverbod-172a-groepsverbod-172a")

    assert {"gebiedsverbod", "groepsverbod"} <= {hit.id for hit in search(CATALOGUE, relation.text or "")}


@pytest.mark.parametrize(
    ("words", "kind", "command"),
    [
        ("noodverordening", "bevoegdheid", "toolbox law gemw-176"),
        ("drie keer verlengd", "voorwaarde", "toolbox law gemw-172a"),
        ("huisvredebreuk", "uitspraak", "toolbox law sr-138"),
        ("huisvredebreuk", "artikel", "toolbox law sr-138"),
        ("verlichting", "maatregel", "toolbox measure verlichting"),
    ],
)
def test_a_hit_names_the_command_that_shows_it(words: str, kind: str, command: str) -> None:
    assert command in {hit.command for hit in search(CATALOGUE, words) if hit.kind == kind}


def test_what_rests_on_no_article_names_no_command() -> None:
    (hit,) = [hit for hit in search(CATALOGUE, "wet niet toestaat") if hit.kind == "bevoegdheid"]

    assert hit.command is None
