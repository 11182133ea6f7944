"""Personal data in free text. Everything that looks like somebody here is made up; the numbers are public test numbers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from helpers import CATALOGUE, examples
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.search.personal import PersonalDataError, masked, masked_numbers, personal_in, refuse_personal
from toolbox_cli.search.personal_numbers import is_bsn, is_iban
from toolbox_cli.search.personal_words import Words, personal_words

FOLDER = Path(__file__).parent / "personal"
MOST_FALSE_ALARMS = 4


def lines(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def words() -> Words:
    return personal_words(CATALOGUE)


def kinds(text: str, words: Words, *, allow_functional: bool = False) -> list[str]:
    return [found.kind for found in personal_in(text, words, allow_functional=allow_functional)]


# Found, and nothing else


@pytest.mark.parametrize("line", lines("seeded.txt"))
def test_every_seeded_piece_is_found(line: str, words: Words) -> None:
    expected, text = line.split("|", 1)

    assert set(kinds(text, words)) == set(expected.split(","))


def test_ordinary_sentences_give_hardly_any_false_alarm(words: Words) -> None:
    alarms = [masked(text, words) for text in lines("ordinary.txt") if personal_in(text, words)]

    assert len(alarms) <= MOST_FALSE_ALARMS, alarms


def test_there_is_enough_to_try_the_search_on() -> None:
    assert len(lines("seeded.txt")) >= 80
    assert len(lines("ordinary.txt")) >= 250


@pytest.mark.parametrize("capitals", [True, False])
def test_a_sentence_all_in_one_case_hides_no_listed_name(capitals: bool, words: Words) -> None:
    text = "gisteren heeft fatima el amrani samen met jan de vries de winkelier bedreigd"

    assert kinds(text.upper() if capitals else text, words) == ["naam", "naam"]


@pytest.mark.parametrize(
    "digits", ["111222333", "１１１２２２３３３", "111\u00a0222\u00a0333", "111\u200b222\u200b333", "111–222–333", "111\u00ad222333"]
)
def test_the_way_digits_are_written_hides_nothing(digits: str, words: Words) -> None:
    text = f"Het nummer is {digits}."

    found = personal_in(text, words)

    assert [(one.kind, text[one.start : one.end]) for one in found] == [("burgerservicenummer", digits)]


# Each kind: fires, does not fire


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("111222333", ["burgerservicenummer"]),
        ("111222334", []),
        ("BSN 111222334", ["burgerservicenummer"]),
        ("Het bedrag is 111.222.333 euro.", []),
        ("10000009", []),
        ("bsn 10000009", ["burgerservicenummer"]),
        ("1234567890", ["V-nummer"]),
        ("zaaknummer 1234567890", []),
        ("V-nummer 12345678", ["V-nummer"]),
        ("06-12345678", ["telefoonnummer"]),
        ("06-10-2026", []),
        ("0900-8844", []),
        ("112", []),
        ("14 0592", []),
        ("0800 7000", []),
        ("jan@voorbeeld", ["mailadres"]),
        ("Zij at brood. Daarna ging zij weg.", []),
        ("geboren op 3 mei 2015", ["geboortedatum"]),
        ("op 3 mei 2015", []),
        ("op 3 mei 2012", ["geboortedatum"]),
        ("de wet van 3 mei 2012", []),
        ("geboren na 2005", []),
        ("geboren in 2005", ["geboortedatum"]),
        ("NL91ABNA0417164300", ["rekeningnummer"]),
        ("DE89370400440532013000", ["rekeningnummer"]),
        ("DE88370400440532013000", []),
        ("paspoort NXA1B2C34", ["documentnummer"]),
        ("Neem een paspoort mee", []),
        ("documentnummer 2026-0045", []),
    ],
)
def test_a_number_counts_by_its_shape_its_check_and_the_words_before_it(text: str, expected: list[str], words: Words) -> None:
    assert kinds(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de heer jansen", ["naam"]),
        ("de heer burgemeester", []),
        ("mevrouw vertelde", []),
        ("Roos zei niets", ["naam"]),
        ("een roos in het perk", []),
        ("hij heet bas", ["naam"]),
        ("de bas dreunt", []),
        ("mark jansen", ["naam"]),
        ("mark is een munt", []),
        ("Jan van Galen belde", ["naam"]),
        ("in de Jan van Galenstraat", []),
        ("Bart van de Montessorischool", ["naam"]),
        ("bakkerij Jansen", []),
        ("bakker Jansen", ["naam"]),
        ("12 jan 2026", []),
        ("jan belde", ["naam"]),
        ("A. Camera's", []),
        ("A. Jansen", ["naam"]),
        ("Kwame Osei", ["naam"]),
        ("Ter Apel", []),
        ("Oosterwijk belde", ["naam"]),
        ("Oosterwijk is een buurt", []),
        ("Mevrouw Oosterwijk", ["naam"]),
        ("de verdachte M.K. sloeg", ["naam"]),
        ("de verdachte N.N. sloeg", []),
        ("de M.K. is dicht", []),
        ("Gebremeskel is aangehouden", ["naam"]),
        ("Gebremeskel is gesloten", []),
        ("Hotelgast is aangehouden", []),
        ("Jumbo Van der Veen", []),
        ("Jumbo Fatima van der Veen", ["naam"]),
        ("Vos Transport", []),
        ("de heer Vos", ["naam"]),
    ],
)
def test_a_name_counts_by_the_lists_and_by_the_words_around_it(text: str, expected: list[str], words: Words) -> None:
    assert kinds(text, words) == expected


def test_the_checks_of_numbers_know_right_from_wrong() -> None:
    assert (is_bsn("111222333"), is_bsn("111222334"), is_bsn("000000000")) == (True, False, False)
    assert (is_iban("NL91ABNA0417164300"), is_iban("NL92ABNA0417164300")) == (True, False)


def test_the_address_of_a_desk_passes_everywhere_and_its_number_only_when_asked_for(words: Words) -> None:
    desk = "info@gemeente.nl, meldpunt.centrum@gemeente.nl en 0592-123456"

    assert kinds(desk, words) == ["telefoonnummer"]
    assert kinds(desk, words, allow_functional=True) == []


@pytest.mark.parametrize("text", ["06-12345678", "+31 6 12345678", "+31 (0)6 12345678", "jan.jansen@gemeente.nl", "informant@voorbeeld.nl"])
def test_a_mobile_phone_or_the_address_of_somebody_is_of_no_desk(text: str, words: Words) -> None:
    assert len(kinds(text, words, allow_functional=True)) == 1


def test_contacts_of_the_content_always_pass(words: Words) -> None:
    assert kinds("Mail ketenmariniers@minjenv.nl of bel 0900-8844.", words) == []


# Masking


def test_each_piece_is_replaced_by_its_kind(words: Words) -> None:
    text = "Jan Jansen (BSN 111222333, 06-12345678, jan@voorbeeld.nl) stond bij de Hema."

    assert masked(text, words) == "[naam] (BSN [burgerservicenummer], [telefoonnummer], [mailadres]) stond bij de Hema."


def test_numbers_are_masked_without_any_word_list() -> None:
    text = "--set foo=111222333 en geb. 03-05-1999 van Jan"

    assert masked_numbers(text) == "--set foo=[burgerservicenummer] en geb. [geboortedatum] van Jan"


_PIECES = st.sampled_from(
    [*(line.split("|", 1)[1] for line in lines("seeded.txt")), *lines("ordinary.txt")[:80], "\u00ad", "é", "\n", "[naam]"]
)


@examples(60)
@given(parts=st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=5))
def test_masking_twice_changes_nothing_more(parts: list[str], words: Words) -> None:
    once = masked(" ".join(parts), words)

    assert masked(once, words) == once


@examples(60)
@given(parts=st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=5))
def test_pieces_are_in_order_inside_the_text_and_apart(parts: list[str], words: Words) -> None:
    text = " ".join(parts)
    found = personal_in(text, words)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= following.start for one, following in pairwise(found))


# Refusing


def test_a_refusal_names_the_field_and_the_kinds_and_never_the_value(words: Words) -> None:
    with pytest.raises(PersonalDataError) as caught:
        refuse_personal(words, "--reason", "Fatima, 06-12345678, wilde niet.")

    assert caught.value.message == "--reason: hier staat een naam en een telefoonnummer"
    assert "Haal dat weg" in caught.value.hint
    assert caught.value.exit_code == 1
    assert "Fatima" not in f"{caught.value.message}{caught.value.hint}"


def test_ordinary_text_is_not_refused(words: Words) -> None:
    refuse_personal(words, "--reason", "De winkelier wil geen aangifte doen.")


# The lists


def test_no_name_stands_in_two_kinds_of_lists(words: Words) -> None:
    assert not words.first & words.first_words
    assert not words.surname & words.surname_words


def test_no_sure_first_name_is_an_ordinary_word_of_the_content(words: Words) -> None:
    used = CATALOGUE.vocabulary[0]

    assert not (words.first | words.surname) & used
