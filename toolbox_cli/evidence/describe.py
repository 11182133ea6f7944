"""One registration as a picture: all its figures, from the rows that were counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.hot import concentration_of, hot_hours, hot_labels, lasts, share_of
from toolbox_cli.evidence.hours import hours_of
from toolbox_cli.evidence.meaning import meaning_of, questions_for
from toolbox_cli.evidence.people import counts_people
from toolbox_cli.evidence.picture import DAYS, HOURS, Count, Counts, Heat, Hot, Picture, Rate
from toolbox_cli.evidence.place_map import place_map_of
from toolbox_cli.evidence.steps import WEEK, mean_level, months_in, sums
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.evidence.tally import Tally, days_since, tally_of
from toolbox_cli.evidence.trend import YEAR, trend_of
from toolbox_cli.model.evidence import Description, EvidenceRules, HourRule

if TYPE_CHECKING:
    from numpy.typing import NDArray

PER = 1000


def picture_of(incidents: Incidents, about: Description, rules: EvidenceRules, files: tuple[str, ...] = ()) -> Picture:
    """Return all that the incidents show about their period; without a period it is refused."""
    tally, limits = tally_of(incidents, about), rules.limits
    kinds = _counts(incidents.kinds, tally.kinds)
    places = _counts(incidents.places, tally.places)
    placed = tally.total - (places.without or 0)
    timed = _timed(tally)
    return Picture(
        about=about,
        files=files,
        read=incidents.read,
        unused=incidents.unused,
        columns=incidents.columns,
        remarks=incidents.remarks,
        total=tally.total,
        per_week=tally.total * WEEK / len(tally.grid),
        kinds=kinds,
        places=places,
        months=_months(tally),
        heat=_heat(timed, tally),
        hot_places=_hot_places(incidents, tally, places, rules),
        hot_hours=hot_hours(timed, limits.hot_share, limits.percentage_from) if tally.total else (),
        concentration=concentration_of(places.items, placed, limits.percentage_from),
        trend=trend_of(tally.by_day, tally.start, tally.end, tally.grain, about.places, limits.percentage_from),
        rates=_rates(tally, about) if tally.total >= limits.percentage_from else (),
        place_map=place_map_of(incidents.frame, tally.total, limits.public_from),
        meanings=_meanings(incidents, tally, about, rules),
        counts_people=counts_people(rules.people, about),
    )


def _counts(labels: Sequence[str], numbers: NDArray[Any]) -> Counts:
    """The labels that occur, largest first and then by name."""
    *known, without = (int(number) for number in numbers)
    items = [Count(label, number) for label, number in zip(labels, known, strict=True) if number]
    return Counts(_ordered(items), sum(known) + without, without)


def _ordered(items: Iterable[Count]) -> tuple[Count, ...]:
    return tuple(sorted(items, key=lambda item: (-(item.number or 0), item.label)))


def _months(tally: Tally) -> Counts:
    """The months in order of time; a file with totals over a longer time says nothing about months."""
    if tally.grain == "period":
        return Counts((), tally.total, tally.total)
    steps = months_in(tally.start, tally.end)
    numbers = sums(tally.by_day, tally.start, steps)
    return Counts(tuple(Count(f"{first:%Y-%m}", int(number)) for (first, _), number in zip(steps, numbers, strict=True)), tally.total)


def _timed(tally: Tally) -> NDArray[Any]:
    """The incidents by day and hour of which both are known; totals have no day of the week."""
    timed = tally.grid[:, :HOURS]
    return timed if tally.grain == "day" else timed * 0


def _heat(timed: NDArray[Any], tally: Tally) -> Heat:
    first = tally.start.weekday()
    cells = tuple(tuple(int(number) for number in timed[(day - first) % DAYS :: DAYS].sum(axis=0)) for day in range(DAYS))
    return Heat(cells, 1, tally.total - int(timed.sum()))


def _hot_places(incidents: Incidents, tally: Tally, places: Counts, rules: EvidenceRules) -> tuple[Hot, ...]:
    total, limits = tally.total - (places.without or 0), rules.limits
    return tuple(
        Hot(item.label, item.number, share_of(item.number or 0, total, limits.percentage_from))
        for item in hot_labels(places.items, total, limits.hot_share)
        if tally.grain != "day"
        or lasts(_by_day_in(incidents, item.label, tally), total, 1 / len(places.items), len(places.items), limits.hot_share)
    )


def _by_day_in(incidents: Incidents, place: str, tally: Tally) -> NDArray[Any]:
    """The number on each day in one place."""
    import numpy as np

    there = incidents.frame.filter(incidents.frame["place"] == incidents.places.index(place))
    return np.bincount(days_since(there, tally.start), there["number"].to_numpy(), minlength=len(tally.grid)).astype(np.int64)


def _rates(tally: Tally, about: Description) -> tuple[Rate, ...]:
    days = len(tally.grid)
    found = []
    for per, levels in (("places", about.places), ("residents", about.residents)):
        mean = mean_level(levels, tally.start, tally.end)
        if mean is not None:
            in_period = tally.total * PER / mean
            found.append(Rate(per, mean, in_period, in_period * YEAR / days))
    return tuple(found)


def _meanings(incidents: Incidents, tally: Tally, about: Description, rules: EvidenceRules) -> dict[str, Counts]:
    """How many incidents mean each choice of a question; what a word means is looked up once for each word."""
    found = {}
    for role, labels, numbers in (("kind", incidents.kinds, tally.kinds), ("place", incidents.places, tally.places)):
        for question in questions_for(role, rules):
            held = {label: int(number) for label, number in zip(labels, numbers, strict=False) if number}
            found[question] = _by_choice({label: meaning_of(label, question, rules, about) for label in held}, held, tally.total)
    return found | {question: _by_hours(question, tally, rules) for question in dict.fromkeys(rule.question for rule in rules.hours)}


def _by_choice(choices: Mapping[str, str], held: Mapping[str, int], total: int) -> Counts:
    numbers: dict[str, int] = {}
    for label, choice in choices.items():
        if choice:
            numbers[choice] = numbers.get(choice, 0) + held[label]
    return Counts(_ordered(Count(choice, number) for choice, number in numbers.items()), total, total - sum(numbers.values()))


def _by_hours(question: str, tally: Tally, rules: EvidenceRules) -> Counts:
    """Choices that stand for hours and choices that stand for days overlap; `without` is what has neither a known hour nor such a day."""
    import numpy as np

    weekdays = np.array([(tally.start + timedelta(days=day)).weekday() for day in range(len(tally.grid))])
    counted, any_of = {}, np.zeros(tally.grid.shape, dtype=bool)
    if tally.grain == "day":
        for rule in (rule for rule in rules.hours if rule.question == question):
            days = np.isin(weekdays + 1, rule.weekdays) if rule.weekdays else np.ones(len(weekdays), dtype=bool)
            chosen = days[:, None] & np.isin(np.arange(HOURS + 1), _hours_of(rule))
            counted[rule.choice] = int(tally.grid[chosen].sum())
            any_of |= chosen
    items = _ordered(Count(choice, number) for choice, number in counted.items() if number)
    return Counts(items, tally.total, tally.total - int(tally.grid[any_of].sum()))


def _hours_of(rule: HourRule) -> list[int]:
    """The hours of a choice; one that stands for days holds also what has no hour."""
    if rule.weekdays and (rule.start, rule.until) == (0, HOURS):
        return [*range(HOURS + 1)]
    return sorted(hours_of(rule.start, rule.until))
