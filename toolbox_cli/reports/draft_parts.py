"""The reasons of a draft decision: to whom, on which law, the facts, the hearing, the conditions and the weighing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.decisions import latest_by_form
from toolbox_cli.analysis.legal_test import LegalTest, Settling
from toolbox_cli.model.base import Statement
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.draft import Extra, Hearing, Kind, Organ, Point, Skeleton
from toolbox_cli.model.planned import PlannedMeasure
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.origin import Record, is_estimate
from toolbox_cli.reports.own import form_label
from toolbox_cli.reports.problem import shown
from toolbox_cli.reports.words import basis_name, cite, condition_place, day, listed, read_on, sentence, sourced, statement
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth

NOT_SETTLED = "Niet vastgesteld."
_WHERE = {
    True: "Wat het voornemen is, staat onder 'Wat het voornemen is'. Hoe daarop te reageren, staat onder 'Uw zienswijze'.",
    False: "Wat er geldt, staat onder 'Besluit'. Wat ertegen te doen is, staat onder 'Bezwaar en rechter'.",
}
OUTSIDE = "De gegevens van de persoon vult de jurist zelf in, buiten toolbox."


@dataclass(frozen=True)
class Draft:
    """All that the parts of one draft are made from; `intended` for the intention."""

    catalogue: Catalogue
    record: Record
    form: Form
    skeleton: Skeleton
    test: LegalTest
    planned: PlannedMeasure
    intended: bool

    @property
    def kind(self) -> Kind:
        """What it has in common with drafts of its kind."""
        return next(item for item in self.catalogue.drafts.kinds if item.id == self.skeleton.kind)

    @property
    def hearing(self) -> Hearing:
        """How somebody is heard."""
        return next(item for item in self.catalogue.drafts.hearings if item.id == self.skeleton.hearing)

    @property
    def organ(self) -> Organ:
        """Who decides."""
        return next(item for item in self.catalogue.drafts.organs if item.partner == self.form.decides)

    @property
    def extras(self) -> tuple[Extra, ...]:
        """The parts that belong to these facts, or may do so."""
        facts = facts_of(self.catalogue)
        named = {item.id: item for item in self.catalogue.draft_extras}
        extras = (named[name] for name in self.skeleton.extras)
        return tuple(item for item in extras if evaluate(item.when, self.test.told, facts).truth is not Truth.NO)

    def lines(self, items: Iterable[Statement]) -> list[Line]:
        """The statements with their sources, the organ filled in."""
        found = (statement(self.catalogue, item) for item in items)
        return [Line(line.text.replace("{organ}", self.organ.name), line.sources) for line in found]


def add_opening(document: Document, draft: Draft) -> None:
    """Add the addressee, what this is, and the law it rests on."""
    document.heading("Aan")
    document.bullets([Line(text) for text in draft.kind.addressee])
    if any("toolbox" in text for text in draft.kind.addressee):
        document.paragraph(OUTSIDE, muted=True)
    document.heading("Waar dit over gaat")
    name = draft.skeleton.subject or form_label(draft.form)
    if draft.intended:
        document.paragraph(sentence(f"{draft.organ.name} is van plan dit te besluiten: {name}. Er is nog niets besloten"))
    else:
        document.paragraph(sentence(f"{draft.organ.name} neemt dit besluit: {name}"))
    document.paragraph(_WHERE[draft.intended])
    document.paragraph(draft.skeleton.reader or "")
    document.heading("Grondslag")
    document.terms([(basis_name(draft.catalogue, basis), _read(draft.catalogue, basis.article)) for basis in draft.form.basis])
    line = statement(draft.catalogue, draft.kind.purpose)
    document.paragraph(line.text, line.sources)


def add_facts(document: Document, draft: Draft) -> None:
    """Add a form for each incident, all of it to be filled in, and what the case says about the whole."""
    document.heading("De feiten")
    if draft.intended:
        document.paragraph("Dit is wat nu bekend is. Een zienswijze kan dit veranderen.")
    for number in range(1, draft.kind.incidents + 1):
        document.heading(f"Voorval {number}", 3)
        document.terms([(sentence(label).rstrip("."), Line(f"[INVULLEN: {label}]")) for label in draft.kind.incident])
    document.paragraph("[INVULLEN: herhaal dit voor elk volgend voorval; haal weg wat niet nodig is]")
    if draft.kind.facts:
        document.heading("Het geheel", 3)
        document.terms(_points(draft, draft.kind.facts))


def add_hearing(document: Document, draft: Draft) -> None:
    """Add what was said before the decision, or on which ground nobody was heard."""
    document.heading("Zienswijze")
    document.bullets(draft.lines(draft.hearing.report))


def add_invitation(document: Document, draft: Draft) -> None:
    """Add how somebody can give his view on the intention."""
    document.heading("Uw zienswijze")
    document.bullets(draft.lines(draft.hearing.invite))


def add_conditions(document: Document, draft: Draft) -> None:
    """Add each condition once, with its article, as it is applied to the facts; behind them what is not on the table."""
    document.heading("Overwegingen")
    at_hand = [item for item in draft.test.conditions if not item.aside]
    aside = [item for item in draft.test.conditions if item.aside]
    document.outline([line for at, item in enumerate(at_hand, start=1) for line in _considered(draft, at, item)])
    if aside:
        document.heading("Volgens de zaak niet aan de orde (weghalen als dat klopt)", 3)
        document.bullets([_norm(draft, item) for item in aside])
    for extra in draft.extras:
        document.heading(extra.heading, 3)
        document.bullets(draft.lines(extra.items))


def add_weighing(document: Document, draft: Draft) -> None:
    """Add the interests on both sides, and why this is suitable, necessary and balanced."""
    document.heading("Belangen en evenredigheid")
    document.heading("De belangen", 3)
    document.terms(_points(draft, draft.kind.interests))
    document.heading("De afweging", 3)
    document.terms(_points(draft, draft.kind.proportion))
    if earlier := _earlier(draft):
        document.paragraph(f"Eerder besloten volgens de zaak, te bevestigen: {listed(earlier)}.")


def _read(catalogue: Catalogue, name: str) -> Line:
    article = catalogue.article_by_id[name]
    if catalogue.law_by_id[article.law].bwb_id is None:
        return Line(f"{sentence(article.heading)} [INVULLEN: nummer en woorden van de eigen verordening, en sinds wanneer zij geldt]")
    return Line(
        f"{sentence(article.heading)} Gelezen tekst: {read_on(article)}. [INVULLEN: datum waarop dit met de geldende tekst is vergeleken]"
    )


def _considered(draft: Draft, at: int, item: Settling) -> Iterator[tuple[int, Line]]:
    norm = _norm(draft, item)
    yield 0, Line(f"Voorwaarde {at}: {norm.text}", norm.sources)
    texts = {found.condition: found for found in draft.catalogue.considerations}
    found, met = texts.get(item.tested.condition.id), item.tested.truth is Truth.YES
    text = "[INVULLEN: waaruit dit blijkt]" if found is None else found.met if met else found.open
    rulings = [source for source in item.tested.condition.source if source.startswith(("ECLI", "doc", "eigen"))]
    yield 1, sourced(draft.catalogue, text if met else f"{NOT_SETTLED} {text}", rulings)


def _norm(draft: Draft, item: Settling) -> Line:
    condition = item.tested.condition
    return Line(condition.text, (condition_place(draft.catalogue, condition),))


def _points(draft: Draft, points: Sequence[Point]) -> list[tuple[str, Line]]:
    found = []
    for point in points:
        line = sourced(draft.catalogue, point.text, point.source)
        found.append((point.label, Line(" ".join(part for part in (line.text, _according(draft, point)) if part), line.sources)))
    return found


def _according(draft: Draft, point: Point) -> str:
    """What the case says about a point: choices, numbers and dates only, to be confirmed."""
    parts = []
    for name in point.questions:
        question, answer = draft.catalogue.question_by_id[name], draft.test.answers.get(name)
        if answer is not None and answer.values:
            heard = draft.record.heard.get(name)
            guess = " (schatting)" if heard is not None and not heard.conflict and is_estimate(heard) else ""
            parts.append(f"{question.label}: {shown(question, answer)}{guess}")
    return f"Volgens de zaak, te bevestigen: {'; '.join(parts)}." if parts else ""


def _earlier(draft: Draft) -> list[str]:
    """What was chosen before in this case, of lighter forms, each with its date."""
    known = draft.catalogue.form_by_id
    return [
        f"{form_label(known[name])} ({day(item.on)})"
        for name, item in latest_by_form(draft.record.decisions).items()
        if item.chosen and name in known and name != draft.form.id and known[name].rule.weight <= draft.form.rule.weight
    ]


def sources_of(draft: Draft, item: Settling) -> tuple[str, ...]:
    """Return the place in the law of a condition, as a reader cites it, with its rulings."""
    condition = item.tested.condition
    place = condition_place(draft.catalogue, condition)
    return (place, *(cite(draft.catalogue, source) for source in condition.source if source.startswith("ECLI")))
