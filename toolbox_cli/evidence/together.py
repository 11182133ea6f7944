"""The registrations beside the surveys: what both name, where they contradict each other, and where one side has nothing. Pure.

That something is not registered never says that it does not happen: only a registration that covers it by its own definition can
contradict a survey.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from toolbox_cli.evidence.choices import Told, share_interval, told_about
from toolbox_cli.evidence.meaning import meanings_in, partner_of
from toolbox_cli.evidence.picture import Picture
from toolbox_cli.evidence.survey import Asked, Survey, asked_about
from toolbox_cli.model.evidence import Description, EvidenceRules
from toolbox_cli.model.inference import ProposalRule
from toolbox_cli.model.question import Answers, Question
from toolbox_cli.rules.truth import Truth

Days = tuple[date | None, date | None]  # the first and the last day that figures cover; None is not known


class Status(StrEnum):
    """How the two sides stand to each other; the word is printed."""

    CONFIRMS = "bevestigt"
    CONTRADICTS = "spreekt tegen"
    LACKING = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Registered:
    """What one registration says of one thing: how many, out of how many that are known, and whether it names it.

    `covers` is whether the definition says that such things are registered. `word` is the trend word, where the thing is a trend. `open`
    is how many have no kind or place, or one that is not explained: they can be anything.
    """

    file: str
    source: str
    partner: str
    number: int | None
    of: int
    names: Truth
    covers: bool = False
    word: str = ""
    open: int = 0
    days: Days = (None, None)


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
    days: Days = (None, None)


class Apart(StrEnum):
    """Why two sides that differ do not contradict each other: they are about other days, or nobody knows about which days they are."""

    OTHER_DAYS = "andere periode"
    UNKNOWN_DAYS = "periode niet bekend"


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing (a choice of a question) from both sides; `lacks` names the sides that have too little: objective, subjective.

    `apart` says why two sides that differ are not said to contradict each other.
    """

    question: str
    choice: str
    objective: tuple[Registered, ...]
    subjective: tuple[Experienced, ...]
    status: Status
    lacks: tuple[str, ...] = ()
    apart: Apart | None = None


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
                found.append(beside(question, option.id, objective, subjective, rules))
    return tuple(found)


def rows_about(
    rows: Sequence[Beside], answers: Answers, questions: Mapping[str, Question]
) -> tuple[tuple[Beside, ...], tuple[Beside, ...]]:
    """Return the rows about one problem, by what was answered about it, and the rows about something else that figures or people name.

    A question that was not answered, or to which nobody knows the answer, keeps all its rows; so does one with one answer only, because
    another answer there (it becomes more) contradicts the one that was given.
    """
    about = tuple(row for row in rows if questions[row.question].kind == "choice" or _is_about(row, answers))
    return about, tuple(row for row in rows if row not in about)


def beside(question: str, choice: str, objective: Sequence[Registered], subjective: Sequence[Experienced], rules: EvidenceRules) -> Beside:
    """Return one thing from both sides with how they stand to each other; they contradict only when they are about the same days."""
    ours = _yes_or_no([item.names for item in objective], so=not any(item.number for item in objective))
    theirs = _yes_or_no([item.names for item in subjective], so=all(item.names is Truth.NO for item in subjective))
    lacks = tuple(side for side, names in (("objective", ours), ("subjective", theirs)) if names is Truth.UNKNOWN)
    apart = _apart(objective, subjective, rules) if not lacks and ours is not theirs else None
    agree = Status.CONFIRMS if ours is theirs else Status.CONTRADICTS
    status = Status.LACKING if lacks or apart else agree
    return Beside(question, choice, tuple(objective), tuple(subjective), status, lacks, apart)


def days_apart(pictures: Sequence[Picture], surveys: Sequence[Survey], rules: EvidenceRules) -> Apart | None:
    """Return whether a registration and a survey are about other days, in either direction, or nobody knows; None when all are alike."""
    ours, theirs = [_days(picture.about) for picture in pictures], [_days(survey.about) for survey in surveys]
    found = {_between(one, other, rules) for one in ours for other in theirs} | {
        _between(two, one, rules) for one in ours for two in theirs
    }
    return next((why for why in (Apart.UNKNOWN_DAYS, Apart.OTHER_DAYS) if why in found), None)


def _days(about: Description) -> Days:
    return about.start, about.end


def _apart(objective: Sequence[Registered], subjective: Sequence[Experienced], rules: EvidenceRules) -> Apart | None:
    """None when some source that does not name it covers the days of one that does; else why none of them can contradict."""
    sides: tuple[Registered | Experienced, ...] = (*objective, *subjective)
    yes = [side.days for side in sides if side.names is Truth.YES]
    found = [_between(side.days, other, rules) for side in sides if side.names is Truth.NO for other in yes]
    return None if None in found else Apart.OTHER_DAYS if Apart.OTHER_DAYS in found else Apart.UNKNOWN_DAYS


def _between(silent: Days, naming: Days, rules: EvidenceRules) -> Apart | None:
    """Whether days on which something was not named hold most of the days on which it was; None when they do."""
    (first, last), (start, end) = silent, naming
    if first is None or last is None or start is None or end is None:
        return Apart.UNKNOWN_DAYS
    shared = (min(last, end) - max(first, start)).days + 1
    return None if shared >= rules.matching.same_time * ((end - start).days + 1) else Apart.OTHER_DAYS


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
            yield Registered(file, source, partner, None, picture.total or 0, names, word=word, days=_days(about))
        elif (told := told_about(picture, question, rules)) is not None:
            number = told.numbers.get(choice, 0)
            covers = choice in meanings_in(about.definition, question, rules, about)
            names = _named_in(number, told, rules, covers=covers)
            yield Registered(file, source, partner, number, told.known, names, covers, open=_open(told), days=_days(about))


def _by_trend(picture: Picture, rule: ProposalRule, choice: str) -> tuple[Truth, str]:
    """What a registration says of more or less: its trend word; without one it says nothing, also not that all is the same."""
    change = picture.trend.per_place or picture.trend.change
    if change is None or not picture.trend.word or (picture.total or 0) < rule.least:
        return Truth.UNKNOWN, ""
    said = rule.yes if change.value > 1 else rule.no
    return (Truth.YES if choice == said else Truth.NO), picture.trend.word


def _named_in(number: int, told: Told, rules: EvidenceRules, *, covers: bool) -> Truth:
    """Yes for a number and a share that matter; no only when even all that is not explained would not be enough to name it."""
    limits = rules.matching
    if number >= limits.number and number >= limits.registered * told.known:
        return Truth.YES
    hidden = _open(told) >= limits.registered * told.total
    enough = told.known >= limits.asked and share_interval(0, told.known).high < limits.registered
    return Truth.NO if covers and number == 0 and enough and not hidden else Truth.UNKNOWN


def _open(told: Told) -> int:
    return told.total - told.explained


def says_no(number: int, of: int | None, share: float, rules: EvidenceRules) -> bool:
    """Return whether (almost) nobody of a group names something: few of enough people, also at the high end of the interval."""
    limits = rules.matching
    return of is not None and of >= limits.asked and number <= limits.nobody * of and share_interval(number, of).high < share


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
    least = rules.matching.number
    for one in asked.groups:
        numbers = [item.number for item in one.counts.items if asked.meaning.get(item.label) == choice]
        told = [number for number in numbers if number is not None]
        hidden = len(told) < len(numbers)
        number = max(told, default=0) if asked.several else sum(told)
        names = Truth.UNKNOWN
        if number >= least and one.number is not None and number >= share * one.number:
            names = Truth.YES
        elif not asked.theme and not hidden and says_no(number, one.number, share, rules):
            names = Truth.NO
        label, shown = labels.get(one.group, one.group), None if hidden else number
        yield Experienced(survey.file, one.group, label, asked.text, asked.theme, shown, one.number, names, _days(survey.about))


def _is_about(row: Beside, answers: Answers) -> bool:
    answer = answers.get(row.question)
    return answer is None or not answer.values or row.choice in answer.values
