"""What the content says about terms: numbers that agree with the words beside them, and faults that are found."""

from __future__ import annotations

from typing import Any

import pytest
from helpers import CATALOGUE
from pydantic import ValidationError

from toolbox_cli.content.check_terms import terms
from toolbox_cli.content.checks import check_catalogue
from toolbox_cli.model.term import Holiday, Length, Renewals, Term, Unit

WORDS = {1: ("één", "1"), 2: ("twee", "2"), 3: ("drie", "3"), 5: ("vijf",), 10: ("tien",), 12: ("twaalf",), 90: ("90", "negentig")}
UNITS = {Unit.HOURS: "uur", Unit.DAYS: "dagen", Unit.WEEKS: "weken", Unit.MONTHS: "maanden", Unit.YEARS: "jaar"}


@pytest.mark.parametrize("power", [power for power in CATALOGUE.powers if power.term and power.term.maximum], ids=lambda power: power.id)
def test_the_number_agrees_with_the_words_beside_it(power: Any) -> None:
    maximum = power.term.maximum
    text = f"{power.max_duration.text} {power.max_duration.brief}".lower()
    assert any(f"{word} {UNITS[maximum.unit]}" in text for word in WORDS[maximum.amount]), text


def test_every_power_has_been_looked_at() -> None:
    assert all(power.term is not None for power in CATALOGUE.powers) and not list(terms(CATALOGUE))


def test_a_power_without_a_term_is_a_fault() -> None:
    first, *rest = CATALOGUE.powers
    broken = CATALOGUE.model_copy(update={"powers": (first.model_copy(update={"term": None}), *rest)})
    (fault,) = terms(broken)
    assert (fault.field, fault.index, fault.place) == ("powers", 0, ("term",)) and "set_by" in fault.what


def test_an_unknown_protection_is_a_fault_that_names_the_choices() -> None:
    broken = CATALOGUE.model_copy(update={"protections": tuple(item for item in CATALOGUE.protections if item.id != "civil")})
    assert {fault.place for fault in terms(broken)} == {("term", "protection")}
    assert all("'civil' bestaat niet; kies uit awb" in fault.what for fault in terms(broken))


def test_an_unknown_source_or_none_in_the_counting_rules_is_a_fault() -> None:
    days = CATALOGUE.counting.days
    wrong = CATALOGUE.counting.model_copy(update={"days": days.model_copy(update={"source": ("art atw-99:1",)})})
    empty = CATALOGUE.counting.model_copy(update={"days": days.model_copy(update={"source": ()})})
    found = check_catalogue(CATALOGUE.model_copy(update={"counting": wrong}))
    assert [(fault.field, fault.what.split(";")[0]) for fault in found] == [("counting", "'art atw-99' bestaat niet")]
    assert [fault.place for fault in check_catalogue(CATALOGUE.model_copy(update={"counting": empty}))] == [("days", "source")]


SOURCE = ("eigen lezing",)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Length, {}),
        (Length, {"days": 1, "weeks": 1}),
        (Length, {"days": 0}),
        (Renewals, {"count": 1, "text": "ja", "source": SOURCE}),
        (Renewals, {"count": 0, "length": {"days": 1}, "text": "ja", "source": SOURCE}),
        (Renewals, {"count": 1, "length": {"days": 1}, "total": {"days": 9}, "text": "ja", "source": SOURCE}),
        (Term, {"protection": "awb", "source": SOURCE}),
        (Term, {"set_by": "local", "maximum": {"days": 1}, "protection": "awb", "source": SOURCE}),
        (Holiday, {"id": "dag", "name": "Dag", "source": SOURCE}),
        (Holiday, {"id": "dag", "name": "Dag", "easter": 1, "fixed": {"month": 1, "day": 1}, "source": SOURCE}),
    ],
)
def test_records_that_contradict_themselves_are_refused(model: Any, values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(values)
