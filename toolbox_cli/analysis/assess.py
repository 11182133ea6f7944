"""Answers to graded findings, in the order an adviser should read them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from toolbox_cli.model.catalogue import Catalogue, Form
from toolbox_cli.model.law import LegalCondition
from toolbox_cli.model.measure import MeasureClass, Origin, Step
from toolbox_cli.model.question import Answer, Answers, Question
from toolbox_cli.rules.deciding import deciding
from toolbox_cli.rules.evaluate import Facts, Reason, conjunction, evaluate
from toolbox_cli.rules.truth import Truth

MOST_LEADING = 7
CORE_PREVENTIVE = 2
CORE_SIZE = 5


class Grade(StrEnum):
    """The five verdicts; only the first two are advice."""

    RECOMMENDED = "recommended"
    CONDITIONAL = "conditional"
    UNDETERMINED = "undetermined"
    RULED_OUT = "ruled_out"
    NOT_INDICATED = "not_indicated"


ADVICE = (Grade.RECOMMENDED, Grade.CONDITIONAL)
_BELOW = (Grade.RULED_OUT, Grade.UNDETERMINED, Grade.NOT_INDICATED)


@dataclass(frozen=True, slots=True)
class Tested:
    """One legal condition with the reason why it holds, fails or is open."""

    condition: LegalCondition
    reason: Reason

    @property
    def truth(self) -> Truth:
        """Whether the condition holds."""
        return self.reason.truth


@dataclass(frozen=True, slots=True)
class Finding:
    """One form's grade with all that led to it; `rank` counts from 1 over all findings.

    `open_questions` must be known first: whether the problem calls for it, and then whether the law allows it.
    """

    form: Form
    grade: Grade
    indicated: Reason
    tested: tuple[Tested, ...]
    open_questions: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    present: bool = False
    tried: bool = False
    rank: int = 0
    leading: bool = False
    above: tuple[Form, ...] = ()

    @property
    def order(self) -> str:
        """Why a heavier measure stands above an untried lighter one; empty when nothing lighter is below."""
        return self.leads[0] if self.above and self.leads else ""

    @property
    def failing(self) -> Tested | None:
        """The one condition at fault: the first that fails, in the order of the law."""
        if self.grade is not Grade.RULED_OUT:
            return None
        return next((tested for tested in self.tested if tested.truth is Truth.NO), None)


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings for one set of answers, with the first steps that are due."""

    answers: Answers
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]

    @property
    def advice(self) -> tuple[Finding, ...]:
        """What is recommended, with or without conditions."""
        return self.graded(*ADVICE)

    def possible(self, name: str) -> bool:
        """Whether a form, or one form of a measure as a whole, has no condition that is known to fail."""
        named = [finding for finding in self.findings if name in (finding.form.id, finding.form.measure.id)]
        return not named or any(all(item.truth is not Truth.NO for item in finding.tested) for finding in named)

    def graded(self, *grades: Grade) -> tuple[Finding, ...]:
        """The findings with one of these grades, in order."""
        return tuple(finding for finding in self.findings if finding.grade in grades)


def assess(catalogue: Catalogue, answers: Answers) -> Assessment:
    """Return every finding for these answers: advice first, then what is not possible, open, or not called for."""
    told, facts = with_implied(catalogue, answers), facts_of(catalogue)
    known = settled(catalogue, told)
    graded = [finding for form in catalogue.forms if (finding := grade(form, catalogue, told, known, facts)) is not None]
    advice = in_order([finding for finding in graded if finding.grade in ADVICE])
    rest = [finding for kind in _BELOW for finding in graded if finding.grade is kind]
    ranked = tuple(replace(finding, rank=rank) for rank, finding in enumerate((*advice, *rest), start=1))
    return Assessment(answers, ranked, _due(catalogue, known, facts))


def with_implied(catalogue: Catalogue, answers: Answers) -> Answers:
    """Return the answers with those that follow from them: who did not disturb public order did not do so seriously either.

    What was answered stays as it is; only what was not asked or is not known follows.
    """
    facts = facts_of(catalogue)
    given = answers
    for question in catalogue.questions:
        said, rule = given.get(question.id), question.implied
        if rule is not None and (said is None or not said.values) and evaluate(rule.when, given, facts).truth is Truth.YES:
            given = given.with_answer(question.id, Answer(frozenset({rule.value})))
    return given


def settled(catalogue: Catalogue, answers: Answers, questions: Sequence[Question] | None = None) -> Answers:
    """Return the answers with an empty one for each question that was not put because its occasion is known to be absent.

    With `questions` only for those, in the order of the content, each with the questions its occasion depends on.

    Whether the problem calls for a measure is judged on these. What the law demands is judged on the answers themselves, so that
    nothing is ruled out on a question nobody answered.
    """
    facts = facts_of(catalogue)
    given = answers
    for question in catalogue.questions if questions is None else questions:
        if question.id not in given and evaluate(question.ask_when, given, facts).truth is Truth.NO:
            given = given.with_answer(question.id, Answer())
    return given


def facts_of(catalogue: Catalogue) -> Facts:
    """Return the named facts as conditions by name."""
    return catalogue.condition_of_fact


def finding_of(form: Form, catalogue: Catalogue, answers: Answers) -> Finding | None:
    """Return the finding of one form for these answers; None for a refusal that nobody asked for."""
    told = with_implied(catalogue, answers)
    return grade(form, catalogue, told, settled(catalogue, told), facts_of(catalogue))


def grade(form: Form, catalogue: Catalogue, answers: Answers, known: Answers, facts: Facts) -> Finding | None:
    """Return the finding of one form, `known` being the settled answers; None for a refusal that nobody asked for."""
    indicated = evaluate(form.rule.indicated, known, facts)
    if form.measure.origin is Origin.REFUSAL and indicated.truth is not Truth.YES:
        return None
    conditions = (catalogue.condition_by_id[name] for name in form.condition_ids)
    tested = tuple(Tested(condition, evaluate(condition.when, answers, facts)) for condition in conditions)
    verdict = verdict_of(indicated.truth, conjunction([item.truth for item in tested]))
    present, tried = (
        condition is not None and evaluate(condition, known, facts).truth is Truth.YES for condition in (form.rule.present, form.rule.tried)
    )
    leads = tuple(lead.because for lead in form.rule.leads if evaluate(lead.when, known, facts).truth is Truth.YES)
    waiting = _waiting(verdict, indicated, tested, catalogue, answers, known, facts)
    return Finding(form, verdict, indicated, tested, waiting, () if present else leads, present, tried)


def _waiting(
    verdict: Grade, indicated: Reason, tested: Sequence[Tested], catalogue: Catalogue, answers: Answers, known: Answers, facts: Facts
) -> tuple[str, ...]:
    if verdict is Grade.UNDETERMINED:
        return deciding(indicated, known, facts, catalogue.question_by_id)
    if verdict is Grade.CONDITIONAL:
        names = (name for item in tested for name in deciding(item.reason, answers, facts, catalogue.question_by_id))
        return tuple(dict.fromkeys(names))
    return ()


def verdict_of(indicated: Truth, legal: Truth) -> Grade:
    """Return the grade: does the problem call for it, and does the law allow it?"""
    if indicated is Truth.NO:
        return Grade.NOT_INDICATED
    if legal is Truth.NO:
        return Grade.RULED_OUT
    if indicated is Truth.UNKNOWN:
        return Grade.UNDETERMINED
    return Grade.RECOMMENDED if legal is Truth.YES else Grade.CONDITIONAL


def _due(catalogue: Catalogue, answers: Answers, facts: Facts) -> tuple[Step, ...]:
    """A step is due when its occasion is known, unless it is known to be done; not knowing is no excuse."""
    return tuple(
        step
        for step in catalogue.steps
        if evaluate(step.when, answers, facts).truth is Truth.YES
        and (step.unless is None or evaluate(step.unless, answers, facts).truth is not Truth.YES)
    )


def in_order(advice: list[Finding]) -> list[Finding]:
    """The core first, then what else is aimed at this problem, then the rest; within each the lightest first."""
    aimed = sorted((finding for finding in advice if finding.leads), key=_fit)
    core = _core(aimed)
    follow = [finding for finding in aimed if finding not in core][: MOST_LEADING - len(core)]
    leading = [*sorted(core, key=_weight), *sorted(follow, key=_weight)]
    rest = sorted((finding for finding in advice if finding not in leading), key=_weight)
    placed = [*(replace(finding, leading=True) for finding in leading), *rest]
    return [replace(finding, above=_passed_over(finding, placed[at + 1 :])) for at, finding in enumerate(placed)]


def _core(aimed: list[Finding]) -> list[Finding]:
    """Preventive beside repressive: two and three, filled up from the other kind; requests to others come last."""
    own = [finding for finding in aimed if not finding.form.rule.request]
    preventive = [finding for finding in own if finding.form.measure.kind is MeasureClass.PREVENTIVE]
    repressive = [finding for finding in own if finding.form.measure.kind is MeasureClass.REPRESSIVE]
    chosen = preventive[:CORE_PREVENTIVE]
    chosen += repressive[: CORE_SIZE - len(chosen)]
    requests = [finding for finding in aimed if finding.form.rule.request]
    chosen += [finding for finding in (*own, *requests) if finding not in chosen][: CORE_SIZE - len(chosen)]
    return chosen


def _fit(finding: Finding) -> tuple[bool, int, int]:
    """Urgent first, then by the number of reasons why it is aimed at this problem, then the lightest."""
    return (not finding.form.rule.urgent, -len(finding.leads), finding.form.rule.weight)


def _weight(finding: Finding) -> tuple[bool, int, bool]:
    return (not (finding.form.rule.urgent and finding.leads), finding.form.rule.weight, finding.grade is not Grade.RECOMMENDED)


def _passed_over(finding: Finding, below: list[Finding]) -> tuple[Form, ...]:
    """Return the untried lighter forms that stand below this one; its leads say why."""
    return tuple(other.form for other in below if other.form.rule.weight < finding.form.rule.weight and not (other.tried or other.present))
