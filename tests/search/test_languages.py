"""A language is not who people are; a group by its language, and people, stay what they are."""

from __future__ import annotations

import pytest
from helpers import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.content.budget import text_finder
from toolbox_cli.search.languages import without_languages
from toolbox_cli.search.reasons import origin_in

LANGUAGES = CATALOGUE.wording.languages
told = text_finder(CATALOGUE)


@pytest.mark.parametrize(
    "text",
    [
        "Tolk Arabisch",
        "tolk arabisch, 20 uur",
        "Tolken voor Arabisch en Tigrinya",
        "Tolk Frans",
        "Arabische tolk",
        "Tolken Frans en Arabisch",
        "Brief in het Frans en Arabisch",
        "Tolk Arabisch/Turks",
        "Tolken (Arabisch, Turks en Somalisch)",
        "Telefonische tolk: Somalisch",
        "Tolk Arabisch bij de uitreiking van een gebiedsverbod",
        "Vertaling folder in het Turks",
        "Vertaalde huisregels (Engels, Arabisch, Turks)",
        "Huis-aan-huisbrief in het Russisch",
        "Borden met huisregels in het Arabisch",
        "Arabisch sprekende boa",
        "Turks- en Arabischsprekende straatcoaches",
        "Arabischtalige straatcoach",
        "Boa die ook Arabisch spreekt",
        "Cursus Arabisch voor boa's",
    ],
)
def test_a_language_that_is_bought_is_no_origin(text: str) -> None:
    assert told(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Tolk, alleen voor Marokkanen",
        "Tolk voor Syriërs",
        "Tolk Arabisch voor het gebiedsverbod van alle Marokkanen",
        "Tolk Arabisch sprekende jongeren",
        "Vertaling in het Turks, camera's op Turken",
        "Arabisch sprekende jongeren",
        "Arabischtalige jongeren weren",
        "Camera's op Arabische jongeren",
        "Controle van Arabische winkels",
        "Controle Arabisch café",
        "Tolk en toezicht op Turks koffiehuis",
        "Informatie over mensen in het Arabisch café",
        "Extra toezicht op wie Arabisch spreekt",
        "Toezicht op mensen die in het Arabisch praten",
        "Boa die Arabisch uitziende jongeren controleert",
        "Straatcoach met Turks uiterlijk",
        "Training Marokkaanse cultuur",
        "Extra boa tegen veiligelanders",
    ],
)
def test_people_and_groups_by_origin_language_or_status_stay_refused(text: str) -> None:
    assert "zegt wie mensen zijn" in told(text)


@given(
    st.sampled_from(LANGUAGES.names), st.sampled_from(["Tolk {}", "Tolken voor {} en Arabisch", "Brief in het {}", "boa die {} spreekt"])
)
def test_every_language_is_recognised_in_every_way_to_name_it(name: str, form: str) -> None:
    assert origin_in(CATALOGUE.wording, without_languages(LANGUAGES, form.format(name))) == ()


@given(st.text(max_size=80))
def test_a_text_without_a_language_keeps_its_words(text: str) -> None:
    """So nothing that is refused slips through when there is no language in it."""
    found = origin_in(CATALOGUE.wording, text)
    if not any(name.split()[-1] in without_languages(LANGUAGES, text) for name in LANGUAGES.names):
        assert origin_in(CATALOGUE.wording, without_languages(LANGUAGES, text)) == found
