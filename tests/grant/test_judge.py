"""One line against a scheme: the period to the day, the place, the purpose, another grant and btw; unknown decides nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from budget_lines import LATEST, NOT_PAID, PAID, SCHEME, TO_ASK, line
from helpers import CATALOGUE

from toolbox_cli.grant.judge import Cause, Judged, Rule, Verdict, judged
from toolbox_cli.model.budget import BudgetLine, Vat, Where
from toolbox_cli.model.measure import Eligible, Origin
from toolbox_cli.model.scheme import Certainty, Purpose, Said, Scheme
from toolbox_cli.reports.budget_words import sources, why

SEVERAL = next(measure for measure in CATALOGUE.measures if len(measure.variants) > 1)


def judge(one: BudgetLine, scheme: Scheme = SCHEME, *, own: bool = False) -> Judged:
    return judged(CATALOGUE, scheme, one, own=own)


def first(found: Judged) -> tuple[Verdict, Rule, Cause]:
    return found.verdict, found.reasons[0].rule, found.reasons[0].cause


def test_a_line_on_which_all_is_known_and_fits_counts_in_full() -> None:
    found = judge(line())

    assert (found.verdict, found.certain, found.possible) == (Verdict.YES, Decimal("1000.00"), Decimal("1000.00"))


@pytest.mark.parametrize(
    ("start", "end", "verdict"),
    [
        (date(2022, 1, 1), date(2023, 5, 31), Verdict.YES),
        (date(2021, 12, 31), date(2022, 1, 1), Verdict.ASK),
        (date(2023, 5, 31), date(2023, 6, 1), Verdict.ASK),
        (date(2021, 12, 1), date(2021, 12, 31), Verdict.NO),
        (date(2023, 6, 1), date(2023, 6, 30), Verdict.NO),
        (date(2023, 6, 1), None, Verdict.NO),
        (None, date(2021, 12, 31), Verdict.NO),
        (date(2022, 1, 1), None, Verdict.ASK),
        (None, None, Verdict.ASK),
    ],
)
def test_the_cost_period_is_exact_to_the_day(start: date | None, end: date | None, verdict: Verdict) -> None:
    assert judge(line(start=start, end=end)).verdict is verdict


def test_of_a_line_that_is_partly_in_the_period_no_amount_is_guessed() -> None:
    found = judge(line(end=date(2023, 6, 1)))

    assert first(found) == (Verdict.ASK, Rule.PERIOD, Cause.PARTLY)
    assert (found.certain, found.possible) == (Decimal(0), Decimal("1000.00"))


@pytest.mark.parametrize(
    ("where", "verdict"),
    [(Where.OUTSIDE, Verdict.YES), (Where.INSIDE, Verdict.NO), (Where.BOTH, Verdict.ASK), (Where.UNKNOWN, Verdict.ASK)],
)
def test_only_what_is_outside_the_location_counts(where: Where, verdict: Verdict) -> None:
    assert judge(line(where=where)).verdict is verdict


def test_a_rule_by_analogy_rules_nothing_out() -> None:
    found = judge(line(where=Where.INSIDE, start=date(2020, 6, 1), end=date(2020, 6, 2)), CATALOGUE.scheme_by_id["2020"])

    assert found.verdict is Verdict.ASK
    assert Cause.RULE_UNSURE in {reason.cause for reason in found.reasons if reason.rule is Rule.OUTSIDE}


@pytest.mark.parametrize(("measure", "verdict"), [(PAID, Verdict.YES), (NOT_PAID, Verdict.NO), (TO_ASK, Verdict.ASK), (None, Verdict.ASK)])
def test_the_purpose_follows_the_measure(measure: str | None, verdict: Verdict) -> None:
    assert judge(line(measure=measure)).verdict is verdict


@pytest.mark.parametrize("measure", [PAID, NOT_PAID])
def test_under_an_own_scheme_what_past_schemes_paid_is_only_an_analogy(measure: str) -> None:
    assert first(judge(line(measure=measure), own=True)) == (Verdict.ASK, Rule.PURPOSE, Cause.KIND_BY_ANALOGY)


def test_a_scheme_that_names_a_measure_itself_decides() -> None:
    rule = SCHEME.rules.purpose
    paid = Purpose.model_validate({**rule.model_dump(), "pays": [TO_ASK], "pays_not": [PAID]})
    scheme = SCHEME.model_copy(update={"rules": SCHEME.rules.model_copy(update={"purpose": paid})})

    assert judge(line(measure=TO_ASK), scheme, own=True).verdict is Verdict.YES
    assert judge(line(measure=PAID), scheme, own=True).verdict is Verdict.NO


@pytest.mark.parametrize(("said", "verdict"), [(Said.NO, Verdict.YES), (Said.YES, Verdict.ASK), (Said.UNKNOWN, Verdict.ASK)])
def test_another_grant_is_asked_about_and_never_guessed(said: Said, verdict: Verdict) -> None:
    assert judge(line(other_grant=said)).verdict is verdict


def test_where_costs_count_with_btw_an_amount_without_it_is_raised_and_rounded_half_up() -> None:
    found = judge(line(amount_eur=Decimal("0.50"), vat=Vat.EXCLUDED, vat_rate=Decimal(21)))

    assert (found.verdict, found.amounts.cost) == (Verdict.YES, Decimal("0.61"))


def test_unknown_btw_leaves_the_line_open() -> None:
    found = judge(line(vat=Vat.UNKNOWN))

    assert first(found) == (Verdict.ASK, Rule.VAT, Cause.NOT_GIVEN)
    assert found.certain == 0


def test_a_missing_rate_leaves_an_amount_without_btw_open() -> None:
    assert first(judge(line(vat=Vat.EXCLUDED))) == (Verdict.ASK, Rule.VAT, Cause.RATE_MISSING)


def test_where_only_the_btw_is_open_the_amount_without_btw_is_certain() -> None:
    found = judge(
        line(amount_eur=Decimal(121), vat=Vat.INCLUDED, vat_rate=Decimal(21), start=date(2023, 7, 1), end=date(2023, 7, 2)), LATEST
    )

    assert first(found) == (Verdict.ASK, Rule.VAT, Cause.RULE_UNSURE)
    assert (found.certain, found.possible) == (Decimal("100.00"), Decimal("121.00"))


def test_the_latest_scheme_decides_without_btw_to_ask_about() -> None:
    assert judge(line(start=date(2023, 6, 1), end=date(2024, 12, 31)), LATEST).verdict is Verdict.YES


def test_a_rule_that_rules_out_stands_before_one_to_ask_about() -> None:
    found = judge(line(vat=Vat.UNKNOWN, where=Where.INSIDE))

    assert [reason.verdict for reason in found.reasons][:2] == [Verdict.NO, Verdict.ASK]
    assert [reason.rule for reason in found.deciding] == [Rule.OUTSIDE]


def test_btw_is_taken_out_rounded_half_up() -> None:
    days = {"start": date(2023, 7, 1), "end": date(2023, 7, 2)}

    assert judge(line(amount_eur=Decimal(1), vat=Vat.INCLUDED, vat_rate=Decimal(21), **days), LATEST).certain == Decimal("0.83")


@pytest.mark.parametrize("measure", [PAID, NOT_PAID])
def test_where_the_purpose_is_only_known_by_analogy_no_kind_of_cost_is_decided(measure: str) -> None:
    found = judge(line(measure=measure, start=date(2020, 6, 1), end=date(2020, 6, 2)), CATALOGUE.scheme_by_id["2020"])

    assert first(found) == (Verdict.ASK, Rule.PURPOSE, Cause.KIND_BY_ANALOGY)


def test_no_kind_of_cost_is_refused_on_our_own_reading_alone() -> None:
    """A measure that is not allowed cannot stand in a budget; of the others, what nobody read is asked."""
    refused = [
        measure.id
        for measure in CATALOGUE.measures
        if measure.origin is not Origin.REFUSAL and measure.grant.eligible is Eligible.NO and set(measure.grant.source) == {"eigen lezing"}
    ]

    assert refused == []


def test_the_form_and_the_evaluation_of_2021_are_as_they_were_reported() -> None:
    rules = CATALOGUE.scheme_by_id["2021"].rules
    form = next(part for part in rules.parts if part.id == "formulier")

    assert form.certainty is Certainty.READ and "e-mail" in form.text
    assert any(duty.id == "evalueren" and duty.certainty is Certainty.READ for duty in rules.duties)


@pytest.mark.parametrize(("pays", "pays_not", "verdict"), [("whole", "form", Verdict.NO), ("form", "whole", Verdict.YES)])
def test_a_form_that_the_scheme_names_goes_before_its_measure(pays: str, pays_not: str, verdict: Verdict) -> None:
    measure = SEVERAL
    names = {"whole": measure.id, "form": measure.variants[0].id}
    rule = Purpose.model_validate({**SCHEME.rules.purpose.model_dump(), "pays": [names[pays]], "pays_not": [names[pays_not]]})
    scheme = SCHEME.model_copy(update={"rules": SCHEME.rules.model_copy(update={"purpose": rule})})

    assert judge(line(measure=names["form"]), scheme, own=True).verdict is verdict


def test_where_the_scheme_names_the_measure_only_the_scheme_is_the_source() -> None:
    measure = SEVERAL
    rule = Purpose.model_validate({**SCHEME.rules.purpose.model_dump(), "pays": [measure.id], "source": ["doc spuk-2022"]})
    scheme = SCHEME.model_copy(update={"rules": SCHEME.rules.model_copy(update={"purpose": rule})})
    found = judge(line(measure=measure.variants[0].id), scheme, own=True)
    reason = next(one for one in found.reasons if one.rule is Rule.PURPOSE)

    assert why(CATALOGUE, scheme, found, reason) == "de regeling noemt deze maatregel"
    assert len(sources(CATALOGUE, scheme, found, reason)) == 1
