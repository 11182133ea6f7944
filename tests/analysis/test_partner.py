"""Which questions a partner gets: all it can answer, or what is still open in a case."""

from __future__ import annotations

import pytest
from helpers import CATALOGUE, ROOT, answers_of

from toolbox_cli.analysis.case import heard, heard_in
from toolbox_cli.analysis.partner import all_questions, open_for
from toolbox_cli.content.case_file import read_case
from toolbox_cli.model.case import Case, Said
from toolbox_cli.model.question import Answer

PARTNERS = [partner.id for partner in CATALOGUE.partners]
KNOWN = {"frequentie": "wekelijks", "gedrag": ["winkeldiefstal", "intimidatie"], "plaats": "winkelgebied", "acuut": "nee"}


def open_ids(partner: str, given: dict, *, detail: bool = False, **said: list[Said]) -> list[str]:
    items = {name: (Said(answer),) for name, answer in answers_of(given).given.items()}
    found = {name: heard(CATALOGUE.question_by_id[name], what) for name, what in {**items, **said}.items()}
    return [item.question.id for part in open_for(CATALOGUE, partner, {"": found}, detail=detail) for item in part.asked]


def said(word: str, source: str) -> Said:
    return Said(Answer(frozenset({word})), source)


@pytest.mark.parametrize("partner", PARTNERS)
def test_a_partner_gets_every_question_it_can_answer_and_no_other(partner: str) -> None:
    asked = {item.question.id for part in all_questions(CATALOGUE, partner, detail=True) for item in part.asked}

    assert asked == {question.id for question in CATALOGUE.questions if partner in question.who}


@pytest.mark.parametrize("partner", PARTNERS)
def test_without_a_case_the_questions_of_one_decision_come_only_when_asked_for(partner: str) -> None:
    assert not any(item.question.detail for part in all_questions(CATALOGUE, partner) for item in part.asked)


@pytest.mark.parametrize("partner", PARTNERS)
def test_no_question_comes_before_one_it_hangs_on(partner: str) -> None:
    case = read_case(ROOT / "examples" / "winkeldiefstal-centrum.yaml", CATALOGUE)
    for parts in (all_questions(CATALOGUE, partner, detail=True), open_for(CATALOGUE, partner, {"": {}}, detail=True),
                  open_for(CATALOGUE, partner, {"": heard_in(CATALOGUE, case)}, detail=True)):  # fmt: skip
        order = [item.question.id for part in parts for item in part.asked]
        for part in parts:
            for item in part.asked:
                assert not set(item.after) & set(order[order.index(item.question.id) :]), item.question.id


def test_what_is_answered_is_not_asked_again() -> None:
    assert "frequentie" in open_ids("politie", {})
    assert "frequentie" not in open_ids("politie", KNOWN)


def test_what_nobody_knows_is_asked_and_so_is_what_hangs_on_it() -> None:
    asked = open_ids("politie", {**KNOWN, "personen_bekend": "onbekend"})

    assert asked.index("personen_bekend") < asked.index("leeftijd")


def test_what_the_case_excludes_is_not_asked() -> None:
    assert "leeftijd" not in open_ids("politie", {**KNOWN, "personen_bekend": "nee"})


def test_an_answer_that_may_not_be_all_is_asked_again() -> None:
    assert "gedrag" in open_ids("politie", {**KNOWN, "gedrag": ["winkeldiefstal", "onbekend"]})


@pytest.mark.parametrize("name", ["frequentie", "leidende_rol"])
def test_where_sources_contradict_each_other_the_partner_is_asked_again(name: str) -> None:
    question = CATALOGUE.question_by_id[name]
    case = read_case(ROOT / "examples" / "winkeldiefstal-centrum.yaml", CATALOGUE)
    first, second = (option.id for option in question.options[-2:])
    for words, asked in (((first, second), True), ((second, second), False)):
        disputed = [said(word, source) for word, source in zip(words, ("politie", "boa"), strict=True)]
        items = {**heard_in(CATALOGUE, case), name: heard(question, disputed)}
        found = [item.question.id for part in open_for(CATALOGUE, "politie", {"": items}) for item in part.asked]
        assert (name in found) is asked


def test_a_detail_is_asked_when_a_leading_measure_waits_for_it() -> None:
    case = read_case(ROOT / "examples" / "winkeldiefstal-centrum.yaml", CATALOGUE)
    known = {name: list(items[0].answer.values) or "onbekend" for name, items in case.said.items()}

    assert "omvang" in open_ids("politie", known)
    assert "omvang" not in open_ids("politie", {**known, "personen_bekend": "nee", "leeftijd": "onbekend"})
    assert "aantal_voorvallen" not in open_ids("politie", {})
    assert "aantal_voorvallen" in open_ids("politie", {"personen_bekend": "ja"}, detail=True)


def test_a_detail_that_hangs_on_what_only_others_know_comes_later() -> None:
    case = read_case(ROOT / "examples" / "winkeldiefstal-centrum.yaml", CATALOGUE)
    parts = open_for(CATALOGUE, "politie", {"": heard_in(CATALOGUE, case)}, detail=True)
    every = {item.question.id: item for part in parts for item in part.asked}

    assert "apv_terugkijk" not in every  # it hangs on the step in the by-law, which the police do not know
    assert all("politie" in CATALOGUE.question_by_id[name].who for item in every.values() if item.question.detail for name in item.after)


def test_what_most_waits_for_comes_first_in_a_section() -> None:
    case = read_case(ROOT / "examples" / "winkeldiefstal-centrum.yaml", CATALOGUE)
    (part,) = open_for(CATALOGUE, "politie", {"": heard_in(CATALOGUE, case)})
    persons = [item.question.id for item in part.asked if item.question.section == "persoon"]

    assert persons == ["omvang", "ernstige_vrees", "verdenking", "convenant"]


def test_what_is_about_the_municipality_is_asked_once_and_first() -> None:
    from toolbox_cli.model.case import CaseProblem

    case = Case(problems=(CaseProblem("winkels"), CaseProblem("station")))
    parts = open_for(CATALOGUE, "coa", {problem.id: heard_in(CATALOGUE, case, problem.id) for problem in case.problems})

    assert [part.problem for part in parts] == ["", "winkels", "station"]
    assert [item.question.id for item in parts[0].asked] == ["locatie"]
    assert [item.question.id for item in parts[1].asked] == [item.question.id for item in parts[2].asked]
    assert not any(item.question.shared for part in parts[1:] for item in part.asked)
