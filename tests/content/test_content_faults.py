"""Break one thing in the shipped content: the message names file, line, record and what would be right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT
from seeded import Content, copy_of_content

from toolbox_cli.content.load import PARTS
from toolbox_cli.content.names import names_in


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return copy_of_content(tmp_path)


@dataclass(frozen=True)
class Spoilt:
    """One thing to spoil without moving a line, and what must be said of it."""

    file: str
    after: str
    old: str
    new: str
    says: str


def all_at_once(cases: Sequence[Spoilt], folder: Path) -> tuple[list[str], list[str]]:
    """Spoil everything in one copy; return what is said and what should be said."""
    content = copy_of_content(folder)
    lines = [content.spoil(case.file, case.old, case.new, after=case.after) for case in cases]
    return content.faults(), [f"data/{case.file}:{line}: {case.says}" for case, line in zip(cases, lines, strict=True)]


def test_the_shipped_content_has_no_fault(content: Content) -> None:
    assert content.faults() == []


def test_every_content_file_is_read() -> None:
    assert {path.name for path in (ROOT / "data").glob("*.yaml")} == {part.file for part in PARTS}


# Fields: one copy with all of them, so that this also shows that none hides another

FIELDS = {
    "an unknown field": Spoilt(
        "practices.yaml",
        r"^- id: plan-einstein-utrecht$",
        r"^  synonyms:",
        "  synoniemen:",
        "plan-einstein-utrecht.synoniemen: dit veld bestaat niet; controleer de spelling of haal het weg",
    ),
    "a word that is no choice": Spoilt(
        "measures.yaml",
        r"^- id: meldkaart$",
        r"^  class: .*$",
        "  class: zacht",
        "meldkaart.class: 'zacht' kan hier niet; kies uit 'preventief' of 'repressief'",
    ),
    "an empty list": Spoilt(
        "measures.yaml",
        r"^- id: meldkaart$",
        r"^  phases: .*$",
        "  phases: []",
        "meldkaart.phases: deze lijst is leeg; geef er ten minste één",
    ),
    "text instead of a list": Spoilt(
        "measures.yaml",
        r"^- id: regiemodel$",
        r"^  phases: .*$",
        "  phases: vooraf",
        "regiemodel.phases: hier hoort een lijst te staan ([a, b] of regels met een streepje)",
    ),
    "a date in words": Spoilt(
        "law.yaml",
        r"^  - id: gemw-149$",
        r"^    text_date: .*$",
        "    text_date: 1 mei 2022",
        "gemw-149.text_date: dit is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2022-05-01",
    ),
    "the thirtieth of February": Spoilt(
        "law.yaml",
        r"^  - id: gemw-151b$",
        r"^    text_date: .*$",
        "    text_date: 2022-02-30",
        "gemw-151b.text_date: dit is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2022-05-01",
    ),
    "an amount in words": Spoilt(
        "schemes.yaml",
        r"^  - id: '2023'$",
        r"ceiling_eur: .*$",
        "ceiling_eur: twee miljoen",
        "2023.ceiling_eur: dit is geen bedrag; schrijf bijvoorbeeld 50000",
    ),
    "a weight above five": Spoilt(
        "rules.yaml", r"^  - form: activiteiten$", r"weight: \d", "weight: 6", "activiteiten.weight: '6' valt buiten de grenzen"
    ),
    "a flag in Dutch": Spoilt(
        "questions.yaml", r"^  - id: tijd$", r"describes: true", "describes: ja hoor", "tijd.describes: schrijf true of false"
    ),
    "an empty text": Spoilt("partners.yaml", r"^- id: coa$", r"^  short: .*$", "  short: ' '", "coa.short: deze tekst is leeg of te kort"),
    "a source in the wrong form": Spoilt(
        "errata.yaml",
        r"^- id: erratum-01$",
        r"^    - art sr-138:1$",
        "    - artikel 138 Sr",
        "erratum-01.source.0: 'artikel 138 Sr' heeft niet de juiste vorm",
    ),
    "a condition of no known kind": Spoilt(
        "rules.yaml",
        r"^  - id: overlast$",
        r"\{question: frequentie, is: \[soms.*$",
        "{vraag: x}",
        "overlast.when: dit is geen voorwaarde; schrijf question en is, fact, all, any, not of always",
    ),
}


@pytest.fixture(scope="module")
def field_faults(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    return all_at_once(list(FIELDS.values()), tmp_path_factory.mktemp("velden"))


@pytest.mark.parametrize("at", range(len(FIELDS)), ids=list(FIELDS))
def test_a_wrong_field_is_named_with_file_line_record_and_what_would_be_right(at: int, field_faults: tuple[list[str], list[str]]) -> None:
    found, wanted = field_faults

    assert [fault for fault in found if fault.startswith(wanted[at])] != [], found


def test_all_wrong_fields_are_listed_and_nothing_else(field_faults: tuple[list[str], list[str]]) -> None:
    found, wanted = field_faults

    assert len(found) == len(wanted)


def test_a_missing_field_stands_on_the_line_of_its_record(content: Content) -> None:
    line = content.spoil("partners.yaml", r"^- id: coa$", "- id: coa")
    content.spoil("partners.yaml", r"^  short: .*\n", "", after=r"^- id: coa$")

    assert content.fault() == f"data/partners.yaml:{line}: coa.short: dit veld ontbreekt; vul het in"


def test_a_file_that_is_no_list_says_so(content: Content) -> None:
    (content.folder / "errata.yaml").write_text("a: b\n", "utf-8")

    assert content.fault() == "data/errata.yaml:1: hier hoort een lijst te staan"


def test_a_missing_file_is_a_fault_of_the_content(content: Content) -> None:
    (content.folder / "errata.yaml").unlink()

    assert content.fault() == "data/errata.yaml: dit bestand bestaat niet; controleer de naam en de map"


# Conditions


def test_a_rule_without_a_condition_is_no_rule(content: Content) -> None:
    content.append("rules.yaml", "  - id: zonder\n    text: Een stap zonder voorwaarde.\n    partner: coa\n    source: [eigen lezing]\n")

    assert content.fault().endswith("zonder.when: dit veld ontbreekt; vul het in")


def test_a_condition_without_its_answer_names_the_field_that_is_missing(content: Content) -> None:
    content.spoil("rules.yaml", r"\{question: frequentie, is: \[soms.*$", "{question: frequentie}", after=r"^  - id: overlast$")

    assert content.fault().endswith("overlast.when.is: dit veld ontbreekt; vul het in")


def test_a_fault_inside_all_stands_on_its_own_line(content: Content) -> None:
    line = content.append(
        "rules.yaml",
        "  - id: binnenin\n    text: Een stap.\n    partner: coa\n    source: [eigen lezing]\n    when:\n      all:\n"
        "        - {always: altijd waar}\n        - question: acuut\n          is: ja\n          niet: nee\n",
    )

    assert content.fault().startswith(f"data/rules.yaml:{line + 9}: binnenin.when.all.1.niet: dit veld bestaat niet")


def test_a_condition_with_an_unknown_answer_names_question_and_answer(content: Content) -> None:
    line = content.spoil("rules.yaml", r"\[soms, wekelijks, dagelijks\]", "[soms, maandelijks]", after=r"^  - id: overlast$")

    assert content.fault() == f"data/rules.yaml:{line}: overlast.when: vraag 'frequentie' kent het antwoord 'maandelijks' niet"


def test_a_fact_that_refers_to_itself_is_named(content: Content) -> None:
    line = content.spoil("rules.yaml", r"\{question: frequentie, is: \[soms.*$", "{not: {fact: overlast}}", after=r"^  - id: overlast$")

    assert f"data/rules.yaml:{line}: overlast.when: feit 'overlast' verwijst naar zichzelf" in content.faults()


def test_facts_that_refer_to_each_other_are_both_named(content: Content) -> None:
    content.spoil("rules.yaml", r"\{question: frequentie, is: \[soms.*$", "{fact: aanhoudend}", after=r"^  - id: overlast$")
    content.spoil("rules.yaml", r"when: .*$", "when: {fact: overlast}", after=r"^  - id: aanhoudend$")
    found = " ".join(content.faults())

    assert "feit 'overlast' verwijst naar zichzelf" in found
    assert "feit 'aanhoudend' verwijst naar zichzelf" in found


# References: again one copy with all of them

REFERENCES = {
    "a partner": Spoilt("rules.yaml", r"^  - id: gegevens$", r"partner: politie", "partner: politei", "gegevens.partner: 'politei'"),
    "a partner of a measure": Spoilt(
        "measures.yaml",
        r"^- id: meldkaart$(?s:.*?)^  partners:$",
        r"^    - partner: \S+$",
        "    - partner: politei",
        "meldkaart.partners.0.partner: 'politei'",
    ),
    "a fact": Spoilt(
        "rules.yaml",
        r"^  - id: winkeliers$",
        r"\{fact: winkelprobleem\}",
        "{fact: winkelproblem}",
        "winkeliers.when.fact: 'winkelproblem'",
    ),
    "an article": Spoilt(
        "powers.yaml", r"^  - id: apv-gedrag$", r"article: apv-2-78", "article: apv-2-87", "apv-gedrag.article: 'apv-2-87'"
    ),
    "a condition": Spoilt("powers.yaml", r"^  - id: gemw-172-3$", r"- geen-apv", "- geen-avp", "gemw-172-3.conditions.0: 'geen-avp'"),
    "a question": Spoilt(
        "powers.yaml",
        r"^  - id: apv-gedrag$",
        r"question: apv_dekt_gedrag",
        "question: apv_gedrag",
        "apv-gedrag.when.question: 'apv_gedrag'",
    ),
    "a form": Spoilt(
        "practices.yaml",
        r"^- id: plan-einstein-utrecht$",
        r"forms: \[activiteiten",
        "forms: [activiteit",
        "plan-einstein-utrecht.forms.0: 'activiteit'",
    ),
    "a law": Spoilt("law.yaml", r"^  - id: gemw-149$", r"law: gemw", "law: gemwet", "gemw-149.law: 'gemwet'"),
    "a measure": Spoilt("errata.yaml", r"^- id: erratum-01$", r"- winkelverbod", "- winkelverbot", "erratum-01.measures.0: 'winkelverbot'"),
    "a source": Spoilt("errata.yaml", r"^- id: erratum-01$", r"- art sr-138:3", "- art sr-183:3", "erratum-01.source.1: 'art sr-183'"),
    "a section": Spoilt("questions.yaml", r"^  - id: tijd$", r"section: probleem", "section: problem", "tijd.section: 'problem'"),
    "who can answer": Spoilt("questions.yaml", r"^  - id: tijd$", r"who: \[politie", "who: [politei", "tijd.who.0: 'politei'"),
}


@pytest.fixture(scope="module")
def reference_faults(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    return all_at_once(list(REFERENCES.values()), tmp_path_factory.mktemp("verwijzingen"))


@pytest.mark.parametrize("at", range(len(REFERENCES)), ids=list(REFERENCES))
def test_an_unknown_reference_names_the_nearest_that_exists(at: int, reference_faults: tuple[list[str], list[str]]) -> None:
    found, wanted = reference_faults

    assert [fault for fault in found if fault.startswith(f"{wanted[at]} bestaat niet; bedoelt u '")] != [], found


def test_all_unknown_references_are_listed_and_nothing_else(reference_faults: tuple[list[str], list[str]]) -> None:
    found, wanted = reference_faults

    assert len(found) == len(wanted)


def test_a_reference_like_nothing_that_exists_says_to_check_the_spelling(content: Content) -> None:
    content.spoil("rules.yaml", r"partner: politie", "partner: xxxxxxxxxx", after=r"^  - id: gegevens$")

    assert content.fault().endswith("'xxxxxxxxxx' bestaat niet; controleer de spelling")


def test_an_unknown_source_of_the_current_scheme_is_found(content: Content) -> None:
    content.spoil("schemes.yaml", r"source: \[", "source: [doc bestaat-niet, ", after=r"^current:$")

    assert "'doc bestaat-niet' bestaat niet" in content.fault()


def test_a_scheme_that_names_a_band_it_does_not_have_is_found(content: Content) -> None:
    line = content.spoil("schemes.yaml", r"no_agreement: \S+$", "no_agreement: kleinst", after=r"^  - id: '2023'$")

    assert content.fault().startswith(f"data/schemes.yaml:{line}: 2023.no_agreement: 'kleinst' bestaat niet")


def test_a_certain_band_that_does_not_exist_is_found(content: Content) -> None:
    line = content.spoil("schemes.yaml", r"joint_certain: \[midden", "joint_certain: [middel")

    assert content.fault().startswith(f"data/schemes.yaml:{line}: 2022.joint_certain.0: 'middel' bestaat niet")


def test_a_gap_between_two_bands_is_found(content: Content) -> None:
    content.spoil("schemes.yaml", r"min_places: 1500$", "min_places: 1600", after=r"^  - id: '2023'$")

    assert content.faults() != []


def test_an_unknown_question_in_the_problem_text_is_found(content: Content) -> None:
    content.spoil("content.yaml", r"\{vaste_plek\}", "{vaste_plaats}")

    assert "vaste_plaats" in content.fault()


# Ids


def test_ids_that_stand_twice_are_named_at_the_second(content: Content) -> None:
    wanted = []
    for file, record in (("partners.yaml", "coa"), ("practices.yaml", "plan-einstein-utrecht"), ("errata.yaml", "erratum-01")):
        entry = re.search(rf"^- id: {record}\n(?:(?!- id:).*\n)*", (content.folder / file).read_text("utf-8"), re.MULTILINE)
        assert entry is not None
        wanted.append(f"data/{file}:{content.append(file, entry.group())}: {record}.id: '{record}' bestaat al; geef een andere id")

    assert sorted(content.faults()) == sorted(wanted)


def test_two_rules_for_one_form_are_one_too_many(content: Content) -> None:
    content.spoil(
        "rules.yaml",
        r"^  - form: activiteiten$",
        "  - form: activiteiten\n    weight: 1\n    indicated: {always: een tweede regel}\n    no_conditions: Geen.\n"
        "  - form: activiteiten",
    )

    assert "activiteiten.form: 'activiteiten' bestaat al" in content.fault()


def test_two_variants_with_one_id_are_found(content: Content) -> None:
    text = (content.folder / "measures.yaml").read_text("utf-8")
    variant = re.search(r"^    - id: toezicht/boa\n(?:(?!    - id:).*\n)*", text, re.MULTILINE)
    assert variant is not None
    content.spoil("measures.yaml", r"^    - id: toezicht/boa$", variant.group() + "    - id: toezicht/boa")

    assert "'toezicht/boa' bestaat al" in content.fault()


def test_two_answers_of_a_question_with_one_id_are_found(content: Content) -> None:
    content.spoil(
        "questions.yaml", r"^      - \{id: weekend,", "      - {id: nacht, label: Laat}\n      - {id: weekend,", after=r"^  - id: tijd$"
    )

    assert "'nacht' bestaat al" in content.fault()


# Rules across records


def test_a_form_without_a_rule_is_named_where_the_form_stands(content: Content) -> None:
    line = content.spoil("measures.yaml", r"^    - id: meldkaart$", "    - id: meldkaart/nieuw", after=r"^- id: meldkaart$")

    assert (
        f"data/measures.yaml:{line}: meldkaart.variants.0.id: voor 'meldkaart/nieuw' ontbreekt een regel in rules.yaml" in content.faults()
    )


def test_a_rule_without_a_form_is_named_where_the_rule_stands(content: Content) -> None:
    line = content.spoil(
        "rules.yaml",
        r"^  - form: activiteiten$",
        "  - form: bestaat-niet\n    weight: 1\n    indicated: {always: een losse regel}\n    no_conditions: Geen.\n  - form: activiteiten",
    )

    assert f"data/rules.yaml:{line}: bestaat-niet.form: 'bestaat-niet' is geen variant in measures.yaml" in content.faults()


def test_a_form_must_carry_the_name_of_its_measure(content: Content) -> None:
    line = content.spoil("measures.yaml", r"^    - id: meldkaart$", "    - id: kaart/meld", after=r"^- id: meldkaart$")

    assert f"data/measures.yaml:{line}: meldkaart.variants.0.id: de id moet beginnen met 'meldkaart/'" in content.faults()


def test_a_rule_with_neither_conditions_nor_a_reason_for_none_is_refused(content: Content) -> None:
    content.spoil("rules.yaml", r"^    no_conditions: .*\n", "", after=r"^  - form: activiteiten$")

    assert content.fault().endswith("activiteiten.conditions: geef voorwaarden, of zeg bij 'no_conditions' waarom er geen zijn")


def test_a_rule_with_conditions_cannot_say_that_there_are_none(content: Content) -> None:
    line = content.spoil(
        "rules.yaml", r"^    weight:", "    no_conditions: Er zijn er geen.\n    weight:", after=r"^  - form: gebiedsverbod/apv$"
    )

    assert content.fault() == f"data/rules.yaml:{line}: gebiedsverbod/apv.no_conditions: er zijn wel voorwaarden; haal 'no_conditions' weg"


def test_a_statement_with_an_empty_source_is_found(content: Content) -> None:
    line = content.spoil("partners.yaml", r"^    source: .*$", "    source: []", after=r"^- id: coa$")

    assert content.fault() == (
        f"data/partners.yaml:{line}: coa.role.source: de bron ontbreekt; noem toolbox, artikel, uitspraak of eigen lezing"
    )


def test_a_statement_without_a_source_is_found(content: Content) -> None:
    content.spoil("partners.yaml", r"^    source: .*\n", "", after=r"^- id: coa$")

    assert content.fault().endswith("coa.role.source: dit veld ontbreekt; vul het in")


def test_a_question_that_nothing_uses_is_found(content: Content) -> None:
    line = content.spoil(
        "questions.yaml",
        r"^  - id: frequentie$",
        "  - id: overbodig\n    section: probleem\n    label: overbodig\n    text: Wordt dit gebruikt?\n    help: Nee.\n    kind: yes_no\n"
        "    ask_when: {always: voor de proef}\n    who: [politie]\n    source: [eigen lezing]\n  - id: frequentie",
    )
    content.announce("overbodig")

    assert content.fault() == (
        f"data/questions.yaml:{line}: overbodig.id: geen regel gebruikt deze vraag; haal haar weg of zet 'describes: true'"
    )


def test_a_yes_no_question_has_no_choices_of_its_own(content: Content) -> None:
    line = content.spoil(
        "questions.yaml",
        r"^    kind: yes_no$",
        "    kind: yes_no\n    choices: [{id: misschien, label: Misschien}]",
        after=r"^  - id: groep$",
    )

    assert (
        content.fault() == f"data/questions.yaml:{line + 1}: groep.choices: geef keuzes bij choice en choices, en bij een andere soort geen"
    )


def test_a_variant_without_a_power_says_who_decides_and_how_long(content: Content) -> None:
    fields = ("decides", "max_duration", "police_mandate")
    for field in fields:
        content.spoil("measures.yaml", rf"^      {field}:.*\n(?:       .*\n)*", "", after=r"^    - id: activiteiten$")

    assert [fault.split(": ", 1)[1] for fault in content.faults()] == [
        f"activiteiten.variants.0.{field}: vul dit in, want deze variant heeft geen bevoegdheid" for field in fields
    ]


def test_a_measure_of_the_toolbox_names_its_section(content: Content) -> None:
    line = content.spoil("measures.yaml", r"^- id: groepsverbod$", "- id: groepsverbod")
    content.spoil("measures.yaml", r"^  section: .*\n", "", after=r"^- id: groepsverbod$")

    assert content.fault() == (
        f"data/measures.yaml:{line}: groepsverbod.section: een maatregel uit de toolbox heeft een paragraafnummer, een andere niet"
    )


# All at once


def test_faults_in_several_files_are_all_listed(content: Content) -> None:
    content.spoil("measures.yaml", r"^  class: .*$", "  class: zacht", after=r"^- id: meldkaart$")
    content.spoil("partners.yaml", r"^  short: .*\n", "", after=r"^- id: coa$")
    content.spoil("law.yaml", r"^    text_date: .*$", "    text_date: gisteren", after=r"^  - id: gemw-149$")
    (content.folder / "errata.yaml").write_text("- id: [\n", "utf-8")
    found = content.faults()

    assert [re.match(r"data/(\w+)", fault).group(1) for fault in found] == ["errata", "law", "measures", "partners"]  # type: ignore[union-attr]


def test_a_wrong_field_does_not_hide_an_unknown_reference(content: Content) -> None:
    content.spoil("partners.yaml", r"^  short: .*\n", "", after=r"^- id: ngb$")
    content.spoil("law.yaml", r"law: gemw", "law: gemwet", after=r"^  - id: gemw-149$")

    assert len(content.faults()) == 2


def test_an_unknown_reference_does_not_hide_an_unknown_answer(content: Content) -> None:
    content.spoil("law.yaml", r"law: gemw", "law: gemwet", after=r"^  - id: gemw-149$")
    content.spoil("rules.yaml", r"\[soms, wekelijks, dagelijks\]", "[soms, maandelijks]", after=r"^  - id: overlast$")

    assert len(content.faults()) == 2


def test_the_names_for_completion_are_those_of_the_content() -> None:
    names = names_in(CATALOGUE)

    assert {"gebiedsverbod", "gebiedsverbod/172a"} <= set(names["measure"])
    assert "frequentie=wekelijks" in names["setting"]
    assert "acuut=ja" in names["setting"]
    assert "2023" in names["scheme"]
