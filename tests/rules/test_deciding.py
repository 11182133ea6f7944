"""Which questions can still change a condition, checked against trying every answer."""

from itertools import product

from helpers import examples
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.model.condition import AllOf, AnyOf, AtLeast, Condition, Fact, Is, Not
from toolbox_cli.model.question import Answer, Answers, Choice, Kind, Question
from toolbox_cli.rules.deciding import deciding
from toolbox_cli.rules.domain import telling_answers
from toolbox_cli.rules.evaluate import evaluate, leaves_in

ALWAYS = {"always": "steeds"}


def question(name: str, kind: Kind, choices: tuple[str, ...] = ()) -> Question:
    options = tuple(Choice(id=choice, label=choice * 2, exclusive=choice == "niets") for choice in choices)
    return Question.model_validate(
        {"id": name, "section": "s", "label": "een vraag", "text": "Vraag?", "help": "Uitleg.", "kind": kind, "choices": options,
         "ask_when": ALWAYS, "who": ("politie",), "source": ("eigen lezing",)}
    )  # fmt: skip


QUESTIONS = {
    item.id: item
    for item in (
        question("a", Kind.YES_NO), question("b", Kind.YES_NO), question("k", Kind.CHOICE, ("x", "y", "z")),
        question("m", Kind.CHOICES, ("p", "q", "niets")), question("n", Kind.NUMBER),
    )
}  # fmt: skip
leaf = st.sampled_from(
    [Is(question="a", values=("ja",)), Is(question="a", values=("nee",)), Is(question="b", values=("ja",)),
     Is(question="k", values=("x",)), Is(question="k", values=("x", "y")), Is(question="m", values=("p",)), Is(question="m", values=("q",)),
     AtLeast(question="n", at_least=2), Fact(fact="f")]
)  # fmt: skip
FACTS = {"f": AnyOf(parts=(Is(question="b", values=("nee",)), Is(question="k", values=("z",))))}
conditions = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(parts=tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(parts=tuple(parts))),
        inner.map(lambda part: Not(part=part)),
    ),
    max_leaves=6,
)
NOT_B = Answers({"b": Answer(frozenset({"nee"}))})
ALL_ANSWERS = {
    "a": [Answer(frozenset({"ja"})), Answer(frozenset({"nee"}))],
    "b": [Answer(frozenset({"ja"})), Answer(frozenset({"nee"}))],
    "k": [Answer(frozenset({value})) for value in "xyz"],
    "m": [Answer(frozenset(values)) for values in (["p"], ["q"], ["p", "q"], ["niets"])],
    "n": [Answer(frozenset({number})) for number in ("0", "1", "2", "3")],
}
given_answers = st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in ALL_ANSWERS.items()}).map(Answers)


def changes_by_trying(condition: Condition, answers: Answers, name: str) -> bool:
    """Whether answering `name` makes a difference, for some answers (or none) to each other question that was not answered."""
    others = [other for other in ALL_ANSWERS if other not in answers and other != name]
    for chosen in product(*([None, *ALL_ANSWERS[other]] for other in others)):
        filled = Answers({**answers.given, **{other: answer for other, answer in zip(others, chosen, strict=True) if answer}})
        told = {evaluate(condition, filled.with_answer(name, answer), FACTS).truth for answer in ALL_ANSWERS[name]}
        if len(told | {evaluate(condition, filled, FACTS).truth}) > 1:
            return True
    return False


@examples(150)
@given(conditions, given_answers)
def test_deciding_questions_are_those_that_trying_every_answer_finds(condition: Condition, answers: Answers) -> None:
    reason = evaluate(condition, answers, FACTS)
    expected = {name for name in ALL_ANSWERS if name not in answers and changes_by_trying(condition, answers, name)}

    assert set(deciding(reason, answers, FACTS, QUESTIONS)) == expected


def test_a_question_whose_effect_is_always_hidden_does_not_decide() -> None:
    """Whatever b is, it settles both parts together, so that a makes no difference once b is known; and before that neither does."""
    first = AllOf(parts=(Is(question="b", values=("ja",)), Is(question="a", values=("ja",))))
    condition = AllOf(parts=(Is(question="b", values=("nee",)), first))

    assert deciding(evaluate(condition, Answers(), FACTS), Answers(), FACTS, QUESTIONS) == ("b", "a")
    assert deciding(evaluate(condition, NOT_B, FACTS), NOT_B, FACTS, QUESTIONS) == ()


def test_the_same_name_for_another_fact_decides_otherwise() -> None:
    condition = AllOf(parts=(Fact(fact="f"), AnyOf(parts=(Is(question="b", values=("ja",)), Is(question="a", values=("ja",))))))
    no, yes = ({"f": Is(question="b", values=(value,))} for value in ("nee", "ja"))

    assert deciding(evaluate(condition, Answers(), no), Answers(), no, QUESTIONS) == ("b", "a")
    assert deciding(evaluate(condition, Answers(), yes), Answers(), yes, QUESTIONS) == ("b",)


def test_a_list_that_is_known_in_part_can_still_decide() -> None:
    partly = Answers({"m": Answer(frozenset({"q"}), unknown=True)})
    either = AllOf(
        parts=(AnyOf(parts=(Is(question="m", values=("p",)), Is(question="a", values=("ja",)))), Is(question="m", values=("p",)))
    )

    assert deciding(evaluate(either, partly, FACTS), partly, FACTS, QUESTIONS) == ("m",)


@examples(200)
@given(conditions)
def test_telling_answers_have_every_effect_that_some_answer_has(condition: Condition) -> None:
    leaves = tuple(leaves_in(condition, FACTS))
    for name, every in ALL_ANSWERS.items():
        own = [leaf for leaf in leaves if leaf.question == name]
        effects = {tuple(evaluate(leaf, Answers({name: answer}), FACTS).truth for leaf in own) for answer in every}
        told = {
            tuple(evaluate(leaf, Answers({name: answer}), FACTS).truth for leaf in own) for answer in telling_answers(QUESTIONS[name], own)
        }
        assert told == effects or (not own and not told)
