"""What the tool knows about incident and survey files: columns by name, what a word in a cell means, and the limits of counting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from toolbox_cli.model.base import Record, Slug, SourceRef, Text
from toolbox_cli.model.inference import GapRule, GroupRule, Hypothesis, Matching, Negations, ProposalRule, Signal, SurveyRules


class ColumnRule(Record):
    """A column the tool can use: its role, what a reader calls it, and the names it has in real files, best first.

    With `in_part` a longer name that holds such a word counts too, when no column has a whole name and no word of `unless` stands in it.
    A name with a word of `later` tells when something was reported and not when it happened: used when there is nothing better.
    """

    id: Slug
    label: Text
    words: tuple[str, ...]
    in_part: bool = False
    unless: tuple[Text, ...] = ()
    later: tuple[Text, ...] = ()


class PersonalColumn(Record):
    """A kind of column that is about people: refused, named, never copied."""

    id: Slug
    label: Text
    words: tuple[Text, ...]


class ValueRule(Record):
    """Words in a cell that mean a choice of a question; a word matches whole words, without case and accents, * stands for letters.

    The first rule that fits counts. `role` says in which column such words stand: kind, place or time; change is an answer on whether it
    grows. With `partner` the rule holds in the figures of that partner only. What has one of the words in `unless` is left to the next.
    """

    question: Slug
    choice: Slug
    words: tuple[Text, ...]
    role: Literal["kind", "place", "time", "change"] = "kind"
    partner: Slug = ""
    unless: tuple[Text, ...] = ()


class HourRule(Record):
    """A choice of a question that stands for hours of the day, from `start` up to (not including) `until`; night may cross midnight.

    With `weekdays` (1 is Monday) it stands for days instead.
    """

    question: Slug
    choice: Slug
    start: int = 0
    until: int = 24
    weekdays: tuple[int, ...] = ()


class RateRule(Record):
    """A choice of a question that stands for a number of incidents: at least so many a week, on average over the period."""

    question: Slug
    choice: Slug
    at_least: float


class SourceRule(Record):
    """A source of figures as people write it: which partner it is, and which choice of which question says that these figures are there.

    `misses` is what such figures cannot show.
    """

    partner: Slug
    words: tuple[Text, ...]
    question: Slug = ""
    choice: Slug = ""
    misses: str = ""
    source: tuple[SourceRef, ...] = ()


class Limits(Record):
    """Where counting stops saying something; each is a choice of the tool, explained in the output and not from law.

    percentage_from: no percentage of fewer than so many; public_from: smaller cells are not shown in public;
    range_hours: a time range that is longer has no hour; hot_share: what is hot holds at least this share of all.
    """

    percentage_from: int
    public_from: int
    range_hours: int
    hot_share: float


class PeopleWords(Record):
    """Words that say who somebody is by status or looks, beside the words for origin: in a kind, or in what a registration counts.

    What stands in `unless` is taken out first: a place, or something else with such a word in it.
    """

    words: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()


class EvidenceRules(Record):
    """All of evidence.yaml. `more_reports` are measures that by themselves make that more is reported or registered."""

    columns: tuple[ColumnRule, ...]
    personal: tuple[PersonalColumn, ...]
    values: tuple[ValueRule, ...]
    hours: tuple[HourRule, ...]
    rates: tuple[RateRule, ...]
    sources: tuple[SourceRule, ...]
    limits: Limits
    more_reports: tuple[Slug, ...] = ()
    survey: SurveyRules
    matching: Matching
    negations: Negations
    groups: tuple[GroupRule, ...] = ()
    signals: tuple[Signal, ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    proposals: tuple[ProposalRule, ...] = ()
    gaps: tuple[GapRule, ...] = ()
    people: PeopleWords = PeopleWords()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that changed what gets registered: a meldkaart, a campaign, another system."""

    on: date
    what: str


@dataclass(frozen=True, slots=True)
class Level:
    """How many reception places (or residents) there were from this day on."""

    since: date
    number: int


@dataclass(frozen=True, slots=True)
class Description:
    """What goes with a file of figures: empty text is not known. Without a period nothing is counted.

    `columns` says which column has which role (role → name in the file); `meaning` what a word in the file means
    ((question, word) → choice). `start` and `end` are both inside the period.
    """

    source: str = ""
    registered_by: str = ""
    definition: str = ""
    start: date | None = None
    end: date | None = None
    events: tuple[Event, ...] = ()
    places: tuple[Level, ...] = ()
    residents: tuple[Level, ...] = ()
    invited: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    meaning: Mapping[tuple[str, str], str] = field(default_factory=dict)
