"""What is filled in for the action plan: per measure who, when and by what it is judged; per problem the goals and who hears what."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.case import CaseFile
from toolbox_cli.cli.completion import names_of
from toolbox_cli.cli.given import ProblemOption

if TYPE_CHECKING:
    from pathlib import Path

    from toolbox_cli.model.case import Case
    from toolbox_cli.model.catalogue import Catalogue, Form
    from toolbox_cli.model.planned import Planned, PlannedMeasure

FormName = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[MAATREGEL]",
        help="Maatregel of variant, bijvoorbeeld toezicht/boa.",
        autocompletion=names_of("measure"),
        show_default=False,
    ),
]
_EMPTY = "Leeg ('') haalt het weg."


def plan(
    file: CaseFile,
    words: FormName = None,
    problem: ProblemOption = None,
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="WIE", help=f"Wie trekt: een partner of een functie. {_EMPTY}", autocompletion=names_of("partner")),
    ] = None,
    start: Annotated[str | None, typer.Option("--start", metavar="DATUM", help="Wanneer de maatregel begint.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATUM", help="Tot en met welke dag.")] = None,
    indicator: Annotated[str | None, typer.Option("--indicator", metavar="TEKST", help="Waaraan u ziet of het helpt.")] = None,
    review: Annotated[str | None, typer.Option("--review", metavar="DATUM", help="Wanneer u evalueert.")] = None,
    goals: Annotated[list[str] | None, typer.Option("--goal", metavar="TEKST", help="Een doel; mag vaker, vervangt de eerdere.")] = None,
    communication: Annotated[str | None, typer.Option("--communication", metavar="TEKST", help="Wie wat wanneer hoort.")] = None,
    displacement: Annotated[
        str | None, typer.Option("--displacement", metavar="TEKST", help="Waar u let op verschuiving (waterbed).")
    ] = None,
    partners: Annotated[
        list[str] | None,
        typer.Option("--partner", metavar="PARTNER", help="Een extra partner; mag vaker.", autocompletion=names_of("partner")),
    ] = None,
) -> None:
    """Vul het plan van aanpak in: per maatregel wie en wanneer, per probleem de doelen. Wat u niet geeft, blijft staan."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.given import one_problem
    from toolbox_cli.cli.opened import opened_case
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.errors import UsageError

    of_measure = _Given({"owner": owner, "start": start, "until": until, "indicator": indicator, "review": review})
    of_problem = _Given({"goals": goals, "communication": communication, "displacement": displacement, "partners": partners})
    name = " ".join(words or [])
    if not of_measure.any and not of_problem.any:
        raise UsageError(
            "noem wat u invult",
            f"Bijvoorbeeld: toolbox case plan {file} {name or 'toezicht/boa'} --owner gemeente --start 1-12-2026\n"
            f'Of over het hele probleem: toolbox case plan {file} --goal "minder meldingen bij het station"',
        )
    if bool(name) is not of_measure.any:
        raise UsageError(*(_NO_FACT if name else _NO_FORM))
    catalogue = load_catalogue()
    case = opened_case(catalogue, file)
    about = one_problem(case, problem, "wat u invult gaat over één probleem")
    before = changed = case.planned(about)
    form = None
    if name:
        form = _planned_form(catalogue, name)
        changed = changed.with_measure(_measure(catalogue, changed.of(form.id), of_measure, form))
    changed = _whole(catalogue, changed, of_problem)
    if changed != before:
        write_case(file, catalogue, case.with_plan(changed))
    for line in _told(catalogue, file, case, before, changed, form):
        print(line)


_NO_FORM = (
    "zeg bij welke maatregel dit hoort",
    "Bijvoorbeeld: toolbox case plan BESTAND toezicht/boa --owner gemeente. De namen: toolbox measure",
)
_NO_FACT = (
    "zeg wat u bij deze maatregel invult: --owner, --start, --until, --indicator of --review",
    "Doelen, communicatie, waterbed en extra partners gaan over het hele probleem: laat de maatregel dan weg.",
)


@dataclass(frozen=True)
class _Given:
    """The options that go together, by the name of what they fill in; None for one that was not given."""

    options: dict[str, str | list[str] | None]

    @property
    def any(self) -> bool:
        return any(value is not None for value in self.options.values())

    def texts(self) -> Iterator[tuple[str, str]]:
        yield from ((name, value) for name, value in self.options.items() if isinstance(value, str))

    def lists(self) -> Iterator[tuple[str, list[str]]]:
        yield from ((name, value) for name, value in self.options.items() if isinstance(value, list) and value)


def _planned_form(catalogue: Catalogue, name: str) -> Form:
    """The one form by this name; raises RefusedError for a request that the law does not allow."""
    from toolbox_cli.cli.decide import one_form
    from toolbox_cli.model.measure import Origin
    from toolbox_cli.reports.decision_made import refusal_error

    form = one_form(catalogue, name)
    if form.measure.origin is Origin.REFUSAL:
        raise refusal_error(catalogue, form)
    return form


def _measure(catalogue: Catalogue, item: PlannedMeasure, given: _Given, form: Form) -> PlannedMeasure:
    from toolbox_cli.cli.dates import day_from
    from toolbox_cli.cli.freetext import checked_plan
    from toolbox_cli.errors import UsageError

    for name, text in given.texts():
        if name == "owner":
            item = replace(item, owner=_owner(catalogue, text))
        elif name == "indicator":
            item = replace(item, indicator=checked_plan(catalogue, "--indicator", text))
        else:
            item = item.with_fact(name, day_from(text, f"--{name}") if text.strip() else None)
    if item.disorder:
        raise UsageError(f"{form.id}: {item.disorder}", "Geef de dagen samen, bijvoorbeeld --start 1-12-2026 --until 1-6-2027.")
    return item


def _whole(catalogue: Catalogue, plan: Planned, given: _Given) -> Planned:
    from toolbox_cli.cli.freetext import checked_plan

    for name, text in given.texts():
        plan = plan.with_fact(name, checked_plan(catalogue, f"--{name}", text))
    for name, texts in given.lists():
        kept = [text for text in texts if text.strip()]
        if name == "partners":
            plan = replace(plan, partners=tuple(dict.fromkeys((*(plan.partners if kept else ()), *_partner_ids(catalogue, kept)))))
        else:
            plan = replace(plan, goals=tuple(dict.fromkeys(checked_plan(catalogue, "--goal", text) for text in kept)))
    return plan


def _owner(catalogue: Catalogue, text: str) -> str:
    """The partner that is meant, or the function as written; one word that looks like a partner is taken for a slip."""
    from toolbox_cli.cli.freetext import checked_plan
    from toolbox_cli.content.sources import partner_of
    from toolbox_cli.errors import UsageError

    known = partner_of(catalogue, text)
    if known is not None:
        return known
    kept = checked_plan(catalogue, "--owner", text)
    near = _near(catalogue, kept) if kept and " " not in kept else ""
    if near:
        raise UsageError(
            f"--owner {kept}: deze partner is onbekend; bedoelt u '{near}'?",
            "De partners: toolbox partner. Een functie mag ook, bijvoorbeeld --owner 'teamleider handhaving'.",
        )
    return kept


def _partner_ids(catalogue: Catalogue, texts: Sequence[str]) -> Iterator[str]:
    """The partners by these names; a guess is not written in a file, so a name that is not known raises with the nearest."""
    from toolbox_cli.content.people import refuse_people
    from toolbox_cli.content.sources import partner_of
    from toolbox_cli.errors import NotFoundError

    for text in texts:
        known = partner_of(catalogue, text)
        if known is None:
            refuse_people("--partner", text, catalogue)
            near = _near(catalogue, text)
            raise NotFoundError(f"geen partner met de naam '{text}'", f"Bedoelt u {near}?" if near else "De partners: toolbox partner.")
        yield known


def _near(catalogue: Catalogue, text: str) -> str:
    """The name of a partner that looks most like this; empty when none does."""
    from difflib import get_close_matches

    names = [name.lower() for partner in catalogue.partners for name in (partner.id, partner.short)]
    return next(iter(get_close_matches(text.lower(), names, n=1, cutoff=0.75)), "")


def _told(catalogue: Catalogue, file: Path, case: Case, before: Planned, after: Planned, form: Form | None) -> Iterator[str]:
    """What changed, in sentences, and what to know about it."""
    from toolbox_cli.analysis.decisions import latest_by_form
    from toolbox_cli.reports.plan_facts import problem_option
    from toolbox_cli.reports.planned import changed_lines
    from toolbox_cli.reports.planned_end import end_line

    path, about = shlex.quote(str(file)), problem_option(after.problem)
    lines = changed_lines(catalogue, before, after)
    yield from lines or ["Er is niets veranderd."]
    if form is not None:
        decision = latest_by_form(case.decided(after.problem)).get(form.id)
        if decision is None:
            yield f"Let op: {form.id} is nog niet gekozen. Kiezen: toolbox case choose {path} {form.id}{about}"
        elif not decision.chosen:
            yield f"Let op: {form.id} is eerder afgevallen. Toch kiezen: toolbox case choose {path} {form.id}{about}"
        if line := end_line(catalogue, form, after.of(form.id)):
            yield f"Einde getoetst: {line.text}"
    if lines:
        yield f"Het plan: toolbox plan {path} --kind action-plan"
