"""The texts of the meldkaart in another language: read whole or refused with every fault and its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import CATALOGUE, ROOT, examples
from hypothesis import given
from hypothesis import strategies as st
from seeded import copy_of_content

from toolbox_cli.content.card_texts import card_template, parse_card_texts, read_card_texts
from toolbox_cli.errors import ContentError
from toolbox_cli.model.report_card import CardTexts

EXAMPLE = ROOT / "examples" / "meldkaart-en.yaml"
TEXT = EXAMPLE.read_text("utf-8")


def faults(text: str) -> list[str]:
    try:
        parse_card_texts(text, CATALOGUE, "kaart.yaml")
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


def changed(key: str, value: str) -> str:
    """The example with another value behind one name."""
    text, count = re.subn(rf"(?m)^(\s*{re.escape(key)}:).*$", lambda found: f"{found[1]} {value}", TEXT)
    assert count == 1, key
    return text


def filled(language: str, direction: str, text_of: dict[str, str]) -> str:
    """The template, filled in."""
    text = card_template(CATALOGUE).replace('language: ""', f"language: {language}").replace('name: ""', f"name: {language}")
    text = text.replace("direction: ltr", f"direction: {direction}")
    for key, value in text_of.items():
        text = text.replace(f'  {key}: ""', f'  {key}: "{value}"')
    return text


def test_the_example_is_sound_and_of_the_dutch_text_of_now() -> None:
    texts = read_card_texts(EXAMPLE, CATALOGUE)

    assert (texts.language, texts.name, texts.rtl, texts.file) == ("en", "English", False, "meldkaart-en.yaml")
    assert list(texts.texts) == list(CATALOGUE.report_card.texts())
    assert not any("veranderd" in text for text in texts.unsure)
    assert TEXT.startswith("# Voorbeeld van een vertaling van de meldkaart, in het Engels. Laat haar nakijken door een vertaler")


def test_an_untouched_template_misses_every_text_and_says_what_to_translate() -> None:
    found = faults(card_template(CATALOGUE))

    assert len(found) == len(CATALOGUE.report_card.texts()) + 2
    assert any(text.endswith("texts.desk.politie.title: deze tekst is leeg; vertaal 'Politie'") for text in found)


def test_a_template_filled_with_the_dutch_text_is_read_and_doubted() -> None:
    texts = parse_card_texts(filled("en", "ltr", CATALOGUE.report_card.texts()), CATALOGUE, "kaart.yaml")

    assert [text for text in texts.unsure if text.startswith("niet vertaald, gelijk aan het Nederlands: title.winkels, ")]


def test_a_language_from_right_to_left_is_read() -> None:
    words = {key: re.sub(r"[A-Za-z]+(?![^{]*\})", "كلمة", text) for key, text in CATALOGUE.report_card.texts().items()}
    texts = parse_card_texts(filled("ar", "rtl", words), CATALOGUE, "kaart.yaml")

    assert isinstance(texts, CardTexts)
    assert texts.rtl
    assert texts.texts["words.missing"] == "كلمة كلمة"
    assert texts.unsure == ()


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("toolbox", "antwoorden", "dit is geen bestand met teksten voor de meldkaart"),
        ("language", "Engels", "language: geef de taal als code"),
        ("language", "nl", "language: de Nederlandse kaart staat in meldkaart.yaml"),
        ("name", '""', "name: geef de naam van de taal"),
        ("direction", "links", "direction: schrijf ltr"),
        ("desk.politie.title", '""', "texts.desk.politie.title: deze tekst is leeg; vertaal 'Politie'"),
        ("desk.politie.title", "[Police]", "texts.desk.politie.title: deze tekst is leeg"),
        ("desk.spoed.title", "Danger? Call 112", "texts.desk.spoed.title: laat {phone} precies één keer staan"),
        ("desk.spoed.title", '"Danger? Call {phone} {phone}"', "texts.desk.spoed.title: laat {phone} precies één keer staan"),
        ("desk.spoed.text", "Call {phone}", "texts.desk.spoed.text: haal {phone} weg"),
        ("desk.spoed.text", '"Call {"', "texts.desk.spoed.text: haal { weg"),
        ("desk.spoed.text", "Call 911", "texts.desk.spoed.text: het getal 911 staat niet in de Nederlandse tekst"),
        ("desk.spoed.text", "اتصل ٩١١", "texts.desk.spoed.text: het getal ٩١١ staat niet in de Nederlandse tekst"),
        ("desk.opvang.text", "Ask for Ahmed El Amrani", "texts.desk.opvang.text: hier staat een naam; haal dat weg"),
        ("desk.opvang.text", "Mail jan.jansen@example.org", "texts.desk.opvang.text: hier staat een mailadres"),
        ("desk.opvang.text", "For asylum seekers who steal", "texts.desk.opvang.text: 'asylum seekers' zegt wie mensen zijn"),
        ("desk.opvang.text", "Voor Marokkanen", "texts.desk.opvang.text: 'marokkanen' zegt wie mensen zijn"),
        ("desk.opvang.text", "اللاجئين", "zegt wie mensen zijn; noem alleen gedrag en plaats"),
        ("desk.opvang.text", '"Near \\u202e here"', "texts.desk.opvang.text: hier staan tekens die niet te zien zijn"),
        ("section.vertellen.tijd", "time " * 30, "texts.section.vertellen.tijd: dit is te lang voor de kaart (149 tekens)"),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_would_be_right(key: str, value: str, says: str) -> None:
    text = changed(key, value)
    found = faults(text)
    line = next((at for at, shown in enumerate(text.splitlines(), 1) if shown.strip().startswith(f"{key}:")), 0)

    assert len(found) == 1, found
    assert says in found[0]
    assert found[0].startswith(f"kaart.yaml:{line if key != 'toolbox' else 3}:")


def test_missing_and_unknown_texts_are_listed_together() -> None:
    found = faults(TEXT.replace("  desk.politie.title:", "  desk.polite.title:"))

    assert [text.split(": ", 1)[1] for text in found] == [
        "texts.desk.politie.title: deze tekst ontbreekt: 'Politie'",
        "texts.desk.polite.title: deze tekst bestaat niet; bedoelt u 'desk.politie.title'?",
    ]


def test_a_strange_word_on_top_and_texts_that_are_no_mapping_are_faults() -> None:
    assert any("taal: dit hoort hier niet" in text for text in faults(TEXT.replace("language: en", "language: en\ntaal: en")))
    assert faults("toolbox: meldkaartteksten\nlanguage: en\nname: E\ndirection: ltr\ntexts: []\n") == [
        "kaart.yaml:5: texts: hier horen de teksten te staan, elk achter haar naam"
    ]
    assert faults("- a\n")[0].startswith("kaart.yaml:1: dit is geen bestand met teksten voor de meldkaart")


def test_a_centre_may_be_called_what_it_is_called() -> None:
    assert faults(changed("desk.opvang.title", "COA (asylum seekers' centre)")) == []


def test_a_translation_of_an_older_dutch_text_is_doubted() -> None:
    texts = parse_card_texts(changed("dutch", '"00000000"'), CATALOGUE, "kaart.yaml")

    assert texts.unsure[0] == "de Nederlandse tekst is veranderd sinds deze vertaling; vergelijk ze met de teksten van nu"


def test_what_may_be_a_name_in_another_language_is_doubted_and_not_refused() -> None:
    texts = parse_card_texts(changed("desk.gemeente.text", "Für Belästigung auf der Straße"), CATALOGUE, "kaart.yaml")

    assert "kijk of hier geen naam van een persoon staat: desk.gemeente.text" in texts.unsure


@examples(200)
@given(st.text(max_size=60))
def test_whatever_stands_in_a_text_it_is_read_or_refused_in_dutch(text: str) -> None:
    value = "".join(f"\\U{ord(sign):08x}" for sign in text if not "\ud800" <= sign <= "\udfff")
    for what in faults(changed("desk.hulp.text", f'"{value}"')):
        assert what.startswith("kaart.yaml:")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (r"emergency: true", "emergency: false", "spoed staat bovenaan en maar één keer"),
        (r"  - id: politie", "  - id: politie\n    emergency: true", "spoed staat bovenaan en maar één keer"),
        (r"    emergency: true", "    emergency: true\n    audiences: [winkels]", "spoed hoort op elke kaart"),
        (r"phone: '112'", "phone: 'een een twee'", "spoed hoort op elke kaart"),
        (r"audience: bewoners", "audience: winkels", "geef één titel voor bewoners"),
        (r"^behaviour: gedrag", "behaviour: gedragingen", "vraag 'gedragingen' bestaat niet"),
        (r"^keeper: gemeente", "keeper: stad", "partner 'stad' bestaat niet"),
        (r"  - \{id: geweld.*\n", "", "'geweld' ontbreekt; geef een loket, of bij none_because een reden"),
        (r"\{id: geweld,", "{id: bedreiging,", "'bedreiging' staat er twee keer"),
        (r"\{id: geweld,", "{id: klappen,", "'klappen' is geen antwoord op 'gedrag'"),
        (r"\{id: geweld, desk: politie, text: geweld,", "{id: geweld, desk: politie,", "geef desk en text, of bij none_because"),
        (r"\{id: geweld, desk: politie", "{id: geweld, desk: hulplijn", "loket 'hulplijn' bestaat niet"),
        (r"\{id: geweld, desk: politie", "{id: geweld, desk: hulp", "loket 'hulp' heeft geen tekst met {behaviours}"),
        (r"\{id: geweld, desk: politie", "{id: geweld, desk: beveiliging", "loket 'beveiliging' staat niet op elke kaart"),
        (r"\{not: .*\}", "{question: gedrag, is: geweld}", "loket 'opvang' staat bij dit gedrag niet op de kaart"),
        (r"\{question: locatie, is: geen\}", "{question: locatie, is: nergens}", "vraag 'locatie' kent het antwoord 'nergens' niet"),
        (r"\{question: plaats, is: vanuit_woning\}", "{question: plek, is: vanuit_woning}", "'plek' bestaat niet"),
        (r"contacts: \[coa\]", "contacts: [azc]", "partner 'azc' bestaat niet"),
        (r"partner: mma", "partner: mna", "'mna' bestaat niet; bedoelt u 'mma'?"),
        (r"    site: true\n", "", "kies één ingang: phone, contacts, site of write_in"),
        (r"    checked: 2023-10-27\n", "", "bij phone hoort de dag waarop het nummer is gelezen"),
        (r"    partner: slachtofferhulp", "    partner: rao", "partner 'rao' heeft geen url bij contact"),
        (r"    write_in: true", "    write_in: true\n    text: Voor de winkels.", "zeg waarvoor dit loket is"),
        (r"Bel \{phone\}", "Bel 112", "hier hoort {phone} te staan"),
        (r"listed: Voor \{behaviours\}\. Ook", "listed: Ook", "hier hoort {behaviours} te staan"),
        (r"Waar precies.*nummer\.", "Waar precies {hier}?", "hier hoort niets tussen accolades te staan"),
        (r"source: \[toolbox 2\.5\]", "source: [doc bestaat-niet]", "'doc bestaat-niet' bestaat niet"),
        (r"asylum seeker\*", "Asylum-seeker*", "schrijf 'asylum seeker': kleine letters"),
        (r"Waar precies\?", "Waar precies " + "en waar " * 10 + "?", "deze zin telt 23 woorden; houd het bij 18"),
        (r"id: plek", "id: gedrag", "geef elke paragraaf en elke regel een eigen id"),
    ],
)
def test_a_fault_in_the_content_of_the_card_is_found(old: str, new: str, says: str, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    content.spoil("meldkaart.yaml", old, new)

    assert any(says in fault and fault.startswith("data/meldkaart.yaml:") for fault in content.faults()), content.faults()


def test_a_heading_cannot_come_to_stand_alone(tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    for name in ("telt", "aangifte"):
        content.spoil("meldkaart.yaml", rf"      - id: {name}\n", f"      - id: {name}\n        audiences: [winkels]\n")

    assert "anders kan de kop alleen komen te staan" in content.fault()
