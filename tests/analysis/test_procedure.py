"""What a form's procedure asks on the facts: due, left out, or open with its condition in words."""

from __future__ import annotations

import re

import pytest
from helpers import CATALOGUE, answers_of
from hypothesis import given, settings
from hypothesis import strategies as st

from toolbox_cli.analysis.procedure import no_decision, not_needed, procedure_of, safeguard_steps
from toolbox_cli.model.catalogue import Form
from toolbox_cli.model.procedure import Demand, Stage
from toolbox_cli.model.question import Answers
from toolbox_cli.rules.truth import Truth

ORDER_172A, ORDER_172B, FINE = (
    CATALOGUE.form_by_id[name] for name in ("gebiedsverbod/172a", "bevel-onder-twaalf/172b", "bestuurlijke-boete/154b")
)
PERSONAL = (
    "gebiedsverbod/apv",
    "gebiedsverbod/24-uur",
    "gebiedsverbod/172-3",
    "gebiedsverbod/172a",
    "groepsverbod/172a",
    "meldplicht/172a",
)


def texts(form: Form, **answers: str | list[str]) -> dict[str, str]:
    return {f"{step.procedure.id}/{step.item.id}": step.text for step in procedure_of(CATALOGUE, form, answers_of(answers))}


def test_a_step_for_certain_facts_is_due_when_they_are_known() -> None:
    assert texts(ORDER_172A, leeftijd="16_17")["twaalf-jaar-en-ouder/minderjarige"].startswith("Betrek de ouders")


def test_a_step_for_certain_facts_is_left_out_when_they_are_known_to_be_absent() -> None:
    assert "twaalf-jaar-en-ouder/minderjarige" not in texts(ORDER_172A, leeftijd="volwassen")


@pytest.mark.parametrize("answers", [{}, {"leeftijd": "onbekend"}, {"leeftijd": ["volwassen", "onbekend"]}])
def test_a_step_for_certain_facts_says_its_condition_while_nobody_knows(answers: dict[str, str | list[str]]) -> None:
    said = texts(ORDER_172A, **answers)["twaalf-jaar-en-ouder/minderjarige"]

    assert said.startswith("Als de persoon twaalf jaar of ouder en minderjarig is: betrek de ouders")


@pytest.mark.parametrize("name", PERSONAL)
def test_a_child_under_twelve_never_gets_an_order_itself(name: str) -> None:
    said = texts(CATALOGUE.form_by_id[name], leeftijd="onder_12")

    assert said["twaalf-jaar-en-ouder/onder-twaalf"].startswith("Geef dit bevel niet aan een kind onder de twaalf.")
    assert "twaalf-jaar-en-ouder/minderjarige" not in said


def test_an_order_over_a_child_goes_to_the_guardian_when_there_is_one() -> None:
    assert "Nidos" in texts(ORDER_172B, leeftijd="onder_12", voogd="ja")["bevel-172b/voogd"]
    assert "bevel-172b/voogd" not in texts(ORDER_172B, leeftijd="onder_12", voogd="nee")
    assert texts(ORDER_172B, leeftijd="onder_12", voogd="onbekend")["bevel-172b/voogd"].startswith("Als het kind een voogd heeft: ")


@pytest.mark.parametrize(
    ("age", "due", "absent"),
    [
        ("onder_12", "onder-twaalf", "onder-zestien"),
        ("12_15", "onder-zestien", "onder-twaalf"),
        ("16_17", "minderjarig-16", "onder-zestien"),
    ],
)
def test_a_fine_is_refused_under_twelve_and_halved_under_sixteen_only(age: str, due: str, absent: str) -> None:
    said = texts(FINE, leeftijd=age)

    assert f"bestuurlijke-boete/{due}" in said
    assert f"bestuurlijke-boete/{absent}" not in said


def test_an_abbreviation_keeps_its_capitals_behind_a_condition() -> None:
    step = next(step for step in procedure_of(CATALOGUE, FINE, Answers()) if step.truth is Truth.UNKNOWN)
    spelt = step.item.model_copy(update={"text": "COA bellen."})

    assert type(step)(step.procedure, spelt, Truth.UNKNOWN).text == f"{step.item.if_text}: COA bellen."


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=lambda form: form.id)
def test_every_form_has_steps_in_the_order_of_the_decision(form: Form) -> None:
    stages = [list(Stage).index(step.item.phase) for step in procedure_of(CATALOGUE, form, Answers())]

    assert stages
    assert stages == sorted(stages)


@pytest.mark.parametrize("form", [form for form in CATALOGUE.forms if not no_decision(CATALOGUE, form)], ids=lambda form: form.id)
def test_every_decision_answers_each_demand_or_says_why_not(form: Form) -> None:
    always = {demand for step in procedure_of(CATALOGUE, form, Answers()) if step.item.when is None for demand in step.item.demands}

    assert always | {item.demand for item in not_needed(CATALOGUE, form)} == set(Demand)


def test_what_another_body_decides_is_no_decision_of_the_municipality() -> None:
    free = {form.power.id for form in CATALOGUE.forms if form.power and no_decision(CATALOGUE, form)}

    assert {"sv-509hh", "sr-38v", "rva-maatregel", "rva-overplaatsing", "rva-htl", "polw-56", "winkelontzegging"} <= free
    assert not {"gemw-172a", "gemw-151b", "gemw-151c", "gemw-175", "apv-gebiedsontzegging", "gemw-154b"} & free


@pytest.mark.parametrize(
    ("forms", "article", "paragraphs"),
    [
        (("gebiedsverbod/172a", "meldplicht/172a"), "gemw-172a", "123456789"),
        (("bevel-onder-twaalf/172b",), "gemw-172b", "1234"),
        (("veiligheidsrisicogebied/151b",), "gemw-151b", "123456"),
        (("veiligheidsrisicogebied/174b",), "gemw-174b", "12345"),
        (("cameratoezicht/openbaar",), "gemw-151c", "12345679"),
        (("noodmaatregelen/noodverordening",), "gemw-176", "123467"),
        (("bestuurlijke-ophouding/154a",), "gemw-154a", "123456789"),
        (("bestuurlijke-boete/154b",), "gemw-154b", "14567"),
    ],
)
def test_every_paragraph_that_asks_something_stands_in_a_step(forms: tuple[str, ...], article: str, paragraphs: str) -> None:
    steps = [step for name in forms for step in procedure_of(CATALOGUE, CATALOGUE.form_by_id[name], Answers())]
    excused = [item for name in forms for item in not_needed(CATALOGUE, CATALOGUE.form_by_id[name])]
    sources = " ".join(f"{ref};" for item in (*(step.item for step in steps), *excused) for ref in item.source)

    assert set(paragraphs) - set(re.findall(rf"art {article}:(\d+)(?:-[a-z])?;", sources)) == set()


def test_safeguards_for_these_very_facts_come_first() -> None:
    due, still_open = safeguard_steps(CATALOGUE, ORDER_172A, answers_of({"leeftijd": "16_17", "voogd": "ja"}))

    assert [step.item.id for step in due[:2]] == ["minderjarige", "voogd"]
    assert {step.truth for step in due} == {Truth.YES}
    assert [step.item.id for step in still_open] == ["verlenging"]


CHOICES = {question.id: st.sampled_from([option.id for option in question.options]) for question in CATALOGUE.questions}
ASKED = ("leeftijd", "voogd", "acuut", "verlenging", "meer_gemeenten", "betoging")


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries({}, optional={name: CHOICES[name] for name in ASKED}),
    st.sampled_from(ASKED).flatmap(lambda name: st.tuples(st.just(name), CHOICES[name])),
    st.sampled_from([form.id for form in CATALOGUE.forms]),
)
def test_one_answer_more_never_adds_a_step_and_never_reopens_one(said: dict[str, str], extra: tuple[str, str], name: str) -> None:
    form, (question, value) = CATALOGUE.form_by_id[name], extra
    before = {(step.procedure.id, step.item.id): step.truth for step in procedure_of(CATALOGUE, form, answers_of(said))}
    after = procedure_of(CATALOGUE, form, answers_of({question: value} | said))

    for step in after:
        was = before[step.procedure.id, step.item.id]
        assert was is Truth.UNKNOWN or step.truth is was
