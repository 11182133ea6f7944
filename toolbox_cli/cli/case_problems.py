"""A case about several problems: one more problem, and what others know in files of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolbox_cli.cli.case import CaseFile
from toolbox_cli.cli.given import ProblemOption

if TYPE_CHECKING:
    from toolbox_cli.model.case import Case
    from toolbox_cli.model.catalogue import Catalogue


def add_problem(
    file: CaseFile,
    name: Annotated[str, typer.Argument(metavar="NAAM", help="Korte naam, bijvoorbeeld station.", show_default=False)],
    title: Annotated[str, typer.Option("--title", metavar="TITEL", help="Hoe een lezer het probleem noemt.")] = "",
    first: Annotated[
        str | None, typer.Option("--first", metavar="NAAM", help="Hoe het probleem heet dat er al in staat; alleen de eerste keer.")
    ] = None,
) -> None:
    """Zet een probleem bij een zaak, met een eigen plaats, tijd en gedrag; voorwaarden lopen nooit door elkaar."""
    from toolbox_cli.analysis.case import split
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.freetext import checked_title
    from toolbox_cli.cli.opened import opened_case
    from toolbox_cli.content.case_file import NAME
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.content.people import loose, refuse_people
    from toolbox_cli.errors import UsageError
    from toolbox_cli.model.case import CaseProblem

    catalogue = load_catalogue()
    title = checked_title(catalogue, "--title", title)
    case = before = opened_case(catalogue, file)
    for one in (name, *([first] if first else [])):
        if not NAME.fullmatch(one):
            raise UsageError("geef een korte naam van kleine letters, cijfers en streepjes, bijvoorbeeld station")
        refuse_people("de naam van het probleem", loose(one), catalogue)
    if name == first or (case.problem(name) is not None and not title):
        raise UsageError(f"het probleem {name} staat al in deze zaak; met --title krijgt het een andere titel")
    if case.problem(name) is not None:
        case = replace(case, problems=tuple(replace(item, title=title) if item.id == name else item for item in case.problems))
        write_case(file, catalogue, case)
        print(f"Probleem {name} heet nu: {title}")
        return
    if not case.problems and first is None and (case.plans or any(not catalogue.question_by_id[item].shared for item in case.said)):
        raise UsageError(
            "in deze zaak staan al antwoorden over één probleem; zeg hoe dat heet",
            f"Bijvoorbeeld: toolbox case problem {file} {name} --first winkels",
        )
    case = split(catalogue, case, first) if first and not case.problems else case
    case = replace(case, problems=(*case.problems, CaseProblem(name, title)))
    kept = _kept_before_splitting(file) if case.problems and not before.problems and before.said else None
    write_case(file, catalogue, case)
    if kept is not None:
        print(f"Antwoorden staan nu per probleem; uw opmerkingen daarbij gaan niet mee. Het bestand van voor deze stap: {kept}")
    print(f"Probleem {name} staat in de zaak. Beantwoorden: toolbox analyse --answers {file} --problem {name}")


def _kept_before_splitting(file: Path) -> Path | None:
    """Keep the file as it was when it has remarks, under a free name beside it; None when there is nothing to keep."""
    from toolbox_cli.cli.interview import free_name
    from toolbox_cli.content.files import write_atomically
    from toolbox_cli.content.read import read_text

    text = read_text(file, str(file))
    if not any("#" in line for line in text.splitlines()[1:]):
        return None
    path = free_name(file.with_stem(f"{file.stem}-onverdeeld"))
    write_atomically(path, text)
    return path


def merge(
    file: CaseFile,
    others: Annotated[list[Path], typer.Argument(metavar="BESTAND...", help="Wat erbij komt.", show_default=False)],
    save: Annotated[Path | None, typer.Option(metavar="BESTAND", help="Schrijf het resultaat hier; anders in het eerste bestand.")] = None,
    problem: ProblemOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef JSON, voor andere programma's.")] = False,
) -> None:
    """Voeg antwoordbestanden samen; tegenspraak wordt getoond en nooit stil opgelost."""
    from toolbox_cli.analysis.case_merge import Merged, merge
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.given import refuse_overwriting
    from toolbox_cli.cli.opened import opened_case
    from toolbox_cli.cli.output import print_json, say
    from toolbox_cli.cli.screen import show
    from toolbox_cli.content.case_text import write_case
    from toolbox_cli.reports.merge import compose_merge, merge_json

    catalogue = load_catalogue()
    refuse_overwriting(catalogue, save, file)
    case = opened_case(catalogue, file)
    merged, empty = Merged(case, ()), []
    for path in others:
        other = opened_case(catalogue, path)
        found = merge(catalogue, merged.case, other, _about(catalogue, merged.case, other, problem, file, path))
        merged = Merged(found.case, (*merged.taken, *found.taken), (*merged.planned, *found.planned))
        empty += [] if found.taken else [path.name]
    if merged.case != case or save is not None:
        write_case(save or file, catalogue, merged.case)
    if as_json:
        print_json(merge_json(catalogue, merged))
    else:
        show(compose_merge(catalogue, merged, empty))
    say(f"Bewaard in {save or file}." if merged.case != case or save is not None else f"{file} is niet veranderd.")


def _about(catalogue: Catalogue, case: Case, other: Case, problem: str | None, file: Path, path: Path) -> str:
    """About which problem of the case the other is, as far as it does not say; raises UsageError when that is not clear."""
    from toolbox_cli.cli.given import one_problem
    from toolbox_cli.errors import UsageError

    def about_one(said: Case) -> bool:
        return bool(said.plans and not said.problems) or any(not catalogue.question_by_id[name].shared for name in said.said)

    if other.problems and not case.problems and about_one(case):
        raise UsageError(
            f"{path} is in problemen verdeeld en {file} niet; zeg eerst hoe het probleem in {file} heet",
            f"Bijvoorbeeld: toolbox case problem {file} {other.problems[0].id} --first NAAM",
        )
    if case.problems and about_one(other):
        return one_problem(case, problem, f"zeg over welk probleem {path} gaat")
    return one_problem(case, problem, "") if problem is not None else ""
