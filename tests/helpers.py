"""What many tests share: the shipped content and short ways to write answers."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from toolbox_cli.content.answers import answer_from
from toolbox_cli.content.load import read_catalogue
from toolbox_cli.model.question import Answer, Answers, Kind, Question

ROOT = Path(__file__).parent.parent
CATALOGUE = read_catalogue(ROOT / "data")
CASES = [path for path in sorted((ROOT / "examples").glob("*.yaml")) if "toolbox: antwoorden" in path.read_text("utf-8")]

posix = pytest.mark.skipif(os.name == "nt", reason="needs a terminal, signals, or a shell as Unix has them")


def some_answers(question: Question) -> list[Answer]:
    """Answers to draw from: each choice alone, a few numbers, a date."""
    if question.kind is Kind.NUMBER:
        return [Answer(frozenset({number})) for number in ("0", "1", "2", "5")]
    if question.kind is Kind.DATE:
        return [Answer(frozenset({"2026-03-12"}))]
    return [Answer(frozenset({option.id})) for option in question.options]


def examples(full: int) -> settings:
    """Let hypothesis try `full` examples in the full checks (.ci/run), and a quarter of them, at least forty, in the quick run."""
    quick = min(full, max(full // 4, 40))
    return settings(max_examples=full if settings.get_current_profile_name() == "full" else quick, deadline=None)


def seeds(quick: int, full: int) -> list[Any]:
    """Numbers to draw answers by: the first few in every run, the others marked slow, for the full checks only."""
    return [*range(quick), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(quick, full))]


def spread(items: Iterable[Any], every: int) -> list[Any]:
    """Items to try: one in so many in every run, the others marked slow, for the full checks only."""
    return [item if at % every == 0 else pytest.param(item, marks=pytest.mark.slow) for at, item in enumerate(items)]


def answers_of(given: Mapping[str, str | Sequence[str]]) -> Answers:
    """Return answers as a golden case or a test writes them; a wrong word fails."""
    found = {}
    for name, said in given.items():
        answer, fault = answer_from(CATALOGUE.question_by_id[name], [said] if isinstance(said, str) else list(said))
        assert answer is not None, f"{name}: {fault}"
        found[name] = answer
    return Answers(found)
