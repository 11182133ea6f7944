"""What an open question can still move in front: which measures lead, and whether the law allows them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from toolbox_cli.analysis.assess import ADVICE, Grade, facts_of, grade, in_order, settled, with_implied
from toolbox_cli.analysis.in_play import Standing, in_play
from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answers
from toolbox_cli.rules.deciding import deciding
from toolbox_cli.rules.evaluate import evaluate
from toolbox_cli.rules.truth import Truth


def moves(catalogue: Catalogue, answers: Answers) -> Mapping[str, Collection[Form]]:
    """Return by open question the forms that an answer can bring in front, keep out, or (for those in front) settle in law.

    First whether the problem calls for a form that may still lead; then what puts it in front; for those that lead now, also what the
    law demands. The questions on which the occasion of such a question hangs are among them. What is settled about a form that leads for
    sure, and what can no longer lead, moves nothing.
    """
    told = with_implied(catalogue, answers)
    known = settled(catalogue, told)
    standings = tuple(_standings(catalogue, told, known))
    playing, leading = in_play(standings), _leading(standings)
    found: dict[str, dict[str, Form]] = {}
    for item in standings:
        form = item.finding.form
        if form.id in playing.possible:
            names = _deciding(catalogue, known, item, sure=form.id in playing.sure, leading=form.id in leading)
            for name in _with_occasions(catalogue, known, names):
                found.setdefault(name, {})[form.id] = form
    return {name: tuple(forms.values()) for name, forms in found.items() if name not in answers}


def _deciding(catalogue: Catalogue, known: Answers, item: Standing, *, sure: bool, leading: bool) -> Iterator[str]:
    """The questions that decide about one form that can still lead; what is not yet called for is not yet tested."""
    facts, questions = facts_of(catalogue), catalogue.question_by_id
    if item.finding.grade is Grade.UNDETERMINED:
        yield from item.finding.open_questions
        return
    for reason in (*(() if sure else item.leads), *((item.present,) if item.present else ())):
        yield from deciding(reason, known, facts, questions)
    if leading:
        yield from item.finding.open_questions


def _with_occasions(catalogue: Catalogue, known: Answers, names: Iterable[str]) -> Iterator[str]:
    """These questions, and those that decide whether they are asked at all."""
    facts, questions = facts_of(catalogue), catalogue.question_by_id
    for name in names:
        yield name
        occasion = evaluate(questions[name].ask_when, known, facts)
        if occasion.truth is Truth.UNKNOWN:
            yield from _with_occasions(catalogue, known, deciding(occasion, known, facts, questions))


def _standings(catalogue: Catalogue, told: Answers, known: Answers) -> Iterator[Standing]:
    """Every form with what may put it in front; requests that are refused are answered, not advised."""
    facts = facts_of(catalogue)
    for at, form in enumerate(catalogue.forms):
        finding = grade(form, catalogue, told, known, facts) if form.measure.origin is not Origin.REFUSAL else None
        if finding is not None:
            leads = tuple(evaluate(lead.when, known, facts) for lead in form.rule.leads)
            present = evaluate(form.rule.present, known, facts) if form.rule.present is not None else None
            yield Standing(finding, leads, present, at)


def _leading(standings: Iterable[Standing]) -> frozenset[str]:
    advice = in_order([item.finding for item in standings if item.finding.grade in ADVICE])
    return frozenset(finding.form.id for finding in advice if finding.leading)
