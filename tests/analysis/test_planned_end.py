"""A planned last day against the longest a power may last: both sides of each limit, and what is not known stays so."""

from __future__ import annotations

from datetime import date

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.planned_end import EndFit
from toolbox_cli.analysis.planned_end import tested_end as end_test
from toolbox_cli.model.planned import PlannedMeasure

START = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("form", "until", "fit"),
    [
        ("gebiedsverbod/172a", date(2027, 2, 28), EndFit.FITS),
        ("gebiedsverbod/172a", date(2027, 3, 1), EndFit.RENEWED),
        ("gebiedsverbod/172a", date(2027, 11, 30), EndFit.RENEWED),
        ("gebiedsverbod/172a", date(2027, 12, 1), EndFit.SPREAD),
        ("gebiedsverbod/172a", date(2028, 12, 1), EndFit.TOO_LATE),
        ("bevel-onder-twaalf/172b", date(2027, 2, 28), EndFit.FITS),
        ("bevel-onder-twaalf/172b", date(2027, 3, 1), EndFit.TOO_LATE),
        ("veiligheidsrisicogebied/174b", date(2026, 12, 2), EndFit.FITS),
        ("veiligheidsrisicogebied/174b", date(2026, 12, 3), EndFit.TOO_LATE),
        ("gebiedsverbod/apv", date(2030, 1, 1), EndFit.NO_NUMBER),
        ("veiligheidsrisicogebied/151b", date(2030, 1, 1), EndFit.NO_NUMBER),
        ("cameratoezicht/openbaar", date(2030, 1, 1), EndFit.NO_NUMBER),
    ],
)
def test_a_last_day_is_judged_by_the_term_of_its_power(form: str, until: date, fit: EndFit) -> None:
    power = CATALOGUE.form_by_id[form].power
    assert power is not None

    found = end_test(power.term, PlannedMeasure(form, start=START, until=until))

    assert found is not None and found.fit is fit


def test_without_a_start_the_last_day_is_not_known_to_be_wrong() -> None:
    power = CATALOGUE.form_by_id["gebiedsverbod/172a"].power
    assert power is not None

    found = end_test(power.term, PlannedMeasure("gebiedsverbod/172a", until=date(2040, 1, 1)))

    assert found is not None and found.fit is EndFit.NO_START


def test_without_a_last_day_there_is_nothing_to_judge() -> None:
    power = CATALOGUE.form_by_id["gebiedsverbod/172a"].power
    assert power is not None

    assert end_test(power.term, PlannedMeasure("gebiedsverbod/172a", start=START)) is None
