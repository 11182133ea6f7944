"""Numbers in words that say what the numbers say."""

from __future__ import annotations

import math

import pytest

from toolbox_cli.evidence.picture import Interval
from toolbox_cli.evidence.regress import excludes_one
from toolbox_cli.reports.evidence_words import between, block_names, change, incidents, lies, month_label, ranges, rows_text


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(1.22, 1.05, 1.4), "22% hoger (tussen 5% en 40% hoger)"),
        (Interval(0.58, 0.34, 0.97), "42% lager (tussen 3% en 66% lager)"),
        (Interval(1.1, 0.9, 1.35), "10% hoger (tussen 10% lager en 35% hoger)"),
        (Interval(1.0, 0.998, 1.3), "vrijwel gelijk (tussen vrijwel gelijk en 30% hoger)"),
        (Interval(1.001, 0.999, 1.002), "vrijwel gelijk (vrijwel gelijk)"),
        (Interval(2.4, 1.15, 5.04), "2,4 keer zo veel (tussen 1,1 en 5,0 keer zo veel)"),
        (Interval(1.5, 0.04, 9.0), "1,5 keer zo veel (tussen 0,04 en 9,0 keer zo veel)"),
        (Interval(2.0, 1.2, math.inf), "2,0 keer zo veel (ten minste 1,2 keer zo veel, een bovengrens is niet te geven)"),
    ],
)
def test_a_change_is_told_with_its_interval(interval: Interval, text: str) -> None:
    assert change(interval) == text


def test_an_interval_behind_ligt() -> None:
    assert lies(between(Interval(1.1, 0.9, 1.35))) == "tussen 10% lager en 35% hoger"
    assert lies(between(Interval(1.05, 1.05, 1.05))) == "op 5% hoger"


@pytest.mark.parametrize(
    ("interval", "says"),
    [(Interval(1.2, 1.01, 1.4), True), (Interval(1.2, 1.0, 1.4), False), (Interval(0.8, 0.6, 0.99), True), (None, False)],
)
def test_a_change_is_one_only_when_the_interval_leaves_out_no_change(interval: Interval | None, says: bool) -> None:
    assert excludes_one(interval) is says


def test_row_numbers_become_ranges() -> None:
    assert ranges([9, 4, 7, 8, 8, 31]) == ((4, 4), (7, 9), (31, 31))
    assert rows_text(((4, 4), (7, 9), (31, 31)), 8) == "rij 4, 7-9 en 31"
    assert rows_text(((4, 4), (7, 9), (31, 31)), 1) == "rij 4 … en nog 4; alle nummers: --json"


def test_many_rows_stay_one_line() -> None:
    found = ranges(range(2, 200_000, 2))

    assert rows_text(found, 3) == "rij 2, 4, 6 … en nog 99.996; alle nummers: --json"


def test_labels_of_time() -> None:
    assert month_label("2024-03") == "maart 2024"
    assert month_label("2024-13") == "2024-13"
    assert month_label("maart") == "maart"
    assert block_names(8, 3)[:2] == ("0-3", "3-6")
    assert block_names(24, 1)[-1] == "23"
    assert [incidents(value) for value in (0, 1, 1234)] == ["0 incidenten", "1 incident", "1.234 incidenten"]
