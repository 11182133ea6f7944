"""The registrations beside the surveys: what both name, where they contradict each other, and where one side has nothing. Pure.

That something is not registered never says that it does not happen: only a registration that covers it by its own definition can
contradict a survey.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toolbox_cli.evidence.choices import told_about
from toolbox_cli.evidence.meaning import meanings_in, partner_of
from toolbox_cli.evidence.picture import Picture
from toolbox_cli.evidence.survey import Asked, Survey, asked_about
from toolbox_cli.model.evidence import EvidenceRules
from toolbox_cli.model.inference import ProposalRule
from toolbox_cli.model.question import Answers, Question
from toolbox_cli.rules.truth import Truth


class Status(StrEnum):
    """How the two sides stand to each other; the word is printed."""

    CONFIRMS = "bevestigt"
    CONTRADICTS = "spreekt tegen"
    LACKING = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Registered:
    """What one registration says of one thing: how many, out of how many that are known, and whether it names it.

    `covers` is whether the definition says that such things are registered. `word` is the trend word, where the thing is a trend.
    """

    file: str
    source: str
    partner: str
    number: int | None
    of: int
    names: Truth
    covers: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class Experienced:
    """What one group in one survey says of one thing: how many of how many people, in answer to what, and whether the group names it."""

    file: str
    group: str
    label: str
    asked: str
    theme: bool
    number: int | None
    of: int | None
    names: Truth


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing (a choice of a question) from both sides; `lacks` names the sides that have too little: objective, subjective."""

    question: str
    choice: str
    objective: tuple[Registered, ...]
    subjective: tuple[Experienced, ...]
    status: Status
    lacks: tuple[str, ...] = ()


def side_by_side(
    pictures: Sequence[Picture], surveys: Sequence[Survey], rules: EvidenceRules, questions: Mapping[str, Question]
) -> tuple[Beside, ...]:
    """Return each thing that some figure or some answer names, from both sides, in the order of the questions."""
    compared = dict.fromkeys(rule.question for rule in rules.values if rule.question in questions)
    found: list[Beside] = []
    for question in compared:
        for option in questions[question].options:
            objective = tuple(_registered(question, option.id, pictures, rules))
            subjective = tuple(_experienced(question, option.id, surveys, rules))
            sides: tuple[Registered | Experienced, ...] = (*objective, *subjective)
            if any(side.number or side.names is Truth.YES for side in sides):
                found.append(beside(question, option.id, objective, subjective))
    return tuple(found)


def rows_about(rows: Sequence[Beside], answers: Answers) -> tuple[tuple[Beside, ...], tuple[Beside, ...]]:
    """Return the rows about one problem, by what was answered about it, and the rows about something else that figures or people name.

    A question that was not answered, or to which nobody knows the answer, keeps all its rows.
    """
    about = tuple(row for row in rows if _is_about(row, answers))
    return about, tuple(row for row in rows if row not in about)


def beside(question: str, choice: str, objective: Sequence[Registered], subjective: Sequence[Experienced]) -> Beside:
    """Return one thing from both sides with how they stand to each other."""
    ours = _yes_or_no([item.names for item in objective], so=not any(item.number for item in objective))
    theirs = _yes_or_no([item.names for item in subjective], so=all(item.names is Truth.NO for item in subjective))
    lacks = tuple(side for side, names in (("objective", ours), ("subjective", theirs)) if names is Truth.UNKNOWN)
    agree = Status.CONFIRMS if ours is theirs else Status.CONTRADICTS
    status = Status.LACKING if lacks else agree
    return Beside(question, choice, tuple(objective), tuple(subjective), status, lacks)


def _yes_or_no(names: Sequence[Truth], *, so: bool) -> Truth:
    """A side names it when one of its sources does; it says no when one says so and nothing speaks against that (`so`)."""
    if Truth.YES in names:
        return Truth.YES
    return Truth.NO if so and Truth.NO in names else Truth.UNKNOWN


def _registered(question: str, choice: str, pictures: Sequence[Picture], rules: EvidenceRules) -> Iterator[Registered]:
    trend = next((rule for rule in rules.proposals if rule.kind == "trend" and rule.question == question), None)
    for picture in pictures:
        about = picture.about
        source, partner, file = about.source, partner_of(about, rules), ", ".join(picture.files)
        if trend is not None:
            names, word = _by_trend(picture, trend, choice)
            yield Registered(file, source, partner, None, picture.total or 0, names, word=word)
        elif (told := told_about(picture, question, rules)) is not None:
            number = told.numbers.get(choice, 0)
            covers = choice in meanings_in(about.definition, question, rules, about)
            yield Registered(file, source, partner, number, told.known, _named_in(number, told.known, rules, covers=covers), covers)


def _by_trend(picture: Picture, rule: ProposalRule, choice: str) -> tuple[Truth, str]:
    """What a registration says of more or less: its trend word; without one it says nothing, also not that all is the same."""
    change = picture.trend.per_place or picture.trend.change
    if change is None or not picture.trend.word or (picture.total or 0) < rule.least:
        return Truth.UNKNOWN, ""
    said = rule.yes if change.value > 1 else rule.no
    return (Truth.YES if choice == said else Truth.NO), picture.trend.word


def _named_in(number: int, of: int, rules: EvidenceRules, *, covers: bool) -> Truth:
    limits = rules.matching
    if number >= limits.number or (number > 1 and number >= limits.share * of):
        return Truth.YES
    return Truth.NO if covers and number == 0 and of >= limits.asked else Truth.UNKNOWN


def _experienced(question: str, choice: str, surveys: Sequence[Survey], rules: EvidenceRules) -> Iterator[Experienced]:
    most = any(rule.kind == "trend" and rule.question == question for rule in rules.proposals)
    share = rules.matching.most if most else rules.matching.share
    for survey in surveys:
        labels = {group.id: group.label for group in survey.groups}
        for asked in asked_about(survey, question):
            if choice in asked.meaning.values():
                yield from _by_group(survey, asked, choice, labels, share, rules)


def _by_group(
    survey: Survey, asked: Asked, choice: str, labels: Mapping[str, str], share: float, rules: EvidenceRules
) -> Iterator[Experienced]:
    """What each group says; a theme that nobody brought up was not asked, so that its absence says nothing."""
    limits = rules.matching
    for one in asked.groups:
        numbers = [item.number for item in one.counts.items if asked.meaning.get(item.label) == choice]
        told = [number for number in numbers if number is not None]
        hidden = len(told) < len(numbers)
        number = max(told, default=0) if asked.several else sum(told)
        names = Truth.UNKNOWN
        if number > 1 and one.number is not None and number >= share * one.number:
            names = Truth.YES
        elif (
            not asked.theme
            and not hidden
            and one.number is not None
            and one.number >= limits.asked
            and number <= limits.nobody * one.number
        ):
            names = Truth.NO
        yield Experienced(
            survey.file, one.group, labels.get(one.group, one.group), asked.text, asked.theme, None if hidden else number, one.number, names
        )


def _is_about(row: Beside, answers: Answers) -> bool:
    answer = answers.get(row.question)
    return answer is None or not answer.values or row.choice in answer.values
