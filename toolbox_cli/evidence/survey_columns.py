"""Which column of a survey is what: the group, a theme, a closed question, or something about people that is refused. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolbox_cli.evidence.meaning import spoken
from toolbox_cli.evidence.table import Column
from toolbox_cli.model.evidence import Description, EvidenceRules
from toolbox_cli.rules.words import pattern_of


@dataclass(frozen=True, slots=True)
class Roles:
    """The places of the columns by what they are; `long` are those of question, answer and amount in a table of counts.

    With `per_answer` each row is one answer of somebody: people would be counted once for every answer.
    """

    columns: tuple[Column, ...]
    group: int | None
    themes: tuple[int, ...]
    questions: tuple[int, ...]
    long: tuple[int, int, int] | None = None
    per_answer: bool = False

    @property
    def is_long(self) -> bool:
        """Whether each row is a group with a question, an answer and how many gave it."""
        return self.long is not None


def survey_roles(header: Sequence[str], about: Description, rules: EvidenceRules) -> Roles:
    """Return what each column is: as the user says (`columns` of the description), otherwise by its name; the rest are questions.

    What the user says is a column about people stays refused.
    """
    said = {spoken(name): role for role, name in about.columns.items()}
    columns = tuple(_column(name, said.get(spoken(name), ""), rules) for name in header)
    places: dict[str, list[int]] = {}
    for at, column in enumerate(columns):
        places.setdefault((column.refused and "refused") or column.role, []).append(at)
    first = {role: found[0] for role, found in places.items()}
    long = (first["question"], first["answer"], first["amount"]) if {"question", "answer", "amount"} <= set(first) else None
    asked = places.get("asked", [])
    per_answer = long is None and {"question", "answer"} <= set(first) and not asked
    if long is None:  # a word such as 'vraag' above a column is then a question like any other
        asked = sorted((*asked, *(at for role in ("question", "answer", "amount") for at in places.get(role, []))))
        columns = tuple(_asked(column) if at in asked else column for at, column in enumerate(columns))
    return Roles(columns, first.get("group"), tuple(places.get("theme", ())), tuple(asked), long, per_answer)


def _column(name: str, role: str, rules: EvidenceRules) -> Column:
    refused = _refused(name, rules)
    if refused:
        return Column(name, refused=refused)
    said = spoken(name)
    named = next((item.id for item in rules.survey.columns if pattern_of(item.words).fullmatch(said)), "")
    return Column(name, role or named or ("asked" if said else "ignored"))


def _asked(column: Column) -> Column:
    return Column(column.name, "asked")


def _refused(name: str, rules: EvidenceRules) -> str:
    """What kind of personal data a column holds by its name; empty when it holds none."""
    said = spoken(name)
    before = pattern_of(rules.survey.before_word)
    bare = before.sub("", said, count=1).strip() if before.match(said) else said
    for item in rules.personal:
        words = pattern_of(tuple(spoken_word(word) for word in item.words))
        if words.fullmatch(said) or words.fullmatch(bare) or (item.id in rules.survey.told_in_question and words.search(said)):
            return item.label
    return ""


def spoken_word(word: str) -> str:
    """Return a word of the rules as text is compared: without the signs that stand between words."""
    return " ".join(word.replace("-", " ").split())
