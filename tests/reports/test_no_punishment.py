"""No generated text motivates an order as a punishment: all look-ups and the advice for many answer sets."""

import random

import pytest
from helpers import CATALOGUE

from toolbox_cli.analysis.assess import assess
from toolbox_cli.model.measure import Origin
from toolbox_cli.model.question import Answer, Answers, Kind
from toolbox_cli.reports.advice import compose_advice
from toolbox_cli.reports.lookups import compose_lookup, lookup_keys
from toolbox_cli.search.wording import punitive_phrases

PUNITIVE = CATALOGUE.wording.punitive
REFUSALS = {measure.id: measure.name for measure in CATALOGUE.measures if measure.origin is Origin.REFUSAL}
ASKED = {choice.phrase for choice in CATALOGUE.question_by_id["gevraagd"].choices if choice.phrase}
WRONG_IN_TOOLBOX = {erratum.toolbox_says for erratum in CATALOGUE.errata}
KEYS = [key for key in lookup_keys(CATALOGUE) if REFUSALS.keys().isdisjoint(key.split(" "))]

WRONG = [
    "Leg een gebiedsverbod op als straf.",
    "Het bevel bestraft wie overlast geeft.",
    "Een meldplicht ter afschrikking van anderen.",
    "Zo krijgt hij een lesje.",
    "Het verbod dient om een signaal af te geven aan de groep: een signaal dat de gemeente optreedt.",
    "Lik-op-stuk met een verbod.",
    "Vergelding voor de diefstal.",
]
RIGHT = [
    "Het bevel is nooit een straf; het voorkomt verdere verstoring.",
    "Het doel is herstel van de openbare orde, niet straf of afschrikking.",
    "Overtreding is strafbaar op grond van art. 184 Sr.",
    "De strafrechter kan een gebiedsverbod opleggen als straf of maatregel.",
    "Huisvredebreuk: gevangenisstraf tot één jaar of een geldboete van de derde categorie.",
    "De straf van de APV: hechtenis tot drie maanden.",
    "Bel bij de eerste signalen het COA.",
]


def said_by_us(text: str) -> str:
    """The text without what others ask or what the toolbox says wrongly, and without the names of refusals."""
    for quoted in sorted((*REFUSALS.values(), *ASKED, *WRONG_IN_TOOLBOX), key=len, reverse=True):
        text = text.replace(quoted, "").replace(quoted.capitalize(), "").replace(quoted[0].lower() + quoted[1:], "")
    return text


@pytest.mark.parametrize("text", WRONG)
def test_an_order_as_a_punishment_is_found(text: str) -> None:
    assert punitive_phrases(text, PUNITIVE) != ()


@pytest.mark.parametrize("text", RIGHT)
def test_saying_that_it_is_no_punishment_and_criminal_law_are_allowed(text: str) -> None:
    assert punitive_phrases(text, PUNITIVE) == ()


@pytest.mark.parametrize("key", KEYS)
def test_no_look_up_words_an_order_as_a_punishment(key: str) -> None:
    assert punitive_phrases(said_by_us(compose_lookup(CATALOGUE, key).text()), PUNITIVE) == ()


@pytest.mark.parametrize("seed", range(40))
def test_no_advice_words_an_order_as_a_punishment(seed: int) -> None:
    assessment = assess(CATALOGUE, random_answers(random.Random(seed)))
    for short in (True, False):
        assert punitive_phrases(said_by_us(compose_advice(CATALOGUE, assessment, short=short).text()), PUNITIVE) == ()


def random_answers(source: random.Random) -> Answers:
    given = {}
    for question in CATALOGUE.questions:
        options = [option.id for option in question.options if not option.exclusive]
        count = source.randint(1, 5) if question.kind is Kind.CHOICES else 1
        if source.random() < 0.8:
            given[question.id] = Answer(frozenset(source.sample(options, min(count, len(options)))))
    return Answers(given)
