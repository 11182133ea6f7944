"""What people answered, both sides, possible causes and proposals, as text: the same numbers as the records, and what they do not say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from evidence.rows import incidents, row
from helpers import CATALOGUE, ROOT

from toolbox_cli.content.surveys import read_survey
from toolbox_cli.evidence.describe import picture_of
from toolbox_cli.evidence.gaps import gaps_of
from toolbox_cli.evidence.hypotheses import weighed
from toolbox_cli.evidence.proposals import proposals_of
from toolbox_cli.evidence.signals import signals_of
from toolbox_cli.evidence.survey import Survey
from toolbox_cli.evidence.survey_public import public_survey
from toolbox_cli.evidence.together import side_by_side
from toolbox_cli.model.evidence import Description, Event
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.markdown import to_markdown
from toolbox_cli.reports.proposals import (
    TITLE,
    compose_proposals,
    figure_text,
    gaps_json,
    proposals_json,
    said_of,
)
from toolbox_cli.reports.survey import compose_survey, survey_json
from toolbox_cli.reports.together import compose_causes, compose_together
from toolbox_cli.reports.together_json import causes_json, together_json

RULES, QUESTIONS = CATALOGUE.evidence, CATALOGUE.question_by_id
START = date(2026, 1, 1)
ABOUT = Description(source="enquête winkelgebied", start=date(2026, 3, 1), end=date(2026, 3, 31), invited={"winkeliers": 88})
SURVEY = read_survey(ROOT / "examples" / "enquete-voorbeeld.csv", CATALOGUE, ABOUT)
KINDS = {"Winkeldiefstal": 50, "Vernieling": 20, "Code 7": 10}
PICTURE = picture_of(
    incidents(row(START + timedelta(days=at % 90), 14, kind, "Winkelcentrum") for kind, number in KINDS.items() for at in range(number)),
    Description(
        source="BVH",
        registered_by="politie",
        definition="winkeldiefstal, vernieling en vechtpartijen",
        start=START,
        end=date(2026, 3, 31),
        events=(Event(date(2026, 2, 1), "meldkaart"),),
    ),
    RULES,
    ("bvh.csv",),
)
ROWS = side_by_side([PICTURE], [SURVEY], RULES, QUESTIONS)
CAUSES = weighed(signals_of([PICTURE], [SURVEY], ROWS, RULES), RULES)
PROPOSALS = proposals_of([PICTURE], [SURVEY], RULES, QUESTIONS)
GAPS = gaps_of([PICTURE], [SURVEY], RULES, QUESTIONS, PROPOSALS)


def plainly(document: Document) -> str:
    """The text of a document, with one space where a table is filled out."""
    return re.sub(" +", " ", to_markdown(document, 10_000))


def survey_text(survey: Survey = SURVEY) -> str:
    document = Document()
    compose_survey(document, CATALOGUE, [survey])
    return plainly(document)


def together_text() -> str:
    document = Document()
    compose_together(document, CATALOGUE, ROWS, [PICTURE], [SURVEY])
    return plainly(document)


def causes_text() -> str:
    document = Document()
    compose_causes(document, CATALOGUE, CAUSES)
    return plainly(document)


def proposals_text() -> str:
    document = Document()
    compose_proposals(document, CATALOGUE, PROPOSALS, GAPS)
    return plainly(document)


def test_the_table_has_the_numbers_of_the_record() -> None:
    text = survey_text()

    assert "| winkeliers | 44 | 88 | 50% |" in text
    assert "| bewoners van de opvang | 12 | niet bekend | niet te zeggen |" in text
    for asked in SURVEY.questions:
        for label in asked.answers:
            assert f"| {label} |" in text


def test_there_is_no_percentage_of_a_few_people() -> None:
    """Twelve people of the reception answered, forty-four shopkeepers did."""
    line = next(line for line in survey_text().splitlines() if line.startswith("| Winkeldiefstal |"))
    cells = [cell.strip() for cell in line.strip("|").split("|")]

    assert "%" not in cells[1]
    assert "%" in cells[2]
    assert "minder dan 30 mensen" in survey_text()


def test_what_the_answers_do_not_say_stands_before_them() -> None:
    text = survey_text()

    assert text.index("Wie er last van heeft, doet eerder mee") < text.index("Hebt u last van overlast?")
    assert "niet bij elkaar opgeteld" in text
    assert "meer dan één antwoord" in text


def test_open_answers_are_named_as_not_read() -> None:
    text = survey_text()

    assert "Open antwoorden: niet gelezen" in text
    assert "'Toelichting'" in text
    assert "eigen verhaal" not in text


def test_the_public_version_shows_no_small_number() -> None:
    told = public_survey(SURVEY, RULES)
    text, values = survey_text(told), survey_json(CATALOGUE, told)
    numbers = [answer["number"] for asked in values["questions"] for group in asked["groups"] for answer in group["answers"]]

    assert "–" in text
    assert all(number is None or number >= RULES.limits.public_from for number in numbers)
    assert "ook nul" in text


def test_the_survey_as_values_has_the_same_numbers() -> None:
    values = json.loads(json.dumps(survey_json(CATALOGUE, SURVEY)))
    first = values["questions"][0]

    assert [group["answered"] for group in values["groups"]] == [group.number for group in SURVEY.groups]
    assert first["groups"][0]["answers"][0]["share"] is None
    assert first["groups"][1]["answers"][0]["share"] == pytest.approx(first["groups"][1]["answers"][0]["number"] / 44)


def test_both_sides_stand_beside_each_other_with_numbers_and_source() -> None:
    line = next(line for line in together_text().splitlines() if line.startswith("| Winkeldiefstal |"))

    assert "BVH: 50 van 80" in line
    assert "winkeliers: " in line
    assert line.rstrip().endswith("| bevestigt |")


def test_a_contradiction_is_told_with_what_to_do() -> None:
    same_days = replace(SURVEY, about=replace(ABOUT, start=START))
    registered = picture_of(
        incidents(row(START + timedelta(days=at % 90), 14, "Winkeldiefstal", "Winkelcentrum") for at in range(80)),
        replace(PICTURE.about, definition="winkeldiefstal en intimidatie"),
        RULES,
    )
    rows = side_by_side([registered], [same_days], RULES, QUESTIONS)
    document = Document()
    compose_together(document, CATALOGUE, rows, [registered], [same_days])
    text = plainly(document)

    assert [item.choice for item in rows if item.status.value == "spreekt tegen"] == ["intimidatie"]
    assert "Vraag na of mensen het melden" in text
    assert "Dat zegt niet dat het niet gebeurt" in text


def test_what_each_source_cannot_see_is_said() -> None:
    text = together_text()

    assert "Wie geen melding of aangifte doet" in text
    assert "Winkeliers zien hun winkel in openingstijd" in text
    assert "Vervoerders zien" not in text


def test_no_cause_is_ever_shown_and_each_asks_somebody() -> None:
    text = causes_text()

    assert "laten geen oorzaak zien" in text
    seen = [item for item in CAUSES if item.speaks_for or item.speaks_against]
    assert text.count("Vraag aan") == sum(len(item.ask) for item in seen)
    assert text.count("Wie weet het: ") == len(CAUSES) - len(seen)
    assert "Ervoor: de helft of meer is diefstal (BVH: 50 van 80, 63%)" in text
    for cause in CAUSES:
        assert cause.hypothesis.text in text


def test_more_reporting_is_among_the_explanations() -> None:
    assert "Er wordt meer gemeld of geregistreerd" in causes_text()
    assert "in de periode veranderde iets dat meldingen geeft (BVH: 1)" not in causes_text()


def test_a_proposal_has_its_figure_its_source_and_what_it_does_not_say() -> None:
    text = proposals_text()

    assert text.startswith(f"## {TITLE}")
    assert "winkeldiefstal 50 van 80 (63%), vernieling 20 van 80 (25%), 1 januari 2026 tot en met 31 maart 2026" in text
    assert text.count("Wat dit niet zegt") == len(PROPOSALS)
    assert "nog niet bevestigd" in text


def test_a_confirmed_proposal_is_something_that_was_said() -> None:
    proposal = next(item for item in PROPOSALS if item.question == "gedrag")
    said = said_of(CATALOGUE, proposal)

    assert (said.source, said.on, said.answer) == ("politie", date(2026, 3, 31), proposal.answer)
    assert said.figure == figure_text(CATALOGUE, proposal)


def test_gaps_name_who_can_tell() -> None:
    text = proposals_text()

    assert "Wat de cijfers openlaten" in text
    assert text.count("Wie weet het: ") == len(GAPS)
    assert "Vraag hoeveel opvangplekken er per maand waren" in text


def test_without_figures_nothing_is_proposed() -> None:
    document = Document()
    compose_proposals(document, CATALOGUE, (), ())

    assert "te weinig of te onduidelijk" in to_markdown(document)


def test_everything_can_be_read_by_another_program() -> None:
    values = {
        "together": together_json(CATALOGUE, ROWS),
        "causes": causes_json(CATALOGUE, CAUSES),
        "proposals": proposals_json(CATALOGUE, PROPOSALS),
        "gaps": gaps_json(GAPS),
    }

    assert json.loads(json.dumps(values)) == values
    assert [item["figure"] for item in values["proposals"]] == [figure_text(CATALOGUE, item) for item in PROPOSALS]


def test_nobody_is_described_by_origin() -> None:
    from toolbox_cli.search.patterns import found_in, words_of

    lists = {item.id: item for item in CATALOGUE.wording.lists}
    words = words_of(lists, "herkomst")
    for text in (survey_text(), together_text(), causes_text(), proposals_text()):
        told = text.lower().replace("over een persoon of herkomst", "")
        assert found_in(words, told) == ()
