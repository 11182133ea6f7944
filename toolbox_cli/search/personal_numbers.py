"""Numbers, addresses and birth dates that belong to a person, by their shape. No word lists, so that any message can be masked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

BSN, FOREIGN, PHONE, MAIL = "burgerservicenummer", "V-nummer", "telefoonnummer", "mailadres"
BIRTH, ACCOUNT, DOCUMENT = "geboortedatum", "rekeningnummer", "documentnummer"

MONTHS = (
    "januari january jan", "februari february feb", "maart march mrt mar", "april apr", "mei may", "juni june jun", "juli july jul",
    "augustus august aug", "september sept sep", "oktober october okt oct", "november nov", "december dec",
)  # fmt: skip
_MONTH = "|".join(sorted((name for names in MONTHS for name in names.split()), key=len, reverse=True))
_FREE = r"(?<![^\W_])"  # no letter or digit before; an underscore is no part of a number
_END = r"(?![^\W_])"
_SEP = r"[ .\-/_]{0,3}"

# What is certainly something else, before numbers are looked for.
_YEAR = r"(?:19|20)\d\d"
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_HARMLESS = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}([-/. ])\d{{1,2}}\1{_YEAR}|{_YEAR}([-/.])\d{{1,2}}\2\d{{1,2}})(?!\d)"
    rf"|(?<!\d){_CLOCK} ?(?:-|tot|t/m|en|a) ?{_CLOCK}(?![\d.-]\d)|(?<![\d.-]){_CLOCK} ?(?:uur|u)\b"
    r"|(?:€|eur|euro) ?\d[\d.]*(?:,(?:\d\d|-))?|(?<![\d.-])\d[\d.]*(?:,(?:\d\d|-))? ?(?:euro|eur|inwoners|procent|%)"
    r"|ECLI:[A-Z0-9:.]+|\bBWB[RVW]\d+|https?://\S+|\b0[89]00[ -]?\d{4}(?:[ -]?\d{1,3})?(?![\d-])|\b14 ?0\d{2,3}\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"(?:zaak|kenmerk|pv|proces-?verbaal|mutatie|registratie|meldings?|incident|bon|factuur|order|project|verplichtingen|verplichting|dossier"
    r"|subsidie|klacht|aanvraag|referentie|ref|bvh|vestigings?|kvk|btw|aangifte|parket|ean|artikel|ticket|besluit|brief|document)"
    r"(?:[- ]?(?:nummers?|nrs?|id|kenmerk))?[.: ]*(?:(?:is|was|heeft|als|met|van|de|het|onder|nummer|nr\.?)[: ]+){0,4}"
    r"(?:[A-Z]{1,4}\d{0,4}[ -])?$",
    re.IGNORECASE,
)

_MAIL = re.compile(r"(?<![\w.+%'&*~-])[\w.+%'&*~-]{1,80}\s?@\s?[\w-]+(?:\.[\w-]+)*")
_SPELT_AT = r"\s*(?:\(at\)|\[at\]|\{at\}|<at>|\(a\)|\(?\bapen?staart(?:je)?\b\)?|\bat\b)\s*"
_DOT = r"(?:\s*(?:\(dot\)|\[dot\]|\(punt\)|\[punt\])\s*|\.|\s+(?:punt|dot)\s+)"
_SPELT_MAIL = re.compile(
    rf"(?<![\w+-])[\w+-]{{1,40}}(?:{_DOT}[\w+-]{{1,40}}){{0,5}}{_SPELT_AT}[\w-]{{1,40}}(?:{_DOT}[\w-]{{1,40}}){{0,4}}?{_DOT}[a-z]{{2,6}}\b",
    re.IGNORECASE,
)
_IBAN = re.compile(rf"{_FREE}[A-Z]{{2}}\d\d(?:[ .-]?[A-Z0-9]{{1,4}}){{3,8}}{_END}", re.IGNORECASE)
_DUTCH_IBAN = re.compile(rf"{_FREE}NL[ .-]?\d\d[ .-]?[A-Z]{{4}}(?:[ .-]?\d){{10}}(?!\d)", re.IGNORECASE)
_V_LABEL = re.compile(
    rf"{_FREE}(?:v[- .]?(?:nummers?|num|nr)|vreemdelingen[- ]?(?:nummer|nr))[\W_]*(?:(?:is|was|luidt|van|met|betreft)\b[\W_]*)*"
    rf"(\d(?:{_SEP}\d){{7,11}})(?!\d)",
    re.IGNORECASE,
)
_V_BARE = re.compile(r"(?<![^\W_])(?<!\d[.,/-])V?([1-9]\d{2}([ .\-_]?)\d{3}\2\d{4})(?![^\W_]|[.,/-]\d)", re.IGNORECASE)
_BSN_LABEL = re.compile(
    rf"{_FREE}(?:bsn|sofi|burger\s?service|sociaal[- ]fiscaal)[- ]?(?:nummer|nr|num)?[\W_]*"
    rf"(?:(?:is|was|luidt|van|heeft|met|hij|zij|hem|haar|betrokkene|verdachte|de|dit|nummer|nr)\b[\W_]*){{0,4}}(\d(?:{_SEP}\d){{7,8}})(?!\d)",
    re.IGNORECASE,
)
_BSN_BARE = re.compile(rf"(?:{_FREE}|(?<=nummer)|(?<=nr))(?<!\d[.,/-])\d(?:{_SEP}\d){{8}}{_END}(?![.,/-]\d)")
_PHONE = re.compile(
    rf"(?<![^\W_])(?<!\d[.,/-])(?:(?:\+|00)[ ]?[1-9]\d{{0,2}}[ .\-/]{{0,3}}(?:\(0\))?(?:{_SEP}\(?\d\)?){{7,12}}"
    rf"|\(0\d{{1,3}}\)(?:{_SEP}\d){{6,8}}|0[1-9](?:{_SEP}\d){{8}})(?!\d)(?![ .\-/_]\d{{3}})"
)
_DIGIT = r"(?:\d|nul|zero|een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_MOBILE = re.compile(
    rf"{_FREE}0[ ]?6{_SEP}\d(?:{_SEP}\d){{5,8}}(?!\d)|{_FREE}(?:0|nul|zero)[ -]?(?:6|zes)(?:[ ,.\-/_]{{0,3}}{_DIGIT}){{8}}{_END}",
    re.IGNORECASE,
)
_PHONE_LABEL = re.compile(
    rf"{_FREE}(?:tel(?:\.|efoon(?:nummer|nr)?)?|mobiel(?:nummer|tje)?|gsm|mob\.?|06(?=[- ]?nummer| is|:)|06-nummer|nummer|bereikbaar op"
    rf"|bel(?:len)? (?:op|naar|met)?|appen?|whatsapp)"
    rf"[\s:.,-]*(?:(?:is|was|op|naar|het|nummer|van|hem|haar|met)\b[\s:]*){{0,4}}(\(?\d\)?(?:[ .\-/]{{0,2}}\d){{5,10}})(?![\d€%])",
    re.IGNORECASE,
)
_DOC_LABEL = re.compile(
    rf"{_FREE}(?:paspoort|id[- ]?(?:kaart|bewijs)|identiteits(?:kaart|bewijs)|rijbewijs|verblijfs(?:document|pas|kaart)"
    rf"|vreemdelingen(?:document|paspoort)|w-document|reisdocument|documentnummer|document(?:nr|no))[- ]?(?:nummers?|nr|no)?[.:\s]*"
    rf"(?:(?:is|was|met|nummer|nr|van)\b[.:\s]*){{0,3}}\b((?=\S*\d)[A-Z0-9]{{6,12}})\b",
    re.IGNORECASE,
)

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MON = r"(?:0?[1-9]|1[0-2])"
_NAMED = rf"{_DAY}(?:e|ste|de)?[ .-]*(?:{_MONTH})[ .,-]*(?:{_YEAR}|'?\d\d)"
_DATE = (
    rf"{_DAY} ?[-/. ] ?{_MON} ?[-/. ] ?(?:{_YEAR}|'?\d\d)|{_YEAR} ?[-/. ] ?{_MON} ?[-/. ] ?{_DAY}|{_NAMED}"
    rf"|(?:{_MONTH})[ .]+{_DAY},? {_YEAR}|{_YEAR}\d{{4}}|\d{{4}}{_YEAR}|\d{{6}}"
)
_LABEL = r"(?:geboren|geboorte\s?(?:datum|dag|jaar)|geb\.? ?(?:dat(?:um)?)?\.?|gebdat|born|d\.?o\.?b\.?|jarig|verjaar(?:t|dag)|g\.d\.)"
_LABELLED = re.compile(rf"{_FREE}{_LABEL}(?!\w)[^\d\n]{{0,30}}?(?<!\d)({_DATE})(?!\d)", re.IGNORECASE)
_LABEL_YEAR = re.compile(
    rf"{_FREE}(?:geboren|geboortejaar|geb\.)(?!\w)(?![^\d\n]{{0,20}}\b(?:na|voor|vanaf|tussen|sinds)\b)[^\d\n]{{0,20}}?"
    rf"(?<![\d-])((?:{_MONTH})? ?{_YEAR}|'\d\d)(?![\d-])",
    re.IGNORECASE,
)
_LABEL_AFTER = re.compile(
    rf"(?<![\d-])({_DATE})(?!\d)[\s,(]{{1,3}}(?:is |was |te \w+ )?(?:geboren|geboortedatum|geb\b|jarig)", re.IGNORECASE
)
_OLD = re.compile(
    rf"(?<![\d./-])(?:{_DAY}([-/. ]){_MON}\1{_YEAR}|{_YEAR}([-/.]){_MON}\2{_DAY}|{_NAMED}|(?:{_MONTH}) {_DAY}, {_YEAR})(?![\d/-])",
    re.IGNORECASE,
)
_OLD_SHORT = re.compile(r"(?<![\d./-])(?:0[1-9]|[12]\d|3[01])([-/.])(?:0[1-9]|1[0-2])\1(\d\d)(?![\d/-]|\.\d)")
_SENTENCE = re.compile(r"[.!?;](?= +[A-Z])|\n")


class Found(NamedTuple):
    """A piece of personal data: its kind in Dutch, and where it starts and ends in the text."""

    kind: str
    start: int
    end: int


def numbers_in(text: str, contacts: tuple[str, ...] = ()) -> tuple[Found, ...]:
    """Return the numbers, mail addresses and labelled birth dates in flat text, in order; `contacts` are those of a desk."""
    if not re.search(r"[\d@]|\bat\b|staart|\b(?:nul|zero)", text, re.IGNORECASE):
        return ()
    hidden = _blank(text, _HARMLESS.finditer(text))
    found: list[Found] = []
    for kind, source, search in _SEARCHES:
        line = hidden if source == "hidden" else text
        for one in search(line):
            start, end = one
            if all(end <= other.start or start >= other.end for other in found) and _bare(text[start:end]) not in map(_bare, contacts):
                found.append(Found(kind, start, end))
    return tuple(sorted(found, key=lambda one: one.start))


def old_dates_in(text: str, born_until: int, unless: frozenset[str]) -> tuple[Found, ...]:
    """Return the dates in flat text that are too old to be the day of an incident and that no word in the sentence explains."""
    if not re.search(r"\d", text):
        return ()
    found = []
    for match in (*_OLD.finditer(text), *_OLD_SHORT.finditer(text)):
        if _too_old(match, born_until) and not any(
            _says_why(word, unless) for word in re.findall(r"[a-z]+", _sentence(text, match).lower())
        ):
            found.append(Found(BIRTH, match.start(), match.end()))
    return tuple(found)


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the eleven test of the burgerservicenummer."""
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=False))
    return len(digits) == 9 and digits != "0" * 9 and weighed % 11 == 0


def is_iban(text: str) -> bool:
    """Whether the check digits of an account number are right."""
    moved = text[4:] + text[:4]
    return 15 <= len(text) <= 34 and int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def _too_old(match: re.Match[str], born_until: int) -> bool:
    if match.re is _OLD_SHORT:
        year = int(match.group(2))
        return year >= 40 or (match.group(1) != "." and year <= born_until - 2000)
    year_text = re.search(r"\d{4}", match.group())
    if year_text is not None:
        return int(year_text.group()) <= born_until
    short = int(match.group()[-2:])
    return short >= 40 or short <= born_until - 2000


def _says_why(word: str, unless: frozenset[str]) -> bool:
    """Whether the word, or the last part of it (ambtsinstructie, gemeentewet), tells that the date is of a law, ruling or building."""
    return word in unless or any(word.endswith(one) for one in unless if len(one) > 4 or one == "wet")


def _sentence(text: str, match: re.Match[str]) -> str:
    """The sentence the match stands in, at most a few words to either side."""
    before = _SENTENCE.split(text[max(match.start() - 80, 0) : match.start()])[-1]
    after = _SENTENCE.split(text[match.end() : match.end() + 40])[0]
    return f"{before} {after}"


def _mails(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_MAIL, _SPELT_MAIL):
        yield from ((match.start(), match.end()) for match in pattern.finditer(text))


def _ibans(text: str) -> Iterator[tuple[int, int]]:
    yield from ((match.start(), match.end()) for match in _DUTCH_IBAN.finditer(text))
    for match in _IBAN.finditer(text):
        end = match.end()
        while end - match.start() >= 15:
            if is_iban(re.sub(r"[ .-]", "", match.string[match.start() : end])):
                yield match.start(), end
                break
            end = max(text.rfind(sign, match.start(), end) for sign in " .-")


def _foreign(text: str) -> Iterator[tuple[int, int]]:
    yield from ((match.start(), match.end(1)) for match in _V_LABEL.finditer(text))
    for match in _V_BARE.finditer(text):
        if match.group()[0] in "vV" or not _CASE.search(text[max(match.start() - 40, 0) : match.start()]):
            yield match.start(), match.end()


def _bsns(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span(1) for match in _BSN_LABEL.finditer(text))
    yield from (match.span() for match in _BSN_BARE.finditer(text) if is_bsn(_digits(match.group())))


def _phones(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for pattern in (_PHONE, _MOBILE) for match in pattern.finditer(text))
    for match in _PHONE_LABEL.finditer(text):
        label = match.group()[: match.start(1) - match.start()].lower()
        enough = 9 if label.strip(" :.") in ("nummer", "nummer is") else 6
        if len(_digits(match.group(1))) >= enough and not _CASE.search(text[max(match.start(1) - 40, 0) : match.start(1)]):
            yield match.span(1)


def _births(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_LABELLED, _LABEL_AFTER, _LABEL_YEAR):
        yield from (match.span(1) for match in pattern.finditer(text))


def _documents(text: str) -> Iterator[tuple[int, int]]:
    for match in _DOC_LABEL.finditer(text):
        number, kind = match.group(1), match.group().lower()
        mixed = re.search(r"[A-Z]", number, re.IGNORECASE) and len(number) in (8, 9) and re.search(r"\d", number)
        if len(_digits(number)) >= 2 and (mixed or (not kind.startswith("document") and len(_digits(number)) >= 3)):
            yield match.span(1)


_SEARCHES: tuple[tuple[str, str, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    (MAIL, "plain", _mails),
    (BIRTH, "plain", _births),
    (ACCOUNT, "plain", _ibans),
    (DOCUMENT, "plain", _documents),
    (FOREIGN, "hidden", _foreign),
    (BSN, "hidden", _bsns),
    (PHONE, "hidden", _phones),
)


def _blank(text: str, matches: Iterator[re.Match[str]]) -> str:
    """The text with what is certainly no number of a person made unreadable; places stay."""
    for match in matches:
        text = f"{text[: match.start()]}{'§' * (match.end() - match.start())}{text[match.end() :]}"
    return text


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _bare(text: str) -> str:
    return re.sub(r"[ .\-/()]", "", text).lower()
