"""Golden cases that a jurist can read: tests/cases/*.yaml."""

import pytest
from golden import FOLDER, KEYS, Case, Expected, Judge, read_cases
from helpers import CATALOGUE, answers_of
from mutants import without_implied

from toolbox_cli.analysis.assess import ADVICE, assess
from toolbox_cli.analysis.interview import contradictions
from toolbox_cli.content.read import read_yaml
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Question

CASES = read_cases()
JUDGE = Judge.of(CATALOGUE)
LEGAL = {form.id: form for form in CATALOGUE.forms}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case_gets_the_expected_grades_and_reasons(case: Case) -> None:
    assert set(case.raw) <= KEYS, f"{case.file}: {case.name}: onbekende sleutels: {set(case.raw) - KEYS}"
    assert case.expected or case.first_five, f"{case.file}: {case.name} verwacht niets"
    assert "\n".join(JUDGE.complaints(case)) == ""


@pytest.mark.parametrize("case", [case for case in CASES if case.first_five], ids=lambda case: case.name)
def test_case_has_these_measures_among_the_first_five(case: Case) -> None:
    advised = [item.form.id for item in assess(CATALOGUE, case.answers).findings if item.grade in ADVICE]

    assert set(case.first_five) <= set(advised[:5]), f"{case.file}: {case.name}: de eerste zeven zijn {advised[:7]}"


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.name for case in CASES]

    assert sorted(names) == sorted(set(names))


def test_no_case_contradicts_itself() -> None:
    assert {case.name: [item.id for item in contradictions(CATALOGUE, case.answers)] for case in CASES} == {case.name: [] for case in CASES}


def test_every_source_of_a_case_is_in_the_content() -> None:
    known = {f"art {article.id}" for article in CATALOGUE.articles} | {f"doc {document.id}" for document in CATALOGUE.documents}
    known |= {ruling.ecli for ruling in CATALOGUE.rulings} | {"eigen lezing"}
    cited = {case.source for case in CASES if not case.source.startswith("toolbox ")}

    assert {source for source in cited if (source.partition(":")[0] if source.startswith("art ") else source) not in known} == set()


def test_every_form_is_recommended_or_refused_in_one_case_and_not_called_for_in_another() -> None:
    both = {"recommended", "not_indicated"}
    wanted = {form.id: {"ruled_out", "not_asked"} if form.measure.origin is Origin.REFUSAL else both for form in CATALOGUE.forms}
    found = {name: {item.key for case in CASES for item in case.expected if item.form == name} for name in wanted}

    assert {name: keys - found[name] for name, keys in wanted.items() if keys - found[name]} == {}


def test_every_legal_condition_fails_in_one_case_and_holds_in_another() -> None:
    failing = {name for case in CASES for item in case.expected if item.key == "failing" for name in item.reason}
    failing |= {item.reason.split(" ")[0] for case in CASES for item in case.expected if item.key == "ruled_out"}
    held = {name for case in CASES for item in case.expected if item.key == "recommended" for name in LEGAL[item.form].condition_ids}
    refusals = {name for form in CATALOGUE.forms if form.measure.origin is Origin.REFUSAL for name in form.condition_ids}
    everything = {condition.id for condition in CATALOGUE.conditions}

    assert everything - failing == set()
    assert everything - held - refusals == set()


@pytest.mark.parametrize("question", [question for question in CATALOGUE.questions if question.implied], ids=lambda question: question.id)
def test_what_follows_from_another_answer_decides_in_a_case(question: Question) -> None:
    judge = Judge.of(without_implied(CATALOGUE, question))

    assert any(said for case in CASES for said in judge.complaints(case))


def test_all_nine_practice_boxes_are_cases() -> None:
    assert sum("first_five" in case for case in read_yaml(FOLDER / "praktijk.yaml").values) == 9


@pytest.mark.parametrize(
    ("key", "reason", "word"),
    [
        ("recommended", None, "verwacht recommended"),
        ("conditional", ["dossier"], "verwacht conditional"),
        ("ruled_out", "ernstige-vrees", "kreeg deur-172a"),
        ("ruled_out", "deur-172a (art gemw-172a:9)", "kreeg art gemw-172a lid 1"),
        ("failing", ["deur-172a", "dossier"], "verwacht ['deur-172a', 'dossier']"),
        ("not_indicated", "frequentie", "verwacht not_indicated"),
        ("leads", ["een andere reden"], "verwacht redenen"),
        ("not_asked", None, "niemand vroeg erom"),
    ],
)
def test_a_wrong_expectation_is_told_with_case_form_expected_and_got(key: str, reason: object, word: str) -> None:
    given = answers_of(
        {
            "frequentie": "wekelijks",
            "plaats": "horeca",
            "personen_bekend": "ja",
            "orde_verstoord": "ja",
            "ernstig_verstoord": "nee",
            "herhaald_verstoord": "nee",
            "leidende_rol": "nee",
            "private_sanctie": "nee",
        }
    )
    case = Case("een zaak", "eigen lezing", "f.yaml", given, (Expected("gebiedsverbod/172a", key, reason),), (), {})
    (complaint,) = Judge.of(CATALOGUE).complaints(case)

    assert complaint.startswith("f.yaml: een zaak: gebiedsverbod/172a: ")
    assert word in complaint


def test_an_answer_that_does_not_keep_a_form_away_is_told() -> None:
    given = answers_of({"frequentie": "geen", "personen_bekend": "nee", "vaste_plek": "ja"})
    expected = (Expected("gebiedsverbod/172a", "not_indicated", "vaste_plek"),)
    (complaint,) = Judge.of(CATALOGUE).complaints(Case("een zaak", "eigen lezing", "f.yaml", given, expected, (), {}))

    assert "niet om vaste_plek" in complaint
