"""What residents read covers every form of every measure, once, and says of a refused form that it cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Circle
from toolbox_cli.model.told import ToldAs

_FIELD = "resident_measures"


def check_told(catalogue: Catalogue) -> Iterator[Fault]:
    """Every shipped form is told to residents in one place; a refusal as such; and no choice reaches further than its question."""
    yield from _forms(catalogue)
    circles = list(Circle)
    for index, question in enumerate(catalogue.questions):
        for at, choice in enumerate(question.choices):
            if choice.told_to is not None and circles.index(choice.told_to) >= circles.index(question.told_to):
                what = (
                    f"'{choice.told_to}' is niet kleiner dan de kring van de vraag ({question.told_to}); laat dit weg of kies een kleinere"
                )
                yield Fault("questions", index, ("choices", at, "told_to"), what)


def _forms(catalogue: Catalogue) -> Iterator[Fault]:
    refused = {
        variant.id: measure.origin is Origin.REFUSAL
        for measure in catalogue.measures
        if not catalogue.is_own(measure)
        for variant in measure.variants
    }
    seen: set[str] = set()
    for index, item in enumerate(catalogue.resident_measures):
        for at, name in enumerate(item.forms):
            if name in seen:
                yield Fault(_FIELD, index, ("forms", at), f"'{name}' staat al bij een andere tekst; houd er één")
            if name in refused and refused[name] is not (item.told is ToldAs.CANNOT):
                yield Fault(
                    _FIELD, index, ("told",), f"bij '{name}' hoort {'kan_niet' if refused[name] else 'een ander woord dan kan_niet'}"
                )
            seen.add(name)
    for name in refused:
        if catalogue.resident_measures and name not in seen:
            yield Fault(_FIELD, 0, ("forms",), f"'{name}' ontbreekt; zeg wat inwoners over deze variant lezen")
