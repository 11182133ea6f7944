"""A case: what several sources said about one or more problems, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from toolbox_cli.model.planned import Planned
from toolbox_cli.model.question import Answer

OWN = "eigen_inschatting"
PROFILE = "gemeenteprofiel"
FIGURES = "cijfers"
SURVEY = "enquete"


class Certainty(StrEnum):
    """How certain somebody was of an answer."""

    CERTAIN = "zeker"
    LIKELY = "waarschijnlijk"
    ESTIMATE = "schatting"


@dataclass(frozen=True, slots=True)
class Said:
    """One answer to one question: by whom (a partner, OWN, PROFILE, or nobody named), on which date, how certain.

    `because` says why this answer was chosen where sources differ; the others stay in the file. `figure` is what was counted, when the
    answer rests on that.
    """

    answer: Answer
    source: str = ""
    on: date | None = None
    certainty: Certainty | None = None
    because: str = ""
    figure: str = ""

    @property
    def estimated(self) -> bool:
        """Whether it is somebody's estimate."""
        return self.certainty is Certainty.ESTIMATE or self.source == OWN


Statements = Mapping[str, tuple[Said, ...]]


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """One of several problems in a case, with what was said about it."""

    id: str
    title: str = ""
    said: Statements = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What a reader calls it."""
        return self.title or self.id


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was counted before a measure began: how many, from which day up to and including which, by whom, and of what.

    Empty `places` and `kinds` and no `hours` (from, until) stand for all that the definition covers.
    """

    start: date
    end: date
    number: int
    source: str = ""
    definition: str = ""
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    hours: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A form of a measure that was chosen or dropped: when, why, on which advice (its receipt), above which lighter ones.

    With a chosen one goes what was counted before (`baseline`), to look later whether it helped.
    """

    on: date
    measure: str
    chosen: bool
    reason: str = ""
    problem: str = ""
    grade: str = ""
    above: tuple[str, ...] = ()
    receipt: str = ""
    baseline: Baseline | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """All that a case file holds. Without `problems` everything in `said` is about the one problem there is.

    With problems, `said` holds what is shared: facts of the municipality. `former` holds answers to questions that no longer exist, and
    `plans` what is filled in for the action plan, by problem.
    """

    said: Statements = field(default_factory=dict)
    problems: tuple[CaseProblem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    keep_until: date | None = None
    content: str = ""
    former: Mapping[str, str] = field(default_factory=dict)
    plans: tuple[Planned, ...] = ()

    def problem(self, name: str) -> CaseProblem | None:
        """The problem by this id, or None."""
        return next((problem for problem in self.problems if problem.id == name), None)

    def said_of(self, name: str) -> Statements:
        """What was said about one problem; for an empty name what stands at the top of the case."""
        problem = self.problem(name)
        return self.said if problem is None else problem.said

    def with_said(self, name: str, said: Statements) -> Case:
        """The same case with this said about one problem, or at the top for an empty name."""
        if not name:
            return replace(self, said=said)
        return replace(self, problems=tuple(replace(item, said=said) if item.id == name else item for item in self.problems))

    def decided(self, problem: str = "") -> Sequence[Decision]:
        """The decisions about one problem, oldest first."""
        return tuple(decision for decision in self.decisions if decision.problem == problem)

    def planned(self, problem: str = "") -> Planned:
        """What is filled in for the action plan about one problem."""
        return next((item for item in self.plans if item.problem == problem), Planned(problem))

    def with_plan(self, plan: Planned) -> Case:
        """The same case with this filled in about its problem, in the order of the problems."""
        others = {item.problem: item for item in self.plans if item.problem != plan.problem}
        every = {**others, plan.problem: plan}
        order = [name for name in ("", *(item.id for item in self.problems)) if name in every]
        return replace(self, plans=tuple(every[name] for name in order if not every[name].empty))
