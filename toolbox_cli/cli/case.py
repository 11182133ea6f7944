"""A case file: shown, corrected, split into problems, and put together with another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.completion import names_of
from toolbox_cli.cli.given import ProblemOption
from toolbox_cli.cli.profile_file import NoProfileOption, ProfileOption

if TYPE_CHECKING:
    from datetime import date

    from toolbox_cli.analysis.case import Put
    from toolbox_cli.model.case import Case, Said
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.question import Answer

CaseFile = Annotated[Path, typer.Argument(metavar="BESTAND", help="Het bestand met de zaak.", show_default=False)]
SourceOption = Annotated[
    str | None,
    typer.Option("--source", metavar="WIE", help="Wie het zei: een partner, of eigen.", autocompletion=names_of("partner")),
]
DateOption = Annotated[str | None, typer.Option("--date", metavar="DATUM", help="Op welke dag dat was.")]
CertaintyOption = Annotated[str | None, typer.Option("--certainty", metavar="MATE", help="zeker, waarschijnlijk of schatting")]


def show_case(
    file: CaseFile,
    problem: ProblemOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
    profile: ProfileOption = None,
    no_profile: NoProfileOption = False,
) -> None:
    """Toon de antwoorden van een zaak, van wie ze komen en wat is besloten; er wordt niets gevraagd."""
    from toolbox_cli.analysis.case import problems_of
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.given import Given, one_problem
    from toolbox_cli.cli.opened import opened_case
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.cli.profile_file import known_profile
    from toolbox_cli.cli.screen import show
    from toolbox_cli.reports.case import case_json, compose_case

    catalogue = load_catalogue()
    case = opened_case(catalogue, file)
    name = one_problem(case, problem, "") if problem is not None else None
    given = Given(case, known_profile(catalogue, profile, without=no_profile))
    local = {item: given.statements(catalogue, item) for item in problems_of(case)}
    if as_json:
        print_json(case_json(catalogue, case, local))
    else:
        show(compose_case(catalogue, case, local, name))


def set_answers(
    file: CaseFile,
    settings: Annotated[
        list[str] | None,
        typer.Argument(metavar="VRAAG=ANTWOORD", help="Een of meer antwoorden; leeg na het =-teken haalt het weg.", show_default=False),
    ] = None,
    problem: ProblemOption = None,
    source: SourceOption = None,
    on: DateOption = None,
    certainty: CertaintyOption = None,
    because: Annotated[
        str | None, typer.Option("--because", metavar="REDEN", help="Waarom dit antwoord geldt als bronnen verschillen.")
    ] = None,
) -> None:
    """Verander antwoorden in een zaak; wat daarvan afhing, vervalt en wordt genoemd."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.freetext import checked_why
    from toolbox_cli.cli.given import Given, refuse_contradictions_in
    from toolbox_cli.cli.opened import opened_case
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.errors import UsageError

    if not settings:
        raise UsageError("noem wat er verandert, bijvoorbeeld: toolbox case set zaak.yaml frequentie=wekelijks")
    catalogue = load_catalogue()
    case = before = opened_case(catalogue, file)
    reason = checked_why(catalogue, "--because", because) if because is not None else None
    by = said_by(catalogue, source, on, certainty, reason)
    lines: list[str] = []
    for place, question, answer in _parsed(catalogue, case, settings, problem):
        outcome = _put(catalogue, case, place, question, answer, by)
        case = outcome.case
        lines += _told(catalogue, case, question, place, outcome)
    refuse_contradictions_in(catalogue, Given(case), str(file))
    if case != before:
        write_case(file, catalogue, case)
    for line in lines:
        print(line)


def _parsed(catalogue: Catalogue, case: Case, settings: list[str], problem: str | None) -> list[tuple[str, str, Answer | None]]:
    """Per setting the problem, the question and the answer; None for an answer that is taken away."""
    from toolbox_cli.cli.given import one_problem, question_named, settings_by_problem, split_problem

    found: list[tuple[str, str, Answer | None]] = []
    for text in settings:
        named, rest = split_problem(case, text, "case set")
        name, sign, value = rest.partition("=")
        shared = name.strip() in catalogue.question_by_id and catalogue.question_by_id[name.strip()].shared
        place = "" if shared else named or one_problem(case, problem, "zeg bij welk probleem, bijvoorbeeld station.frequentie=soms")
        if sign and not value.strip():
            found.append((place, question_named(catalogue, name.strip(), "case set").id, None))
            continue
        by_problem = settings_by_problem(catalogue, case, [rest], "case set", place)
        found += [(where, question, answer) for where, answers in by_problem.items() for question, answer in answers.items()]
    return found


def _put(catalogue: Catalogue, case: Case, place: str, name: str, answer: Answer | None, by: Said) -> Put:
    """One answer put in; a choice between what others said needs a reason."""
    from toolbox_cli.analysis.case import heard, put, take
    from toolbox_cli.errors import UsageError
    from toolbox_cli.reports.case import told

    question = catalogue.question_by_id[name]
    before = case.said_of(place).get(name, ())
    if answer is None:
        return take(catalogue, case, place, question)
    if not by.source and not by.because and before and heard(question, before).conflict:
        raise UsageError(
            f"{name}: bronnen spreken elkaar tegen ({told(catalogue, question, before)}); geef de reden waarom u kiest",
            f'Bijvoorbeeld: toolbox case set BESTAND {name}=ANTWOORD --because "REDEN". Zegt een bron nu iets anders, geef dan --source.',
        )
    return put(catalogue, case, place, question, replace(by, answer=answer))


def _told(catalogue: Catalogue, case: Case, name: str, place: str, outcome: Put) -> list[str]:
    """What changed, in sentences: the answer before and after, whether sources now differ, and what lapsed."""
    from toolbox_cli.analysis.case import heard
    from toolbox_cli.reports.case import told
    from toolbox_cli.reports.planned import changed

    question = catalogue.question_by_id[name]
    after = case.said_of(place).get(name, ())
    full = f"{place}.{name}" if place else name
    was, now = (told(catalogue, question, said).removeprefix("zonder bron: ") for said in (outcome.before, after))
    lines = [changed(full, was, now)]
    if after and heard(question, after).conflict:
        lines.append(f"Let op: bronnen spreken elkaar tegen over {question.label}; het antwoord telt als onbekend tot u kiest (--because).")
    for problem, lapsed in outcome.lapsed:
        named = f"{problem}.{lapsed}" if problem else lapsed
        lines.append(f"Vervallen, omdat de vraag niet meer past: {named} ({catalogue.question_by_id[lapsed].label}).")
    return lines


def keep(
    file: CaseFile,
    until: Annotated[str, typer.Option("--until", metavar="DATUM", help="Tot en met welke dag deze zaak bewaard mag worden.")],
) -> None:
    """Leg vast tot wanneer een zaak mag worden bewaard; toolbox case clean ruimt daarna op."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.dates import day_from
    from toolbox_cli.cli.opened import opened_case
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.reports.words import day

    catalogue = load_catalogue()
    case = replace(opened_case(catalogue, file), keep_until=day_from(until, "--until"))
    write_case(file, catalogue, case)
    print(f"Deze zaak mag worden bewaard tot en met {day(case.keep_until) if case.keep_until else ''}.")


def said_by(catalogue: Catalogue, source: str | None, on: str | None, certainty: str | None, because: str | None = None) -> Said:
    """Return who said something, when, how certain and why it was chosen; raises UsageError for what is not understood."""
    from toolbox_cli.content.sources import source_of
    from toolbox_cli.errors import UsageError
    from toolbox_cli.model.case import Certainty, Said
    from toolbox_cli.model.question import Answer

    known = source_of(catalogue, source) if source else ""
    if known is None:
        raise UsageError("--source: deze bron is onbekend", "Kies een partner uit toolbox partner, of eigen voor een eigen inschatting.")
    if certainty is not None and certainty not in tuple(Certainty):
        raise UsageError(f"--certainty: kies uit {', '.join(Certainty)}")
    return Said(Answer(), known, _day(on), Certainty(certainty) if certainty else None, because or "")


def _day(text: str | None) -> date | None:
    from toolbox_cli.cli.dates import day_from

    return day_from(text, "--date") if text is not None else None
