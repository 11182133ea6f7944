"""What hangs on an article."""

from __future__ import annotations

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.law import Dependents, depends_on, powers_by_law
from toolbox_cli.model.measure import Origin


def on(article: str) -> Dependents:
    return depends_on(CATALOGUE, CATALOGUE.article_by_id[article])


def test_the_power_its_forms_conditions_and_rulings_hang_on_the_article() -> None:
    found = on("gemw-172a")

    assert [power.id for power in found.powers] == ["gemw-172a"]
    assert {"gebiedsverbod/172a", "groepsverbod/172a", "meldplicht/172a"} <= {form.id for form in found.forms}
    assert {"deur-172a", "ernstige-vrees", "geen-om-aanwijzing"} <= {condition.id for condition in found.conditions}
    assert "ECLI:NL:HR:2021:935" in {ruling.ecli for ruling in found.rulings}
    assert found.errata != ()


def test_a_question_hangs_on_the_article_also_through_a_named_fact() -> None:
    behind_the_fact = {"ernstig_verstoord", "herhaald_verstoord", "leidende_rol", "private_sanctie"}

    assert behind_the_fact <= {question.id for question in on("gemw-172a").questions}


def test_a_question_that_another_article_asks_for_does_not_hang_on_this_one() -> None:
    assert "dossier" not in {question.id for question in on("gemw-172a").questions}
    assert "dossier" in {question.id for question in on("awb-3-2").questions}


def test_a_form_hangs_on_an_article_that_only_one_of_its_conditions_comes_from() -> None:
    assert "gebiedsverbod/172a" in {form.id for form in on("awb-3-4").forms}


def test_a_power_that_only_cites_the_article_is_named_apart() -> None:
    found = on("sr-184")

    assert {"gemw-172a", "gemw-172-3"} <= {power.id for power in found.naming}
    assert found.powers == ()


def test_the_procedures_and_what_must_be_on_paper_hang_on_the_article() -> None:
    assert "bevel-aan-persoon" in {item.id for item in on("awb-3-41").procedures}
    assert "dossier-persoon" in {item.id for item in on("awb-3-9").standards}


def test_the_legal_protection_the_holidays_and_the_counting_of_days_hang_on_the_article() -> None:
    assert [item.id for item in on("awb-6-7").terms] == ["awb"]
    assert "goede-vrijdag" in {item.id for item in on("atw-3").terms}
    assert (on("atw-4").counting, on("awb-6-7").counting) == (True, False)


def test_the_sharing_of_information_hangs_on_its_ground() -> None:
    assert "politie-convenant" in {item.id for item in on("wpg-20").sharing}


def test_an_article_with_nothing_on_it_has_nothing() -> None:
    found = on("fvw-17a")

    assert (found.powers, found.forms, found.conditions, found.questions) == ((), (), (), ())
    assert (found.procedures, found.standards, found.terms, found.counting, found.sharing) == ((), (), (), False, ())


def test_every_form_that_has_a_basis_hangs_on_it() -> None:
    for form in CATALOGUE.forms:
        for basis in form.basis:
            assert form in on(basis.article).forms


def test_every_power_with_a_basis_stands_under_exactly_one_law() -> None:
    listed = [power.id for _, powers in powers_by_law(CATALOGUE) for power in powers]

    assert sorted(listed) == sorted(power.id for power in CATALOGUE.powers if power.basis)
    without = {power.id for power in CATALOGUE.powers if not power.basis}
    assert all(form.measure.origin is Origin.REFUSAL for form in CATALOGUE.forms if form.power and form.power.id in without)


@pytest.mark.parametrize("law", [law.id for law, _ in powers_by_law(CATALOGUE)])
def test_the_powers_stand_in_the_order_of_the_articles(law: str) -> None:
    order = [article.id for article in CATALOGUE.articles]
    (powers,) = [powers for found, powers in powers_by_law(CATALOGUE) if found.id == law]
    places = [order.index(power.basis[0].article) for power in powers]

    assert places == sorted(places)
