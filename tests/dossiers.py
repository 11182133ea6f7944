"""Dossiers for the documents of a case: from a few answers, from an example file, with or without the example profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from helpers import CATALOGUE, ROOT, answers_of

from toolbox_cli.analysis.assess import Assessment
from toolbox_cli.analysis.receipt import Receipt
from toolbox_cli.content.profile import read_profile
from toolbox_cli.model.case import Case
from toolbox_cli.model.profile import Profile
from toolbox_cli.model.question import Answers
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.origin import Record

ON = date(2026, 3, 2)
PROFILE = read_profile(ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml", CATALOGUE)


def bare_dossier(*problems: Mapping[str, str | Sequence[str]], profile: Profile | None = None, on: date | None = ON) -> Dossier:
    """A dossier with a problem for each set of answers, without the assessment of any measure."""
    return Dossier(Case(), tuple(_record(answers_of(given)) for given in problems), profile, on)


def _record(answers: Answers) -> Record:
    return Record(None, Assessment(answers, (), ()), {}, Receipt("1", "1", "0", None, "0"))
