"""Relations hold on both sides, and a priority in the content is a priority in the grades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from helpers import CATALOGUE, answers_of

from toolbox_cli.analysis.assess import Finding, Grade, assess
from toolbox_cli.model.relation import Related, RelationKind, Sense

Given = Mapping[str, str | Sequence[str]]
PRIORITIES = {relation.id: relation for relation in CATALOGUE.relations if relation.kind is RelationKind.GOES_BEFORE}


def forms_named(name: str) -> tuple[str, ...]:
    measure = CATALOGUE.measure_by_id.get(name)
    return (name,) if name in CATALOGUE.form_by_id else tuple(form.id for form in CATALOGUE.forms_of(measure)) if measure else ()


def seen_from(form: str) -> set[tuple[str, Sense, str, str]]:
    """What a form says: the relation, how it reads here, itself, and each other form."""
    related = CATALOGUE.relations_of(CATALOGUE.form_by_id[form])
    return {(item.relation.id, item.sense, form, other) for item in related for other in forms_named(item.other)}


def between(one: str, other: str) -> list[Sense]:
    return [sense for _, sense, _, seen in seen_from(one) if seen == other and sense is not Sense.DISTINGUISH]


def test_what_one_form_says_of_another_the_other_says_mirrored() -> None:
    said = {item for form in CATALOGUE.form_by_id for item in seen_from(form)}
    mirrored = {(name, sense.mirrored, other, form) for name, sense, form, other in said}

    assert len(said) > 2 * len(CATALOGUE.relations) - 1
    assert said == mirrored


def test_no_two_forms_are_both_allowed_and_forbidden_together() -> None:
    pairs = {(form, other) for form in CATALOGUE.form_by_id for _, _, _, other in seen_from(form)}

    assert [pair for pair in sorted(pairs) if len(between(*pair)) > 1] == []


def test_each_side_reads_a_text_of_its_own_or_the_same() -> None:
    for relation in CATALOGUE.relations:
        first, second = relation.sides()
        assert (first.text, second.text) == (
            (relation.text, relation.text) if relation.text else (relation.text_first, relation.text_second)
        )
        assert (first.own, first.other) == (second.other, second.own) == relation.forms


@pytest.mark.parametrize(
    ("one", "other", "sense"),
    [
        ("gebiedsverbod/apv", "gebiedsverbod/172-3", Sense.GOES_BEFORE),
        ("gebiedsverbod/24-uur", "gebiedsverbod/172-3", Sense.GOES_BEFORE),
        ("gedragsaanwijzing/509hh", "gebiedsverbod/172a", Sense.GOES_BEFORE),
        ("gedragsaanwijzing/509hh", "groepsverbod/172a", Sense.GOES_BEFORE),
        ("gedragsaanwijzing/509hh", "meldplicht/172a", Sense.TOGETHER),
        ("bevel-onder-twaalf/172b", "gebiedsverbod/172a", Sense.GOES_BEFORE),
        ("bevel-onder-twaalf/172b", "gebiedsverbod/apv", Sense.GOES_BEFORE),
        ("veiligheidsrisicogebied/151b", "veiligheidsrisicogebied/174b", Sense.GOES_BEFORE),
        ("gebiedsverbod/172-3", "noodmaatregelen/noodbevel", Sense.GOES_BEFORE),
        ("samenscholingsverbod/apv", "noodmaatregelen/noodverordening", Sense.GOES_BEFORE),
        ("woonoverlast/151d", "woonoverlast/174a", Sense.GOES_BEFORE),
        ("gebiedsverbod/apv", "meldplicht/172a", Sense.NOT_TOGETHER),
        ("gebiedsverbod/24-uur", "groepsverbod/172a", Sense.NOT_TOGETHER),
        ("gebiedsverbod/apv", "gebiedsverbod/172a", Sense.NOT_TOGETHER),
        ("gebiedsverbod/172a", "meldplicht/172a", Sense.TOGETHER),
        ("gebiedsverbod/172a", "groepsverbod/172a", Sense.TOGETHER),
        ("gebiedsverbod/24-uur", "winkelverbod/individueel", Sense.TOGETHER),
        ("veiligheidsrisicogebied/151b", "messenverbod/apv", Sense.TOGETHER),
        ("veiligheidsrisicogebied/151b", "cameratoezicht/openbaar", Sense.TOGETHER),
        ("messenverbod/apv", "cameratoezicht/openbaar", Sense.TOGETHER),
    ],
)
def test_what_may_be_combined_and_what_goes_first(one: str, other: str, sense: Sense) -> None:
    assert between(one, other) == [sense]
    assert between(other, one) == [sense.mirrored]


PERSON: Given = {
    "gedrag": ["intimidatie"], "frequentie": "wekelijks", "plaats": ["winkelgebied"], "personen_bekend": "ja", "orde_verstoord": "ja",
    "herhaald_verstoord": "ja", "ernstige_vrees": "ja", "groep": "ja",
}  # fmt: skip
CHILD: Given = {**PERSON, "leeftijd": ["onder_12"], "acuut": "ja"}
THIEF: Given = {**PERSON, "gedrag": ["winkeldiefstal"], "leeftijd": ["onder_12"]}
APV: Given = {**PERSON, "acuut": "ja", "apv_gebiedsverbod": "ja", "apv_dekt_gedrag": "ja", "leeftijd": ["volwassen"]}
RIOT: Given = {**PERSON, "wanordelijkheden": "ja", "ongeregeldheden": "ja", "gewone_middelen_tekort": "nee"}
ARMED: Given = {**RIOT, "gedrag": ["wapens"], "wapens": "ja", "acuut": "ja"}
HOME: Given = {
    "gedrag": ["geweld"],
    "frequentie": "wekelijks",
    "plaats": ["vanuit_woning"],
    "hinder_ernstig": "ja",
    "woning_ernstig": "nee",
}
# While the first applies; what would lift the priority.
APPLIES: dict[str, tuple[Given, Given]] = {
    "gebiedsverbod-apv-voor-gebiedsverbod-172-3": (APV, {"apv_dekt_gedrag": "nee"}),
    "gebiedsverbod-24-uur-voor-gebiedsverbod-172-3": ({**APV, "gedrag": ["winkeldiefstal"]}, {"apv_dekt_gedrag": "nee"}),
    "gedragsaanwijzing-509hh-voor-gebiedsverbod-172a": ({**PERSON, "om_aanwijzing": "ja"}, {"om_aanwijzing": "nee"}),
    "gedragsaanwijzing-509hh-voor-groepsverbod-172a": ({**PERSON, "om_aanwijzing": "ja"}, {"om_aanwijzing": "nee"}),
    "bevel-onder-twaalf-172b-voor-gebiedsverbod-172a": (CHILD, {"leeftijd": ["16_17"]}),
    "bevel-onder-twaalf-172b-voor-groepsverbod-172a": (CHILD, {"leeftijd": ["16_17"]}),
    "bevel-onder-twaalf-172b-voor-meldplicht-172a": (CHILD, {"leeftijd": ["16_17"]}),
    "bevel-onder-twaalf-172b-voor-gebiedsverbod-apv": (CHILD, {"leeftijd": ["16_17"]}),
    "bevel-onder-twaalf-172b-voor-gebiedsverbod-24-uur": (THIEF, {"leeftijd": ["16_17"]}),
    "bevel-onder-twaalf-172b-voor-gebiedsverbod-172-3": (CHILD, {"leeftijd": ["16_17"]}),
    "veiligheidsrisicogebied-151b-voor-veiligheidsrisicogebied-174b": (
        {**ARMED, "onvoorzien": "nee"}, {"onvoorzien": "ja", "spoed_eerder": "nee"},
    ),
    "samenscholingsverbod-apv-voor-noodmaatregelen": (RIOT, {"gewone_middelen_tekort": "ja"}),
    "gebiedsverbod-voor-noodmaatregelen": ({**RIOT, "acuut": "ja"}, {"gewone_middelen_tekort": "ja"}),
    "veiligheidsrisicogebied-174b-voor-noodmaatregelen": (ARMED, {"gewone_middelen_tekort": "ja"}),
    "messenverbod-apv-voor-noodmaatregelen-noodverordening": (ARMED, {"gewone_middelen_tekort": "ja"}),
    "samenscholingsverbod-apv-voor-bestuurlijke-ophouding-154a": (RIOT, {"gewone_middelen_tekort": "ja"}),
    "samenscholingsverbod-apv-voor-bestuurlijke-ophouding-176a": (RIOT, {"gewone_middelen_tekort": "ja"}),
    "woonoverlast-151d-voor-woonoverlast-174a": (HOME, {"woning_ernstig": "ja"}),
}  # fmt: skip


def findings(given: Given) -> dict[str, Finding]:
    return {finding.form.id: finding for finding in assess(CATALOGUE, answers_of(given)).findings}


def test_every_priority_is_enforced_by_a_condition_and_tried_here() -> None:
    assert [name for name, relation in PRIORITIES.items() if relation.enforced_by is None] == []
    assert set(APPLIES) == set(PRIORITIES)


@pytest.mark.parametrize("name", APPLIES)
def test_while_the_first_applies_the_second_is_ruled_out_by_the_condition_that_says_so(name: str) -> None:
    first, second = PRIORITIES[name].forms
    found = findings(APPLIES[name][0])

    assert [form for form in forms_named(first) if found[form].grade in (Grade.RECOMMENDED, Grade.CONDITIONAL)] != []
    for form in forms_named(second):
        assert found[form].grade is Grade.RULED_OUT
        assert [item.condition.id for item in found[form].tested if item.truth.value == "no"] == [PRIORITIES[name].enforced_by]


@pytest.mark.parametrize("name", APPLIES)
def test_when_the_first_does_not_apply_the_second_is_open(name: str) -> None:
    given, lifted = APPLIES[name]
    found = findings({**given, **lifted})

    assert {found[form].grade for form in forms_named(PRIORITIES[name].forms[1])} <= {Grade.RECOMMENDED, Grade.CONDITIONAL}


@pytest.mark.parametrize("name", APPLIES)
def test_as_long_as_it_is_not_known_the_second_is_neither_ruled_out_nor_simply_recommended(name: str) -> None:
    given, lifted = APPLIES[name]
    found = findings({question: said for question, said in given.items() if question not in lifted})

    assert {found[form].grade for form in forms_named(PRIORITIES[name].forms[1])} <= {Grade.CONDITIONAL, Grade.UNDETERMINED}


def test_an_order_of_the_prosecutor_leaves_a_duty_to_report_open() -> None:
    found = findings({**PERSON, "om_aanwijzing": "ja"})

    assert found["meldplicht/172a"].grade is Grade.CONDITIONAL


def test_related_seen_from_a_form_carries_the_source_of_the_relation() -> None:
    item: Related = CATALOGUE.relations_of(CATALOGUE.form_by_id["gebiedsverbod/172-3"])[0]

    assert item.source == item.relation.source != ()
