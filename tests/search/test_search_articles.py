"""Names of articles: whatever an adviser types for one, and nothing that was not meant."""

from __future__ import annotations

import pytest
from helpers import CATALOGUE

from toolbox_cli.search.articles import find_articles
from toolbox_cli.search.text import index_of

ENTRIES = index_of(CATALOGUE)["article"]


@pytest.mark.parametrize(
    ("typed", "article"),
    [
        ("172a", "gemw-172a"),
        ("172A", "gemw-172a"),
        ("art. 172a", "gemw-172a"),
        ("art.172a", "gemw-172a"),
        ("artikel 172a van de Gemeentewet", "gemw-172a"),
        ("gemw-172a", "gemw-172a"),
        ("Gemw 172a", "gemw-172a"),
        ("151 c", "gemw-151c"),
        ("2:78", "apv-2-78"),
        ("3:4 Awb", "awb-3-4"),
        ("Awb 4:8", "awb-4-8"),
        ("awb 4-8", "awb-4-8"),
        ("509hh Sv", "sv-509hh"),
        ("10 Rva 2005", "rva-10"),
        ("Politiewet 2012 56", "polw-56"),
        ("56 Vw 2000", "vw-56"),
        ("Wetboek van Strafrecht 138", "sr-138"),
        ("artikel 16 Wet politiegegevens", "wpg-16"),
        ("8 EVRM", "evrm-8"),
        ("Vierde Protocol EVRM 2", "evrm-p4-2"),
        ("huisvredebreuk", "sr-138"),
        ("lichte bevelsbevoegdheid", "gemw-172"),
    ],
)
def test_an_article_is_found_however_it_is_written(typed: str, article: str) -> None:
    assert find_articles(ENTRIES, typed).ids == (article,)


@pytest.mark.parametrize("article", [entry.id for entry in ENTRIES])
def test_every_article_is_found_by_its_id_and_by_number_and_law(article: str) -> None:
    record = CATALOGUE.article_by_id[article]
    law = CATALOGUE.law_by_id[record.law]

    assert find_articles(ENTRIES, article).ids == (article,)
    assert find_articles(ENTRIES, f"art. {record.number} {law.short}").ids == (article,)
    assert find_articles(ENTRIES, f"{law.name} {record.number}").ids == (article,)


@pytest.mark.parametrize(
    ("typed", "paragraph"),
    [
        ("172a lid 3", "3"),
        ("172a lid 1 onder b Gemeentewet", "1"),
        ("art. 33 lid 4 c UAVG", "4"),
        ("gemw-172a:6", "6"),
        ("uavg-33:4-c", "4"),
        ("172a", None),
    ],
)
def test_a_paragraph_is_read_with_the_article(typed: str, paragraph: str | None) -> None:
    found = find_articles(ENTRIES, typed)

    assert len(found.ids) == 1
    assert found.paragraph == paragraph


@pytest.mark.parametrize(("typed", "articles"), [("56", {"polw-56", "vw-56"}), ("3", {"atw-3", "coa-3", "ivrk-3"}), ("mandaat", None)])
def test_what_can_be_several_articles_gives_them_all(typed: str, articles: set[str] | None) -> None:
    found = set(find_articles(ENTRIES, typed).ids)

    assert len(found) > 1
    assert articles is None or found == articles


def test_a_law_alone_gives_all_its_articles() -> None:
    assert set(find_articles(ENTRIES, "Awb").ids) == {article.id for article in CATALOGUE.articles if article.law == "awb"}


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("172aa", "gemw-172a"),
        ("173", "gemw-172"),
        ("172a Gemeentewett", "gemw-172a"),
        ("172a Sr", "gemw-172a"),
        ("huisvredebruek", "sr-138"),
        ("6 EVRM", "evrm-8"),
    ],
)
def test_a_typing_error_finds_nothing_and_names_the_nearest(typed: str, nearest: str) -> None:
    found = find_articles(ENTRIES, typed)

    assert found.ids == ()
    assert found.near[0] == nearest


@pytest.mark.parametrize("typed", ["", "xyz", "2012", "9:9", "fietsenstalling", "art.", "lid 3"])
def test_what_is_nothing_like_an_article_finds_nothing(typed: str) -> None:
    assert find_articles(ENTRIES, typed) == ((), None, ())
