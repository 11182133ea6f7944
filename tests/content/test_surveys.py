"""Files with a survey, as municipalities have them: counted per group, and nothing of a person leaves the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.content.surveys import read_survey
from toolbox_cli.errors import ToolboxError
from toolbox_cli.evidence.survey import NOT_SHOWN
from toolbox_cli.model.evidence import Description

ABOUT = Description(source="enquête", start=date(2026, 3, 1), end=date(2026, 3, 31))
SECRET = "Mijn buurman Jan Jansen van nummer 12 doet dit elke avond en ik durf niets te zeggen tegen hem"


def written(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / "enquete.csv"
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def test_the_example_is_read_as_it_is() -> None:
    survey = read_survey(ROOT / "examples" / "enquete-voorbeeld.csv", CATALOGUE, ABOUT)

    assert {group.id: group.number for group in survey.groups} == {"asielzoekers": 12, "winkeliers": 44, "bewoners": 41}
    assert [asked.question for asked in survey.questions] == ["", "gedrag", "tijd", "ontwikkeling", ""]
    assert survey.open_columns == ("Toelichting",)
    assert survey.read == 97


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_encoding_does_not_matter(encoding: str, tmp_path: Path) -> None:
    lines = ["Groep;Waar hebt u last van?", *["Winkelier;Café-overlast"] * 3, *["Winkelier;Afval"] * 3]
    survey = read_survey(written(tmp_path, *lines, encoding=encoding), CATALOGUE, ABOUT)

    assert set(survey.questions[0].answers) == {"Café-overlast", "Afval"}


def test_what_is_about_people_is_named_by_column_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    lines = ["Groep;Naam;E-mail;Wat is uw nationaliteit?;Last?;Toelichting"]
    lines += [f"Bewoner;Piet de Wit;p{at}@voorbeeld.nl;Onbekendlands;Ja;{SECRET}" for at in range(6)]
    survey = read_survey(written(tmp_path, *lines), CATALOGUE, ABOUT)
    kept = repr(survey)

    assert {column.name for column in survey.columns if column.refused} >= {"Naam", "E-mail", "Wat is uw nationaliteit?"}
    assert not any(word in kept for word in ("Piet", "Wit", "voorbeeld.nl", "Onbekendlands", "Jansen", "buurman"))
    assert [asked.text for asked in survey.questions] == ["Last?"]


def test_an_answer_that_names_somebody_or_an_origin_is_counted_and_not_named(tmp_path: Path) -> None:
    answers = ["Afval"] * 4 + ["Marokkanen"] * 4 + ["Rondhangen"] * 4
    survey = read_survey(written(tmp_path, "Groep;Last van?", *(f"Bewoner;{answer}" for answer in answers)), CATALOGUE, ABOUT)

    assert survey.questions[0].answers == ("Afval", "Rondhangen", NOT_SHOWN)
    assert "Marokk" not in repr(survey)


def test_a_question_that_names_somebody_goes_by_its_column(tmp_path: Path) -> None:
    survey = read_survey(
        written(tmp_path, "Groep;Hebt u last van Jan Jansen?", *["Bewoner;Ja"] * 3, *["Bewoner;Nee"] * 3), CATALOGUE, ABOUT
    )

    assert [asked.text for asked in survey.questions] == ["vraag in kolom 2"]
    assert "Jansen" not in repr(survey)


def test_the_groups_that_the_toolbox_names_are_not_taken_for_origin(tmp_path: Path) -> None:
    lines = ["Groep;Last?", *["Asielzoekers;Ja"] * 5, *["Bewoners azc;Nee"] * 5]
    survey = read_survey(written(tmp_path, *lines), CATALOGUE, ABOUT)

    assert [(group.id, group.number) for group in survey.groups] == [("asielzoekers", 10)]


def test_the_user_can_say_which_column_is_what(tmp_path: Path) -> None:
    lines = ["Wie;Code;Last?", *["winkelier;afval;Ja"] * 3, *["bewoner;geluid;Nee"] * 3]
    about = Description(source="enquête", columns={"group": "Wie", "theme": "Code"})
    survey = read_survey(written(tmp_path, *lines), CATALOGUE, about)

    assert [group.id for group in survey.groups] == ["winkeliers", "bewoners"]
    assert {asked.text: asked.theme for asked in survey.questions} == {"Last?": False, "Code": True}


def test_a_table_of_counts_is_read_too(tmp_path: Path) -> None:
    lines = ["Groep;Vraag;Antwoord;Aantal", "Winkeliers;Last?;Ja;40", "Winkeliers;Last?;Nee;20", "Winkeliers;Aantal respondenten;;60"]
    survey = read_survey(written(tmp_path, *lines), CATALOGUE, ABOUT)

    assert survey.groups[0].number == 60
    assert [(item.label, item.number) for item in survey.questions[0].groups[0].counts.items] == [("Ja", 40), ("Nee", 20)]


def test_a_file_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError):
        read_survey(tmp_path / "weg.csv", CATALOGUE, ABOUT)


@pytest.mark.parametrize("loose", ['hij zei "nee"', '5" buis', '"nooit gesloten', '""', 'a "b" c "d'])
def test_a_loose_quote_takes_no_row_away(loose: str, tmp_path: Path) -> None:
    survey = read_survey(written(tmp_path, "groep;last;opm", f"winkelier;ja;{loose}", *["winkelier;nee;x"] * 3), CATALOGUE, ABOUT)

    assert survey.read == 4
    assert {count.label: count.number for count in survey.questions[0].groups[0].counts.items} == {"nee": 3, "ja": 1}


def test_a_loose_quote_in_the_header_is_part_of_a_name(tmp_path: Path) -> None:
    survey = read_survey(written(tmp_path, 'groep;"last" hier;opm', *["winkelier;ja;x"] * 3), CATALOGUE, ABOUT)

    assert survey.read == 3


def test_a_row_per_answer_is_refused_because_people_would_count_more_than_once(tmp_path: Path) -> None:
    lines = ["respondent_id,doelgroep,vraag,antwoord", "1,winkelier,last,ja", "1,winkelier,waar,plein"]
    with pytest.raises(ToolboxError) as caught:
        read_survey(written(tmp_path, *lines), CATALOGUE, ABOUT)
    assert "één regel per antwoord" in caught.value.message


def test_a_number_of_a_respondent_is_no_group(tmp_path: Path) -> None:
    survey = read_survey(written(tmp_path, "Respondent;Last?", *(f"{at};ja" for at in range(20))), CATALOGUE, ABOUT)

    assert [(group.id, group.number) for group in survey.groups] == [("onbekend", 20)]
