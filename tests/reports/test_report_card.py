"""The card that says where to report: emergency first, short, about behaviour and never about people."""

from __future__ import annotations

from datetime import date

import pytest
from dossiers import ON, PROFILE, bare_dossier
from expected import same_as
from helpers import CATALOGUE, ROOT, examples
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.content.card_texts import read_card_texts
from toolbox_cli.content.people import words_of
from toolbox_cli.evidence.people import people_in
from toolbox_cli.model.profile import Profile
from toolbox_cli.model.question import UNKNOWN
from toolbox_cli.model.report_card import Audience, CardTexts
from toolbox_cli.reports.document import Blank, Document, Heading, Terms
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.markdown import paper_to_markdown
from toolbox_cli.reports.paper import Paper, Size, Status
from toolbox_cli.reports.report_card import (
    compose_report_card,
    dutch_texts,
    report_card_checks,
    report_card_gaps,
    report_card_papers,
    whole_number,
)
from toolbox_cli.search.personal import personal_in
from toolbox_cli.search.reasons import origin_in

CARD = CATALOGUE.report_card
WORDS = words_of(CATALOGUE)
ENGLISH = read_card_texts(ROOT / "examples" / "meldkaart-en.yaml", CATALOGUE)
RTL = CardTexts("ar", "x", rtl=True, texts=CARD.texts())
FULL = PROFILE
for _name, _words in {
    "gemeente.function": "meldpunt overlast",
    "gemeente.phone": "088 123 45 67",
    "coa.phone": "(088) 765 43 21",
    "vervoerders.mail": "meldpunt@vervoer.voorbeeldstad.example",
}.items():
    FULL = FULL.with_words(f"contacts.{_name}", (_words,))
SHOPS = {"gedrag": ["rondhangen", "winkeldiefstal", "intimidatie"], "plaats": ["winkelgebied", "route"], "locatie": "in_gemeente"}
BEHAVIOUR = [choice.id for choice in CATALOGUE.question_by_id["gedrag"].choices if not choice.exclusive]
PLACES = [choice.id for choice in CATALOGUE.question_by_id["plaats"].choices]


def card(dossier: Dossier, audience: Audience = Audience.RESIDENTS, texts: CardTexts | None = None) -> Document:
    return compose_report_card(CATALOGUE, dossier, audience, texts)


def desks(document: Document) -> dict[str, str]:
    """What a desk is for, by its name and how it is reached; what is to be written in by hand has no text."""
    pairs = [pair for block in document.blocks if isinstance(block, Terms) for pair in block.pairs]
    said = {f"{title}, {reached}": text for reached, line in pairs for title, text in [line.text.split(". ", 1)]}
    return said | {block.label: "" for block in document.blocks if isinstance(block, Blank)}


def paper(dossier: Dossier, name: str, *texts: CardTexts) -> Paper:
    return next(paper for paper in report_card_papers(CATALOGUE, dossier, texts) if paper.name == name)


@pytest.mark.parametrize(
    ("name", "given_answers", "profile", "on"),
    [
        ("meldkaart-winkels-a5", SHOPS, FULL, ON),
        ("meldkaart-bewoners-a4", {"gedrag": ["winkeldiefstal"], "frequentie": "wekelijks"}, None, None),
        ("meldkaart-winkels-a5-en", SHOPS, FULL, ON),
    ],
)
def test_the_whole_card_reads_as_expected(name: str, given_answers: dict[str, str], profile: object, on: date | None) -> None:
    dossier = bare_dossier(given_answers, profile=FULL if profile else None, on=on)

    same_as(f"{name}.md", paper_to_markdown(paper(dossier, name, ENGLISH)))


@examples(200)
@given(
    st.lists(st.sampled_from([*BEHAVIOUR, UNKNOWN]), min_size=1, unique=True),
    st.lists(st.sampled_from([*PLACES, UNKNOWN]), min_size=1, unique=True),
    st.sampled_from(Audience),
    st.sampled_from([FULL, PROFILE, None]),
    st.sampled_from([None, ENGLISH]),
)
def test_whatever_the_problem_emergency_comes_first_and_nobody_is_described(behaviour, places, audience, profile, texts) -> None:  # type: ignore[no-untyped-def]
    document = card(bare_dossier({"gedrag": behaviour, "plaats": places}, profile=profile), audience, texts)
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    text = document.text()

    assert headings[1].endswith("112")
    assert sum("112" in heading for heading in headings) == 1
    assert "{" not in text
    assert len(text.split()) <= CARD.most_words
    assert not personal_in(text, WORDS, allow_functional=True)
    assert not origin_in(CATALOGUE.wording, text)
    assert not people_in(CATALOGUE.evidence.people, text)


@pytest.mark.parametrize("texts", [None, ENGLISH])
@pytest.mark.parametrize("profile", [None, FULL])
def test_the_longest_card_still_fits(profile: Profile | None, texts: CardTexts | None) -> None:
    longest = card(bare_dossier({"gedrag": BEHAVIOUR}, profile=profile), Audience.SHOPS, texts)

    assert CARD.most_words - 40 < len(longest.text().split()) <= CARD.most_words


@pytest.mark.parametrize("behaviour", BEHAVIOUR)
def test_each_kind_of_behaviour_stands_at_one_desk_only(behaviour: str) -> None:
    item = next(item for item in CARD.behaviours if item.id == behaviour)
    said = desks(card(bare_dossier({"gedrag": [behaviour], "plaats": UNKNOWN})))

    if item.text:
        assert [item.text in f" {text}" for text in said.values() if text.startswith(f"Voor {item.text}.")] == [True]
    else:
        desk = next(desk for desk in CARD.desks if desk.id == item.desk)
        assert any(name.startswith(desk.title) for name in said)


def test_only_behaviour_of_the_case_is_named() -> None:
    document = card(bare_dossier(SHOPS))
    said = {item.text for item in CARD.behaviours if item.text and f"{item.text}" in " ".join(desks(document).values())}

    assert {"winkeldiefstal", "lastigvallen", "hinderlijk rondhangen"} <= said
    assert not {"inbraak", "wapens", "vechtpartijen"} & said


def test_without_known_behaviour_each_desk_says_in_general_what_it_is_for() -> None:
    said = desks(card(bare_dossier({"gedrag": UNKNOWN})))

    assert said["Politie, 0900-8844"].startswith("Voor wat strafbaar is")


@pytest.mark.parametrize(
    ("answers", "audience", "desk", "there"),
    [
        ({"plaats": ["winkelgebied"]}, Audience.SHOPS, "Beveiliging", True),
        ({"plaats": ["woonbuurt"]}, Audience.SHOPS, "Beveiliging", False),
        ({"plaats": UNKNOWN}, Audience.SHOPS, "Beveiliging", True),
        ({"plaats": ["winkelgebied"]}, Audience.RESIDENTS, "Beveiliging", False),
        ({"plaats": ["vanuit_woning"]}, Audience.RESIDENTS, "Verhuurder", True),
        ({"plaats": ["park_plein"]}, Audience.RESIDENTS, "Verhuurder", False),
        ({"plaats": ["station"]}, Audience.RESIDENTS, "Bus of trein", True),
        ({"plaats": ["woonbuurt"], "gedrag": ["zwartrijden"]}, Audience.RESIDENTS, "Bus of trein", True),
        ({"plaats": ["woonbuurt"], "gedrag": ["geweld"]}, Audience.RESIDENTS, "Bus of trein", False),
        ({"locatie": "geen"}, Audience.RESIDENTS, "Opvang", False),
        ({"locatie": "in_gemeente"}, Audience.RESIDENTS, "Opvang", True),
        ({}, Audience.RESIDENTS, "Opvang", True),
    ],
)
def test_a_desk_is_left_out_only_where_it_is_known_to_have_no_part(answers, audience: Audience, desk: str, there: bool) -> None:  # type: ignore[no-untyped-def]
    said = desks(card(bare_dossier(answers), audience))

    assert any(name.startswith(desk) for name in said) is there


def test_a_case_with_two_problems_gives_one_card_for_both() -> None:
    said = desks(card(bare_dossier({"gedrag": ["geweld"], "plaats": ["station"]}, {"gedrag": ["vervuiling"], "plaats": ["woonbuurt"]})))

    assert said["Politie, 0900-8844"].startswith("Voor geweld.")
    assert any(text.startswith("Voor afval op straat.") for text in said.values())
    assert any(name.startswith("Bus of trein") for name in said)


def test_only_the_general_number_or_address_of_a_desk_comes_from_the_profile() -> None:
    text = card(bare_dossier({"plaats": ["station"]}, profile=FULL)).text()

    assert "088-123-45-67 Gemeente." in text
    assert "meldpunt@vervoer.voorbeeldstad.example Bus of trein." in text
    assert "wijkteam" not in text  # a mail box is no place to report to the police
    assert "locatiemanager" not in text


def test_the_first_partner_with_a_number_answers_for_the_desk() -> None:
    profile = PROFILE.with_words("contacts.boa.phone", ("0123 45 67 89",)).with_words("contacts.gemeente.phone", (UNKNOWN,))

    assert "Gemeente, 0123-45-67-89" in desks(card(bare_dossier({}, profile=profile)))


def test_what_the_profile_does_not_hold_is_not_filled_in_and_the_maker_reads_which_field() -> None:
    dossier = bare_dossier({}, profile=PROFILE, on=None)
    text = card(dossier).text()

    assert "niet ingevuld Gemeente." in text
    assert "contacts." not in text  # what is printed holds no name of a field
    assert "Datum: niet ingevuld. Beheer: niet ingevuld." in text
    assert "telefoonnummer (gemeente): toolbox profile set contacts.gemeente.phone=…" in report_card_gaps(CATALOGUE, dossier)
    assert paper(dossier, "meldkaart-bewoners-a4").mark == "Proefdruk: nog 5 gegevens invullen"


def test_a_complete_card_is_no_proof() -> None:
    dossier = bare_dossier({}, profile=FULL)

    assert report_card_gaps(CATALOGUE, dossier) == ()
    assert {paper.mark for paper in report_card_papers(CATALOGUE, dossier)} == {""}


def test_nobody_is_told_to_try_the_emergency_number() -> None:
    checks = [line.text for line in report_card_checks(CATALOGUE, bare_dossier({}, profile=FULL), (ENGLISH,))]

    assert any(text.startswith("0900-8844: bel dit nummer") for text in checks)
    assert any(text.startswith("088-123-45-67: uit het profiel, bij gemeente") for text in checks)
    assert any(text.startswith("meldkaart-en.yaml: laat deze vertaling nakijken") for text in checks)
    assert not any("112" in text for text in checks)


def test_the_papers_are_public_and_large_for_both_audiences_on_both_sizes_in_each_language() -> None:
    papers = report_card_papers(CATALOGUE, bare_dossier(SHOPS, profile=FULL), (ENGLISH, RTL), ("voet",))

    assert [paper.name for paper in papers[:5]] == [
        "meldkaart-winkels-a5",
        "meldkaart-winkels-a4",
        "meldkaart-bewoners-a5",
        "meldkaart-bewoners-a4",
        "meldkaart-winkels-a5-en",
    ]
    assert len({paper.name for paper in papers}) == len(papers) == 12
    assert all(paper.large and paper.status is Status.PUBLIC and paper.footer == ("voet",) for paper in papers)
    assert {(paper.language, paper.rtl) for paper in papers} == {("nl-NL", False), ("en", False), ("ar", True)}
    assert [paper.size for paper in papers[:2]] == [Size.A5, Size.A4]


@pytest.mark.parametrize("texts", [None, ENGLISH, RTL])
def test_a_number_stands_in_front_or_it_would_turn_behind_arabic_letters(texts: CardTexts | None) -> None:
    document = card(bare_dossier(SHOPS, profile=FULL), texts=texts)
    labels = [label for block in document.blocks if isinstance(block, Terms) for label, _ in block.pairs]

    assert labels == ["0900-8844", "088-123-45-67", "088-765-43-21", "meldmisdaadanoniem.nl", "slachtofferhulp.nl"]


def test_a_date_in_a_translation_runs_from_large_to_small() -> None:
    assert "Datum: 2026/03/02." in card(bare_dossier(SHOPS), texts=RTL).text()


@pytest.mark.parametrize(("text", "whole"), [("088 123 45 67", "088-123-45-67"), ("(0123) 456 789", "0123-456-789"), ("112", "112")])
def test_a_number_holds_no_space_to_break_at(text: str, whole: str) -> None:
    assert whole_number(text) == whole


def test_a_translation_says_that_the_dutch_card_applies_and_the_dutch_card_does_not() -> None:
    dossier = bare_dossier(SHOPS, profile=FULL)

    assert "the Dutch card applies" in card(dossier, texts=ENGLISH).text()
    assert CARD.words.translation not in card(dossier, texts=dutch_texts(CATALOGUE)).text()


def test_what_stands_in_the_profile_is_never_read_as_room_for_something_else() -> None:
    profile = FULL.with_words("contacts.gemeente.function", ("loket {date} {field}",))

    assert "Beheer: loket {date} {field}." in card(bare_dossier({}, profile=profile)).text()


def test_the_same_dossier_gives_the_same_cards() -> None:
    first, second = (report_card_papers(CATALOGUE, bare_dossier(SHOPS, profile=FULL), (ENGLISH,)) for _ in range(2))

    assert [paper_to_markdown(paper) for paper in first] == [paper_to_markdown(paper) for paper in second]
