"""Ten requests that the law does not allow as asked: each ends refused, or open on the condition that stands in the way."""

from collections.abc import Mapping

import pytest
from helpers import CATALOGUE, answers_of

from toolbox_cli.analysis.assess import Finding, Grade, assess
from toolbox_cli.rules.truth import Truth

STREET = {"frequentie": "wekelijks", "gedrag": "intimidatie", "plaats": "winkelgebied"}
PERSON = {
    **STREET,
    "personen_bekend": "ja",
    "leeftijd": "volwassen",
    "orde_verstoord": "ja",
    "herhaald_verstoord": "ja",
    "ernstige_vrees": "ja",
    "dossier": "ja",
    "lichter_middel": "ja",
    "om_aanwijzing": "nee",
    "verlenging": "nieuw",
}
CHILD = {**PERSON, "leeftijd": "onder_12", "groep": "ja"}
WEAPONS = {**STREET, "gedrag": "wapens", "acuut": "ja", "wapens": "ja", "onvoorzien": "ja", "ovj_overleg": "veiligheidsrisicogebied"}
SHOPS = {"frequentie": "wekelijks", "gedrag": "winkeldiefstal", "plaats": "winkelgebied", "winkels_samen": "ja"}

REFUSED = {
    "the police decide on an order of art. 172a": ({**PERSON, "gevraagd": "politie_beslist"}, "politie-laat-beslissen", "gemw-177", "2"),
    "a fourth renewal": ({**PERSON, "verlenging": "vierde"}, "gebiedsverbod/172a", "gemw-172a", "6-a"),
    "a ban on a group by origin": ({**STREET, "gevraagd": "hele_groep"}, "verbod-voor-groep", "gemw-172a", "1"),
    "an order to a child of eleven": (CHILD, "gebiedsverbod/172a", "gemw-172b", "1"),
    "a running order of the public prosecutor": ({**PERSON, "om_aanwijzing": "ja"}, "gebiedsverbod/172a", "gemw-172a", "5"),
    "twelve urgent hours for the second time": ({**WEAPONS, "spoed_eerder": "ja"}, "veiligheidsrisicogebied/174b", "gemw-174b", "1"),
    "a camera of the burgemeester in a shop": (
        {**SHOPS, "gevraagd": "camera_in_winkel"},
        "burgemeesterscamera-in-winkel",
        "gemw-151c",
        "1",
    ),
    "a shared list without a licence": ({**SHOPS, "gevraagd": "zwarte_lijst"}, "zwarte-lijst-winkels", "uavg-33", "4-c"),
    "a joint shop ban without a licence": ({**SHOPS, "ap_vergunning": "nee"}, "winkelverbod/collectief", "uavg-33", "4-c"),
    "an order as a punishment": ({**PERSON, "gevraagd": "straf"}, "bevel-als-straf", "awb-3-3", None),
}


def finding(given: Mapping[str, str], form: str) -> Finding:
    return next(item for item in assess(CATALOGUE, answers_of(given)).findings if item.form.id == form)


@pytest.mark.parametrize(("given", "form", "article", "paragraph"), REFUSED.values(), ids=REFUSED)
def test_what_the_law_does_not_allow_is_refused_on_the_right_article(
    given: Mapping[str, str], form: str, article: str, paragraph: str | None
) -> None:
    found = finding(given, form)
    failing = [(tested.condition.article, tested.condition.paragraph) for tested in found.tested if tested.truth is Truth.NO]

    assert found.grade is Grade.RULED_OUT
    assert (article, paragraph) in failing
    assert found.failing is not None
    assert found.failing.condition.way_on


def test_an_unknown_local_rule_leaves_the_order_open_on_that_article() -> None:
    found = finding({**PERSON, "apv_gebiedsverbod": "onbekend"}, "gebiedsverbod/apv")
    open_articles = {tested.condition.article for tested in found.tested if tested.truth is Truth.UNKNOWN}

    assert found.grade is Grade.CONDITIONAL
    assert "apv-2-78" in open_articles


@pytest.mark.parametrize("form", ["gebiedsverbod/172a", "groepsverbod/172a", "meldplicht/172a"])
def test_no_order_of_article_172a_is_possible_on_a_child_of_eleven(form: str) -> None:
    given = {**CHILD, "om_aanwijzing": "nee"}

    assert finding(given, form).grade is Grade.RULED_OUT


def test_a_request_that_nobody_made_is_no_finding() -> None:
    forms = {item.form.id for item in assess(CATALOGUE, answers_of({**PERSON, "gevraagd": "niets"})).findings}

    assert forms.isdisjoint({"verbod-voor-groep", "burgemeesterscamera-in-winkel", "bevel-als-straf"})
