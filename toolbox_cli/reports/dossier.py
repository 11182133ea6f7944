"""All that the documents of one case are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toolbox_cli.model.case import Case
from toolbox_cli.model.profile import Profile
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.origin import Record


@dataclass(frozen=True)
class Dossier:
    """A case with the record of each of its problems, in order, at least one; the profile, and the date that was given for the documents.

    `figures` and `published` are the report on figures and its version for the public, `budget` the tested budget, where there are any.
    """

    case: Case
    records: tuple[Record, ...]
    profile: Profile | None = None
    on: date | None = None
    figures: Document | None = None
    published: Document | None = None
    budget: Document | None = None
