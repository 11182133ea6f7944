"""Budget lines for tests: one that counts in full, from which a test changes what it is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from helpers import CATALOGUE
from hypothesis import strategies as st

from toolbox_cli.model.budget import Budget, BudgetLine, Vat, Where
from toolbox_cli.model.scheme import Said

SCHEME = CATALOGUE.scheme_by_id["2022"]
LATEST = CATALOGUE.scheme_by_id["2023"]
PAID = next(measure.id for measure in CATALOGUE.measures if measure.grant.eligible.value == "ja")
NOT_PAID = next(measure.id for measure in CATALOGUE.measures if measure.grant.eligible.value == "nee")
TO_ASK = next(measure.id for measure in CATALOGUE.measures if measure.grant.eligible.value == "navragen")


def line(**changes: Any) -> BudgetLine:
    """A line that counts in full under the scheme of 2022, but for the changes."""
    values = {
        "number": 1,
        "description": "Toezicht",
        "amount_eur": Decimal("1000.00"),
        "measure": PAID,
        "problem": "rondhangen",
        "vat": Vat.NONE,
        "start": date(2022, 6, 1),
        "end": date(2022, 6, 30),
        "where": Where.OUTSIDE,
        "other_grant": Said.NO,
        "priority": 1,
    }
    return BudgetLine.model_validate({**values, **changes})


def budget(*lines: BudgetLine) -> Budget:
    """A budget of these lines, numbered in order."""
    return Budget(file="begroting.yaml", lines=tuple(one.model_copy(update={"number": at}) for at, one in enumerate(lines, start=1)))


days = st.dates(date(2021, 10, 1), date(2023, 9, 30))
lines = st.builds(
    line,
    description=st.sampled_from(["Toezicht", "Camera", "Sport"]),
    amount_eur=st.integers(0, 10_000_000).map(lambda cents: Decimal(cents) / 100),
    measure=st.none() | st.sampled_from([PAID, NOT_PAID, TO_ASK]),
    vat=st.sampled_from(Vat),
    vat_rate=st.none() | st.sampled_from([Decimal(0), Decimal(9), Decimal(21)]),
    start=st.none() | days,
    end=st.none() | days,
    where=st.sampled_from(Where),
    other_grant=st.sampled_from(Said),
    priority=st.none() | st.integers(1, 4),
)
