"""A question that cannot be understood as it stands is a fault of the content, and so is one that contradicts itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import CATALOGUE
from seeded import Content, copy_of_content

from toolbox_cli.content.check_questions import MOST_HELP, check_questions


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


def test_a_legal_term_without_its_explanation_is_named_with_the_way_out(content: Content) -> None:
    content.spoil("questions.yaml", r"de handhavings- en toezichtlocatie", "een locatie", after=r"id: htl_buiten$")
    found = content.faults()

    assert len(found) == 2  # in the text and in the help
    assert all("htl_buiten." in fault and "'HTL' staat er zonder uitleg" in fault for fault in found)
    assert all("handhavings- en toezichtlocatie" in fault for fault in found)


def test_a_term_in_a_choice_counts_too(content: Content) -> None:
    content.spoil("questions.yaml", r"Straatcoach \(spreekt mensen op straat aan\)", "Straatcoach", after=r"id: aanwezig$")

    assert "aanwezig.choices.7.label: 'Straatcoach' staat er zonder uitleg" in content.fault()


def test_an_abbreviation_is_not_found_in_an_ordinary_word(content: Content) -> None:
    """OM is the prosecution service, om is a word: most questions have it."""
    content.spoil("questions.yaml", r"(?<=text: )Wat gebeurt er\?", "Waar gaat het om?", after=r"id: gedrag$")

    assert content.faults() == []


def test_an_explanation_may_stand_in_the_text_of_the_question(content: Content) -> None:
    """The DPIA is explained in the question itself, so that its help need not say it again."""
    question = CATALOGUE.question_by_id["winkel_dpia"]

    assert "DPIA" in question.text
    assert "gevolgen voor de privacy" in question.text
    assert "gevolgen voor de privacy" not in question.help


def test_long_help_is_a_fault(content: Content) -> None:
    content.spoil("questions.yaml", r"(?<=help: )Ga uit van", "Heel veel woorden. " * 12 + "Ga uit van", after=r"id: resultaat$")

    assert "resultaat.help: de uitleg telt " in content.fault()


def test_every_term_that_is_listed_is_said_once() -> None:
    words = [word for term in CATALOGUE.wording.explained for word in term.words]

    assert len(words) == len(set(words))


def test_what_is_asked_if_there_is_room_must_describe_something(content: Content) -> None:
    content.spoil("questions.yaml", r"    describes: true\n", "", after=r"id: objectief$")

    assert "objectief.if_room: dit hoort bij een vraag met describes: true" in content.fault()


def test_only_a_detail_can_be_asked_early(content: Content) -> None:
    content.spoil("questions.yaml", r"    detail: true\n", "", after=r"id: verlenging$")

    assert "verlenging.early: dit hoort bij een vraag met detail: true" in content.fault()


def test_the_shipped_questions_pass_and_use_their_room() -> None:
    assert not list(check_questions(CATALOGUE))
    assert max(len(question.help) for question in CATALOGUE.questions) <= MOST_HELP
