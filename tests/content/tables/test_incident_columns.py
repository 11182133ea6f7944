from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from figures import GUARD, HEADER, RULES, YEAR, holds_together, read, row, rows, said, text

from toolbox_cli.content.tables.header import Names
from toolbox_cli.content.tables.incidents import read_incidents
from toolbox_cli.errors import ToolboxError
from toolbox_cli.evidence.table import Incidents

NAMES = Names(RULES)


def table(header: str, *lines: str) -> bytes:
    return text(header, *lines)


def roles(found: Incidents) -> dict[str, str]:
    return {column.role: column.name for column in found.columns if column.role and not column.refused}


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Zaaknummer", "number_of_case"), ("BVH-nummer", "number_of_case"), ("Soort incident", "kind"), ("SOORT_INCIDENT", "kind"),
        ("SoortIncident", "kind"), ("Maatschappelijke klasse (omschrijving)", "kind"), ("Omschrijving MK", "kind"), ("Categorie", "kind"),
        ("incident type", "kind"), ("Pleegdatum", "day"), ("PLEEG_DATUM", "day"), ("Datum (dd-mm-jjjj)", "day"),
        ("3. Datum incident", "day"),
        ("Datum/tijd", "moment"), ("DatumTijd", "moment"), ("Begindatum en tijd", "moment"), ("Tijdstempel", "moment"),
        ("Pleegtijd", "time"),
        ("Tijd (uu:mm)", "time"), ("Straatnaam", "place"), ("Buurt", "place"), ("Wijknaam", "place"), ("Pleegplaats", "place"),
        ("X-co\u00f6rdinaat", "x"),
        ("Longitude", "x"), ("LAT", "y"), ("Aantal meldingen", "amount"), ("Jaar", "year"), ("Maand", "month"), ("Einddatum", "end_day"),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_name(name: str, role: str) -> None:
    found = NAMES.role(name)

    assert found is not None
    assert found[0].id == role


@pytest.mark.parametrize("name", ["Toelichting", "Datumloos", "Aantal verdachten", "Prioriteit", "Status", ""])
def test_another_column_has_no_role(name: str) -> None:
    assert NAMES.role(name) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Naam", "name"), ("Naam verdachte", "name"), ("Verdachte", "name"), ("Achternaam melder", "name"), ("BSN", "bsn"),
        ("bsn_nummer", "bsn"),
        ("V-nummer", "foreigner"), ("Geboortedatum", "birth"), ("Geboortedatum verdachte", "birth"), ("Leeftijd", "birth"),
        ("Nationaliteit", "origin"), ("Land van herkomst", "origin"), ("Adres", "address"), ("Huisnummer", "address"),
        ("Postcode", "address"),
        ("Telefoonnummer", "contact"), ("E-mailadres", "contact"), ("Geslacht", "sex"),
    ],
)  # fmt: skip
def test_a_column_about_people_is_known_by_its_name(name: str, kind: str) -> None:
    found = NAMES.person(name)

    assert found is not None
    assert found.id == kind


@pytest.mark.parametrize(
    "name",
    ["Straatnaam", "Naam winkel", "Naam buurt", "Soort incident", "Aantal verdachten", "Bent u wel eens slachtoffer geweest van overlast?"],
)
def test_a_column_with_a_like_name_is_not_about_people(name: str) -> None:
    assert NAMES.person(name) is None


def test_no_name_of_a_column_stands_for_two_things() -> None:
    names = [name for rule in (*RULES.columns, *RULES.personal) for name in {word.replace(" ", "") for word in rule.words}]

    assert {name for name in names if names.count(name) > 1} == set()


def test_the_day_it_happened_goes_before_the_day_it_was_reported(tmp_path: Path) -> None:
    found = read(tmp_path, table("Melddatum en tijd;Datum incident;Soort", "5-1-2025 10:00;3-1-2025;a"))

    assert found.frame["day"].to_list() == [date(2025, 1, 3)]
    assert "Datum incident" in said(found)


def test_the_other_column_is_read_where_the_first_has_no_date(tmp_path: Path) -> None:
    found = read(tmp_path, table("Datum tijd;Datum;Soort", "3-1-2025 10:00;3-1-2025;a", ";4-1-2025;b", " ;;c"))

    assert found.frame.select("day", "hour").rows() == [(date(2025, 1, 3), 10), (date(2025, 1, 4), None)]
    assert [one.row for one in found.unused] == [4]


def test_a_longer_name_counts_when_no_column_has_a_whole_one(tmp_path: Path) -> None:
    found = read(tmp_path, table("Nummer;Datum afgehandeld;Datum van de overlast;Soort klacht", "1;9-1-2025;3-1-2025;a"))

    assert found.frame["day"].to_list() == [date(2025, 1, 3)]
    assert found.kinds == ("a",)


def test_of_two_columns_for_kinds_the_best_is_used_and_named(tmp_path: Path) -> None:
    found = read(tmp_path, table("Datum;Categorie;Soort incident", "3-1-2025;hoofd;onder"))

    assert found.kinds == ("onder",)
    assert "niet gebruikt: Categorie" in said(found)


def test_a_named_column_is_used(tmp_path: Path) -> None:
    about = replace(YEAR, columns={"datum": "Wanneer", "kind": "wat"})
    found = read(tmp_path, table("Wat;Wanneer;Datum", "a;3-1-2025;x", "b;4-1-2025;"), about=about)

    assert found.kinds == ("a", "b")
    assert found.frame.height == 2


def test_a_named_column_that_is_not_there_lists_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError, match="geen kolom 'Wanneer'") as caught:
        read(tmp_path, text(HEADER, *rows(3)), about=replace(YEAR, columns={"day": "Wanneer"}))

    assert "Soort incident, Datum" in caught.value.hint


def test_a_column_about_people_cannot_be_named_for_a_role(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError, match="wordt niet gebruikt"):
        read(tmp_path, table("Datum;Naam", "3-1-2025;x"), about=replace(YEAR, columns={"kind": "Naam"}))


def test_an_unknown_role_lists_the_roles(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError, match="geen 'kleur'") as caught:
        read(tmp_path, text(HEADER, *rows(3)), about=replace(YEAR, columns={"kleur": "Soort"}))

    assert "kind" in caught.value.hint


def test_without_a_date_the_columns_are_listed_only_when_the_header_is_sure(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError) as sure:
        read(tmp_path, table("Soort incident;Straat;Tijd", "geheim;Markt;12:00"))
    with pytest.raises(ToolboxError) as unsure:
        read(tmp_path, table("geheim;iets", "geheim;Markt"))

    assert "Soort incident, Straat, Tijd" in sure.value.hint
    assert "--column datum=NAAM" in sure.value.hint
    assert "geheim" not in f"{unsure.value.message}{unsure.value.hint}"


def test_the_header_row_can_be_given(tmp_path: Path) -> None:
    data = table("Datum;Soort incident", "x;y", "Datum;Soort incident;Straat", "3-1-2025;a;Markt")

    assert read(tmp_path, data, header=3).places == ("Markt",)
    with pytest.raises(ToolboxError, match="rij 9"):
        read(tmp_path, data, header=9)


def test_columns_about_people_are_named_with_what_they_are(tmp_path: Path) -> None:
    found = read(tmp_path, table("Datum;Naam;Nationaliteit;Mail;Wie", "3-1-2025;x;y;z;jan@voorbeeld.nl"))

    assert {column.name: column.refused for column in found.columns} == {
        "Datum": "",
        "Naam": "namen",
        "Nationaliteit": "nationaliteit, herkomst of verblijfsstatus",
        "Mail": "telefoonnummers en mailadressen",
        "Wie": "mailadressen",
    }


def test_a_column_with_addresses_is_refused_and_the_next_place_is_used(tmp_path: Path) -> None:
    lines = [f"3-1-2025;Dorpsstraat {number};Centrum" for number in range(1, 9)]
    found = read(tmp_path, table("Datum;Straat;Wijk", *lines))

    assert found.places == ("Centrum",)
    assert {column.name: column.refused for column in found.columns}["Straat"] == "adressen tot op het huisnummer"


def test_addresses_further_down_refuse_the_column_too(tmp_path: Path) -> None:
    lines = [*("3-1-2025;Dorpsstraat" for _ in range(700)), *(f"3-1-2025;Dorpsstraat {number}" for number in range(1, 9))]
    found = read(tmp_path, table("Datum;Straat", *lines))

    assert found.places == ()
    assert found.frame["place"].null_count() == 708
    assert "--column plaats=NAAM" in said(found)


def test_free_text_as_a_kind_is_refused(tmp_path: Path) -> None:
    lines = [f"3-1-2025;iets over geval {number}" for number in range(5_001)]
    found = read(tmp_path, table("Datum;Soort", *lines))

    assert found.kinds == ()
    assert {column.name: column.refused for column in found.columns}["Soort"] == "lijkt op vrije tekst"


def test_a_column_of_names_as_a_kind_is_refused(tmp_path: Path) -> None:
    found = read(
        tmp_path, table("Datum;Soort", *(f"3-1-2025;{name}" for name in ("Jan Jansen", "Fatima Yilmaz", "Piet de Vries", "Vernieling")))
    )

    assert found.kinds == ()
    assert "Jansen" not in said(found)


def test_ways_to_write_a_kind_are_one_kind(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        table(
            "Datum;Soort",
            *("3-1-2025;Vernieling" for _ in range(3)),
            "3-1-2025; VERNIELING",
            "3-1-2025;vernieling\u00a0",
            "3-1-2025;Roof",
            "3-1-2025;onbekend",
        ),
    )

    assert found.kinds == ("Vernieling", "Roof")
    assert found.frame["kind"].to_list() == [0, 0, 0, 0, 0, 1, None]


def test_kinds_of_origin_are_counted_under_one_label(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        table(
            "Datum;Soort",
            *("3-1-2025;Vernieling" for _ in range(3)),
            "3-1-2025;Overlast asielzoekers",
            "3-1-2025;Marokkaanse jongeren",
            "3-1-2025;Roof",
            "3-1-2025;Bedreiging",
        ),
    )

    assert found.kinds[-1] == "soort niet getoond (persoonsgegeven of herkomst)"
    assert found.frame["kind"].to_list().count(len(found.kinds) - 1) == 2
    assert "2 soorten" in said(found)


def test_files_of_one_registration_are_put_together(tmp_path: Path) -> None:
    january, february = tmp_path / "januari.csv", tmp_path / "februari.csv"
    january.write_bytes(text(HEADER, *rows(10)))
    february.write_bytes(text("Datum,Soort incident,Zaaknummer", f"3-2-2025,VERNIELING,{row(3)[:10]}", "4-2-2025,vernieling,x1", "x,y,z"))

    found = read_incidents([january, february], YEAR, RULES, GUARD)

    assert holds_together(found)
    assert sorted(found.kinds) == ["Bedreiging", "Vernieling", "Winkeldiefstal"]
    assert [(one.file, one.row) for one in found.unused] == [("februari.csv", 2), ("februari.csv", 4)]


def test_the_same_file_twice_is_refused(tmp_path: Path) -> None:
    one, two = tmp_path / "een.csv", tmp_path / "twee.csv"
    for path in (one, two):
        path.write_bytes(text(HEADER, *rows(10)))

    with pytest.raises(ToolboxError, match="hetzelfde bestand"):
        read_incidents([one, two], YEAR, RULES, GUARD)
    with pytest.raises(ToolboxError, match="hetzelfde bestand"):
        read_incidents([one, one], YEAR, RULES, GUARD)


def test_a_file_that_is_not_there_a_folder_or_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ToolboxError, match="bestaat niet"):
        read_incidents([tmp_path / "weg.csv"], YEAR, RULES, GUARD)
    with pytest.raises(ToolboxError, match="een map"):
        read_incidents([tmp_path], YEAR, RULES, GUARD)
    with pytest.raises(ToolboxError, match="geen bestand"):
        read_incidents([], YEAR, RULES, GUARD)


def test_progress_goes_to_the_end(tmp_path: Path) -> None:
    told: list[float] = []
    path = tmp_path / "a.csv"
    path.write_bytes(text(HEADER, *rows(10)))

    read_incidents([path], YEAR, RULES, GUARD, progress=told.append)

    assert told[-1] == 1.0


def test_rows_of_a_month_with_a_number_are_no_incidents(tmp_path: Path) -> None:
    rows = ["2025-01;Markt;12", "2025-01;Kerkweg;3", "2025-02;Markt;4"]

    assert int(read(tmp_path, table("Maand;Winkel;Stuks", *rows)).frame["number"].sum()) == 19
    with pytest.raises(ToolboxError, match="geen kolom is herkend als aantal"):
        read(tmp_path, table("Maand;Winkel;Gezien", *rows))
    assert read(tmp_path, table("Maand;Winkel;Gezien", *(f"{row}x" for row in rows))).frame.height == 3


def test_an_endless_file_is_refused() -> None:
    with pytest.raises(ToolboxError, match="geen gewoon bestand"):
        read_incidents([Path("/dev/zero")], YEAR, RULES, GUARD)
