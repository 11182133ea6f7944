"""The form for a partner: clear, complete, and silent about what others said."""

from __future__ import annotations

import re
from datetime import date

import pytest
from helpers import CATALOGUE, ROOT, spread

from toolbox_cli.analysis.case import heard_in, problems_of
from toolbox_cli.analysis.partner import Part, all_questions, open_for
from toolbox_cli.content.case_file import case_in, read_case
from toolbox_cli.content.read import parse_yaml
from toolbox_cli.model.case import Case, CaseProblem, Certainty, Said
from toolbox_cli.model.question import Answer
from toolbox_cli.reports.answer_sheet import sheet_text
from toolbox_cli.reports.markdown import to_markdown
from toolbox_cli.reports.questionnaire import compose_questionnaire, questionnaire_json

EXAMPLE = read_case(ROOT / "examples" / "winkeldiefstal-centrum.yaml", CATALOGUE)
PARTNERS = [partner.id for partner in CATALOGUE.partners]


def parts_of(partner: str, case: Case) -> tuple[Part, ...]:
    return open_for(CATALOGUE, partner, {name: heard_in(CATALOGUE, case, name) for name in problems_of(case)})


def form(partner: str, case: Case | None = None) -> str:
    parts = all_questions(CATALOGUE, partner) if case is None else parts_of(partner, case)
    return to_markdown(compose_questionnaire(CATALOGUE, CATALOGUE.partner_by_id[partner], parts, case))


def sheet(partner: str, case: Case | None = None) -> str:
    parts = all_questions(CATALOGUE, partner) if case is None else parts_of(partner, case)
    return sheet_text(CATALOGUE, CATALOGUE.partner_by_id[partner], parts, case)


def one(text: str, heading: str) -> str:
    """The part of a form about one question."""
    return text.split(heading)[1].split("\n### ")[0]


def said(case: Case, name: str, *items: Said) -> Case:
    return case.with_said("", {**case.said, name: items})


def test_a_choice_has_a_box_for_each_answer_and_for_not_knowing() -> None:
    text = one(form("politie"), "Hoe vaak is er overlast of criminaliteit?")

    question = CATALOGUE.question_by_id["frequentie"]
    assert text.count("- [ ] ") == len(question.choices) + 1
    assert "- [ ] Weet ik niet\n" in text
    assert "Kies één antwoord." in text
    assert "er kan meer zijn" not in text.lower()
    assert "Hoe zeker bent u? [ ] zeker   [ ] waarschijnlijk   [ ] schatting\n" in text


def test_a_question_with_several_answers_leaves_open_that_there_is_more() -> None:
    text = one(form("politie"), "Waar gebeurt het? Kies alles wat voorkomt.")

    assert text.count("- [ ] ") == len(CATALOGUE.question_by_id["plaats"].choices) + 2
    assert "- [ ] Er kan meer zijn; ik weet niet alles\n- [ ] Weet ik niet\n" in text


def test_a_number_and_a_date_have_room_to_write() -> None:
    parts = all_questions(CATALOGUE, "politie", detail=True)
    text = to_markdown(compose_questionnaire(CATALOGUE, CATALOGUE.partner_by_id["politie"], parts))

    assert "Antwoord, een heel getal: ____" in one(text, CATALOGUE.question_by_id["aantal_voorvallen"].text)
    assert "Antwoord, een datum (dag-maand-jaar): ____" in one(text, CATALOGUE.question_by_id["laatste_voorval"].text)


def test_a_question_that_hangs_on_another_says_on_which_answer() -> None:
    text = form("politie")
    number = next(line for line in text.splitlines() if "dit gedrag zelf vertonen?" in line).split()[1].rstrip(".")

    assert f"Alleen als op vraag {number} 'Ja' past." in one(text, "Hoe oud zijn de personen die het doen?")
    assert "Alleen als" not in one(text, "Wat gebeurt er?")
    assert "Alleen als" not in one(text, "Waar gebeurt het?")  # what only excludes is no occasion to name


def test_a_question_that_hangs_on_what_others_know_names_their_question() -> None:
    text = one(form("nidos"), "Heeft een van de minderjarigen een voogd in plaats van ouders?")

    assert "Alleen als op de vraag (aan anderen) 'Hoe oud zijn de personen die het doen?'" in text


def test_once_the_occasion_is_known_it_is_not_named() -> None:
    known = said(EXAMPLE, "voogd", Said(Answer(unknown=True)))

    assert "Alleen als" not in one(form("nidos", known), "Heeft een van de minderjarigen een voogd in plaats van ouders?")


@pytest.mark.parametrize("partner", spread(PARTNERS, 3))
def test_what_others_said_makes_no_difference_to_the_form(partner: str) -> None:
    """A conflict, an estimate, another's name, date or reason: the form is that of a case in which nobody knows."""
    day = date(2026, 10, 3)
    for name in ("frequentie", "personen_bekend", "verdenking", "ernstige_vrees", "omvang", "voogd"):
        options = [option.id for option in CATALOGUE.question_by_id[name].options if not option.exclusive][:2]
        one_says, other_says = (Answer(frozenset({option})) for option in options)
        disputed = said(EXAMPLE, name, Said(one_says, "politie", day, Certainty.ESTIMATE), Said(other_says, "coa", day))
        nobody = said(EXAMPLE, name, Said(Answer(unknown=True)))

        assert form(partner, disputed) == form(partner, nobody)
        assert sheet(partner, disputed) == sheet(partner, nobody)


@pytest.mark.parametrize("partner", PARTNERS)
def test_who_answered_the_rest_and_when_is_nowhere_on_the_form(partner: str) -> None:
    day, secret = date(2031, 7, 23), "geheim besluit"
    told = {
        name: tuple(Said(item.answer, "mma", day, Certainty.ESTIMATE, secret) for item in items) for name, items in EXAMPLE.said.items()
    }
    case = Case(told)
    for text in (form(partner, case), sheet(partner, case)):
        assert "2031" not in text
        assert secret not in text
        assert "Meld Misdaad Anoniem" not in text or partner == "mma"
        assert all(f"  {name}:" not in text for name, items in told.items() if items[0].answer.values and not items[0].answer.unknown)


def test_no_explanation_on_the_form_tells_what_was_answered_before() -> None:
    for question in CATALOGUE.questions:
        assert not re.search(r"\bEr zijn\b.*\bgenoemd\b", question.help), question.id


def test_the_form_asks_for_nothing_about_a_person_and_has_no_room_for_it() -> None:
    text = form("politie", EXAMPLE)

    assert "Schrijf niets op over een persoon" in text
    assert "geen ruimte voor opmerkingen" in text
    assert text.count("____") == text.count("_" * 24) * 6 == 6  # only the date


def test_signs_in_the_title_of_a_problem_are_text() -> None:
    case = Case(problems=(CaseProblem("winkels", "*Winkels* <b>\n# weg"), CaseProblem("station")))

    assert "## Over het probleem: \\*Winkels\\* \\<b> # weg\n" in form("coa", case)
    assert "## Over het probleem: station\n" in form("coa", case)
    assert "## Over de gemeente als geheel\n" in form("coa", case)
    assert case_in(parse_yaml(sheet("coa", case), "coa.yaml"), CATALOGUE).case.said_of("winkels") == {}


def test_a_case_that_is_not_split_has_no_headings_of_problems() -> None:
    assert "Over het probleem" not in form("coa", EXAMPLE)
    assert "Over de gemeente" not in form("coa", EXAMPLE)


@pytest.mark.parametrize("partner", spread(PARTNERS, 3))
@pytest.mark.parametrize("case", [None, EXAMPLE, Case(problems=(CaseProblem("winkels", "Winkels"), CaseProblem("station")))])
def test_an_empty_answer_file_can_be_read_and_says_nothing(partner: str, case: Case | None) -> None:
    read = case_in(parse_yaml(sheet(partner, case), "leeg.yaml"), CATALOGUE).case

    assert not read.said
    assert all(not problem.said for problem in read.problems)


@pytest.mark.parametrize("partner", PARTNERS)
def test_form_answer_file_and_json_hold_the_same_questions_with_the_same_numbers(partner: str) -> None:
    parts = parts_of(partner, EXAMPLE)
    listed = questionnaire_json(CATALOGUE, parts)
    headings = [line.removeprefix("### ") for line in form(partner, EXAMPLE).splitlines() if line.startswith("### ")]
    comments = [line for line in sheet(partner, EXAMPLE).splitlines() if line.startswith("  # ") and line[4].isdigit()]

    assert headings == [f"{item['number']}. {item['text']}" for item in listed]
    assert [item["number"] for item in listed] == list(range(1, len(listed) + 1))
    assert all(line.startswith(f"  # {heading} (") for line, heading in zip(comments, headings, strict=True))


def test_a_partner_who_can_answer_nothing_is_told_so() -> None:
    assert form("ind").startswith("IND: deze partner kan geen van de vragen beantwoorden.")
    assert form("boa", EXAMPLE).startswith("Boa's en gemeentelijke toezichthouders: in deze zaak staat geen vraag open")
    assert "# IND: deze partner kan geen van de vragen beantwoorden." in sheet("ind")
