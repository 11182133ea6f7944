"""`toolbox measure … --checklist`: the procedure on paper, for one form or all forms of a measure."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import CATALOGUE

EXPECTED = Path(__file__).parent / "expected"


def test_the_checklist_of_an_order_is_this_text(toolbox: Callable) -> None:
    done = toolbox("measure", "gebiedsverbod/172a", "--checklist")

    assert done.code == 0
    assert done.out == (EXPECTED / "checklist-gebiedsverbod-172a.txt").read_text("utf-8")


def test_the_checklist_has_a_box_for_every_step_and_nothing_of_the_rest(toolbox: Callable) -> None:
    out = toolbox("measure", "veiligheidsrisicogebied/174b", "--checklist").out

    names = CATALOGUE.form_by_id["veiligheidsrisicogebied/174b"].procedure_ids
    assert out.count("\n [ ] ") == sum(len(CATALOGUE.procedure_by_id[name].items) for name in names)
    assert "Zwakke plekken" not in out


def test_a_measure_gives_the_checklist_of_each_form(toolbox: Callable) -> None:
    out = toolbox("measure", "gebiedsverbod", "--checklist").out

    assert [line for line in out.splitlines() if line.startswith("Afvinklijst:")] == [
        f"Afvinklijst: {form.name}" for form in CATALOGUE.named_forms("gebiedsverbod")
    ]


def test_what_needs_no_decision_says_so_with_the_reason(toolbox: Callable) -> None:
    out = toolbox("measure", "gedragsaanwijzing", "--checklist").out

    assert "Geen eigen besluit\n------------------\nGeen besluit van de gemeente. De officier van justitie beslist" in out
    assert "besluit\n---" not in out.replace("Geen eigen besluit\n---", "")  # no stage of a decision


def test_what_is_not_needed_is_said_with_the_reason(toolbox: Callable) -> None:
    out = toolbox("measure", "cameratoezicht/openbaar", "--checklist").out

    assert "Niet nodig\n----------\n - Zienswijze vooraf: De plicht om vooraf te horen geldt" in out


def test_the_checklist_as_json_says_what_always_applies_and_what_depends(toolbox: Callable) -> None:
    (form,) = json.loads(toolbox("measure", "gebiedsverbod/172a", "--checklist", "--json").out)
    steps = {f"{step['procedure']}/{step['id']}": step for step in form["procedure"]["steps"]}

    assert form["procedure"]["decision_needed"] is True
    assert steps["bevel-aan-persoon/zienswijze"]["applies"] == "yes"
    assert steps["bevel-aan-persoon/zienswijze"]["demands"] == ["hear"]
    assert steps["bevel-172a/verlenging"]["applies"] == "unknown"
    assert steps["bevel-172a/verlenging"]["if_text"] == "Als het om een verlenging gaat"
    assert {"ref": "art gemw-172a:6", "text": "art. 172a lid 6 Gemeentewet"} in steps["bevel-172a/verlenging"]["sources"]


def test_a_form_in_full_holds_the_steps_of_its_checklist(toolbox: Callable) -> None:
    full = " ".join(toolbox("measure", "gebiedsverbod/172a").out.split())
    plain = json.loads(toolbox("measure", "gebiedsverbod/172a", "--json").out)
    (form,) = [form for form in plain["variants"] if form["id"] == "gebiedsverbod/172a"]

    assert len(form["procedure"]["steps"]) > 30
    assert all(step["text"][1:] in full for step in form["procedure"]["steps"])


def test_a_measure_in_full_says_shared_steps_once(toolbox: Callable) -> None:
    full = " ".join(toolbox("measure", "gebiedsverbod", "--full").out.split())
    once = "Vraag wie het bevel krijgt vooraf om zijn kant van de zaak (zienswijze)"

    assert full.count(once) == 1
    assert full.index("Bij elke variant") < full.index(once)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--checklist"], "noem bij --checklist een maatregel of variant, bijvoorbeeld gebiedsverbod/172a"),
        (["gebiedsverbod", "--full", "--checklist"], "kies --full of --checklist, niet beide"),
    ],
)
def test_wrong_use_of_the_checklist_is_explained(arguments: list[str], said: str, toolbox: Callable) -> None:
    done = toolbox("measure", *arguments)

    assert (done.code, done.out) == (2, "")
    assert said in done.err
