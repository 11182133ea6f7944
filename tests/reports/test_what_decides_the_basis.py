"""What decides which basis may be used stands first among what is not known, when advice that leads waits for it."""

from __future__ import annotations

from helpers import CATALOGUE, answers_of

from toolbox_cli.analysis.assess import assess
from toolbox_cli.reports.problem import assumptions

ACUTE = {"gedrag": "intimidatie", "plaats": "station", "acuut": "ja", "personen_bekend": "ja", "orde_verstoord": "ja"}


def test_an_unknown_local_rule_stands_above_a_light_order_that_leads() -> None:
    assessment = assess(CATALOGUE, answers_of({**ACUTE, "apv_gebiedsverbod": "onbekend"}))

    assert "gebiedsverbod/172-3" in {finding.form.id for finding in assessment.findings if finding.leading}
    assert [question.id for question, _ in assumptions(CATALOGUE, assessment)[:2]] == ["apv_gebiedsverbod", "apv_dekt_gedrag"]


def test_a_local_rule_that_nothing_leading_waits_for_does_not_come_first() -> None:
    assessment = assess(CATALOGUE, answers_of({**ACUTE, "acuut": "nee", "orde_verstoord": "onbekend", "apv_gebiedsverbod": "onbekend"}))

    assert all(not finding.leading or "apv_gebiedsverbod" not in finding.open_questions for finding in assessment.findings)
    assert assumptions(CATALOGUE, assessment)[0][0].id != "apv_gebiedsverbod"
