"""The smallest change that turns a verdict, checked against trying every smaller one."""

import random
from itertools import combinations, product

import pytest
from helpers import CATALOGUE, answers_of, seeds, some_answers

from toolbox_cli.analysis.assess import ADVICE, Grade, facts_of, grade, settled
from toolbox_cli.analysis.changes import with_others
from toolbox_cli.analysis.interview import contradictions
from toolbox_cli.analysis.needed import Change, needed_by_law, needed_for_advice, needed_to_recommend
from toolbox_cli.model.catalogue import Form
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answer, Answers, Kind
from toolbox_cli.rules.domain import telling_answers
from toolbox_cli.rules.evaluate import evaluate, leaves_in, questions_in
from toolbox_cli.rules.truth import Truth

FACTS = facts_of(CATALOGUE)
FORMS = [form for form in CATALOGUE.forms if form.measure.origin is not Origin.REFUSAL]
KNOWN_PERSON = {
    "frequentie": "wekelijks", "gedrag": ["intimidatie"], "plaats": ["station"], "personen_bekend": "ja", "leeftijd": ["volwassen"],
    "groep": "nee", "orde_verstoord": "ja", "ernstig_verstoord": "nee", "herhaald_verstoord": "ja", "private_sanctie": "nee",
    "ernstige_vrees": "ja", "dossier": "ja", "lichter_middel": "ja", "doel": "orde", "omvang": ["gebied", "duur", "uitzonderingen"],
    "duurvorm": "aaneen", "ook_elders": "nee", "om_aanwijzing": "nee", "verlenging": "nieuw", "tekent": "burgemeester",
    "inhoud": ["delen", "groepsregel", "meldtijden", "intrekken"], "sindsdien": ["niets"], "melden_elders": "nee",
}  # fmt: skip
AREA_BAN = CATALOGUE.form_by_id["gebiedsverbod/172a"]


def graded(form: Form, answers: Answers) -> Grade | None:
    found = grade(form, CATALOGUE, answers, settled(CATALOGUE, answers), FACTS)
    return found.grade if found else None


def after(answers: Answers, changes: tuple[Change, ...]) -> Answers:
    return with_others(CATALOGUE, answers, {change.question.id: change.then for change in changes})


def named(changes: tuple[Change, ...] | None) -> dict[str, list[str]]:
    assert changes is not None
    return {change.question.id: sorted(change.then.values) for change in changes}


def test_one_failing_condition_needs_one_other_answer() -> None:
    answers = answers_of({**KNOWN_PERSON, "ernstige_vrees": "nee"})

    assert graded(AREA_BAN, answers) is Grade.RULED_OUT
    assert named(needed_for_advice(CATALOGUE, AREA_BAN, answers)) == {"ernstige_vrees": ["ja"]}


def test_an_open_condition_needs_its_answer() -> None:
    answers = answers_of({**KNOWN_PERSON, "om_aanwijzing": "onbekend", "tekent": "onbekend"})

    assert named(needed_to_recommend(CATALOGUE, AREA_BAN, answers)) == {"tekent": ["burgemeester"], "om_aanwijzing": ["nee"]}


def test_of_two_ways_the_one_that_overturns_nothing_is_chosen() -> None:
    answers = answers_of({**KNOWN_PERSON, "herhaald_verstoord": "nee", "private_sanctie": "onbekend"})

    assert named(needed_by_law(CATALOGUE, AREA_BAN, answers)) == {"private_sanctie": ["ja"]}


def test_what_was_chosen_already_is_kept() -> None:
    answers = answers_of({**KNOWN_PERSON, "omvang": ["gebied", "duur"]})

    assert named(needed_by_law(CATALOGUE, AREA_BAN, answers)) == {"omvang": ["duur", "gebied", "uitzonderingen"]}


def test_nothing_is_needed_where_everything_is_met() -> None:
    assert needed_by_law(CATALOGUE, AREA_BAN, answers_of(KNOWN_PERSON)) == ()


def test_the_occasion_of_a_question_comes_along() -> None:
    answers = answers_of({**KNOWN_PERSON, "personen_bekend": "nee"})
    left = Answers(
        {name: answer for name, answer in answers.given.items() if name in ("frequentie", "gedrag", "plaats", "personen_bekend")}
    )

    assert named(needed_for_advice(CATALOGUE, AREA_BAN, left)) == {"personen_bekend": ["ja"], "orde_verstoord": ["ja"]}


def test_a_refusal_has_no_change_that_makes_it_lawful_and_still_asked() -> None:
    refusal = next(form for form in CATALOGUE.forms if form.measure.origin is Origin.REFUSAL)
    asked = Answers({name: Answer(frozenset({"hele_groep"})) for name in questions_in(refusal.rule.indicated, FACTS)})

    assert needed_for_advice(CATALOGUE, refusal, asked) is None


def drawn(seed: int) -> Answers:
    """A full set of random answers as an interview could give them: each with its occasion, and no contradictions."""
    source = random.Random(seed)
    answers = Answers()
    for question in CATALOGUE.questions:
        occasion = evaluate(question.ask_when, answers, FACTS).truth is not Truth.NO
        if occasion and source.random() < 0.75 and question.kind is not Kind.DATE:
            found = answers.with_answer(question.id, source.choice(some_answers(question)))
            answers = answers if contradictions(CATALOGUE, found) else found
    return answers


@pytest.mark.parametrize("seed", seeds(10, 25))
def test_the_change_does_what_it_says_and_no_smaller_one_does(seed: int) -> None:
    answers, source = drawn(seed), random.Random(seed + 1000)
    for form in source.sample(FORMS, 4):
        for find, wanted in ((needed_for_advice, ADVICE), (needed_to_recommend, (Grade.RECOMMENDED,))):
            changes = find(CATALOGUE, form, answers)
            if changes is not None:
                assert graded(form, after(answers, changes)) in wanted
            for size in range(min(len(changes) if changes is not None else 3, 3 if len(form.condition_ids) < 5 else 2)):
                assert not any(graded(form, other) in wanted for other in smaller(form, answers, size))


def smaller(form: Form, answers: Answers, size: int) -> list[Answers]:
    """Every set of answers that differs from these in `size` of the questions the form itself asks about, and makes none lapse."""
    conditions = [form.rule.indicated, *(CATALOGUE.condition_by_id[name].when for name in form.condition_ids)]
    leaves = [leaf for condition in conditions for leaf in leaves_in(condition, FACTS)]
    names = list(dict.fromkeys(leaf.question for leaf in leaves))
    found = []
    for chosen in combinations(names, size):
        for values in product(*(telling_answers(CATALOGUE.question_by_id[name], leaves) for name in chosen)):
            others = dict(zip(chosen, values, strict=True))
            changed = with_others(CATALOGUE, answers, others)
            lapsed = any(name not in changed for name in answers)
            lapsed = lapsed or any(evaluate(CATALOGUE.question_by_id[name].ask_when, changed, FACTS).truth is Truth.NO for name in chosen)
            if not lapsed and all(changed.get(name) == value for name, value in others.items()) and not contradictions(CATALOGUE, changed):
                found.append(changed)
    return found
