"""What people answered: counts per group of respondents, never added up over groups. Open answers are not read. Records and counting.

The cells of a survey are about people: nothing of them is kept but answers that more than one person can give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolbox_cli.evidence.meaning import meaning_of, spoken
from toolbox_cli.evidence.picture import Count, Counts
from toolbox_cli.evidence.survey_answers import Column as Answers
from toolbox_cli.evidence.survey_answers import answers_in, is_open
from toolbox_cli.evidence.survey_columns import Roles
from toolbox_cli.evidence.table import Column, Unused
from toolbox_cli.model.evidence import Description, EvidenceRules
from toolbox_cli.model.inference import GroupRule
from toolbox_cli.rules.words import pattern_of

UNKNOWN_GROUP = "onbekend"
NOT_SHOWN = "*"  # the label of answers that are counted but not named


@dataclass(frozen=True, slots=True)
class Respondents:
    """One group of people who answered: how many, how many were asked, and the response; None is not known or not shown in public."""

    id: str
    label: str
    number: int | None
    invited: int | None = None
    response: float | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What one group answered: how many people gave an answer (None when not known or not shown), and how many gave each.

    `naming` is how many people gave at least one answer that means something for the question of the analysis.
    """

    group: str
    number: int | None
    counts: Counts
    naming: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the survey, or the themes of open answers: the answers per group, in one order for all groups.

    `several` is true when people could give more than one answer, so that counts do not add up to people. `question` is the question of
    the analysis that the answers are about (empty for none) and `meaning` what each answer means there.
    """

    text: str
    theme: bool
    several: bool
    answers: tuple[str, ...]
    groups: tuple[Answered, ...]
    question: str = ""
    meaning: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Survey:
    """All that was counted in one survey. `open_columns` are not read; `caution` is whether it is unknown for whom the answers hold.

    `read` is the number of rows. In public it is None and `unused` is empty; `left_out` is how many rows were not used, if many.
    """

    about: Description
    file: str
    read: int | None
    unused: tuple[Unused, ...]
    columns: tuple[Column, ...]
    groups: tuple[Respondents, ...]
    questions: tuple[Asked, ...]
    open_columns: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    public: bool = False
    left_out: int | None = None

    @property
    def caution(self) -> bool:
        """Whether of some group nobody knows how many people were asked."""
        return any(group.response is None for group in self.groups)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a survey file: its number as a spreadsheet shows it, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heard:
    """Who belongs to which group, by row; and the group's label."""

    of: Mapping[int, str]
    labels: Mapping[str, str]


def survey_of(
    header: Sequence[str],
    rows: Sequence[Row],
    roles: Roles,
    about: Description,
    rules: EvidenceRules,
    hidden: Callable[[str], bool],
    file: str = "",
) -> Survey:
    """Return the counts of a survey with one row per respondent, or with one row per group, question and answer.

    `hidden` says of a text from the file that it may not be shown: it is about a person, or about origin.
    """
    if roles.is_long:
        from toolbox_cli.evidence.survey_long import long_survey

        return long_survey(rows, roles, about, rules, hidden, file)
    used, unused = _used(rows, roles, rules, file)
    heard = _groups(used, roles, rules, hidden)
    questions, closed = [], list[str]()
    for at in (*roles.questions, *roles.themes):
        cells = {row.number: row.cells[at] for row in used}
        if at not in roles.themes and is_open(cells.values(), rules.survey):
            closed.append(header[at])
        elif any(cell.strip() for cell in cells.values()):
            questions.append(_asked(header[at], cells, heard, rules, about, hidden, theme=at in roles.themes))
    numbers = Counter(heard.of.values())
    survey = Survey(
        about=about,
        file=file,
        read=len(rows),
        unused=unused,
        columns=roles.columns,
        groups=respondents(numbers, heard.labels, about, rules),
        questions=tuple(questions),
        open_columns=tuple(closed),
        remarks=_remarks(numbers, about, rules),
    )
    return in_order(survey, rules)


def group_of(text: str, rules: EvidenceRules) -> GroupRule | None:
    """Return the group of respondents that a word in the file means; None when it is none we know."""
    said = spoken(text)
    return next((rule for rule in rules.groups if said and (said == rule.id or pattern_of(rule.words).search(said))), None)


def group_id(text: str, rules: EvidenceRules) -> str:
    """Return the id of a group: of one we know, otherwise its own name as it is compared."""
    known = group_of(text, rules)
    return known.id if known else spoken(text) or UNKNOWN_GROUP


def respondents(
    numbers: Mapping[str, int | None], labels: Mapping[str, str], about: Description, rules: EvidenceRules
) -> tuple[Respondents, ...]:
    """Return the groups with how many people answered, how many were asked, and the response where both are known."""
    invited: dict[str, int] = {}
    for name, asked in about.invited.items():
        invited[group_id(name, rules)] = invited.get(group_id(name, rules), 0) + asked
    return tuple(
        Respondents(name, labels.get(name, name), number, invited.get(name), _response(number, invited.get(name)))
        for name, number in numbers.items()
    )


def asked_about(survey: Survey, question: str) -> tuple[Asked, ...]:
    """Return the parts of a survey that are about a question of the analysis, closed questions first."""
    return tuple(sorted((item for item in survey.questions if item.question == question), key=lambda item: item.theme))


def named_by_group(survey: Survey, group: str, question: str) -> tuple[int, int | None]:
    """Return how many people of a group name something about the question, and of how many that answered.

    It is the part of the survey where most do.
    """
    told = [one for item in asked_about(survey, question) for one in item.groups if one.group == group and one.naming is not None]
    if not told:
        return 0, None
    best = max(told, key=lambda one: one.naming or 0)
    return best.naming or 0, best.number


def in_order(survey: Survey, rules: EvidenceRules) -> Survey:
    """Return the survey with its groups in the order of the rules, own groups behind them and who is in no group last."""
    known = [rule.id for rule in rules.groups]

    def place(name: str) -> tuple[int, str]:
        return (known.index(name), "") if name in known else (len(known) + (name == UNKNOWN_GROUP), name)

    questions = (replace(item, groups=tuple(sorted(item.groups, key=lambda one: place(one.group)))) for item in survey.questions)
    return replace(survey, groups=tuple(sorted(survey.groups, key=lambda one: place(one.id))), questions=tuple(questions))


def goes_well(text: str, rules: EvidenceRules) -> bool:
    """Return whether a question of a survey asks what is good: its answers name no trouble and no cause."""
    return bool(pattern_of(rules.survey.going_well).search(spoken(text)))


def means(text: str, answers: Sequence[str], rules: EvidenceRules, about: Description) -> tuple[str, dict[str, str]]:
    """Return which question of the analysis a question and its answers are about, and what each means there; empty when about none.

    It is the question that explains most of the answers, two different ones at least, and half of them or more. What goes well is none.
    """
    if goes_well(text, rules):
        return "", {}
    nobody = replace(about, source="", registered_by="")  # who held the survey does not change what a word means
    best: tuple[str, dict[str, str]] = ("", {})
    for question in dict.fromkeys(rule.question for rule in rules.values):
        meaning = {answer: choice for answer in answers if (choice := meaning_of(answer, question, rules, nobody))}
        if len(set(meaning.values())) >= 2 and 2 * len(meaning) >= len(answers) and len(meaning) > len(best[1]):
            best = (question, meaning)
    return best


def _used(rows: Sequence[Row], roles: Roles, rules: EvidenceRules, file: str) -> tuple[list[Row], tuple[Unused, ...]]:
    """Rows that hold an answer; a total is no respondent."""
    used, unused = list[Row](), list[Unused]()
    told = (*roles.questions, *roles.themes)
    totals = pattern_of(rules.survey.totals)
    for row in rows:
        if roles.group is not None and totals.fullmatch(spoken(row.cells[roles.group])):
            unused.append(Unused(file, row.number, "een totaal, geen deelnemer"))
        elif not any(row.cells[at].strip() for at in told):
            unused.append(Unused(file, row.number, "geen enkel antwoord"))
        else:
            used.append(row)
    return used, tuple(unused)


def _groups(rows: Sequence[Row], roles: Roles, rules: EvidenceRules, hidden: Callable[[str], bool]) -> _Heard:
    """The group of each row. An own name of a group is shown when several people have it and it names nobody."""
    told = {row.number: row.cells[roles.group].strip() if roles.group is not None else "" for row in rows}
    ids = {number: group_id(text, rules) for number, text in told.items()}
    sizes = Counter(ids.values())
    known = {rule.id for rule in rules.groups}
    labels: dict[str, str] = {}
    for number, name in ids.items():
        if name in known:
            labels[name] = next(rule.label for rule in rules.groups if rule.id == name)
        elif name != UNKNOWN_GROUP and sizes[name] > 1 and len(told[number]) <= rules.survey.own_words and not hidden(told[number]):
            labels.setdefault(name, told[number])
    of = {number: name if name in labels else UNKNOWN_GROUP for number, name in ids.items()}
    return _Heard(of, {**labels, UNKNOWN_GROUP: "groep onbekend"})


def _asked(
    text: str,
    cells: Mapping[int, str],
    heard: _Heard,
    rules: EvidenceRules,
    about: Description,
    hidden: Callable[[str], bool],
    *,
    theme: bool,
) -> Asked:
    found = answers_in(cells, rules.survey, hidden, NOT_SHOWN)
    question, meaning = means(text, [name for name in found.answers if name != NOT_SHOWN], rules, about)
    groups = tuple(_answered(group, found, heard, meaning) for group in dict.fromkeys(heard.of.values()))
    return Asked(text, theme, found.several, found.answers, groups, question, meaning)


def _answered(group: str, found: Answers, heard: _Heard, meaning: Mapping[str, str]) -> Answered:
    told = [given for number, given in found.given.items() if heard.of[number] == group]
    counts = Counter(answer for given in told for answer in given)
    size = sum(1 for of in heard.of.values() if of == group)
    items = tuple(Count(answer, counts[answer]) for answer in found.answers)
    naming = sum(1 for given in told if any(meaning.get(answer) for answer in given))
    return Answered(group, len(told), Counts(items, len(told), size - len(told)), naming)


def _response(number: int | None, invited: int | None) -> float | None:
    return number / invited if number is not None and invited and invited >= number else None


def _remarks(numbers: Mapping[str, int | None], about: Description, rules: EvidenceRules) -> tuple[str, ...]:
    return tuple(_told_remarks(numbers, about, rules))


def _told_remarks(numbers: Mapping[str, int | None], about: Description, rules: EvidenceRules) -> Iterator[str]:
    if set(numbers) == {UNKNOWN_GROUP}:
        yield "er is geen kolom met de groep; alle deelnemers staan bij elkaar onder 'groep onbekend'"
    for name, asked in about.invited.items():
        number = numbers.get(group_id(name, rules))
        if number is None and group_id(name, rules) not in numbers:
            yield "van een groep is gezegd hoeveel mensen zijn gevraagd, maar die groep staat niet in het bestand"
        elif number is not None and number > asked:
            yield "van een groep antwoordden meer mensen dan er zijn gevraagd; er is geen respons te geven"
