"""What the jurist must know before a draft is used: what is open, what does not stand firm, who may sign, and every gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.legal_test import questions_of
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.document import Document, Heading, Line, Tone
from toolbox_cli.reports.draft_parts import Draft, sources_of
from toolbox_cli.reports.draft_ruling import too_long
from toolbox_cli.reports.mandate import mandate_of_boa, mandate_of_police
from toolbox_cli.reports.origin import is_estimate
from toolbox_cli.reports.planned_end import end_line
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.profile import local_rules
from toolbox_cli.reports.words import GRADE, bases, listed, partner_name, sentence, sourced, statement
from toolbox_cli.rules.evaluate import questions_in
from toolbox_cli.rules.truth import Truth

GAP = re.compile(r"\[INVULLEN: ([^\[\]]*)\]")
_USE = (
    "Vul elke plek met [INVULLEN] zelf in, uit de stukken. Bronnen tussen haakjes zijn voor u; 'eigen lezing' betekent dat geen tekst of "
    "uitspraak dit zo zegt. Bewaar het ingevulde stuk niet bij de zaak in toolbox, want daarin horen geen gegevens van personen."
)


def add_front(document: Document, draft: Draft, body: Document, mark: str, number: int) -> None:
    """Add the box for the jurist; `body` is the draft itself, whose gaps are listed, `number` the problem where there are several."""
    gaps = gaps_in(body)
    document.heading("Voor de jurist: eerst lezen")
    count = sum(len(texts) for texts in gaps.values())
    document.callout(Tone.NOTE, f"{mark}. Er zijn nog {count} plekken in te vullen en {_counted(draft)}.")
    document.paragraph(_USE)
    document.terms(_about(draft, number))
    _open(document, draft)
    _doubts(document, draft)
    _watch(document, draft)
    document.heading("Nog in te vullen, per onderdeel", 3)
    document.paragraph(f"{'; '.join(f'{place}: {len(texts)}' for place, texts in gaps.items())}.")
    document.paragraph(draft.catalogue.edition.law_note, muted=True)


def gaps_in(body: Document) -> Mapping[str, tuple[str, ...]]:
    """Return what is still to be filled in, by the heading it stands under, in reading order."""
    found: dict[str, list[str]] = {}
    place = ""
    for block in body.blocks:
        if isinstance(block, Heading):
            place = block.text if block.level == 2 else place
        if texts := GAP.findall(Document([block]).text()):
            found.setdefault(place, []).extend(texts)
    return {place: tuple(texts) for place, texts in found.items()}


def _counted(draft: Draft) -> str:
    still = sum(item.tested.truth is Truth.UNKNOWN for item in draft.test.conditions)
    if not still:
        return "volgens de zaak staat elke voorwaarde vast; dat moet uit de stukken blijken"
    stand = "voorwaarde staat" if still == 1 else "voorwaarden staan"
    return f"{still} {stand} niet vast: zolang dat zo is, kan het besluit niet worden genomen"


def _about(draft: Draft, number: int) -> list[tuple[str, Line]]:
    finding, form = draft.test.finding, draft.form
    police = mandate_of_police(draft.catalogue, form.power) if form.power else Line("")
    has_boa = form.power is not None and form.power.id in draft.catalogue.boa_mandate_by_power
    boa = mandate_of_boa(draft.catalogue, form.power) if form.power and has_boa else Line("")
    duration = form.max_duration
    return [
        ("Probleem", Line(f"nummer {number} van de zaak" if number else "")),
        ("In het advies", Line(GRADE[finding.grade] if finding else "")),
        ("Grondslag", Line(bases(draft.catalogue, form))),
        ("In uw gemeente", local_rules(draft.catalogue, draft.record.local, form)),
        ("Beslist", Line(partner_name(draft.catalogue, form.decides))),
        ("Tekent de politie", police),
        ("Tekent een boa", boa),
        ("Duur", sourced(draft.catalogue, duration.text, duration.source) if duration else Line("")),
        ("Verlengen", statement(draft.catalogue, form.renewal) if form.renewal else Line("")),
    ]


def _open(document: Document, draft: Draft) -> None:
    """The conditions that are not known to be met, each with its article and who can tell."""
    still = [item for item in draft.test.conditions if item.tested.truth is Truth.UNKNOWN]
    if not still:
        return
    document.heading("Voorwaarden die niet vaststaan", 3)
    lines = []
    for item in still:
        who = dict.fromkeys(partner_name(draft.catalogue, name) for question in item.questions for name in question.who[:1])
        asks = f" Wie weet het: {listed(who, 'of')}." if who else ""
        lines.append(Line(f"{item.tested.condition.text}{asks}", sources_of(draft, item)))
    document.bullets(lines)


def _doubts(document: Document, draft: Draft) -> None:
    """Where a condition rests on an estimate, or sources contradict each other."""
    asked = {question.id for question in questions_of(draft.catalogue, draft.form)}
    lines = []
    for name, heard in draft.record.heard.items():
        if name not in asked:
            continue
        on = _rests_on(draft.catalogue, draft, name)
        if heard.conflict:
            lines.append(Line(f"Tegenspraak: bronnen zeggen iets anders over {heard.question.label}. {on}"))
        elif heard.answer.values and is_estimate(heard):
            lines.append(Line(f"Schatting: {heard.question.label} is {shown(heard.question, heard.answer)}. {on}"))
    if lines:
        document.heading("Wat op een schatting of tegenspraak rust", 3)
        document.bullets(lines)


def _rests_on(catalogue: Catalogue, draft: Draft, question: str) -> str:
    facts = facts_of(catalogue)
    names = [
        item.tested.condition.text.rstrip(".")
        for item in draft.test.conditions
        if not item.aside and question in questions_in(item.tested.condition.when, facts)
    ]
    return f"Daarop rust: {'; '.join(names)}." if names else "Zoek dit uit voordat u het in het stuk gebruikt."


def _watch(document: Document, draft: Draft) -> None:
    """What to watch at this power, at these conditions, and why parts were added."""
    lines = [*_warnings(draft)]
    lines += [sourced(draft.catalogue, item.text, item.source) for part in draft.test.conditions for item in part.cautions]
    lines += [Line(f"{sentence(extra.heading).rstrip('.')}: {extra.note}") for extra in draft.extras]
    if lines:
        document.heading("Let op bij dit ontwerp", 3)
        document.bullets(list(dict.fromkeys(lines)))


def _warnings(draft: Draft) -> Iterator[Line]:
    if (end := end_line(draft.catalogue, draft.form, draft.planned)) is not None:
        yield end
        if too_long(draft):
            yield Line("Daarom staat het einde uit het plan van aanpak niet in dit ontwerp.")
    if draft.skeleton.no_intention is not None:
        yield statement(draft.catalogue, draft.skeleton.no_intention)
    if draft.skeleton.warning is not None:
        yield statement(draft.catalogue, draft.skeleton.warning)
    for finding in draft.test.refusals:
        if finding.failing is not None:
            yield Line(f"{finding.form.name} is gevraagd, maar kan niet. {finding.failing.condition.way_on}")
