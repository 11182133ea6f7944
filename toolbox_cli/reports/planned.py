"""What is filled in for the action plan in words: in the case, in what a merge did, and as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from toolbox_cli.analysis.plan_merge import PlanTaken, Told
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.planned import MEASURE_FACTS, PROBLEM_FACTS, Planned, PlannedMeasure
from toolbox_cli.reports.decisions import measure_name
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.words import day, listed, partner_name

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps
FACT = {
    "owner": "eigenaar", "start": "start", "until": "einde", "indicator": "indicator", "review": "evaluatiedatum",
    "goals": "doelen", "communication": "communicatie", "displacement": "waterbed", "partners": "extra partners",
}  # fmt: skip


def owner_name(catalogue: Catalogue, owner: str) -> str:
    """Return who carries a measure: the short name of a partner, or the function as written."""
    return partner_name(catalogue, owner) if owner in catalogue.partner_by_id else owner


def fact_text(catalogue: Catalogue, fact: str, value: Told) -> str:
    """Return one thing that is filled in, as a reader would say it; empty when it is not."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return listed(owner_name(catalogue, item) for item in value) if fact == "partners" else "; ".join(value)
    return owner_name(catalogue, value) if fact == "owner" else value


def tell_plan(document: Document, catalogue: Catalogue, plans: Sequence[Planned]) -> None:
    """Add what is filled in for the action plan; nothing when nothing is."""
    if plans:
        document.heading("Plan van aanpak")
        document.outline([line for plan in plans for line in _lines(catalogue, plan)])


def _lines(catalogue: Catalogue, plan: Planned) -> Iterator[tuple[int, Line]]:
    about = f" (probleem {plan.problem})" if plan.problem else ""
    for fact in PROBLEM_FACTS:
        if text := fact_text(catalogue, fact, getattr(plan, fact)):
            yield 0, Line(f"{FACT[fact].capitalize()}{about}: {text}")
    for item in plan.measures:
        yield 0, Line(f"{measure_name(catalogue, item.measure)}{about}")
        yield from ((1, Line(f"{FACT[fact].capitalize()}: {text}")) for fact, text in measure_facts(catalogue, item) if text)


def measure_facts(catalogue: Catalogue, item: PlannedMeasure) -> Iterator[tuple[str, str]]:
    """Yield each fact of a planned measure with its text, empty when it is not filled in."""
    for fact in MEASURE_FACTS:
        yield fact, fact_text(catalogue, fact, getattr(item, fact) or "")


def changed_lines(catalogue: Catalogue, before: Planned, after: Planned) -> list[str]:
    """Return what changed in sentences: 'toezicht/boa, eigenaar: was politie; wordt gemeente.'"""
    return [
        changed(what, was, now)
        for what, was, now in (*_changes(catalogue, before, after), *_measure_changes(catalogue, before, after))
        if was != now
    ]


def changed(what: str, was: str, now: str) -> str:
    """Return what became of one thing that was filled in, answered or taken away, as a sentence."""
    return f"{what}: was {was}; wordt {now}." if was and now else f"{what}: {now}." if now else f"{what}: {was} is weggehaald."


def _changes(catalogue: Catalogue, before: Planned, after: Planned) -> Iterator[tuple[str, str, str]]:
    for fact in PROBLEM_FACTS:
        was, now = (fact_text(catalogue, fact, getattr(plan, fact)) for plan in (before, after))
        yield FACT[fact], was, now


def _measure_changes(catalogue: Catalogue, before: Planned, after: Planned) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys(item.measure for plan in (before, after) for item in plan.measures):
        facts = zip(measure_facts(catalogue, before.of(name)), measure_facts(catalogue, after.of(name)), strict=True)
        yield from ((f"{name}, {FACT[fact]}", was, now) for (fact, was), (_, now) in facts)


def taken_text(catalogue: Catalogue, item: PlanTaken) -> str:
    """Return what became of one thing in the plan of the other file."""
    about = f" (probleem {item.problem})" if item.problem else ""
    what = f"{measure_name(catalogue, item.measure)}: {FACT[item.fact]}" if item.measure else FACT[item.fact].capitalize()
    said = fact_text(catalogue, item.fact, item.said)
    kept = f"; blijft: {fact_text(catalogue, item.fact, item.kept)}" if item.kept else ""
    return f"{what}{about}: {said}{kept}"


def plan_json(plans: Sequence[Planned]) -> list[Json]:
    """Return what is filled in for the action plan as plain values."""
    return [
        {
            "problem": plan.problem or None,
            "goals": list(plan.goals),
            "communication": plan.communication or None,
            "displacement": plan.displacement or None,
            "partners": list(plan.partners),
            "measures": [_measure_json(item) for item in plan.measures],
        }
        for plan in plans
    ]


def _measure_json(item: PlannedMeasure) -> Json:
    return {"measure": item.measure, **{fact: _plain(getattr(item, fact)) for fact in MEASURE_FACTS}}


def taken_json(item: PlanTaken) -> Json:
    """Return what became of one thing in the plan of the other file, as plain values."""
    said, kept = _plain(item.said), _plain(item.kept)
    return {"problem": item.problem or None, "measure": item.measure or None, "fact": item.fact, "said": said, "kept": kept}


def _plain(value: Told | None) -> str | list[str] | None:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value or None
