"""What is not filled in in an action plan: each gap once, with who can fill it in; on the screen also with the command for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.plan_facts import MeasurePart, ProblemPart, Slot, problem_option
from toolbox_cli.reports.words import listed

TITLE = "Nog niet ingevuld"
LATER = "Voorgesteld en nog niet gekozen"


@dataclass(frozen=True, slots=True)
class Gap:
    """One line about what lacks: as who reads the plan needs it (empty when it is not for them), and as who fills it in does."""

    depth: int
    reads: str
    fills: str

    @classmethod
    def plain(cls, depth: int, text: str) -> Gap:
        """Return a line that is the same for both."""
        return cls(depth, text, text)


def tell_gaps(document: Document, parts: Sequence[ProblemPart], budget: Slot) -> None:
    """Add the list of what is not filled in, what only waits for a choice last; that nothing is missing is said as well."""
    document.heading(TITLE)
    found = gaps_of(parts, budget)
    if not found:
        document.paragraph("Er ontbreekt niets: elk onderdeel van dit plan is ingevuld.")
        return
    document.paragraph("Wat ontbreekt, staat hieronder en op zijn plaats in het plan als 'niet ingevuld'. Er is niets voor u bedacht.")
    document.outline([(gap.depth, Line(gap.reads)) for gap in found if gap.reads])


def gaps_of(parts: Sequence[ProblemPart], budget: Slot) -> tuple[Gap, ...]:
    """Return the gaps, those of chosen measures first."""
    of_problems = (gap for part in parts for gap in _of_problem(part))
    return (*of_problems, *_group("Het hele plan", [budget]), *(gap for part in parts for gap in _proposed(part)))


def _of_problem(part: ProblemPart) -> Iterator[Gap]:
    for item in part.chosen:
        yield from _group(f"{item.name}{part.behind}", item.slots)
    yield from _group(f"Probleem {part.number}" if part.number else "Het probleem", list(part.whole))


def _group(name: str, slots: Sequence[Slot]) -> Iterator[Gap]:
    """The gaps of one subject, those with one command together."""
    missing = [slot for slot in slots if not slot.text]
    for who, command in dict.fromkeys((slot.who, slot.command) for slot in missing):
        together = [slot for slot in missing if (slot.who, slot.command) == (who, command)]
        options = " ".join(dict.fromkeys(slot.option for slot in together if slot.option))
        yield Gap.plain(0, f"{name}: {listed(slot.name for slot in together)} (wie: {who})")
        yield Gap(1, "", f"{command} {options}".rstrip())


def _proposed(part: ProblemPart) -> Iterator[Gap]:
    """What waits for a choice, those that lack the same together: first the choice, then the rest."""
    found: dict[str, list[MeasurePart]] = {}
    for item in part.measures:
        lacking = listed(slot.name for slot in item.slots if not slot.text)
        if lacking and not item.chosen:
            found.setdefault(lacking, []).append(item)
    if not found:
        return
    yield Gap.plain(0, f"{LATER}{part.behind}")
    for lacking, items in found.items():
        yield Gap.plain(1, f"Zonder {lacking}:")
        for item in items:
            who = f" (wie: {item.slots[0].who})"
            yield Gap(2, f"{item.name}{who}", f"{item.name}, {item.id}{who}")
    problem = problem_option(part.planned.problem)
    yield Gap(1, "", f"Eerst kiezen: toolbox case choose BESTAND VARIANT{problem}")
    evaluate = "de nulmeting met toolbox evaluate CIJFERS --baseline"
    yield Gap(1, "", f"Daarna invullen: toolbox case plan BESTAND VARIANT{problem}; {evaluate}")
