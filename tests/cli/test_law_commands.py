"""`toolbox law` and `toolbox share` as an adviser meets them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from helpers import CATALOGUE


def test_a_typing_error_names_the_nearest_article(toolbox: Callable) -> None:
    assert "toolbox law gemw-172a" in toolbox("law", "172aa").err


def test_an_article_says_what_it_demands_which_text_was_read_and_what_hangs_on_it(toolbox: Callable) -> None:
    out = toolbox("law", "172a").out

    for text in (
        "Art. 172a Gemeentewet",
        "Lid 9",
        "1 mei 2022",
        "wetten.overheid.nl",
        "Beslist          burgemeester",
        "Overleg (advies) OM",
        "Politie beslist  Nee",
        "Boa beslist      Nee",
        "Bij overtreding",
        "gebiedsverbod/172a",
        "herhaald_verstoord",
        "[lid 5]",
        "ECLI:NL:HR:2021:935",
        "Rechtgezet",
    ):
        assert text in out, text


def test_a_paragraph_shows_that_one_and_where_the_others_are(toolbox: Callable) -> None:
    out = toolbox("law", "172a", "lid", "6").out

    assert "Lid 6" in out
    assert "Lid 7" not in out
    assert "toolbox law gemw-172a" in out


def test_a_text_that_was_not_read_says_so(toolbox: Callable) -> None:
    assert "niet met datum gelezen" in toolbox("law", "2:78").out


def test_the_same_number_in_two_laws_gives_a_list_to_choose_from(toolbox: Callable) -> None:
    out = toolbox("law", "56").out

    assert "polw-56" in out
    assert "vw-56" in out


@pytest.mark.parametrize("arguments", [["law"], ["law", "--mandate"], ["law", "172a"], ["share"], ["share", "politie", "burgemeester"]])
def test_the_text_fits_in_eighty_columns(arguments: list[str], toolbox: Callable) -> None:
    assert max(len(line) for line in toolbox(*arguments).out.splitlines()) <= 80


def test_no_row_of_the_mandate_tables_is_broken_over_two_lines(toolbox: Callable) -> None:
    lines = toolbox("law", "--mandate").out.split("Wat altijd geldt")[0].splitlines()
    places = {article.number for article in CATALOGUE.articles}
    rows = [line for line in lines if line.split(" ")[0] in places]

    assert len(rows) == len([power for power in CATALOGUE.powers if power.basis])
    assert all(row.rstrip().endswith(("nee", "nee *", "mandaat", "mandaat *", "n.v.t.")) for row in rows)


def test_the_json_of_an_article_has_what_the_text_has(toolbox: Callable) -> None:
    plain = json.loads(toolbox("law", "172a", "--json").out)

    assert plain["id"] == "gemw-172a"
    assert plain["text_date"] == "2022-05-01"
    assert [item["number"] for item in plain["paragraphs"]] == [str(number) for number in range(1, 10)]
    assert plain["powers"][0]["police_mandate"]["allowed"] == "no"
    assert plain["powers"][0]["boa_mandate"]["allowed"] == "no"
    assert {"measures", "conditions", "questions", "rulings", "errata", "since", "url"} <= set(plain)


def test_the_json_of_several_articles_is_a_list(toolbox: Callable) -> None:
    assert [item["id"] for item in json.loads(toolbox("law", "56", "--json").out)] == ["polw-56", "vw-56"]


@pytest.mark.parametrize("arguments", [["law"], ["law", "--mandate"]])
def test_the_json_of_the_lists_has_every_power_with_a_basis(arguments: list[str], toolbox: Callable) -> None:
    plain = json.loads(toolbox(*arguments, "--json").out)

    assert plain["schema_version"] == 2
    assert len(plain["powers"]) == len([power for power in CATALOGUE.powers if power.basis])


@pytest.mark.parametrize(
    ("arguments", "answer", "count"),
    [
        (["lko", "ind"], "unknown", 0),
        (["politie", "burgemeester"], "recorded", None),
        (["mma"], "unknown", 0),
        ([], "recorded", len(CATALOGUE.sharing)),
    ],
)
def test_the_json_of_sharing_says_unknown_where_nothing_is_recorded(
    arguments: list[str], answer: str, count: int | None, toolbox: Callable
) -> None:
    plain = json.loads(toolbox("share", *arguments, "--json").out)

    assert plain["answer"] == answer
    assert count is None or len(plain["records"]) == count
    assert plain["default"]["answer"] == "unknown"


def test_partners_go_by_their_usual_names(toolbox: Callable) -> None:
    assert toolbox("share", "Openbaar Ministerie", "burgermeester").out == toolbox("share", "om", "burgemeester").out


def test_other_pages_point_to_these_commands(toolbox: Callable) -> None:
    assert "toolbox law gemw-172a" in toolbox("measure", "gebiedsverbod/172a").out
    assert "Boa beslist" in toolbox("measure", "gebiedsverbod/172a").out
    assert "toolbox share politie" in toolbox("partner", "politie").out
    assert "toolbox share" not in toolbox("partner", "mma").out


def test_search_names_the_command_that_shows_a_power(toolbox: Callable) -> None:
    out = toolbox("search", "noodverordening").out

    assert "bevoegdheid: toolbox law gemw-176" in out
    assert "voorwaarde: toolbox law" in out
