"""The legal test of one form: the same verdict as the analysis, and only the questions it needs."""

import random
from itertools import product

import pytest
from analysis.test_needed import KNOWN_PERSON, drawn
from helpers import CATALOGUE, answers_of, seeds, some_answers

from toolbox_cli.analysis.assess import Grade, facts_of, finding_of, settled
from toolbox_cli.analysis.changes import what_if, with_others
from toolbox_cli.analysis.deciding import moving, open_by_weight
from toolbox_cli.analysis.legal_test import legal_test, open_in_test, questions_of
from toolbox_cli.model.catalogue import Form
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answer, Answers
from toolbox_cli.reports.problem import lacking
from toolbox_cli.rules.evaluate import questions_in
from toolbox_cli.rules.truth import Truth

FACTS = facts_of(CATALOGUE)
AREA_BAN = CATALOGUE.form_by_id["gebiedsverbod/172a"]
UNKNOWN = Answer(unknown=True)


@pytest.mark.parametrize("seed", range(15))
def test_the_test_and_the_analysis_never_differ(seed: int) -> None:
    answers = drawn(seed)
    for form in CATALOGUE.forms:
        test = legal_test(CATALOGUE, form, answers)
        if test.finding is None:
            continue
        assert test.finding == finding_of(form, CATALOGUE, answers)
        assert [item.tested for item in test.conditions] == list(test.finding.tested)
        if test.finding.indicated.truth is Truth.YES:
            expected = {Truth.YES: Grade.RECOMMENDED, Truth.NO: Grade.RULED_OUT, Truth.UNKNOWN: Grade.CONDITIONAL}
            assert test.finding.grade is expected[test.truth]
        if test.finding.grade is Grade.RULED_OUT:
            assert test.failing == test.finding.failing


@pytest.mark.parametrize("form", CATALOGUE.forms, ids=[form.id for form in CATALOGUE.forms])
def test_only_the_questions_of_the_form_are_asked_and_then_nothing_is_open(form: Form) -> None:
    """Whatever is answered: when nothing more is asked, every open condition waits for an answer that nobody knows or may not be asked."""
    source, answers = random.Random(form.id), Answers()
    own = {question.id for question in questions_of(CATALOGUE, form)}
    while found := open_in_test(CATALOGUE, form, answers):
        assert found[0].id in own
        answer = UNKNOWN if source.random() < 0.15 else source.choice(some_answers(found[0]))
        answers = with_others(CATALOGUE, answers, {found[0].id: answer})

    for question in legal_test(CATALOGUE, form, answers).open_questions:
        assert answers.get(question.id) == UNKNOWN


def test_nothing_about_the_problem_itself_is_asked() -> None:
    asked = {question.id for question in questions_of(CATALOGUE, AREA_BAN)}

    assert asked.isdisjoint({"frequentie", "gedrag", "plaats", "oorzaken", "apv_gebiedsverbod"})
    assert {"ernstige_vrees", "dossier", "aantal_voorvallen", "laatste_voorval", "om_aanwijzing", "duurvorm"} <= asked


def test_a_follow_up_waits_for_the_question_it_hangs_on() -> None:
    open_names = [question.id for question in legal_test(CATALOGUE, AREA_BAN, Answers()).open_questions]

    assert "ook_elders" in open_names
    assert "verzoek_elders" not in open_names


def test_what_lacks_in_the_file_is_told_part_by_part() -> None:
    test = legal_test(CATALOGUE, AREA_BAN, answers_of({**KNOWN_PERSON, "dossier": ["datum", "plaats"]}))

    assert test.failing is not None
    assert test.failing.condition.id == "dossier"
    question, answer = test.standards[0][1][0].answers[0]
    assert lacking(question, answer) == ["de tijd", "de gedraging", "de eigen rol", "de bron", "waarom het de openbare orde raakt"]
    assert lacking(question, answers_of({"dossier": "ja"}).get("dossier")) == []
    assert not legal_test(CATALOGUE, AREA_BAN, Answers()).standards[0][1][0].filled


def test_a_caution_is_said_although_the_condition_is_met() -> None:
    answers = answers_of({**KNOWN_PERSON, "groep": "ja", "leidende_rol": "ja", "herhaald_verstoord": "nee"})
    door = next(item for item in legal_test(CATALOGUE, AREA_BAN, answers).conditions if item.tested.condition.id == "deur-172a")

    assert door.tested.truth is Truth.YES
    assert len(door.cautions) == 1


def test_fear_in_the_past_is_open_until_it_is_explained_why_it_is_there_now() -> None:
    quiet = {**KNOWN_PERSON, "sindsdien": ["rustig", "begeleiding"]}

    for said, truth in (("onbekend", Truth.UNKNOWN), ("nee", Truth.NO), ("ja", Truth.YES)):
        assert legal_test(CATALOGUE, AREA_BAN, answers_of({**quiet, "vrees_uitgelegd": said})).truth is truth
    assert legal_test(CATALOGUE, AREA_BAN, answers_of({**quiet, "sindsdien": ["rustig", "nieuwe_signalen"]})).truth is Truth.YES


def test_who_did_not_disturb_public_order_opens_no_door() -> None:
    answers = answers_of({"personen_bekend": "ja", "orde_verstoord": "nee", "groep": "nee", "private_sanctie": "nee"})

    assert legal_test(CATALOGUE, AREA_BAN, answers).failing is not None
    assert legal_test(CATALOGUE, AREA_BAN, answers).failing.condition.id == "deur-172a"  # type: ignore[union-attr]


def test_what_if_tells_only_what_changes() -> None:
    answers = answers_of(KNOWN_PERSON)
    changed = what_if(CATALOGUE, answers, {"om_aanwijzing": Answer(frozenset({"ja"}))})
    turned = {item.form.id: (item.before and item.before.grade, item.after and item.after.grade) for item in changed.turned}

    assert turned["gebiedsverbod/172a"] == (Grade.RECOMMENDED, Grade.RULED_OUT)
    assert "meldplicht/172a" not in turned
    assert what_if(CATALOGUE, answers, {"om_aanwijzing": Answer(frozenset({"nee"}))}).turned == ()


def test_what_if_names_the_answers_that_lapse() -> None:
    changed = what_if(CATALOGUE, answers_of(KNOWN_PERSON), {"personen_bekend": Answer(frozenset({"nee"}))})

    assert {"leeftijd", "ernstige_vrees", "dossier"} <= set(changed.lapsed)
    assert "leeftijd" not in changed.answers


@pytest.mark.parametrize("seed", seeds(6, 12))
def test_the_questions_that_move_a_grade_are_those_that_trying_finds(seed: int) -> None:
    """For forms with few open questions: answer each in every way, for every way of answering the others or not."""
    answers, source = drawn(seed), random.Random(seed)
    names = source.sample(sorted(answers), 4)
    left = answers.without(*names)
    for form in CATALOGUE.forms:
        if form.measure.origin is Origin.REFUSAL:
            continue
        test = legal_test(CATALOGUE, form, left)
        assert test.finding is not None
        conditions = [form.rule.indicated, *(CATALOGUE.condition_by_id[name].when for name in form.condition_ids)]
        own = dict.fromkeys(name for condition in conditions for name in questions_in(condition, FACTS))
        known = settled(CATALOGUE, left)
        open_names = [name for name in own if name not in left and name not in known]
        if not 0 < len(open_names) <= 3 or any(not CATALOGUE.question_by_id[name].options for name in open_names):
            continue
        tried = _moving_by_trying(form, left, open_names)
        told = set(moving(test.finding, left, known, FACTS, CATALOGUE)) & set(open_names)
        assert told >= tried, form.id
        assert told == tried or test.truth is Truth.NO, form.id  # what fails may still turn out not to be called for


def _moving_by_trying(form: Form, answers: Answers, names: list[str]) -> set[str]:
    """The names of which another answer, or none, gives another grade while the others have one and the same answer, or none."""
    grades: dict[str, dict[tuple[Answer | None, ...], set[Grade | None]]] = {name: {} for name in names}
    for said in product(*([None, *some_answers(CATALOGUE.question_by_id[name])] for name in names)):
        given = Answers({**answers.given, **{name: answer for name, answer in zip(names, said, strict=True) if answer is not None}})
        finding = finding_of(form, CATALOGUE, given)
        for at, name in enumerate(names):
            grades[name].setdefault((*said[:at], *said[at + 1 :]), set()).add(finding.grade if finding else None)
    return {name for name in names if any(len(told) > 1 for told in grades[name].values())}


def test_the_question_that_moves_most_comes_first() -> None:
    answers = answers_of({name: said for name, said in KNOWN_PERSON.items() if name not in ("ernstige_vrees", "om_aanwijzing", "tekent")})
    found = open_by_weight(CATALOGUE, answers)
    names = [item.question.id for item in found]

    assert names.index("ernstige_vrees") < names.index("om_aanwijzing") < names.index("tekent")
    counts = [len(item.forms) for item in found if not item.question.detail]
    assert counts == sorted(counts, reverse=True)
    fear = next(item for item in found if item.question.id == "ernstige_vrees")
    assert {"gebiedsverbod/172a", "meldplicht/172a"} <= {form.id for form in fear.forms}


def test_once_something_fails_the_rest_moves_nothing() -> None:
    answers = answers_of({"frequentie": "wekelijks", "personen_bekend": "ja", "orde_verstoord": "ja", "herhaald_verstoord": "ja",
                          "gedrag": ["geweld"], "plaats": ["station"], "om_aanwijzing": "ja"})  # fmt: skip
    finding = legal_test(CATALOGUE, AREA_BAN, answers).finding

    assert finding is not None
    assert finding.grade is Grade.RULED_OUT
    assert moving(finding, answers, answers, FACTS, CATALOGUE) == ()
