"""Words of a text with what they may be: a name, part of the name of a street, shop or institution, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolbox_cli.search.personal_words import Words, sound

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|(?<=\s)'[st](?=\s)")
_STREET = re.compile(
    r"(.{3,})(?:straat|straten|weg|laan|plein|kade|gracht|singel|plantsoen|school|college|steeg|dreef|boulevard|allee|pad|ziekenhuis|lyceum"
    r"|buurt|kwartier|terrein|museum|theater|centrum|stadion|station|haven|toren|tunnel|kliniek|hotel|park|markt|polder|meer|kanaal|bos"
    r"|passage|promenade|bad|stichting|fonds|gasthuis|hospitaal|kazerne|monument|festival|loop|wet|arrest|flat|gebouw|zaal|oord|horst|wal)"
    r"(?:en|je)?$"
    r"|(.{4,})(?:brug|poort|kerk|molen|hal|rade|drift|akkers|veste|oever|baan|heide|wijk|dorp|gaarde|erf)$"
)
_ROYAL = ("sint", "st", "sinte", "koning", "koningin", "prins", "prinses", "keizer", "paus", "graaf", "san", "santa", "onze")
_ARTICLES = ("de", "het", "der", "den", "'t")
_ROMAN = re.compile(r"[IVX]{1,4}$")
_VENUE = re.compile(
    r"..(?:zaak|winkel|salon|school|bureau|bedrijf|dienst|corporatie|vereniging|handel|markt|cafe|restaurant|hotel|bar|centrum|club|kerk|moskee"
    r"|huis|hal|concern|keten|groep|raad|kamer|fonds|stichting|partij|krant|apotheek|praktijk|instelling|wijk|buurt|dorp|gemeente|locatie|park"
    r"|baan|veld|tuin|zaal|kantoor|toren|plaats|terrein|gebied|commissie|kabinet|route|lijn|trein|bus|dag|week|avond|weekend|feest|loop|team|plan|project|aanpak"
    r"|actie|campagne|overleg|bestuur|federatie|bond|ploeg|wacht|post|punt|fabriek|garage|hof|bad|plein|straat|weg|garde|app|site|kazerne)$"
)
_TIED = re.compile(
    r"-(?:straat|weg|laan|plein|kade|school|college|kazerne|kerk|brug|park|hof|huis|museum|zaal|gebouw|commissie|kabinet|lijn)$"
)
_WEAK = re.compile(
    r"(?:brug|poort|kerk|molen|hal|rade|drift|akkers|veste|oever|baan|heide|wijk|dorp|gaarde|erf|horst|oord|wal|bos|meer|veld)$"
)
_SURNAME = re.compile(r"..(?:stra|sma|inga|enga|ema|ssen|rsen|nsen|ksen|tsen|psen|meijer|meyer|oglu|escu|wicz|wski|vic|adze|ova|yan)$")
_FROM_FIRST = re.compile(r"(?:se|sen|s|sz|sma|stra|ing|inga|ma)$")
AUXILIARY = ("is", "werd", "wordt", "heeft", "had", "was")
_FILLING = ("leeg", "vol", "uit", "vast", "af")
_SUFFIX = re.compile(
    r"(?:en|ers|er|ing|ings|heid|ie|ies|schap|lijk|lijke|isch|ische|baar|loos|ief|eel|sel|teit|ment|nis|dom|age|erij|aar|gen|nde|de|te|st|ge"
    r"|oren|oms|ens|iek|uur|aat|kt|cht|tal|d|groep|opvang|zorg|werk|team|bus|ploeg|dienst|winkel|bedrijf)$"
)


class Token(NamedTuple):
    """A word in its place: how it is written, whether it opens a sentence, and the text between the word before and this one."""

    text: str
    low: str
    start: int
    end: int
    cap: bool
    upper: bool
    opens: bool
    gap: str


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of flat text; in a text all in capitals these say nothing."""
    letters = [sign for sign in text if sign.isalpha()]
    shouted = len(letters) > 12 and sum(sign.isupper() for sign in letters) > 0.7 * len(letters)
    found: list[Token] = []
    end = 0
    for match in _WORD.finditer(text):
        word, gap = match.group(), text[end : match.start()]
        end = match.end()
        upper = len(word) > 1 and word.isupper() and not shouted
        opens = not found or (bool(re.search(r"[.!?:;\n•]|^ ?[-–] | [-–] ", gap)) and not (len(found[-1].text) == 1 and gap == ". "))
        cap = word[0].isupper() and not shouted
        found.append(Token(word, word.lower(), match.start(), match.end(), cap, upper, opens, gap))
    return tuple(found)


def linked(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at this place follows the one before it directly, with nothing but a blank between."""
    return 0 < at < len(tokens) and tokens[at].gap.isspace() and "\n" not in tokens[at].gap


def harmless(tokens: Sequence[Token], words: Words) -> frozenset[int]:
    """Return the places of words that belong to a street, shop, institution or another known expression."""
    found: set[int] = set()
    for at, token in enumerate(tokens):
        found.update(_phrase(tokens, at, words))
        if (token.cap or token.upper) and _STREET.search(token.low) and token.low not in words.surname and not somebody(tokens, at, words):
            found.update(_street(tokens, at, words))
        found.update(_business(tokens, at, words))
        if (token.low in words.venues or _venue(token)) and not (token.cap and token.low in words.surname_words and not token.opens):
            found.update(_named(tokens, at + 1, words))
            if token.cap and not token.opens:
                found.update(_before(tokens, at))
        if token.low in _ROYAL and linked(tokens, at + 1) and tokens[at + 1].cap:
            found.add(at + 1)
        if at and _ROMAN.match(token.text) and linked(tokens, at) and len(token.text) > 1:
            found.update((at - 1, at))
    return frozenset(found)


def somebody(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Whether a word that looks like a street or village is the surname of somebody: Mevrouw Oosterwijk, Oosterwijk belde drie keer."""
    before = tokens[at - 1].low if at and _beside(tokens, at) else ""
    if before in words.titles and (before not in words.short_titles or _WEAK.search(tokens[at].low)):
        return not common(tokens[at], words)
    return bool(_WEAK.search(tokens[at].low)) and tokens[at].opens and not common(tokens[at], words) and acts(tokens, at, words)


def acts(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Whether the words behind this one tell what only people do or undergo: sloeg, is gisteren aangehouden."""
    if not linked(tokens, at + 1):
        return False
    verb = tokens[at + 1].low
    behind = [token.low for place, token in enumerate(tokens[at + 2 : at + 7], at + 2) if not token.opens or place == at + 2]
    if verb in words.person_verbs:
        return not set(_FILLING).intersection(behind)
    return verb in AUXILIARY and bool(words.person_states.intersection(behind))


def like_surname(low: str, words: Words) -> bool:
    """Whether a word that no list knows is built like a surname: dijkstra, hendriksen, pieterse."""
    if low in words.ordinary or low in words.proper or len(low) < 5:
        return False
    stem = _FROM_FIRST.sub("", low)
    return bool(_SURNAME.search(low)) or (stem != low and len(stem) > 3 and stem in words.first)


def compound(low: str, words: Words) -> bool:
    """Whether a word is put together from ordinary words: cameraman, groepsleider."""
    splits = [(low[:place], low[place:]) for place in range(3, len(low) - 2)]
    return any(
        (tail in words.people and len(tail) > 3)
        or (tail in words.ordinary and (head in words.ordinary or head.removesuffix("s") in words.ordinary))
        for head, tail in splits
    )


def _beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether only a blank, and perhaps the full stop of an abbreviation, stands before this word."""
    return tokens[at].gap in (" ", ". ", ".")


def _branch(tokens: Sequence[Token], at: int, words: Words) -> Iterator[int]:
    """The owner's name behind that of a chain, as in Jumbo Van der Veen; not somebody with a first name or who does something."""
    places = tuple(_named(tokens, at, words))
    if places and not any(given(tokens[place], words) for place in places) and not acts(tokens, places[-1], words):
        yield from places


def _business(tokens: Sequence[Token], at: int, words: Words) -> Iterator[int]:
    """The places that belong to this word of a business or institution: commissie-Meijers, Willem I-kazerne, Vos Transport."""
    token = tokens[at]
    if "-" in token.low and token.low.partition("-")[0] in words.venues:
        yield at
    if token.cap and _TIED.search(token.low):
        yield from (at, *_before(tokens, at))
    if token.cap and token.low in words.chains:
        yield from _branch(tokens, at + 1, words)
    if token.cap and not token.opens and token.low in words.companies and linked(tokens, at):
        yield from _before(tokens, at)


def _venue(token: Token) -> bool:
    """Whether the word is a kind of business or organisation, such as shoarmazaak; with a capital inside a sentence it may be a name."""
    return (token.opens or not token.cap) and bool(_VENUE.search(token.low))


def _phrase(tokens: Sequence[Token], at: int, words: Words) -> range:
    """The places of a known expression of several words that starts here."""
    for phrase in words.phrases.get(tokens[at].low, ()):
        parts = [part for part in phrase if part != "&"]
        if [token.low for token in tokens[at : at + len(parts)]] == parts and all(
            tokens[at + step].gap.strip(" -&") == "" for step in range(1, len(parts))
        ):
            return range(at, at + len(parts))
    return range(0)


def _street(tokens: Sequence[Token], at: int, words: Words) -> Iterator[int]:
    """The street with the name it is called after: 'Jan van Galen' in Jan van Galenstraat; not who stands before a Kerkstraat."""
    yield at
    start = at
    while start and at - start < 6 and linked(tokens, start):
        before = tokens[start - 1]
        if not (before.cap or before.low in words.particles) or before.low in words.surname:
            break
        if before.low == "van" and not before.cap and tokens[start].low in ("de", "het"):
            around = range(max(start - 3, 0), start - 1)
            if not any(tokens[place].low in _ARTICLES for place in around):
                break  # Bart van de Montessorischool is somebody; de Jan van de Veldestraat is a street
        start -= 1
    article = start > 0 and linked(tokens, start) and tokens[start - 1].low in _ARTICLES
    while start < at and (tokens[start].low in words.particles or tokens[start].low in _ARTICLES):
        article = tokens[start].low in _ARTICLES
        start += 1
    match = _STREET.match(tokens[at].low)
    stem = ((match.group(1) or match.group(2)) if match else "").rstrip("s")
    if article or not (stem in words.ordinary or stem in words.proper):
        yield from range(start, at)


def _named(tokens: Sequence[Token], at: int, words: Words) -> Iterator[int]:
    """The name of a place or business behind what it is: 'Jansen' in bakkerij Jansen."""
    end = at
    while end < len(tokens) and end - at < 5 and linked(tokens, end) and (tokens[end].cap or tokens[end].low in words.particles):
        end += 1
    while end > at and not tokens[end - 1].cap:
        end -= 1
    yield from range(at, end)


def _before(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The name before what it is, in capitals: 'Wilhelmina' in Wilhelmina Ziekenhuis."""
    start = at
    while start and at - start < 2 and linked(tokens, start) and tokens[start - 1].cap:
        start -= 1
    yield from range(start, at)


def given(token: Token, words: Words) -> bool:
    """Whether the word is a first name and nothing else; also in Jan-Willem, Anna's and Ahmeds."""
    if any(part in words.first and (len(part) > 2 or token.text.istitle()) for part in _parts(token)):
        return not (token.upper and len(token.text) < 4) and not token.low.startswith(("sint-", "st-"))
    if token.cap and len(token.low) > 4 and sound(token.low) in words.sounds and not common(token, words):
        return True
    return (
        token.cap and not token.upper and token.low.endswith("s") and len(token.low) > 4
        and token.low[:-1] in words.first and not common(token, words)
    )  # fmt: skip


def family(token: Token, words: Words) -> bool:
    """Whether the word is a surname and nothing else; also as a part of Jansen-de Vries."""
    return (len(token.text) > 3 and any(part in words.surname for part in _parts(token))) or (
        token.text.istitle() and token.low in words.surname
    )


def either(token: Token, words: Words) -> bool:
    """Whether the word can be a surname or first name, perhaps among other things."""
    return given(token, words) or family(token, words) or bool({token.low, *_parts(token)} & (words.surname_words | words.first_words))


def common(token: Token, words: Words) -> bool:
    """Whether this is a word or a name of something that the content or the lists know; for Noord-Drenthe each part."""
    base = token.low.removesuffix("'s").removesuffix("'")
    return base in words.proper or all(part in words.ordinary or part in words.proper for part in base.split("-"))


def unknown(token: Token, words: Words) -> bool:
    """Whether the word has a capital and nobody knows why; what opens a sentence has one anyway, so there a Dutch ending is enough."""
    if not token.cap or len(token.text) < 2 or common(token, words) or _STREET.search(token.low):
        return False
    if token.upper:
        return len(token.text) > 5
    return token.low not in words.particles and not (token.opens and (_SUFFIX.search(token.low) or compound(token.low, words)))


def _parts(token: Token) -> tuple[str, ...]:
    base = token.low.removesuffix("'s").removesuffix("'")
    parts = re.split("[-']", base)
    return (base, *(part for part in parts if len(part) > 2)) if len(parts) > 1 else (base,)
