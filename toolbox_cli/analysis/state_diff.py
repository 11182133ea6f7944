"""What is different between two states of a case, and why: other answers, other content, or another text of the law. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from toolbox_cli.analysis.assess import ADVICE, Assessment, Grade, assess
from toolbox_cli.analysis.state import FormState, ProblemState, State, answers_from, problem_state
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answer, Answers

Standing = tuple[Grade, bool]  # the grade and whether it leads


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """One question that was answered otherwise; None is not answered."""

    question: str
    before: Answer | None
    after: Answer | None


@dataclass(frozen=True, slots=True)
class Moved:
    """One form that stands otherwise: before and after (None: not there), and why.

    `answers` are the questions whose other answer made it so; with none of them deciding alone, those that did so `together`. `articles`
    are those whose text changed, and `rules` says that its rules did; `unsure` that with these the cause cannot be told apart.
    """

    form: str
    before: FormState | None
    after: FormState | None
    answers: tuple[str, ...] = ()
    together: bool = False
    articles: tuple[str, ...] = ()
    rules: bool = False
    unsure: bool = False

    @property
    def added(self) -> bool:
        """Whether it is advised now and was not."""
        return not _advised(self.before) and _advised(self.after)

    @property
    def dropped(self) -> bool:
        """Whether it was advised and is not now."""
        return _advised(self.before) and not _advised(self.after)


@dataclass(frozen=True, slots=True)
class ProblemDiff:
    """What is different about one problem; `before` or `after` is None when the problem is new or gone."""

    id: str
    before: ProblemState | None
    after: ProblemState | None
    answers: tuple[OtherAnswer, ...] = ()
    moved: tuple[Moved, ...] = ()
    same_grade: tuple[Moved, ...] = ()
    new_steps: tuple[str, ...] = ()
    gone_steps: tuple[str, ...] = ()
    new_decisions: tuple[str, ...] = ()
    gone_decisions: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is different."""
        parts = (self.answers, self.moved, self.same_grade, self.new_steps, self.gone_steps, self.new_decisions, self.gone_decisions)
        return self.before is not None and self.after is not None and not any(parts)


@dataclass(frozen=True, slots=True)
class StateDiff:
    """What is different between two states: the versions and hashes of the content, the dates of the law, and each problem."""

    content: tuple[str, str]
    hashes: tuple[str, str]
    law: tuple[date | None, date | None]
    problems: tuple[ProblemDiff, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is different that a reader would see."""
        return all(problem.empty for problem in self.problems)


def state_diff(catalogue: Catalogue, old: State, new: State, now: str) -> StateDiff:
    """Return what is different; `now` is the hash of this content, so that it is known which state was made with it."""
    names = list(dict.fromkeys([*old.problems, *new.problems]))
    if not set(old.problems) & set(new.problems) and len(old.problems) == len(new.problems) == 1:  # the only problem got a name
        old = old.model_copy(update={"problems": dict(zip(new.problems, old.problems.values(), strict=True))})
        names = list(new.problems)
    problems = tuple(_problem(catalogue, name, old, new, now) for name in names)
    return StateDiff((old.content, new.content), (old.content_hash, new.content_hash), (old.law_date, new.law_date), problems)


def _problem(catalogue: Catalogue, name: str, old: State, new: State, now: str) -> ProblemDiff:
    before, after = old.problems.get(name), new.problems.get(name)
    if before is None or after is None:
        return ProblemDiff(name, before, after)
    answers = tuple(_other_answers(catalogue, answers_from(before.answers), answers_from(after.answers)))
    found = tuple(_moved(catalogue, before, after, answers, same=old.content_hash == new.content_hash, current=new.content_hash == now))
    return ProblemDiff(
        name,
        before,
        after,
        answers,
        tuple(item for item in found if _standing(item.before) != _standing(item.after)),
        tuple(item for item in found if _standing(item.before) == _standing(item.after)),
        *_both_ways(before.steps, after.steps),
        *_both_ways(before.decisions, after.decisions),
    )


def _both_ways(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(item for item in after if item not in before), tuple(item for item in before if item not in after)


def _other_answers(catalogue: Catalogue, before: Answers, after: Answers) -> Iterator[OtherAnswer]:
    for question in catalogue.questions:
        one, other = before.get(question.id), after.get(question.id)
        if (one or Answer(unknown=True)) != (other or Answer(unknown=True)):  # not asked and not known decide the same
            yield OtherAnswer(question.id, one, other)


def _moved(
    catalogue: Catalogue, before: ProblemState, after: ProblemState, answers: tuple[OtherAnswer, ...], *, same: bool, current: bool
) -> Iterator[Moved]:
    """Each form that stands otherwise, or the same on other rules or another text of the law, with the reason.

    The old answers judged with this content divide the causes: what changes up to there is due to the content, the rest to the answers.
    """
    middle = before.forms if same else problem_state(catalogue, assess(catalogue, answers_from(before.answers)), before.name).forms
    reverted = _reverted(catalogue, after, answers) if current else {}
    for form in catalogue.forms:
        one, between, other = before.forms.get(form.id), middle.get(form.id), after.forms.get(form.id)
        articles, rules = _other_rules(one, other)
        by_content = _standing(one) != _standing(between)
        by_answers = _standing(between) != _standing(other)
        if not current and not same and _standing(one) != _standing(other):
            yield Moved(form.id, one, other, tuple(item.question for item in answers), bool(answers), articles, rules, unsure=True)
        elif by_content or by_answers:
            alone = tuple(name for name, forms in reverted.items() if _standing(forms.get(form.id)) != _standing(other))
            names = (alone or tuple(item.question for item in answers)) if by_answers else ()
            yield Moved(
                form.id, one, other, names, by_answers and not alone, articles if by_content else (), by_content and (rules or not articles)
            )
        elif _advised(one) and (articles or rules):
            yield Moved(form.id, one, other, articles=articles, rules=rules)


def _reverted(catalogue: Catalogue, after: ProblemState, answers: tuple[OtherAnswer, ...]) -> dict[str, Mapping[str, FormState]]:
    """By question how the forms would stand now, had that one answer stayed as it was."""
    found: dict[str, Mapping[str, FormState]] = {}
    for item in answers:
        stayed = answers_from(after.answers).without(item.question)
        stayed = stayed if item.before is None else stayed.with_answer(item.question, item.before)
        found[item.question] = _standings(assess(catalogue, stayed))
    return found


def _standings(assessment: Assessment) -> dict[str, FormState]:
    return {
        finding.form.id: FormState(grade=finding.grade, leading=finding.leading, rules="", articles={}) for finding in assessment.findings
    }


def _other_rules(one: FormState | None, other: FormState | None) -> tuple[tuple[str, ...], bool]:
    """The articles with another text, in order, and whether the rules are others."""
    if one is None or other is None:
        return (), False
    articles = tuple(name for name, text in other.articles.items() if one.articles.get(name, text) != text)
    return articles, one.rules != other.rules


def _standing(state: FormState | None) -> Standing | None:
    return None if state is None else (state.grade, state.leading)


def _advised(state: FormState | None) -> bool:
    return state is not None and state.grade in ADVICE
