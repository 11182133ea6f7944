"""What figures and surveys show of the things that could speak for a cause: yes, no, or too little to say. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolbox_cli.evidence.choices import in_hours, share_interval, told_about, with_hour
from toolbox_cli.evidence.hours import hours_of
from toolbox_cli.evidence.meaning import spoken
from toolbox_cli.evidence.picture import Picture
from toolbox_cli.evidence.proposals import within
from toolbox_cli.evidence.regress import excludes_one
from toolbox_cli.evidence.survey import Asked, Survey, goes_well
from toolbox_cli.evidence.together import Beside, Status, says_no
from toolbox_cli.evidence.trend import word_of
from toolbox_cli.model.evidence import EvidenceRules
from toolbox_cli.model.inference import Signal
from toolbox_cli.rules.truth import Truth
from toolbox_cli.rules.words import pattern_of


@dataclass(frozen=True, slots=True)
class Seen:
    """A signal in one source: whether it is so, and the number it rests on, out of how many; `source` is who registered or answered."""

    signal: str
    truth: Truth
    source: str
    file: str = ""
    number: int | None = None
    of: int | None = None


def signals_of(
    pictures: Sequence[Picture], surveys: Sequence[Survey], rows: Sequence[Beside], rules: EvidenceRules
) -> Mapping[str, tuple[Seen, ...]]:
    """Return by signal what each source shows of it; a source that has nothing on it is left out."""
    return {signal.id: tuple(_seen(signal, pictures, surveys, rows, rules)) for signal in rules.signals}


def _seen(
    signal: Signal, pictures: Sequence[Picture], surveys: Sequence[Survey], rows: Sequence[Beside], rules: EvidenceRules
) -> Iterator[Seen]:
    if signal.kind == "unregistered":
        yield from _unregistered(signal, rows)
    elif signal.kind == "named":
        for survey in surveys:
            yield from _named(signal, survey, rules)
    else:
        for picture in pictures:
            found = _IN_PICTURE[signal.kind](signal, picture, rules)
            if found is not None:
                truth, number, of = found
                yield Seen(signal.id, truth, picture.about.source, ", ".join(picture.files), number, of)


Found = tuple[Truth, int | None, int | None]


def _share(signal: Signal, picture: Picture, rules: EvidenceRules) -> Found | None:
    told = told_about(picture, signal.question, rules)
    if told is None:
        return None
    number = sum(told.numbers.get(choice, 0) for choice in signal.choices)
    return _at_least(number, told.known, signal.at_least, rules, perhaps=told.known - told.explained)


def _hours(signal: Signal, picture: Picture, rules: EvidenceRules) -> Found | None:
    number = in_hours(picture.heat, hours_of(signal.start, signal.until), signal.weekdays)
    return None if number is None else _at_least(number, with_hour(picture.heat), signal.at_least, rules)


def _leading(signal: Signal, picture: Picture, rules: EvidenceRules) -> Found | None:
    numbers = [item.number for item in picture.kinds.items if item.number is not None]
    return _at_least(max(numbers), sum(numbers), signal.at_least, rules) if numbers else None


def _at_least(number: int, of: int, share: float, rules: EvidenceRules, perhaps: int = 0) -> Found | None:
    """Yes when even the low end of the interval reaches the share, no when even the high end does not; never of a few.

    `perhaps` are those of which nobody knows whether they count: they never make a no.
    """
    if of < rules.limits.percentage_from:
        return (Truth.UNKNOWN, number, of) if of else None
    low, high = share_interval(number, of).low, share_interval(number + perhaps, of).high
    return (Truth.YES if low >= share else Truth.NO if high < share else Truth.UNKNOWN), number, of


def _few_places(signal: Signal, picture: Picture, _rules: EvidenceRules) -> Found | None:
    """A file about a few large areas shows nothing of being spread."""
    found = picture.concentration
    if found is None or found.of < max(2, signal.places):
        return None
    truth = Truth.YES if found.places <= signal.at_most and found.of >= 2 * found.places else Truth.NO
    if truth is Truth.NO and found.places <= 2 * signal.at_most:
        truth = Truth.UNKNOWN
    return truth, found.places, found.of


def _trend(signal: Signal, picture: Picture, _rules: EvidenceRules) -> Found | None:
    """The trend of the numbers themselves; without a trend word it is not known, for no change was shown and none excluded."""
    change = picture.trend.change
    if change is None:
        return None
    word = word_of(change)
    truth = Truth.UNKNOWN if not word else Truth.YES if word == signal.word else Truth.NO
    return truth, None, picture.total


def _with_places(_signal: Signal, picture: Picture, _rules: EvidenceRules) -> Found | None:
    change, per_place = picture.trend.change, picture.trend.per_place
    if change is None or per_place is None:
        return None
    if change.low <= 1:
        return Truth.UNKNOWN, None, picture.total
    return (Truth.YES if not excludes_one(per_place) else Truth.NO if per_place.low > 1 else Truth.UNKNOWN), None, picture.total


def _event(_signal: Signal, picture: Picture, _rules: EvidenceRules) -> Found | None:
    """That nobody told of a change does not say that there was none."""
    events = [event for event in picture.about.events if within(event.on, picture.about)]
    return (Truth.YES, len(events), None) if events else None


_IN_PICTURE: Mapping[str, Callable[[Signal, Picture, EvidenceRules], Found | None]] = {
    "share": _share,
    "hours": _hours,
    "leading": _leading,
    "few_places": _few_places,
    "trend": _trend,
    "with_places": _with_places,
    "event": _event,
}


def _named(signal: Signal, survey: Survey, rules: EvidenceRules) -> Iterator[Seen]:
    """What people say is wrong; an answer to what goes well says nothing of that."""
    words, unless = pattern_of(signal.words), pattern_of(signal.unless)
    for asked in survey.questions:
        labels = {label for label in asked.answers if words.search(spoken(label)) and not unless.search(spoken(label))}
        if labels and not goes_well(asked.text, rules):
            yield from _by_group(signal, survey, asked, labels, rules)


def _by_group(signal: Signal, survey: Survey, asked: Asked, labels: set[str], rules: EvidenceRules) -> Iterator[Seen]:
    """What each group says; only of a question with given answers can a group say no."""
    names = {group.id: group.label for group in survey.groups}
    for one in asked.groups:
        told = [item.number for item in one.counts.items if item.label in labels]
        if None in told or one.number is None:
            continue
        number = max((count or 0 for count in told), default=0) if asked.several else sum(count or 0 for count in told)
        truth = Truth.UNKNOWN
        if number >= rules.matching.number and number >= signal.at_least * one.number:
            truth = Truth.YES
        elif not asked.theme and says_no(number, one.number, signal.at_least, rules):
            truth = Truth.NO
        yield Seen(signal.id, truth, names.get(one.group, one.group), survey.file, number, one.number)


def _unregistered(signal: Signal, rows: Sequence[Beside]) -> Iterator[Seen]:
    """What people name and a registration that covers it does not have; no when all that they name is registered."""
    named = [row for row in rows if row.question == signal.question and any(one.names is Truth.YES for one in row.subjective)]
    known = [row for row in named if row.status is not Status.LACKING]
    lacking = [row for row in known if row.status is Status.CONTRADICTS]
    if lacking:
        yield Seen(signal.id, Truth.YES, "", "", len(lacking), len(named))
    elif named and len(known) == len(named):
        yield Seen(signal.id, Truth.NO, "", "", len(named), len(named))
