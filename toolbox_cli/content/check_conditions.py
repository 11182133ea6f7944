"""Conditions that can never be met, or never fail.

Exact: the search tries every kind of answers that the condition can tell apart, so a fault is only reported when there are none. It first
asks whether an interview can lead there (each question on its own occasion, no contradictory answers), and then says whether the condition
itself or the occasion of its questions is at fault. Parts inside a condition are judged by themselves, without occasions.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.possible import Search, Wanted, can_be
from toolbox_cli.content.fault import Fault
from toolbox_cli.content.walk import conditions_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AllOf, Always, AnyOf, Condition, Not
from toolbox_cli.rules.evaluate import questions_in
from toolbox_cli.rules.truth import Truth

Place = tuple[str | int, ...]
_MUST_FAIL = ("facts", "conditions", "rules")
_MARKERS = ("present", "tried", "leads")


def conditions_possible(catalogue: Catalogue) -> Iterator[Fault]:
    """Every condition can be met, and every one that must be able to fail can fail."""
    for field, index, place, condition in conditions_of(catalogue):
        inner = [Fault(field, index, found, what) for found, what in _parts(catalogue, condition, place)]
        yield from inner or _whole(catalogue, field, index, place, condition)


def leads_possible(catalogue: Catalogue) -> Iterator[Fault]:
    """Every reason to put a form in front can hold while the form is called for and not yet there."""
    for index, rule in enumerate(catalogue.rules):
        for at, lead in enumerate(rule.leads):
            goals: list[Wanted] = [(rule.indicated, Truth.YES), (lead.when, Truth.YES)]
            if rule.present is not None:
                goals.append((rule.present, Truth.NO))
            alone = can_be(catalogue, lead.when, Truth.YES)
            if alone and not _reachable(catalogue, goals):
                yield Fault("rules", index, ("leads", at, "when"), "deze reden kan nooit gelden als de maatregel aangewezen is")


def _whole(catalogue: Catalogue, field: str, index: int | None, place: Place, condition: Condition) -> Iterator[Fault]:
    if not questions_in(condition, facts_of(catalogue)):
        return
    if not can_be(catalogue, condition, Truth.YES):
        yield Fault(field, index, place, _NEVER)
    elif field != "contradictions" and not _reachable(catalogue, [(condition, Truth.YES)]):
        yield Fault(field, index, place, _NEVER_ASKED)
    if field in _MUST_FAIL and place[0] not in _MARKERS and not can_be(catalogue, condition, Truth.NO):
        yield Fault(field, index, place, _ALWAYS)


def _parts(catalogue: Catalogue, condition: Condition, place: Place) -> Iterator[tuple[Place, str]]:
    """The innermost parts that are never met or never fail."""
    for key, part in _inside(condition):
        deeper = list(_parts(catalogue, part, (*place, *key)))
        yield from deeper
        if deeper or not isinstance(part, AllOf | AnyOf | Not):
            continue
        if not can_be(catalogue, part, Truth.YES):
            yield (*place, *key), _NEVER
        elif not can_be(catalogue, part, Truth.NO) and not isinstance(part, Always):
            yield (*place, *key), _ALWAYS


def _inside(condition: Condition) -> Iterator[tuple[Place, Condition]]:
    match condition:
        case AllOf() | AnyOf():
            name = "all" if isinstance(condition, AllOf) else "any"
            yield from (((name, at), part) for at, part in enumerate(condition.parts))
        case Not():
            yield ("not",), condition.part
        case _:
            return


def _reachable(catalogue: Catalogue, goals: list[Wanted]) -> bool:
    never = tuple(item.when for item in catalogue.contradictions)
    search = Search(catalogue, goals, never=never, occasions=True, settled=True)
    return search.first() is not None or search.cut


_NEVER = "deze voorwaarde kan nooit gelden; kijk welke antwoorden elkaar uitsluiten"
_NEVER_ASKED = "dit kan in een vragenlijst nooit gelden: de vragen worden dan niet gesteld, of de antwoorden spreken elkaar tegen"
_ALWAYS = "deze voorwaarde geldt altijd; schrijf 'always' met de reden, of haal haar weg"
