"""A whole budget: totals that add up, a grant that never exceeds what counts or the maximum, and priorities that are never skipped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import accumulate

import pytest
from budget_lines import NOT_PAID, SCHEME, TO_ASK, budget, line, lines
from helpers import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.grant.bands import Municipality
from toolbox_cli.grant.complete import Window, duty_days, parts_of, window_on
from toolbox_cli.grant.judge import Rule, Verdict
from toolbox_cli.grant.outcome import Outcome, applicants_of, doubles, outcome_of, shares, vat_open
from toolbox_cli.grant.scenarios import Given
from toolbox_cli.model.budget import Applicant, BudgetLine, There, Vat
from toolbox_cli.model.scheme import Certainty, Said, Scheme
from toolbox_cli.reports.budget_words import sources

budgets = st.lists(lines, min_size=1, max_size=8)
places = st.lists(st.none() | st.integers(0, 3000), min_size=1, max_size=3)


def done_for(found: list[BudgetLine], where: list[int | None], own: Decimal | None = None) -> Outcome:
    return outcome_of(CATALOGUE, budget(*found), SCHEME, [Municipality(count) for count in where], own_money=own)


@given(budgets, places)
def test_the_lines_by_verdict_add_up_to_the_total(found: list[BudgetLine], where: list[int | None]) -> None:
    done = done_for(found, where)

    assert sum(done.cost_of(verdict) for verdict in Verdict) == done.total
    assert sum(item.amounts.cost for share in shares(done.lines).values() for item in share) == done.total


@given(budgets, places, st.sampled_from(CATALOGUE.schemes), st.booleans())
def test_under_every_scheme_each_line_has_one_outcome_with_its_rules_and_sources(
    found: list[BudgetLine],
    where: list[int | None],
    scheme: Scheme,
    own: bool,  # drawn
) -> None:
    done = outcome_of(CATALOGUE, budget(*found), scheme, [Municipality(count) for count in where], own_scheme=own)

    assert done.grant is not None and done.estimate is not None and done.own_share is not None
    assert sum(done.cost_of(verdict) for verdict in Verdict) == done.total
    assert 0 <= done.grant.low <= done.grant.high <= min(done.eligible.high, done.estimate.maximum_eur, scheme.ceiling_eur)
    assert done.own_share.low + done.grant.high == done.own_share.high + done.grant.low == done.total
    for item in done.lines:
        assert item.deciding and {reason.rule for reason in item.reasons} == set(Rule) and len(item.reasons) == len(Rule)
        assert all(sources(CATALOGUE, scheme, item, reason) for reason in item.reasons)
        assert (item.verdict is Verdict.NO) is (item.possible == 0) or not item.amounts.cost


@given(budgets, places, st.sampled_from(CATALOGUE.schemes))
def test_no_scenario_spends_more_grant_than_there_is_and_half_is_half(
    found: list[BudgetLine], where: list[int | None], scheme: Scheme
) -> None:
    done = outcome_of(CATALOGUE, budget(*found), scheme, [Municipality(count) for count in where])

    assert done.grant is not None
    for item in done.scenarios:
        spent = [so_far - step.own for so_far, step in zip(accumulate(step.cost for step in item.steps), item.steps, strict=True)]
        assert all(0 <= amount <= item.grant <= done.grant.high for amount in spent)
        assert spent == sorted(spent)
        assert [step.own for step in item.steps] == sorted(step.own for step in item.steps)
        assert item.given is not Given.HALF or done.grant.high / 2 - Decimal("0.01") < item.grant <= done.grant.high / 2


@given(budgets, places)
def test_the_grant_is_at_most_what_counts_and_at_most_the_maximum(found: list[BudgetLine], where: list[int | None]) -> None:
    done = done_for(found, where)

    assert done.grant is not None and done.estimate is not None and done.own_share is not None
    assert 0 <= done.grant.low <= done.grant.high <= min(done.eligible.high, done.estimate.maximum_eur)
    assert done.grant.low <= min(done.eligible.low, done.estimate.certain_eur)
    assert done.own_share.low + done.grant.high == done.own_share.high + done.grant.low == done.total
    assert all(0 <= item.certain <= item.possible <= item.amounts.cost for item in done.lines)


@given(budgets, places, st.integers(0, 10_000_000))
def test_a_line_that_does_not_count_never_raises_the_grant(found: list[BudgetLine], where: list[int | None], cents: int) -> None:
    extra = line(measure=NOT_PAID, amount_eur=Decimal(cents) / 100)

    assert done_for([*found, extra], where).grant == done_for(found, where).grant


@given(budgets, places, st.randoms())
def test_the_order_of_the_lines_changes_no_amount(found: list[BudgetLine], where: list[int | None], random) -> None:
    turned = list(found)
    random.shuffle(turned)
    one, other = done_for(found, where), done_for(turned, where)

    assert (one.total, one.eligible, one.grant) == (other.total, other.eligible, other.grant)
    steps = [[(step.priority, step.cost, step.own) for step in item.steps] for item in one.scenarios]
    assert steps == [[(step.priority, step.cost, step.own) for step in item.steps] for item in other.scenarios]


@given(budgets, places, st.integers(0, 20_000_000))
def test_every_scenario_pays_the_first_priorities_and_never_skips_one(found: list[BudgetLine], where: list[int | None], cents: int) -> None:
    own = Decimal(cents) / 100
    for item in done_for(found, where, own).scenarios:
        assert item.paid is not None
        assert all(step.own <= own for step in item.steps[: item.paid])
        assert all(step.own > own for step in item.dropped)
        assert [step.priority for step in item.steps] == sorted({one.priority for one in found if one.priority is not None})


def test_less_grant_never_pays_for_more() -> None:
    found = [line(amount_eur=Decimal(30_000), priority=at) for at in (1, 2, 3)]

    done = done_for(found, [400], Decimal(10_000))

    assert {item.given: (item.grant, item.paid) for item in done.scenarios} == {
        Given.MOST: (Decimal(50_000), 2),
        Given.HALF: (Decimal(25_000), 1),
        Given.NONE: (Decimal(0), 0),
    }


def test_lines_with_the_same_priority_are_paid_together_or_not_at_all() -> None:
    found = [line(amount_eur=Decimal(60), priority=1), line(amount_eur=Decimal(50), priority=1)]

    (*_, none) = done_for(found, [400], Decimal(100)).scenarios

    assert none.paid == 0
    assert [item.line.number for item in none.dropped[0].lines] == [1, 2]


def test_the_grant_does_not_pay_for_what_does_not_count() -> None:
    found = [line(amount_eur=Decimal(100), measure=NOT_PAID, priority=1), line(amount_eur=Decimal(40), priority=2)]

    most = done_for(found, [400]).scenarios[0]

    assert [step.own for step in most.steps] == [Decimal(100), Decimal(100)]


def test_what_is_certain_pays_for_no_line_that_is_still_open() -> None:
    found = [line(amount_eur=Decimal(100), measure=TO_ASK, priority=1), line(amount_eur=Decimal(40), priority=2)]

    certain = next(item for item in done_for(found, [400]).scenarios if item.given is Given.CERTAIN)

    assert [step.own for step in certain.steps] == [Decimal(100), Decimal(100)]


def test_without_priorities_nothing_is_put_in_order() -> None:
    done = done_for([line(priority=None)], [400], Decimal(0))

    assert all(item.steps == () for item in done.scenarios)
    assert len(done.without_priority) == 1


@pytest.mark.parametrize(("count", "maximum"), [(999, 50_000), (1000, 100_000), (1499, 100_000), (1500, 150_000), (None, 50_000)])
def test_the_maximum_follows_the_band_at_every_border(count: int | None, maximum: int) -> None:
    done = done_for([line(amount_eur=Decimal(500_000))], [count])

    assert done.grant is not None
    assert done.grant.low == done.grant.high == maximum


def test_a_joint_application_with_a_small_one_is_uncertain_for_that_part() -> None:
    grant = done_for([line(amount_eur=Decimal(500_000))], [1000, 400]).grant

    assert grant is not None
    assert (grant.low, grant.high) == (Decimal(100_000), Decimal(150_000))


def test_together_no_more_is_granted_than_the_ceiling_for_all() -> None:
    grant = done_for([line(amount_eur=Decimal(5_000_000))], [1500] * 20).grant

    assert grant is not None
    assert grant.high == SCHEME.ceiling_eur


def test_without_places_there_is_no_amount_of_grant() -> None:
    done = done_for([line()], [])

    assert (done.grant, done.own_share) == (None, None)
    assert [item.given for item in done.scenarios] == [Given.NONE]


def test_unknown_places_of_one_municipality_leave_the_maximum_unknown() -> None:
    known, unknown = Applicant(name="Nergensdam", agreement=Said.NO), Applicant(name="Nergenshuizen")

    assert applicants_of(budget(line()).model_copy(update={"applicants": (known,)})) == (Municipality(None),)
    assert applicants_of(budget(line()).model_copy(update={"applicants": (known, unknown)})) == ()


def test_a_line_that_stands_double_is_named_and_counts_twice() -> None:
    found = budget(line(), line(description="Camera"), line())

    assert doubles(found) == ((1, 3),)
    assert outcome_of(CATALOGUE, found, SCHEME).total == Decimal(3000)


def test_a_line_whose_cost_may_be_higher_is_named() -> None:
    assert vat_open(budget(line(), line(vat=Vat.UNKNOWN), line(vat=Vat.EXCLUDED), line(vat=Vat.INCLUDED))) == (2, 3)


def test_a_part_that_nobody_spoke_of_is_unknown() -> None:
    states = parts_of(SCHEME, {SCHEME.rules.parts[0].id: There.PRESENT}, None)

    assert [item.there for item in states] == [There.PRESENT, *[There.UNKNOWN] * (len(states) - 1)]


@pytest.mark.parametrize(
    ("on", "window"),
    [
        (date(2023, 9, 30), Window.BEFORE),
        (date(2023, 10, 1), Window.OPEN),
        (date(2023, 11, 1), Window.OPEN),
        (date(2023, 11, 2), Window.AFTER),
    ],
)
def test_the_window_is_exact_to_the_day(on: date, window: Window) -> None:
    assert window_on(CATALOGUE.scheme_by_id["2023"].rules.application, on) is window


def test_without_a_known_first_day_nothing_is_called_open() -> None:
    assert window_on(SCHEME.rules.application, date(2022, 8, 1)) is Window.UNKNOWN


@pytest.mark.parametrize("on", [date(2023, 9, 1), date(2023, 10, 15), date(2023, 12, 1)])
def test_a_window_that_is_known_by_analogy_only_decides_no_day(on: date) -> None:
    rule = CATALOGUE.scheme_by_id["2023"].rules.application.model_copy(update={"certainty": Certainty.ANALOGY})

    assert window_on(rule, on) is Window.UNKNOWN


def test_a_yearly_duty_has_a_day_for_each_year_with_costs_and_none_by_analogy() -> None:
    read = next(duty for duty in SCHEME.rules.duties if duty.yearly)
    analogy = next(duty for duty in CATALOGUE.scheme_by_id["2023"].rules.duties if duty.yearly)

    assert duty_days(read, [line(end=date(2023, 1, 1))]) == (date(2023, 7, 15), date(2024, 7, 15))
    assert duty_days(read, [line(), line(end=None)]) == ()
    assert duty_days(analogy, [line()]) == ()
