"""`toolbox spuk-estimate --budget`: what it says, refuses and gives to other programs; a number of an account stands nowhere."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pexpect
import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.cli.budget import Asked, budget_document
from toolbox_cli.reports.document import Heading, Table

EXPECTED = Path(__file__).parent / "expected"
EXAMPLE, TABLE = ROOT / "examples" / "begroting-voorbeeld.yaml", ROOT / "examples" / "begroting-voorbeeld.csv"
IBAN, WRONG = "NL91ABNA0417164300", "NL91ABNA0417164301"
Run = Callable[..., Any]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


@pytest.fixture
def own(tmp_path: Path, toolbox: Run) -> Path:
    path = tmp_path / "regeling.yaml"
    path.write_text(toolbox("spuk-estimate", "--scheme-template").out, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("begroting-2022", (EXAMPLE, "--scheme", "2022", "--own-money", "20000", "--date", "2026-11-23")),
        ("begroting-2023", (TABLE, "--scheme", "2023", "--places", "400")),
        ("begroting-zonder-regeling", (EXAMPLE,)),
    ],
)
def test_the_whole_text_is_the_expected_one(name: str, arguments: tuple[object, ...], toolbox: Run) -> None:
    import os

    done = toolbox("spuk-estimate", "--budget", *arguments)
    path = EXPECTED / f"{name}.txt"
    if "TOOLBOX_WRITE_EXPECTED" in os.environ:
        path.write_text(done.out, "utf-8")

    assert (done.code, done.err) == (0, "")
    assert done.out == path.read_text("utf-8")


def test_what_is_known_of_a_scheme_now_stands_before_every_amount(toolbox: Run) -> None:
    out = toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022").out

    assert out.index("Nu geldende regeling: onbekend") < out.index("gesloten: alle bedragen") < out.index("€")


def test_a_controller_reads_first_what_can_be_asked_the_own_share_and_what_to_ask_the_ministry(toolbox: Run) -> None:
    out = toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022").out
    places = [out.index(text) for text in ("Subsidie hooguit", "Eigen deel", "Ministerie van Asiel", "Wie de begroting", "Per regel")]

    assert places == sorted(places)


def test_the_first_table_has_the_window_the_cost_period_and_the_ceiling_of_the_scheme() -> None:
    scheme = CATALOGUE.scheme_by_id["2022"]
    document = budget_document(CATALOGUE, EXAMPLE, Asked(scheme))
    table = next(block for block in document.blocks if isinstance(block, Table))

    assert {("Aanvragen", scheme.window), ("Kosten gemaakt", scheme.cost_period)} <= set(table.rows)
    assert ("Plafond voor alle gemeenten", "€ 1.250.000,00") in table.rows


def test_what_certain_means_is_said_where_the_word_is_used(toolbox: Run) -> None:
    out = squeezed(toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022").out)

    assert "'Zeker' telt mee wat op elk punt is ingevuld" in out
    assert "Zeker deel (subsidie alleen over kosten die zeker meetellen): € 70.635,61" in out


def test_places_that_differ_from_those_in_the_budget_are_told(toolbox: Run) -> None:
    same = toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", "--places", "1200", "--without-location").out
    other = toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", "--places", "400", "--without-location").out

    assert "de begroting noemt andere" not in squeezed(same)
    assert "de begroting noemt andere" in squeezed(other)


@pytest.mark.parametrize("arguments", [(), ("--scheme", "2022"), ("--scheme", "2023")])
def test_a_plan_that_others_read_names_no_options_of_the_program(arguments: tuple[str, ...], toolbox: Run) -> None:
    case = ROOT / "examples" / "winkeldiefstal-centrum.yaml"
    out = toolbox("plan", case, "--kind", "action-plan", "--budget", TABLE, *arguments).out
    part = out[out.index("## Begroting") : out.index("## Besluiten tot nu toe")]

    assert "€" in part
    assert re.search(r"--[a-z]", part) is None


def test_without_a_scheme_there_is_no_amount_of_grant(toolbox: Run) -> None:
    out = squeezed(toolbox("spuk-estimate", "--budget", EXAMPLE).out)

    assert "Er is geen regeling gekozen. Daarom staat hier geen subsidiebedrag" in out
    assert "Maximum" not in out


def test_the_amounts_shown_per_verdict_add_up_to_the_shown_total(toolbox: Run) -> None:
    found = json.loads(toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", "--json").out)

    total = Decimal(found["total_eur"])
    assert sum(map(Decimal, found["by_verdict_eur"].values())) == total
    assert sum(Decimal(line["cost_eur"]) for line in found["lines"]) == total
    assert Decimal(found["own_share_eur"]["certain"]) + Decimal(found["grant_eur"]["most"]) == total


def test_json_gives_every_open_line_whom_to_ask_what(toolbox: Run) -> None:
    found = json.loads(toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", "--json").out)

    assert found["schema_version"] and found["current"] is None and found["illustration"] is True
    for line in found["lines"]:
        assert line["reasons"][0]["verdict"] == line["verdict"]
        assert all((reason["ask"] is not None) is (reason["verdict"] == "navragen") for reason in line["reasons"])


def test_json_without_a_scheme_has_no_grant(toolbox: Run) -> None:
    found = json.loads(toolbox("spuk-estimate", "--budget", EXAMPLE, "--json").out)

    assert (found["scheme"], found["grant_eur"]) == (None, None)


@pytest.mark.parametrize(("number", "told"), [(IBAN, "klopt qua vorm"), (WRONG, "klopt niet qua vorm"), ("NL91", "klopt niet qua vorm")])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_of_a_number_of_an_account_only_its_form_is_told(
    number: str, told: str, form: tuple[str, ...], typed: Callable[[str], None], toolbox: Run
) -> None:
    typed(f"{number}\n")

    done = toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", "--check-iban", *form)

    assert done.code == 0
    assert number not in (done.out + done.err)
    if form:
        (part,) = [item for item in json.loads(done.out)["application"] if "form_valid" in item]
        assert part["form_valid"] is (told == "klopt qua vorm")
    else:
        assert f"het getypte nummer {told}." in squeezed(done.out)


def test_the_form_of_a_number_is_told_where_the_scheme_asks_for_none_too(own: Path, typed: Callable[[str], None], toolbox: Run) -> None:
    typed(f"{WRONG}\n")

    out = squeezed(toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme-file", own, "--check-iban").out)

    assert "Het getypte IBAN klopt niet qua vorm. Deze regeling noemt geen IBAN als onderdeel." in out
    assert WRONG not in out


def test_nothing_typed_is_no_number(typed: Callable[[str], None], toolbox: Run) -> None:
    typed("")

    done = toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", "--check-iban")

    assert (done.code, done.out) == (2, "")
    assert "er is geen IBAN getypt" in done.err


def test_a_number_of_an_account_in_the_budget_is_refused_and_not_repeated(tmp_path: Path, toolbox: Run) -> None:
    path = tmp_path / "begroting.yaml"
    path.write_text(f"{EXAMPLE.read_text('utf-8')}iban: {IBAN}\n", "utf-8")

    done = toolbox("spuk-estimate", "--budget", path, "--scheme", "2022")

    assert (done.code, done.out) == (1, "")
    assert "iban: hier hoort geen rekeningnummer" in done.err
    assert IBAN not in done.err


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--own-money", "100"), "--own-money hoort bij een begroting"),
        (("--check-iban",), "--check-iban hoort bij een begroting"),
        (("--date", "2026-01-01"), "--date hoort bij een begroting"),
        (("--budget", EXAMPLE, "--check-iban"), "--check-iban kan alleen bij een regeling"),
        (("--budget", EXAMPLE, "--scheme", "2022", "--own-money", "veel"), "--own-money: dit is geen bedrag"),
        (("--budget", EXAMPLE, "--scheme", "2022", "--date", "morgen"), "--date morgen: dit is geen dag"),
        (("--budget", EXAMPLE, "--scheme", "2022", "--scheme-file", "x.yaml"), "geef --scheme of --scheme-file, niet beide"),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments: tuple[object, ...], what: str, toolbox: Run) -> None:
    done = toolbox("spuk-estimate", *arguments)

    assert (done.code, done.out) == (2, "")
    assert what in done.err


def test_an_own_scheme_is_marked_on_top_and_works_on_the_day_it_opens(own: Path, toolbox: Run) -> None:
    out = squeezed(toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme-file", own, "--date", "1-3-2090").out)

    assert out.index("Eigen regeling, niet door toolbox gecontroleerd") < out.index("€")
    assert "Op 1 maart 2090 kan worden aangevraagd" in out
    assert "gesloten" not in out


def test_an_own_scheme_gives_a_maximum_without_a_budget_too(own: Path, toolbox: Run) -> None:
    out = squeezed(toolbox("spuk-estimate", "--places", "1000", "--scheme-file", own).out)

    assert "Eigen regeling, niet door toolbox gecontroleerd" in out
    assert "€ 20.000" in out
    assert "Gesloten regelingen" not in out


def test_the_parts_of_the_application_may_stand_in_their_own_file(tmp_path: Path, toolbox: Run) -> None:
    path = tmp_path / "aanvraag.yaml"
    path.write_text("toolbox: aanvraag\nversion: 1\nonderdelen: {plan: ontbreekt}\n", "utf-8")

    out = squeezed(toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", "--application", path).out)

    assert "Plan van aanpak: ontbreekt." in out
    assert "Naam van de gemeente of gemeenten: aanwezig." in out


def test_the_same_budget_gives_the_same_bytes(toolbox: Run) -> None:
    one, other = (toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022").out for _ in range(2))

    assert one == other


def test_a_budget_is_a_document_whose_headings_skip_no_level_and_have_text_under_them() -> None:
    document = budget_document(CATALOGUE, EXAMPLE, Asked(CATALOGUE.scheme_by_id["2022"]))
    blocks = document.blocks

    levels = [block.level for block in blocks if isinstance(block, Heading)]
    assert levels.count(1) == 1 and all(after <= before + 1 for before, after in pairwise(levels))
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Heading):
            assert following is not None
            assert not isinstance(following, Heading) or following.level > block.level


def test_the_first_table_says_by_itself_under_which_scheme_its_amounts_stand() -> None:
    """A version for the council shows only that table."""
    tables = [
        next(block for block in budget_document(CATALOGUE, EXAMPLE, asked).blocks if isinstance(block, Table))
        for asked in (Asked(), Asked(CATALOGUE.scheme_by_id["2022"]), Asked(CATALOGUE.scheme_by_id["2022"], own_scheme=True))
    ]

    assert [table.header[0] for table in tables] == [
        "post",
        "SPUK 2022, gesloten: voorbeeld",
        "SPUK 2022: eigen regeling, niet gecontroleerd",
    ]
    assert tables[0].rows[-1] == ("Subsidie", "onbekend: geen regeling gekozen")


@pytest.mark.parametrize("columns", [30, 60, 80, 110])
def test_no_line_is_wider_than_the_terminal(columns: int, toolbox: Run) -> None:
    out = toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", columns=columns).out

    assert max(map(len, out.splitlines())) <= columns


def test_a_missing_library_for_numbers_of_accounts_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['stdnum'] = None\n"
        "from toolbox_cli.cli.app import main\n"
        f"main(['spuk-estimate', '--budget', {str(EXAMPLE)!r}, '--scheme', '2022', '--check-iban'])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=f"{IBAN}\n", capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert 'pip install "toolbox-cli[documents]"' in done.stderr


def test_in_a_terminal_a_number_of_an_account_is_not_shown_while_it_is_typed(spawn_toolbox: Callable[..., pexpect.spawn]) -> None:
    term = spawn_toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", "--check-iban")
    term.expect("het wordt niet bewaard")
    term.waitnoecho()
    term.sendline(IBAN)
    term.expect(pexpect.EOF)
    said = term.before
    term.close()

    assert term.exitstatus == 0
    assert "klopt qua vorm" in squeezed(said)
    assert IBAN not in said


@pytest.mark.parametrize(("key", "code"), [("d", 2), ("c", 130)])
def test_leaving_the_question_for_a_number_ends_quietly(key: str, code: int, spawn_toolbox: Callable[..., pexpect.spawn]) -> None:
    term = spawn_toolbox("spuk-estimate", "--budget", EXAMPLE, "--scheme", "2022", "--check-iban")
    term.expect("het wordt niet bewaard")
    term.waitnoecho()
    term.sendcontrol(key)
    term.expect(pexpect.EOF)
    said = term.before
    term.close()

    assert term.exitstatus == code
    assert "Traceback" not in said


def test_a_fault_fits_the_terminal_and_is_one_line_for_a_program(
    tmp_path: Path, toolbox: Run, spawn_toolbox: Callable[..., pexpect.spawn]
) -> None:
    path = tmp_path / "b.csv"
    path.write_text("omschrijving;bedrag\nToezicht;-100\n", "utf-8")

    piped = toolbox("spuk-estimate", "--budget", path).err
    term = spawn_toolbox("spuk-estimate", "--budget", path.name)
    term.expect(pexpect.EOF)
    said = term.before
    term.close()

    assert len(piped.splitlines()) == 1
    assert max(map(len, said.splitlines())) <= 80
    assert squeezed(piped).endswith(squeezed(said).removeprefix("toolbox: "))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("A;100\nB;50\nTotaal;175\n", "zegt € 175,00; de bedragen van de regels zijn samen € 150,00"),
        ("A;100\nB;50\nAlles bij elkaar;150\n", "Regel 3: precies de som van de andere regels"),
    ],
)
def test_a_total_that_does_not_fit_or_may_count_double_is_told_before_the_amounts(
    rows: str, told: str, tmp_path: Path, toolbox: Run
) -> None:
    path = tmp_path / "b.csv"
    path.write_text(f"omschrijving;bedrag\n{rows}", "utf-8")

    out = squeezed(toolbox("spuk-estimate", "--budget", path, "--scheme", "2023").out)

    assert out.index(told) < out.index("In het kort")
