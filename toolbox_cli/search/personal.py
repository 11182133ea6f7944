"""Personal data in free text: found, refused with the field named, or masked; the value itself is never repeated. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolbox_cli.errors import ToolboxError
from toolbox_cli.search.flat import Flat, flat
from toolbox_cli.search.personal_names import NAME, names_in
from toolbox_cli.search.personal_numbers import ACCOUNT, BIRTH, BSN, DOCUMENT, FOREIGN, MAIL, PHONE, Found, numbers_in, old_dates_in
from toolbox_cli.search.personal_words import Words

_A = {
    NAME: "een naam", BSN: "een burgerservicenummer", FOREIGN: "een V-nummer", PHONE: "een telefoonnummer", MAIL: "een mailadres",
    BIRTH: "een geboortedatum", ACCOUNT: "een rekeningnummer", DOCUMENT: "een documentnummer",
}  # fmt: skip
_MASK = re.compile(r"\[(?:" + "|".join(_A) + r")\]")
_ADVICE = "Haal dat weg: schrijf wat er gebeurde, waar en wanneer, en noem iemand naar zijn rol (verdachte 1, een winkelier)."


class PersonalDataError(ToolboxError):
    """Free text holds personal data (exit code 1); the message names the field and the kinds, the hint says what to do."""


def personal_in(text: str, words: Words, *, allow_functional: bool = False) -> tuple[Found, ...]:
    """Return the personal data in the text, in order and without overlap.

    The address of a desk always passes: info@…, meldpunt@…; `allow_functional` also lets pass numbers that are not of a mobile phone.
    """
    plain = _without_masks(flat(text))
    found: list[Found] = []
    left = plain.text
    while new := _found_in(left, words):  # what was found may have hidden its neighbour
        found += new
        left = _blanked(left, new)
    return _placed([one for one in found if not _of_a_desk(plain.text, one, words, allow_functional)], plain)


def masked(text: str, words: Words) -> str:
    """Return the text with each piece of personal data replaced by its kind: [naam], [telefoonnummer]."""
    return _replaced(text, personal_in(text, words))


def masked_numbers(text: str) -> str:
    """Return the text with numbers, addresses and labelled birth dates replaced by their kind; needs no words, and finds no names."""
    plain = _without_masks(flat(text))
    found: list[Found] = []
    left = plain.text
    while new := numbers_in(left):
        found += new
        left = _blanked(left, new)
    return _replaced(text, _placed(found, plain))


def refuse_personal(words: Words, field: str, text: str, allow_functional: bool = False) -> None:  # noqa: FBT001 - one rare switch
    """Raise PersonalDataError (exit code 1) when the text holds personal data; `field` is what the user filled in, such as --reason."""
    found = personal_in(text, words, allow_functional=allow_functional)
    if found:
        raise PersonalDataError(f"{field}: hier staat {kinds_of(found)}", _ADVICE)


def kinds_of(found: Sequence[Found]) -> str:
    """Return the kinds that were found in a few words: een naam en een telefoonnummer."""
    kinds = list(dict.fromkeys(_A[one.kind] for one in found))
    return f"{', '.join(kinds[:-1])} en {kinds[-1]}" if len(kinds) > 1 else "".join(kinds)


def is_functional(address: str, words: Words) -> bool:
    """Whether a mail address is that of a desk: info@…, meldpunt.centrum@…"""
    return re.split(r"[@+]|[.-](?=.*@)", address.lower().replace(" ", ""))[0] in words.functional


def _of_a_desk(text: str, one: Found, words: Words, numbers: bool) -> bool:  # noqa: FBT001 - whether numbers count too
    value = text[one.start : one.end]
    if one.kind == MAIL:
        return is_functional(value, words)
    return numbers and one.kind == PHONE and not re.match(r"\(?(?:(?:\+|00) ?31 ?(?:\(0\))?|0) ?6", value)


def _found_in(text: str, words: Words) -> list[Found]:
    """The numbers and dates in flat text, and the names in what is left of it."""
    found = list(numbers_in(text, words.contacts))
    left = _blanked(text, found)
    dates = old_dates_in(left, words.born_until, words.date_words)
    return [*found, *dates, *names_in(_blanked(left, dates), words)]


def _blanked(text: str, found: Sequence[Found]) -> str:
    """The text with these pieces made unreadable; places stay."""
    for one in found:
        text = f"{text[: one.start]}{'§' * (one.end - one.start)}{text[one.end :]}"
    return text


def _without_masks(plain: Flat) -> Flat:
    """The flat text in which a mask that stands there already is no longer a word."""
    return plain._replace(text=_MASK.sub(lambda match: "§" * len(match.group()), plain.text))


def _placed(found: Sequence[Found], plain: Flat) -> tuple[Found, ...]:
    """The same pieces at their places in the text as it was given, with what is invisible inside them."""
    places = [Found(one.kind, plain.places[one.start], plain.places[one.end - 1] + 1) for one in found]
    return tuple(sorted(places, key=lambda one: one.start))


def _replaced(text: str, found: Sequence[Found]) -> str:
    for one in reversed(found):
        text = f"{text[: one.start]}[{one.kind}]{text[one.end :]}"
    return text
