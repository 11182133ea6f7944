"""What a reader may see: the default is the smallest circle, a choice may be smaller than its question, a reason as its answers."""

from __future__ import annotations

import pytest
from case_dossiers import TEXTS, dossier_of
from helpers import CATALOGUE, answers_of

from toolbox_cli.analysis.assess import assess
from toolbox_cli.model.question import Circle, Question
from toolbox_cli.reports.reader import Reader
from toolbox_cli.reports.sight import ELSEWHERE, decisions_for, may_read, rests_on_told, seen_by, told_answers

ANSWERS = answers_of(
    {"gedrag": ["rondhangen", "in_opvang"], "plaats": ["vanuit_woning"], "personen_bekend": "ja", "ontwikkeling": "gelijk"}
)


def test_a_question_that_says_nothing_stays_within_the_driehoek() -> None:
    assert Question.model_fields["told_to"].default is Circle.TRIANGLE


@pytest.mark.parametrize(
    ("reader", "told"),
    [
        (
            Reader.TRIANGLE,
            {"gedrag": {"rondhangen", "in_opvang"}, "plaats": {"vanuit_woning"}, "personen_bekend": {"ja"}, "ontwikkeling": {"gelijk"}},
        ),
        (Reader.COLLEGE, {"gedrag": {"rondhangen", "in_opvang"}, "ontwikkeling": {"gelijk"}}),
        (Reader.COUNCIL, {"gedrag": {"rondhangen", "in_opvang"}, "ontwikkeling": {"gelijk"}}),
        (Reader.RESIDENTS, {"gedrag": {"rondhangen"}}),
    ],
)
def test_each_wider_circle_reads_less(reader: Reader, told: dict[str, set[str]]) -> None:
    found = told_answers(CATALOGUE, ANSWERS, reader)

    assert {name: set(answer.values) for name, answer in found.given.items()} == told


def test_every_question_about_a_person_or_a_file_stays_within_the_driehoek_or_the_college() -> None:
    personal = [question for question in CATALOGUE.questions if question.section in ("mensen", "persoon", "acuut")]

    assert [question.id for question in personal if may_read(Reader.COUNCIL, question)] == []


def test_a_condition_may_be_read_when_all_it_asks_may_be() -> None:
    question = CATALOGUE.question_by_id["aangifte"].ask_when
    closed = next(step.when for step in CATALOGUE.steps if step.id == "minderjarigen")

    assert rests_on_told(CATALOGUE, question, Reader.COUNCIL)
    assert rests_on_told(CATALOGUE, closed, Reader.TRIANGLE)
    assert not rests_on_told(CATALOGUE, closed, Reader.COLLEGE)


@pytest.mark.parametrize("reader", list(Reader))
@pytest.mark.parametrize("case", sorted(TEXTS))
def test_grades_ranks_and_what_leads_are_the_same_for_each_reader(case: str, reader: Reader) -> None:
    for record in dossier_of(case).records:
        view = seen_by(CATALOGUE, record.assessment, reader)
        assert [(item.form.id, item.grade, item.rank, item.leading) for item in view.findings] == [
            (item.form.id, item.grade, item.rank, item.leading) for item in record.assessment.findings
        ]


def test_a_reason_that_rests_on_a_person_is_said_to_be_elsewhere() -> None:
    record = dossier_of("twee-problemen").records[0]
    view = seen_by(CATALOGUE, record.assessment, Reader.COLLEGE)
    (finding,) = [item for item in view.findings if item.form.id == "winkelverbod/individueel"]

    assert finding.leads == (ELSEWHERE,)


def test_the_reason_of_a_decision_on_a_person_stays_within_the_driehoek() -> None:
    log = dossier_of("twee-problemen").case.decisions

    assert [item.reason for item in decisions_for(CATALOGUE, log, Reader.TRIANGLE)] == [item.reason for item in log]
    assert {item.measure for item in decisions_for(CATALOGUE, log, Reader.COLLEGE) if item.reason} == set()


def test_the_driehoek_sees_the_assessment_itself() -> None:
    found = assess(CATALOGUE, ANSWERS)

    assert seen_by(CATALOGUE, found, Reader.TRIANGLE) is found
