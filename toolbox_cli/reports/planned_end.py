"""What to know about a planned last day, in words: too late for one decision or for the law, or not to be tested yet."""

from __future__ import annotations

from collections.abc import Iterator

from toolbox_cli.analysis.planned_end import EndFit, EndTest, tested_end
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.planned import PlannedMeasure
from toolbox_cli.model.term import SetBy, Term
from toolbox_cli.reports.document import Line
from toolbox_cli.reports.term import SET_BY, length_words
from toolbox_cli.reports.words import day, sourced

NO_START = "Nog niet te toetsen aan de langste duur: de start is niet ingevuld."


def end_line(catalogue: Catalogue, form: Form, planned: PlannedMeasure) -> Line | None:
    """Return what is wrong with the planned last day or why that is not known; None when it stays within one decision."""
    term = form.power.term if form.power else None
    found = tested_end(term, planned)
    if term is None or found is None or found.fit is EndFit.FITS:
        return None
    if found.fit is EndFit.NO_NUMBER:
        return sourced(catalogue, f"Niet te toetsen. {SET_BY[term.set_by]}", term.source) if SET_BY[term.set_by] else None
    if found.fit is EndFit.NO_START:
        return sourced(catalogue, NO_START, term.source)
    return sourced(catalogue, " ".join(_late(term, planned, found)), tuple(dict.fromkeys(_sources(term, found))))


def _late(term: Term, planned: PlannedMeasure, found: EndTest) -> Iterator[str]:
    if planned.until is None or found.single is None or found.whole is None or term.maximum is None:
        return
    longest = f"ten hoogste {length_words(term.maximum)}, vanaf deze start tot en met {day(found.single)}"
    yield f"Let op: {day(planned.until)} is te laat voor één besluit ({longest})."
    if term.set_by is SetBy.PRACTICE:
        yield SET_BY[SetBy.PRACTICE]
    if found.fit is EndFit.RENEWED:
        yield f"Dit kan alleen met verlenging, en elke verlenging is een nieuw besluit; uiterlijk tot en met {day(found.whole)}."
    elif found.whole > found.single:
        yield f"Ook met elke verlenging is {day(found.whole)} de uiterste dag."
    if term.renewals is not None:
        yield term.renewals.text
    if found.fit is EndFit.SPREAD and term.spread is not None:
        yield term.spread.text


def _sources(term: Term, found: EndTest) -> Iterator[str]:
    yield from term.source
    yield from term.renewals.source if term.renewals else ()
    yield from term.spread.source if term.spread and found.fit is EndFit.SPREAD else ()
