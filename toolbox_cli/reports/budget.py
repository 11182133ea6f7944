"""A tested budget as a document: what is not known, the totals, each line with the rule that decided, and whom to ask what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from toolbox_cli.grant.bands import Estimate
from toolbox_cli.grant.complete import Window, parts_of, window_on
from toolbox_cli.grant.judge import Cause, Judged, Rule, Verdict, measure_of, purpose
from toolbox_cli.grant.money import total
from toolbox_cli.grant.outcome import Outcome, doubles, sums, untested, vat_open
from toolbox_cli.grant.scenarios import Given, scenario
from toolbox_cli.model.budget import Budget, BudgetLine, There, Vat, Where
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.scheme import Said
from toolbox_cli.reports.budget_after import application, duties, joint, tested_by
from toolbox_cli.reports.budget_ask import questions
from toolbox_cli.reports.budget_order import order
from toolbox_cli.reports.budget_words import (
    NOT_GIVEN,
    between,
    euros,
    measure_label,
    numbered,
    sources,
    why,
)
from toolbox_cli.reports.document import Document, Line, Tone
from toolbox_cli.reports.estimate import sure_part, tell_current_scheme
from toolbox_cli.reports.words import cite, cited, day, listed

OWN_SCHEME = "Eigen regeling, niet door toolbox gecontroleerd"
TITLE = "Begroting en subsidie (SPUK)"
_ON = {
    Window.BEFORE: "kan nog niet worden aangevraagd",
    Window.OPEN: "kan worden aangevraagd, als de regeling klopt en het plafond niet is bereikt",
    Window.AFTER: "kan niet meer worden aangevraagd",
    Window.UNKNOWN: "is niet bekend of kan worden aangevraagd",
}


def compose_budget(
    catalogue: Catalogue,
    outcome: Outcome,
    *,
    stated: Mapping[str, There] | None = None,
    iban: bool | None = None,
    on: date | None = None,
    commands: bool = True,
) -> Document:
    """Return the tested budget as a document: what can be asked for and what to ask whom, and then the grounds.

    `stated` says which parts of the application are there, `iban` whether a typed number has the right form, `on` the day to apply;
    without `commands` it names no options of the program, for a plan that others read.
    """
    document = Document()
    document.heading(TITLE, 1)
    _warned(document, catalogue, outcome, on)
    _unknown(document, outcome.budget, outcome.lines, _of_places(outcome, commands=commands))
    _totals(document, outcome)
    questions(document, catalogue, outcome)
    _lines(document, catalogue, outcome)
    order(document, outcome.scenarios, outcome.without_priority, outcome.own_money)
    joint(document, outcome)
    application(document, catalogue, parts_of(outcome.scheme, stated or {}, outcome.budget, iban=iban), iban)
    duties(document, catalogue, outcome)
    tested_by(document, catalogue, outcome)
    return document


def compose_untested(catalogue: Catalogue, budget: Budget, own_money: Decimal | None = None, *, commands: bool = True) -> Document:
    """Return a budget without a scheme: the total and, as illustration, whether past schemes paid for such costs; no amount of grant."""
    document = Document()
    document.heading(TITLE, 1)
    tell_current_scheme(document, catalogue)
    text = "Er is geen regeling gekozen. Daarom staat hier geen subsidiebedrag."
    how = " Geef --scheme JAAR (gesloten, als voorbeeld) of --scheme-file." if commands else ""
    document.callout(Tone.NOTE, text + how)
    lines = untested(budget)
    _unknown(document, budget, lines, ())
    document.heading("Totaal")
    whole = f"{euros(total(item.amounts.cost for item in lines))} ({_count(len(lines))})"
    document.table(("post", "bedrag"), [("Totaal van de begroting", whole), ("Subsidie", "onbekend: geen regeling gekozen")])
    document.heading("Per regel: betaalden eerdere regelingen zulke kosten?")
    grants = [measure_of(catalogue, item.line.measure).grant for item in lines if item.line.measure]
    found = tuple(dict.fromkeys(cite(catalogue, ref) for grant in grants for ref in grant.source))
    document.paragraph("Alleen een illustratie: een volgende regeling kan anders zijn.", found)
    rows = [_illustrated(catalogue, item) for item in lines]
    document.table(("nr", "omschrijving", "maatregel", "bedrag", "eerder betaald"), rows)
    without, nothing = tuple(item for item in lines if item.line.priority is None), scenario(Given.NONE, total(()), lines, own_money)
    order(document, (nothing,), without, own_money)
    return document


def _illustrated(catalogue: Catalogue, item: Judged) -> tuple[str, ...]:
    line = item.line
    kind = "niet te zeggen" if line.measure is None else _kind(catalogue, line)
    return str(line.number), line.description, measure_label(catalogue, line), euros(item.amounts.cost), kind


def _kind(catalogue: Catalogue, line: BudgetLine) -> str:
    return purpose(catalogue, catalogue.schemes[0].rules.purpose, line).verdict.value


def _warned(document: Document, catalogue: Catalogue, outcome: Outcome, on: date | None) -> None:
    """What a reader must know before any amount."""
    scheme = outcome.scheme
    if outcome.own_scheme:
        text = f"{OWN_SCHEME}: {scheme.name} ({scheme.status}). Vergelijk elk bedrag en elke dag met de tekst in de Staatscourant."
    else:
        tell_current_scheme(document, catalogue)
        text = f"Getoetst aan {scheme.name}. Die regeling is {scheme.status}: alle bedragen hieronder zijn een voorbeeld, geen verwachting."
    document.callout(Tone.NOTE, text)
    rule = scheme.rules.application
    if on is not None:
        document.paragraph(f"Op {day(on)} {_ON[window_on(rule, on)]}. Aanvragen: {scheme.window}.", cited(catalogue, rule.source))


def _of_places(outcome: Outcome, *, commands: bool) -> tuple[str, ...]:
    """What is not known of the reception places, or said twice."""
    if outcome.estimate is None:
        how = "Zonder --places (of --without-location)" if commands else "Zonder dat aantal"
        return (f"Opvangplekken: niet ingevuld. {how} is er geen maximum en geen bedrag aan subsidie.",)
    if outcome.places_differ:
        return ("Opvangplekken: gerekend is met --places en --without-location; de begroting noemt andere. Controleer welke kloppen.",)
    return ()


def _unknown(document: Document, budget: Budget, lines: Iterable[Judged], of_places: tuple[str, ...]) -> None:
    """What was not filled in, before any conclusion."""
    found = list(of_places)
    if numbers := vat_open(budget):
        found.append(f"Btw: onbekend bij {numbered(numbers)}. Komt er btw bij, dan is het totaal hoger.")
    if numbers := tuple(line.number for line in budget.lines if not line.amount_eur):
        found.append(f"Bedrag: € 0,00 bij {numbered(numbers)}. Controleer of dat klopt; een formule zonder uitkomst wordt ook 0.")
    for label, absent in _ABSENT:
        if numbers := tuple(item.line.number for item in lines if absent(item.line)):
            found.append(f"{label}: {NOT_GIVEN} bij {numbered(numbers)}.")
    if budget.other_total_eur is not None:
        written = euros(total(line.amount_eur for line in budget.lines))
        stated = f"Totaal: de rij met het totaal in uw bestand zegt {euros(budget.other_total_eur)}"
        found.append(f"{stated}; de bedragen van de regels zijn samen {written}. Gerekend is met de regels.")
    if numbers := sums(budget):
        found.append(f"{numbered(numbers).capitalize()}: precies de som van de andere regels. Is dit een totaal? Haal het dan weg.")
    for first, second in doubles(budget):
        found.append(f"Regel {second} zegt hetzelfde als regel {first}. Beide tellen mee; haal er één weg als dat dubbel is.")
    if found:
        document.heading("Nog niet bekend")
        document.bullets([Line(text) for text in found])


_ABSENT: tuple[tuple[str, Callable[[BudgetLine], bool]], ...] = (
    ("Probleem", lambda line: not line.problem),
    ("Maatregel", lambda line: not line.measure),
    ("Periode", lambda line: line.start is None or line.end is None),
    ("Binnen of buiten de locatie", lambda line: line.where is Where.UNKNOWN),
    ("Andere subsidie", lambda line: line.other_grant is Said.UNKNOWN),
    ("Prioriteit", lambda line: line.priority is None),
)


_PARTS = {Verdict.YES: "waarvan ja: telt mee", Verdict.ASK: "waarvan navragen", Verdict.NO: "waarvan nee: telt niet mee"}


def _totals(document: Document, outcome: Outcome) -> None:
    document.heading("In het kort")
    eligible, grant, share = outcome.eligible, outcome.grant, outcome.own_share
    maximum = "onbekend" if outcome.estimate is None else _maximum(outcome.estimate)
    rows = [
        ("Subsidie hooguit", "onbekend" if grant is None else euros(grant.high)),
        ("Subsidie over wat zeker meetelt", "onbekend" if grant is None else euros(grant.low)),
        ("Eigen deel bij die subsidie", "onbekend" if share is None else between(share)),
        ("Totaal van de begroting", euros(outcome.total)),
        *((label, f"{euros(outcome.cost_of(verdict))} ({_count(_number(outcome, verdict))})") for verdict, label in _PARTS.items()),
        ("Telt zeker mee", euros(eligible.low)),
        ("Telt hooguit mee", euros(eligible.high)),
        ("Maximum van de regeling", maximum),
        ("Plafond voor alle gemeenten", euros(outcome.scheme.ceiling_eur)),
        ("Aanvragen", outcome.scheme.window),
        ("Kosten gemaakt", outcome.scheme.cost_period),
    ]
    document.table((_scheme_label(outcome), "bedrag"), rows)
    document.paragraph(
        "'Zeker' telt mee wat op elk punt is ingevuld en past, volgens een gelezen regel of onze eigen lezing (zie 'Waaraan is getoetst'). "
        "'Hooguit' is het bedrag als elk open punt meevalt."
    )
    document.paragraph(
        "De subsidie is nooit hoger dan de kosten die meetellen en nooit hoger dan het maximum. Er is geen recht op het maximum: is het "
        "plafond bereikt, dan komt er minder of niets."
    )
    if any(item.line.vat in (Vat.INCLUDED, Vat.EXCLUDED) for item in outcome.lines):
        document.paragraph("Bedragen zijn met btw waar het tarief bekend is. Vraag de controller welke btw de gemeente kan terugkrijgen.")
    partly = [item.line.number for item in outcome.lines if item.verdict is Verdict.ASK and item.certain]
    if partly:
        document.paragraph(f"Bij {numbered(partly)} is alleen de btw open: het bedrag zonder btw telt zeker mee.")


def _maximum(found: Estimate) -> str:
    sure = euros(found.certain_eur) if found.certain_eur else ""
    return sure_part(sure, euros(found.maximum_eur), certain=found.certain)


def _scheme_label(outcome: Outcome) -> str:
    """The scheme with its standing, in the table itself: a report may show that table alone."""
    name = outcome.scheme.name
    return f"{name}: eigen regeling, niet gecontroleerd" if outcome.own_scheme else f"{name}, {outcome.scheme.status}: voorbeeld"


def _number(outcome: Outcome, verdict: Verdict) -> int:
    return sum(item.verdict is verdict for item in outcome.lines)


def _count(number: int) -> str:
    return "1 regel" if number == 1 else f"{number} regels"


def _lines(document: Document, catalogue: Catalogue, outcome: Outcome) -> None:
    document.heading("Per regel: telt dit mee?")
    document.table(
        ("nr", "omschrijving", "bedrag", "oordeel", "beslist door"),
        [
            (str(item.line.number), item.line.description, euros(item.amounts.cost), item.verdict.value, _decided(item))
            for item in outcome.lines
        ],
    )
    document.outline([entry for item in outcome.lines for entry in _explained(catalogue, outcome, item)])


def _decided(item: Judged) -> str:
    return "alle regels" if item.verdict is Verdict.YES else listed(reason.rule.value for reason in item.deciding)


def _explained(catalogue: Catalogue, outcome: Outcome, item: Judged) -> Iterable[tuple[int, Line]]:
    """The line with its deciding reasons; of a line that counts, only what it is for."""
    yield 0, Line(f"Regel {item.line.number}, {item.line.description}: {item.verdict.value}")
    if item.line.vat is Vat.EXCLUDED and item.amounts.gross is not None:
        yield 1, Line(f"bedrag: {euros(item.line.amount_eur)} zonder btw, {euros(item.amounts.gross)} met btw")
    counts = item.verdict is Verdict.YES
    if counts:
        yield 1, Line(f"{listed(reason.rule.value for reason in item.reasons if reason.rule is not Rule.PURPOSE)}: niets staat in de weg")
    for reason in item.deciding:
        if not counts or reason.rule is Rule.PURPOSE:
            text = f"{reason.rule.value}: {why(catalogue, outcome.scheme, item, reason)}"
            yield 1, Line(text, () if reason.cause is Cause.NOT_GIVEN else sources(catalogue, outcome.scheme, item, reason))
