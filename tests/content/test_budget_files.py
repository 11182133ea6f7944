"""Budget files as people and spreadsheets make them: every fault named by line and field, nothing guessed, nothing personal repeated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.content.budget import read_application, read_budget
from toolbox_cli.content.budget_values import amount_from
from toolbox_cli.errors import ContentError, ToolboxError
from toolbox_cli.model.budget import BudgetLine, There, Vat, Where
from toolbox_cli.model.scheme import Said

IBAN = "NL91ABNA0417164300"
HEAD = "toolbox: begroting\nversion: 1\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def make(text: str | bytes, name: str = "begroting.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return make


def line_text(**changes: str) -> str:
    values = {"omschrijving": "Toezicht", "bedrag": "100", **changes}
    return f"{HEAD}regels:\n  - " + "\n    ".join(f"{key}: {value}" for key, value in values.items()) + "\n"


def faults(path: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_budget(path, CATALOGUE)
    return [str(problem).removeprefix(str(path)) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1250", "1250.00"),
        ("1.250", "1250.00"),
        ("1.250,50", "1250.50"),
        ("1250,5", "1250.50"),
        ("€ 1.250,50", "1250.50"),
        ("1250.50", "1250.50"),
        ("1.250,-", "1250.00"),
        ("0", "0.00"),
        ("99.999.999,99", "99999999.99"),
    ],
)
def test_an_amount_is_read_as_a_dutch_reader_means_it(typed: str, amount: str) -> None:
    assert amount_from(typed) == (Decimal(amount), "")


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("", "ontbreekt"),
        ("onbekend", "ontbreekt"),
        ("-100", "onder 0"),
        ("1250,505", "meer dan twee cijfers"),
        ("12500.505", "meer dan twee cijfers"),
        ("1,250.50", "geen bedrag"),
        ("NaN", "geen bedrag"),
        ("Infinity", "geen bedrag"),
        ("1e9", "geen bedrag"),
        ("=SOM(A1:A9)", "geen bedrag"),
        ("١٠٠", "geen bedrag"),
        ("100000000", "100 miljoen"),
        ("9" * 5000, "100 miljoen"),
    ],
)
def test_what_is_no_amount_is_refused_with_what_would_be_right(typed: str, what: str) -> None:
    amount, told = amount_from(typed)

    assert amount is None
    assert what in told


def test_in_a_workbook_a_full_stop_stands_for_the_decimals() -> None:
    assert amount_from("1.125", sheet=True)[0] is None
    assert amount_from("1250.5", sheet=True) == (Decimal("1250.50"), "")


def test_an_absent_field_is_not_known(write: Callable[..., Path]) -> None:
    (line,) = read_budget(write(line_text()), CATALOGUE).lines

    assert line == BudgetLine(number=1, description="Toezicht", amount_eur=Decimal("100.00"))
    assert (line.vat, line.where, line.other_grant) == (Vat.UNKNOWN, Where.UNKNOWN, Said.UNKNOWN)


def test_the_examples_can_be_read_and_are_labelled_as_made_up() -> None:
    for name in ("begroting-voorbeeld.yaml", "begroting-voorbeeld.csv"):
        path = ROOT / "examples" / name
        assert read_budget(path, CATALOGUE).lines
        assert "Verzonnen voorbeeld" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"bedrag": '"-5"'}, ":5: regels.1.bedrag: een bedrag onder 0 kan niet"),
        ({"maatregel": "teozicht"}, ":6: regels.1.maatregel: deze maatregel bestaat niet; bedoelt u 'toezicht'?"),
        ({"maatregel": "bevel-als-straf"}, ":6: regels.1.maatregel: deze maatregel kan niet volgens de wet"),
        ({"btw": "ja"}, ":6: regels.1.btw: kies uit inclusief, exclusief, geen, onbekend"),
        ({"btw": "geen", "btw_tarief": "21"}, ":7: regels.1.btw_tarief: btw is 'geen'"),
        ({"btw_tarief": "101"}, ":6: regels.1.btw_tarief: dit is geen tarief"),
        ({"van": "2022-02-30"}, ":6: regels.1.van: deze dag bestaat niet"),
        ({"van": "2022-03-02", "tot_en_met": "2022-03-01"}, ":7: regels.1.tot_en_met: de laatste dag ligt voor de eerste"),
        ({"waar": "ergens"}, ":6: regels.1.waar: kies uit buiten, binnen, beide, onbekend"),
        ({"andere_subsidie": "misschien"}, ":6: regels.1.andere_subsidie: kies uit ja, nee, onbekend"),
        ({"prioriteit": "0"}, ":6: regels.1.prioriteit: schrijf een geheel getal van 1"),
        ({"omschrijving": "'=HYPERLINK(\"x\")'"}, ":4: regels.1.omschrijving: deze tekst begint als een formule"),
        ({"kleur": "rood"}, ":6: regels.1.kleur: dit veld bestaat niet"),
        ({"waar": "[buiten]"}, ":6: regels.1.waar: hier hoort één waarde te staan"),
        ({"omschrijving": "x" * 301}, ":4: regels.1.omschrijving: dit zijn 301 tekens"),
        ({"omschrijving": "onbekend"}, ":4: regels.1.omschrijving: dit veld ontbreekt"),
        ({"probleem": "overlast door Marokkanen"}, ":6: regels.1.probleem: 'marokkanen' zegt wie mensen zijn"),
    ],
)
def test_a_fault_names_line_and_field_and_what_would_be_right(changes: dict[str, str], fault: str, write: Callable[..., Path]) -> None:
    assert faults(write(line_text(**changes)))[0].startswith(fault)


def test_all_faults_are_listed_at_once(write: Callable[..., Path]) -> None:
    assert len(faults(write(line_text(bedrag="x", btw="x", van="x", waar="x")))) == 4


@pytest.mark.parametrize("field", ["omschrijving", "probleem", "bedrag", "maatregel", "van", "gemeente", "prioriteit", "iban"])
def test_a_number_of_an_account_is_refused_in_every_field_and_never_repeated(field: str, write: Callable[..., Path]) -> None:
    found = faults(write(line_text(**{field: IBAN})))

    assert any(field in fault for fault in found)
    assert IBAN not in " ".join(found)


@pytest.mark.parametrize("text", [f"onderdelen: {{iban: {IBAN}}}\n", f"iban: {IBAN}\n"])
def test_a_number_of_an_account_has_no_place_in_the_file(text: str, write: Callable[..., Path]) -> None:
    found = faults(write(line_text() + text))

    assert "hier hoort geen rekeningnummer" in found[0]
    assert IBAN not in found[0]


def test_text_about_a_person_is_refused_with_the_field_and_not_repeated(write: Callable[..., Path]) -> None:
    (fault,) = faults(write(line_text(omschrijving="Begeleiding van Youssef el Amrani")))

    assert "regels.1.omschrijving" in fault
    assert "Amrani" not in fault


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "dit is geen begroting"),
        ("toolbox: antwoorden\nversion: 1\n", "dit is geen begroting"),
        ("- los\n", "dit is geen begroting"),
        (HEAD, "hier hoort een lijst te staan"),
        (f"{HEAD}regels: []\n", "hier hoort een lijst te staan"),
        (f"{HEAD}regels: [los]\n", "hier horen velden te staan"),
        ("toolbox: begroting\nversion: 9\nregels: []\n", "deze versie is niet bekend"),
        (b"\xff\xfe\x00bad", "niet in UTF-8"),
        (HEAD.encode() + b"regels:\n- omschrijving: caf\xe9\n", "niet in UTF-8"),
        (b"x" * 5_000_001, "te groot"),
        (HEAD + "regels:\n" + "- {omschrijving: a b, bedrag: 1}\n" * 1001, "meer dan 1000 regels"),
        ("regels: [" * 100, "te diep"),
    ],
)
def test_a_file_that_is_no_budget_says_so(text: str | bytes, what: str, write: Callable[..., Path]) -> None:
    assert any(what in fault for fault in faults(write(text)))


CSV = "omschrijving;bedrag;btw;btw tarief;van;t/m;waar;maatregel\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_file_is_read_in_every_usual_encoding(encoding: str, write: Callable[..., Path]) -> None:
    text = f'{CSV}"Café; en meer";"1.250,50";exclusief;21%;1-6-2023;30-6-2023;Buiten;Cameratoezicht\n'

    (line,) = read_budget(write(text.encode(encoding), "begroting.csv"), CATALOGUE).lines

    assert line == BudgetLine(
        number=1, description="Café; en meer", amount_eur=Decimal("1250.50"), vat=Vat.EXCLUDED, vat_rate=Decimal(21),
        start=date(2023, 6, 1), end=date(2023, 6, 30), where=Where.OUTSIDE, measure="cameratoezicht",
    )  # fmt: skip


@pytest.mark.parametrize("separator", [",", "\t", "|"])
def test_another_separator_is_recognised(separator: str, write: Callable[..., Path]) -> None:
    text = f"omschrijving{separator}bedrag\nToezicht{separator}100\n"

    assert read_budget(write(text, "begroting.csv"), CATALOGUE).lines[0].amount_eur == 100


def test_empty_rows_and_a_row_with_the_total_are_left_out(write: Callable[..., Path]) -> None:
    text = "omschrijving;bedrag\nToezicht;100\n;\nTotaal;100\n"

    assert [line.number for line in read_budget(write(text, "begroting.csv"), CATALOGUE).lines] == [1]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("omschrijving;bedrag\n", "geen enkele regel"),
        ("a;b\n1;2\n", "geen rij met kolomnamen"),
        ("omschrijving;btw\nToezicht;geen\n", "bedrag: deze kolom ontbreekt"),
        ("omschrijving;bedrag;bedrag\nToezicht;1;2\n", "deze kolom staat er twee keer"),
        ("omschrijving;bedrag;kleur\nToezicht;1;rood\n", "kolom 3: deze kolom is niet bekend"),
        ("omschrijving;bedrag\nToezicht;1;2\n", ":2: deze rij heeft meer cellen"),
        ("omschrijving;bedrag\nToezicht;=1+1\n", ":2: bedrag: dit is geen bedrag"),
        (f"omschrijving;bedrag\nNaar {IBAN};1\n", ":2: omschrijving: hier staat"),
        ("", "dit bestand is leeg"),
    ],
)
def test_a_fault_in_a_csv_file_names_its_row(text: str, what: str, write: Callable[..., Path]) -> None:
    with pytest.raises(ToolboxError) as caught:
        read_budget(write(text, "begroting.csv"), CATALOGUE)
    told = " ".join(map(str, caught.value.problems)) if isinstance(caught.value, ContentError) else caught.value.message

    assert what in told
    assert IBAN not in told


def test_a_workbook_is_read_as_the_same_budget(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "begroting.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Begroting")
        sheet.write_row(0, 0, ["omschrijving", "bedrag", "van", "tot_en_met", "waar"])
        sheet.write_row(1, 0, ["Toezicht", 1250.5])
        for at, day in ((2, date(2023, 6, 1)), (3, date(2023, 6, 30))):
            sheet.write_datetime(1, at, day, book.add_format({"num_format": "d-m-yyyy"}))
        sheet.write(1, 4, "buiten")

    (line,) = read_budget(path, CATALOGUE).lines

    assert (line.amount_eur, line.start, line.end, line.where) == (
        Decimal("1250.50"), date(2023, 6, 1), date(2023, 6, 30), Where.OUTSIDE,
    )  # fmt: skip


def test_a_csv_file_is_read_without_the_libraries_for_figures(write: Callable[..., Path]) -> None:
    import subprocess
    import sys

    path = write("omschrijving;bedrag\nToezicht;100\n", "begroting.csv")
    code = (
        "import sys; sys.modules['polars'] = sys.modules['fastexcel'] = None\n"
        "from pathlib import Path; from toolbox_cli.content.budget import read_budget\n"
        "from toolbox_cli.content.load import load_catalogue\n"
        "print(read_budget(Path(sys.argv[1]), load_catalogue()).lines[0].amount_eur)"
    )

    assert subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout == "100.00\n"


def test_the_parts_of_an_application_are_read_from_their_own_file(write: Callable[..., Path]) -> None:
    path = write("toolbox: aanvraag\nversion: 1\nonderdelen: {plan: aanwezig, iban: Ontbreekt, formulier: }\n", "aanvraag.yaml")

    assert read_application(path, CATALOGUE) == {"plan": There.PRESENT, "iban": There.MISSING, "formulier": There.UNKNOWN}


def test_an_unknown_part_names_those_that_exist(write: Callable[..., Path]) -> None:
    with pytest.raises(ContentError) as caught:
        read_application(write("toolbox: aanvraag\nversion: 1\nonderdelen: {brief: aanwezig}\n"), CATALOGUE)

    assert "begroting, formulier, gemeente, iban, plan" in str(caught.value.problems[0])


def test_the_places_of_a_municipality_are_a_number_none_or_unknown(write: Callable[..., Path]) -> None:
    text = line_text() + "gemeenten: [{naam: Nergenshuizen, plekken: 400}, {naam: Nergensdam, plekken: geen}, {naam: Nergensoord}]\n"

    found = read_budget(write(text), CATALOGUE).applicants

    assert [(item.places, item.agreement) for item in found] == [(400, Said.YES), (None, Said.NO), (None, Said.UNKNOWN)]


@pytest.mark.parametrize(("named", "what"), [("naam: =Stad", "begint als een formule"), ("plekken: 4", "naam van de gemeente ontbreekt")])
def test_what_is_wrong_with_the_name_of_a_municipality_is_told_once(named: str, what: str, write: Callable[..., Path]) -> None:
    found = faults(write(line_text() + f"gemeenten: [{{{named}}}]\n"))

    assert len(found) == 1
    assert what in found[0]


def test_a_line_of_a_municipality_that_does_not_apply_is_found(write: Callable[..., Path]) -> None:
    text = line_text(gemeente="Nergensdal") + "gemeenten: [{naam: Nergensdam, plekken: 400}]\n"

    assert faults(write(text))[0].startswith(":6: regels.1.gemeente: deze gemeente staat niet bij gemeenten")


@pytest.mark.parametrize("name", ["begroting.yaml", "begroting.csv"])
@given(
    content=st.binary(max_size=300)
    | st.lists(st.sampled_from([HEAD, "regels:\n", "- omschrijving: a b\n", "  bedrag: 1\n", "omschrijving;bedrag\n", "a;1\n", ";", '"']))
    .map("".join)
    .map(str.encode)
)
def test_any_file_is_a_budget_or_a_sentence(name: str, content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(content)

    try:
        assert read_budget(path, CATALOGUE).lines
    except ToolboxError as error:
        assert error.message


@pytest.mark.parametrize(
    ("rows", "numbers", "other"),
    [
        ("A;100\nB;50\nTotaal;150\n", [100, 50], None),
        ("A;100\nB;50\nTotale kosten aanpak;150,00\n", [100, 50], None),
        ("A;100\nSubtotaal A;100\nB;50\nC;25\nSubtotaal B;75\nEindtotaal;175\n", [100, 50, 25], None),
        ("A;100\nB;50\nTotaal;175\n", [100, 50], 175),
        ("A;100\nTotaalpakket toezicht;100\n", [100, 100], None),
        ("A;100\nTotaal pakket toezicht;80\n", [100, 80], None),
    ],
)
def test_a_row_with_a_total_is_no_line_and_is_compared(
    rows: str, numbers: list[int], other: int | None, write: Callable[..., Path]
) -> None:
    found = read_budget(write(f"omschrijving;bedrag\n{rows}", "begroting.csv"), CATALOGUE)

    assert [line.amount_eur for line in found.lines] == numbers
    assert found.other_total_eur == other


def test_a_rate_that_a_workbook_shows_as_a_percentage_is_one(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "begroting.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Begroting")
        sheet.write_row(0, 0, ["omschrijving", "bedrag", "btw", "btw_tarief"])
        for row, rate in enumerate((0.21, 0.09, 21, 9, 0), start=1):
            sheet.write_row(row, 0, [f"Post {row}", 100, "exclusief", rate])

    assert [line.vat_rate for line in read_budget(path, CATALOGUE).lines] == [21, 9, 21, 9, 0]


def test_a_rate_below_one_percent_in_a_text_is_asked_about(write: Callable[..., Path]) -> None:
    assert "minder dan 1%" in faults(write("omschrijving;bedrag;btw;btw_tarief\nA;1;exclusief;0,21\n", "begroting.csv"))[0]


@pytest.mark.parametrize(
    ("text", "vat"),
    [("incl.", Vat.INCLUDED), ("Inclusief btw", Vat.INCLUDED), ("excl. BTW", Vat.EXCLUDED), ("geen btw", Vat.NONE), ("", Vat.UNKNOWN)],
)
def test_btw_may_be_shortened(text: str, vat: Vat, write: Callable[..., Path]) -> None:
    assert read_budget(write(f"omschrijving;bedrag;btw\nA;1;{text}\n", "begroting.csv"), CATALOGUE).lines[0].vat is vat


@pytest.mark.parametrize("text", ["btw", "21%", "ja"])
def test_what_does_not_say_how_btw_stands_is_asked(text: str, write: Callable[..., Path]) -> None:
    assert "kies uit inclusief" in faults(write(f"omschrijving;bedrag;btw\nA;1;{text}\n", "begroting.csv"))[0]
