"""What was advised ends chosen or dropped, with a reason and a date; and whether an advice can be made again from its receipt."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.case import CaseFile
from toolbox_cli.cli.completion import names_of
from toolbox_cli.cli.given import ProblemOption, SetOption
from toolbox_cli.cli.profile_file import NoProfileOption, ProfileOption, known_profile

if TYPE_CHECKING:
    from datetime import date

    from toolbox_cli.analysis.decisions import Weighed
    from toolbox_cli.cli.given import Given
    from toolbox_cli.model.catalogue import Catalogue, Form
    from toolbox_cli.model.profile import Profile

MeasureName = Annotated[
    list[str],
    typer.Argument(
        metavar="MAATREGEL",
        help="Maatregel of variant, bijvoorbeeld gebiedsverbod/172a.",
        autocompletion=names_of("measure"),
        show_default=False,
    ),
]
ReasonOption = Annotated[str | None, typer.Option("--reason", metavar="REDEN", help="Waarom; zonder namen of andere persoonsgegevens.")]
DayOption = Annotated[str | None, typer.Option("--date", metavar="DATUM", help="Op welke dag is besloten; anders vandaag.")]


def choose(
    file: CaseFile,
    words: MeasureName,
    problem: ProblemOption = None,
    reason: ReasonOption = None,
    on: DayOption = None,
    profile: ProfileOption = None,
    no_profile: NoProfileOption = False,
) -> None:
    """Leg vast dat een maatregel is gekozen; zwaarder dan wat nog niet is geprobeerd vraagt een reden."""
    _decide(
        file, " ".join(words), problem, reason, on, lambda catalogue: known_profile(catalogue, profile, without=no_profile), chosen=True
    )


def drop(
    file: CaseFile,
    words: MeasureName,
    problem: ProblemOption = None,
    reason: ReasonOption = None,
    on: DayOption = None,
    profile: ProfileOption = None,
    no_profile: NoProfileOption = False,
) -> None:
    """Leg vast dat een maatregel is afgevallen, en waarom."""
    _decide(
        file, " ".join(words), problem, reason, on, lambda catalogue: known_profile(catalogue, profile, without=no_profile), chosen=False
    )


def _decide(
    file: Path,
    name: str,
    problem: str | None,
    reason: str | None,
    on: str | None,
    profile: Callable[[Catalogue], Profile | None],
    *,
    chosen: bool,
) -> None:
    from toolbox_cli.analysis.assess import assess
    from toolbox_cli.analysis.decisions import weigh, with_decision
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.given import given_case, one_problem
    from toolbox_cli.cli.receipts import receipt_for
    from toolbox_cli.cli.screen import show
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.model.case import Decision
    from toolbox_cli.model.measure import Origin
    from toolbox_cli.reports.decision_made import Made, compose_made, refusal_error

    catalogue = load_catalogue()
    given = given_case(catalogue, file, [], profile(catalogue))
    about = one_problem(given.case, problem, "een besluit gaat over één probleem")
    form, day = one_form(catalogue, name), _day(on)
    answers = given.answers(catalogue, about)
    weighed = weigh(assess(catalogue, answers), given.case.decided(about), form, day)
    if weighed is None or (chosen and form.measure.origin is Origin.REFUSAL):
        raise refusal_error(catalogue, form)
    why = _reason(catalogue, file, weighed, reason, about, chosen=chosen)
    above = tuple(item.form.id for item in weighed.lighter) if chosen else ()
    code = receipt_for(catalogue, given).code
    decision = Decision(day, form.id, chosen, why, about, weighed.finding.grade.value, above, code)
    write_case(file, catalogue, with_decision(given.case, decision))
    show(compose_made(catalogue, Made(decision, weighed, answers, file)))


def one_form(catalogue: Catalogue, name: str) -> Form:
    """Return the one form by this name; raises UsageError that names the forms of a measure with more."""
    from toolbox_cli.cli.check import forms_named
    from toolbox_cli.errors import UsageError

    forms = forms_named(catalogue, name)
    if len(forms) > 1:
        raise UsageError(
            f"{forms[0].measure.name} heeft {len(forms)} varianten; zeg welke", f"Kies er een: {', '.join(form.id for form in forms)}."
        )
    return forms[0]


def _day(text: str | None) -> date:
    from datetime import date

    from toolbox_cli.cli.dates import day_from

    return date.today() if text is None else day_from(text, "--date")


def _reason(catalogue: Catalogue, file: Path, weighed: Weighed, reason: str | None, problem: str, *, chosen: bool) -> str:
    """The reason that was given or, where one is needed, asked; raises UsageError when there is none and nobody can be asked."""
    from toolbox_cli.cli.freetext import checked_drop, checked_reason
    from toolbox_cli.errors import UsageError
    from toolbox_cli.reports.decision_made import why_a_reason

    form = weighed.finding.form

    def checked(text: str, field: str = "deze reden") -> str:
        return checked_reason(catalogue, field, text, form) if chosen else checked_drop(catalogue, field, text)

    given = checked(reason, "--reason") if reason is not None else ""
    if given or (chosen and not weighed.needs_reason):
        return given
    why = why_a_reason(catalogue, weighed) if chosen else f"zeg waarom {form.id} afvalt"
    about = f" --problem {problem}" if problem else ""
    command = f'toolbox case {"choose" if chosen else "drop"} {shlex.quote(str(file))} {form.id}{about} --reason "REDEN"'
    error = UsageError(f"{why}; geef de reden" if chosen else why, f"Bijvoorbeeld: {command}")
    return _asked(error, why, checked)


def _asked(error: Exception, why: str, checked: Callable[[str], str]) -> str:
    from toolbox_cli.cli.complete import can_ask
    from toolbox_cli.cli.freetext import asked_text
    from toolbox_cli.cli.output import tell

    if not can_ask():
        raise error
    tell(f"{why[:1].upper()}{why[1:]}.", "")
    try:
        found = asked_text("Wat is de reden? (Enter of stop: niets vastleggen)", checked)
    except EOFError:
        raise typer.Abort from None
    if not found:
        raise error
    return found


def verify(
    file: CaseFile,
    code: Annotated[str, typer.Argument(metavar="KENMERK", help="Het kenmerk onder een advies of bij een besluit.", show_default=False)],
    settings: SetOption = None,
    profile: ProfileOption = None,
    no_profile: NoProfileOption = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> int:
    """Ga na of deze zaak met dit programma nog hetzelfde advies geeft als toen; zo niet, wat er anders is."""
    from toolbox_cli.analysis.receipt_check import Compared, told_by
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.given import given_case
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.cli.receipts import receipt_for
    from toolbox_cli.cli.screen import show
    from toolbox_cli.errors import UsageError
    from toolbox_cli.reports.verified import compose_verified, verified_json

    told = told_by(code)
    if told is None:
        raise UsageError("dit is geen kenmerk", "Een kenmerk staat onder elk advies en bij elk besluit in toolbox case show BESTAND.")
    catalogue = load_catalogue()
    given = given_case(catalogue, file, settings or [], known_profile(catalogue, profile, without=no_profile))
    compared = Compared(told, receipt_for(catalogue, given))
    rest_unknown = Compared(told, receipt_for(catalogue, _with_rest_unknown(catalogue, given)))
    filled = rest_unknown.answers and not compared.answers
    found = rest_unknown if filled else compared
    if as_json:
        print_json(verified_json(found, rest_unknown=filled))
    else:
        show(compose_verified(found, rest_unknown=filled))
    return 0 if found.same else 1


def _with_rest_unknown(catalogue: Catalogue, given: Given) -> Given:
    from toolbox_cli.analysis.case import problems_of
    from toolbox_cli.cli.complete import complete

    return complete(catalogue, given, problems_of(given.case), None, None, ask=False, rest_unknown=True)
