"""How one line of a budget came out, in words: why, whom to ask, and what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from toolbox_cli.grant.judge import Cause, Judged, Reason, Rule, Verdict, measure_of, named_by
from toolbox_cli.grant.money import Range
from toolbox_cli.model.budget import BudgetLine
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.scheme import Certainty, Scheme, SchemeRule
from toolbox_cli.reports.words import cited, day, first_sentence, form_name, listed, partner_name

WRITER, CONTROLLER = "wie de begroting maakt", "de controller van de gemeente"
NOT_GIVEN = "niet ingevuld"
OWN_READING = "eigen lezing"


@dataclass(frozen=True, slots=True)
class Question:
    """Whom to ask what."""

    who: str
    what: str


def euros(amount: Decimal) -> str:
    """Return an amount to the cent: € 1.250,50."""
    return f"€ {figure(amount)}"


def figure(amount: Decimal) -> str:
    """Return an amount without the sign, for a table in euros."""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def between(amount: Range) -> str:
    """Return one amount, or from how much to how much."""
    return euros(amount.low) if amount.low == amount.high else f"{euros(amount.low)} tot {euros(amount.high)}"


def numbered(numbers: Iterable[int]) -> str:
    """Return 'regel 3' or 'regels 1, 2 en 5'."""
    found = [str(number) for number in numbers]
    return f"{'regel' if len(found) == 1 else 'regels'} {listed(found)}"


def measure_label(catalogue: Catalogue, line: BudgetLine) -> str:
    """Return the name of the measure of a line, or that it was not given."""
    return form_name(catalogue, line.measure) if line.measure else NOT_GIVEN


def why(catalogue: Catalogue, scheme: Scheme, item: Judged, reason: Reason) -> str:
    """Return in one phrase why a rule came out as it did."""
    if reason.cause is Cause.RULE_UNSURE:
        return _unsure(_rule(scheme, reason.rule))
    match reason.rule:
        case Rule.PERIOD:
            return _why_period(scheme, reason.cause)
        case Rule.OUTSIDE:
            return _why_outside(scheme, reason.cause)
        case Rule.PURPOSE:
            return _why_purpose(catalogue, scheme, item, reason.cause)
        case Rule.OTHER_GRANT:
            return _why_other(reason.cause)
        case Rule.VAT:
            return _why_vat(item, reason.cause)
        case _:
            assert_never(reason.rule)


def sources(catalogue: Catalogue, scheme: Scheme, item: Judged, reason: Reason) -> tuple[str, ...]:
    """Return the sources of the rule that was applied; that grants do not pay twice is our own reading, for no scheme was read on it."""
    rule = _rule(scheme, reason.rule)
    refs = rule.source if rule else (OWN_READING,)
    if reason.rule is Rule.PURPOSE and item.line.measure and named_by(catalogue, scheme.rules.purpose, item.line) is None:
        refs = (*refs, *measure_of(catalogue, item.line.measure).grant.source)
    return cited(catalogue, refs)


def question(catalogue: Catalogue, scheme: Scheme, item: Judged, reason: Reason) -> Question | None:
    """Return whom to ask what to settle a rule; None where it is settled."""
    if reason.verdict is not Verdict.ASK:
        return None
    ministry = partner_name(catalogue, catalogue.current_scheme.ask)
    match reason.rule, reason.cause:
        case Rule.PERIOD, Cause.NOT_GIVEN:
            return Question(WRITER, "In welke periode worden de kosten gemaakt? Vul de eerste en de laatste dag in.")
        case Rule.PERIOD, Cause.PARTLY:
            return Question(WRITER, f"Welk deel van de kosten valt in de periode {period(scheme)}? Splits de regel in tweeën.")
        case Rule.PERIOD, _:
            return Question(ministry, "Welke kosten tellen mee: van welke dag tot en met welke dag?")
        case Rule.OUTSIDE, Cause.NOT_GIVEN:
            return Question(WRITER, "Gaat het geld naar iets binnen of buiten de opvanglocatie?")
        case Rule.OUTSIDE, Cause.PARTLY:
            return Question(WRITER, "Welk deel van de kosten is buiten de opvanglocatie? Splits de regel in tweeën.")
        case Rule.OUTSIDE, _:
            return Question(ministry, "Tellen kosten binnen de opvanglocatie mee?")
        case Rule.PURPOSE, Cause.NOT_GIVEN:
            return Question(WRITER, "Bij welke maatregel horen deze kosten?")
        case Rule.PURPOSE, _:
            return Question(ministry, f"Tellen kosten voor deze maatregel mee: {measure_label(catalogue, item.line)}?")
        case Rule.OTHER_GRANT, Cause.NOT_GIVEN:
            return Question(CONTROLLER, "Betaalt een andere subsidie of regeling mee aan deze kosten?")
        case Rule.OTHER_GRANT, _:
            return Question(
                ministry, "Mag deze subsidie samengaan met de andere subsidie? Hetzelfde geld mag niet twee keer worden betaald."
            )
        case Rule.VAT, Cause.NOT_GIVEN:
            return Question(CONTROLLER, "Is het bedrag met of zonder btw, en wat is het tarief? Welke btw kan de gemeente terugkrijgen?")
        case Rule.VAT, Cause.RATE_MISSING:
            return Question(CONTROLLER, "Welk btw-tarief geldt?")
        case _:
            return Question(ministry, "Telt de btw mee in de kosten?")


def period(scheme: Scheme) -> str:
    """Return the cost period of a scheme in days."""
    costs = scheme.rules.costs
    start, end = (day(value) if value else "onbekend" for value in (costs.start, costs.end))
    return f"{start} tot en met {end}"


def _rule(scheme: Scheme, rule: Rule) -> SchemeRule | None:
    rules = scheme.rules
    known: dict[Rule, SchemeRule] = {
        Rule.PERIOD: rules.costs,
        Rule.OUTSIDE: rules.outside,
        Rule.PURPOSE: rules.purpose,
        Rule.VAT: rules.vat,
    }
    return known.get(rule)


def _unsure(rule: SchemeRule | None) -> str:
    if rule is None:
        return "hierover is geen regel gelezen"
    known = "de regel is niet gelezen" if rule.certainty is Certainty.UNREAD else f"de regel is {rule.certainty.value} bekend"
    return f"{known}: {rule.text}"


def _why_period(scheme: Scheme, cause: Cause) -> str:
    match cause:
        case Cause.FITS:
            return f"binnen de kostenperiode ({period(scheme)})"
        case Cause.FAILS:
            return f"buiten de kostenperiode ({period(scheme)})"
        case Cause.PARTLY:
            return f"deels buiten de kostenperiode ({period(scheme)}); alleen het deel erbinnen telt, en hoeveel dat is, staat er niet"
        case _:
            return NOT_GIVEN


def _why_outside(scheme: Scheme, cause: Cause) -> str:
    match cause:
        case Cause.FITS:
            return "de plaats staat niet in de weg"
        case Cause.FAILS:
            return f"binnen de opvanglocatie. {scheme.rules.outside.text}"
        case Cause.PARTLY:
            return "deels binnen de opvanglocatie; alleen het deel erbuiten telt, en hoeveel dat is, staat er niet"
        case _:
            return NOT_GIVEN


def _why_purpose(catalogue: Catalogue, scheme: Scheme, item: Judged, cause: Cause) -> str:
    if item.line.measure is None:
        return f"maatregel {NOT_GIVEN}"
    told = measure_of(catalogue, item.line.measure).grant.text
    named = named_by(catalogue, scheme.rules.purpose, item.line) is not None
    match cause:
        case Cause.FITS:
            return "de regeling noemt deze maatregel" if named else first_sentence(told)
        case Cause.KIND_BY_ANALOGY:
            return f"alleen van eerdere regelingen bekend: {told}"
        case _:
            return f"de regeling noemt deze maatregel als uitgesloten. {scheme.rules.purpose.text}" if named else told


def _why_other(cause: Cause) -> str:
    if cause is Cause.FITS:
        return "geen andere subsidie betaalt mee"
    return NOT_GIVEN if cause is Cause.NOT_GIVEN else "een andere subsidie betaalt mee; of dat samen mag, is niet gelezen"


def _why_vat(item: Judged, cause: Cause) -> str:
    match cause:
        case Cause.FITS:
            return "bekend is hoe de btw meetelt" if item.amounts.net != item.amounts.gross else "geen btw"
        case Cause.RATE_MISSING:
            return f"btw-tarief {NOT_GIVEN}"
        case _:
            return f"met of zonder btw {NOT_GIVEN}"
