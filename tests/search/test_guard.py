"""What is refused as a request, and what is only a look-up."""

import pytest
from helpers import CATALOGUE

from toolbox_cli.model.measure import Origin
from toolbox_cli.search.guard import Place, guard_of, refusal_of
from toolbox_cli.search.text import index_of

GUARD = guard_of(CATALOGUE.wording)

ON_A_GROUP = [
    "gebiedsverbod voor alle asielzoekers",
    "verbod veiligelanders",
    "verbod veilige landers",
    "gebiedsverbod marokkanen",
    "GEBIEDSVERBOD MAROKKANEN",
    "gebiedsverbod Syriërs",
    "Algerijnse jongens niet welkom",
    "azc-bewoners weren",
    "azcbewoners weren",
    "alle bewoners van het azc",
    "iedere bewoner van de opvang een meldplicht",
    "gebiedsverbod statushouders",
    "verbod voor moslims",
    "islamitische jongeren uit het centrum",
    "marokkanenverbod",
    "geen asielzoekers in de supermarkt",
    "preventief fouilleren marokkanen",
    "winkelverbod voor alle azc'ers",
    "gebiedsontzegging voor elke asielzoeker",
    "bevel 172a voor vluchtelingen",
]
LOOK_UPS = [
    "asielzoekers",
    "opvang asielzoekers",
    "activiteiten voor alle bewoners van het azc",
    "activiteiten met statushouders",
    "gebiedsverbod",
    "gebiedsverbod rond het azc",
    "samenscholingsverbod azc",
    "alcoholverbod voor iedereen",
    "gebiedsverbod asielzoeker",
    "cameratoezicht winkelgebied",
    "mandaat politie apv",
    "camerabeelden bij de aangifte",
    "strafrechtelijk gebiedsverbod",
    "straf bij overtreding van een gebiedsverbod",
    "gebeidsverbod",
    "omwonenden",
    "",
]
OTHERS = {
    "avondklok voor azc-bewoners": "avondklok-bewoners",
    "vreemdelingen opsluiten": "avondklok-bewoners",
    "gebiedsverbod als straf": "bevel-als-straf",
    "een lesje leren": "bevel-als-straf",
    "meldplicht ter afschrikking": "bevel-als-straf",
    "politie legt gebiedsverbod op 172a": "politie-laat-beslissen",
    "boa beslist over noodbevel": "politie-laat-beslissen",
    "foto's van dieven op Facebook": "fotos-winkeldieven",
    "camera in winkel door burgemeester": "burgemeesterscamera-in-winkel",
}


@pytest.mark.parametrize("text", ON_A_GROUP)
def test_a_measure_on_a_group_by_origin_or_status_is_refused_with_ground_and_route(text: str) -> None:
    refusal = refusal_of(GUARD, text)

    assert refusal is not None
    assert CATALOGUE.measure_by_id[refusal.measure].origin is Origin.REFUSAL
    assert "172a lid 1" in refusal.ground
    assert "art. 1 Grondwet" in refusal.ground or "Art. 1 Grondwet" in refusal.ground
    assert "bevel per persoon" in refusal.route


@pytest.mark.parametrize("text", LOOK_UPS)
def test_a_look_up_is_not_refused(text: str) -> None:
    assert refusal_of(GUARD, text) is None
    assert refusal_of(GUARD, text, Place.SEARCH) is None


@pytest.mark.parametrize(("text", "measure"), OTHERS.items(), ids=OTHERS)
def test_another_request_that_cannot_be_leads_to_its_own_refusal(text: str, measure: str) -> None:
    refusal = refusal_of(GUARD, text)

    assert refusal is not None
    assert refusal.measure == measure


def test_a_search_only_refuses_a_measure_on_a_group() -> None:
    assert refusal_of(GUARD, "gebiedsverbod marokkanen", Place.SEARCH) is not None
    assert refusal_of(GUARD, "172a straffen met", Place.SEARCH) is None
    assert refusal_of(GUARD, "alle bewoners", Place.SEARCH) is None


def test_an_origin_as_an_answer_is_refused_without_a_word_for_a_ban() -> None:
    assert refusal_of(GUARD, "marokkanen", Place.ANSWER) is not None
    assert refusal_of(GUARD, "marokkanen") is None


def test_no_name_of_an_ordinary_entry_looks_like_a_refused_request() -> None:
    refusals = {measure.id for measure in CATALOGUE.measures if measure.origin is Origin.REFUSAL}
    names = [name for entries in index_of(CATALOGUE).values() for entry in entries if entry.id not in refusals for name in entry.names]

    assert [name for name in names if refusal_of(GUARD, name) is not None] == []
    assert [name for name in names if refusal_of(GUARD, name, Place.SEARCH) is not None] == []


def test_no_option_of_a_question_is_refused_as_an_answer_by_its_id() -> None:
    ids = [option.id for question in CATALOGUE.questions for option in question.options if question.id != "gevraagd"]

    assert [name for name in ids if refusal_of(GUARD, name, Place.ANSWER) is not None] == []
