"""The reasons in words: at most six lines each, and never another outcome than the decision."""

import io
import json

import pytest
from analysis.test_needed import KNOWN_PERSON, drawn
from helpers import CATALOGUE, answers_of
from rich.console import Console

from toolbox_cli.analysis.assess import Grade, assess
from toolbox_cli.analysis.legal_test import legal_test
from toolbox_cli.cli.screen import _render
from toolbox_cli.model.question import Answers
from toolbox_cli.reports.check import compose_check
from toolbox_cli.reports.check_json import check_json
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.why import explain, finding_tree, reason_json, reason_tree
from toolbox_cli.rules.evaluate import Reason
from toolbox_cli.rules.truth import Truth


def printed(document: Document, width: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=width, no_color=True)
    for block in document.blocks:
        for part in _render(block, width):
            console.print(part, soft_wrap=True)
    output = console.file
    assert isinstance(output, io.StringIO)
    return output.getvalue().splitlines()


@pytest.mark.parametrize("seed", range(8))
def test_a_short_explanation_has_at_most_six_lines(seed: int) -> None:
    answers = drawn(seed)
    for finding in assess(CATALOGUE, answers).findings[::6]:
        document = Document()
        document.terms(explain(CATALOGUE, answers, finding))
        lines = [line for line in printed(document) if line.strip()]

        assert 2 <= len(lines) <= 6, lines
        assert all(len(line) <= 80 for line in lines)


@pytest.mark.parametrize("seed", range(8))
def test_the_tree_in_json_is_the_reason_itself(seed: int) -> None:
    answers = drawn(seed)
    for finding in assess(CATALOGUE, answers).findings:
        for reason in (finding.indicated, *(item.reason for item in finding.tested)):
            assert _truths(reason_json(CATALOGUE, answers, reason)) == _truths_of(reason)


def _truths(plain: dict[str, object]) -> list[object]:
    parts = plain.get("parts", [])
    assert isinstance(parts, list)
    return [plain["truth"], *(_truths(part) for part in parts)]


def _truths_of(reason: Reason) -> list[object]:
    return [reason.truth.value, *(_truths_of(part) for part in reason.parts)]


def test_the_full_tree_names_every_condition_and_every_answer_it_rests_on() -> None:
    answers = answers_of(KNOWN_PERSON)
    finding = next(item for item in assess(CATALOGUE, answers).findings if item.form.id == "gebiedsverbod/172a")
    text = " ".join(line.text for _, line in finding_tree(CATALOGUE, answers, finding))

    for item in finding.tested:
        assert item.condition.text.rstrip(".") in text
    assert "ernstige vrees nu: ja" in text
    assert "gedragsaanwijzing van het OM: nee" in text


def test_without_full_only_what_the_outcome_rests_on_is_told() -> None:
    answers = answers_of(KNOWN_PERSON)
    tests = {item.tested.condition.id: item.tested for item in legal_test(CATALOGUE, _area_ban(), answers).conditions}
    short = [line.text for _, line in reason_tree(CATALOGUE, answers, tests["verlenging-feiten"].reason, 0, full=False)]
    full = [line.text for _, line in reason_tree(CATALOGUE, answers, tests["verlenging-feiten"].reason, 0)]

    assert short == ["nieuw, verlenging of wijziging: een nieuw bevel"]
    assert full == ["één is genoeg:", *short, "nieuwe voorvallen sinds het bevel: niet gevraagd (nodig: ja)"]


def test_the_doors_of_the_law_are_always_all_there() -> None:
    tests = {item.tested.condition.id: item.tested for item in legal_test(CATALOGUE, _area_ban(), answers_of(KNOWN_PERSON)).conditions}
    lines = [line.text for _, line in reason_tree(CATALOGUE, answers_of(KNOWN_PERSON), tests["deur-172a"].reason, 0, full=False)]
    text = " ".join(lines)

    for door in ("Eén ernstige verstoring", "Herhaling", "Leidende rol", "Private sanctie"):
        assert door in text


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=[form.id for form in CATALOGUE.forms])
def test_the_text_and_the_json_of_a_legal_test_tell_the_same(form) -> None:  # type: ignore[no-untyped-def]
    test = legal_test(CATALOGUE, form, drawn(3))
    text = compose_check(CATALOGUE, test).text()
    plain = json.loads(json.dumps(check_json(CATALOGUE, test)))

    assert [item["condition"] for item in plain["conditions"]] == list(form.condition_ids)
    for item, settling in zip(plain["conditions"], test.conditions, strict=True):
        assert item["text"] in text
        assert item["truth"] == settling.tested.truth.value
        assert item["cited"] in text
        for caution in item["cautions"]:
            assert caution["text"] in text
    for question in plain["open_questions"]:
        assert question["text"] in text
    assert (plain["verdict"] == "no") == (plain["failing"] is not None)


def test_without_any_answer_nothing_is_called_impossible() -> None:
    for form in CATALOGUE.forms:
        test = legal_test(CATALOGUE, form, Answers())
        assert test.truth is not Truth.NO
        assert test.finding is None or test.finding.grade is not Grade.RULED_OUT


def _area_ban():  # type: ignore[no-untyped-def]
    return CATALOGUE.form_by_id["gebiedsverbod/172a"]
