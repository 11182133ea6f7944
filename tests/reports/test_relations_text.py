"""Relations as the reader meets them: on the page of a form and a measure, in the advice, and as JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest
from helpers import CATALOGUE, answers_of

from toolbox_cli.analysis.assess import Assessment, assess
from toolbox_cli.model.relation import Sense
from toolbox_cli.reports.advice import compose_advice
from toolbox_cli.reports.as_json import analysis_json, measure_json
from toolbox_cli.reports.document import BulletList, Document, Heading
from toolbox_cli.reports.entries import compose_form, compose_measure, compose_measure_in_full
from toolbox_cli.reports.relations import relation_bullets, relation_terms

Given = Mapping[str, str | Sequence[str]]
PERSON: Given = {
    "gedrag": ["intimidatie"], "frequentie": "wekelijks", "plaats": ["winkelgebied"], "personen_bekend": "ja", "acuut": "ja",
    "orde_verstoord": "ja", "herhaald_verstoord": "ja", "ernstige_vrees": "ja", "leeftijd": ["volwassen"],
}  # fmt: skip
ARMED: Given = {
    "gedrag": ["wapens"], "frequentie": "wekelijks", "plaats": ["park_plein"], "wapens": "ja", "acuut": "ja", "wanordelijkheden": "ja",
    "groep": "ja", "ongeregeldheden": "ja", "vaste_plek": "ja", "gewone_middelen_tekort": "ja",
}  # fmt: skip
THEFT: Given = {
    "gedrag": ["winkeldiefstal"], "frequentie": "wekelijks", "plaats": ["winkelgebied"], "personen_bekend": "ja", "orde_verstoord": "ja",
    "herhaald_verstoord": "ja", "groep": "ja", "winkels_samen": "ja",
}  # fmt: skip
MIRRORED = {"gaat vóór": "Komt na", "niet samen met": "Niet samen met"}


def terms(assessment: Assessment, form: str) -> dict[str, str]:
    finding = next(finding for finding in assessment.findings if finding.form.id == form)
    return {label: line.text for label, line in relation_terms(CATALOGUE, assessment, finding) if line.text}


def under(document: Document, heading: str) -> list[str]:
    """The lines of the lists under each heading of this name."""
    lines, inside = [], False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside and isinstance(block, BulletList):
            lines += [item.text for item in block.items]
    return lines


# The advice


def test_what_goes_first_what_excludes_and_what_goes_along_is_one_line_each() -> None:
    apart = "Nr 5: Naar eigen lezing niet tegelijk voor hetzelfde gebied. Uit 'Past ook': Meldplicht (art. 172a Gemeentewet)."

    assert terms(assess(CATALOGUE, answers_of(PERSON)), "gebiedsverbod/apv") == {
        "Gaat vóór": "Nr 1: De APV gaat voor.",
        "Niet samen met": apart,
        "Samen met": "nr 3",
    }


def test_the_other_side_says_it_too() -> None:
    assert terms(assess(CATALOGUE, answers_of(PERSON)), "gebiedsverbod/172-3") == {
        "Komt na": "Nr 4: De APV gaat voor.",
        "Niet samen met": "Nr 5: Naar eigen lezing niet tegelijk voor hetzelfde gebied.",
        "Samen met": "nr 3",
    }


def test_a_line_of_the_advice_carries_its_sources() -> None:
    assessment = assess(CATALOGUE, answers_of(PERSON))
    finding = next(finding for finding in assessment.findings if finding.form.id == "gebiedsverbod/172-3")

    assert dict(relation_terms(CATALOGUE, assessment, finding))["Komt na"].sources == (
        "toolbox 3.2",
        "ECLI:NL:HR:2008:BB4096",
        "ECLI:NL:RBGEL:2016:3916",
    )


def test_what_is_ruled_out_is_not_named_as_a_limit() -> None:
    without_apv = assess(CATALOGUE, answers_of({**PERSON, "apv_gebiedsverbod": "nee"}))

    assert "Komt na" not in terms(without_apv, "gebiedsverbod/172-3")


def test_a_form_that_is_not_advised_says_nothing() -> None:
    assert terms(assess(CATALOGUE, answers_of({**PERSON, "apv_gebiedsverbod": "nee"})), "gebiedsverbod/apv") == {}


@pytest.mark.parametrize("given", [PERSON, ARMED, THEFT], ids=["person", "armed", "theft"])
def test_each_limit_of_the_short_advice_stands_at_both_measures_in_the_long_one(given: Given) -> None:
    assessment = assess(CATALOGUE, answers_of(given))
    by_rank = {str(finding.rank): finding for finding in assessment.findings}
    bullets = [line.text for line in relation_bullets(CATALOGUE, assessment)]

    assert bullets != []
    for bullet in bullets:
        found = re.match(r"Nr (\d+) (gaat vóór|niet samen met) nr ([\d, en]+): (.+)$", bullet)
        assert found is not None, bullet
        one, words, others, reason = found.groups()
        assert reason in terms(assessment, by_rank[one].form.id)[words.capitalize()]
        for other in re.findall(r"\d+", others):
            there = terms(assessment, by_rank[other].form.id)[MIRRORED[words]]
            assert re.search(rf"[Nn]r ([\d, en]+ )?{one}\b", there) or re.search(rf"\b{one}\b[\d, en]*: ", there)
            assert reason in there


def test_the_long_and_the_short_advice_print_them() -> None:
    assessment = assess(CATALOGUE, answers_of(PERSON))

    assert "Nr 4 gaat vóór nr 1: De APV gaat voor." in compose_advice(CATALOGUE, assessment, short=True).text()
    assert "Komt na" in compose_advice(CATALOGUE, assessment).text()


def test_nothing_is_said_where_nothing_that_leads_is_related() -> None:
    quiet = assess(CATALOGUE, answers_of({"gedrag": ["ongerustheid"], "frequentie": "geen"}))

    assert list(relation_bullets(CATALOGUE, quiet)) == []


def test_relations_change_neither_grades_nor_order() -> None:
    bare = CATALOGUE.model_copy(update={"relations": ()})
    bare.__dict__.pop("related_by_name", None)
    with_them, without = (assess(catalogue, answers_of(PERSON)) for catalogue in (CATALOGUE, bare))

    assert [(item.form.id, item.grade, item.rank) for item in with_them.findings] == [
        (item.form.id, item.grade, item.rank) for item in without.findings
    ]


def test_the_json_of_an_advice_has_the_relations_with_what_else_is_advised() -> None:
    assessment = assess(CATALOGUE, answers_of(PERSON))
    findings = {item["variant"] or item["measure"]: item for item in analysis_json(CATALOGUE, assessment)["findings"]}
    advised = {finding.form.id for finding in assessment.advice}
    said = {(form, item["kind"], item["other"]) for form, finding in findings.items() for item in finding["relations"]}

    assert ("gebiedsverbod/172-3", "comes_after", "gebiedsverbod/apv") in said
    assert said == {(other, Sense(kind).mirrored.value, form) for form, kind, other in said}
    assert {form for form, _, _ in said} <= advised
    assert all(item["text"] and item["sources"] for finding in findings.values() for item in finding["relations"])


# The pages


def test_the_page_of_a_form_says_what_goes_first_and_what_cannot_go_along() -> None:
    page = compose_form(CATALOGUE, CATALOGUE.form_by_id["gebiedsverbod/172-3"])

    assert [line.split(":")[0] for line in under(page, "Komt na")] == [
        "Gebiedsontzegging op grond van de APV",
        "Gebiedsverbod van 24 uur na winkeldiefstal (APV)",
        "Bevel aan wie het gezag heeft (art. 172b)",
    ]
    assert [line.split(":")[0] for line in under(page, "Kan niet samen met")] == ["Langduriger gebiedsverbod (art. 172a Gemeentewet)"]
    assert [line.split(":")[0] for line in under(page, "Gaat vóór")] == ["Noodbevel en noodverordening"]


def test_a_form_without_relations_of_a_kind_has_no_heading_for_it() -> None:
    page = compose_form(CATALOGUE, CATALOGUE.form_by_id["toezicht/straatcoach"])

    assert "Kan niet samen met" not in page.text()


@pytest.mark.parametrize("measure", CATALOGUE.measures, ids=lambda measure: str(measure.id))
def test_the_full_page_of_a_measure_has_each_relation_of_its_forms_once(measure) -> None:  # type: ignore[no-untyped-def]
    names = dict.fromkeys((measure.id, *(variant.id for variant in measure.variants)))
    texts = [related.text for name in names for related in CATALOGUE.related_by_name.get(name, ())]
    headings = ("Gaat vóór", "Komt na", "Kan niet samen met", "Gaat samen met", "Niet verwarren met")
    shown = [line for heading in headings for line in under(compose_measure_in_full(CATALOGUE, measure), heading)]

    assert len(shown) == len(texts) > 0
    assert [text for text in texts if not any(line.endswith(text) for line in shown)] == []


def test_the_short_page_of_a_measure_leaves_them_out() -> None:
    page = compose_measure(CATALOGUE, CATALOGUE.measure_by_id["gebiedsverbod"]).text()

    assert [item.text for item in CATALOGUE.related_by_name["gebiedsverbod"] if item.text in page] == []


def test_the_json_of_a_measure_has_all_its_relations_with_the_form_they_are_about() -> None:
    relations = measure_json(CATALOGUE, CATALOGUE.measure_by_id["gebiedsverbod"])["relations"]
    said = {(item["form"], item["kind"], item["other"]): item for item in relations}

    assert len(said) == len(relations)
    assert said["gebiedsverbod/172-3", "comes_after", "gebiedsverbod/apv"]["enforced_by"] == "geen-apv"
    assert ("gebiedsverbod/172a", "together", "meldplicht/172a") in said
    assert {item["form"] for item in relations} == {
        "gebiedsverbod",
        *(form.id for form in CATALOGUE.form_by_id.values() if form.measure.id == "gebiedsverbod"),
    }
