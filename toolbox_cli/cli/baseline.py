"""What was counted before a measure, kept with the decision in a case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolbox_cli.cli.evidence import Found
    from toolbox_cli.evidence.effect import Part
    from toolbox_cli.model.case import Case, Decision
    from toolbox_cli.model.catalogue import Catalogue


@dataclass(frozen=True)
class Chosen:
    """The measure in a case that is looked at: the case, its file and the decision."""

    file: Path
    case: Case
    decision: Decision


def chosen_in(catalogue: Catalogue, file: Path, measure: str | None, problem: str | None) -> Chosen:
    """Return the chosen measure in a case; raises UsageError with what was chosen when it is not clear which."""
    from toolbox_cli.analysis.decisions import latest_by_form
    from toolbox_cli.cli.check import forms_named
    from toolbox_cli.cli.given import one_problem
    from toolbox_cli.cli.opened import opened_case
    from toolbox_cli.errors import UsageError

    case = opened_case(catalogue, file)
    about = one_problem(case, problem, "een maatregel gaat over één probleem") if case.problems else ""
    stands = [item for item in latest_by_form(case.decided(about)).values() if item.chosen]
    names = {form.id for form in forms_named(catalogue, measure)} if measure else {item.measure for item in stands}
    meant = [item for item in stands if item.measure in names]
    if len(meant) != 1:
        there = ", ".join(item.measure for item in stands) or "nog niets; leg een keuze vast met toolbox case choose"
        raise UsageError("zeg met --measure welke gekozen maatregel u bedoelt", f"In deze zaak is gekozen: {there}.")
    return Chosen(file, case, meant[0])


def refuse_baseline(chosen: Chosen, start: date, found: Found) -> None:
    """Raise UsageError when there is a baseline already, or when this one would count days on which the measure was there."""
    from toolbox_cli.errors import UsageError
    from toolbox_cli.reports.decisions import baseline_text
    from toolbox_cli.reports.words import day

    end = found.registration.about.end
    if end is not None and end >= start:
        hint = f"De maatregel begint op {day(start)} (anders: --start DAG). Kies een periode die daarvoor eindigt."
        raise UsageError("een nulmeting telt de dagen voor de maatregel", hint)
    if chosen.decision.baseline is not None:
        there = baseline_text(chosen.decision.baseline)
        hint = f"Moet zij weg, haal dan 'baseline' bij dit besluit weg in {chosen.file}."
        raise UsageError(f"er is al een nulmeting: {there}; zij wordt niet overschreven", hint)


def store_baseline(catalogue: Catalogue, chosen: Chosen, found: Found, target: Part) -> None:
    """Keep what was counted in this period with the decision; raises RefusedError for a place or kind that a case may not hold."""
    from toolbox_cli.cli.freetext import without_origin
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.evidence.evaluate import number_of
    from toolbox_cli.model.case import Baseline
    from toolbox_cli.reports.decisions import baseline_text

    about = found.registration.about
    assert about.start is not None and about.end is not None  # nothing is read without a period
    for label in sorted((*target.places, *target.kinds)):  # those of which the file says too much have one label together
        without_origin(catalogue, "nulmeting", label)
    number = number_of(found.incidents, target, about)
    baseline = Baseline(
        about.start,
        about.end,
        number,
        about.source,
        about.definition,
        tuple(sorted(target.places)),
        tuple(sorted(target.kinds)),
        target.hours,
    )
    decisions = tuple(replace(item, baseline=baseline) if item is chosen.decision else item for item in chosen.case.decisions)
    write_case(chosen.file, catalogue, replace(chosen.case, decisions=decisions))
    print(f"Nulmeting bij {chosen.decision.measure}: {baseline_text(baseline)}.")
    print(f"Later vergelijken: toolbox evaluate BESTAND --answers {chosen.file} --measure {chosen.decision.measure}")
