"""Seed one thing that rots into the content: the thorough check names file, line, record and field, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from helpers import CATALOGUE
from seeded import Content, copy_of_content

PHONE, MAIL = "06" + "-" + "12345678", "voornaam.achternaam" + "@voorbeeld.nl"  # made up; put together so that no check takes them for real
NEVER = "deze voorwaarde kan nooit gelden"
NEVER_ASKED = "dit kan in een vragenlijst nooit gelden"
ALWAYS = "deze voorwaarde geldt altijd"
BETOGING = next(step.text for step in CATALOGUE.steps if step.id == "betoging")
GEEN_EN_SOMS = "{all: [{question: frequentie, is: geen}, {question: frequentie, is: soms}]}"


class Edit(NamedTuple):
    """The first `old` behind `after` becomes `new`."""

    file: str
    old: str
    new: str
    after: str = ""


@dataclass(frozen=True)
class Seed:
    """The first `before` behind `after` becomes `text`; what must be said, from the record on; what else is needed; where it is said."""

    file: str
    before: str
    text: str
    says: str
    after: str = ""
    more: tuple[Edit, ...] = ()
    said_of: str = ""

    @property
    def edits(self) -> tuple[Edit, ...]:
        return (Edit(self.file, self.before, self.text, self.after), *self.more)


def fact(name: str, when: str) -> str:
    return f"  - id: {name}\n    text: Een feit voor de proef, {name}.\n    when: {when}\n"


def condition(name: str, when: str, article: str = "gemw-172", text: str = "") -> str:
    return (
        f"  - id: {name}\n    text: Een voorwaarde voor de proef, {text or name}.\n    when: {when}\n    article: {article}\n"
        f"    paragraph: '3'\n    way_on: Kies een ander middel.\n    source: [eigen lezing]\n"
    )


def considered(name: str) -> Edit:
    """What a draft decision says about a condition of its form."""
    said = f"  - {{condition: {name}, met: Dit staat vast voor {name}., open: '[INVULLEN: of dit vaststaat voor {name}]'}}\n"
    return Edit("drafts.yaml", r"(?<=^considerations:\n)", said)


def step(name: str, when: str, text: str) -> str:
    return f"  - id: {name}\n    when: {when}\n    text: {text}\n    partner: politie\n    source: [eigen lezing]\n"


ACCEPTED = "  - {{check: voorwaarde-mogelijk, record: {}, why: dit is een proef}}\n"
BURGLARY_EITHER_WAY = "{any: [{question: gedrag, is: inbraak}, {all: [{question: gedrag, is: inbraak}, {question: loos, is: ja}]}]}"
FACTS, CONDITIONS, STEPS = (r"(?<=^facts:\n)", r"(?<=^conditions:\n)", r"(?<=^steps:\n)")

SEEDS = {
    "two answers that exclude each other": Seed(
        "rules.yaml", FACTS, fact("proef-sluit-uit", GEEN_EN_SOMS), f"proef-sluit-uit.when: {NEVER}"
    ),
    "a fact and its opposite": Seed(
        "rules.yaml",
        FACTS,
        fact("proef-tegendeel", "{all: [{fact: overlast}, {question: frequentie, is: geen}]}"),
        f"proef-tegendeel.when: {NEVER}",
    ),
    "a part inside any that can never hold": Seed(
        "rules.yaml",
        FACTS,
        fact("proef-deel", f"{{any: [{{question: acuut, is: ja}}, {GEEN_EN_SOMS}]}}"),
        f"proef-deel.when.any.1: {NEVER}",
    ),
    "a part that always holds": Seed(
        "rules.yaml",
        FACTS,
        fact("proef-deel-altijd", "{all: [{question: vaste_plek, is: ja}, {not: " + GEEN_EN_SOMS + "}]}"),
        f"proef-deel-altijd.when.all.1.not: {NEVER}",
    ),
    "a legal condition that cannot fail": Seed(
        "powers.yaml",
        CONDITIONS,
        condition("proef-altijd", "{any: [{question: acuut, is: ja}, {question: acuut, is: nee}]}"),
        f"proef-altijd.when: {ALWAYS}",
    ),
    "a question that is not asked then": Seed(
        "rules.yaml",
        FACTS,
        fact("proef-niet-gevraagd", "{all: [{question: leeftijd, is: volwassen}, {question: personen_bekend, is: nee}]}"),
        f"proef-niet-gevraagd.when: {NEVER_ASKED}",
    ),
    "answers that contradict each other": Seed(
        "rules.yaml",
        STEPS,
        step("proef-strijdig", "{all: [{question: gedrag, is: drugs}, {question: frequentie, is: geen}]}", "Een stap voor de proef."),
        f"proef-strijdig.when: {NEVER_ASKED}",
    ),
    "a fact that means the same": Seed(
        "rules.yaml",
        FACTS,
        fact("proef-zelfde", "{not: {any: [{question: frequentie, is: geen}]}}"),
        "overlast.when: betekent hetzelfde als feit 'proef-zelfde'",
    ),
    "a text that stands there twice": Seed(
        "rules.yaml",
        STEPS,
        step("proef-tekst", "{question: acuut, is: ja}", BETOGING),
        "betoging.text: zegt met dezelfde woorden hetzelfde als 'proef-tekst'",
    ),
    "a lead that cannot hold": Seed(
        "rules.yaml",
        r"(?<=leads:\n)",
        "      - {when: {question: frequentie, is: geen}, because: er gebeurt niets}\n",
        "toezicht/boa.leads.0.when: deze reden kan nooit gelden als de maatregel aangewezen is",
        r"^  - form: toezicht/boa$",
    ),
    "an order as a punishment": Seed(
        "rules.yaml",
        STEPS,
        step("proef-straf", "{question: acuut, is: ja}", "Leg een gebiedsverbod op als straf."),
        "proef-straf.text: 'straf' maakt van een bevel een straf",
    ),
    "a term outside the list": Seed(
        "rules.yaml",
        STEPS,
        step("proef-term", "{question: acuut, is: ja}", "Spreek met wie in het azc werkt."),
        "proef-term.text: 'azc': schrijf opvanglocatie",
    ),
    "origin in a step": Seed(
        "rules.yaml",
        STEPS,
        step("proef-herkomst", "{question: acuut, is: ja}", "Spreek vooral Marokkaanse jongeren aan."),
        "proef-herkomst.text: 'marokkaanse' zegt wie iemand is",
    ),
    "status in a legal condition": Seed(
        "powers.yaml",
        CONDITIONS,
        condition("proef-status", "{question: acuut, is: ja}", text="de persoon hoort bij de statushouders"),
        "proef-status.text: 'statushouders' zegt wie iemand is",
    ),
    "a phone number": Seed(
        "rules.yaml",
        STEPS,
        step("proef-telefoon", "{question: acuut, is: ja}", f"Bel de wijkagent op {PHONE}."),
        "proef-telefoon.text: hier staat een telefoonnummer",
    ),
    "the address of a person": Seed(
        "rules.yaml",
        STEPS,
        step("proef-mail", "{question: acuut, is: ja}", f"Mail naar {MAIL} over de zaak."),
        "proef-mail.text: hier staat een mailadres",
    ),
    "a citizen service number": Seed(
        "rules.yaml",
        STEPS,
        step("proef-bsn", "{question: acuut, is: ja}", "Zoek dossier 111222333 op."),
        "proef-bsn.text: hier staat een burgerservicenummer",
    ),
    "a V-number": Seed(
        "rules.yaml",
        STEPS,
        step("proef-vnummer", "{question: acuut, is: ja}", "Zoek V-nummer 123.456.7890 op."),
        "proef-vnummer.text: hier staat een V-nummer",
    ),
    "the name of a person": Seed(
        "rules.yaml",
        STEPS,
        step("proef-naam", "{question: acuut, is: ja}", "Vraag het aan wijkagent Kees Voorbeeld."),
        "proef-naam.text: hier staat een naam",
    ),
    "a birth date": Seed(
        "rules.yaml",
        STEPS,
        step("proef-geboren", "{question: acuut, is: ja}", "Het gaat om iemand geboren op 3 mei 2004."),
        "proef-geboren.text: hier staat een geboortedatum",
    ),
    "a condition that stands twice with one form": Seed(
        "powers.yaml",
        CONDITIONS,
        condition("proef-dubbel", "{question: acuut, is: ja}"),
        "proef-dubbel.when: zegt hetzelfde als 'acuut', met hetzelfde artikel",
        more=(
            Edit("rules.yaml", r"^    weight:", "    conditions: [proef-dubbel]\n    weight:", r"^  - form: gebiedsverbod/172-3$"),
            considered("proef-dubbel"),
        ),
    ),
    "a condition that follows from another of its form": Seed(
        "powers.yaml",
        CONDITIONS,
        condition("proef-ruim", "{any: [{question: ernstige_vrees, is: ja}, {question: acuut, is: ja}]}", "gemw-172a"),
        "proef-ruim.when: volgt altijd uit 'ernstige-vrees'",
        more=(
            Edit("rules.yaml", r"conditions: \[delen", "conditions: [proef-ruim, delen", r"^  - form: gebiedsverbod/172a$"),
            considered("proef-ruim"),
        ),
    ),
    "a question that changes nothing": Seed(
        "questions.yaml",
        r"(?<=^questions:\n)",
        "  - id: loos\n    section: probleem\n    label: loos\n    text: Maakt dit iets uit?\n    help: Nee, dit is een proef.\n"
        "    kind: yes_no\n    ask_when: {always: voor de proef}\n    who: [politie]\n    source: [eigen lezing]\n",
        "loos.id: geen antwoord op deze vraag verandert iets",
        more=(
            Edit("rules.yaml", r"\{question: gedrag, is: inbraak\}", BURGLARY_EITHER_WAY, r"^  - form: pkvw/keurmerk$"),
            Edit("history.yaml", r"\[frequentie, ", "[loos, frequentie, "),
        ),
    ),
    "a refusal that nobody can ask for": Seed(
        "powers.yaml",
        r"\{not: \{question: gevraagd, is: fotos\}\}",
        "{question: gevraagd, is: fotos}",
        "fotos-winkeldieven.form: 'fotos-winkeldieven' kan nooit 'nu niet mogelijk' worden",
        r"^  - id: geen-fotos$",
        said_of="rules.yaml",
    ),
    "a list of words that does not exist": Seed(
        "wording.yaml",
        r"needs: \[binnen, doelgroep\]",
        "needs: [binen, doelgroep]",
        "requests.0.needs: lijst 'binen' bestaat niet",
    ),
    "a refused request that leads to no refusal": Seed(
        "wording.yaml",
        r"measure: verbod-voor-groep",
        "measure: toezicht",
        "requests.1.measure: 'toezicht' is geen maatregel met origin: geweigerd",
    ),
    "a number that may be of a desk": Seed(
        "rules.yaml",
        STEPS,
        step("proef-meldpunt", "{question: acuut, is: ja}", "Bel het meldpunt op 0900-8844 of 030-1234567."),
        "proef-meldpunt.text: hier staat een telefoonnummer",
    ),
    "an accepted finding that nothing needs": Seed(
        "wording.yaml",
        r"(?<=^accepted:\n)",
        ACCEPTED.format("bestaat-niet"),
        "record: 'bestaat-niet' heeft deze uitzondering niet nodig; haal haar weg",
    ),
}  # fmt: skip


def sow(content: Content, *names: str) -> Content:
    for edit in (edit for name in names for edit in SEEDS[name].edits):
        content.spoil(edit.file, edit.old, edit.new, after=edit.after)
    return content


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return sow(copy_of_content(tmp_path_factory.mktemp("rot")), *SEEDS).faults(thorough=True)


@pytest.mark.parametrize("name", SEEDS)
def test_what_rots_is_named_once_with_file_line_record_and_field(name: str, found: list[str]) -> None:
    seed = SEEDS[name]
    said = [fault for fault in found if re.match(rf"data/{seed.said_of or seed.file}:\d+: {re.escape(seed.says)}", fault)]

    assert len(said) == 1, found


def test_everything_is_listed_and_nothing_else(found: list[str]) -> None:
    assert [fault for fault in found if not any(seed.says in fault for seed in SEEDS.values())] == []


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


def test_the_shipped_content_does_not_rot(content: Content) -> None:
    assert content.faults(thorough=True) == []


def test_a_quick_reading_does_not_look_for_rot(content: Content) -> None:
    sow(content, "two answers that exclude each other")

    assert content.faults() == []


def test_what_only_looks_like_rot_or_was_accepted_is_no_fault(content: Content) -> None:
    """The same condition with two forms that never meet; a finding that was accepted with a reason; a number of a desk."""
    content.spoil("powers.yaml", CONDITIONS, condition("proef-elders", "{question: acuut, is: ja}"))
    content.spoil("rules.yaml", r"    no_conditions: .*\n", "    conditions: [proef-elders]\n", after=r"^  - form: toezicht/boa$")
    sow(content, "two answers that exclude each other", "a number that may be of a desk")
    content.append("wording.yaml", ACCEPTED.format("proef-sluit-uit"))
    content.spoil("wording.yaml", r"contacts: \[", "contacts: [030-1234567, ")

    assert content.faults(thorough=True) == []


def test_a_form_that_can_never_be_recommended_is_found(content: Content) -> None:
    content.spoil(
        "rules.yaml", r"all:\n", "all:\n        - {question: apv_gebiedsverbod, is: nee}\n", after=r"^  - form: gebiedsverbod/apv$"
    )
    found = content.faults(thorough=True)

    assert [fault for fault in found if "gebiedsverbod/apv.form: 'gebiedsverbod/apv' kan nooit 'aanbevolen' worden" in fault] != []
