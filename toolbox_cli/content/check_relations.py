"""Relations between forms contradict neither each other nor the conditions of the law; all faults are returned, none raised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.relation import Relation, RelationKind

_FIELD = "relations"


def check_relations(catalogue: Catalogue) -> Iterator[Fault]:
    """No pair is related twice, to itself, against another relation, in a circle, or by a condition that cannot enforce it."""
    forms = _forms(catalogue)
    yield from _texts(catalogue)
    yield from _pairs(catalogue, forms)
    yield from _circles(catalogue, forms)
    yield from _enforced(catalogue, forms)


def _forms(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """The forms that a name stands for: a form for itself, a measure for all its forms."""
    own = {variant.id: (variant.id,) for measure in catalogue.measures for variant in measure.variants}
    return {measure.id: tuple(variant.id for variant in measure.variants) for measure in catalogue.measures} | own


def _texts(catalogue: Catalogue) -> Iterator[Fault]:
    for index, relation in enumerate(catalogue.relations):
        sides = (relation.text_first, relation.text_second)
        if (relation.text is None) != all(sides) or (relation.text is not None and any(sides)):
            yield Fault(_FIELD, index, (), "geef 'text' voor beide kanten, of 'text_first' én 'text_second'; niet allebei")


def _pairs(catalogue: Catalogue, forms: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    """A pair of forms has at most one relation that says what may be done, and one against confusion."""
    seen: dict[tuple[bool, frozenset[str]], Relation] = {}
    for index, relation in enumerate(catalogue.relations):
        pairs = {frozenset(pair) for pair in _expanded(relation, forms)}
        if own := next((pair for pair in pairs if len(pair) == 1), None):
            yield Fault(_FIELD, index, ("forms",), f"'{next(iter(own))}' staat hier aan beide kanten; noem twee verschillende varianten")
        clear = relation.kind is RelationKind.DISTINGUISH
        before = next((seen[clear, pair] for pair in pairs if (clear, pair) in seen), None)
        if before is not None:
            yield Fault(_FIELD, index, ("forms",), _clash(relation, before))
        seen |= {(clear, pair): relation for pair in pairs if (clear, pair) not in seen}


def _clash(relation: Relation, before: Relation) -> str:
    if relation.kind is before.kind:
        return f"dit paar staat al bij '{before.id}'; houd er één"
    return f"dit paar is hier '{relation.kind.value}' en bij '{before.id}' '{before.kind.value}'; kies één van beide"


def _expanded(relation: Relation, forms: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Every pair of forms the relation is about; names that do not exist are left to the check on references."""
    first, second = relation.forms
    yield from product(forms.get(first, ()), forms.get(second, ()))


def _circles(catalogue: Catalogue, forms: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    after: dict[str, set[str]] = {}
    for index, relation in enumerate(catalogue.relations):
        if relation.kind is not RelationKind.GOES_BEFORE:
            continue
        for first, second in _expanded(relation, forms):
            after.setdefault(first, set()).add(second)
            if first != second and _reaches(after, second, first):
                yield Fault(_FIELD, index, ("forms",), f"'{first}' gaat zo vóór en na '{second}'; haal één voorrang weg")
                break


def _reaches(after: Mapping[str, set[str]], start: str, goal: str) -> bool:
    todo, seen = [start], {start}
    while todo:
        following = after.get(todo.pop(), set()) - seen
        seen |= following
        todo += following
    return goal in seen


def _enforced(catalogue: Catalogue, forms: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    """The condition that enforces a priority is a condition of every form that comes second; unknown names are told elsewhere."""
    conditions, known = _conditions(catalogue), {condition.id for condition in catalogue.conditions}
    for index, relation in enumerate(catalogue.relations):
        if relation.enforced_by is None:
            continue
        if relation.kind is not RelationKind.GOES_BEFORE:
            yield Fault(_FIELD, index, ("enforced_by",), "dit hoort alleen bij 'goes_before'; haal het weg")
            continue
        for form in forms.get(relation.forms[1], ()):
            if relation.enforced_by in known - conditions[form] and conditions[form] <= known:
                yield Fault(_FIELD, index, ("enforced_by",), f"'{relation.enforced_by}' is geen voorwaarde van '{form}'")


def _conditions(catalogue: Catalogue) -> dict[str, set[str]]:
    powers = {power.id: set(power.conditions) for power in catalogue.powers}
    rules = {rule.form: set(rule.conditions) for rule in catalogue.rules}
    return {
        variant.id: powers.get(variant.power or "", set()) | rules.get(variant.id, set())
        for measure in catalogue.measures
        for variant in measure.variants
    }
