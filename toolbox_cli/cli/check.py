"""The legal test of one measure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.analyse import WhatIfOption
from toolbox_cli.cli.completion import names_of
from toolbox_cli.cli.given import AnswersOption, ProblemOption, SetOption
from toolbox_cli.cli.profile_file import NoProfileOption, ProfileOption

if TYPE_CHECKING:
    from toolbox_cli.cli.given import Given
    from toolbox_cli.model.catalogue import Catalogue, Form
    from toolbox_cli.model.question import Answer, Answers


def check(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VARIANT", help="Variant of maatregel, bijvoorbeeld gebiedsverbod/172a.", autocompletion=names_of("measure")
        ),
    ],
    answers: AnswersOption = None,
    settings: SetOption = None,
    save: Annotated[Path | None, typer.Option(metavar="BESTAND", help="Bewaar de antwoorden hier, na elke vraag.")] = None,
    problem: ProblemOption = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Stel geen vragen; wat niet is beantwoord telt als onbekend.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Ook de procedure en de plaats van elk artikel.")] = False,
    short: Annotated[bool, typer.Option("--short", help="Alleen het oordeel, wat na te vragen is en wat niet is voldaan.")] = False,
    others: WhatIfOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
    profile: ProfileOption = None,
    no_profile: NoProfileOption = False,
) -> None:
    """Toets één maatregel aan de wet: elke voorwaarde, waar zij op rust, en wat nog moet worden nagevraagd."""
    from toolbox_cli.analysis.legal_test import legal_test
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.given import given_case, one_problem, settings_by_problem
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.cli.profile_file import known_profile
    from toolbox_cli.cli.screen import show
    from toolbox_cli.errors import UsageError
    from toolbox_cli.model.measure import Origin
    from toolbox_cli.reports.check import compose_check
    from toolbox_cli.reports.check_json import check_json

    if not words:
        raise UsageError("noem een maatregel, bijvoorbeeld: toolbox check gebiedsverbod/172a", "Alle namen: toolbox measure")
    catalogue = load_catalogue()
    given = given_case(catalogue, answers, settings or [], known_profile(catalogue, profile, without=no_profile))
    name = one_problem(given.case, problem, "de toets gaat over één probleem")
    forms = forms_named(catalogue, " ".join(words))
    if (len(forms) != 1 or others) and save is not None:
        raise UsageError("--save kan alleen bij de toets van één variant, zonder --what-if")
    if len(forms) != 1 and others:
        raise UsageError(f"--what-if kan alleen bij één variant; kies er een, bijvoorbeeld {forms[0].id}")
    if len(forms) != 1 or forms[0].measure.origin is Origin.REFUSAL:
        _show_overview(catalogue, forms, given.answers(catalogue, name), as_json=as_json)
        return
    form = forms[0]
    if others:
        changes = settings_by_problem(catalogue, given.case, others, "--what-if", name)
        one = {question: answer for found in changes.values() for question, answer in found.items()}
        known = given.answers(catalogue, name)
        _show_what_if(catalogue, form, known, one, given.with_others(catalogue, name, known, one), as_json=as_json)
        return
    asked = given if no_input or as_json else _asked(catalogue, form, given, name, save or answers)
    if save is not None and asked is given:
        from toolbox_cli.content.case_text import write_case

        write_case(save, catalogue, given.case)
    test = legal_test(catalogue, form, asked.answers(catalogue, name))
    local = asked.local(catalogue, name)
    if as_json:
        print_json(check_json(catalogue, test, local))
    else:
        show(compose_check(catalogue, test, full=full, short=short, local=local))


def forms_named(catalogue: Catalogue, name: str) -> tuple[Form, ...]:
    """The form by this name, or all forms of the measure by this name; raises an error that names the nearest, or the choices."""
    from toolbox_cli.cli.lookup import resolved
    from toolbox_cli.errors import UsageError

    ids = resolved("measure", name)
    if len(ids) > 1:
        raise UsageError(f"'{name}' past bij meer maatregelen", f"Kies er een: {', '.join(ids)}.")
    form = catalogue.form_by_id.get(ids[0])
    return (form,) if form is not None else catalogue.forms_of(catalogue.measure_by_id[ids[0]])


def _asked(catalogue: Catalogue, form: Form, given: Given, problem: str, path: Path | None) -> Given:
    """What is given, completed by asking only what this test needs, when there is somebody to ask."""
    import sys

    from toolbox_cli.analysis.legal_test import legal_test, open_in_test
    from toolbox_cli.cli.complete import can_ask

    if not can_ask() or not open_in_test(catalogue, form, given.answers(catalogue, problem)):
        return given
    from toolbox_cli.cli.interview import Talk, interview
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.check import compose_check

    talk = Talk(
        f"Juridische toets: {form.name}",
        lambda answers: open_in_test(catalogue, form, answers),
        lambda answers: show(compose_check(catalogue, legal_test(catalogue, form, answers), short=True), sys.stderr),
        f"toolbox check {form.id}",
        "De toets nog eens",
        "nog hooguit",
        problem=problem,
    )
    return interview(catalogue, given, path, talk)


def _show_what_if(catalogue: Catalogue, form: Form, given: Answers, others: dict[str, Answer], changed: Answers, *, as_json: bool) -> None:
    from toolbox_cli.analysis.legal_test import legal_test
    from toolbox_cli.cli.analyse import refuse_unasked
    from toolbox_cli.cli.given import refuse_contradictions
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.changes import compose_turned_test
    from toolbox_cli.reports.check_json import turned_test_json

    refuse_contradictions(catalogue, changed, "--what-if")
    refuse_unasked(catalogue, changed, others)
    before, after = legal_test(catalogue, form, given), legal_test(catalogue, form, changed)
    if as_json:
        print_json(turned_test_json(catalogue, before, after))
    else:
        show(compose_turned_test(catalogue, before, after, others))


def _show_overview(catalogue: Catalogue, forms: Sequence[Form], given: Answers, *, as_json: bool) -> None:
    """A measure with more forms shows the verdict on each; what the law does not allow shows its ground and the lawful way."""
    from toolbox_cli.analysis.legal_test import legal_test
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.cli.screen import show
    from toolbox_cli.model.measure import Origin
    from toolbox_cli.reports.as_json import measure_json
    from toolbox_cli.reports.check import compose_check_of_measure
    from toolbox_cli.reports.check_json import check_json
    from toolbox_cli.reports.entries import compose_measure
    from toolbox_cli.rules.truth import Truth

    measure = forms[0].measure
    if measure.origin is Origin.REFUSAL:
        if as_json:
            print_json({**measure_json(catalogue, measure), "verdict": Truth.NO.value})
        else:
            show(compose_measure(catalogue, measure))
    elif as_json:
        print_json([check_json(catalogue, legal_test(catalogue, form, given)) for form in forms])
    else:
        show(compose_check_of_measure(catalogue, measure, given))
