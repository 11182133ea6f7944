"""How long an interview is, what is asked first, and that a short one advises what a complete one does: typical cases, walked."""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from helpers import CASES, CATALOGUE, ROOT, answers_of, seeds, some_answers

from toolbox_cli.analysis.assess import Assessment, Grade, assess, facts_of
from toolbox_cli.analysis.deciding import open_by_weight
from toolbox_cli.analysis.interview import HEAVY, ROOM, accept, contradictions, is_relevant, next_question, open_questions
from toolbox_cli.analysis.moves import moves
from toolbox_cli.model.question import Answer, Answers, Kind, Question

MOST = 25
HALFWAY = 14
UNKNOWN = Answer(unknown=True)
ENDLESS = len(CATALOGUE.questions)


def _read(path: Path) -> Iterator[tuple[str, Answers]]:
    loaded = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    for case in loaded if isinstance(loaded, list) else [{"name": path.stem, **loaded}]:
        if "problems" not in case:  # what is shared by several problems is no interview
            yield case["name"], answers_of(case["answers"])


TALKS: Mapping[str, Answers] = dict(case for path in (ROOT / "tests/talks/typisch.yaml", *CASES) for case in _read(path))
talks = pytest.mark.parametrize("given", [pytest.param(answers, id=name) for name, answers in TALKS.items()])


def walk(given: Answers, room: int = ROOM) -> list[tuple[Question, Answers]]:
    """Every question in the order it is put with the answers before it; who has no answer does not know."""
    return [(found[0], answers) for found, answers in _talk(frozenset(given.given.items()), room) if found]


def after(given: Answers, room: int = ROOM) -> Answers:
    """The answers at the end of the interview."""
    return _talk(frozenset(given.given.items()), room)[-1][1]


@cache
def _talk(given: frozenset[tuple[str, Answer]], room: int) -> tuple[tuple[tuple[Question, ...], Answers], ...]:
    """What is open before each question, the first in front, with the answers so far; in the end nothing. Many tests walk the same talk."""
    known, answers, steps = dict(given), Answers(), []
    while found := open_questions(CATALOGUE, answers, room):
        steps.append((found, answers))
        answers = accept(CATALOGUE, answers, found[0].id, known.get(found[0].id) or UNKNOWN)
    return (*steps, ((), answers))


def in_front(assessment: Assessment) -> dict[str, Grade]:
    return {finding.form.id: finding.grade for finding in assessment.findings if finding.leading}


def weights(answers: Answers) -> Mapping[str, int]:
    """What each open question moves, 0 for what moves nothing."""
    return Counter({name: sum(form.rule.weight for form in forms) for name, forms in moves(CATALOGUE, answers).items()})


def weight(name: str, answers: Answers) -> int:
    """What one question moves."""
    return _weights(frozenset(answers.given.items()))[name]


@cache
def _weights(given: frozenset[tuple[str, Answer]]) -> Mapping[str, int]:
    return weights(Answers(dict(given)))


def test_there_are_a_dozen_typical_cases_and_they_are_told_without_contradiction() -> None:
    assert len(TALKS) >= 12
    assert not [name for name, given in TALKS.items() if contradictions(CATALOGUE, given)]


@talks
def test_a_typical_case_takes_at_most_twenty_five_questions(given: Answers) -> None:
    assert len([question for question, _ in walk(given)]) <= MOST


@talks
def test_the_adviser_of_a_typical_case_has_an_answer_to_nearly_every_question(given: Answers) -> None:
    """Otherwise the case would be short because the adviser of the test does not know much."""
    asked = [question.id for question, _ in walk(given)]

    assert not given.given or sum(name not in given for name in asked) <= 1


@talks
def test_with_room_for_all_the_interview_leads_to_what_every_answer_leads_to(given: Answers) -> None:
    """Nothing that leads, and no grade of it, waits for a question that is not put; what belongs to a decision is put by `check`."""
    decision = {question.id for question in CATALOGUE.questions if question.detail}

    assert in_front(assess(CATALOGUE, after(given, ENDLESS))) == in_front(assess(CATALOGUE, given.without(*decision)))


@talks
def test_a_long_interview_leaves_only_what_is_lighter_open(given: Answers) -> None:
    """Without room the same far-reaching measures lead with the same grade; a lighter one may keep a condition that nobody was asked."""
    short, full = (in_front(assess(CATALOGUE, after(given, room))) for room in (ROOM, ENDLESS))
    far = {form.id for form in CATALOGUE.forms if form.rule.weight >= HEAVY}

    assert {form: grade for form, grade in short.items() if form in far} == {form: grade for form, grade in full.items() if form in far}
    for form, grade in short.items():
        assert grade in (full.get(form, grade), Grade.CONDITIONAL)
    assert len(full.keys() - short.keys()) <= 1


@talks
def test_no_grade_goes_against_the_one_that_all_answers_give(given: Answers) -> None:
    """What was not asked stays open: nothing is recommended or ruled out that would not be with every answer."""
    every = {finding.form.id: finding.grade for finding in assess(CATALOGUE, given).findings}
    for finding in assess(CATALOGUE, after(given)).findings:
        if finding.grade in (Grade.RECOMMENDED, Grade.RULED_OUT, Grade.NOT_INDICATED):
            assert every[finding.form.id] in (finding.grade, Grade.NOT_INDICATED), finding.form.id


@talks
def test_the_questions_that_decide_come_first(given: Answers) -> None:
    """As long as a question describes the problem, or can move a far-reaching measure or several lighter ones, no lighter one is put."""
    for question, answers in walk(given):
        left = [other.id for other in open_questions(CATALOGUE, answers) if weight(other.id, answers) >= HEAVY]
        if weight(question.id, answers) < HEAVY and (question.if_room or not question.describes):
            assert not left
        if weight(question.id, answers) == 0 and question.if_room:
            assert not [other for other in open_questions(CATALOGUE, answers) if weight(other.id, answers)]


@talks
def test_the_talk_goes_back_to_a_subject_only_for_what_an_answer_opened(given: Answers) -> None:
    """Within a round the sections follow their order; another order means that the question was not there before, or weighed less."""
    order = [section.id for section in CATALOGUE.sections]
    for (question, answers), (following, _) in pairwise(walk(given)):
        if order.index(following.section) < order.index(question.section):
            assert _turn(following, answers) > _turn(question, answers)


def _turn(question: Question, answers: Answers) -> int:
    """The round in which a question is put; a later one when it is not open yet."""
    if question not in open_questions(CATALOGUE, answers, ENDLESS):
        return 3
    if weight(question.id, answers) >= HEAVY or (question.describes and not question.if_room):
        return 0
    return 1 if weight(question.id, answers) else 2


@talks
def test_the_talk_does_not_jump_between_subjects(given: Answers) -> None:
    """It goes through the sections three times at most; an answer that opens something new may lead back to a section."""
    asked = [question.section for question, _ in walk(given)]
    turns = sum(here != there for here, there in pairwise(asked))

    assert turns <= 2 * len(CATALOGUE.sections)


def test_the_advice_grows_while_answering() -> None:
    """After fourteen questions three quarters of what will lead is there, over all typical cases together."""
    there, all_of_it = 0, 0
    for given in TALKS.values():
        final = set(in_front(assess(CATALOGUE, after(given))))
        halfway = next((answers for at, (_, answers) in enumerate(walk(given)) if at == HALFWAY), after(given))
        there, all_of_it = there + len(final & set(in_front(assess(CATALOGUE, halfway)))), all_of_it + len(final)

    assert there >= 0.75 * all_of_it


@pytest.mark.parametrize("seed", seeds(15, 60))
def test_whatever_else_becomes_known_the_same_measures_lead(seed: int) -> None:
    """At the end of an interview with room for all, random answers to all that was not put change nothing in front."""
    source = random.Random(seed)
    answers = Answers()
    while found := open_questions(CATALOGUE, answers, ENDLESS):
        answers = accept(CATALOGUE, answers, found[0].id, _drawn(found[0], source))
    later = _with_the_rest(answers, source)
    if contradictions(CATALOGUE, later):
        return

    assert in_front(assess(CATALOGUE, later)) == in_front(assess(CATALOGUE, answers))


def _drawn(question: Question, source: random.Random) -> Answer:
    """A random answer; one in eight is unknown."""
    if source.random() < 0.12:
        return UNKNOWN
    options = [option.id for option in question.options if not option.exclusive]
    if question.kind is not Kind.CHOICES or source.random() < 0.15:
        return source.choice(some_answers(question))
    return Answer(frozenset(source.sample(options, min(len(options), source.randint(1, 4)))))


def _with_the_rest(answers: Answers, source: random.Random) -> Answers:
    """The answers with a random one to every question that has an occasion, except what belongs to a decision or was not known."""
    facts, given = facts_of(CATALOGUE), answers
    for question in CATALOGUE.questions:
        if question.id not in given and not question.detail and is_relevant(question, given, facts):
            given = given.with_answer(question.id, _drawn(question, source))
    return given


def test_nothing_is_asked_when_nothing_is_left_that_moves_the_front() -> None:
    for given in TALKS.values():
        done = after(given, ENDLESS)
        left = {name for name in moves(CATALOGUE, done) if not CATALOGUE.question_by_id[name].detail}
        assert not [name for name in left if not _hangs_on_what_nobody_knows(name, done)]


def _hangs_on_what_nobody_knows(name: str, answers: Answers) -> bool:
    return not is_relevant(CATALOGUE.question_by_id[name], answers, facts_of(CATALOGUE))


def test_what_the_interview_leaves_is_listed_by_what_can_still_move_a_grade() -> None:
    given = TALKS["Een vechtpartij tussen groepen in en bij de opvanglocatie"]
    done = after(given)

    assert next_question(CATALOGUE, done) is None
    assert {"convenant", "apv_samenscholing", "coa_bevoegd"} <= {item.question.id for item in open_by_weight(CATALOGUE, done)}


def test_facts_of_the_municipality_take_no_room() -> None:
    """A profile that answers every local question does not make the interview about the problem shorter."""
    given = TALKS["Intimidatie van reizigers bij het station door onbekenden"]
    local = Answers({name: answer for name, answer in given.given.items() if CATALOGUE.question_by_id[name].local})
    answers = local
    while question := next_question(CATALOGUE, answers):
        answers = accept(CATALOGUE, answers, question.id, given.get(question.id) or UNKNOWN)

    assert set(after(given)) == set(answers) & set(after(given))


def test_whether_an_order_is_new_is_asked_only_when_one_was_tried() -> None:
    given = TALKS["Een bevel van art. 172a loopt af en moet worden verlengd"]
    asked = {question.id for question, _ in walk(given)}
    new = given.with_answer("geprobeerd", Answer(frozenset({"gesprek"})))

    assert {"verlenging", "recente_feiten"} <= asked
    assert "verlenging" not in {question.id for question, _ in walk(new)}


def test_the_next_question_is_found_quickly() -> None:
    """In a few times what one assessment takes, so that no person notices; compared, because machines differ."""
    asked, graded = [], []
    for _, answers in walk(TALKS["Een vechtpartij tussen groepen in en bij de opvanglocatie"]):
        for spent, action in ((asked, next_question), (graded, assess)):
            started = time.perf_counter()
            action(CATALOGUE, answers)
            spent.append(time.perf_counter() - started)

    assert statistics.median(asked) < 12 * statistics.median(graded)


@talks
def test_what_the_law_refuses_is_always_asked_about(given: Answers) -> None:
    """A request that cannot be granted is only explained when somebody says that it is made."""
    assert "gevraagd" in {question.id for question, _ in walk(given)}
