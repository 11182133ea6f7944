"""Break one thing in a procedure: the message names file, line, record and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helpers import CATALOGUE, ROOT

from toolbox_cli.content.check_procedures import PROCEDURE_CHECKS
from toolbox_cli.content.load import read_catalogue
from toolbox_cli.errors import ContentError
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.procedure import Demand, Procedure

NONE_NAMED = "noem een procedure uit procedures.yaml; ook 'geen besluit nodig' is er een"


def spoilt(**changes: Callable[[Any], Any]) -> list[str]:  # Any: a field of the catalogue
    """The faults after one field of the catalogue was changed."""
    found = CATALOGUE.model_copy(update={name: change(getattr(CATALOGUE, name)) for name, change in changes.items()})
    return [f"{fault.field}.{fault.index}: {fault.what}" for check in PROCEDURE_CHECKS for fault in check(fresh(found))]


def fresh(catalogue: Catalogue) -> Catalogue:
    """The same records without the look-ups that were made before the change."""
    return Catalogue.model_construct(**{name: getattr(catalogue, name) for name in Catalogue.model_fields})


def only(name: str, **update: Any) -> Callable[[Any], Any]:  # Any: fields of a record
    """Change the record with this id."""
    return lambda records: tuple(record.model_copy(update=update) if record.id == name else record for record in records)


def procedure(name: str) -> Procedure:
    return CATALOGUE.procedure_by_id[name]


def index_of(field: str, name: str) -> int:
    return [record.id for record in getattr(CATALOGUE, field)].index(name)


def test_the_shipped_procedures_have_no_fault() -> None:
    assert spoilt() == []


@pytest.mark.parametrize("demand", list(Demand))
def test_a_decision_without_a_step_for_a_demand_is_a_fault(demand: Demand) -> None:
    steps = procedure("bestuurlijke-boete")
    kept = tuple(item.model_copy(update={"demands": tuple(one for one in item.demands if one is not demand)}) for item in steps.items)
    found = spoilt(procedures=only(steps.id, items=kept, not_needed=()))

    assert any(f"({demand.value}); voeg er een toe" in fault for fault in found), found
    assert all(fault.startswith(f"powers.{index_of('powers', 'gemw-154b')}: ") for fault in found)


def test_a_step_that_is_not_always_due_answers_no_demand() -> None:
    steps = procedure("besluit-woning")
    kept = tuple(
        item.model_copy(update={"when": steps.items[2].when, "if_text": "Als er kinderen zijn"}) if Demand.HEAR in item.demands else item
        for item in steps.items
    )
    found = spoilt(procedures=only(steps.id, items=kept))

    assert len(found) == 2  # both powers that share the procedure
    assert "geen stap die altijd geldt gaat over zienswijze vooraf (hear)" in found[0]


def test_a_demand_cannot_be_both_answered_and_not_needed() -> None:
    excuse = procedure("bestuurlijke-boete").not_needed[0].model_copy(update={"demand": Demand.HEAR})
    found = spoilt(procedures=only("bestuurlijke-boete", not_needed=(*procedure("bestuurlijke-boete").not_needed, excuse)))

    (fault,) = found
    assert "over zienswijze vooraf (hear) gaat een stap" in fault


def test_a_power_without_a_procedure_is_a_fault() -> None:
    found = spoilt(powers=only("polw-56", procedures=()))

    assert f"powers.{index_of('powers', 'polw-56')}: {NONE_NAMED}" in found


def test_a_form_without_power_and_procedure_is_a_fault() -> None:
    measure = CATALOGUE.measure_by_id["verlichting"]
    variant = measure.variants[0].model_copy(update={"procedures": ()})
    found = spoilt(measures=only("verlichting", variants=(variant,)))

    assert (
        f"measures.{index_of('measures', 'verlichting')}: noem een procedure uit procedures.yaml; ook 'geen besluit nodig' is er een"
        in found
    )


def test_a_procedure_that_nobody_refers_to_is_a_fault() -> None:
    found = spoilt(procedures=lambda records: (*records, procedure("bijstand").model_copy(update={"id": "nieuw"})))

    assert found == [f"procedures.{len(CATALOGUE.procedures)}: geen bevoegdheid of variant verwijst hiernaar; doe dat, of haal haar weg"]


def test_no_decision_and_steps_of_a_decision_do_not_go_together() -> None:
    power = CATALOGUE.power_by_id["gemw-151d"]
    found = spoilt(powers=only(power.id, procedures=(*power.procedures, "bijstand")))

    assert len(found) == 1
    assert "procedure 'bijstand' zegt dat geen besluit nodig is, maar stap 'laatste-middel' hoort bij een besluit" in found[0]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (r"        if_text: Als het gevaar niet kan wachten\n", "", r"if_text: zeg de voorwaarde ook in woorden"),
        (r"        when: \{question: acuut, is: ja\}\n", "", r"when: geef de voorwaarde bij 'if_text'"),
        (r"if_text: Als het gevaar", "if_text: Indien het gevaar", r"heeft niet de juiste vorm"),
        (r"question: acuut, is: ja", "question: acuut, is: misschien", r"vraag 'acuut' kent het antwoord 'misschien' niet"),
        (r"question: acuut, is: ja", "question: akuut, is: ja", r"'akuut' bestaat niet; bedoelt u 'acuut'\?"),
        (r"- id: rapportage", "- id: feiten", r"'feiten' bestaat al; geef een andere id"),
        (r"demands: \[hear\]", "demands: [horen]", r"'horen' kan hier niet; kies uit 'hear', 'reasons'"),
        (r"phase: besluit", "phase: later", r"'later' kan hier niet; kies uit 'voor', 'besluit'"),
        (r"\[art awb-4-11\]", "[]", r"de bron ontbreekt"),
    ],
)
def test_a_fault_in_a_step_is_named_with_its_place(old: str, new: str, says: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    for path in (ROOT / "data").glob("*.yaml"):
        (folder / path.name).write_text(path.read_text("utf-8"), "utf-8")
    text = (folder / "procedures.yaml").read_text("utf-8")
    found = re.search(old, text)
    assert found is not None
    (folder / "procedures.yaml").write_text(text[: found.start()] + new + text[found.end() :], "utf-8")

    with pytest.raises(ContentError) as caught:
        read_catalogue(folder)

    (problem,) = [str(problem) for problem in caught.value.problems]
    assert re.search(rf"^data/procedures\.yaml:\d+: bevel-aan-persoon\.items\.\d+.*{says}", problem), problem
