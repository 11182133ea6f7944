"""The search agrees with trying every answer set, on small conditions made at random."""

from collections.abc import Iterator
from itertools import chain, combinations, product

from helpers import CATALOGUE
from hypothesis import given, settings
from hypothesis import strategies as st

from toolbox_cli.analysis.assess import facts_of
from toolbox_cli.analysis.possible import Search
from toolbox_cli.model.condition import AllOf, AnyOf, Condition, Is, Not
from toolbox_cli.model.question import Answer, Answers, Kind
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth

QUESTIONS = [CATALOGUE.question_by_id[name] for name in ("frequentie", "aangifte", "objectief", "vaste_plek")]
FACTS = facts_of(CATALOGUE)


def every_answer(name: str) -> Iterator[Answer]:
    question = CATALOGUE.question_by_id[name]
    single = [option.id for option in question.options]
    yield from (Answer(frozenset({value})) for value in single)
    if question.kind is Kind.CHOICES:
        free = [option.id for option in question.options if not option.exclusive]
        yield from (Answer(frozenset(some)) for some in chain.from_iterable(combinations(free, size) for size in range(2, len(free) + 1)))


ALL = [
    Answers(dict(zip((question.id for question in QUESTIONS), answers, strict=True)))
    for answers in product(*(list(every_answer(question.id)) for question in QUESTIONS))
]
TESTS = st.sampled_from(QUESTIONS).flatmap(
    lambda question: st.lists(st.sampled_from([option.id for option in question.options]), min_size=1, max_size=2, unique=True).map(
        lambda values: Is(question=question.id, values=tuple(values))
    )
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        inner.map(lambda part: Not(part=part)),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(parts=tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(parts=tuple(parts))),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(CONDITIONS, st.sampled_from([Truth.YES, Truth.NO]))
def test_the_search_finds_answers_exactly_when_there_are_any(condition: Condition, wanted: Truth) -> None:
    search = Search(CATALOGUE, ((condition, wanted),))
    found = search.first()
    there_are = any(evaluate(condition, answers, FACTS).truth is wanted for answers in ALL)

    if found is not None:
        assert evaluate(condition, found, FACTS).truth is wanted
    assert (found is not None) is there_are or search.cut
