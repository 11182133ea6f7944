"""What documents are made from: the case as given, with the rest unknown; figures and budget beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolbox_cli.reports.plan_kinds import Format, Kind, Status
from toolbox_cli.reports.reader import Reader

if TYPE_CHECKING:
    from toolbox_cli.cli.given import Given
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.reports.document import Document
    from toolbox_cli.reports.dossier import Dossier


@dataclass(frozen=True)
class Asked:
    """What the command was asked for."""

    kinds: tuple[Kind, ...]
    readers: tuple[Reader, ...]
    formats: tuple[Format, ...]
    status: Status | None = None
    on: date | None = None
    template: Path | None = None
    texts: tuple[Path, ...] = ()
    budget: Path | None = None
    scheme: str | None = None
    scheme_file: Path | None = None
    evidence: tuple[Path, ...] = ()
    survey: tuple[Path, ...] = ()
    period: str | None = None
    source: str | None = None
    contacts: bool = False


def given_for(catalogue: Catalogue, path: Path, profile: Path | None, *, no_profile: bool) -> Given:
    """Return the case with its profile; what nobody answered counts as unknown, and nothing is asked."""
    from toolbox_cli.analysis.case import problems_of
    from toolbox_cli.cli.complete import with_rest_unknown
    from toolbox_cli.cli.given import given_case
    from toolbox_cli.cli.profile_file import known_profile

    given = given_case(catalogue, path, (), known_profile(catalogue, profile, without=no_profile))
    for name in problems_of(given.case):
        given = given.with_answers(catalogue, name, with_rest_unknown(catalogue, given.answers(catalogue, name)))
    return given


def dossier_of(catalogue: Catalogue, given: Given, asked: Asked) -> Dossier:
    """Return all that the documents are made from."""
    from toolbox_cli.analysis.case import problems_of
    from toolbox_cli.cli.receipts import record_of
    from toolbox_cli.reports.dossier import Dossier

    records = tuple(record_of(catalogue, given, name) for name in problems_of(given.case))
    figures, published = _figures(catalogue, given, asked) if asked.evidence or asked.survey else (None, None)
    return Dossier(given.case, records, given.profile, asked.on, figures, published, _budget(catalogue, asked))


def _figures(catalogue: Catalogue, given: Given, asked: Asked) -> tuple[Document, Document]:
    """The report on the figures, and its version for the public."""
    from toolbox_cli.analysis.case import problems_of
    from toolbox_cli.cli.evidence import published, read_all
    from toolbox_cli.cli.figures import require_libraries
    from toolbox_cli.cli.figures_told import told_from
    from toolbox_cli.cli.surveys import read_surveys
    from toolbox_cli.reports.evidence_whole import Evidence, compose_whole

    require_libraries(drawing=any(form is not Format.MARKDOWN for form in asked.formats))
    told = told_from(catalogue, source=asked.source, period=asked.period)
    pictures = tuple(one.picture for one in read_all(catalogue, asked.evidence, told, ask=False, beside=asked.survey))
    surveys = tuple(read_surveys(catalogue, asked.survey, told, (), beside=asked.evidence))
    answers = {_title(given, name): given.answers(catalogue, name) for name in problems_of(given.case)}
    found = Evidence(pictures, surveys, answers)
    return compose_whole(catalogue, found), compose_whole(catalogue, replace(published(catalogue, found), problems={}))


def _title(given: Given, name: str) -> str:
    problem = given.case.problem(name)
    return problem.name if problem else ""


def _budget(catalogue: Catalogue, asked: Asked) -> Document | None:
    if asked.budget is None:
        return None
    from toolbox_cli.cli import budget
    from toolbox_cli.cli.grant import schemes_asked

    schemes, own = schemes_asked(catalogue, asked.scheme, asked.scheme_file)
    scheme = schemes[0] if asked.scheme is not None or own else None
    return budget.budget_document(catalogue, asked.budget, budget.Asked(scheme=scheme, own_scheme=own, on=asked.on, commands=False))
