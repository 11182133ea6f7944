"""Did it help? Before and after a measure, against a part where the measure was not, with what limits the conclusion.

Before and after are cut to the same length around the start, in whole weeks (whole years of 52 weeks when both sides have one, so that
the seasons are equal). The change is the ratio of after to before; the effect is that ratio divided by the ratio of the comparison. The
interval rests on how much weeks and blocks of four weeks vary within each side: at least as much as chance, and more when they do.
Neighbours are judged together: their intervals are so wide that all of them hold at once with 95 per cent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from toolbox_cli.evidence.cautions import cautions_of, earlier_change, sides_of
from toolbox_cli.evidence.change import Change, against, change_of, interval_of, weekly
from toolbox_cli.evidence.effect import Effect, Neighbour, Part, Side, Trial
from toolbox_cli.evidence.parts import check_names, chosen, rest_of
from toolbox_cli.evidence.picture import Interval
from toolbox_cli.evidence.regress import excludes_one
from toolbox_cli.evidence.steps import WEEK
from toolbox_cli.evidence.table import Incidents
from toolbox_cli.evidence.window import Window, by_day, counted_between, window_of
from toolbox_cli.model.evidence import Description

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_WEEKS = 4
LESS, MORE = "minder", "meer"
OUTSIDE = "de maatregel begint niet binnen de periode van de cijfers"
TOO_SHORT = f"voor of na de start zijn er minder dan {FEWEST_WEEKS} hele weken"
FEWEST = 30


@dataclass(frozen=True, slots=True)
class Course:
    """One part of the incidents on each day of the period."""

    label: str
    days: NDArray[Any]


def effect_of(incidents: Incidents, about: Description, trial: Trial, other: Incidents | None = None, fewest: int = FEWEST) -> Effect:
    """Return what changed after the start of the measure; a word only when the interval leaves out no change.

    The comparison is `other` (or the part of it in `trial.comparison`), else that part of the incidents, else what the target and the
    neighbours leave over of the same kinds. A place or kind that the figures do not have is refused. Fewer incidents than `fewest` (the
    limit for percentages) before and after together give no change: only the numbers.
    """
    check_names(incidents, (trial.target, *trial.neighbours))
    window = window_of(about, trial)
    target = _course(incidents, trial.target, about)
    comparison = _comparison(incidents, about, trial, other)
    neighbours = [_course(incidents, part, about) for part in trial.neighbours]
    why = _too_little(window, target, fewest)
    base = None if comparison is None or why else _change(comparison, window)
    effect = None if why else interval_of(against(_change(target, window), base))
    net = None if why or not neighbours else interval_of(against(_change(_together(incidents, about, trial), window), base))
    counted = None if trial.baseline is None else counted_between(target.days, about, *trial.baseline[:2])
    return Effect(
        trial=trial,
        about=about,
        before_days=window.length,
        after_days=window.length,
        target=_side(target, window, fewest),
        comparison=None if comparison is None else _side(comparison, window, fewest),
        effect=effect,
        word=_word(effect),
        why=why,
        neighbours=tuple(_neighbour(item, window, base, len(neighbours), why, fewest) for item in neighbours),
        net=net,
        net_word=_word(net),
        cautions=cautions_of(about, trial, window, target.days, None if comparison is None else comparison.days, counted),
        read=incidents.read,
        unused=incidents.unused,
        columns=incidents.columns,
        remarks=incidents.remarks,
        counted_baseline=counted,
        percentage_from=fewest,
        earlier=earlier_change(target.days, window),
    )


def number_of(incidents: Incidents, part: Part, about: Description) -> int:
    """Return how many incidents of the whole period belong to the part."""
    check_names(incidents, (part,))
    return int(by_day(incidents, chosen(incidents, part), about).sum())


def _course(incidents: Incidents, part: Part, about: Description) -> Course:
    return Course(part.label, by_day(incidents, chosen(incidents, part), about))


def _comparison(incidents: Incidents, about: Description, trial: Trial, other: Incidents | None) -> Course | None:
    if trial.comparison is not None or other is not None:
        part = trial.comparison or Part()
        check_names(other or incidents, (part,))
        return _course(other or incidents, part, about)
    rest = rest_of(incidents, trial)
    return None if rest is None else Course(rest[0], by_day(incidents, rest[1], about))


def _together(incidents: Incidents, about: Description, trial: Trial) -> Course:
    """Target and neighbours; an incident in more than one of them counts once."""
    mask = chosen(incidents, trial.target)
    for part in trial.neighbours:
        mask = mask | chosen(incidents, part)
    return Course("", by_day(incidents, mask, about))


def too_few(fewest: int) -> str:
    """Return in words that there are too few incidents."""
    return f"er zijn te weinig incidenten: minder dan {fewest} voor en na de start samen"


def _too_little(window: Window, target: Course, fewest: int) -> str:
    if window.before == 0 or window.after == 0:
        return OUTSIDE
    if window.length < FEWEST_WEEKS * WEEK:
        return TOO_SHORT
    return too_few(fewest) if _number(target, window) < fewest else ""


def _number(course: Course, window: Window) -> int:
    return sum(int(side.sum()) for side in sides_of(course.days, window))


def _change(course: Course, window: Window) -> Change:
    before, after = sides_of(course.days, window)
    return change_of(weekly(before), weekly(after))


def _side(course: Course, window: Window, fewest: int) -> Side:
    """The numbers on both sides; their change only when there is enough of both weeks and incidents."""
    before, after = (int(side.sum()) for side in sides_of(course.days, window)) if window.length else (0, 0)
    enough = window.length >= FEWEST_WEEKS * WEEK and before + after >= fewest
    return Side(course.label, before, after, interval_of(_change(course, window)) if enough else None)


def _neighbour(course: Course, window: Window, base: Change | None, looked: int, why: str, fewest: int) -> Neighbour:
    if why or _number(course, window) < fewest:
        return Neighbour(_side(course, window, fewest), None, "")
    change = interval_of(against(_change(course, window), base), looked)
    return Neighbour(_side(course, window, fewest), change, _word(change))


def _word(interval: Interval | None) -> str:
    if interval is None or not excludes_one(interval):
        return ""
    return LESS if interval.high < 1 else MORE
