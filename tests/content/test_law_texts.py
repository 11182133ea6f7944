"""Old texts are accepted openly or refused; folders of texts are read with every fault named."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT
from seeded import Content, copy_of_content

from toolbox_cli.content.check_law_texts import years_before
from toolbox_cli.content.fingerprints import FILE, render_fingerprints
from toolbox_cli.content.statutes import read_statutes
from toolbox_cli.errors import ContentError


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


def test_a_text_older_than_the_limit_is_a_fault_where_its_law_does_not_accept_it(content: Content) -> None:
    content.spoil("law.yaml", r"^    accepts_older:\n(?:      .*\n)+", "", after=r"^  - id: vw$")
    found = content.fault()

    assert (
        "vw-56.text_date: deze wettekst is voor het laatst gezien in de versie van 2015-07-21, meer dan 2 jaar voor deze uitgave" in found
    )
    assert "zet bij de wet 'vw' accepts_older met een reden" in found


def test_a_text_within_the_limit_needs_no_acceptance(content: Content) -> None:
    content.spoil("law.yaml", r"^    accepts_older:\n(?:      .*\n)+", "", after=r"^  - id: vw$")
    content.spoil("law.yaml", r"^    text_date: .*$", "    text_date: 2015-07-21\n    checked: 2026-01-15", after=r"^  - id: vw-56$")

    assert content.faults() == []


def test_an_acceptance_that_nothing_needs_any_more_is_a_fault(content: Content) -> None:
    line = content.spoil("law.yaml", r"accepts_older:", "accepts_older:", after=r"^  - id: vw$")
    content.spoil("law.yaml", r"^    text_date: .*$", "    text_date: 2015-07-21\n    checked: 2026-01-15", after=r"^  - id: vw-56$")

    assert content.fault() == f"data/law.yaml:{line + 1}: vw.accepts_older: geen artikel is ouder dan 2 jaar; haal accepts_older weg"


def test_an_acceptance_ends_with_the_edition_it_names(content: Content) -> None:
    line = content.spoil("law.yaml", r"until: .*$", "until: 2026-06-01", after=r"^  - id: gemw$")

    assert content.fault().startswith(f"data/law.yaml:{line}: gemw.accepts_older.until: dit liep tot 2026-06-01 en de uitgave is van")


def test_a_text_older_than_what_was_accepted_is_a_fault(content: Content) -> None:
    line = content.spoil("law.yaml", r"text_date: .*$", "text_date: 2015-01-01", after=r"^  - id: gemw-154b$")

    assert content.fault().startswith(
        f"data/law.yaml:{line}: gemw-154b.text_date: deze wettekst (2015-01-01) is ouder dan bij de wet 'gemw'"
    )


def test_an_acceptance_without_a_reason_is_a_fault(content: Content) -> None:
    content.spoil("law.yaml", r"^      why: >-\n(?:        .*\n)+", "", after=r"^  - id: wwm$")

    assert content.fault().endswith("wwm.accepts_older.why: dit veld ontbreekt; vul het in")


def test_a_wider_limit_makes_acceptances_superfluous(content: Content) -> None:
    content.spoil("content.yaml", r"^law_limit_years: 2$", "law_limit_years: 3")

    assert "fvw.accepts_older: geen artikel is ouder dan 3 jaar; haal accepts_older weg" in content.fault()


def test_an_edition_cannot_do_without_a_limit(content: Content) -> None:
    content.spoil("law.yaml", r"^    accepts_older:\n(?:      .*\n)+", "", after=r"^  - id: vw$")
    content.spoil("content.yaml", r"^law_limit_years: 2\n", "")

    assert "meer dan 2 jaar voor deze uitgave" in content.fault()


@pytest.mark.parametrize("years", ["0", "11"])
def test_a_limit_that_means_nothing_is_refused(years: str, content: Content) -> None:
    content.spoil("content.yaml", r"^law_limit_years: 2$", f"law_limit_years: {years}")

    assert content.fault().endswith(f"law_limit_years: '{years}' valt buiten de grenzen")


@pytest.mark.parametrize(
    ("article", "old", "new", "says"),
    [
        ("coa-3", r"^    since:", "    checked: 2026-01-01\n    since:", "coa-3.checked: zonder text_date is er geen gelezen tekst"),
        ("gemw-149", r"^    since:", "    checked: 2020-01-01\n    since:", "gemw-149.checked: dit ligt voor text_date (2022-05-01)"),
        (
            "gemw-149",
            r"^    since:",
            "    checked: 2062-01-01\n    since:",
            "gemw-149.checked: 2062-01-01 ligt na de datum van deze uitgave",
        ),
    ],
)
def test_dates_that_cannot_be_are_faults(article: str, old: str, new: str, says: str, content: Content) -> None:
    content.spoil("law.yaml", old, new, after=rf"^  - id: {article}$")

    assert says in content.fault()


def test_a_leap_day_years_ago_is_the_28th() -> None:
    from datetime import date

    assert years_before(date(2028, 2, 29), 2) == date(2026, 2, 28)
    assert years_before(date(2028, 2, 29), 4) == date(2024, 2, 29)


# Fingerprints in the content


def test_a_fingerprint_of_another_text_than_the_summary_is_a_fault(content: Content) -> None:
    line = content.spoil("fingerprints.yaml", r"read: .*$", "read: 2026-06-04", after=r"^  - article: gemw-172a$")

    assert content.fault().startswith(f"data/fingerprints.yaml:{line}: gemw-172a.read: dit is een andere tekst dan die van het artikel")


def test_a_part_that_stands_twice_is_a_fault(content: Content) -> None:
    line = content.spoil("fingerprints.yaml", r"^      - 2 .*$", "      - 1 0123456789abcdef", after=r"^  - article: gemw-172a$")

    assert content.fault().startswith(f"data/fingerprints.yaml:{line}: gemw-172a.parts.")
    assert "onderdeel '1' staat er twee keer" in content.fault()


def test_a_fingerprint_of_an_unknown_article_names_the_nearest(content: Content) -> None:
    content.spoil("fingerprints.yaml", r"gemw-172b", "gemw-172x")

    assert "gemw-172x.article: 'gemw-172x' bestaat niet; bedoelt u 'gemw-172" in content.fault()


def test_two_fingerprints_of_one_article_are_one_too_many(content: Content) -> None:
    content.append("fingerprints.yaml", "  - article: gemw-149\n    read: 2022-05-01\n    parts: [aanhef 0123456789abcdef]\n")

    assert "gemw-149.article: 'gemw-149' bestaat al" in content.fault()


def test_a_fingerprint_of_what_cannot_be_looked_up_is_a_fault(content: Content) -> None:
    content.spoil("law.yaml", r"^    since:", "    text_date: 2026-01-01\n    since:", after=r"^  - id: gw-1$")
    content.append("fingerprints.yaml", "  - article: gw-1\n    read: 2026-01-01\n    parts: [aanhef 0123456789abcdef]\n")

    assert "gw-1.article: de wet 'gw' heeft geen bwb_id" in content.fault()


def test_a_broken_hash_is_refused(content: Content) -> None:
    content.spoil("fingerprints.yaml", r"^      - aanhef .*$", "      - aanhef de raad maakt")

    assert [fault for fault in content.faults() if "parts.0: 'aanhef de raad maakt' heeft niet de juiste vorm" in fault] != []


def test_the_shipped_file_is_as_the_program_writes_it() -> None:
    assert (ROOT / "data" / FILE).read_text("utf-8") == render_fingerprints(CATALOGUE.fingerprints)


def test_no_fingerprints_is_a_file_that_can_be_read(content: Content) -> None:
    (content.folder / FILE).write_text(render_fingerprints(()), "utf-8")

    assert content.faults() == []


# A folder of texts

ENTRY = "- article: '1'\n  valid_from_or_read: '2026-01-01'\n  source: bedacht\n  text: De poort is open.\n"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("BWBR0005416.yaml", ENTRY + "- article: '2'\n", "BWBR0005416.yaml:5: art. 2: valid_from_or_read: dit veld ontbreekt; vul het in"),
        ("BWBR0005416.yaml", ENTRY.replace("2026-01-01", "ooit"), "BWBR0005416.yaml:2: art. 1: valid_from_or_read: dit is geen datum"),
        ("BWBR0005416.yaml", ENTRY + "  tekst: x\n", "BWBR0005416.yaml:5: art. 1: tekst: dit veld bestaat niet"),
        ("BWBR0005416.yaml", ENTRY + ENTRY, "BWBR0005416.yaml:5: art. 1: dit artikel of een lid ervan staat al eerder in dit bestand"),
        ("BWBR0005416.yaml", "artikelen: []\n", "BWBR0005416.yaml:1: hier hoort een lijst met artikelen te staan"),
        ("BWBR0005416.yaml", "", "BWBR0005416.yaml: hier hoort een lijst met artikelen te staan"),
        ("BWBR0005416.yaml", "- article: [\n", "BWBR0005416.yaml:2: dit is geen geldige YAML"),
        ("BWBR0005416.yaml", "- een\n", "BWBR0005416.yaml:1: hier horen velden te staan"),
        ("gemeentewet.yaml", ENTRY, "gemeentewet.yaml: de naam van dit bestand is geen BWB-nummer"),
    ],
)
def test_a_faulty_text_is_named_with_file_line_and_article(name: str, text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    with pytest.raises(ContentError) as caught:
        read_statutes(tmp_path)
    assert says in "\n".join(str(problem) for problem in caught.value.problems)


def test_faults_in_several_texts_are_all_listed(tmp_path: Path) -> None:
    for name in ("BWBR0000001.yaml", "BWBR0000002.yaml"):
        (tmp_path / name).write_text("- x\n", "utf-8")

    with pytest.raises(ContentError) as caught:
        read_statutes(tmp_path)
    assert len(caught.value.problems) == 2


def test_leden_given_apart_are_one_article_dated_as_the_older(tmp_path: Path) -> None:
    first, second = ENTRY.replace("'1'", "'1, eerste lid'"), ENTRY.replace("'1'", "'1, tweede lid'").replace("2026", "2025")
    (tmp_path / "BWBR0005416.yaml").write_text(first + second, "utf-8")
    text = read_statutes(tmp_path)["BWBR0005416"].articles["1"]

    assert (list(text.parts), text.paragraphs, text.dated.year) == (["1", "2"], ("1", "2"), 2025)
