"""Questions and the answers people gave to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import Record, Slug, SourceRef, Text
from toolbox_cli.model.condition import Condition

YES, NO, UNKNOWN = "ja", "nee", "onbekend"


class Kind(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    DATE = "date"


class Circle(StrEnum):
    """Who may read an answer in a document, the smallest circle first; a larger circle reads less."""

    TRIANGLE = "driehoek"
    COLLEGE = "college"
    COUNCIL = "raad"
    RESIDENTS = "bewoners"


class Choice(Record):
    """One possible answer: its id in answer files, its label in the interview, its phrase in running text.

    An `exclusive` choice stands alone; a `whole` one says that all the others are there. A choice that is `here` is about the place
    of one problem. `told_to` is a smaller circle than that of its question.
    """

    id: Slug
    label: Text
    phrase: Text | None = None
    exclusive: bool = False
    whole: bool = False
    here: bool = False
    told_to: Circle | None = None


YES_OR_NO = (Choice.model_construct(id=YES, label="Ja"), Choice.model_construct(id=NO, label="Nee"))


class Implied(Record):
    """An answer that follows from other answers, so that it need not be given: it holds when `when` does."""

    when: Condition
    value: Annotated[Slug, Field(alias="is")]


class Question(Record):
    """How one fact is asked, why, of whom, and what is assumed while nobody knows.

    A `detail` belongs to the legal test of one measure (`toolbox check`); the interview about the problem asks it only when `early` holds.
    What `decides_basis` stands first among what is not known, when advice that leads waits for it.
    What `describes` the problem is asked although no grade may hang on it; with `if_room` it comes last, and not in a long interview.
    Of `parts` every choice must be there, so that what is not chosen is named as lacking. A `local` question is about the municipality
    and not about one problem, so that it need be answered only once. `told_to` is the largest circle that may read the answer; what
    says nothing stays within the driehoek.
    """

    id: Slug
    section: Slug
    label: Text
    text: Text
    help: Text
    kind: Kind
    choices: tuple[Choice, ...] = ()
    ask_when: Condition
    implied: Implied | None = None
    describes: bool = False
    decides_basis: bool = False
    if_room: bool = False
    detail: bool = False
    early: Condition | None = None
    parts: bool = False
    local: bool = False
    told_to: Circle = Circle.TRIANGLE
    who: tuple[Slug, ...]
    if_unknown: Text | None = None
    summary: Text | None = None
    summary_no: Text | None = None
    source: tuple[SourceRef, ...]

    @property
    def options(self) -> tuple[Choice, ...]:
        """The choices; for a yes/no question ja and nee; none for a number or a date."""
        if self.kind is Kind.YES_NO:
            return YES_OR_NO
        return self.choices

    @property
    def shared(self) -> bool:
        """Whether one answer holds for all problems of a case."""
        return self.local and not any(choice.here for choice in self.choices)


class Section(Record):
    """A heading of the questionnaire."""

    id: Slug
    title: Text


class Contradiction(Record):
    """Answers that cannot be true together."""

    id: Slug
    when: Condition
    message: Text


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said: the chosen values (or one number, or one ISO date), and whether there may be more that nobody knows."""

    values: frozenset[str] = frozenset()
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers so far. A question that is absent was not asked; `unknown` means nobody knows."""

    given: Mapping[str, Answer] = field(default_factory=dict)

    def get(self, question: str) -> Answer | None:
        """The answer, or None when the question was not asked."""
        return self.given.get(question)

    def __contains__(self, question: object) -> bool:
        return question in self.given

    def __iter__(self) -> Iterator[str]:
        return iter(self.given)

    def with_answer(self, question: str, answer: Answer) -> Answers:
        """The same answers with this one added or replaced."""
        return Answers({**self.given, question: answer})

    def without(self, *questions: str) -> Answers:
        """The same answers, these ones not asked."""
        return Answers({key: value for key, value in self.given.items() if key not in questions})


def words_in(question: Question, answer: Answer) -> tuple[str, ...]:
    """Return an answer as words, in the order of the choices, with `onbekend` last; an answer file holds these."""
    values = [option.id for option in question.options if option.id in answer.values] if question.options else sorted(answer.values)
    return (*values, UNKNOWN) if answer.unknown else tuple(values)
