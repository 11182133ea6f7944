"""What figures leave open, and whom to ask. Which gap is a gap, and what to ask, is data. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolbox_cli.evidence.choices import told_about, with_hour
from toolbox_cli.evidence.meaning import meaning_of, spoken
from toolbox_cli.evidence.picture import Picture
from toolbox_cli.evidence.proposals import Proposal
from toolbox_cli.evidence.survey import Survey
from toolbox_cli.model.evidence import EvidenceRules
from toolbox_cli.model.inference import GapRule
from toolbox_cli.model.question import Question
from toolbox_cli.rules.words import pattern_of


@dataclass(frozen=True, slots=True)
class Gap:
    """A question that stays open: what to ask whom (partner ids), and in which source it lacks (empty for all).

    `number` of `of` is how much lacks it. Without a rule the figures simply say nothing about the question.
    """

    question: str
    partners: tuple[str, ...]
    rule: GapRule | None = None
    source: str = ""
    number: int | None = None
    of: int | None = None


def gaps_of(
    pictures: Sequence[Picture],
    surveys: Sequence[Survey],
    rules: EvidenceRules,
    questions: Mapping[str, Question],
    proposals: Sequence[Proposal],
) -> tuple[Gap, ...]:
    """Return what lacks in the figures, by the rules and in their order, and then the questions on which they propose nothing."""
    found: list[Gap] = []
    for rule in rules.gaps:
        if rule.question in questions or not rule.question:
            partners = rule.partners or questions[rule.question].who
            for source, number, of in _lacks(rule, pictures, surveys, rules):
                found.append(Gap(rule.question, partners, rule, source, number, of))
    proposed = {item.question for item in proposals} | {gap.question for gap in found}
    silent = dict.fromkeys(rule.question for rule in rules.proposals if rule.question in questions)
    return (*found, *(Gap(name, questions[name].who) for name in silent if name not in proposed))


Lack = tuple[str, int | None, int | None]


def _lacks(rule: GapRule, pictures: Sequence[Picture], surveys: Sequence[Survey], rules: EvidenceRules) -> Iterator[Lack]:
    if rule.when == "no_objective":
        yield from () if pictures else [("", None, None)]
    elif rule.when == "no_subjective":
        yield from () if surveys else [("", None, None)]
    elif rule.when == "group_not_asked":
        asked = any(group.id == rule.group for survey in surveys for group in survey.groups)
        yield from () if asked or not surveys else [("", None, None)]
    elif rule.when == "no_response":
        yield from ((survey.about.source, None, None) for survey in surveys if survey.caution)
    else:
        for picture in pictures:
            lack = _IN_PICTURE[rule.when](rule, picture, rules)
            if lack is not None:
                yield picture.about.source, *lack


def _without_time(rule: GapRule, picture: Picture, _rules: EvidenceRules) -> tuple[int, int] | None:
    return _too_much((picture.total or 0) - with_hour(picture.heat), picture, rule)


def _without_place(rule: GapRule, picture: Picture, _rules: EvidenceRules) -> tuple[int, int] | None:
    return _too_much((picture.total or 0) - sum(item.number or 0 for item in picture.places.items), picture, rule)


def _without_kind(rule: GapRule, picture: Picture, _rules: EvidenceRules) -> tuple[int, int] | None:
    return _too_much((picture.total or 0) - sum(item.number or 0 for item in picture.kinds.items), picture, rule)


def _too_much(lacking: int, picture: Picture, rule: GapRule) -> tuple[int, int] | None:
    total = picture.total or 0
    return (lacking, total) if total and lacking >= rule.share * total and lacking > 0 else None


def _unexplained(rule: GapRule, picture: Picture, rules: EvidenceRules) -> tuple[int, int] | None:
    """Kinds or places that go by no choice; what has none at all is another gap."""
    told = told_about(picture, rule.question, rules)
    if told is None or not told.known:
        return None
    lacking = told.known - told.explained
    return (lacking, told.known) if lacking and lacking >= rule.share * told.known else None


def _mixed(rule: GapRule, picture: Picture, rules: EvidenceRules) -> tuple[int, int | None] | None:
    """Kinds that are two in one, and that nobody said the meaning of."""
    words = pattern_of(rule.words)
    names = [item for item in picture.kinds.items if words.search(spoken(item.label))]
    number = sum(item.number or 0 for item in names if not meaning_of(item.label, rule.question, rules, picture.about))
    return (number, picture.total) if number else None


def _few(rule: GapRule, picture: Picture, _rules: EvidenceRules) -> tuple[int, int | None] | None:
    total = picture.total
    return (total, None) if total is not None and total < rule.least else None


def _no_trend(_rule: GapRule, picture: Picture, _rules: EvidenceRules) -> tuple[None, None] | None:
    return None if picture.trend.word else (None, None)


def _no_places(_rule: GapRule, picture: Picture, _rules: EvidenceRules) -> tuple[None, None] | None:
    return None if picture.about.places else (None, None)


_IN_PICTURE: Mapping[str, Callable[[GapRule, Picture, EvidenceRules], tuple[int | None, int | None] | None]] = {
    "no_time": _without_time,
    "no_place": _without_place,
    "no_kind": _without_kind,
    "unexplained": _unexplained,
    "mixed": _mixed,
    "few": _few,
    "no_trend": _no_trend,
    "no_places_known": _no_places,
}
