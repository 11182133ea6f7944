"""What a change of the content is called and what it means; the shipped content with one thing changed."""

from __future__ import annotations

from typing import Any

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.content_diff import KindDiff, diff
from toolbox_cli.analysis.content_impact import Impact, impact
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AllOf, Always, AnyOf, AtLeast, Fact, Is, Not
from toolbox_cli.model.measure import Rule


def altered(values: dict[str, Any]) -> Catalogue:
    """The shipped content with other lists; made anew, because a copy would keep the look-ups of the first."""
    return Catalogue.model_construct(**{name: values.get(name, getattr(CATALOGUE, name)) for name in Catalogue.model_fields})


def changed(field: str, name: str, **values: Any) -> Catalogue:
    """The shipped content with other values in one record."""
    records = tuple(
        record.model_copy(update=values) if name in (getattr(record, "id", ""), getattr(record, "form", "")) else record
        for record in getattr(CATALOGUE, field)
    )
    assert records != getattr(CATALOGUE, field)
    return altered({field: records})


def without(field: str, name: str) -> Catalogue:
    return altered({field: tuple(record for record in getattr(CATALOGUE, field) if record.id != name)})


def rule_of(form: str) -> Rule:
    return CATALOGUE.form_by_id[form].rule


def only(new: Catalogue) -> KindDiff:
    found = diff(CATALOGUE, new)
    assert len(found) == 1, found
    return found[0]


def logic_of(new: Catalogue) -> dict[str, tuple[str, ...]]:
    return {one.form: one.aspects for one in impact(CATALOGUE, new).logic}


def test_the_same_content_has_no_difference_and_no_meaning() -> None:
    assert diff(CATALOGUE, CATALOGUE) == ()
    assert impact(CATALOGUE, CATALOGUE).empty


def test_a_field_is_named_with_its_old_and_new_value() -> None:
    found = only(changed("partners", "coa", short="Het COA"))
    (entry, fields), *_ = found.changed

    assert (found.kind, entry.id, [(one.place, one.old, one.new) for one in fields]) == ("partners", "coa", [("short", "COA", "Het COA")])


def test_what_came_and_what_went_stand_apart() -> None:
    less = without("errata", "erratum-01")

    assert [entry.id for entry in only(less).removed] == ["erratum-01"]
    assert [entry.id for one in diff(less, CATALOGUE) for entry in one.added] == ["erratum-01"]


def test_a_record_with_another_id_and_the_same_rest_has_another_name() -> None:
    found = only(changed("errata", "erratum-01", id="erratum-een"))

    assert [(old, entry.id) for old, entry in found.renamed] == [("erratum-01", "erratum-een")]
    assert (found.added, found.removed) == ((), ())


def test_a_record_with_another_id_and_another_text_went_and_came() -> None:
    found = only(changed("errata", "erratum-01", id="erratum-een", correct="Iets anders."))

    assert (len(found.added), len(found.removed), found.renamed) == (1, 1, ())


def test_what_only_follows_a_new_name_is_not_told_again() -> None:
    articles = tuple(one.model_copy(update={"id": "gemw-154-nieuw"}) if one.id == "gemw-154" else one for one in CATALOGUE.articles)
    errata = tuple(
        one.model_copy(update={"source": tuple(source.replace("art gemw-154:", "art gemw-154-nieuw:") for source in one.source)})
        for one in CATALOGUE.errata
    )
    fingerprints = tuple(
        one.model_copy(update={"article": "gemw-154-nieuw"}) if one.article == "gemw-154" else one for one in CATALOGUE.fingerprints
    )
    new = altered({"articles": articles, "errata": errata, "fingerprints": fingerprints})

    assert {one.kind for one in diff(CATALOGUE, new)} == {"articles", "fingerprints"}
    assert all(one.renamed and not one.changed for one in diff(CATALOGUE, new))


def test_an_item_put_in_front_of_a_list_is_one_item_more() -> None:
    measure = CATALOGUE.measure_by_id["meldkaart"]
    found = only(changed("measures", "meldkaart", steps=(measure.steps[0].model_copy(update={"text": "Eerst dit."}), *measure.steps)))
    (_, fields), *_ = found.changed

    assert [(one.place, one.old) for one in fields] == [("steps.0", None)]


def test_records_in_another_order_are_a_difference() -> None:
    found = only(altered({"partners": CATALOGUE.partners[::-1]}))

    assert (found.kind, found.reordered, found.changed) == ("partners", True, ())


def test_a_form_and_a_choice_are_told_apart_from_their_measure_and_question() -> None:
    measure = CATALOGUE.measure_by_id["toezicht"]
    variants = (measure.variants[0].model_copy(update={"name": "Andere naam"}), *measure.variants[1:])
    question = CATALOGUE.question_by_id["tijd"]
    choices = (question.choices[0].model_copy(update={"label": "Ander woord"}), *question.choices[1:])

    assert only(changed("measures", "toezicht", variants=variants)).kind == "forms"
    assert only(changed("questions", "tijd", choices=choices)).kind == "choices"


# What it means


def test_a_question_that_is_gone_no_longer_fits_in_answer_files() -> None:
    means = impact(CATALOGUE, without("questions", "tijd"))

    assert (means.questions_gone, means.choices_gone) == (("tijd",), ())


def test_an_answer_that_is_gone_is_named_with_its_question() -> None:
    question = CATALOGUE.question_by_id["tijd"]
    means = impact(CATALOGUE, changed("questions", "tijd", choices=question.choices[1:]))

    assert means.choices_gone == (f"tijd={question.choices[0].id}",)


def test_an_answer_with_another_name_is_no_answer_that_is_gone() -> None:
    question = CATALOGUE.question_by_id["tijd"]
    choices = (question.choices[0].model_copy(update={"id": "anders"}), *question.choices[1:])
    means = impact(CATALOGUE, changed("questions", "tijd", choices=choices))

    assert (means.choices_gone, means.choices_renamed) == ((), ((f"tijd={question.choices[0].id}", "tijd=anders"),))


def test_another_weight_is_told_with_both_numbers() -> None:
    means = impact(CATALOGUE, changed("rules", "gebiedsverbod/172a", weight=2))

    assert [(one.form, one.aspects, one.new_weight) for one in means.logic] == [("gebiedsverbod/172a", ("weight",), 2)]
    assert means.logic[0].old_weight == rule_of("gebiedsverbod/172a").weight != 2


def test_another_fact_reaches_every_form_that_uses_it() -> None:
    new = changed("facts", "overlast", when=Is(question="frequentie", values=("dagelijks",)))

    assert "indicated" in logic_of(new)["meldkaart"]
    assert len(logic_of(new)) > 5


def test_another_condition_reaches_the_forms_of_the_powers_that_set_it() -> None:
    new = changed("conditions", "ernstige-vrees", when=Not(part=CATALOGUE.condition_by_id["ernstige-vrees"].when))
    means = impact(CATALOGUE, new)
    forms = [form.id for form in CATALOGUE.forms if "ernstige-vrees" in form.condition_ids]

    assert [one.form for one in means.logic] == forms != []
    assert all((one.aspects, one.conditions) == (("conditions",), ("ernstige-vrees",)) for one in means.logic)


def test_another_number_is_another_condition_and_the_same_number_is_not() -> None:
    two, three = (changed("conditions", "ernstige-vrees", when=AtLeast(question="aantal_voorvallen", at_least=number)) for number in (2, 3))

    assert impact(two, two).logic == ()
    assert {one.conditions for one in impact(two, three).logic} == {("ernstige-vrees",)}


def test_a_condition_that_a_power_no_longer_sets_reaches_its_forms() -> None:
    power = CATALOGUE.power_by_id["gemw-172-3"]
    found = logic_of(changed("powers", "gemw-172-3", conditions=power.conditions[1:]))

    assert found == {form.id: ("conditions",) for form in CATALOGUE.forms if form.power == power}


@pytest.mark.parametrize("aspect", ["urgent", "request"])
def test_another_flag_is_another_logic(aspect: str) -> None:
    value = not getattr(rule_of("meldkaart"), aspect)

    assert logic_of(changed("rules", "meldkaart", **{aspect: value})) == {"meldkaart": (aspect,)}


def test_a_condition_in_other_words_for_the_same_is_no_other_logic() -> None:
    rule = rule_of("meldkaart")
    parts = (Is(question="acuut", values=("ja",)), Is(question="tijd", values=("nacht", "weekend")))
    one = changed("rules", "meldkaart", indicated=AnyOf(parts=parts))
    other = changed("rules", "meldkaart", indicated=AnyOf(parts=(Is(question="tijd", values=("weekend", "nacht")), parts[0])))

    assert impact(one, other).logic == ()
    assert impact(one, changed("rules", "meldkaart", indicated=AllOf(parts=parts))).logic != ()
    assert rule.indicated != AnyOf(parts=parts)


def test_a_fact_written_out_is_no_other_logic() -> None:
    one = changed("rules", "meldkaart", indicated=Fact(fact="overlast"))
    other = changed("rules", "meldkaart", indicated=next(fact.when for fact in CATALOGUE.facts if fact.id == "overlast"))

    assert impact(one, other).logic == ()
    assert diff(one, other) != ()


def test_another_reason_in_words_is_no_other_logic() -> None:
    one = changed("rules", "meldkaart", indicated=Always(why="daarom"))

    assert impact(one, changed("rules", "meldkaart", indicated=Always(why="om een andere reden"))).logic == ()


def test_a_question_asked_on_another_occasion_is_named() -> None:
    means = impact(CATALOGUE, changed("questions", "ernstige_vrees", ask_when=Is(question="acuut", values=("ja",))))

    assert means.asked_otherwise == ("ernstige_vrees",)


def test_a_new_contradiction_is_named() -> None:
    first = CATALOGUE.contradictions[0]
    new = altered({"contradictions": CATALOGUE.contradictions[1:]})

    assert impact(new, CATALOGUE).contradictions == (first.id,)
    assert impact(CATALOGUE, new).contradictions == ()


def test_every_word_for_text_changes_nothing_in_what_it_means() -> None:
    means: Impact = impact(CATALOGUE, changed("questions", "tijd", text="Wanneer gebeurt het?"))

    assert means.empty
