"""The procedure as part of another document, and the safeguards an advice repeats from it."""

from __future__ import annotations

from helpers import CATALOGUE, answers_of

from toolbox_cli.model.question import Answers
from toolbox_cli.reports.belongings import safeguards
from toolbox_cli.reports.document import BulletList, Document, Heading, Line
from toolbox_cli.reports.procedure import add_procedure, shared_procedures

ORDER, AREA, REQUEST = (
    CATALOGUE.form_by_id[name] for name in ("gebiedsverbod/172a", "veiligheidsrisicogebied/151b", "gedragsaanwijzing/509hh")
)


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def lines(document: Document) -> list[Line]:
    return [line for block in document.blocks if isinstance(block, BulletList) for line in block.items]


def test_a_decision_is_told_by_stage() -> None:
    document = Document()
    add_procedure(document, CATALOGUE, AREA)

    assert headings(document) == [
        "Procedure: voor het besluit", "Procedure: in het besluit", "Procedure: bij de bekendmaking", "Procedure: na het besluit",
        "Procedure: niet nodig",
    ]  # fmt: skip


def test_a_decision_of_somebody_else_has_no_stages_of_a_decision() -> None:
    document = Document()
    add_procedure(document, CATALOGUE, REQUEST)

    assert headings(document) == ["Procedure: geen eigen besluit", "Procedure: vooraf", "Procedure: daarna"]


def test_every_line_carries_its_source() -> None:
    document = Document()
    for form in CATALOGUE.forms:
        add_procedure(document, CATALOGUE, form)

    assert [line.text for line in lines(document) if not line.sources] == []


def test_answers_take_away_what_does_not_apply_and_drop_the_condition_of_what_does() -> None:
    document = Document()
    add_procedure(
        document, CATALOGUE, ORDER, answers_of({"leeftijd": "volwassen", "acuut": "ja", "verlenging": "nieuw", "meer_gemeenten": "nee"})
    )
    said = [line.text for line in lines(document)]

    assert not [text for text in said if text.startswith("Als ") or "minderjarige" in text]
    assert any(text.startswith("Geef de redenen uiterlijk binnen een week") for text in said)


def test_shared_procedures_are_those_that_every_form_has() -> None:
    forms = CATALOGUE.named_forms("winkelverbod")

    assert shared_procedures(forms) == {"winkelverbod"}
    assert shared_procedures(forms[:1]) == frozenset()


def test_what_is_shared_can_be_left_out() -> None:
    document = Document()
    add_procedure(document, CATALOGUE, CATALOGUE.form_by_id["winkelverbod/collectief"], without={"winkelverbod"})

    assert "Procedure: geen eigen besluit" not in headings(document)
    assert any("Autoriteit Persoonsgegevens" in line.text for line in lines(document))


def test_the_advice_repeats_first_what_these_facts_ask_then_what_always_holds_and_last_what_may() -> None:
    said = safeguards(CATALOGUE, ORDER, answers_of({"leeftijd": "12_15", "voogd": "nee"}))

    assert said[0].startswith("Betrek de ouders van elke minderjarige")
    assert said[1].startswith("Vraag wie het bevel krijgt vooraf om zijn kant")
    assert said[-1].startswith("Als het om een verlenging gaat: ")
    assert not any("voogd bij zienswijze" in text for text in said)
    assert ORDER.variant.safeguards[0].text in said


def test_no_safeguard_is_said_twice() -> None:
    for form in CATALOGUE.forms:
        said = safeguards(CATALOGUE, form, Answers())

        assert len(said) == len(set(said))
