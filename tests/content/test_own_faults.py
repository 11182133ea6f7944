"""One mistake in the municipality's own content: the message names the folder's file and line and says what would be right."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import ROOT
from own import BOA, Own, example_in, with_decision
from seeded import copy_of_content

from toolbox_cli.content.check_personal import nobody_named
from toolbox_cli.content.load import read_catalogue
from toolbox_cli.content.read import MAX_BYTES
from toolbox_cli.errors import ContentError


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return example_in(tmp_path)


def shipped_line(file: str, start: str) -> str:
    lines = (ROOT / "data" / file).read_text("utf-8").splitlines()
    return f"data/{file}:{next(at for at, line in enumerate(lines, 1) if line.startswith(start))}"


# One change in one file: what is changed, and what is said of the line where it stands

FAULTS: dict[str, tuple[str, str, str, str]] = {
    "an unknown field": ("partners.yaml", "  short: pleinteam", "  kort: pleinteam", "pleinteam-nergenshuizen.kort: dit veld bestaat niet"),
    "own is not for the file to say": (
        "measures.yaml",
        "  class: preventief ",
        "  own: true\n  class: preventief ",
        "spreekuur-stationsplein.own: dit veld bestaat niet",
    ),
    "an unknown partner": (
        "measures.yaml",
        "  carries_out: [gemeente]",
        "  carries_out: [gemeentee]",
        "spreekuur-stationsplein.carries_out.0: 'gemeentee' bestaat niet; bedoelt u 'gemeente'?",
    ),
    "an unknown article": (
        "measures.yaml",
        "      source: [art nergenshuizen-2-10]",
        "      source: [art nergenshuizen-2-11]",
        "'art nergenshuizen-2-11' bestaat niet; bedoelt u 'art nergenshuizen-2-10'?",
    ),
    "an unknown form": ("practices.yaml", "verlichting]", "verlichtinge]", "'verlichtinge' bestaat niet; bedoelt u 'verlichting'?"),
    "an unknown question": ("rules.yaml", "{question: gedrag,", "{question: gedragg,", "'gedragg' bestaat niet; bedoelt u 'gedrag'?"),
    "an unknown answer": ("rules.yaml", "is: ongerustheid", "is: boosheid", "vraag 'gedrag' kent het antwoord 'boosheid' niet"),
    "no condition and no reason why": (
        "rules.yaml",
        "    no_conditions: Een spreekuur houden vraagt geen bevoegdheid.\n",
        "",
        "geef voorwaarden, of zeg bij 'no_conditions' waarom er geen zijn",
    ),
    "a statement without a source": (
        "partners.yaml",
        "      source: [eigen lezing]\n  cannot",
        "      source: []\n  cannot",
        "de bron ontbreekt; noem toolbox, artikel, uitspraak of eigen lezing",
    ),
    "as if from the toolbox": (
        "partners.yaml",
        "  origin: aanvulling",
        "  origin: toolbox",
        "eigen inhoud is geen 'toolbox'; schrijf 'aanvulling'",
    ),
    "an own refusal": ("measures.yaml", "  origin: aanvulling", "  origin: geweigerd", "eigen inhoud is geen 'geweigerd'"),
    "in the annex": (
        "partners.yaml",
        "  origin: aanvulling",
        "  annex: true\n  origin: aanvulling",
        "een eigen partner staat niet in bijlage I van de toolbox",
    ),
    "an example with a section": (
        "practices.yaml",
        "  who: Gemeente",
        "  section: '2.1'\n  who: Gemeente",
        "een eigen voorbeeld staat niet in de toolbox; haal 'section' en 'box' weg",
    ),
    "a relation between shipped measures": (
        "relations.yaml",
        "  forms: [spreekuur-stationsplein, omwonendenoverleg]",
        "  forms: [meldkaart, contactfunctionaris]",
        "een eigen verband gaat over ten minste één eigen maatregel; noem die",
    ),
    "a name that is taken": (
        "measures.yaml",
        "  synonyms: [pleinspreekuur, spreekuur plein]",
        "  synonyms: [pleinspreekuur, Meld-kaart]",
        "spreekuur-stationsplein.synonyms.1: 'Meld-kaart' is al een naam van 'meldkaart'; kies een andere naam",
    ),
    "a wrong heading": (
        "sources.yaml",
        "documents:",
        "documenten:",
        "documenten: deze kop kan niet in eigen inhoud staan; wel kan: rulings, documents",
    ),
    "the same key twice": (
        "partners.yaml",
        "  short: pleinteam",
        "  short: pleinteam\n  short: plein",
        "short: deze sleutel staat er twee keer; houd er één",
    ),
    "somebody's number": (
        "partners.yaml",
        "    text: Via het loket in de stadswinkel,",
        "    text: Bel 06-12345678,",
        "hier staat een telefoonnummer; haal het weg, of zet dit onderdeel",
    ),
    "origin as a reason": (
        "rules.yaml",
        "because: het gebeurt op het plein waar het spreekuur is",
        "because: de herkomst van de groep vraagt erom",
        "'herkomst' zegt wie iemand is en mag geen maatstaf zijn",
    ),
    "an order as a punishment": (
        "measures.yaml",
        "      Een uur per week staan gemeente",
        "      Dit is bedoeld als straf. Een uur per week staan gemeente",
        "maakt van een bevel een straf",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "says"), FAULTS.values(), ids=list(FAULTS))
def test_a_mistake_is_told_with_file_and_line(own: Own, file: str, old: str, new: str, says: str) -> None:
    own.change(file, old, new)
    found = own.faults()

    assert any(says in fault and fault.startswith(f"{own.folder / file}:") for fault in found), found


def test_a_mistake_is_told_at_its_own_line(own: Own) -> None:
    place = own.change("measures.yaml", "  carries_out: [gemeente]", "  carries_out: [gemeentee]")

    assert [fault.split(": ")[0] for fault in own.faults()] == [place]


def test_an_own_measure_without_a_rule_is_a_fault(own: Own) -> None:
    (own.folder / "rules.yaml").unlink()
    place = own.change("measures.yaml", "    - id: spreekuur-stationsplein ", "    - id: spreekuur-stationsplein ")
    name = "spreekuur-stationsplein"

    assert own.faults() == [f"{place}: {name}.variants.0.id: voor '{name}' ontbreekt een regel in rules.yaml"]


# What exists already

CLASHES: dict[str, tuple[str, str, str]] = {
    "a partner": ("partners.yaml", "- id: pleinteam-nergenshuizen", "- id: politie"),
    "a practice": ("practices.yaml", "- id: spreekuur-2025", "- id: plan-einstein-utrecht"),
    "a document": ("sources.yaml", "  - id: nergenshuizen-plan", "  - id: maashorst-apv"),
    "an article": ("law.yaml", "  - id: nergenshuizen-2-10", "  - id: gemw-172a"),
    "a rule": ("rules.yaml", "  - form: spreekuur-stationsplein", "  - form: meldkaart"),
}


@pytest.mark.parametrize(("file", "old", "new"), CLASHES.values(), ids=list(CLASHES))
def test_an_id_that_exists_is_told_with_both_places(own: Own, file: str, old: str, new: str) -> None:
    place = own.change(file, old, new)
    name = new.split(": ")[1]
    said = f"{place}: {name}: '{name}' staat al in {shipped_line(file, new)}; eigen inhoud voegt alleen toe, dus kies een andere naam"

    assert said in own.faults()


def test_a_form_that_exists_is_told_with_both_places(own: Own) -> None:
    place = own.change("measures.yaml", "    - id: spreekuur-stationsplein ", "    - id: gebiedsverbod/172a ")
    own.change("rules.yaml", "spreekuur-stationsplein", "gebiedsverbod/172a")
    shipped = shipped_line("measures.yaml", "    - id: gebiedsverbod/172a")

    assert any(fault.startswith(f"{place}: gebiedsverbod/172a: 'gebiedsverbod/172a' staat al in {shipped};") for fault in own.faults())


def test_an_id_that_is_own_twice_is_a_fault(own: Own) -> None:
    place = own.append("sources.yaml", "  - id: nergenshuizen-plan\n    title: Ander plan\n    publisher: gemeente\n    published: 2026\n")

    assert own.faults() == [f"{place}: nergenshuizen-plan.id: 'nergenshuizen-plan' bestaat al; geef een andere id"]


def test_a_clash_hides_no_other_mistake_and_causes_none(own: Own) -> None:
    own.change("partners.yaml", "- id: pleinteam-nergenshuizen", "- id: politie")
    own.change("measures.yaml", "    - partner: pleinteam-nergenshuizen", "    - partner: politie")
    own.change("practices.yaml", "verlichting]", "verlichtinge]")

    assert len(own.faults()) == 2


# The folder and the files as such

FORBIDDEN = ("content.yaml", "questions.yaml", "schemes.yaml", "errata.yaml", "sharing.yaml", "terms.yaml", "fingerprints.yaml")


@pytest.mark.parametrize("file", FORBIDDEN)
def test_a_file_that_is_not_theirs_to_add_to_is_refused(own: Own, file: str) -> None:
    path = own.put(file, (ROOT / "data" / file).read_text("utf-8"))
    (said,) = own.faults()

    assert said.startswith(f"{path}: dit bestand hoort bij de meegeleverde inhoud en kan niet in eigen inhoud staan; wel kan: law.yaml, ")


@pytest.mark.parametrize(("file", "near"), [("measure.yaml", "measures.yaml"), ("Partners.yaml", "partners.yaml"), ("law.yml", "law.yaml")])
def test_a_file_nobody_reads_is_not_passed_over(own: Own, file: str, near: str) -> None:
    path = own.put(file, "- id: x\n")

    assert f"{path}: zo'n bestand wordt niet gelezen; bedoelt u {near}? wel kan: " in "\n".join(own.faults())


def test_other_files_and_hidden_ones_are_left_alone(own: Own) -> None:
    own.put("LEESMIJ.txt", "Van het team.")
    own.put("._measures.yaml", "\x00")

    assert own.faults() == []


@pytest.mark.parametrize(("file", "head"), [("mandates.yaml", "bans"), ("wording.yaml", "wording")])
def test_a_part_that_is_not_theirs_to_add_to_is_refused(own: Own, file: str, head: str) -> None:
    path = own.put(file, f"{head}: []\n")

    assert any(fault.startswith(f"{path}:1: {head}: deze kop kan niet in eigen inhoud staan; wel kan: ") for fault in own.faults()), (
        own.faults()
    )


def test_a_list_where_headings_belong_is_told(own: Own) -> None:
    path = own.put("law.yaml", "- id: nergenshuizen\n")

    assert f"{path}:1: dit bestand begint met een kop: laws: of articles:" in own.faults()


def folder_fault(make: Callable[[Path], Path], tmp_path: Path) -> tuple[str, str]:
    with pytest.raises(ContentError) as caught:
        read_catalogue(ROOT / "data", own=make(tmp_path))
    (problem,) = caught.value.problems
    return problem.what, caught.value.hint


def _file(folder: Path) -> Path:
    (folder / "eigen.yaml").write_text("- id: x\n", "utf-8")
    return folder / "eigen.yaml"


def _only_comments(folder: Path) -> Path:
    (folder / "measures.yaml").write_text("# later\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: folder / "weg", "deze map bestaat niet; geef een map met eigen inhoud"),
        (_file, "dit is geen map; geef een map met eigen inhoud"),
        (lambda folder: folder, "in deze map staan geen YAML-bestanden"),
        (_only_comments, "in deze map staat geen inhoud"),
    ],
)
def test_what_is_no_folder_with_content_is_told_with_a_way_on(make: Callable[[Path], Path], says: str, tmp_path: Path) -> None:
    assert folder_fault(make, tmp_path) == (says, "Een map met een voorbeeld maakt u met: toolbox content own MAP")


@pytest.mark.parametrize(("name", "says"), [("law.yaml", "/law.yaml: dit bestand"), ("", ": deze map")])
def test_what_may_not_be_read_is_told(own: Own, name: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *arguments: object, plain: Callable = Path.iterdir if not name else Path.open) -> object:
        if path == own.folder / name:
            raise PermissionError(errno.EACCES, "no")
        return plain(path, *arguments)

    monkeypatch.setattr(Path, "open" if name else "iterdir", refuse)

    assert f"{own.folder}{says} kan niet worden gelezen (geen toegang)" in own.faults()


def test_a_folder_in_the_place_of_a_file_is_told(own: Own) -> None:
    (own.folder / "law.yaml").unlink()
    (own.folder / "law.yaml").mkdir()

    assert f"{own.folder}/law.yaml: dit is een map; geef een bestand" in own.faults()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("# caf\xe9\n".encode("latin-1"), "law.yaml:1: dit bestand is niet in UTF-8 opgeslagen; kies 'UTF-8' bij Opslaan als"),
        ("laws: []\n".encode("utf-16"), "law.yaml:1: dit bestand is niet in UTF-8 opgeslagen; kies 'UTF-8' bij Opslaan als"),
        (b"laws: [\n", "law.yaml:2: dit is geen geldige YAML: controleer inspringing, dubbele punten en haken"),
        (b"#" * (MAX_BYTES + 1), "law.yaml: dit bestand is te groot (meer dan 5 MB)"),
        (b"laws: &a []\n", "law.yaml:1: ankers (&) zijn niet toegestaan; schrijf de tekst uit"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(own: Own, raw: bytes, says: str) -> None:
    (own.folder / "law.yaml").write_bytes(raw)

    assert any(fault == f"{own.folder}/{says}" for fault in own.faults()), own.faults()


# Adding only: what is shipped stays as it is


def test_an_own_answer_about_a_boa_for_a_shipped_power_is_refused(own: Own) -> None:
    with_decision(own)
    place = own.change("mandates.yaml", "    powers: [kraamverbod]", "    powers: [kraamverbod, gemw-172a]")

    assert any(
        fault.startswith(f"{place}: kraam-door-boa.powers.1: over 'gemw-172a' zegt de meegeleverde inhoud al") for fault in own.faults()
    )


def test_an_own_power_without_an_answer_about_a_boa_is_a_fault(own: Own) -> None:
    with_decision(own)
    own.put("mandates.yaml", BOA.replace("[kraamverbod]", "[kraamverbodd]"))

    assert any("mandates.yaml zegt nog niet of een boa dit besluit mag nemen" in fault for fault in own.faults())


def test_an_own_power_keeps_what_the_law_says_of_police(own: Own) -> None:
    with_decision(own)
    own.change("powers.yaml", "basis: [{article: nergenshuizen-2-10}]", "basis: [{article: gemw-172a}]")
    place = own.change("powers.yaml", "police_mandate: {allowed: 'no'", "police_mandate: {allowed: by_mandate")

    assert any(fault.startswith(f"{place}: kraamverbod.police_mandate.allowed: de wet sluit dit uit") for fault in own.faults())


@pytest.mark.parametrize("check", ["geen-herkomst", "geen-straf"])
def test_own_content_cannot_accept_what_the_product_promises_never_to_do(own: Own, check: str) -> None:
    place = own.append("wording.yaml", f"accepted:\n  - check: {check}\n    record: spreekuur-stationsplein\n    why: Wij willen dit.\n")

    assert any(
        f"{place.rsplit(':', 1)[0]}:2: check: van '{check}' kan eigen inhoud niet afwijken; schrijf de zin anders" == one
        for one in own.faults()
    )


def test_the_number_of_a_contact_point_is_accepted_with_a_reason(own: Own) -> None:
    own.change("partners.yaml", "    text: Via het loket in de stadswinkel,", "    text: Bel het loket 0123-456789,")
    own.put("wording.yaml", "accepted:\n  - check: persoonsgegevens\n    record: pleinteam-nergenshuizen\n    why: Nummer van het loket.\n")

    assert own.faults(thorough=True) == []


def test_what_the_own_content_makes_of_the_shipped_content_is_blamed_on_it(own: Own) -> None:
    with_decision(own)
    own.change("mandates.yaml", "    powers: [kraamverbod]", "    powers: [kraamverbod, gemw-172a]")
    (said,) = [fault for fault in own.faults() if not fault.startswith(str(own.folder))]

    assert said.startswith("data/powers.yaml:")
    assert said.endswith(f"noem 'gemw-172a' één keer (dit komt door de eigen inhoud in {own.folder})")


def test_a_name_that_a_shipped_form_had_is_not_used_again(own: Own, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    content.spoil("history.yaml", r"\[activiteiten, ", "[spreekuur-stationsplein, activiteiten, ")
    content.append("history.yaml", "  forms: {removed: [{id: spreekuur-stationsplein, because: Dat was een proef.}]}\n")
    with pytest.raises(ContentError) as caught:
        read_catalogue(content.folder, own=own.folder)
    (problem,) = caught.value.problems

    assert problem.what == "'spreekuur-stationsplein' was eerder een meegeleverde variant (zie history.yaml); kies een andere id"
    assert problem.file == str(own.folder / "measures.yaml")


def test_a_fault_in_the_shipped_content_is_told_first_and_alone(own: Own, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    content.spoil("measures.yaml", r"^  class: .*$", "  class: zacht", after=r"^- id: meldkaart$")
    own.change("practices.yaml", "verlichting]", "verlichtinge]")
    with pytest.raises(ContentError) as caught:
        read_catalogue(content.folder, own=own.folder)

    assert [problem.file for problem in caught.value.problems] == ["data/measures.yaml"]


def test_a_command_holds_own_content_to_the_promises_and_leaves_the_shipped_content_to_the_check(own: Own, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    content.spoil("partners.yaml", r"^    text: ", "    text: Bel 0123-456789. ", after=r"^- id: politie$")
    both = read_catalogue(content.folder, own=own.folder)
    assert list(nobody_named(both, lambda record: record == both.partner_by_id["politie"]))
    own.change("partners.yaml", "    text: Via het loket", "    text: Bel 0123-456789 of via het loket")
    with pytest.raises(ContentError) as caught:
        read_catalogue(content.folder, own=own.folder)

    assert [problem.file for problem in caught.value.problems] == [str(own.folder / "partners.yaml")]
