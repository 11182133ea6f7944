"""The agenda: every item once, with who owns it, what decides most first."""

from __future__ import annotations

from itertools import pairwise

import pytest
from case_dossiers import TEXTS, dossier_of
from expected import same_as
from helpers import CATALOGUE

from toolbox_cli.analysis.deciding import open_by_weight
from toolbox_cli.reports.advice_rest import put
from toolbox_cli.reports.agenda import ANNEX, MOST_QUESTIONS, compose_agenda, duties_of
from toolbox_cli.reports.agenda_questions import open_items
from toolbox_cli.reports.document import BulletList, Document, Heading, Table
from toolbox_cli.reports.markdown import to_markdown

CASES = sorted(TEXTS)
each_case = pytest.mark.parametrize("case", CASES)


def composed(case: str) -> Document:
    return compose_agenda(CATALOGUE, dossier_of(case))


def table(document: Document, first: str) -> list[tuple[str, ...]]:
    return [row for block in document.blocks if isinstance(block, Table) and block.header[0] == first for row in block.rows]


def annex(document: Document) -> list[str]:
    at = next((at for at, block in enumerate(document.blocks) if isinstance(block, Heading) and block.text == ANNEX), None)
    return [] if at is None else [item.text for block in document.blocks[at:] if isinstance(block, BulletList) for item in block.items]


@each_case
def test_each_open_question_stands_on_the_agenda_exactly_once(case: str) -> None:
    dossier, document = dossier_of(case), composed(case)
    open_ = {item.question.id: item.question for record in dossier.records for item in open_by_weight(CATALOGUE, record.assessment.answers)}
    conflicts = {name for record in dossier.records for name, item in record.heard.items() if item.conflict}
    asked = [row[1] for row in table(document, "nr")] + annex(document)
    labels = [row[0] for row in table(document, "waarover")]

    for name, question in open_.items():
        if name in conflicts:
            assert sum(question.label in label for label in labels) == 1, name
        else:
            assert sum(text.startswith(put(question)) for text in asked) == 1, name


@each_case
def test_no_more_than_ten_questions_stand_on_the_agenda_itself(case: str) -> None:
    rows = table(composed(case), "nr")

    assert len(rows) <= MOST_QUESTIONS
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


@each_case
def test_what_decides_on_the_measures_that_lead_comes_first(case: str) -> None:
    records = dossier_of(case).records
    leading = {finding.form.id for record in records for finding in record.assessment.findings if finding.leading}
    weights = [
        (item.question.detail, -sum(form.id in leading for form in item.forms), -len(item.forms)) for item in open_items(CATALOGUE, records)
    ]

    assert all(before <= after for before, after in pairwise(weights))


@each_case
def test_every_item_has_an_owner_and_room_for_the_outcome(case: str) -> None:
    document = composed(case)
    rows = [row for first in ("nr", "waarover", "maatregel") for row in table(document, first)]

    assert rows
    assert all(row[-1] == "nog te bespreken" and row[-2].strip() for row in rows)


@each_case
def test_only_measures_that_lead_are_to_be_decided(case: str) -> None:
    dossier = dossier_of(case)
    leading = {finding.form.name for record in dossier.records for finding in record.assessment.findings if finding.leading}

    for row in table(composed(case), "maatregel"):
        assert any(row[0].endswith(name) for name in leading)


@each_case
def test_each_duty_stands_once_with_its_source(case: str) -> None:
    duties = duties_of(dossier_of(case).records)
    titles = [block.text for block in composed(case).blocks if isinstance(block, Heading) and " (moet): " in block.text]

    assert len(titles) == len(set(titles)) == len(duties)
    assert all(item.source for duty in duties for item in duty.said)


def test_a_conflict_shows_what_each_source_says_and_is_not_asked_again() -> None:
    rows = table(composed("twee-problemen"), "waarover")

    assert [row[0] for row in rows] == [
        "Winkels: hoe vaak het gebeurt",
        "Winkels: ernstige vrees nu",
    ]
    assert rows[1][1] == "politie: ja; COA: nee"


def test_an_earlier_decision_is_looked_back_on_and_not_taken_again() -> None:
    document = composed("twee-problemen")
    text = to_markdown(document).replace("\n  ", " ")

    assert "Boa of toezichthouder met taakaccent. Gekozen op 10 oktober 2026: past bij de uren. Helpt het?" in text
    assert "Afgevallen op 12 oktober 2026: het dossier is niet rond. Staat dat nog?" in text
    assert not any("Boa of toezichthouder" in row[0] for row in table(document, "maatregel"))


@pytest.mark.parametrize("case", ["bekende-persoon-station", "twee-problemen"])
def test_the_whole_agenda_is_as_expected(case: str) -> None:
    same_as(f"agenda-{case}.md", to_markdown(composed(case)))
