"""How forms relate, worded: in look-ups in full, in the advice one line for what is advised together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolbox_cli.analysis.assess import Assessment, Finding
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.relation import Related, Sense
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.own import form_label, record_label
from toolbox_cli.reports.words import cite, first_sentence, form_name, listed, sentence, sourced

SENSE = {
    Sense.GOES_BEFORE: "Gaat vóór",
    Sense.COMES_AFTER: "Komt na",
    Sense.NOT_TOGETHER: "Kan niet samen met",
    Sense.TOGETHER: "Gaat samen met",
    Sense.DISTINGUISH: "Niet verwarren met",
}
LIMITS = (Sense.GOES_BEFORE, Sense.COMES_AFTER, Sense.NOT_TOGETHER)
MAY = (*LIMITS, Sense.TOGETHER)
_LABEL = {**SENSE, Sense.NOT_TOGETHER: "Niet samen met", Sense.TOGETHER: "Samen met"}

Met = tuple[Related, Finding]


def add_relations(document: Document, catalogue: Catalogue, related: Sequence[Related], senses: Sequence[Sense] = tuple(SENSE)) -> None:
    """Add a list for each of these senses that occurs: the other form and what holds."""
    for sense in senses:
        found = [item for item in related if item.sense is sense]
        if found:
            document.heading(SENSE[sense], 3)
            document.bullets([_bullet(catalogue, item) for item in found])


def relations_met(catalogue: Catalogue, assessment: Assessment, finding: Finding) -> tuple[Met, ...]:
    """Return what holds between an advised form and the others that are advised, limits first and each in order of rank."""
    if finding not in assessment.advice:
        return ()
    related = catalogue.relations_of(finding.form)
    met = [
        (item, other)
        for sense in MAY
        for other in assessment.advice
        for item in related
        if item.sense is sense and other is not finding and _is_about(item, other.form)
    ]
    return tuple(met)


def relation_terms(catalogue: Catalogue, assessment: Assessment, finding: Finding) -> Iterator[tuple[str, Line]]:
    """A line for each way in which a form relates to what else is advised.

    What leads goes by its number, with the reason of a limit; a limit to what only fits as well is named without it.
    """
    met = relations_met(catalogue, assessment, finding)
    for sense in MAY:
        found = [(item, other) for item, other in met if item.sense is sense]
        leading = [(item, other) for item, other in found if other.leading]
        if sense is Sense.TOGETHER:
            yield _LABEL[sense], Line(_numbers(leading))
            continue
        rest = listed(form_label(other.form) for _, other in found if not other.leading)
        parts = [sentence(f"{_numbers(others)}: {reason}") for reason, others in _by_reason(catalogue, leading).items()]
        yield _LABEL[sense], Line(" ".join([*parts, *([f"Uit 'Past ook': {rest}."] if rest else [])]), _cited(catalogue, found))


def relation_bullets(catalogue: Catalogue, assessment: Assessment) -> Iterator[Line]:
    """A line for each leading form that excludes others that lead, or goes before them; each pair once."""
    for finding in assessment.findings:
        met = relations_met(catalogue, assessment, finding) if finding.leading else ()
        first = [(item, other) for item, other in met if other.leading and item.sense is Sense.GOES_BEFORE]
        apart = [(item, other) for item, other in met if other.leading and item.sense is Sense.NOT_TOGETHER and finding.rank < other.rank]
        for words, found in (("gaat vóór", first), ("niet samen met", apart)):
            for reason, others in _by_reason(catalogue, found).items():
                yield Line(f"Nr {finding.rank} {words} {_numbers(others)}: {reason}", _cited(catalogue, others))


def _by_reason(catalogue: Catalogue, met: Sequence[Met]) -> dict[str, list[Met]]:
    """What was met by the reason, in short, that it shares."""
    grouped: dict[str, list[Met]] = {}
    for item, other in met:
        grouped.setdefault(record_label(catalogue, item.relation, sentence(first_sentence(item.text))), []).append((item, other))
    return grouped


def _numbers(met: Sequence[Met]) -> str:
    return f"nr {listed(str(other.rank) for _, other in met)}" if met else ""


def _cited(catalogue: Catalogue, met: Sequence[Met]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cite(catalogue, source) for item, _ in met for source in item.source))


def _is_about(item: Related, form: Form) -> bool:
    return item.other in (form.id, form.measure.id)


def _bullet(catalogue: Catalogue, item: Related) -> Line:
    line = sourced(catalogue, item.text, item.source)
    return Line(f"{form_name(catalogue, item.other)}: {line.text}", line.sources)
