"""One line of a budget against the rules of a scheme: yes, no or to be asked, with the rules that decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum, auto

from toolbox_cli.grant.money import ZERO, Amounts, amounts_of
from toolbox_cli.model.budget import BudgetLine, Vat, Where
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.measure import Eligible, Measure
from toolbox_cli.model.scheme import Days, Outside, Purpose, Said, Scheme, VatRule


class Verdict(StrEnum):
    """Whether a line counts for the grant."""

    YES = "ja"
    ASK = "navragen"
    NO = "nee"


class Rule(StrEnum):
    """What was looked at, in the order in which it is told."""

    PERIOD = "periode"
    OUTSIDE = "buiten de locatie"
    PURPOSE = "doel"
    OTHER_GRANT = "andere subsidie"
    VAT = "btw"


class Cause(Enum):
    """Why a rule came out as it did; the report has the words."""

    FITS = auto()
    FAILS = auto()
    NOT_GIVEN = auto()
    PARTLY = auto()
    RULE_UNSURE = auto()
    KIND_UNSURE = auto()
    KIND_BY_ANALOGY = auto()
    PAID_ELSEWHERE = auto()
    RATE_MISSING = auto()


@dataclass(frozen=True, slots=True)
class Reason:
    """How one rule came out for one line."""

    rule: Rule
    verdict: Verdict
    cause: Cause


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with its verdict, the deciding reason first, and what it costs and can bring in."""

    line: BudgetLine
    verdict: Verdict
    reasons: tuple[Reason, ...]
    amounts: Amounts
    certain: Decimal
    possible: Decimal

    @property
    def deciding(self) -> tuple[Reason, ...]:
        """The reasons that made it this verdict."""
        return tuple(reason for reason in self.reasons if reason.verdict is self.verdict)


_WORST = (Verdict.NO, Verdict.ASK, Verdict.YES)


def judged(catalogue: Catalogue, scheme: Scheme, line: BudgetLine, *, own: bool = False) -> Judged:
    """Return the line with its verdict; under an own scheme, what past schemes paid for is only an analogy."""
    rules, amounts = scheme.rules, amounts_of(line)
    found = (
        _period(rules.costs, line),
        _outside(rules.outside, line),
        purpose(catalogue, rules.purpose, line, own=own),
        _other_grant(line),
        _vat(rules.vat, line, amounts),
    )
    reasons = tuple(sorted(found, key=lambda reason: _WORST.index(reason.verdict)))
    return Judged(line, reasons[0].verdict, reasons, amounts, *_counted(rules.vat, amounts, reasons))


def purpose(catalogue: Catalogue, rule: Purpose, line: BudgetLine, *, own: bool = False) -> Reason:
    """Return whether the scheme pays for this kind of cost: as it says itself, or else as the content has it for the measure."""
    make = _maker(Rule.PURPOSE)
    if line.measure is None:
        return make(Verdict.ASK, Cause.NOT_GIVEN)
    measure = measure_of(catalogue, line.measure)
    said = named_by(catalogue, rule, line)
    if said is not None and not rule.decides:
        return make(Verdict.ASK, Cause.RULE_UNSURE)
    if said is not None:
        return make(Verdict.YES, Cause.FITS) if said else make(Verdict.NO, Cause.FAILS)
    if measure.grant.eligible is Eligible.ASK:
        return make(Verdict.ASK, Cause.KIND_UNSURE)
    if own or not rule.decides:
        return make(Verdict.ASK, Cause.KIND_BY_ANALOGY)
    return make(Verdict.YES, Cause.FITS) if measure.grant.eligible is Eligible.YES else make(Verdict.NO, Cause.FAILS)


def named_by(catalogue: Catalogue, rule: Purpose, line: BudgetLine) -> bool | None:
    """Return whether the scheme itself names this as paid; the form goes before its measure, and None is for what it does not name."""
    for name in (line.measure, measure_of(catalogue, line.measure).id) if line.measure else ():
        if name in (*rule.pays, *rule.pays_not):
            return name in rule.pays
    return None


def measure_of(catalogue: Catalogue, name: str) -> Measure:
    """Return the measure by this id, or the one that has the form with this id."""
    form = catalogue.form_by_id.get(name)
    return form.measure if form else catalogue.measure_by_id[name]


def _maker(rule: Rule) -> Callable[[Verdict, Cause], Reason]:
    return lambda verdict, cause: Reason(rule, verdict, cause)


def _period(rule: Days, line: BudgetLine) -> Reason:
    make = _maker(Rule.PERIOD)
    before = bool(rule.start and line.end and line.end < rule.start)
    after = bool(rule.end and line.start and line.start > rule.end)
    if before or after:
        return make(Verdict.NO, Cause.FAILS) if rule.decides else make(Verdict.ASK, Cause.RULE_UNSURE)
    if line.start is None or line.end is None:
        return make(Verdict.ASK, Cause.NOT_GIVEN)
    if rule.start is None or rule.end is None or not rule.decides:
        return make(Verdict.ASK, Cause.RULE_UNSURE)
    if line.start < rule.start or line.end > rule.end:
        return make(Verdict.ASK, Cause.PARTLY)
    return make(Verdict.YES, Cause.FITS)


def _outside(rule: Outside, line: BudgetLine) -> Reason:
    """What is spent outside counts whatever the rule is; the rest only when the rule is sure."""
    make = _maker(Rule.OUTSIDE)
    if line.where is Where.OUTSIDE or (rule.required is Said.NO and rule.decides):
        return make(Verdict.YES, Cause.FITS)
    if line.where is Where.UNKNOWN:
        return make(Verdict.ASK, Cause.NOT_GIVEN)
    if rule.required is not Said.YES or not rule.decides:
        return make(Verdict.ASK, Cause.RULE_UNSURE)
    return make(Verdict.NO, Cause.FAILS) if line.where is Where.INSIDE else make(Verdict.ASK, Cause.PARTLY)


def _other_grant(line: BudgetLine) -> Reason:
    make = _maker(Rule.OTHER_GRANT)
    match line.other_grant:
        case Said.NO:
            return make(Verdict.YES, Cause.FITS)
        case Said.YES:
            return make(Verdict.ASK, Cause.PAID_ELSEWHERE)
        case _:
            return make(Verdict.ASK, Cause.NOT_GIVEN)


def _vat(rule: VatRule, line: BudgetLine, amounts: Amounts) -> Reason:
    make = _maker(Rule.VAT)
    if line.vat is Vat.UNKNOWN:
        return make(Verdict.ASK, Cause.NOT_GIVEN)
    if amounts.gross is not None and amounts.gross == amounts.net:
        return make(Verdict.YES, Cause.FITS)
    if not rule.decides or rule.counts is Said.UNKNOWN:
        return make(Verdict.ASK, Cause.RULE_UNSURE)
    counted = amounts.gross if rule.counts is Said.YES else amounts.net
    return make(Verdict.ASK, Cause.RATE_MISSING) if counted is None else make(Verdict.YES, Cause.FITS)


def _counted(rule: VatRule, amounts: Amounts, reasons: tuple[Reason, ...]) -> tuple[Decimal, Decimal]:
    """What counts for certain, and at most; where only the btw is open, the amount without btw is certain."""
    if reasons[0].verdict is Verdict.NO:
        return ZERO, ZERO
    settled = rule.decides and rule.counts is Said.NO and amounts.net is not None
    most = amounts.net if settled and amounts.net is not None else amounts.cost
    open_rules = {reason.rule for reason in reasons if reason.verdict is Verdict.ASK}
    if not open_rules:
        return most, most
    if open_rules == {Rule.VAT} and amounts.net is not None:
        return amounts.net, most
    return ZERO, most
