"""The plan part of a case file: what is written comes back the same, and what is wrong is listed with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers import CATALOGUE
from hypothesis import given, settings
from hypothesis import strategies as st
from seeded import Content, copy_of_content

from toolbox_cli.content.case_file import read_case
from toolbox_cli.content.case_text import case_text
from toolbox_cli.errors import ContentError
from toolbox_cli.model.case import Case, CaseProblem
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.planned import Planned, PlannedMeasure

HEAD = "toolbox: antwoorden\nversion: 2\nanswers:\n  frequentie: soms\nplan:\n"
FORMS = [form.id for form in CATALOGUE.forms if form.measure.origin is not Origin.REFUSAL]
texts = st.sampled_from(["", "minder meldingen", "bij de markt: 's avonds", "- een streepje", "#1 niet gedaan"])
days = st.none() | st.just(date(2026, 12, 1))
measures = st.builds(PlannedMeasure, st.sampled_from(FORMS), texts, days, days, texts, days)


@st.composite
def plans(draw: st.DrawFn, problem: str = "") -> Planned:
    found = {item.measure: item for item in draw(st.lists(measures, max_size=3)) if not item.empty}
    goals = tuple(dict.fromkeys(text for text in draw(st.lists(texts, max_size=3)) if text))
    partners = tuple(draw(st.lists(st.sampled_from([partner.id for partner in CATALOGUE.partners]), max_size=3, unique=True)))
    return Planned(problem, goals, draw(texts), draw(texts), partners, tuple(found.values()))


def read_back(folder: Path, case: Case) -> Case:
    path = folder / "zaak.yaml"
    path.write_text(case_text(CATALOGUE, case), "utf-8")
    return read_case(path, CATALOGUE)


@settings(max_examples=40, deadline=None)
@given(plans())
def test_a_plan_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, plan: Planned) -> None:
    assert read_back(tmp_path_factory.getbasetemp(), Case().with_plan(plan)).planned() == plan


@settings(max_examples=20, deadline=None)
@given(plans("winkels"), plans("station"))
def test_plans_of_two_problems_come_back_each(tmp_path_factory: pytest.TempPathFactory, one: Planned, other: Planned) -> None:
    case = Case(problems=(CaseProblem("winkels"), CaseProblem("station"))).with_plan(one).with_plan(other)
    back = read_back(tmp_path_factory.getbasetemp(), case)

    assert (back.planned("winkels"), back.planned("station")) == (one, other)


def faults(folder: Path, text: str) -> list[str]:
    path = folder / "zaak.yaml"
    path.write_text(HEAD + text, "utf-8")
    with pytest.raises(ContentError) as caught:
        read_case(path, CATALOGUE)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("  - iets\n", "zaak.yaml:6: plan: hier horen"),
        ("  doel: iets\n", "zaak.yaml:6: plan.doel: dit veld hoort hier niet"),
        ("  measures: {toezigt/boa: {owner: politie}}\n", "bedoelt u 'toezicht/boa'?"),
        ("  measures: {verbod-voor-groep: {owner: politie}}\n", "dit kan volgens de wet niet worden gepland"),
        ("  measures: {toezicht/boa: {start: morgen}}\n", "geef een dag die bestaat"),
        ("  measures: {toezicht/boa: {start: 2027-01-01, until: 2026-01-01}}\n", "het einde ligt vóór de start"),
        ("  measures: {toezicht/boa: {wie: politie}}\n", "dit veld hoort hier niet"),
        ("  partners: [politei]\n", "bedoelt u 'politie'?"),
        ("  goals: [bel Jan de Vries]\n", "hier staat een naam"),
        ("  goals: [Marokkanen melden minder]\n", "zegt wie iemand is"),
        ("  problems: {station: {goals: [minder meldingen]}}\n", "niet in problemen verdeeld"),
    ],
)
def test_what_is_wrong_is_said_once_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    (fault,) = faults(tmp_path, text)

    assert fault.startswith("zaak.yaml:6: plan")
    assert says in fault


def test_every_fault_of_a_plan_is_listed(tmp_path: Path) -> None:
    found = faults(tmp_path, "  doel: iets\n  partners: [politei]\n  measures:\n    toezicht/boa:\n      start: morgen\n")

    assert [fault.split(":")[1] for fault in found] == ["6", "7", "10"]


def test_a_plan_of_a_problem_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    text = "  problems: {statoin: {goals: [minder meldingen]}}\nproblems:\n  station: {answers: {frequentie: soms}}\n"
    path = tmp_path / "zaak.yaml"
    path.write_text("toolbox: antwoorden\nversion: 2\nplan:\n" + text, "utf-8")
    with pytest.raises(ContentError) as caught:
        read_case(path, CATALOGUE)

    assert "bedoelt u 'station'?" in str(caught.value.problems[-1])


# What the content contributes


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


def test_two_indicators_for_one_form_are_a_fault(content: Content) -> None:
    content.spoil("plan.yaml", "  - form: meldkaart\n", "  - form: activiteiten\n")

    assert "'activiteiten' staat hier al" in content.fault()


def test_an_indicator_for_a_form_that_is_not_there_is_a_fault(content: Content) -> None:
    content.spoil("plan.yaml", "  - form: meldkaart\n", "  - form: meldkaartt\n")

    assert "bedoelt u 'meldkaart'?" in content.fault()


def test_a_fact_that_nobody_can_fill_in_is_a_fault(content: Content) -> None:
    content.spoil("plan.yaml", r"  - \{about: budget, who: \[college\]\}\n", "")

    assert "zeg wie dit kan invullen: budget" in content.fault()
