"""Conditions, facts and texts that say the same as another, or always follow from one.

Exact by the same search as the conditions; only the logic counts, not the order in which questions are asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.possible import can_be, follows
from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import Condition
from toolbox_cli.model.law import LegalCondition
from toolbox_cli.rules.evaluate import questions_in
from toolbox_cli.rules.truth import Truth
from toolbox_cli.search.names import plain

_TEXTS = {
    "conditions": ("text", "article", "paragraph"), "facts": ("text",), "questions": ("text",), "measures": ("summary",),
    "practices": ("what",), "errata": ("correct",), "articles": ("summary", "law"), "rulings": ("teaches",), "steps": ("text",),
    "partners": ("role",), "contradictions": ("message",), "documents": ("title",),
}  # fmt: skip


def conditions_apart(catalogue: Catalogue) -> Iterator[Fault]:
    """No two legal conditions of one form are the same, and none follows from another of the form."""
    places = {condition.id: index for index, condition in enumerate(catalogue.conditions)}
    for one, other in _pairs_together(catalogue):
        if one.when == other.when and (one.article, one.paragraph) == (other.article, other.paragraph):
            yield Fault("conditions", places[other.id], ("when",), f"zegt hetzelfde als '{one.id}', met hetzelfde artikel")
            continue
        if one.when == other.when or not _share_a_question(catalogue, one.when, other.when):
            continue
        for first, second in ((one, other), (other, one)):
            if _settled_by(catalogue, first.when, second.when):
                yield Fault("conditions", places[second.id], ("when",), _FOLLOWS.format(first.id))


def facts_apart(catalogue: Catalogue) -> Iterator[Fault]:
    """No two named facts mean the same."""
    for (_, one), (index, other) in combinations(enumerate(catalogue.facts), 2):
        if not _share_a_question(catalogue, one.when, other.when):
            continue
        if _settled_by(catalogue, one.when, other.when) and _settled_by(catalogue, other.when, one.when):
            yield Fault("facts", index, ("when",), f"betekent hetzelfde als feit '{one.id}'; gebruik er één")


def texts_apart(catalogue: Catalogue) -> Iterator[Fault]:
    """No two entries of one kind say the same in the same words."""
    for field, keys in _TEXTS.items():
        seen: dict[tuple[str, ...], str] = {}
        for index, record in enumerate(getattr(catalogue, field)):
            said = tuple(plain(_text(getattr(record, key))) for key in keys)
            name = str(getattr(record, "id", None) or getattr(record, "ecli", ""))
            if said in seen:
                yield Fault(field, index, (keys[0],), f"zegt met dezelfde woorden hetzelfde als '{seen[said]}'; schrijf het één keer")
            seen.setdefault(said, name)


def _pairs_together(catalogue: Catalogue) -> Iterator[tuple[LegalCondition, LegalCondition]]:
    """Every two conditions that one form has, each pair once."""
    pairs: dict[frozenset[str], tuple[str, str]] = {}
    for form in catalogue.forms:
        for one, other in combinations(dict.fromkeys(form.condition_ids), 2):
            pairs.setdefault(frozenset((one, other)), (one, other))
    for one, other in pairs.values():
        yield catalogue.condition_by_id[one], catalogue.condition_by_id[other]


def _share_a_question(catalogue: Catalogue, one: Condition, other: Condition) -> bool:
    facts = facts_of(catalogue)
    return not set(questions_in(one, facts)).isdisjoint(questions_in(other, facts))


def _settled_by(catalogue: Catalogue, one: Condition, other: Condition) -> bool:
    """Whether the other follows from the one; what can never hold is another fault."""
    return can_be(catalogue, one, Truth.YES) and can_be(catalogue, other, Truth.NO) and follows(catalogue, one, other)


def _text(value: object) -> str:
    return str(getattr(value, "text", value))


_FOLLOWS = "volgt altijd uit '{}', dat bij dezelfde maatregel hoort; maak haar los"
