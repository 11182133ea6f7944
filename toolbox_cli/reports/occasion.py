"""When a question is put, in words for somebody who fills in a form."""

from __future__ import annotations

from collections.abc import Mapping

from toolbox_cli.analysis.case import place_of
from toolbox_cli.analysis.partner import Asked
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import AnyOf, AtLeast, Is, Not
from toolbox_cli.reports.words import first_sentence, listed
from toolbox_cli.rules.evaluate import Reason
from toolbox_cli.rules.truth import Truth

Numbers = Mapping[tuple[str, str], int]


def occasion_text(catalogue: Catalogue, item: Asked, problem: str, numbers: Numbers) -> str:
    """Return "Alleen als op vraag 7 'Ja' past."; empty when the question is put anyhow.

    Only what is still open is named, never what was answered. What only excludes is left out: who has no incidents sees that
    himself.
    """
    found = _open(catalogue, item.occasion, problem, numbers)
    return f"Alleen als {found} past." if found else ""


def _open(catalogue: Catalogue, reason: Reason, problem: str, numbers: Numbers, *, inside: bool = False) -> str:
    """What is open in a reason; empty when that only excludes, or when one of the alternatives does."""
    condition = reason.condition
    if reason.truth is not Truth.UNKNOWN or isinstance(condition, Not):
        return ""
    if isinstance(condition, Is | AtLeast):
        return _leaf(catalogue, condition, problem, numbers)
    either, open_parts = isinstance(condition, AnyOf), [part for part in reason.parts if part.truth is Truth.UNKNOWN]
    nested = len(open_parts) > 1
    found = dict.fromkeys(_open(catalogue, part, problem, numbers, inside=nested or inside) for part in open_parts)
    if either and "" in found:
        return ""
    joined = (", of " if either else ", en ").join(text for text in found if text)
    return f"({joined})" if inside and nested else joined


def _leaf(catalogue: Catalogue, leaf: Is | AtLeast, problem: str, numbers: Numbers) -> str:
    question = catalogue.question_by_id[leaf.question]
    number = numbers.get((place_of(question, problem), question.id))
    on = f"op vraag {number}" if number else f"op de vraag (aan anderen) '{first_sentence(question.text)}'"
    if isinstance(leaf, AtLeast):
        return f"{on} {leaf.at_least} of meer"
    labels = (f"'{option.label}'" for option in question.options if option.id in leaf.values)
    return f"{on} {listed(labels, 'of')}"
