"""How many pages a reader gets: one that decides, two for residents, two sides for a complete card."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT, some_answers

from toolbox_cli.cli.given import Given
from toolbox_cli.cli.plan_given import Asked, dossier_of, given_for
from toolbox_cli.model.case import Case, Said
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


def _fits(given: Given) -> None:
    pages = pages_of(given, (Reader.TRIANGLE, Reader.COLLEGE, Reader.RESIDENTS))

    for name in ("advies-driehoek", "advies-college"):
        assert "Inhoud" in pages[name][1], f"{name}: {[len(page) for page in pages[name]][:3]}"
    assert len(pages["advies-bewoners"]) <= 2
