"""What is still to be asked about a budget: the ministry first, then whoever else can answer."""

from __future__ import annotations

from toolbox_cli.grant.judge import Verdict
from toolbox_cli.grant.outcome import Outcome
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.reports.budget_words import Question, numbered, question
from toolbox_cli.reports.document import Document, Line
from toolbox_cli.reports.words import partner_name


def questions(document: Document, catalogue: Catalogue, outcome: Outcome) -> None:
    """Add each question once, with the lines it is about, by whom can answer it; nothing when none is open."""
    asked = _asked(catalogue, outcome)
    if not asked:
        return
    document.heading("Navragen: bij wie en wat")
    ministry = partner_name(catalogue, catalogue.current_scheme.ask)
    for who in sorted(dict.fromkeys(item.who for item in asked), key=lambda name: name != ministry):
        document.paragraph(f"{who[:1].upper()}{who[1:]}:")
        document.bullets([Line(_told(item, numbers)) for item, numbers in asked.items() if item.who == who], boxes=True)


def _told(item: Question, numbers: list[int]) -> str:
    return f"{item.what} ({numbered(numbers)})" if numbers else item.what


def _asked(catalogue: Catalogue, outcome: Outcome) -> dict[Question, list[int]]:
    """The questions in order; those about the whole application have no lines."""
    asked: dict[Question, list[int]] = {item: [] for item in _whole(catalogue, outcome)}
    for item in outcome.lines:
        for reason in item.reasons if item.verdict is Verdict.ASK else ():
            found = question(catalogue, outcome.scheme, item, reason)
            if found is not None:
                asked.setdefault(found, []).append(item.line.number)
    return asked


def _whole(catalogue: Catalogue, outcome: Outcome) -> tuple[Question, ...]:
    ministry = partner_name(catalogue, catalogue.current_scheme.ask)
    found = []
    if not outcome.own_scheme:
        found.append("Staat er nu een regeling open? Met welke bedragen, welke aanvraagperiode en welke kostenperiode?")
    if outcome.estimate is not None and not outcome.estimate.certain:
        found.append("Hoe wordt het maximum van een gezamenlijke aanvraag berekend?")
    return tuple(Question(ministry, what) for what in found)
