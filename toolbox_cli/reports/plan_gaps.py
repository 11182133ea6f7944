"""What is not filled in in an action plan: each gap once, with who can fill it in and the command for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.plan_facts import MeasurePart, ProblemPart, Slot
from toolbox_cli.reports.words import listed, sentence

TITLE = "Nog niet ingevuld"
LATER = "Voorgesteld en nog niet gekozen"


def tell_gaps(document: Document, parts: Sequence[ProblemPart], budget: Slot) -> None:
    """Add the list of what is not filled in; that nothing is missing is said as well."""
    document.heading(TITLE)
    several = len(parts) > 1
    items = [line for part in parts for line in _of_problem(part, several=several)] + list(_group("Hele plan", [budget]))
    if not items:
        document.paragraph("Er ontbreekt niets: elk onderdeel van dit plan is ingevuld.")
        return
    document.paragraph("Wat ontbreekt, staat hieronder en op zijn plaats in het plan als 'niet ingevuld'. Er is niets voor u bedacht.")
    document.outline(items)


def _of_problem(part: ProblemPart, *, several: bool) -> Iterator[tuple[int, Line]]:
    name = f"Probleem {part.name}" if several else "Het probleem"
    yield from _group(name, list(part.whole))
    decided = [item for item in part.measures if item.chosen]
    for item in decided:
        yield from _group(f"{item.name} ({part.name})" if several else item.name, item.slots)
    proposed = [item for item in part.measures if not item.chosen and any(not slot.text for slot in item.slots)]
    if proposed:
        yield from _proposed(f"{LATER} ({part.name})" if several else LATER, part, proposed)


def _group(name: str, slots: Sequence[Slot]) -> Iterator[tuple[int, Line]]:
    """The gaps of one subject, those with one command together."""
    missing = [slot for slot in slots if not slot.text]
    for key in dict.fromkeys((slot.who, slot.command) for slot in missing):
        together = [slot for slot in missing if (slot.who, slot.command) == key]
        who, command = key
        yield 0, Line(f"{name}: {listed(slot.name for slot in together)}")
        options = " ".join(dict.fromkeys(slot.option for slot in together if slot.option))
        yield 1, Line(f"Wie: {who}")
        yield 1, Line(f"Invullen: {command} {options}".rstrip())


def _proposed(name: str, part: ProblemPart, proposed: Sequence[MeasurePart]) -> Iterator[tuple[int, Line]]:
    """What waits for a choice is told together: first the choice, then the rest."""
    problem = f" --problem {part.planned.problem}" if part.planned.problem else ""
    yield 0, Line(sentence(name).rstrip("."))
    for item in proposed:
        yield 1, Line(f"{item.name}: {listed(slot.name for slot in item.slots if not slot.text)} (wie: {item.slots[0].who}; {item.id})")
    yield 1, Line(f"Eerst kiezen: toolbox case choose BESTAND VARIANT{problem}")
    yield 1, Line(f"Daarna invullen: toolbox case plan BESTAND VARIANT{problem}; de nulmeting met toolbox evaluate CIJFERS --baseline")
