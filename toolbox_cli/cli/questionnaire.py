"""The questions for one partner: printed as a form, as an answer file, or for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolbox_cli.analysis.partner import Part
    from toolbox_cli.model.case import Case
    from toolbox_cli.model.catalogue import Catalogue

MANY = 20


def print_questionnaire(name: str, path: Path | None, problem: str | None, *, detail: bool, template: bool, as_json: bool) -> None:
    """Print the form to standard output, and what the sender must know to standard error."""
    from toolbox_cli.cli.content_source import load_catalogue
    from toolbox_cli.cli.lookup import resolved
    from toolbox_cli.cli.opened import opened_case
    from toolbox_cli.cli.output import print_json, tell
    from toolbox_cli.errors import UsageError
    from toolbox_cli.reports.answer_sheet import sheet_text
    from toolbox_cli.reports.markdown import to_markdown
    from toolbox_cli.reports.questionnaire import compose_questionnaire, questionnaire_json

    if problem is not None and path is None:
        raise UsageError("--problem hoort bij --answers ZAAK")
    catalogue = load_catalogue()
    partner = catalogue.partner_by_id[resolved("partner", name)[0]]
    case = opened_case(catalogue, path) if path is not None else None
    parts = _parts(catalogue, partner.id, case, problem, detail=detail)
    if as_json:
        print_json(questionnaire_json(catalogue, parts))
    elif template:
        print(sheet_text(catalogue, partner, parts, case), end="")
    else:
        print(to_markdown(compose_questionnaire(catalogue, partner, parts, case)), end="")
    if case is not None and parts:
        tell(
            "Op het formulier staat niet wat anderen antwoordden. De keuze van de vragen en de titels van problemen komen wel uit de zaak: "
            "lees het na voordat u het verstuurt.",
            "",
        )
    elif sum(len(part.asked) for part in parts) > MANY:
        tell("Dit zijn alle vragen voor deze partner. Korter, met alleen wat in een zaak nog openstaat: --answers ZAAK", "")


def _parts(catalogue: Catalogue, partner: str, case: Case | None, problem: str | None, *, detail: bool) -> tuple[Part, ...]:
    """All questions this partner can answer, or those that are open in the case, about one problem or each."""
    from toolbox_cli.analysis.case import problems_of
    from toolbox_cli.analysis.partner import all_questions, open_for
    from toolbox_cli.cli.given import Given, one_problem

    if case is None:
        return all_questions(catalogue, partner, detail=detail)
    names = problems_of(case) if problem is None else (one_problem(case, problem, ""),)
    return open_for(catalogue, partner, {name: Given(case).heard(catalogue, name) for name in names}, detail=detail)
