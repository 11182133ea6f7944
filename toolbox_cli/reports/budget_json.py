"""A tested budget as plain values for other programs; amounts are text, to the cent, so that no program rounds them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from toolbox_cli.grant.complete import duty_days, parts_of
from toolbox_cli.grant.judge import Judged, Verdict, purpose
from toolbox_cli.grant.money import Range, total
from toolbox_cli.grant.outcome import Outcome, doubles, sums, untested
from toolbox_cli.grant.scenarios import Scenario
from toolbox_cli.model.budget import Budget, There
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.as_json import SCHEMA_VERSION, Json, sources_json
from toolbox_cli.reports.budget_words import question, sources, why


def budget_json(catalogue: Catalogue, outcome: Outcome, stated: Mapping[str, There] | None = None, *, iban: bool | None = None) -> Json:
    """Return the tested budget; a number of an account is in it only as whether it has the right form."""
    scheme = outcome.scheme
    parts = parts_of(scheme, stated or {}, outcome.budget, iban=iban)
    return {
        **_head(catalogue),
        "scheme": {
            "id": scheme.id,
            "name": scheme.name,
            "status": scheme.status,
            "own": outcome.own_scheme,
            "window": scheme.window,
            "cost_period": scheme.cost_period,
            "ceiling_eur": str(_cents(scheme.ceiling_eur)),
        },
        "illustration": not outcome.own_scheme,
        "checked_by_toolbox": not outcome.own_scheme,
        "total_eur": str(outcome.total),
        "by_verdict_eur": {verdict.value: str(outcome.cost_of(verdict)) for verdict in Verdict},
        "eligible_eur": _range(outcome.eligible),
        "maximum_eur": None
        if outcome.estimate is None
        else _range(Range(_cents(outcome.estimate.certain_eur), _cents(outcome.estimate.maximum_eur))),
        "grant_eur": _range(outcome.grant),
        "own_share_eur": _range(outcome.own_share),
        "lines": [_line(catalogue, outcome, item) for item in outcome.lines],
        "scenarios": [_scenario(item) for item in outcome.scenarios],
        "without_priority": [item.line.number for item in outcome.without_priority],
        "doubles": [{"line": second, "same_as": first} for first, second in doubles(outcome.budget)],
        "other_total_eur": None if outcome.budget.other_total_eur is None else str(outcome.budget.other_total_eur),
        "sum_lines": list(sums(outcome.budget)),
        "iban_form_valid": iban,
        "application": [
            {"part": item.part.id, "state": item.there.value, "certainty": item.part.certainty.value, "lacking_lines": list(item.lacking)}
            | ({"form_valid": item.iban} if item.iban is not None else {})
            for item in parts
        ],
        "duties": [
            {
                "id": duty.id,
                "text": duty.text,
                "certainty": duty.certainty.value,
                "days": [on.isoformat() for on in duty_days(duty, [item.line for item in outcome.lines if item.possible])],
                "sources": sources_json(catalogue, duty.source),
            }
            for duty in scheme.rules.duties
        ],
    }


def untested_json(catalogue: Catalogue, budget: Budget) -> Json:
    """Return a budget without a scheme: the total and what past schemes paid for, without any amount of grant."""
    rule = catalogue.schemes[0].rules.purpose
    lines = untested(budget)
    return {
        **_head(catalogue),
        "scheme": None,
        "total_eur": str(total(item.amounts.cost for item in lines)),
        "grant_eur": None,
        "lines": [
            _written(item) | {"paid_before": None if item.line.measure is None else purpose(catalogue, rule, item.line).verdict.value}
            for item in lines
        ],
    }


def _head(catalogue: Catalogue) -> Json:
    return {
        "schema_version": SCHEMA_VERSION,
        "content_version": catalogue.edition.version,
        "current": None,
        "note": catalogue.current_scheme.text,
        "look_at": list(catalogue.current_scheme.look_at),
    }


def _line(catalogue: Catalogue, outcome: Outcome, item: Judged) -> Json:
    found = [(reason, question(catalogue, outcome.scheme, item, reason)) for reason in item.reasons]
    return {
        **_written(item),
        "verdict": item.verdict.value,
        "certain_eur": str(item.certain),
        "possible_eur": str(item.possible),
        "reasons": [
            {
                "rule": reason.rule.value,
                "verdict": reason.verdict.value,
                "text": why(catalogue, outcome.scheme, item, reason),
                "ask": None if asked is None else {"who": asked.who, "what": asked.what},
                "sources": list(sources(catalogue, outcome.scheme, item, reason)),
            }
            for reason, asked in found
        ],
    }


def _written(item: Judged) -> Json:
    line = item.line
    return {
        "line": line.number,
        "description": line.description,
        "measure": line.measure,
        "problem": line.problem,
        "municipality": line.municipality,
        "priority": line.priority,
        "cost_eur": str(item.amounts.cost),
    }


def _scenario(item: Scenario) -> Json:
    return {
        "grant": item.given.name.lower(),
        "grant_eur": str(item.grant),
        "steps": [
            {
                "priority": step.priority,
                "lines": [one.line.number for one in step.lines],
                "cost_eur": str(step.cost),
                "own_money_up_to_here_eur": str(step.own),
            }
            for step in item.steps
        ],
        "dropped_lines": None if item.paid is None else [one.line.number for step in item.dropped for one in step.lines],
    }


def _range(amount: Range | None) -> Json | None:
    return None if amount is None else {"certain": str(amount.low), "most": str(amount.high)}


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))
