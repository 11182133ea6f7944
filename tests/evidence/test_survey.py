"""Surveys: per group and never added up, open answers not read, nothing of a person kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from helpers import CATALOGUE

from toolbox_cli.evidence.survey import NOT_SHOWN, UNKNOWN_GROUP, Asked, Row, Survey, named_by_group, survey_of
from toolbox_cli.evidence.survey_columns import survey_roles
from toolbox_cli.evidence.survey_long import amount_of
from toolbox_cli.model.evidence import Description

RULES = CATALOGUE.evidence


def counted(header: Sequence[str], rows: Sequence[Sequence[str]], about: Description | None = None, hidden: Sequence[str] = ()) -> Survey:
    about = about or Description()
    numbered = [Row(number, tuple(cells)) for number, cells in enumerate(rows, start=2)]
    return survey_of(header, numbered, survey_roles(header, about, RULES), about, RULES, lambda text: text in hidden, "enquete.csv")


def numbers(asked: Asked, group: str) -> Mapping[str, int | None]:
    return {item.label: item.number for one in asked.groups if one.group == group for item in one.counts.items}


def test_each_group_is_counted_apart() -> None:
    rows = [["Winkelier", "Ja"], ["winkelier", "nee"], ["Bewoner", "Ja"], ["Bewoner azc", "Nee"]]
    survey = counted(["Groep", "Hebt u last?"], rows)

    assert [(group.id, group.number) for group in survey.groups] == [("asielzoekers", 1), ("winkeliers", 2), ("bewoners", 1)]
    assert numbers(survey.questions[0], "winkeliers") == {"Ja": 1, "Nee": 1}
    assert numbers(survey.questions[0], "bewoners") == {"Ja": 1, "Nee": 0}
    assert survey.read == 4


def test_an_unknown_group_stands_apart_and_an_own_group_keeps_its_name() -> None:
    survey = counted(["Rol", "Last?"], [["", "Ja"], ["School", "Ja"], ["school", "Nee"], ["iets anders", "Ja"]])

    assert [(group.label, group.number) for group in survey.groups] == [("School", 2), ("groep onbekend", 2)]


def test_without_a_column_for_the_group_everybody_is_unknown_and_it_is_said() -> None:
    survey = counted(["Last?"], [["Ja"], ["Nee"]])

    assert [group.id for group in survey.groups] == [UNKNOWN_GROUP]
    assert "er is geen kolom met de groep" in survey.remarks[0]


def test_response_needs_the_number_that_was_asked() -> None:
    header, rows = ["Groep", "Last?"], [["Winkeliers", "Ja"]] * 10 + [["Bewoners", "Nee"]] * 5
    survey = counted(header, rows, Description(invited={"winkeliers": 40, "omwonenden": 3}))
    winkeliers, bewoners = survey.groups

    assert (winkeliers.invited, winkeliers.response) == (40, 0.25)
    assert (bewoners.invited, bewoners.response) == (3, None)
    assert "meer mensen dan er zijn gevraagd" in survey.remarks[0]
    assert survey.caution


def test_several_answers_in_a_cell_are_split() -> None:
    cells = ["Winkeldiefstal; Vernieling", "winkeldiefstal", "Vernieling;Drugs", ""]
    survey = counted(["Groep", "Waarvan?", "Last?"], [["Winkelier", cell, "Ja"] for cell in cells])
    asked = survey.questions[0]

    assert asked.several
    assert numbers(asked, "winkeliers") == {"Vernieling": 2, "Winkeldiefstal": 2, "Drugs": 1}
    assert asked.groups[0].number == 3
    assert asked.groups[0].counts.without == 1


def test_a_comma_splits_only_what_also_stands_alone() -> None:
    split = counted(["Waarvan?"], [["afval, drugs"], ["afval"], ["drugs"], ["drugs, afval"]]).questions[0]
    whole = counted(["Vaak?"], [["Nee, nooit"], ["Nee, nooit"], ["Ja, elke dag"], ["Ja, elke dag"]]).questions[0]

    assert (split.several, set(split.answers)) == (True, {"afval", "drugs"})
    assert (whole.several, set(whole.answers)) == (False, {"Nee, nooit", "Ja, elke dag"})


@pytest.mark.parametrize(
    "texts",
    [
        [f"Ik woon hier al jaren en het is elke avond weer raak bij de buren op nummer {at}" for at in range(4)],
        [f"eigen woorden {at}" for at in range(8)],
        [f"antwoord {at % 30}" for at in range(90)],
    ],
)
def test_open_answers_are_not_read(texts: Sequence[str]) -> None:
    survey = counted(["Groep", "Toelichting"], [["Bewoner", text] for text in texts])

    assert survey.open_columns == ("Toelichting",)
    assert survey.questions == ()
    assert "raak" not in repr(survey)
    assert "eigen woorden" not in repr(survey)


def test_a_scale_is_no_open_answer() -> None:
    survey = counted(["Cijfer"], [[str(number)] for number in range(1, 11)])

    assert survey.open_columns == ()
    assert len(survey.questions[0].answers) == 10


def test_themes_that_the_user_gave_are_counted() -> None:
    survey = counted(["Groep", "Thema", "Toelichting"], [["Bewoner", "afval", "x" * 80], ["Bewoner", "afval; geluid", "y" * 90]])

    assert [item.text for item in survey.questions] == ["Thema"]
    assert survey.questions[0].theme
    assert numbers(survey.questions[0], "bewoners") == {"afval": 2, "geluid": 1}
    assert survey.open_columns == ("Toelichting",)


def test_an_answer_in_ones_own_words_is_counted_but_not_named() -> None:
    rows = [["Ja"], ["Ja"], ["Nee"], ["Nee"], ["Soms, toen mijn buurman kwam"]]
    asked = counted(["Last?"], rows).questions[0]

    assert asked.answers == ("Ja", "Nee", NOT_SHOWN)
    assert numbers(asked, UNKNOWN_GROUP)[NOT_SHOWN] == 1


def test_what_may_not_be_shown_is_counted_but_not_named() -> None:
    asked = counted(["Last van?"], [["Jan Jansen"], ["Jan Jansen"], ["afval"], ["afval"]], hidden=["Jan Jansen"]).questions[0]

    assert asked.answers == ("afval", NOT_SHOWN)
    assert "Jansen" not in repr(asked)


@pytest.mark.parametrize(
    "name", ["Naam", "Wat is uw naam?", "Wat is uw nationaliteit?", "Leeftijd", "E-mail", "Postcode", "Wat is uw adres?"]
)
def test_a_column_about_people_is_refused_whatever_the_user_says(name: str) -> None:
    roles = survey_roles(["Groep", name], Description(columns={"theme": name}), RULES)

    assert roles.columns[1].refused
    assert roles.questions == roles.themes == ()


@pytest.mark.parametrize("name", ["Bent u slachtoffer geweest?", "Voelt u zich veilig?", "Doet u melding?"])
def test_a_question_about_what_happened_is_not_refused(name: str) -> None:
    assert survey_roles(["Groep", name], Description(), RULES).questions == (1,)


def test_columns_of_the_form_itself_are_no_questions() -> None:
    header = ["ID", "Begintijd", "Voltooiingstijd", "Ik ben", "Last?"]
    roles = survey_roles(header, Description(), RULES)

    assert (roles.group, roles.questions) == (3, (4,))


def test_a_row_without_an_answer_and_a_total_are_listed_and_not_counted() -> None:
    survey = counted(["Groep", "Last?"], [["Bewoner", "Ja"], ["Bewoner", " "], ["Totaal", "1"]])

    assert [(item.row, item.reason) for item in survey.unused] == [(3, "geen enkel antwoord"), (4, "een totaal, geen deelnemer")]
    assert survey.groups[0].number == 1


def test_answers_about_conduct_get_the_choices_of_that_question() -> None:
    rows = [
        ["Winkelier", "Winkeldiefstal; Rondhangen"],
        ["Winkelier", "Rondhangen"],
        ["Winkelier", "Geen last"],
        ["Winkelier", "Winkeldiefstal"],
    ]
    survey = counted(["Groep", "Waar hebt u last van?"], rows)
    asked = survey.questions[0]

    assert asked.question == "gedrag"
    assert asked.meaning == {"Winkeldiefstal": "winkeldiefstal", "Rondhangen": "rondhangen"}
    assert named_by_group(survey, "winkeliers", "gedrag") == (3, 4)
    assert named_by_group(survey, "bewoners", "gedrag") == (0, None)


def test_answers_yes_and_no_are_about_no_question() -> None:
    assert counted(["Last?"], [["Ja"], ["Nee"], ["Ja"]]).questions[0].question == ""


LONG = ["Groep", "Vraag", "Antwoord", "Aantal"]


def test_a_table_of_counts_is_taken_as_it_is() -> None:
    rows = [
        ["Winkeliers", "Waarvan last?", "winkeldiefstal", "1.012"],
        ["Winkeliers", "Waarvan last?", "rondhangen", "40"],
        ["Winkeliers", "Aantal respondenten", "", "1.200"],
        ["Bewoners", "Waarvan last?", "rondhangen", "7"],
    ]
    survey = counted(LONG, rows)
    asked = survey.questions[0]

    assert [(group.id, group.number) for group in survey.groups] == [("winkeliers", 1200), ("bewoners", None)]
    assert numbers(asked, "winkeliers") == {"winkeldiefstal": 1012, "rondhangen": 40}
    assert numbers(asked, "bewoners") == {"winkeldiefstal": 0, "rondhangen": 7}
    assert asked.groups[1].number is None
    assert "noemt niet van elke groep" in survey.remarks[0]


def test_what_is_no_count_is_listed_with_its_row() -> None:
    rows = [
        ["Bewoners", "Last?", "ja", "veel"],
        ["Bewoners", "Last?", "ja", "3"],
        ["Bewoners", "Last?", "ja", "4"],
        ["Totaal", "Last?", "ja", "3"],
        ["Bewoners", "", "", "3"],
    ]
    survey = counted(LONG, rows)

    assert [(item.row, item.reason) for item in survey.unused] == [
        (2, "geen aantal"),
        (4, "staat er twee keer"),
        (5, "een totaal over groepen"),
        (6, "geen vraag en geen antwoord"),
    ]
    assert numbers(survey.questions[0], "bewoners") == {"ja": 3}


@pytest.mark.parametrize(
    ("text", "amount"), [("12", 12), ("1.234", 1234), ("12,0", 12), ("12.0", 12), ("12,5", None), ("-3", None), ("", None)]
)
def test_an_amount_is_a_whole_number_as_people_type_it(text: str, amount: int | None) -> None:
    assert amount_of(text) == amount
