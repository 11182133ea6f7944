"""Questions that change nothing, and forms that cannot get a grade they must be able to get.

A question changes something when two answers to it make one condition come out differently while all else stays the same; that is exact
for each condition, but does not look at whether another condition of the same form always hides the difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from toolbox_cli.analysis.assess import Grade, facts_of
from toolbox_cli.analysis.possible import Search, with_answer_fixed
from toolbox_cli.analysis.witness import grades_of, witness
from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.condition import Condition
from toolbox_cli.model.question import Question
from toolbox_cli.rules.domain import telling_answers
from toolbox_cli.rules.evaluate import leaves_in, questions_in
from toolbox_cli.rules.truth import Truth

GRADES = {
    Grade.RECOMMENDED: "aanbevolen",
    Grade.CONDITIONAL: "aanbevolen, mits …",
    Grade.UNDETERMINED: "nog niet te zeggen",
    Grade.RULED_OUT: "nu niet mogelijk",
    Grade.NOT_INDICATED: "niet aangewezen",
}


def questions_matter(catalogue: Catalogue) -> Iterator[Fault]:
    """An answer to a question can change a grade, a lead, a step or a legal condition, or it describes, or shows what is on paper."""
    deciding, mentioned = _deciding(catalogue), _mentioned(catalogue)
    shown = {name for standard in catalogue.standards for item in standard.items for name in item.questions}
    for index, question in enumerate(catalogue.questions):
        if question.describes or question.id in shown or question.id not in mentioned:  # what nothing mentions is another fault
            continue
        if not any(_changes(catalogue, question, condition) for condition in deciding.get(question.id, ())):
            yield Fault("questions", index, ("id",), _NO_EFFECT)


def grades_reached(catalogue: Catalogue) -> Iterator[Fault]:
    """Every form can get every grade that it must be able to get, with answers that an interview can give."""
    places = {rule.form: index for index, rule in enumerate(catalogue.rules)}
    for form in catalogue.forms:
        for wanted in grades_of(form):
            if witness(catalogue, form, wanted) is None:
                yield Fault("rules", places[form.id], ("form",), _NO_WITNESS.format(form.id, GRADES[wanted]))


def _deciding(catalogue: Catalogue) -> Mapping[str, list[Condition]]:
    """What decides the advice, by question and the simplest first: rules, steps, and the legal conditions that a form has."""
    facts = facts_of(catalogue)
    found: dict[str, list[Condition]] = defaultdict(list)
    for names, condition in sorted(((questions_in(item, facts), item) for item in _roots(catalogue)), key=lambda pair: len(pair[0])):
        for name in names:
            found[name].append(condition)
    return found


def _roots(catalogue: Catalogue) -> Iterator[Condition]:
    for rule in catalogue.rules:
        yield from (condition for condition in (rule.indicated, rule.present, rule.tried) if condition is not None)
        yield from (lead.when for lead in rule.leads)
    for step in catalogue.steps:
        yield from (condition for condition in (step.when, step.unless) if condition is not None)
    used = {name for form in catalogue.forms for name in form.condition_ids}
    for condition in (condition for condition in catalogue.conditions if condition.id in used):
        yield from (condition.when, *(caution.when for caution in condition.cautions))


def _mentioned(catalogue: Catalogue) -> set[str]:
    """Every question that a rule, a fact, a condition or a step names."""
    facts = facts_of(catalogue)
    conditions = (*_roots(catalogue), *(fact.when for fact in catalogue.facts), *(item.when for item in catalogue.conditions))
    return {name for condition in conditions for name in questions_in(condition, facts)}


def _changes(catalogue: Catalogue, question: Question, condition: Condition) -> bool:
    facts = facts_of(catalogue)
    answers = telling_answers(question, leaves_in(condition, facts))
    versions = [with_answer_fixed(condition, question.id, answer, facts) for answer in answers]
    return any(
        (search := Search(catalogue, ((one, Truth.YES), (other, Truth.NO)))).first() is not None or search.cut
        for one in versions
        for other in versions
        if one is not other
    )


_NO_EFFECT = "geen antwoord op deze vraag verandert iets aan het advies; haal haar weg of zet 'describes: true'"
_NO_WITNESS = "'{}' kan nooit '{}' worden; er zijn geen antwoorden die dat geven"
