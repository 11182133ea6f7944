"""What a choice passes over, and which decisions stand."""

from __future__ import annotations

from datetime import date, timedelta

from helpers import CATALOGUE, ROOT

from toolbox_cli.analysis.assess import Assessment, assess
from toolbox_cli.analysis.decisions import Weighed, latest_by_form, weigh, with_decision
from toolbox_cli.content.case_file import read_answers
from toolbox_cli.model.case import Case, Decision

DAY = date(2026, 10, 3)
ASSESSMENT = assess(CATALOGUE, read_answers(ROOT / "examples" / "bekende-persoon-station.yaml", CATALOGUE))
HEAVY, LIGHT, TRIED, PRESENT = "gebiedsverbod/apv", "ov-afspraken", "toezicht/boa", "projectgroep/beleid"


def weighed(form: str, *log: Decision, on: date = DAY, assessment: Assessment = ASSESSMENT) -> Weighed:
    found = weigh(assessment, log, CATALOGUE.form_by_id[form], on)
    assert found is not None
    return found


def lighter(form: str, *log: Decision, on: date = DAY) -> list[str]:
    return [item.form.id for item in weighed(form, *log, on=on).lighter]


def decided(form: str, on: date = DAY, *, chosen: bool = True) -> Decision:
    return Decision(on, form, chosen)


def test_a_lighter_advice_that_was_not_tried_is_passed_over() -> None:
    assert LIGHT in lighter(HEAVY)
    assert weighed(HEAVY).needs_reason


def test_what_was_tried_or_is_there_already_is_not_passed_over() -> None:
    findings = {item.form.id: item for item in ASSESSMENT.findings}

    assert findings[TRIED].tried
    assert findings[PRESENT].present
    assert not {TRIED, PRESENT} & set(lighter(HEAVY))


def test_what_is_as_heavy_or_heavier_is_not_passed_over() -> None:
    weights = {CATALOGUE.form_by_id[name].rule.weight for name in lighter(HEAVY)}

    assert max(weights) < CATALOGUE.form_by_id[HEAVY].rule.weight
    assert any(item.form.rule.weight == 4 and item.form.id != HEAVY for item in ASSESSMENT.advice)


def test_what_is_no_advice_is_not_passed_over() -> None:
    advised = {item.form.id for item in ASSESSMENT.advice}

    assert any(item.form.rule.weight == 1 and item.form.id not in advised for item in ASSESSMENT.findings)
    assert set(lighter(HEAVY)) <= advised


def test_what_was_dropped_with_a_reason_is_not_passed_over_and_what_was_only_chosen_is() -> None:
    assert LIGHT not in lighter(HEAVY, decided(LIGHT, chosen=False))
    assert LIGHT in lighter(HEAVY, decided(LIGHT, chosen=True))  # chosen is not yet tried


def test_what_was_decided_on_the_day_itself_counts_and_a_day_later_does_not() -> None:
    assert LIGHT not in lighter(HEAVY, decided(LIGHT, DAY, chosen=False))
    assert LIGHT in lighter(HEAVY, decided(LIGHT, DAY + timedelta(days=1), chosen=False))


def test_the_lightest_choice_takes_no_reason() -> None:
    assert lighter(LIGHT) == []
    assert not weighed(LIGHT).needs_reason


def test_a_choice_against_the_advice_takes_a_reason_also_when_nothing_is_lighter() -> None:
    found = weighed("activiteiten")

    assert found.finding.grade.value == "not_indicated"
    assert found.lighter == ()
    assert found.needs_reason


def test_what_the_law_does_not_allow_and_nobody_asked_for_cannot_be_weighed() -> None:
    assert weigh(ASSESSMENT, (), CATALOGUE.forms_of(CATALOGUE.measure_by_id["bevel-als-straf"])[0], DAY) is None


def test_the_latest_decision_stands_and_of_one_day_the_last() -> None:
    first, second, third = decided(LIGHT, DAY), decided(LIGHT, DAY, chosen=False), decided(LIGHT, DAY + timedelta(days=1))

    assert latest_by_form([first, second])[LIGHT] is second
    assert latest_by_form([third, first, second])[LIGHT] is third


def test_an_earlier_and_a_later_decision_on_the_same_form_are_both_named() -> None:
    before, after = decided(LIGHT, DAY - timedelta(days=1)), decided(LIGHT, DAY + timedelta(days=1))
    found = weighed(LIGHT, before, after)

    assert (found.before, found.after) == (before, after)
    assert (weighed(LIGHT).before, weighed(LIGHT).after) == (None, None)


def test_a_decision_is_added_by_date_and_replaces_nothing() -> None:
    early, late = decided(LIGHT, DAY), decided(HEAVY, DAY + timedelta(days=5))
    between = decided(LIGHT, DAY + timedelta(days=1), chosen=False)

    assert with_decision(Case(decisions=(early, late)), between).decisions == (early, between, late)
