"""A survey that is a table of counts: each row is a group, a question, an answer and how many gave it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from toolbox_cli.evidence.meaning import spoken
from toolbox_cli.evidence.picture import Count, Counts
from toolbox_cli.evidence.survey import (
    NOT_SHOWN,
    UNKNOWN_GROUP,
    Answered,
    Asked,
    Row,
    Survey,
    group_id,
    group_of,
    in_order,
    means,
    respondents,
)
from toolbox_cli.evidence.survey_columns import Roles
from toolbox_cli.evidence.table import Unused
from toolbox_cli.model.evidence import Description, EvidenceRules
from toolbox_cli.rules.words import pattern_of

NOT_TOLD = "het bestand noemt niet van elke groep hoeveel mensen antwoordden; daarvan is er geen percentage"
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:[.,]0+)?")


@dataclass(slots=True)
class _Table:
    """Numbers by question, group and answer, and the numbers of people that the file tells by group, and by question and group."""

    numbers: dict[str, dict[str, dict[str, int]]]
    people: dict[str, int]
    answered: dict[tuple[str, str], int]


def long_survey(
    rows: Sequence[Row],
    roles: Roles,
    about: Description,
    rules: EvidenceRules,
    hidden: Callable[[str], bool],
    file: str,
) -> Survey:
    """Return the counts of a survey from a table of counts; how many people answered is known only where the table tells it."""
    table, labels, unused = _table(rows, roles, rules, hidden, file)
    groups = list(dict.fromkeys(group for told in table.numbers.values() for group in told))
    questions = tuple(_asked(text, told, groups, table, rules, about) for text, told in table.numbers.items())
    numbers: dict[str, int | None] = {group: table.people.get(group) for group in groups}
    remarks = () if all(numbers.values()) else (NOT_TOLD,)
    survey = Survey(
        about=about,
        file=file,
        read=len(rows),
        unused=unused,
        columns=roles.columns,
        groups=respondents(numbers, labels, about, rules),
        questions=questions,
        remarks=remarks,
    )
    return in_order(survey, rules)


def amount_of(text: str) -> int | None:
    """Return a whole number as people type it (12, 1.234 or 12,0); None when it is none."""
    said = text.strip()
    if not _AMOUNT.fullmatch(said):
        return None
    return int(said.replace(".", "")) if re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d+", said) else int(re.split(r"[.,]", said)[0])


def _table(
    rows: Sequence[Row], roles: Roles, rules: EvidenceRules, hidden: Callable[[str], bool], file: str
) -> tuple[_Table, Mapping[str, str], tuple[Unused, ...]]:
    assert roles.long is not None  # only such a table comes here
    question_at, answer_at, amount_at = roles.long
    totals = pattern_of(rules.survey.totals)
    table, unused, met = _Table({}, {}, {}), list[Unused](), set[tuple[str, str, str]]()
    labels = {UNKNOWN_GROUP: "groep onbekend"}
    for row in rows:
        group_text = row.cells[roles.group].strip() if roles.group is not None else ""
        question, answer = row.cells[question_at].strip(), row.cells[answer_at].strip()
        amount, group = amount_of(row.cells[amount_at]), _group(group_text, labels, rules, hidden)
        key = (group, spoken(question), spoken(answer))
        reason = "een totaal over groepen" if totals.fullmatch(spoken(group_text)) else _unusable(question, answer, amount)
        reason = reason or ("staat er twee keer" if key in met else "")
        if reason or amount is None:
            unused.append(Unused(file, row.number, reason))
            continue
        met.add(key)
        if totals.fullmatch(spoken(question)) or (not question and totals.fullmatch(spoken(answer))):
            table.people[group] = amount
        elif totals.fullmatch(spoken(answer)):
            table.answered[(_shown(question, hidden), group)] = amount
        else:
            told = table.numbers.setdefault(_shown(question, hidden), {}).setdefault(group, {})
            label = _shown(answer, hidden)
            told[label] = told.get(label, 0) + amount
    return table, labels, tuple(unused)


def _unusable(question: str, answer: str, amount: int | None) -> str:
    if amount is None:
        return "geen aantal"
    return "" if question or answer else "geen vraag en geen antwoord"


def _group(text: str, labels: dict[str, str], rules: EvidenceRules, hidden: Callable[[str], bool]) -> str:
    known, name = group_of(text, rules), group_id(text, rules)
    if known:
        labels[name] = known.label
    elif name != UNKNOWN_GROUP:
        if hidden(text):
            return UNKNOWN_GROUP
        labels.setdefault(name, text)
    return name


def _shown(text: str, hidden: Callable[[str], bool]) -> str:
    return NOT_SHOWN if not text or hidden(text) else text


def _asked(
    text: str, told: Mapping[str, Mapping[str, int]], groups: Sequence[str], table: _Table, rules: EvidenceRules, about: Description
) -> Asked:
    given = dict.fromkeys(answer for one in told.values() for answer in one)
    totals = {answer: sum(one.get(answer, 0) for one in told.values()) for answer in given}
    answers = tuple(sorted(totals, key=lambda answer: (answer == NOT_SHOWN, -totals[answer], answer)))
    question, meaning = means(text, [answer for answer in answers if answer != NOT_SHOWN], rules, about)
    found = [_answered(text, group, told[group], answers, table, meaning) for group in groups if group in told]
    several = any(one.number is not None and sum(item.number or 0 for item in one.counts.items) > one.number for one in found)
    return Asked(text, False, several, answers, tuple(found), question, meaning)


def _answered(
    text: str, group: str, told: Mapping[str, int], answers: Sequence[str], table: _Table, meaning: Mapping[str, str]
) -> Answered:
    """The answers of a group. Without the number of people, nobody knows whether people gave one answer or several."""
    number, people = table.answered.get((text, group)), table.people.get(group)
    of = number if number is not None else people
    items = tuple(Count(answer, told.get(answer, 0)) for answer in answers)
    without = people - number if number is not None and people is not None and people >= number else None
    telling = [told.get(answer, 0) for answer in answers if meaning.get(answer)]
    single = of is not None and sum(told.values()) <= of
    return Answered(group, of, Counts(items, of, without), sum(telling) if single else max(telling, default=0))
