"""What is not filled in in an action plan: each gap once, with who can fill it in; on the screen also with the command for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.plan_facts import MeasurePart, ProblemPart, Slot
from toolbox_cli.reports.words import listed

TITLE = "Nog niet ingevuld"
LATER = "Voorgesteld en nog niet gekozen"
Item = tuple[int, Line]


def tell_gaps(document: Document, parts: Sequence[ProblemPart], budget: Slot) -> None:
    """Add the list of what is not filled in, what only waits for a choice last; that nothing is missing is said as well."""
    document.heading(TITLE)
    items = gap_items(parts, budget)
    if not items:
        document.paragraph("Er ontbreekt niets: elk onderdeel van dit plan is ingevuld.")
        return
    document.paragraph("Wat ontbreekt, staat hieronder en op zijn plaats in het plan als 'niet ingevuld'. Er is niets voor u bedacht.")
    document.outline(items)


def gap_items(parts: Sequence[ProblemPart], budget: Slot, *, commands: bool = False) -> list[Item]:
    """Return the gaps, those of chosen measures first; who reads the plan needs no commands, who fills it in does."""
    items = [item for part in parts for item in _of_problem(part, commands=commands)]
    return [
        *items,
        *_group("Het hele plan", [budget], commands=commands),
        *(item for part in parts for item in _proposed(part, commands=commands)),
    ]


def _of_problem(part: ProblemPart, *, commands: bool) -> Iterator[Item]:
    for item in part.chosen:
        yield from _group(f"{item.name}{part.behind}", item.slots, commands=commands)
    yield from _group(f"Probleem {part.number}" if part.number else "Het probleem", list(part.whole), commands=commands)


def _group(name: str, slots: Sequence[Slot], *, commands: bool) -> Iterator[Item]:
    """The gaps of one subject, those with one command together."""
    missing = [slot for slot in slots if not slot.text]
    for who, command in dict.fromkeys((slot.who, slot.command) for slot in missing):
        together = [slot for slot in missing if (slot.who, slot.command) == (who, command)]
        options = " ".join(dict.fromkeys(slot.option for slot in together if slot.option))
        yield 0, Line(f"{name}: {listed(slot.name for slot in together)} (wie: {who})")
        if commands:
            yield 1, Line(f"{command} {options}".rstrip())


def _proposed(part: ProblemPart, *, commands: bool) -> Iterator[Item]:
    """What waits for a choice, those that lack the same together: first the choice, then the rest."""
    found: dict[str, list[MeasurePart]] = {}
    for item in part.measures:
        lacking = listed(slot.name for slot in item.slots if not slot.text)
        if lacking and not item.chosen:
            found.setdefault(lacking, []).append(item)
    if not found:
        return
    yield 0, Line(f"{LATER}{part.behind}")
    for lacking, items in found.items():
        yield 1, Line(f"Zonder {lacking}:")
        yield from ((2, Line(f"{item.name}{f', {item.id}' if commands else ''} (wie: {item.slots[0].who})")) for item in items)
    if not commands:
        return
    problem = f" --problem {part.planned.problem}" if part.planned.problem else ""
    yield 1, Line(f"Eerst kiezen: toolbox case choose BESTAND VARIANT{problem}")
    yield 1, Line(f"Daarna invullen: toolbox case plan BESTAND VARIANT{problem}; de nulmeting met toolbox evaluate CIJFERS --baseline")
