"""The measures of an action plan: all of them in one short table, and each with its ground, who does what and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolbox_cli.analysis.assess import Finding, Grade, Tested
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.planned import PlannedMeasure
from toolbox_cli.reports.advice_measures import decider, duties_text, of_the_decision
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.origin import Record
from toolbox_cli.reports.plan_facts import BASELINE, NOT_GIVEN, MeasurePart, ProblemPart, Slot
from toolbox_cli.reports.planned import FACT
from toolbox_cli.reports.planned_end import end_line
from toolbox_cli.reports.profile import local_rules
from toolbox_cli.reports.words import bases, condition_place, listed, partner_name, statement
from toolbox_cli.rules.truth import Truth

Pair = tuple[str, Line]
NO_MEASURE = "Er is nog geen maatregel gekozen en op deze antwoorden is er geen die vooraan staat."


def tell_overview(document: Document, parts: Sequence[ProblemPart]) -> None:
    """Add every measure once, with what was decided, who carries it and when, also when it serves several problems."""
    document.heading("Overzicht van de maatregelen")
    forms: dict[str, list[tuple[str, MeasurePart]]] = {}
    for part in parts:
        for item in part.measures:
            forms.setdefault(item.id, []).append((part.number, item))
    if not forms:
        document.paragraph(NO_MEASURE)
        return
    several = len(parts) > 1
    chosen_first = sorted(forms.values(), key=lambda found: not any(item.chosen for _, item in found))
    rows = [_row(found, several=several) for found in chosen_first]
    header = ("maatregel", "probleem", "besluit", "eigenaar", "start", "evaluatie")
    document.table(header if several else (header[0], *header[2:]), rows)
    if any(len(found) > 1 for found in forms.values()):
        document.paragraph(
            "Een maatregel die bij meer problemen past, staat hier één keer. De voorwaarden zijn per probleem getoetst en gelden nooit "
            "voor een ander probleem.",
            muted=True,
        )


def _row(found: Sequence[tuple[str, MeasurePart]], *, several: bool) -> tuple[str, ...]:
    cells = [[(number, item.standing) for number, item in found]]
    cells += [[(number, item.slot(FACT[fact]).shown) for number, item in found] for fact in ("owner", "start", "review")]
    problems = (" en ".join(number for number, _ in found),) if several else ()
    return (found[0][1].name, *problems, *map(_cell, cells))


def _cell(told: Sequence[tuple[str, str]]) -> str:
    """What all problems say once; what differs with the number of the problem."""
    if len({text for _, text in told}) == 1:
        return told[0][1]
    return "; ".join(f"bij {number}: {text}" for number, text in told)


def tell_measures(document: Document, catalogue: Catalogue, part: ProblemPart, title: str) -> None:
    """Add each measure of a problem in full: chosen ones first, then what is only proposed."""
    document.heading(title)
    if not part.measures:
        document.paragraph(NO_MEASURE)
        return
    document.paragraph(_order(part))
    for item in part.measures:
        document.heading(f"{item.name} ({item.standing})", 3)
        _tell(document, catalogue, part.record, item, part.planned.of(item.id))


def _order(part: ProblemPart) -> str:
    if not part.chosen:
        return "Er is nog niets gekozen. Hieronder staat wat het advies vooraan zet; het is een voorstel en geen besluit."
    rest = " Wat alleen is voorgesteld, staat daaronder en is geen besluit." if len(part.chosen) < len(part.measures) else ""
    return f"Wat is gekozen, staat vooraan.{rest}"


def _tell(document: Document, catalogue: Catalogue, record: Record, item: MeasurePart, planned: PlannedMeasure) -> None:
    form = item.form
    if form is None:
        document.callout(Tone.NOTE, f"De variant {item.id} staat niet meer in de inhoud; grondslag en voorwaarden zijn niet na te gaan.")
        document.terms([("Besluit", Line(item.status)), *_slots(item.slots)])
        return
    document.paragraph(form.variant.summary.text, statement(catalogue, form.variant.summary).sources)
    document.terms(
        [
            ("Besluit", Line(item.status)),
            ("Grondslag", Line(bases(catalogue, form))),
            ("In uw gemeente", local_rules(catalogue, record.local, form)),
            ("Beslist", Line(decider(catalogue, form))),
            *_given(item, "owner"),
            ("Partners", Line(listed(partner_name(catalogue, link.partner) for link in form.measure.partners))),
            ("Eerst overleg", Line(duties_text(catalogue, form, after=False))),
            ("Daarna melden", Line(duties_text(catalogue, form, after=True))),
            *_given(item, "start"),
            *_given(item, "until"),
            ("Langste duur", statement(catalogue, form.max_duration) if form.max_duration else Line("")),
            *_end(catalogue, form, planned),
            *_given(item, "indicator"),
            *_given(item, "baseline"),
            *_given(item, "review"),
            *_lacking(item),
            *_conditions(catalogue, item.finding, form),
        ]
    )


def _given(item: MeasurePart, fact: str) -> Iterator[Pair]:
    """One fact of a measure. Of one that is only proposed what lacks is told together, but for an indicator that can be proposed."""
    slot = item.slot(FACT.get(fact, BASELINE))
    if slot.text or item.chosen or slot.proposal.text:
        yield slot.name.capitalize(), slot.line


def _end(catalogue: Catalogue, form: Form, planned: PlannedMeasure) -> Iterator[Pair]:
    line = end_line(catalogue, form, planned)
    if line is not None:
        yield "Einde getoetst", line


def _lacking(item: MeasurePart) -> Iterator[Pair]:
    names = [slot.name for slot in item.slots if not (slot.text or slot.proposal.text)]
    if names and not item.chosen:
        yield listed(names).capitalize(), Line(NOT_GIVEN)


def _slots(slots: Sequence[Slot]) -> list[Pair]:
    return [(slot.name.capitalize(), slot.line) for slot in slots]


def _conditions(catalogue: Catalogue, finding: Finding | None, form: Form) -> Iterator[Pair]:
    """What the law still waits for: the condition that fails, or those that are open; with how many are met."""
    if finding is None:
        return
    if finding.grade is Grade.RULED_OUT and finding.failing is not None:
        yield "Voorwaarde die ontbreekt", _condition(catalogue, finding.failing)
        yield "Wat wel kan", Line(finding.failing.condition.way_on)
        return
    if not finding.tested:
        yield "Voorwaarden", Line(form.rule.no_conditions or "geen wettelijke voorwaarden")
        return
    open_ = [item for item in finding.tested if item.truth is Truth.UNKNOWN]
    facts = [item for item in open_ if not of_the_decision(catalogue, item)]
    yield "Voorwaarden", Line(f"{len(finding.tested) - len(open_)} van {len(finding.tested)} voldaan op de antwoorden van nu.")
    yield from (("Nog open", _condition(catalogue, item)) for item in facts)
    if still := len(open_) - len(facts):
        what = "1 voorwaarde" if still == 1 else f"{still} voorwaarden"
        yield "Nog open", Line(f"{what} over het besluit zelf.")


def _condition(catalogue: Catalogue, item: Tested) -> Line:
    return Line(item.condition.text, (condition_place(catalogue, item.condition),))


def tell_evaluation(document: Document, catalogue: Catalogue, parts: Sequence[ProblemPart]) -> None:
    """Add when each measure is looked back on and by what, and how to measure so that the difference means something."""
    document.heading("Evaluatie")
    chosen = [(part, item) for part in parts for item in part.chosen]
    found = chosen or [(part, item) for part in parts for item in part.measures]
    rows = [
        (
            item.slot(FACT["review"]).shown,
            f"{item.name}{part.behind}",
            item.slot(FACT["indicator"]).shown,
            item.slot(BASELINE).shown,
        )
        for part, item in sorted(found, key=lambda pair: _moment(*pair))
    ]
    if not rows:
        document.paragraph(f"Evaluatiedatum: {NOT_GIVEN}, want er is nog geen maatregel.")
    document.table(("wanneer", "maatregel", "indicator", "nulmeting"), rows)
    document.bullets([statement(catalogue, item) for item in catalogue.plan.measuring])


def _moment(part: ProblemPart, item: MeasurePart) -> tuple[bool, str]:
    """The first review first, what has none last."""
    on = part.planned.of(item.id).review
    return on is None, on.isoformat() if on else ""
