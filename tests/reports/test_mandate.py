"""Who may take a decision instead of the holder of the power."""

from __future__ import annotations

import pytest
from helpers import CATALOGUE

from toolbox_cli.model.law import Mandate, Power
from toolbox_cli.reports.document import BulletList, Table
from toolbox_cli.reports.mandate import cell, compose_mandates, mandates_json

# Art. 177 lid 2 Gemeentewet, as it was read: 151b, 154a, 172, 172a, 172b, 174 lid 2, and 174a to 176a
CLOSED_TO_POLICE = ["151b", "154a", "172", "172a", "172b", "174a", "174b", "175", "176", "176a"]


@pytest.mark.parametrize("power", CATALOGUE.powers, ids=lambda power: power.id)
def test_every_power_says_with_a_source_whether_police_and_boa_may_decide(power: Power) -> None:
    boa = CATALOGUE.boa_mandate_by_power[power.id]

    assert power.police_mandate.source
    assert boa.source
    assert power.police_mandate.text
    assert boa.text


@pytest.mark.parametrize("number", CLOSED_TO_POLICE)
def test_a_power_in_the_list_of_article_177_is_closed_to_the_police_and_to_boas(number: str) -> None:
    powers = [power for power in CATALOGUE.powers if any(basis.article == f"gemw-{number}" for basis in power.basis)]

    assert powers
    for power in powers:
        assert power.police_mandate.allowed is Mandate.NO
        assert "art gemw-177:2" in power.police_mandate.source
        assert CATALOGUE.boa_mandate_by_power[power.id].allowed is Mandate.NO


def test_a_boa_is_never_refused_on_the_article_about_police_officers_alone() -> None:
    for record in CATALOGUE.boa_mandates:
        if record.allowed is Mandate.NO:
            assert any(source.startswith("art awb-10-3") for source in record.source), record.id


def test_the_power_of_the_apv_can_be_given_and_the_police_must_agree() -> None:
    power = CATALOGUE.power_by_id["apv-gebiedsontzegging"]

    assert power.police_mandate.allowed is Mandate.BY_MANDATE
    assert "art awb-10-4:1" in power.police_mandate.source
    assert CATALOGUE.boa_mandate_by_power[power.id].allowed is Mandate.BY_MANDATE


@pytest.mark.parametrize("source", ["art awb-10-3:3", "ECLI:NL:HR:2015:3325", "art awb-10-4:1", "art gemw-178:2"])
def test_the_rules_for_every_mandate_rest_on(source: str) -> None:
    assert any(source in rule.source for rule in CATALOGUE.mandate_rules)


def test_an_own_reading_is_marked_and_a_rule_of_the_law_is_not() -> None:
    assert cell(CATALOGUE.power_by_id["gemw-172a"].police_mandate) == "nee"
    assert cell(CATALOGUE.boa_mandate_by_power["gemw-172a"]) == "nee *"
    assert cell(CATALOGUE.boa_mandate_by_power["gemw-176"]) == "nee"
    assert cell(CATALOGUE.power_by_id["sv-509hh"].police_mandate) == "n.v.t."


def test_the_table_and_the_grounds_hold_every_power_and_every_ground_has_a_source() -> None:
    document = compose_mandates(CATALOGUE)
    powers = [power for power in CATALOGUE.powers if power.basis]
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    lines = [line for block in document.blocks if isinstance(block, BulletList) for line in block.items]

    assert len(rows) == len(powers)
    assert all(line.sources for line in lines)
    for power in powers:
        assert CATALOGUE.boa_mandate_by_power[power.id].text in " ".join(line.text for line in lines)
        assert power.police_mandate.text in " ".join(line.text for line in lines)


def test_the_json_has_the_same_answers() -> None:
    plain = {item["power"]: item for item in mandates_json(CATALOGUE)["powers"]}

    assert set(plain) == {power.id for power in CATALOGUE.powers if power.basis}
    assert plain["gemw-172a"]["police"]["allowed"] == "no"
    assert plain["gemw-172a"]["police"]["own_reading"] is False
    assert plain["gemw-172a"]["boa"]["own_reading"] is True
    assert all(answer["sources"] for item in plain.values() for answer in (item["police"], item["boa"]))


def test_names_in_the_tables_are_short_enough_for_a_narrow_screen() -> None:
    for power in CATALOGUE.powers:
        assert power.brief is not None, power.id
        assert len(power.brief) <= 23, power.brief
