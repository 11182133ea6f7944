from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.content.tables.description import description_path, read_description
from toolbox_cli.content.tables.description_text import description_text, write_description
from toolbox_cli.errors import ContentError
from toolbox_cli.model.evidence import Description, Event, Level

WHOLE = Description(
    source="politie BVH",
    registered_by="politie",
    definition="meldingen van overlast",
    start=date(2025, 1, 1),
    end=date(2025, 6, 30),
    events=(Event(date(2025, 3, 1), "meldkaart in gebruik"),),
    places=(Level(date(2025, 1, 1), 400), Level(date(2025, 4, 1), 1200)),
    residents=(Level(date(2025, 1, 1), 20_000),),
    invited={"winkeliers": 30},
    columns={"kind": "Soort incident", "day": "Pleegdatum"},
    meaning={("gedrag", "Diefstal winkel"): "winkeldiefstal"},
)


def read(tmp_path: Path, text: str) -> Description:
    path = tmp_path / "cijfers.csv.toolbox.yaml"
    path.write_text(text, "utf-8")
    return read_description(path, CATALOGUE)


def test_a_description_stands_beside_its_file() -> None:
    assert description_path(Path("map/cijfers.csv")) == Path("map/cijfers.csv.toolbox.yaml")


@pytest.mark.parametrize("description", [WHOLE, Description(), Description(places=(Level(date.min, 400),))])
def test_what_was_written_is_read(description: Description, tmp_path: Path) -> None:
    assert read(tmp_path, description_text(CATALOGUE, description)) == description


def test_remarks_in_the_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("# van ons\ntoolbox: cijfers\nsource: politie # altijd\n", "utf-8")

    write_description(path, CATALOGUE, WHOLE)

    assert path.read_text("utf-8").startswith("# van ons\n")
    assert read_description(path, CATALOGUE) == WHOLE


def test_people_may_write_days_numbers_and_roles_their_own_way(tmp_path: Path) -> None:
    found = read(
        tmp_path, "toolbox: cijfers\nperiod: {from: 1-1-2025, until: 30 juni 2025}\nplaces: 1.200\ncolumns: {datum: Wanneer, soort: Wat}\n"
    )

    assert (found.start, found.end) == (date(2025, 1, 1), date(2025, 6, 30))
    assert found.places == (Level(date(2025, 1, 1), 1200),)
    assert found.columns == {"day": "Wanneer", "kind": "Wat"}


FAULTS = [
    ("geen: beschrijving", "schrijf bovenaan toolbox: cijfers"),
    ("toolbox: cijfers\nversion: 9", "version: deze versie is onbekend"),
    ("toolbox: cijfers\nsourc: x", "sourc: dit veld bestaat niet"),
    ("toolbox: cijfers\nsource: [a]", "source: hier hoort één zin"),
    ("toolbox: cijfers\nsource: Jan Jansen belde", "source: hier staat een naam"),
    ("toolbox: cijfers\nperiod: 2025", "period: hier horen from en until"),
    ("toolbox: cijfers\nperiod: {from: 2025-02-30}", "period.from: geef een dag die bestaat"),
    ("toolbox: cijfers\nperiod: {from: 2025-07-01, until: 2025-06-01}", "period: until ligt voor from"),
    ("toolbox: cijfers\nevents: nee", "events: hier hoort een lijst"),
    ("toolbox: cijfers\nevents: [{date: 2025-01-01}]", "events.0: een gebeurtenis heeft"),
    ("toolbox: cijfers\nplaces: -3", "places: geef een heel getal"),
    (
        "toolbox: cijfers\nplaces: [{since: 2025-01-01, number: 1}, {since: 2025-01-01, number: 2}]",
        "places.1.since: deze dag staat er twee keer",
    ),
    ("toolbox: cijfers\nresidents: [{number: 1}]", "residents.0: hier horen since en number"),
    ("toolbox: cijfers\ninvited: {winkeliers: veel}", "invited.winkeliers: geef een heel getal"),
    ("toolbox: cijfers\ninvited: {Piet de Vries: 3}", "invited.…: hier staat een naam"),
    ("toolbox: cijfers\ncolumns: {kleur: x}", "columns.kleur: deze rol bestaat niet"),
    ("toolbox: cijfers\ncolumns: {kind: a, soort: b}", "columns.soort: deze rol staat er twee keer"),
    ("toolbox: cijfers\nmeaning: {gedrg: {a: b}}", "meaning.gedrg: deze vraag bestaat niet; bedoelt u 'gedrag'?"),
    ("toolbox: cijfers\nmeaning: {gedrag: {a: zzz}}", "meaning.gedrag.a: dit is geen antwoord"),
]


@pytest.mark.parametrize(("text", "what"), FAULTS)
def test_a_fault_is_told_with_its_line_and_field(text: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read(tmp_path, f"{text}\n")

    problem = caught.value.problems[0]
    assert what in f"{problem.where}: {problem.what}"
    assert problem.line is not None
    assert "Jansen" not in str(problem)
    assert "Vries" not in str(problem)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = "\n".join(["toolbox: cijfers", *(fault.split("\n")[1] for fault, _ in FAULTS[2:13:4])])
    with pytest.raises(ContentError) as caught:
        read(tmp_path, text)

    assert len(caught.value.problems) >= 3


@given(st.text(max_size=80))
def test_any_text_behind_a_source_is_kept_or_refused(text: str) -> None:
    written = description_text(CATALOGUE, Description(source=text))
    assert written.startswith("#")
