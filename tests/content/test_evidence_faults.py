"""What the tool knows about figures must fit its questions and partners: one thing spoilt, one message with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import CATALOGUE
from seeded import copy_of_content

from toolbox_cli.content.check_evidence import check_evidence

FAULTS = {
    "a question that does not exist": (
        r"^rates:",
        r"question: frequentie",
        "question: frequency",
        "rates.0.question: vraag 'frequency' bestaat niet",
    ),
    "a choice that does not exist": (
        r"^hours:",
        r"choice: overdag",
        "choice: dag",
        "hours.0.choice: vraag 'tijd' kent het antwoord 'dag' niet",
    ),
    "a partner that does not exist": (
        r"^sources:",
        r"partner: vervoerders",
        "partner: bussen",
        "sources.2.partner: partner 'bussen' bestaat niet",
    ),
    "a partner to ask that does not exist": (
        r"id: verveling$",
        r"partner: coa",
        "partner: azc",
        "missing.0.partner: partner 'azc' bestaat niet",
    ),
    "a word for two choices": (r"choice: drugs$", r"naalden", "vernielen", "'vernielen' staat al bij 'drugs'; houd er één"),
    "a word twice in one rule": (r"choice: drugs$", r"naalden", "dealen", "'dealen' staat al bij 'drugs'; houd er één"),
    "a word for two sources": (r"partner: vervoerders", r"arriva", "politie*", "'politie*' staat er al; houd er één"),
    "two roles for one question": (
        r"choice: horeca$",
        r"role: place",
        "role: time",
        "role: bij vraag 'plaats' staat eerder role: place; gebruik er één",
    ),
    "an hour without a choice": (r"^hours:", r"start: 18", "start: 19", "bij vraag 'tijd' hoort uur 18 bij geen antwoord"),
    "an hour with two choices": (r"^hours:", r"start: 18", "start: 17", "bij vraag 'tijd' hoort uur 17 bij meer dan één antwoord"),
    "a day of the week that is none": (r"^hours:", r"\[6, 7\]", "[7, 8]", "een dag is 1 (maandag) tot en met 7 (zondag)"),
    "a signal that does not exist": (
        r"id: geen_contact$",
        r"\{signal: noemt_geen_contact\}",
        "{signal: stil}",
        "teken 'stil' bestaat niet",
    ),
    "a signal that speaks both ways": (
        r"id: capaciteit$",
        r"noemt_politie, is: nee",
        "noemt_politie",
        "'noemt_politie' spreekt er al voor; het kan niet ook zo ertegen spreken",
    ),
    "a signal that speaks against it without why": (
        r"id: capaciteit$",
        r"why: '[^']*'",
        "why: ''",
        "zeg waarom dit tegen de oorzaak spreekt",
    ),
    "a signal that nothing uses": (r"id: gelegenheid$", r", \{signal: een_soort\}", "", "geen hypothese gebruikt dit teken; haal het weg"),
    "a cause that is no choice": (
        r"id: vervoer$",
        r"cause: vervoer",
        "cause: reizen",
        "cause: vraag 'oorzaken' kent het antwoord 'reizen' niet",
    ),
    "a proposal that is no answer": (
        r"kind: trend\n    least",
        r"yes: neemt_toe",
        "yes: meer",
        "yes: vraag 'ontwikkeling' kent het antwoord 'meer' niet",
    ),
    "a group that does not exist": (r"^gaps:", r"group: asielzoekers", "group: buren", "groep 'buren' bestaat niet"),
    "an id that stands twice": (r"^gaps:", r"id: geen_plaats", "id: geen_tijd", "'geen_tijd' bestaat al; geef een andere id"),
    "a document that does not exist": (r"id: weinig_plekken$", r"doc braga-2019", "doc braga-1919", "'doc braga-1919' bestaat niet"),
    "a statement without a source": (r"id: noemt_donker$", r"source: \[eigen lezing\]", "source: []", "de bron ontbreekt"),
    "a kind of personal data that does not exist": (
        r"^survey:",
        r"\[bsn, ",
        "[burgerservice, ",
        "'burgerservice' is geen soort persoonsgegevens",
    ),
}


@pytest.mark.parametrize(("after", "old", "new", "says"), [pytest.param(*fault, id=name) for name, fault in FAULTS.items()])
def test_what_does_not_fit_is_named(after: str, old: str, new: str, says: str, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    content.spoil("evidence.yaml", old, new, after=after)

    assert says in content.fault()
    assert content.fault().startswith("data/evidence.yaml:")


def test_a_gap_with_partners_needs_no_question(tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    content.spoil("evidence.yaml", r"    question: ontwikkeling\n", "", after=r"id: plekken_onbekend$")
    assert content.faults() == []

    content.spoil("evidence.yaml", r"    partners: \[coa\]\n", "", after=r"id: plekken_onbekend$")
    assert "zeg aan wie dit te vragen is" in content.fault()


def test_the_shipped_rules_pass() -> None:
    assert list(check_evidence(CATALOGUE)) == []


def test_every_cause_that_can_be_chosen_has_a_hypothesis() -> None:
    choices = {choice.id for choice in CATALOGUE.question_by_id["oorzaken"].choices}

    assert {item.cause for item in CATALOGUE.evidence.hypotheses} - {""} == choices
    assert all(item.missing for item in CATALOGUE.evidence.hypotheses)
