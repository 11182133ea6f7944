"""Answer files: what is written comes back the same; what is wrong is listed with its line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from helpers import CATALOGUE
from hypothesis import given, settings
from hypothesis import strategies as st

from toolbox_cli.content.answers import answer_from, parse_setting
from toolbox_cli.content.case_file import read_answers, read_case
from toolbox_cli.content.case_text import case_text
from toolbox_cli.content.files import write_atomically
from toolbox_cli.errors import ContentError, ToolboxError, UsageError
from toolbox_cli.model.case import Baseline, Case, Said
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answer, Answers, Kind, Question
from toolbox_cli.reports.questions import template_text

HEAD = "toolbox: antwoorden\nversion: 1\nanswers:\n"


def read(text: str, folder: Path) -> Mapping[str, Answer]:
    """Return the answers of a file with this text."""
    path = folder / "antwoorden.yaml"
    path.write_text(text, "utf-8")
    return read_answers(path, CATALOGUE).given


def faults(text: str, folder: Path) -> list[str]:
    """Return what is wrong with a file with this text, without its folder."""
    with pytest.raises(ContentError) as caught:
        read(text, folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def render_answers(catalogue: Catalogue, answers: Answers) -> str:
    """Return the text of a file with these answers and nothing else."""
    return case_text(catalogue, Case({name: (Said(answer),) for name, answer in answers.given.items()}))


def said(*values: str, unknown: bool = False) -> Answer:
    return Answer(frozenset(values), unknown)


# What comes back


def _answers_to(question: Question) -> st.SearchStrategy[Answer]:
    ids = [option.id for option in question.options if not option.exclusive]
    alone = st.sampled_from([said(option.id) for option in question.options] + [said(unknown=True)])
    if question.kind is not Kind.CHOICES:
        return alone
    several = st.builds(Answer, st.frozensets(st.sampled_from(ids), min_size=1), st.booleans())
    return alone | several


any_answers = st.fixed_dictionaries({}, optional={question.id: _answers_to(question) for question in CATALOGUE.questions}).map(Answers)


@settings(max_examples=60, deadline=None)
@given(any_answers)
def test_whatever_was_answered_comes_back_from_its_file(tmp_path_factory: pytest.TempPathFactory, answers: Answers) -> None:
    assert read(render_answers(CATALOGUE, answers), tmp_path_factory.getbasetemp()) == answers.given


@settings(max_examples=20, deadline=None)
@given(any_answers)
def test_the_order_of_answering_does_not_change_the_file(answers: Answers) -> None:
    turned = Answers(dict(reversed(list(answers.given.items()))))

    assert render_answers(CATALOGUE, turned) == render_answers(CATALOGUE, answers)


def test_no_answers_at_all_come_back_as_none(tmp_path: Path) -> None:
    assert read(render_answers(CATALOGUE, Answers()), tmp_path) == {}


def test_a_written_file_is_one_line_per_answer_in_the_order_of_the_questions() -> None:
    answers = Answers({"gedrag": said("vernieling", "geweld", unknown=True), "frequentie": said("soms")})

    assert render_answers(CATALOGUE, answers).splitlines()[1:] == [
        "toolbox: antwoorden",
        "version: 1",
        f'content: "{CATALOGUE.edition.version}"',
        "answers:",
        "  frequentie: soms",
        "  gedrag: [vernieling, geweld, onbekend]",
    ]


@pytest.mark.parametrize("word", ["onbekend", "Onbekend", "weet ik niet", "unknown", "[onbekend]"])
def test_unknown_is_an_answer_to_everything(word: str, tmp_path: Path) -> None:
    for question in ("acuut", "frequentie", "gedrag"):
        assert read(f"{HEAD}  {question}: {word}\n", tmp_path) == {question: said(unknown=True)}


def test_a_partial_list_keeps_its_values_and_that_there_may_be_more(tmp_path: Path) -> None:
    assert read(f"{HEAD}  gedrag: [geweld, onbekend]\n", tmp_path) == {"gedrag": said("geweld", unknown=True)}


@pytest.mark.parametrize(
    ("word", "value"), [("ja", "ja"), ("Ja", "ja"), ("yes", "ja"), ("true", "ja"), ("nee", "nee"), ("no", "nee"), ("False", "nee")]
)
def test_yes_and_no_may_be_written_as_people_write_them(word: str, value: str, tmp_path: Path) -> None:
    assert read(f"{HEAD}  acuut: {word}\n", tmp_path) == {"acuut": said(value)}


def test_one_value_may_stand_without_a_list(tmp_path: Path) -> None:
    assert read(f"{HEAD}  gedrag: geweld\n", tmp_path) == {"gedrag": said("geweld")}


@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_an_empty_value_means_not_asked(nothing: str, tmp_path: Path) -> None:
    assert read(f"{HEAD}  acuut:{nothing}\n  frequentie: soms\n", tmp_path) == {"frequentie": said("soms")}


def test_a_head_without_answers_has_no_answers(tmp_path: Path) -> None:
    assert read(HEAD, tmp_path) == {}


def test_the_empty_file_that_the_tool_hands_out_is_a_valid_one(tmp_path: Path) -> None:
    assert read(template_text(CATALOGUE), tmp_path) == {}


def test_the_empty_file_asks_every_question_once() -> None:
    lines = template_text(CATALOGUE).splitlines()

    assert [line.strip(" :") for line in lines if line.startswith("  ") and not line.startswith("  #")] == [
        question.id for section in CATALOGUE.sections for question in CATALOGUE.questions if question.section == section.id
    ]


# What is wrong


def test_an_unknown_question_is_named_with_its_line_and_the_nearest(tmp_path: Path) -> None:
    assert faults(f"{HEAD}  frequenti: soms\n", tmp_path) == [
        "antwoorden.yaml:4: frequenti: deze vraag bestaat niet; bedoelt u 'frequentie'?"
    ]


def test_an_unknown_question_like_no_other_points_to_the_list(tmp_path: Path) -> None:
    assert faults(f"{HEAD}  zzzzzz: soms\n", tmp_path) == [
        "antwoorden.yaml:4: zzzzzz: deze vraag bestaat niet; toolbox questions noemt alle vragen"
    ]


def test_a_wrong_value_lists_the_choices(tmp_path: Path) -> None:
    choices = ", ".join(option.id for option in CATALOGUE.question_by_id["frequentie"].options)

    assert faults(f"{HEAD}  frequentie: elke dag\n", tmp_path) == [
        f"antwoorden.yaml:4: frequentie: dit is geen antwoord op deze vraag; kies uit {choices}, onbekend"
    ]


def test_one_wrong_value_in_a_list_spoils_the_answer(tmp_path: Path) -> None:
    (fault,) = faults(f"{HEAD}  gedrag: [geweld, herrie]\n", tmp_path)

    assert fault.startswith("antwoorden.yaml:4: gedrag: dit is geen antwoord")


def test_yes_is_no_answer_to_a_question_with_choices(tmp_path: Path) -> None:
    (fault,) = faults(f"{HEAD}  frequentie: ja\n", tmp_path)

    assert "dit is geen antwoord op deze vraag" in fault


@pytest.mark.parametrize("value", ["[soms, dagelijks]", "[soms, onbekend]"])
def test_a_question_for_one_answer_takes_one(value: str, tmp_path: Path) -> None:
    assert faults(f"{HEAD}  frequentie: {value}\n", tmp_path) == ["antwoorden.yaml:4: frequentie: op deze vraag past maar één antwoord"]


@pytest.mark.parametrize("value", ["[geen, geweld]", "[geweld, geen]", "[geen, onbekend]"])
def test_nothing_happens_cannot_stand_beside_something_that_does(value: str, tmp_path: Path) -> None:
    assert faults(f"{HEAD}  gedrag: {value}\n", tmp_path) == ["antwoorden.yaml:4: gedrag: 'geen' kan niet samen met een ander antwoord"]


def test_an_empty_list_is_no_answer(tmp_path: Path) -> None:
    assert faults(f"{HEAD}  gedrag: []\n", tmp_path) == ["antwoorden.yaml:4: gedrag: geef een antwoord, of onbekend"]


def test_fields_under_a_question_are_no_answer(tmp_path: Path) -> None:
    assert faults(f"{HEAD}  gedrag: {{geweld: ja}}\n", tmp_path) == [
        "antwoorden.yaml:4: gedrag: hier hoort een antwoord of een lijst met antwoorden te staan"
    ]


def test_a_list_of_answers_without_questions_is_refused(tmp_path: Path) -> None:
    assert faults("answers: [a, b]\n", tmp_path) == ["antwoorden.yaml:1: answers: hier horen regels 'vraag: antwoord' te staan"]


@pytest.mark.parametrize("text", ["", "frequentie: soms\n", "- a\n", "zomaar tekst\n"])
def test_a_file_without_answers_is_no_answer_file(text: str, tmp_path: Path) -> None:
    (fault,) = faults(text, tmp_path)

    assert "dit is geen antwoordbestand; de kop 'answers:' ontbreekt" in fault


def test_a_field_that_does_not_belong_is_named(tmp_path: Path) -> None:
    assert faults("naam: x\nanswers: {}\n", tmp_path) == ["antwoorden.yaml:1: naam: dit veld hoort hier niet; haal het weg"]


def test_a_file_of_a_newer_version_asks_to_update_the_tool(tmp_path: Path) -> None:
    assert faults("version: 3\nanswers: {}\n", tmp_path) == [
        "antwoorden.yaml:1: version: dit bestand is gemaakt met een nieuwere toolbox (versie 3); werk toolbox bij"
    ]


@pytest.mark.parametrize("version", ["nieuw", "0", "1.0", "-1"])
def test_a_version_that_never_was_is_told_what_to_write(version: str, tmp_path: Path) -> None:
    assert faults(f"version: {version}\nanswers: {{}}\n", tmp_path) == [
        "antwoorden.yaml:1: version: deze versie is onbekend; schrijf version: 2"
    ]


@pytest.mark.parametrize("version", ["²", "9" * 5000], ids=["superscript", "5000 digits"])
def test_a_version_that_is_no_number_is_a_fault_not_a_crash(version: str, tmp_path: Path) -> None:
    (fault,) = faults(f"version: {version}\nanswers: {{}}\n", tmp_path)

    assert fault.startswith("antwoorden.yaml:1: version:")


def test_a_file_without_a_version_is_read(tmp_path: Path) -> None:
    assert read("answers: {acuut: nee}\n", tmp_path) == {"acuut": said("nee")}


def test_all_faults_of_a_file_are_listed_in_its_order(tmp_path: Path) -> None:
    found = faults("versie: 3\nversion: 3\nanswers:\n  frequenti: soms\n  acuut: misschien\n  gedrag: [geen, geweld]\n", tmp_path)

    assert sorted(fault.split(":")[1] for fault in found) == ["1", "2", "4", "5", "6"]


# Answers on the command line


def test_a_setting_is_a_question_and_its_answer() -> None:
    assert parse_setting("gedrag=geweld, onbekend", CATALOGUE) == ("gedrag", said("geweld", unknown=True))


@pytest.mark.parametrize("text", ["gedrag", "gedrag=", "gedrag= ", "=geweld", "gedrag=,"])
def test_half_a_setting_is_wrong_use(text: str) -> None:
    with pytest.raises(UsageError):
        parse_setting(text, CATALOGUE)


def test_a_setting_of_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="bedoelt u 'frequentie'"):
        parse_setting("frequentei=soms", CATALOGUE)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=4))
def test_no_words_at_all_make_an_answer_that_the_question_does_not_have(words: list[str]) -> None:
    question = CATALOGUE.question_by_id["gedrag"]
    answer, fault = answer_from(question, words)

    assert (answer is None) == bool(fault)
    assert answer is None or answer.values <= {option.id for option in question.options}


# Writing


def test_a_new_file_holds_the_text_with_plain_line_ends(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.yaml", "één\ntwee\n")

    assert (tmp_path / "a.yaml").read_bytes() == "één\ntwee\n".encode()


def test_an_old_file_is_replaced_and_nothing_else_is_left_behind(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.yaml", "oud")
    write_atomically(tmp_path / "a.yaml", "nieuw")

    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("a.yaml", "nieuw")]


def test_text_that_cannot_be_written_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("oud", "utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "nieuw \ud800")

    assert [(left.name, left.read_text("utf-8")) for left in tmp_path.iterdir()] == [("a.yaml", "oud")]


def test_a_folder_that_does_not_exist_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError, match="kan niet worden geschreven") as caught:
        write_atomically(tmp_path / "weg" / "a.yaml", "tekst")

    assert "waar u mag schrijven" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_stays_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    with pytest.raises(ToolboxError, match="kan niet worden geschreven"):
        write_atomically(tmp_path / "map", "tekst")

    assert [path.name for path in tmp_path.rglob("*")] == ["map"]


def test_a_link_to_a_file_keeps_pointing_at_it(tmp_path: Path) -> None:
    (tmp_path / "echt.yaml").write_text("oud", "utf-8")
    (tmp_path / "link.yaml").symlink_to("echt.yaml")
    write_atomically(tmp_path / "link.yaml", "nieuw")

    assert (tmp_path / "echt.yaml").read_text("utf-8") == "nieuw"


# Figures


def test_the_figure_behind_an_answer_stays_with_it(tmp_path: Path) -> None:
    path = tmp_path / "zaak.yaml"
    path.write_text(HEAD + "  frequentie: {answer: dagelijks, source: politie, figure: 84 van 120 incidenten}\n", "utf-8")
    case = read_case(path, CATALOGUE)

    assert case.said["frequentie"][0].figure == "84 van 120 incidenten"
    assert 'figure: "84 van 120 incidenten"' in case_text(CATALOGUE, case)


def test_a_figure_about_a_person_is_a_fault(tmp_path: Path) -> None:
    (fault,) = faults(HEAD + "  frequentie: {answer: dagelijks, figure: 12 keer door Jan Jansen}\n", tmp_path)
    assert "een naam" in fault
    assert "Jansen" not in fault


BASELINE = """\
decisions:
  - date: 2026-10-03
    measure: ov-afspraken
    decision: chosen
    baseline: {from: 2026-04-01, until: 2026-09-30, number: 84, source: politie, places: [Stationsplein], hours: [18, 23]}
"""


def test_a_baseline_comes_back_as_it_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "zaak.yaml"
    path.write_text(HEAD.replace("answers:\n", "answers: {}\n") + BASELINE, "utf-8")
    case = read_case(path, CATALOGUE)
    path.write_text(case_text(CATALOGUE, case), "utf-8")

    (decision,) = case.decisions
    assert decision.baseline == Baseline(date(2026, 4, 1), date(2026, 9, 30), 84, "politie", "", ("Stationsplein",), (), (18, 23))
    assert read_case(path, CATALOGUE).decisions == case.decisions


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("number: 84", "number: veel", "geef een aantal"),
        ("until: 2026-09-30", "until: 2026-03-30", "niet eerder dan from"),
        ("hours: [18, 23]", "hours: [18, 25]", "geef twee uren"),
        ("places: [Stationsplein]", "places: [bij Jan Jansen]", "een naam"),
    ],
)
def test_a_baseline_that_cannot_be_is_a_fault(tmp_path: Path, was: str, becomes: str, says: str) -> None:
    found = faults(HEAD.replace("answers:\n", "answers: {}\n") + BASELINE.replace(was, becomes), tmp_path)
    assert any(says in fault for fault in found)
