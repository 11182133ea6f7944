"""Registrations and surveys in one report: what each shows, both sides beside each other, possible causes, and what stays open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolbox_cli.evidence.gaps import gaps_of
from toolbox_cli.evidence.hypotheses import weighed
from toolbox_cli.evidence.picture import Picture
from toolbox_cli.evidence.proposals import proposals_of
from toolbox_cli.evidence.signals import signals_of
from toolbox_cli.evidence.survey import Survey
from toolbox_cli.evidence.together import rows_about, side_by_side
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Answers
from toolbox_cli.reports.document import Document
from toolbox_cli.reports.evidence import compose_evidence
from toolbox_cli.reports.evidence_json import evidence_json
from toolbox_cli.reports.proposals import compose_gaps, gaps_json, proposals_json
from toolbox_cli.reports.survey import compose_survey, survey_json, survey_sentence
from toolbox_cli.reports.together import compose_causes, compose_together
from toolbox_cli.reports.together_json import causes_json, together_json

Json = dict[str, Any]  # Any: nested plain values, ready for json.dumps


@dataclass(frozen=True)
class Evidence:
    """All figures there are, and by the name of each problem of the case what was answered about it (empty without a case)."""

    pictures: tuple[Picture, ...]
    surveys: tuple[Survey, ...]
    problems: Mapping[str, Answers]

    @property
    def public(self) -> bool:
        """Whether this is the version that may be published."""
        return any(picture.public for picture in self.pictures) or any(survey.public for survey in self.surveys)


def compose_whole(catalogue: Catalogue, found: Evidence) -> Document:
    """Return the report: the registrations, the surveys, both sides per problem, possible causes, and what stays open with whom to ask."""
    rules, questions = catalogue.evidence, catalogue.question_by_id
    document = compose_evidence(found.pictures, rules, surveys=[survey_sentence(survey) for survey in found.surveys], public=found.public)
    compose_survey(document, catalogue, found.surveys)
    if found.public:  # both sides and causes put small numbers beside each other
        return document
    rows = side_by_side(found.pictures, found.surveys, rules, questions)
    if found.pictures and found.surveys:
        for name, answers in (found.problems or {"": Answers()}).items():
            about, others = rows_about(rows, answers, questions)
            title = f"Cijfers en ervaringen naast elkaar: {name}" if name else "Cijfers en ervaringen naast elkaar"
            compose_together(document, catalogue, about, found.pictures, found.surveys, other=others, title=title)
    compose_causes(document, catalogue, weighed(signals_of(found.pictures, found.surveys, rows, rules), rules))
    proposals = proposals_of(found.pictures, found.surveys, rules, questions)
    compose_gaps(document, catalogue, gaps_of(found.pictures, found.surveys, rules, questions, proposals))
    return document


def whole_json(catalogue: Catalogue, found: Evidence) -> Json:
    """Return the same as plain values; the public version holds no more than the figures that may be published."""
    rules, questions = catalogue.evidence, catalogue.question_by_id
    plain = {**evidence_json(found.pictures), "surveys": [survey_json(catalogue, survey) for survey in found.surveys]}
    if found.public:
        return plain
    rows = side_by_side(found.pictures, found.surveys, rules, questions)
    proposals = proposals_of(found.pictures, found.surveys, rules, questions)
    return {
        **plain,
        "side_by_side": together_json(catalogue, rows),
        "causes": causes_json(catalogue, weighed(signals_of(found.pictures, found.surveys, rows, rules), rules)),
        "proposals": proposals_json(catalogue, proposals),
        "gaps": gaps_json(gaps_of(found.pictures, found.surveys, rules, questions, proposals)),
    }
