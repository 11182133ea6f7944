"""Seed one wrong thing in the history or in the names it is about: it is found, and the message says what to write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import CATALOGUE
from seeded import Content, copy_of_content

LAST = CATALOGUE.edition.version
QUESTION = (
    "  - id: proefvraag\n    section: probleem\n    label: proef\n    text: Is dit een proef?\n    help: Ja.\n    kind: {kind}\n"
    "    ask_when: {{always: voor de proef}}\n    describes: true\n    who: [politie]\n    source: [eigen lezing]\n"
)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


def next_version(content: Content, changes: str = "", *, version: str = "2099.1", published: str = "2099-01-01") -> int:
    """Give the content a version after the shipped ones; return the line on which it starts in the history."""
    content.spoil("content.yaml", r"^version: .*$", "version: 2099.1")
    content.spoil("content.yaml", r"^published: .*$", "published: 2099-01-01")
    content.spoil("content.yaml", r"^law_limit_years: .*$", "law_limit_years: 10")
    return content.append("history.yaml", f"- version: {version}\n  published: {published}\n  summary: Een proef.\n{changes}")


def of_history(content: Content) -> list[str]:
    return [fault for fault in content.faults() if fault.startswith("data/history.yaml")]


def add_question(content: Content, kind: str = "yes_no") -> None:
    content.spoil("questions.yaml", r"(?<=^questions:\n)", QUESTION.format(kind=kind))


def test_a_next_version_that_changes_no_names_is_no_fault(content: Content) -> None:
    next_version(content)

    assert of_history(content) == []


def test_a_new_question_must_be_announced_and_the_message_says_how(content: Content) -> None:
    add_question(content)
    (fault,) = of_history(content)

    assert fault.endswith(": questions: dit staat nog niet in de geschiedenis; zet bij questions new: [proefvraag]")


def test_a_new_question_that_was_announced_is_no_fault(content: Content) -> None:
    next_version(content, "  questions: {new: [proefvraag]}\n")
    add_question(content)

    assert of_history(content) == []


def test_the_choices_of_a_new_question_must_be_announced_too(content: Content) -> None:
    next_version(content, "  questions: {new: [proefvraag]}\n")
    add_question(
        content, "choice\n    choices: [{{id: links, label: Links}}, {{id: rechts, label: Rechts}}]".replace("{{", "{").replace("}}", "}")
    )
    (fault,) = of_history(content)

    assert fault.endswith("zet bij answers {question: proefvraag, new: [links, rechts]}")


def test_a_new_choice_must_be_announced(content: Content) -> None:
    content.spoil("questions.yaml", r"^    choices:\n", "    choices:\n      - {id: laat, label: Laat}\n", after=r"^  - id: tijd$")
    (fault,) = of_history(content)

    assert fault.endswith("zet bij answers {question: tijd, new: [laat]}")


@pytest.mark.parametrize(
    "changes",
    ["{question: tijd, removed: [{id: weekend, because: Zomaar}], new: [laat]}", "{question: tijd, renamed: [{from: weekend, to: laat}]}"],
)
def test_a_choice_that_went_must_be_removed_or_renamed(changes: str, content: Content) -> None:
    content.spoil("questions.yaml", r"^      - \{id: weekend,", "      - {id: laat,", after=r"^  - id: tijd$")
    said = [fault.split(": ", 2)[2] for fault in of_history(content)]
    assert said[0] == (
        "antwoord 'weekend' op vraag 'tijd' bestaat niet meer; zet bij answers, vraag tijd, removed: [{id: weekend, because: …}] "
        "of renamed: [{from: weekend, to: …}]"
    )

    next_version(content, f"  answers:\n    - {changes}\n")
    assert of_history(content) == []


def test_a_form_that_has_another_name_must_be_in_the_history(content: Content) -> None:
    content.spoil("measures.yaml", r"^    - id: ivp$", "    - id: ivp/plan", after=r"^- id: ivp$")
    said = [fault.split(": ", 2)[2] for fault in of_history(content)]
    assert said == [
        "dit staat nog niet in de geschiedenis; zet bij forms new: [ivp/plan]",
        "variant 'ivp' bestaat niet meer; zet bij forms removed: [{id: ivp, because: …}] of renamed: [{from: ivp, to: …}]",
    ]

    next_version(content, "  forms: {renamed: [{from: ivp, to: ivp/plan}]}\n")
    assert of_history(content) == []


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ("questions: {removed: [{id: nooit, because: Zomaar}]}", "questions.removed.0.id", "vraag 'nooit' bestond vóór deze uitgave niet"),
        ("questions: {renamed: [{from: nooit, to: tijd}]}", "questions.renamed.0.from", "vraag 'nooit' bestond vóór deze uitgave niet"),
        ("questions: {new: [tijd]}", "questions.new.0", "vraag 'tijd' staat al eerder in de geschiedenis"),
        ("questions: {new: [beperkt]}", "questions.new.0", "vraag 'beperkt' bestond eerder en verviel; geef een andere id"),
        ("questions: {new: [tijdelijk]}", "questions", "vraag 'tijdelijk' bestaat niet meer"),
        ("questions: {renamed: [{from: tijd, to: uur}]}", "questions", "vraag 'uur' bestaat niet meer"),
        ("answers: [{question: nooit, new: [a]}]", "answers.0.question", "vraag 'nooit' bestaat in deze uitgave niet"),
        (
            "forms: {removed: [{id: htl, because: Zomaar, instead: [nooit]}]}",
            "forms.removed.0.instead.0",
            "variant 'nooit' bestaat in deze",
        ),
    ],
)
def test_a_change_that_cannot_be_is_named_with_its_field(changes: str, field: str, says: str, content: Content) -> None:
    line = next_version(content, f"  {changes}\n")

    assert any(
        re.match(rf"data/history\.yaml:{line + 3}: {re.escape(field)}: {re.escape(says)}", fault) for fault in of_history(content)
    ), of_history(content)


def test_a_rename_that_a_later_version_follows_is_no_fault(content: Content) -> None:
    next_version(content, "  forms: {renamed: [{from: ivp, to: ivp/oud}]}\n", version="2098.1")
    content.append(
        "history.yaml",
        "- version: 2099.1\n  published: 2099-01-01\n  summary: Een proef.\n  forms: {renamed: [{from: ivp/oud, to: ivp/plan}]}\n",
    )
    content.spoil("measures.yaml", r"^    - id: ivp$", "    - id: ivp/plan", after=r"^- id: ivp$")

    assert of_history(content) == []


def test_the_edition_must_be_the_last_version(content: Content) -> None:
    content.spoil("content.yaml", r"^version: .*$", "version: 2099.1")
    (fault,) = of_history(content)

    assert fault.endswith(f"version: de laatste uitgave is hier {LAST} en in content.yaml 2099.1; zet die hier onderaan")


def test_the_edition_has_the_date_of_the_last_version(content: Content) -> None:
    next_version(content, published="2098-12-31")
    (fault,) = of_history(content)

    assert fault.endswith("published: in content.yaml is uitgave 2099.1 van 2099-01-01; maak beide gelijk")


def test_versions_stand_oldest_first(content: Content) -> None:
    line = next_version(content, version="2098.10")
    content.append("history.yaml", "- version: 2098.9\n  published: 2098-12-31\n  summary: Een proef.\n")
    said = of_history(content)

    assert f"data/history.yaml:{line + 3}: version: uitgave 2098.9 komt niet na 2098.10; zet de oudste eerst" in said
    assert f"data/history.yaml:{line + 4}: published: deze datum ligt vóór die van uitgave 2098.10" in said


def test_an_empty_history_is_one_fault(content: Content) -> None:
    (content.folder / "history.yaml").write_text("[]\n", "utf-8")

    assert content.fault() == (
        f"data/content.yaml:2: version: uitgave {LAST} staat niet in history.yaml; zet daar elke uitgave met wat zij veranderde"
    )


def test_a_missing_history_or_edition_gives_no_fault_of_ours(content: Content) -> None:
    for name in ("history.yaml", "content.yaml"):
        (content.folder / name).unlink()

    assert content.faults() == [
        f"data/{name}: dit bestand bestaat niet; controleer de naam en de map" for name in ("content.yaml", "history.yaml")
    ]


@pytest.mark.parametrize("after", [r"^- version: 2026\.11$", rf"^- version: {LAST}$"])
def test_a_version_that_cannot_be_read_is_named_and_nothing_is_said_of_the_others(after: str, content: Content) -> None:
    line = content.spoil("history.yaml", r"^  summary: .*$", "  summary: ''", after=after)

    assert content.fault() == f"data/history.yaml:{line}: summary: deze tekst is leeg of te kort"


@pytest.mark.parametrize("name", ["questions.yaml", "measures.yaml"])
def test_nothing_is_called_gone_when_its_file_is_not_there(name: str, content: Content) -> None:
    (content.folder / name).unlink()

    assert of_history(content) == []
