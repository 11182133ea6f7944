"""Three values, always explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.model.condition import AllOf, Always, AnyOf, Condition, Fact, Is, Not
from toolbox_cli.model.question import Answer, Answers
from toolbox_cli.rules.evaluate import evaluate, missing, questions_in
from toolbox_cli.rules.truth import Truth

QUESTIONS = ("a", "b", "c")
leaves = st.builds(lambda name, value: Is(question=name, values=(value,)), st.sampled_from(QUESTIONS), st.sampled_from(["ja", "nee"]))
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(lambda parts: AllOf(parts=tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: AnyOf(parts=tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda part: Not(part=part), inner),
    ),
    max_leaves=8,
)
values = st.sampled_from([Answer(frozenset({"ja"})), Answer(frozenset({"nee"})), Answer(unknown=True)])
partial_answers = st.dictionaries(st.sampled_from(QUESTIONS), values).map(Answers)


def said(**given: str) -> Answers:
    return Answers({name: Answer(frozenset({value})) for name, value in given.items()})


def truth(condition: Condition, answers: Answers) -> Truth:
    return evaluate(condition, answers, {}).truth


def test_truth_is_not_a_bool() -> None:
    with pytest.raises(TypeError):
        bool(Truth.UNKNOWN)


def test_unanswered_question_leaves_the_condition_open() -> None:
    reason = evaluate(Is(question="a", values=("ja",)), Answers(), {})

    assert reason.truth is Truth.UNKNOWN
    assert missing(reason) == ("a",)


def test_unknown_answer_is_neither_yes_nor_no() -> None:
    assert truth(Is(question="a", values=("ja",)), Answers({"a": Answer(unknown=True)})) is Truth.UNKNOWN


def test_a_list_with_unknown_is_yes_for_what_it_names_and_open_for_the_rest() -> None:
    answers = Answers({"a": Answer(frozenset({"diefstal"}), unknown=True)})

    assert truth(Is(question="a", values=("diefstal",)), answers) is Truth.YES
    assert truth(Is(question="a", values=("geweld",)), answers) is Truth.UNKNOWN


def test_one_no_settles_all_and_one_yes_settles_any() -> None:
    parts = (Is(question="a", values=("ja",)), Is(question="b", values=("ja",)))

    assert truth(AllOf(parts=parts), said(a="nee")) is Truth.NO
    assert truth(AnyOf(parts=parts), said(a="ja")) is Truth.YES
    assert truth(AllOf(parts=parts), said(a="ja")) is Truth.UNKNOWN
    assert truth(AnyOf(parts=parts), said(a="nee")) is Truth.UNKNOWN


def test_a_settled_condition_misses_nothing() -> None:
    parts = (Is(question="a", values=("ja",)), Is(question="b", values=("ja",)))

    assert missing(evaluate(AllOf(parts=parts), said(a="nee"), {})) == ()


def test_a_fact_gives_the_reason_of_its_definition() -> None:
    facts = {"f": Is(question="a", values=("ja",))}
    reason = evaluate(Fact(fact="f"), said(a="nee"), facts)

    assert reason.truth is Truth.NO
    assert [part.condition for part in reason.parts] == [facts["f"]]
    assert questions_in(Fact(fact="f"), facts) == ("a",)


def test_always_holds_and_asks_nothing() -> None:
    reason = evaluate(Always(why="altijd"), Answers(), {})

    assert reason.truth is Truth.YES
    assert questions_in(Always(why="altijd"), {}) == ()


@given(conditions, partial_answers, st.sampled_from(QUESTIONS), values)
def test_more_answers_never_overturn_a_verdict(condition: Condition, answers: Answers, question: str, answer: Answer) -> None:
    before = truth(condition, answers)
    known = answers.get(question)
    after = truth(condition, answers if known is not None and known.values else answers.with_answer(question, answer))

    assert before is Truth.UNKNOWN or after is before


@given(conditions, partial_answers)
def test_only_an_open_condition_misses_answers_and_it_always_does(condition: Condition, answers: Answers) -> None:
    reason = evaluate(condition, answers, {})

    assert bool(missing(reason)) == (reason.truth is Truth.UNKNOWN)
    assert set(missing(reason)) <= set(questions_in(condition, {}))
