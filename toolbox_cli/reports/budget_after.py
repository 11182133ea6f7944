"""What belongs to an application beside its amounts: the municipalities, its parts, and the duties after the grant."""

from __future__ import annotations

from collections.abc import Sequence

from toolbox_cli.grant.complete import PartState, duty_days
from toolbox_cli.grant.money import Range, total
from toolbox_cli.grant.outcome import Outcome, shares
from toolbox_cli.model.budget import There
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.scheme import Duty, PartCheck
from toolbox_cli.reports.budget_words import NOT_GIVEN, between, euros, numbered
from toolbox_cli.reports.document import Document, Tone
from toolbox_cli.reports.words import capital, cited, day, listed, sourced

COMPLETE = {There.PRESENT: "aanwezig", There.MISSING: "ontbreekt", There.UNKNOWN: "onbekend"}


def joint(document: Document, outcome: Outcome) -> None:
    """Add the shares per municipality and what the scheme says of applying together; nothing for one alone."""
    found = shares(outcome.lines)
    count = len(outcome.estimate.bands) if outcome.estimate else 0
    named = {name for name in found if name} | {item.name for item in outcome.budget.applicants}
    if len(named) < 2 and count < 2:
        return
    document.heading("Gemeenten samen")
    if any(found):
        document.table(
            ("gemeente", "kosten", "telt mee"),
            [
                (
                    name or NOT_GIVEN,
                    euros(total(i.amounts.cost for i in lines)),
                    between(Range(total(i.certain for i in lines), total(i.possible for i in lines))),
                )
                for name, lines in found.items()
            ],
        )
    else:
        document.paragraph(f"Gemeente per regel: {NOT_GIVEN}.")
    document.paragraph("Hoe gemeenten de subsidie onderling verdelen, spreken zij zelf af; dat volgt niet uit de regeling.")
    certain = outcome.estimate is None or outcome.estimate.certain
    document.callout(Tone.NOTE, ("" if certain else "Het maximum is niet zeker. ") + outcome.scheme.joint)
    if count and named and count != len(named):
        document.callout(Tone.NOTE, f"De begroting noemt {len(named)} gemeenten; het maximum is berekend voor {count}. Controleer dit.")


def application(document: Document, catalogue: Catalogue, parts: Sequence[PartState], iban: bool | None = None) -> None:  # noqa: FBT001  # three values
    """Add whether each part of the application is there, and the form of a typed number where no part asks for one."""
    document.heading("Is de aanvraag volledig?")
    if iban is not None and all(item.part.check is not PartCheck.IBAN for item in parts):
        document.paragraph(f"Het getypte IBAN {_form(right=iban)}. Deze regeling noemt geen IBAN als onderdeel.")
    if not parts:
        document.paragraph("Welke onderdelen een aanvraag moet hebben, is voor deze regeling niet ingevuld of niet gelezen.")
        return
    open_parts = [item.part.name for item in parts if item.there is not There.PRESENT or item.iban is False or item.lacking]
    document.paragraph(
        f"Nog te doen of na te gaan: {listed(open_parts)}."
        if open_parts
        else "Alle onderdelen zijn opgegeven als aanwezig. Lees ze nog na."
    )
    document.bullets([sourced(catalogue, _state(item), item.part.source) for item in parts])


def _state(item: PartState) -> str:
    """One part: whether it is there, what is lacking in it, and how sure it is that it must be there."""
    text = f"{item.part.name}: {COMPLETE[item.there]}"
    if item.part.check is PartCheck.IBAN and item.iban is not None:
        text += f"; het getypte nummer {_form(right=item.iban)}"
    if item.lacking:
        text += f"; probleem of maatregel {NOT_GIVEN} bij {numbered(item.lacking)}"
    return f"{capital(text)}. {item.part.text} ({item.part.certainty.value})"


def _form(*, right: bool) -> str:
    return "klopt qua vorm" if right else "klopt niet qua vorm"


def duties(document: Document, catalogue: Catalogue, outcome: Outcome) -> None:
    """Add what must be done after the grant."""
    document.heading("Na een toekenning")
    rules = outcome.scheme.rules.duties
    if not rules:
        document.paragraph("Welke plichten er na een toekenning zijn, is voor deze regeling niet ingevuld of niet gelezen.")
        return
    document.bullets([sourced(catalogue, _duty(item, outcome), item.source) for item in rules])


def _duty(item: Duty, outcome: Outcome) -> str:
    days = duty_days(item, [judged.line for judged in outcome.lines if judged.possible])
    dates = f" Voor deze begroting: {listed(map(day, days))}." if days else ""
    if item.yearly and not days:
        dates = " De dagen voor deze begroting zijn niet zeker."
    return f"{capital(item.name)}: {item.text}{dates} ({item.certainty.value})"


def tested_by(document: Document, catalogue: Catalogue, outcome: Outcome) -> None:
    """Add the rules that were applied, each with how it is known."""
    rules, scheme = outcome.scheme.rules, outcome.scheme
    document.heading(f"Waaraan is getoetst: {scheme.name}")
    document.paragraph(scheme.identification, cited(catalogue, scheme.source))
    named = (
        ("Aanvragen", rules.application),
        ("Kostenperiode", rules.costs),
        ("Plaats", rules.outside),
        ("Doel", rules.purpose),
        ("Btw", rules.vat),
    )
    document.terms([(label, sourced(catalogue, f"{rule.text} ({rule.certainty.value})", rule.source)) for label, rule in named])
