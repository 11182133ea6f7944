"""What may follow from figures: proposed answers, what figures speak for, and what stays open. Records of evidence.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolbox_cli.model.base import Record, Slug, SourceRef, Statement, Text


class GroupRule(Record):
    """People who can be asked: the words for them, which choice of which question says that they are affected, what they do not see."""

    id: Slug
    label: Text
    words: tuple[Text, ...]
    question: Slug = ""
    choice: Slug = ""
    partner: Slug = ""
    misses: Statement | None = None


class SurveyColumn(Record):
    """A column of a survey that is not a question: its role, and the names it has in real files."""

    id: Literal["question", "answer", "amount", "group", "theme", "ignored"]
    words: tuple[Text, ...]


class SurveyRules(Record):
    """How a survey is read.

    Answers are open, and not read, when they have more than `long_text` signs on average, or when more than `varied` of them differ, or
    when there are more than `most_answers`. An answer that only one person gave is not shown when it has more than `own_words` signs.
    `totals` are the words for the number of people in a table of counts; a question with a word of `going_well` asks what is good, so that
    its answers are no trouble. A column is refused when its name holds a word of one of
    the kinds of personal data in `told_in_question`, and for the other kinds when it is such a word and no more.
    """

    columns: tuple[SurveyColumn, ...]
    totals: tuple[Text, ...]
    going_well: tuple[Text, ...] = ()
    told_in_question: tuple[Slug, ...]
    before_word: tuple[Text, ...]
    long_text: int
    varied: float
    most_answers: int
    own_words: int
    caution: Statement


class Matching(Record):
    """When a side names something: so many at least, and this share of it.

    `share` is of the people in a survey (`most` for more or less), `registered` of what a registration holds. Nobody names it when at most
    `nobody` does, of at least `asked`, and even the high end of the interval stays under the share that names it. Both sides are about the
    same time when the side that does not name it covers `same_time` of the days of the other.
    """

    number: int
    share: float
    registered: float
    same_time: float
    most: float
    nobody: float
    asked: int


class Negations(Record):
    """Words that take something out of a definition: what follows them (`following`), or all of their sentence (`sentence`)."""

    following: tuple[Text, ...]
    sentence: tuple[Text, ...]


class Signal(Record):
    """One thing that figures or a survey can show: yes, no, or too little to say; `label` says what it is about.

    share: of what is known the `choices` hold `at_least`; hours: what is between `start` and `until` (on `weekdays`) does; few_places:
    half is on at most `at_most` places of a file with `places` or more; leading: one kind holds `at_least`; trend: it goes as `word`
    says; with_places: the total rises and the number per place does not; event: something in the period changed what is registered;
    named: a group in a survey names one of `words` (an answer with a word of `unless` is none); unregistered: a survey names what a
    registration that covers it does not have.
    """

    id: Slug
    label: Text
    kind: Literal["share", "hours", "few_places", "leading", "trend", "with_places", "event", "named", "unregistered"]
    yes: Text
    no: Text
    question: Slug = ""
    choices: tuple[Slug, ...] = ()
    words: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    word: str = ""
    at_least: float = 0
    at_most: int = 0
    places: int = 0
    start: int = 0
    until: int = 24
    weekdays: tuple[int, ...] = ()
    source: tuple[SourceRef, ...]


class Speaks(Record):
    """A signal that counts when it is so (`ja`) or when it is not so (`nee`); `why` is what it says about the cause."""

    signal: Slug
    value: Annotated[Literal["ja", "nee"], Field(alias="is")] = "ja"
    why: str = ""


class Ask(Record):
    """What to ask of a partner."""

    partner: Slug
    text: Text


class Hypothesis(Record):
    """A possible cause (a choice of a question), or without one another explanation of the figures: what speaks for it and against it."""

    id: Slug
    text: Text
    question: Slug = ""
    cause: Slug = ""
    speaks_for: tuple[Speaks, ...]
    speaks_against: tuple[Speaks, ...]
    missing: tuple[Ask, ...]
    source: tuple[SourceRef, ...]


class ProposalRule(Record):
    """How figures answer a question, from at least so many incidents (or people); what the figures cannot say goes with it.

    rate: the number a week over the last `days`; meaning: choices that hold `share` of what is known, and `least` incidents; hours: the
    same for hours and days; few_places: `yes` when half of all is on at most `most` places, and the file has `places` or more;
    registered: which registration this is; surveyed: `yes` when there is a survey; groups: who names trouble; trend: `yes` when it rises,
    `no` when it falls. `known` is the share of all that must have the fact. With `more` there may be more than the figures show, so the
    answer stays open.
    """

    question: Slug
    kind: Literal["rate", "meaning", "hours", "few_places", "registered", "surveyed", "groups", "trend"]
    role: Literal["", "kind", "place", "time"] = ""
    least: int = 1
    share: float = 0
    known: float = 0
    days: int = 0
    most: int = 0
    places: int = 0
    yes: Slug = "ja"
    no: Slug = ""
    more: bool = False
    certainty: Literal["zeker", "waarschijnlijk", "schatting"] = "waarschijnlijk"
    cannot: Statement


class GapRule(Record):
    """What is missing in figures, which question that leaves open, and what to ask; without partners of those who know the question.

    `share` is how much may lack a time, a place or a kind, or be unexplained, before it is asked; mixed: a kind with one of `words` is two
    kinds in one, and counted with neither.
    """

    id: Slug
    when: Literal[
        "no_objective", "no_subjective", "no_time", "no_place", "no_kind", "unexplained", "no_trend", "no_places_known", "group_not_asked",
        "no_response", "few", "mixed",
    ]  # fmt: skip
    question: Slug = ""
    role: Literal["", "kind", "place", "time"] = ""
    group: Slug = ""
    share: float = 0
    least: int = 0
    words: tuple[Text, ...] = ()
    ask: Text
    partners: tuple[Slug, ...] = ()
    source: tuple[SourceRef, ...]
