"""The law in a folder against the content, from reading a text to finding out that it changed. All texts are made up."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT
from seeded import Content, copy_of_content

from toolbox_cli.cli.app import run

READ, LATER = "2022-05-01", "2026-06-04"
ARTICLES = {
    "172a": "1. De schout kan de poort sluiten:\n\n    a. bij storm;\n\n    b. bij mist.\n\n    2. De wachter helpt hem.\n\n"
    "    6. De poort is hooguit drie dagen dicht.",
    "151b": "1. De raad wijst een wal aan.\n\n    2. De schout overlegt eerst.\n\n    3. De wal is niet langer dan nodig.",
    "149": "De raad maakt regels over de poort.",
}


def write_texts(folder: Path, articles: dict[str, str], dated: str = LATER) -> Path:
    folder.mkdir(exist_ok=True)
    entries = [
        f"- article: '{number}'\n  valid_from_or_read: '{dated}'\n  source: bedacht\n  text: >-\n    {text}\n"
        for number, text in articles.items()
    ]
    (folder / "BWBR0005416.yaml").write_text("".join(entries), "utf-8")
    return folder


@pytest.fixture(scope="module")
def fingerprints(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The file with the fingerprints of the made-up texts only, as the program makes it."""
    folder = tmp_path_factory.mktemp("vingerafdrukken")
    content = copy_of_content(folder)
    (content.folder / "fingerprints.yaml").write_text("fingerprints: []\n", "utf-8")
    assert (
        run(["content", "fingerprint", str(write_texts(folder / "gelezen", ARTICLES, READ)), "--data", str(content.folder), "--write"]) == 0
    )
    return (content.folder / "fingerprints.yaml").read_text("utf-8")


@pytest.fixture
def content(tmp_path: Path, fingerprints: str) -> Content:
    """A copy of the content that knows the fingerprints of the made-up texts only, and those texts beside it."""
    content = copy_of_content(tmp_path)
    (content.folder / "fingerprints.yaml").write_text(fingerprints, "utf-8")
    write_texts(tmp_path / "gelezen", ARTICLES, READ)
    return content


@pytest.fixture(autouse=True)
def only_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What rots silently in the content is looked for in other tests; it is most of the time that a check takes."""
    monkeypatch.setattr("toolbox_cli.content.thorough.check_thoroughly", lambda catalogue: ())


def checked(toolbox: Callable, content: Content, texts: Path, *more: str):  # type: ignore[no-untyped-def]
    return toolbox("content", "check", "--data", content.folder, "--statutes", texts, *more)


def test_what_was_read_and_stayed_is_unchanged_and_leaves_with_code_0(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    done = checked(toolbox, content, write_texts(tmp_path / "nu", ARTICLES))

    assert (done.code, done.err) == (0, "")
    every = len(CATALOGUE.articles)
    counts = f"Van {every} artikelen: 3 ongewijzigd, 0 tekst gewijzigd, 0 structuur gewijzigd, {every - 3} niet te controleren."
    assert counts in " ".join(done.out.split())
    assert "checked: jjjj-mm-dd" in done.out
    assert "Let op" not in done.out


def test_the_same_old_text_proves_nothing_about_today(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    done = checked(toolbox, content, write_texts(tmp_path / "nu", ARTICLES, READ))

    assert "Let op: Alle vergeleken teksten in de map zijn niet jonger dan wat al gelezen is." in " ".join(done.out.split())
    assert "checked: jjjj-mm-dd" not in done.out


def test_other_words_in_one_lid_name_that_lid_and_what_rests_on_it(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    texts = write_texts(tmp_path / "nu", {**ARTICLES, "172a": ARTICLES["172a"].replace("drie dagen", "vier dagen")})
    done = checked(toolbox, content, texts)

    assert done.code == 1
    assert "art. 172a Gemeentewet: tekst gewijzigd" in done.out
    assert "Andere woorden   lid 6\n" in done.out
    assert "verlenging-aantal (lid 6 onder a)" in " ".join(done.out.split())
    assert "geen-om-aanwijzing" not in done.out  # rests on lid 5
    assert "gebiedsverbod/172a" in done.out


def test_a_new_lid_in_between_is_a_change_of_structure_that_concerns_all(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    new = ARTICLES["151b"].replace("\n    3.", "\n    4.").replace("\n    2.", "\n    2. De wal is van klei.\n\n    3.")
    done = checked(toolbox, content, write_texts(tmp_path / "nu", {**ARTICLES, "151b": new}))

    assert done.code == 1
    assert "art. 151b Gemeentewet: structuur gewijzigd" in done.out
    assert "Erbij            lid 2\n" in done.out
    assert "Vernummerd       lid 2 is nu lid 3; lid 3 is nu lid 4\n" in done.out
    assert "overleg-ovj-151b" in done.out


def test_an_article_that_is_gone_and_a_file_that_is_gone_cannot_be_checked(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    done = checked(toolbox, content, write_texts(tmp_path / "nu", {"149": ARTICLES["149"]}))

    assert done.code == 0
    assert "Het artikel staat niet in het bestand van de wet; kijk of het is vervallen of vernummerd: Gemeentewet 151b, 172a." in " ".join(
        done.out.split()
    )


def test_json_says_the_same(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    texts = write_texts(tmp_path / "nu", {**ARTICLES, "172a": ARTICLES["172a"].replace("bij mist", "bij regen")})
    done = checked(toolbox, content, texts, "--json")
    found = json.loads(done.out)
    one = next(item for item in found["articles"] if item["article"] == "gemw-172a")

    assert (done.code, done.err) == (1, "")
    assert found["counts"] == {"unchanged": 2, "text_changed": 1, "structure_changed": 0, "not_verifiable": len(CATALOGUE.articles) - 3}
    assert (one["state"], one["changed"], one["read"], one["compared_with"]) == ("text_changed", ["1-b"], READ, LATER)
    power = next(item for item in one["hanging"] if (item["kind"], item["id"]) == ("powers", "gemw-172a"))
    assert {"1", "5", "6-a"} <= set(power["paragraphs"])
    assert (power["direct"], power["rests_on_changed"]) == (True, True)
    assert {"measures", "forms", "conditions", "questions", "powers", "errata", "rulings", "documents"} <= {
        item["kind"] for item in one["hanging"]
    }
    assert all(item["why"] for item in found["articles"] if item["state"] == "not_verifiable")


def test_two_checks_give_the_same_bytes(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    texts = write_texts(tmp_path / "nu", {**ARTICLES, "149": "De raad slaapt."})

    assert checked(toolbox, content, texts) == checked(toolbox, content, texts)


@pytest.mark.parametrize(
    ("name", "says"), [("weg", "deze map bestaat niet"), ("leeg", "in deze map staan geen wetteksten"), ("f", "dit is geen map")]
)
def test_a_folder_that_is_none_gets_one_dutch_sentence(name: str, says: str, tmp_path: Path, toolbox: Callable) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "f").write_text("x", "utf-8")
    done = toolbox("content", "check", "--statutes", tmp_path / name)

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"toolbox: {tmp_path / name}: {says}")
    assert len(done.err.splitlines()) == 1


def test_faulty_content_is_told_before_any_law_is_compared(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    content.spoil("law.yaml", r"text_date: .*$", "text_date: gisteren")
    done = checked(toolbox, content, write_texts(tmp_path / "nu", ARTICLES))

    assert (done.code, done.out) == (1, "")
    assert "dit is geen datum" in done.err


# Making fingerprints


def test_what_is_written_to_the_file_is_not_printed(content: Content, tmp_path: Path, fingerprints: str, toolbox: Callable) -> None:
    (content.folder / "fingerprints.yaml").write_text("fingerprints: []\n", "utf-8")
    done = toolbox("content", "fingerprint", tmp_path / "gelezen", "--data", content.folder, "--write")

    assert (done.code, done.out) == (0, "")
    assert (content.folder / "fingerprints.yaml").read_text("utf-8") == fingerprints


def test_no_word_of_a_law_enters_the_content(content: Content) -> None:
    written = (content.folder / "fingerprints.yaml").read_text("utf-8")

    assert [word for word in ("poort", "schout", "wachter") if word in written] == []
    assert "gemw-172a" in written


def test_a_new_fingerprint_asks_whether_the_summary_is_still_right(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    texts = write_texts(tmp_path / "nu", {**ARTICLES, "149": "De raad slaapt.", "151b": "De raad rust."})
    done = toolbox("content", "fingerprint", texts, "gemw-149", "--data", content.folder, "--write")

    assert done.code == 0
    assert "Anders dan eerst: gemw-149. Klopt de samenvatting in law.yaml nog" in " ".join(done.err.split())
    assert "gemw-149.read: dit is een andere tekst dan die van het artikel" in content.fault()  # until law.yaml has the new date
    content.spoil("law.yaml", r"text_date: .*$", f"text_date: {LATER}", after=r"^  - id: gemw-149$")
    after = checked(toolbox, content, texts)

    assert content.faults() == []
    assert after.code == 1
    assert "art. 151b" in after.out  # was not named, so it is still the old one
    assert "art. 149 Gemeentewet:" not in after.out


def test_without_write_the_file_is_printed_and_nothing_changes(content: Content, tmp_path: Path, toolbox: Callable) -> None:
    before = (content.folder / "fingerprints.yaml").read_bytes()
    done = toolbox("content", "fingerprint", tmp_path / "gelezen", "--data", content.folder)

    assert done.out.encode() == before
    assert (content.folder / "fingerprints.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--write"], 2, "zeg met --data in welke map"),
        (["gemw-172aa"], 4, "geen artikel met de id 'gemw-172aa'"),
        (["gemw-172b"], 4, "het artikel 'gemw-172b' staat niet in de map"),
    ],
)
def test_a_fingerprint_that_cannot_be_made_says_why(arguments: list[str], code: int, says: str, tmp_path: Path, toolbox: Callable) -> None:
    texts = write_texts(tmp_path / "gelezen", ARTICLES, READ)
    done = toolbox("content", "fingerprint", texts, *arguments)

    assert (done.code, done.out) == (code, "")
    assert says in done.err


# The check without a folder


def test_the_check_says_how_far_the_law_was_read(toolbox: Callable) -> None:
    assert "gecontroleerd en ongewijzigd" in toolbox("content", "check").out


def test_the_check_as_json_counts_the_three_states(content: Content, toolbox: Callable) -> None:
    content.spoil("law.yaml", r"^    since:", "    checked: 2026-01-15\n    since:", after=r"^  - id: gemw-149$")
    found = json.loads(toolbox("content", "check", "--data", content.folder, "--json").out)

    assert found["readings"]["checked"] == 1
    assert sum(found["readings"].values()) == found["counts"]["articles"]


def test_an_article_that_was_checked_says_so_beside_its_measure_and_on_its_own_page(content: Content) -> None:
    from toolbox_cli.content.load import read_catalogue
    from toolbox_cli.reports.entries import compose_form
    from toolbox_cli.reports.law import compose_article
    from toolbox_cli.reports.words import read_on

    content.spoil("law.yaml", r"^    since:", "    checked: 2026-01-15\n    since:", after=r"^  - id: gemw-172a$")
    catalogue = read_catalogue(content.folder)
    states = [read_on(catalogue.article_by_id[name]) for name in ("gemw-172a", "gemw-172b", "coa-3")]

    assert "op 15 januari 2026 ongewijzigd" in compose_form(catalogue, catalogue.form_by_id["gebiedsverbod/172a"]).text()
    assert "op 15 januari 2026 ongewijzigd" in compose_article(catalogue, catalogue.article_by_id["gemw-172a"]).text()
    assert states == ["1 mei 2022; op 15 januari 2026 ongewijzigd", "1 mei 2022", "niet met datum gelezen"]


def test_no_text_of_a_law_stands_in_the_data_or_in_these_tests() -> None:
    marks = ("wordt gestraft met gevangenisstraf van ten hoogste", "is belast met de handhaving van de openbare orde")
    texts = [path.read_text("utf-8") for path in (*(ROOT / "data").glob("*.yaml"), *(ROOT / "tests").rglob("*.yaml"))]

    assert [mark for mark in marks for text in texts if mark in text] == []
