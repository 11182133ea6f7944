"""Surveys written as a few literal answers, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from helpers import CATALOGUE

from toolbox_cli.evidence.survey import Row, Survey, survey_of
from toolbox_cli.evidence.survey_columns import survey_roles
from toolbox_cli.model.evidence import Description

RULES = CATALOGUE.evidence
MARCH = Description(source="enquête", start=date(2026, 3, 1), end=date(2026, 3, 31))


def survey(told: Mapping[str, Mapping[str, int]], question: str = "Waar hebt u last van?", about: Description = MARCH) -> Survey:
    """A survey with one question (or 'Thema'): by group how many people gave each answer."""
    rows = [(group, answer) for group, answers in told.items() for answer, number in answers.items() for _ in range(number)]
    return counted(["Groep", question], rows, about)


def counted(header: Sequence[str], rows: Sequence[Sequence[str]], about: Description = MARCH) -> Survey:
    """A survey with these rows."""
    numbered = [Row(number, tuple(cells)) for number, cells in enumerate(rows, start=2)]
    return survey_of(header, numbered, survey_roles(header, about, RULES), about, RULES, lambda _: False, "enquete.csv")
