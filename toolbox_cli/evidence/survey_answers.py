"""The answers in one column of a survey: whether they are open, how several in one cell are split, which may be named. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from toolbox_cli.evidence.meaning import spoken
from toolbox_cli.model.inference import SurveyRules

ENOUGH = 0.6  # of the different cells with commas, before commas count as separators
_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Column:
    """The answers of a column, most given first, and which each row gave (rows without an answer are not in it)."""

    answers: tuple[str, ...]
    given: Mapping[int, tuple[str, ...]]
    several: bool


def is_open(cells: Collection[str], rules: SurveyRules) -> bool:
    """Return whether these are answers in people's own words: long, nearly all different, or too many kinds of them.

    Numbers of a scale are not.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled or all(_NUMBER.fullmatch(cell) for cell in filled):
        return False
    parts = Counter(spoken(part) for cell in filled for part in _parts(cell, _separator(filled)))
    longest = sum(len(cell) for cell in filled) / len(filled)
    own = sum(1 for number in parts.values() if number == 1)
    return (
        (longest > rules.long_text and _separator(filled) == "")
        or len(parts) > rules.most_answers
        or (len(parts) > 2 and own > rules.varied * len(parts) and own > 0.3 * len(filled))
    )


def answers_in(cells: Mapping[int, str], rules: SurveyRules, hidden: Callable[[str], bool], not_shown: str) -> Column:
    """Return the answers of a closed question or the themes of an open one, by row.

    Answers that are spelt alike are one. An answer that may not be shown, or that one person gave in many words, goes by `not_shown`.
    """
    filled = {number: cell.strip() for number, cell in cells.items() if cell.strip()}
    separator = _separator(list(filled.values()))
    parts = {number: tuple(dict.fromkeys(spoken(part) for part in _parts(cell, separator))) for number, cell in filled.items()}
    labels = _labels(filled.values(), separator)
    times = Counter(part for given in parts.values() for part in given)

    def named(part: str) -> str:
        label = labels[part]
        own = times[part] == 1 and len(label) > rules.own_words
        return not_shown if own or hidden(label) else label

    given = {number: tuple(dict.fromkeys(named(part) for part in told)) for number, told in parts.items()}
    counts = Counter(answer for told in given.values() for answer in told)
    ordered = sorted(counts, key=lambda answer: (answer == not_shown, -counts[answer], answer))
    return Column(tuple(ordered), given, several=any(len(told) > 1 for told in given.values()))


def _separator(cells: Collection[str]) -> str:
    """What stands between several answers in a cell; empty when there is one answer per cell.

    A comma separates only where the parts also occur in other cells: 'Nee, nooit' is one answer.
    """
    if any(";" in cell for cell in cells):
        return ";"
    different = {spoken(cell): cell for cell in cells}
    split = {said: {spoken(part) for part in cell.split(",") if part.strip()} for said, cell in different.items()}
    with_comma = [said for said, cell in different.items() if "," in cell]
    if not with_comma:
        return ""
    occurs = Counter(part for parts in split.values() for part in parts)
    met = sum(1 for said in with_comma if all(occurs[part] > 1 for part in split[said]))
    return "," if met >= ENOUGH * len(with_comma) else ""


def _parts(cell: str, separator: str) -> list[str]:
    parts = cell.split(separator) if separator else [cell]
    return [part.strip() for part in parts if spoken(part)] or [cell]


def _labels(cells: Collection[str], separator: str) -> dict[str, str]:
    """How each answer is written most often."""
    written: dict[str, Counter[str]] = {}
    for cell in cells:
        for part in _parts(cell, separator):
            written.setdefault(spoken(part), Counter())[part] += 1
    return {said: min(forms, key=lambda form: (-forms[form], form)) for said, forms in written.items()}
