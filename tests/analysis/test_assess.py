"""Laws that hold for all answers, and the order of the advice."""

from helpers import CATALOGUE, answers_of, examples, some_answers
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.assess import ADVICE, CORE_SIZE, MOST_LEADING, Finding, Grade, assess
from toolbox_cli.model.measure import MeasureClass, Origin
from toolbox_cli.model.question import Answer, Answers, Kind, Question
from toolbox_cli.rules.evaluate import conjunction
from toolbox_cli.rules.truth import Truth

NOTHING = Answers()


def _answer(question: Question) -> st.SearchStrategy[Answer]:
    values = [option.id for option in question.options if not option.exclusive]
    alone = some_answers(question)
    unknown = st.just(Answer(unknown=True))
    if question.kind is not Kind.CHOICES:
        return st.one_of(st.sampled_from(alone), unknown)
    some = st.builds(Answer, st.frozensets(st.sampled_from(values), min_size=1, max_size=4), st.booleans())
    return st.one_of(some, st.sampled_from(alone), unknown)


answer_sets = st.fixed_dictionaries({}, optional={question.id: _answer(question) for question in CATALOGUE.questions}).map(Answers)


def by_form(answers: Answers) -> dict[str, Finding]:
    return {finding.form.id: finding for finding in assess(CATALOGUE, answers).findings}


@examples(500)
@given(answer_sets)
def test_every_grade_agrees_with_its_conditions(answers: Answers) -> None:
    for finding in assess(CATALOGUE, answers).findings:
        legal = conjunction([item.truth for item in finding.tested])
        expected = {
            Grade.RECOMMENDED: finding.indicated.truth is Truth.YES and legal is Truth.YES,
            Grade.CONDITIONAL: finding.indicated.truth is Truth.YES and legal is Truth.UNKNOWN,
            Grade.UNDETERMINED: finding.indicated.truth is Truth.UNKNOWN and legal is not Truth.NO,
            Grade.RULED_OUT: finding.indicated.truth is not Truth.NO and legal is Truth.NO,
            Grade.NOT_INDICATED: finding.indicated.truth is Truth.NO,
        }
        assert expected[finding.grade]
        assert (finding.grade is Grade.RULED_OUT) == (finding.failing is not None)
        assert bool(finding.open_questions) == (finding.grade in (Grade.CONDITIONAL, Grade.UNDETERMINED))


@examples(200)
@given(answer_sets, st.data())
def test_an_answer_to_an_unknown_question_only_narrows(answers: Answers, data: st.DataObject) -> None:
    open_names = [question.id for question in CATALOGUE.questions if answers.get(question.id) == Answer(unknown=True)]
    name = data.draw(st.sampled_from(open_names or ["frequentie"]))
    before = by_form(answers)
    after = by_form(answers.with_answer(name, data.draw(_answer(CATALOGUE.question_by_id[name]))))

    for form, finding in before.items():
        if finding.grade is Grade.UNDETERMINED or name not in open_names:
            continue
        if finding.grade is Grade.CONDITIONAL:
            assert after[form].grade in (Grade.CONDITIONAL, Grade.RECOMMENDED, Grade.RULED_OUT)
        elif finding.grade is Grade.RULED_OUT:
            assert after[form].grade in (Grade.RULED_OUT, Grade.NOT_INDICATED)
        else:
            assert after[form].grade is finding.grade


@examples(200)
@given(answer_sets)
def test_a_heavier_measure_above_an_untried_lighter_one_says_why(answers: Answers) -> None:
    advice = assess(CATALOGUE, answers).advice
    for at, finding in enumerate(advice):
        lighter = [other for other in advice[at + 1 :] if other.form.rule.weight < finding.form.rule.weight]
        if any(not (other.tried or other.present) for other in lighter):
            assert finding.order


@examples(100)
@given(answer_sets)
def test_ranks_count_from_one_and_at_most_seven_lead(answers: Answers) -> None:
    findings = assess(CATALOGUE, answers).findings

    assert [finding.rank for finding in findings] == list(range(1, len(findings) + 1))
    assert sum(finding.leading for finding in findings) <= MOST_LEADING
    assert all(finding.grade in ADVICE for finding in findings if finding.leading)


def test_without_any_answer_nothing_is_ruled_out_and_nothing_bound_is_recommended() -> None:
    unknown = Answers({question.id: Answer(unknown=True) for question in CATALOGUE.questions})
    for answers in (NOTHING, unknown):
        findings = assess(CATALOGUE, answers).findings
        assert not [finding for finding in findings if finding.grade is Grade.RULED_OUT]
        assert not [finding for finding in findings if finding.grade is Grade.RECOMMENDED and finding.tested]


def test_a_refusal_is_only_a_finding_when_somebody_asked_for_it() -> None:
    asked = by_form(answers_of({"gevraagd": ["avondklok"]}))

    assert asked["avondklok-bewoners"].grade is Grade.RULED_OUT
    assert "verbod-voor-groep" not in asked
    assert not [finding for finding in by_form(NOTHING).values() if finding.form.measure.origin is Origin.REFUSAL]


def test_nothing_is_ruled_out_on_a_question_that_was_not_put() -> None:
    answers = answers_of({"frequentie": "wekelijks", "gedrag": ["winkeldiefstal"], "plaats": ["winkelgebied"], "personen_bekend": "nee"})

    assert not [finding for finding in assess(CATALOGUE, answers).findings if finding.grade is Grade.RULED_OUT]
    assert by_form(answers)["gebiedsverbod/172a"].grade is Grade.NOT_INDICATED


def test_preventive_measures_stand_beside_repressive_ones_in_front() -> None:
    answers = answers_of(
        {"frequentie": "wekelijks", "gedrag": ["winkeldiefstal", "intimidatie"], "plaats": ["winkelgebied"], "vaste_plek": "ja",
         "personen_bekend": "ja", "oorzaken": ["verveling", "geen_toezicht"], "getroffen": ["winkeliers"], "aangifte": "soms"}
    )  # fmt: skip
    core = assess(CATALOGUE, answers).findings[:CORE_SIZE]

    assert {finding.form.measure.kind for finding in core} == set(MeasureClass)


def test_two_different_problems_give_different_advice() -> None:
    theft = answers_of({"frequentie": "wekelijks", "gedrag": ["winkeldiefstal"], "plaats": ["winkelgebied"], "getroffen": ["winkeliers"]})
    worry = answers_of({"frequentie": "geen", "gedrag": ["ongerustheid"], "locatie": "komt_nog", "getroffen": ["omwonenden"]})
    first = {finding.form.id for finding in assess(CATALOGUE, theft).findings if finding.leading}
    second = {finding.form.id for finding in assess(CATALOGUE, worry).findings if finding.leading}

    assert first
    assert second
    assert len(first & second) <= 1


def test_an_existing_structure_does_not_lead() -> None:
    given = {"frequentie": "soms", "gedrag": ["rondhangen"], "plaats": ["woonbuurt"], "getroffen": ["omwonenden"]}

    assert by_form(answers_of(given))["meldkaart"].leading
    assert not by_form(answers_of({**given, "aanwezig": ["meldkaart"]}))["meldkaart"].leading
