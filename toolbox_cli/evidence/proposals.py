"""Answers that figures propose, each with the numbers it rests on. Which question and which limits is data. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import sqrt

from toolbox_cli.evidence.choices import in_hours, parts_of_day, share_interval, told_about, with_hour
from toolbox_cli.evidence.hours import hours_of
from toolbox_cli.evidence.meaning import partner_of
from toolbox_cli.evidence.picture import DAYS, Interval, Picture
from toolbox_cli.evidence.survey import Survey, named_by_group
from toolbox_cli.model.case import Certainty
from toolbox_cli.model.evidence import Description, EvidenceRules, RateRule
from toolbox_cli.model.inference import ProposalRule
from toolbox_cli.model.question import Answer, Question

ROOT_SPREAD = 0.98  # half of 1.96: the root of a count has about the same spread whatever the count is


@dataclass(frozen=True, slots=True)
class Figure:
    """One number behind a proposal: of which choice (or group), how many, out of how many; `of` is None when it is no part of a whole."""

    choice: str
    number: int
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer that one set of figures gives: nobody confirmed it yet.

    `source` is the partner whose figures these are, or empty; `on` the last day they cover; `start` and `end` the days that were
    counted. `change` is the change over the period, for a trend.
    """

    question: str
    answer: Answer
    source: str
    on: date | None
    certainty: Certainty
    figures: tuple[Figure, ...]
    about: Description
    files: tuple[str, ...]
    start: date | None
    end: date | None
    rule: ProposalRule
    total: int | None = None
    per_week: float | None = None
    change: Interval | None = None
    per_place: bool = False
    events: bool = False


def proposals_of(
    pictures: Sequence[Picture], surveys: Sequence[Survey], rules: EvidenceRules, questions: Mapping[str, Question]
) -> tuple[Proposal, ...]:
    """Return what the figures propose, by question in the order of the rules; sources that differ are two proposals.

    Nothing follows from figures made for the public, from too few incidents, or for a question that does not exist (any more).
    """
    open_pictures = [picture for picture in pictures if not picture.public]
    open_surveys = [survey for survey in surveys if not survey.public]
    found: list[Proposal] = []
    for rule in rules.proposals:
        if rule.question in questions:
            found += [item for picture in open_pictures if (item := _FROM_PICTURE[rule.kind](picture, rule, rules))]
            found += [item for survey in open_surveys if (item := _from_survey(survey, rule, rules))]
    known = {name: {option.id for option in question.options} for name, question in questions.items()}
    return tuple(item for item in found if item.answer.values <= known[item.question])


def _proposal(picture: Picture, rule: ProposalRule, rules: EvidenceRules, values: Sequence[str], figures: Sequence[Figure]) -> Proposal:
    about = picture.about
    return Proposal(
        question=rule.question,
        answer=Answer(frozenset(values), unknown=rule.more),
        source=partner_of(about, rules),
        on=about.end,
        certainty=Certainty(rule.certainty),
        figures=tuple(figures),
        about=about,
        files=picture.files,
        start=about.start,
        end=about.end,
        rule=rule,
        total=picture.total,
        events=any(within(event.on, about) for event in about.events),
    )


def within(day: date, about: Description) -> bool:
    """Return whether a day is in the period of the figures."""
    return (about.start is None or about.start <= day) and (about.end is None or day <= about.end)


def _rate(picture: Picture, rule: ProposalRule, rules: EvidenceRules) -> Proposal | None:
    """How often, over the last days that the question asks about (or the whole period when that is shorter)."""
    start, number = _recent(picture, rule.days)
    end = picture.about.end
    if start is None or end is None or number < rule.least:
        return None
    weeks = ((end - start).days + 1) / DAYS
    low, high = (max(0.0, sqrt(number) - ROOT_SPREAD) ** 2, (sqrt(number) + ROOT_SPREAD) ** 2)
    rates = [item for item in rules.rates if item.question == rule.question]
    choice = _choice_of(number / weeks, rates)
    if not choice:
        return None
    certain = _choice_of(low / weeks, rates) == _choice_of(high / weeks, rates)
    proposal = _proposal(picture, rule, rules, [choice], [Figure(choice, number)])
    certainty = proposal.certainty if certain else Certainty.ESTIMATE
    return replace(proposal, certainty=certainty, start=start, per_week=number / weeks)


def _recent(picture: Picture, days: int) -> tuple[date | None, int]:
    """The first day and the number of the last so many days, by the steps of the series; the whole period when it has no such steps."""
    start, end, total = picture.about.start, picture.about.end, picture.total or 0
    if start is None or end is None or not days or (end - start).days < days:
        return start, total
    steps = [span for span in picture.trend.spans if span.start > end - timedelta(days=days)]
    if not steps or any(span.number is None for span in steps):
        return start, total
    return min(span.start for span in steps), sum(span.number or 0 for span in steps)


def _choice_of(per_week: float, rates: Sequence[RateRule]) -> str:
    """The choice with the highest bound that the number a week reaches."""
    reached = [rule for rule in rates if per_week >= rule.at_least]
    return max(reached, key=lambda rule: rule.at_least).choice if reached else ""


def _meaning(picture: Picture, rule: ProposalRule, rules: EvidenceRules) -> Proposal | None:
    """What happens, or where: the choices that hold a fair share of what has a kind or a place at all."""
    told = told_about(picture, rule.question, rules)
    if told is None or told.known < rule.known * told.total:
        return None
    return _fair(picture, rule, rules, told.numbers, told.known)


def _hours(picture: Picture, rule: ProposalRule, rules: EvidenceRules) -> Proposal | None:
    """When: the parts of the day with a fair share, and the days with clearly more than their share."""
    known = with_hour(picture.heat)
    if known == 0 or known < rule.known * (picture.total or 0):
        return None
    found = {
        part.choice: number
        for part in parts_of_day(rule.question, rules)
        if (number := in_hours(picture.heat, hours_of(part.start, part.until))) is not None and number >= rule.share * known
    }
    for part in rules.hours:
        if part.question == rule.question and part.weekdays:
            number = in_hours(picture.heat, hours_of(part.start, part.until), part.weekdays)
            if number is not None and share_interval(number, known).low > len(part.weekdays) / DAYS:
                found[part.choice] = number
    return _fair(picture, rule, rules, found, known)


def _fair(picture: Picture, rule: ProposalRule, rules: EvidenceRules, numbers: Mapping[str, int], of: int) -> Proposal | None:
    fair = {choice: number for choice, number in numbers.items() if number >= max(rule.least, rule.share * of)}
    if not fair:
        return None
    ordered = sorted(fair, key=lambda choice: -fair[choice])
    return _proposal(picture, rule, rules, ordered, [Figure(choice, fair[choice], of) for choice in ordered])


def _few_places(picture: Picture, rule: ProposalRule, rules: EvidenceRules) -> Proposal | None:
    """Whether it is the same place all the time: only when it clearly is; one place alone says only what the file was made for."""
    found, known = picture.concentration, sum(item.number or 0 for item in picture.places.items)
    if found is None or known < rule.least or known < rule.known * (picture.total or 0):
        return None
    if found.places > rule.most or found.of < max(2 * found.places, rule.places):
        return None
    held = round(found.share * known)
    return _proposal(picture, rule, rules, [rule.yes], [Figure(rule.yes, held, known), Figure("", found.places, found.of)])


def _trend(picture: Picture, rule: ProposalRule, rules: EvidenceRules) -> Proposal | None:
    """Whether it becomes more or less; per place where the number of places is known. No clear change is no answer.

    Within less than a year it is an estimate: it may be the season alone.
    """
    trend = picture.trend
    change = trend.per_place or trend.change
    if change is None or (picture.total or 0) < rule.least or not trend.word:
        return None
    choice = rule.yes if change.value > 1 else rule.no
    proposal = _proposal(picture, rule, rules, [choice], [])
    certainty = Certainty.ESTIMATE if proposal.events or trend.under_a_year else proposal.certainty
    return replace(proposal, certainty=certainty, change=change, per_place=trend.per_place is not None)


def _registered(picture: Picture, rule: ProposalRule, rules: EvidenceRules) -> Proposal | None:
    partner = partner_of(picture.about, rules)
    source = next((item for item in rules.sources if item.partner == partner and item.question == rule.question), None)
    if source is None or not picture.total:
        return None
    return _proposal(picture, rule, rules, [source.choice], [Figure(source.choice, picture.total)])


def _nothing(_picture: Picture, _rule: ProposalRule, _rules: EvidenceRules) -> Proposal | None:
    return None


_FROM_PICTURE: Mapping[str, Callable[[Picture, ProposalRule, EvidenceRules], Proposal | None]] = {
    "rate": _rate,
    "meaning": _meaning,
    "hours": _hours,
    "few_places": _few_places,
    "registered": _registered,
    "surveyed": _registered,  # a registration can also be of what people report to the municipality
    "trend": _trend,
    "groups": _nothing,
}


def _from_survey(survey: Survey, rule: ProposalRule, rules: EvidenceRules) -> Proposal | None:
    if rule.kind == "surveyed":
        count = sum(group.number or 0 for group in survey.groups)
        return _of_survey(survey, rule, rules, [Figure(rule.yes, count)])
    if rule.kind == "groups":
        return _of_survey(survey, rule, rules, list(_affected(survey, rule, rules)))
    return None


def _affected(survey: Survey, rule: ProposalRule, rules: EvidenceRules) -> Iterator[Figure]:
    """The groups of whom enough people name something that happens."""
    happens = {item.question for item in rules.proposals if item.role == "kind"}
    for group in rules.groups:
        if group.question == rule.question and group.choice:
            number, of = max((named_by_group(survey, group.id, question) for question in sorted(happens)), key=lambda told: told[0])
            if number >= max(rule.least, rule.share * (of or 0)):
                yield Figure(group.choice, number, of)


def _of_survey(survey: Survey, rule: ProposalRule, rules: EvidenceRules, figures: Sequence[Figure]) -> Proposal | None:
    if not any(figure.number for figure in figures):
        return None
    about = replace(survey.about, source="")  # the name of a survey holds its area, and says not who asked
    return Proposal(
        question=rule.question,
        answer=Answer(frozenset(figure.choice for figure in figures), unknown=rule.more),
        source=partner_of(about, rules),
        on=about.end,
        certainty=Certainty(rule.certainty),
        figures=tuple(figures),
        about=survey.about,
        files=(survey.file,),
        start=about.start,
        end=about.end,
        rule=rule,
    )
