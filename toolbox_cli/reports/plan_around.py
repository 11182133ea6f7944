"""What stands around the measures in an action plan: figures, partners, where to watch, who hears what, money, decisions, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from toolbox_cli.model.case import Decision
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Partner
from toolbox_cli.reports.decisions import DECIDED, MOST_LIGHTER, measure_name
from toolbox_cli.reports.document import Block, Callout, Contents, Document, Heading, Line, PageBreak, Paragraph
from toolbox_cli.reports.plan_facts import MeasurePart, ProblemPart, Slot, suggested
from toolbox_cli.reports.words import day, first_sentence, listed, partner_name, sentence, sourced, statement

MOST_FIGURES = 3
DEEPEST = 3


def tell_figures(document: Document, figures: Document | None) -> None:
    """Add what matters of the report on figures: its cautions and first findings, and a few figures; nothing without one."""
    if figures is None:
        return
    document.heading("Wat de cijfers laten zien")
    document.blocks += _top(figures.blocks)
    for figure in figures.figures()[:MOST_FIGURES]:
        document.figure(figure)


def _top(blocks: Sequence[Block]) -> Iterator[Block]:
    """The text up to the second heading below the title."""
    headings = 0
    for block in blocks:
        headings += isinstance(block, Heading) and block.level == 2
        if headings > 1:
            return
        if isinstance(block, Callout) or (isinstance(block, Paragraph) and not block.muted):
            yield block


def tell_partners(document: Document, catalogue: Catalogue, parts: Sequence[ProblemPart]) -> None:
    """Add each partner once, with its role and at which measures; of the chosen measures, or of the proposed when nothing was chosen."""
    document.heading("Partners en hun rol")
    names: dict[str, dict[str, None]] = {}
    for item in _telling(parts):
        for partner in _partners_of(item):
            names.setdefault(partner, {})[item.name] = None
    extra = {partner for part in parts for partner in part.planned.partners}
    for partner in extra:
        names.setdefault(partner, {})
    ordered = [partner for partner in catalogue.partners if partner.id in names]
    if not ordered:
        document.paragraph("Er is nog geen maatregel, en daarom nog geen partner.")
        return
    document.terms(
        [
            (partner_name(catalogue, partner.id), _role(catalogue, partner, names[partner.id], extra=partner.id in extra))
            for partner in ordered
        ]
    )


def _telling(parts: Sequence[ProblemPart]) -> list[MeasurePart]:
    chosen = [item for part in parts for item in part.chosen]
    return chosen or [item for part in parts for item in part.measures]


def _partners_of(item: MeasurePart) -> Iterator[str]:
    if item.form is not None:
        yield from (link.partner for link in item.form.measure.partners)
        yield from (consult.partner for consult in item.form.consults if consult.duty)
        yield item.form.decides


def _role(catalogue: Catalogue, partner: Partner, measures: Iterable[str], *, extra: bool) -> Line:
    at = f"Bij: {'; '.join(measures)}." if measures else ""
    told = (sentence(first_sentence(partner.role.text)), at, "Extra partner in dit plan." if extra else "")
    return sourced(catalogue, " ".join(text for text in told if text), partner.role.source)


def tell_displacement(document: Document, catalogue: Catalogue, parts: Sequence[ProblemPart]) -> None:
    """Add where is watched whether it moves, and what is known of that for these measures."""
    document.heading("Waterbed: let op verschuiving")
    document.terms(_by_problem(parts, [part.displacement for part in parts], "Waar wordt gelet"))
    document.bullets([statement(catalogue, item) for item in catalogue.plan.watching])
    found: dict[str, Line] = {}
    for item in _telling(parts):
        line = suggested(catalogue, catalogue.plan.displacement, item.form)
        if line.text and item.form is not None:
            found.setdefault(line.text, Line(f"Bij {item.form.measure.name}: {line.text}", line.sources))
    document.bullets(list(found.values()))


def tell_communication(document: Document, catalogue: Catalogue, parts: Sequence[ProblemPart]) -> None:
    """Add who hears what and when, as far as that was given."""
    document.heading("Communicatie")
    document.terms(_by_problem(parts, [part.communication for part in parts], "Wie wat wanneer hoort"))
    document.bullets([statement(catalogue, item) for item in catalogue.plan.telling])


def _by_problem(parts: Sequence[ProblemPart], slots: Sequence[Slot], alone: str) -> list[tuple[str, Line]]:
    named = (f"Probleem {part.number}, {part.name}" if part.number else alone for part in parts)
    return [(name, slot.line) for name, slot in zip(named, slots, strict=True)]


def tell_budget(document: Document, slot: Slot, budget: Document | None) -> None:
    """Add the tested budget under one heading, or that there is none."""
    document.heading("Begroting")
    if budget is None:
        document.paragraph(slot.shown)
        return
    for block in budget.blocks:
        if isinstance(block, Heading):
            document.blocks += [replace(block, level=min(block.level + 1, DEEPEST))] if block.level > 1 else []
        elif not isinstance(block, PageBreak | Contents):
            document.blocks.append(block)


def tell_log(document: Document, catalogue: Catalogue, parts: Sequence[ProblemPart]) -> None:
    """Add every decision, oldest first, with its reason and the lighter measures it went before."""
    document.heading("Besluiten tot nu toe")
    reasons = {decision: slot for part in parts for decision, slot in part.reasons}
    log = sorted((item for part in parts for item in part.record.decisions), key=lambda item: item.on)
    if not log:
        document.paragraph("Er is nog niets besloten.")
    names = {part.planned.problem: part.behind for part in parts}
    document.outline([line for item in log for line in _entry(catalogue, item, reasons.get(item), names)])


def _entry(catalogue: Catalogue, item: Decision, reason: Slot | None, names: dict[str, str]) -> Iterator[tuple[int, Line]]:
    yield 0, Line(f"{day(item.on)}: {measure_name(catalogue, item.measure)}{names.get(item.problem, '')}: {DECIDED[item.chosen]}")
    yield (
        1,
        Line(
            f"Reden: {reason.shown}"
            if reason is not None
            else "Reden: niet gegeven en niet nodig; er werd geen lichter middel overgeslagen"
        ),
    )
    if item.above:
        lighter = [measure_name(catalogue, name) for name in item.above]
        more = [f"nog {len(lighter) - MOST_LIGHTER}"] if len(lighter) > MOST_LIGHTER else []
        yield 1, Line(f"Lichter, en toen nog niet geprobeerd: {listed((*lighter[:MOST_LIGHTER], *more))}")
    if item.receipt:
        yield 1, Line(f"Kenmerk van het advies: {item.receipt}")


def tell_signatures(document: Document, catalogue: Catalogue) -> None:
    """Add room for those who read along; they advise and do not decide."""
    document.heading("Meegelezen")
    document.paragraph(
        "Wie hier tekent, heeft het plan gelezen en geadviseerd, en beslist niet. Wie over een maatregel beslist, staat bij die maatregel. "
        "Vul een functie in, geen naam."
    )
    for item in catalogue.plan.signatures:
        document.blank(f"{item.label} ({item.text}): functie, datum en paraaf")
