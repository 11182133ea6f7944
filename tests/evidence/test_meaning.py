"""What a word in a file means, and whose figures they are."""

from __future__ import annotations

import pytest
from helpers import CATALOGUE

from toolbox_cli.evidence.meaning import meaning_of, meanings_in, partner_of, questions_for
from toolbox_cli.model.evidence import Description

RULES = CATALOGUE.evidence
NOBODY = Description()

KINDS = {
    "Diefstal uit winkel": "winkeldiefstal",
    "2.5.2 Winkeldiefstal": "winkeldiefstal",
    "Diefstal/inbraak woning": "inbraak",
    "Gekwal. diefstal in/uit woning": "inbraak",
    "Diefstal/inbraak bedrijven enz.": "diefstal",
    "Gekwal. diefstal in/uit winkel": "diefstal",
    "Inbraak schuur/box/garage": "diefstal",
    "Zakkenrollerij": "diefstal",
    "Fietsendiefstal": "diefstal",
    "Diefstal van brom-, snor-, fietsen": "diefstal",
    "Vechtpartij": "groepsconflict",
    "Mishandeling": "geweld",
    "Openlijk geweld (persoon)": "geweld",
    "Openlijk geweld goederen": "vernieling",
    "Vernieling cq. zaakbeschadiging": "vernieling",
    "Bedreiging": "bedreiging",
    "Bedreiging met mes": "wapens",
    "Straatintimidatie": "intimidatie",
    "Drugsoverlast": "drugs",
    "Openbare dronkenschap": "drankgebruik",
    "Overlast zwervers": "rondhangen",
    "Jeugdoverlast": "rondhangen",
    "Melding overlast jeugd": "rondhangen",
    "Geluidsoverlast": "rondhangen",
    "Zwerfafval": "vervuiling",
    "Wildplassen": "vervuiling",
    "Huisvredebreuk": "terreinbetreding",
    "Geen geldig vervoerbewijs": "zwartrijden",
    "Overlast in de trein": "zwartrijden",
    "Verdachte situatie": "ongerustheid",
}
NO_KIND = (
    "Burengerucht (relatieproblemen)",
    "Geluidshinder horeca",
    "Overlast door verward/overspannen persoon",
    "Drugs/drankoverlast",
    "Rijden onder invloed",
    "Foutparkeren",
    "Overlast hond",
    "",
)


@pytest.mark.parametrize(("label", "choice"), KINDS.items())
def test_a_kind_as_registrations_write_it_has_its_choice(label: str, choice: str) -> None:
    assert meaning_of(label, "gedrag", RULES, NOBODY) == choice
    assert meaning_of(label.upper(), "gedrag", RULES, NOBODY) == choice


@pytest.mark.parametrize("label", NO_KIND)
def test_what_is_something_else_has_no_choice(label: str) -> None:
    assert meaning_of(label, "gedrag", RULES, NOBODY) == ""


@pytest.mark.parametrize(
    ("label", "choice"),
    {
        "Stationsplein": "station",
        "Stationsstraat": "",
        "Politiestation": "",
        "Wilhelminapark": "park_plein",
        "Parkstraat": "",
        "Bedrijvenpark De Hoef": "",
        "Winkelcentrum Noord": "winkelgebied",
        "Bushalte Dorp": "station",
        "Bus 71": "voertuig",
        "Café De Zon": "horeca",
        "AZC": "in_opvang",
        "Rondom het azc": "bij_opvang",
        "Kerkstraat": "",
    }.items(),
)
def test_a_place_has_a_choice_only_when_its_name_says_what_it_is(label: str, choice: str) -> None:
    assert meaning_of(label, "plaats", RULES, NOBODY) == choice


def test_every_choice_that_can_be_registered_has_words() -> None:
    known = {rule.choice for rule in RULES.values if rule.question == "gedrag"}
    choices = {choice.id for choice in CATALOGUE.question_by_id["gedrag"].choices}

    assert choices - known == {"geen"}


def test_what_the_user_said_counts_before_the_rules() -> None:
    about = Description(meaning={("gedrag", "code  E33"): "rondhangen", ("gedrag", "Winkeldiefstal"): ""})

    assert meaning_of("Code E33", "gedrag", RULES, about) == "rondhangen"
    assert meaning_of("Winkeldiefstal", "gedrag", RULES, about) == ""
    assert meaning_of("Code E33", "plaats", RULES, about) == ""


def test_a_word_can_mean_something_else_in_the_figures_of_one_partner() -> None:
    shops, police = Description(source="winkelregistratie"), Description(source="BVH")

    assert meaning_of("Diefstal", "gedrag", RULES, shops) == "winkeldiefstal"
    assert meaning_of("Diefstal", "gedrag", RULES, police) == "diefstal"
    assert meaning_of("Agressie", "gedrag", RULES, Description(registered_by="COA")) == "in_opvang"


def test_a_definition_names_all_that_is_registered() -> None:
    text = "Winkeldiefstal, vernieling en meldingen van overlast door jeugd"

    assert meanings_in(text, "gedrag", RULES, NOBODY) == {"winkeldiefstal", "vernieling", "rondhangen"}
    assert meanings_in("alle incidenten", "gedrag", RULES, NOBODY) == frozenset()
    assert meanings_in("", "gedrag", RULES, NOBODY) == frozenset()


@pytest.mark.parametrize(
    ("text", "choices"),
    {
        "alle overlast behalve drugs": {"rondhangen"},
        "alle overlast, exclusief drugs en alcohol": {"rondhangen"},
        "alle overlast m.u.v. drugs": {"rondhangen"},
        "alle overlast. Drugs niet meegeteld": {"rondhangen"},
        "Alle overlast. Drugs worden niet geteld. Ook vernieling": {"rondhangen", "vernieling"},
        "alle overlast excl. Drugs": {"rondhangen"},
        "overlast en drugs, geen vernieling": {"rondhangen", "drugs"},
        "drugs; vernieling zonder drugs": {"vernieling"},
        "overlast en drugs": {"rondhangen", "drugs"},
    }.items(),
)
def test_what_a_definition_takes_out_is_not_registered(text: str, choices: set[str]) -> None:
    assert meanings_in(text, "gedrag", RULES, NOBODY) == choices


@pytest.mark.parametrize(
    ("about", "partner"),
    [
        (Description(source="BVH-export", registered_by="politie"), "politie"),
        (Description(source="cijfers", registered_by="boa's van de gemeente"), "boa"),
        (Description(source="meldingen openbare ruimte"), "gemeente"),
        (Description(source="COA"), "coa"),
        (Description(source="eigen telling"), ""),
        (Description(), ""),
    ],
)
def test_figures_belong_to_who_registered_them(about: Description, partner: str) -> None:
    assert partner_of(about, RULES) == partner


def test_each_column_tells_about_its_own_question() -> None:
    assert questions_for("kind", RULES) == ("gedrag",)
    assert questions_for("place", RULES) == ("plaats",)
    assert questions_for("time", RULES) == ("tijd",)
