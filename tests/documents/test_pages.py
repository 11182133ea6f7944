"""How many pages a reader gets: one that decides, two for residents, two sides for a complete card."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT, some_answers

from toolbox_cli.cli.given import Given
from toolbox_cli.cli.plan_given import Asked, dossier_of, given_for
from toolbox_cli.model.case import Case, CaseProblem, Decision, Said
from toolbox_cli.model.question import Answer
from toolbox_cli.reports.plan import Wanted, papers
from toolbox_cli.reports.plan_kinds import Format, Kind
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.render import render

pytestmark = pytest.mark.slow
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.yaml") if "toolbox: antwoorden" in path.read_text("utf-8"))
PROFILES = (None, ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml")


def pages_of(given: Given, readers: Sequence[Reader]) -> dict[str, list[str]]:
    """The text of each page of each version of the advice."""
    from pypdf import PdfReader

    dossier = dossier_of(CATALOGUE, given, Asked((Kind.ADVICE,), tuple(readers), (Format.PDF,)))
    made = papers(CATALOGUE, dossier, Wanted((Kind.ADVICE,), tuple(readers)))
    return {paper.name: [page.extract_text() for page in PdfReader(io.BytesIO(render(paper, Format.PDF))).pages] for paper in made}


def random_case(seed: int) -> Given:
    """A case in which every question has a drawn answer."""
    draw = random.Random(seed)
    said = {question.id: (Said(draw.choice([*some_answers(question), Answer(unknown=True)])),) for question in CATALOGUE.questions}
    return Given(Case(said))


@pytest.mark.parametrize("profile", PROFILES, ids=["without", "with profile"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_page_that_decides_is_one_page_and_residents_read_two_at_most(path: Path, profile: Path | None) -> None:
    _fits(given_for(CATALOGUE, path, profile, no_profile=profile is None))


@pytest.mark.parametrize("seed", range(25))
def test_so_it_is_whatever_was_answered(seed: int) -> None:
    _fits(random_case(seed))


NAMES = ("winkelcentrum", "stationsplein", "wilhelminapark", "bushaltes", "opvanglocatie")


def random_problems(seed: int, count: int) -> Given:
    """A case of several problems, each with a title of some length and a drawn answer to every question, and with decisions."""
    draw = random.Random(seed)
    shared = {question.id for question in CATALOGUE.questions if question.shared}
    title = "Overlast, intimidatie en vernieling bij de winkels en de haltes aan de doorgaande weg"
    problems = tuple(
        CaseProblem(name, title, {id_: said for id_, said in random_case(draw.randrange(1000)).case.said.items() if id_ not in shared})
        for name in NAMES[:count]
    )
    forms = draw.sample([form.id for form in CATALOGUE.forms], count)
    decided = tuple(Decision(date(2026, 10, 1), form, chosen=True, problem=name) for form, name in zip(forms, NAMES, strict=False))
    return Given(Case({}, problems, decided))


@pytest.mark.parametrize("count", [2, 3, 4, 5])
@pytest.mark.parametrize("seed", range(4))
def test_so_it_is_however_many_problems_there_are(seed: int, count: int) -> None:
    _fits(random_problems(seed, count))


def _fits(given: Given) -> None:
    pages = pages_of(given, (Reader.TRIANGLE, Reader.COLLEGE, Reader.RESIDENTS))

    for name in ("advies-driehoek", "advies-college"):
        assert "Inhoud" in pages[name][1], f"{name}: {[len(page) for page in pages[name]][:3]}"
    assert len(pages["advies-bewoners"]) <= 2
