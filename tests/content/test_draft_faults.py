"""What the content says about draft decisions, and the faults that are found in it."""

from __future__ import annotations

from typing import Any

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.citations import record_id
from toolbox_cli.content.check_draft import DRAFT_CHECKS, considerations_used, gap_fault
from toolbox_cli.content.check_wording import no_punishment
from toolbox_cli.content.checks import check_catalogue
from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue


def faults(catalogue: Catalogue) -> list[Fault]:
    return [fault for check in DRAFT_CHECKS for fault in check(catalogue)]


def changed(field: str, at: int, **update: Any) -> Catalogue:  # Any: values of any field
    records = list(getattr(CATALOGUE, field))
    records[at] = records[at].model_copy(update=update)
    return CATALOGUE.model_copy(update={field: tuple(records)})


def without(field: str, at: int) -> Catalogue:
    records = getattr(CATALOGUE, field)
    return CATALOGUE.model_copy(update={field: (*records[:at], *records[at + 1 :])})


def test_the_shipped_drafts_have_no_faults() -> None:
    assert faults(CATALOGUE) == []


def test_a_power_without_a_draft_and_without_a_reason_is_a_fault() -> None:
    power = CATALOGUE.no_drafts[0].power
    (fault,) = faults(without("no_drafts", 0))
    assert fault.field == "powers" and CATALOGUE.powers[fault.index or 0].id == power and "no_drafts" in fault.what


def test_a_power_with_a_draft_and_a_reason_why_not_is_a_fault() -> None:
    (fault,) = faults(changed("no_drafts", 0, power=CATALOGUE.skeletons[0].power))[-1:]
    assert (fault.field, fault.index, fault.place) == ("no_drafts", 0, ("power",))


def test_a_draft_for_what_another_decides_is_a_fault_that_names_who_decides() -> None:
    found = faults(changed("skeletons", 0, power="sv-509hh"))
    assert any(fault.place == ("power",) and "'om'" in fault.what for fault in found)


def test_a_condition_without_a_consideration_is_a_fault_at_the_condition() -> None:
    (fault,) = faults(without("considerations", 0))
    assert fault.field == "conditions" and CATALOGUE.considerations[0].condition in fault.what


def test_a_consideration_that_no_draft_uses_is_a_fault() -> None:
    (fault,) = considerations_used(changed("considerations", 0, condition="verdenking"))
    assert (fault.index, fault.place) == (0, ("condition",))


@pytest.mark.parametrize(
    ("field", "update"),
    [
        ("skeletons", {"power": "gemw-999"}),
        ("no_drafts", {"power": "gemw-999"}),
        ("considerations", {"condition": "geen-voorwaarde"}),
    ],
)
def test_an_unknown_id_is_a_fault(field: str, update: dict[str, Any]) -> None:
    found = check_catalogue(changed(field, 0, **update))
    assert any(fault.field == field and "bestaat niet" in fault.what for fault in found)


@pytest.mark.parametrize(
    ("update", "place"), [({"kind": "dier"}, ("kind",)), ({"hearing": "geen"}, ("hearing",)), ({"extras": ("niets",)}, ("extras", 0))]
)
def test_an_unknown_part_is_a_fault_that_names_the_choices(update: dict[str, Any], place: tuple[str | int, ...]) -> None:
    found = [fault for fault in faults(changed("skeletons", 0, **update)) if fault.place == place]
    assert len(found) == 1 and "kies uit" in found[0].what


def test_a_part_that_no_draft_uses_is_a_fault() -> None:
    extra = CATALOGUE.draft_extras[0].model_copy(update={"id": "overbodig"})
    found = faults(CATALOGUE.model_copy(update={"draft_extras": (*CATALOGUE.draft_extras, extra)}))
    assert [(fault.field, fault.index) for fault in found] == [("draft_extras", len(CATALOGUE.draft_extras))]


def test_a_form_without_a_dictum_and_a_dictum_of_another_power_are_faults() -> None:
    at = next(at for at, item in enumerate(CATALOGUE.skeletons) if len(item.dictums) > 1)
    first, *rest = CATALOGUE.skeletons[at].dictums
    assert ["ontbreekt" in fault.what for fault in faults(changed("skeletons", at, dictums=tuple(rest)))] == [True]
    wrong = first.model_copy(update={"form": "kvo"})
    found = [fault.place for fault in faults(changed("skeletons", at, dictums=(first, wrong, *rest)))]
    assert found == [("dictums", 1, "form")]


@pytest.mark.parametrize(
    "text",
    [
        "[INVULLEN]",
        "[INVULLEN: ]",
        "[invullen: datum]",
        "INVULLEN: datum",
        "[INVULLEN: datum",
        "[datum]",
        "op ____",
        "op …",
        "{naam} tekent",
    ],
)
def test_a_gap_that_is_not_well_formed_is_found(text: str) -> None:
    assert gap_fault(text)


@pytest.mark.parametrize("text", ["Op [INVULLEN: datum] en [INVULLEN: uur].", "Bezwaar bij {organ}.", "Gewone tekst."])
def test_a_well_formed_text_has_no_fault(text: str) -> None:
    assert not gap_fault(text)


def test_an_ill_formed_gap_in_the_content_is_a_fault_at_its_place() -> None:
    (fault,) = faults(changed("considerations", 3, met="Dat was op [datum]."))
    assert (fault.field, fault.index, fault.place) == ("considerations", 3, ("met",))


def test_an_open_condition_that_asks_for_nothing_is_a_fault() -> None:
    (fault,) = faults(changed("considerations", 3, open="Dit staat vast."))
    assert (fault.index, fault.place) == (3, ("open",))


def test_a_draft_that_words_an_order_as_a_punishment_is_a_fault() -> None:
    found = list(no_punishment(changed("considerations", 3, met="Het verbod is een lesje.")))
    assert [(fault.field, fault.index) for fault in found] == [("considerations", 3)]
    drafts = CATALOGUE.drafts.model_copy(
        update={"mandate": CATALOGUE.drafts.mandate.model_copy(update={"text": "Leg het verbod op als straf."})}
    )
    assert [fault.field for fault in no_punishment(CATALOGUE.model_copy(update={"drafts": drafts}))] == ["drafts"]


def test_each_text_of_a_draft_is_known_by_the_power_or_condition_it_is_about() -> None:
    for records in (CATALOGUE.skeletons, CATALOGUE.no_drafts, CATALOGUE.considerations):
        names = [record_id(record) for record in records]
        assert all(names) and len(set(names)) == len(names)
