"""Names of people in a text: a listed name, or a word in a place where only a name can stand. Pure; all words are data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from toolbox_cli.search.personal_initials import ABBREVIATIONS, initials_end
from toolbox_cli.search.personal_numbers import Found
from toolbox_cli.search.personal_places import Text, before_particles, close, is_initial, is_month, past_particles, start_of
from toolbox_cli.search.personal_tokens import (
    acts,
    common,
    either,
    family,
    given,
    harmless,
    like_surname,
    linked,
    somebody,
    tokens_of,
    unknown,
)
from toolbox_cli.search.personal_words import Words

NAME = "naam"
_FOREIGN_SCRIPT = re.compile(r"(?:(?![A-Za-z\s\d_])[^\W\d_ªº]){2,}(?: (?:(?![A-Za-z\s\d_])[^\W\d_ªº]){2,})*")
_INITIALS = re.compile(r"(?<![\w.'-])(?:(?:[A-Z]|Th|Chr|Joh|Ph|Fr|IJ|Tj|Sj|Kh|Abd)\.[ -]?){1,5}$")
_LOW_INITIALS = re.compile(r"(?<![\w.'-])(?:[a-z]\. ?){1,4}$")
_AFTER = re.compile(r",? (?:[A-Z]\.[ -]?){1,4}(?![\w])")
_VERB_ENDING = re.compile(r"(?:de|te|den|ten|t|d|en|end|s)$")
_BETWEEN = ("is", "was", "luidt", "zich", "hij", "zij", "ze", "hem", "haar", "als", "van", "dan")
_WHO = ("hij", "zij", "ze", "zich", "die", "ik", "iemand", "wie", "zijn", "haar")
_PLACES = ("in", "te", "op", "langs", "rond", "richting", "nabij")
_ARTICLES = ("de", "het", "een", "deze", "dit", "dat", "die", "onze", "ons", "'t", "der")


Span = tuple[int, int]  # first and last place of a name, both included
Rule = Callable[[Text, int], Span | None]


def names_in(text: str, words: Words) -> tuple[Found, ...]:
    """Return the names in flat text, in order."""
    tokens = tokens_of(text)
    spans = [] if text.isascii() else [(match.start(), match.end()) for match in _FOREIGN_SCRIPT.finditer(text)]
    places = [at for at, token in enumerate(tokens) if token.cap or token.low in words.signals or not token.low.isalpha()]
    whole = Text(text, tokens, harmless(tokens, words) if places else frozenset(), words)
    done = -1
    for at in places:
        span = next((span for rule in RULES if (span := rule(whole, at)) is not None), None) if at > done else None
        if span is not None:
            done = _extended(whole, span[1])
            spans.append((_with_initials(whole, span[0]), tokens[done].end))
    return tuple(Found(NAME, start, end) for start, end in _apart(sorted(spans)))


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans without what they share."""
    done = 0
    for start, end in spans:
        if end > done:
            yield max(start, done), end
            done = end


def _titled(text: Text, at: int) -> Span | None:
    """Mevrouw Jansen, de heer el amrani, dr. P. de Vries; not de heer burgemeester, not een mevrouw die belde."""
    tokens, words = text.tokens, text.words
    if tokens[at].low not in words.titles or at in text.safe:
        return None
    short = tokens[at].low in words.short_titles
    place = at + 1
    while place < len(tokens) and (tokens[place].low in words.titles or is_initial(text, place)) and close(text, place):
        place += 1
    particles = past_particles(text, place)
    if particles >= len(tokens) or particles in text.safe or not close(text, particles) or tokens[particles].low in words.roles:
        return None
    name, through = tokens[particles], particles > place
    if name.cap:
        if through and tokens[place].low in ("van", "uit", "bij", "op", "in") and not tokens[place].cap and common(name, words):
            return None
        known = common(name, words) and not either(name, words)
        return (
            None
            if (name.upper and len(name.text) < 5) or (short and known) or (known and name.low in words.proper)
            else (particles, particles)
        )
    if short and not (given(name, words) or family(name, words)):
        return None
    listed = given(name, words) or family(name, words) or (name.low in words.surname_words and not common(name, words))
    strange = len(name.text) > 3 and not common(name, words) and not through and not _VERB_ENDING.search(name.low)
    dutch = through and name.low in words.surname_words and tokens[particles - 1].low in ("de", "der", "den")
    return (particles, particles) if listed or strange or dutch else None


def _initialled(text: Text, at: int) -> Span | None:
    """J. Jansen, A.B. van der Berg, j. jansen, AB Jansen; at the surname."""
    tokens, words = text.tokens, text.words
    name = tokens[at]
    if at in text.safe or len(name.text) < 2:
        return None
    start = before_particles(text, at)
    head = text.flat[max(tokens[start].start - 25, 0) : tokens[start].start]
    if name.cap and (match := _INITIALS.search(head)):
        many = len(re.findall(r"\.", match.group())) > 1
        letters = re.sub(r"[^a-z]", "", match.group().lower())
        good = either(name, words) or unknown(name._replace(opens=False), words)
        return (at, at) if good and letters not in ABBREVIATIONS and (many or start < at or not common(name, words)) else None
    if match := _LOW_INITIALS.search(head):
        letters = re.sub(r"[^a-z]", "", match.group())
        listed = family(name, words) or (name.low in words.surname_words and (len(letters) == 1 or start < at - 1))
        return (at, at) if listed and letters not in ABBREVIATIONS else None
    return (at, at) if name.cap and start and _bare_initials(text, start - 1, at) else None


def _bare_initials(text: Text, place: int, at: int) -> bool:
    """Whether capitals without full stops stand before a surname: AB Jansen, J van den Berg; not OM Amsterdam."""
    letters, name, words = text.tokens[place], text.tokens[at], text.words
    if (
        not linked(text.tokens, place + 1)
        or not letters.text.isupper()
        or len(letters.text) > 3
        or place in text.safe
        or common(letters, words)
    ):
        return False
    if family(name, words):
        return True
    listed = name.low in words.surname_words and not common(name, words)
    through = place + 1 < at and either(name, words)
    return len(letters.text) < 3 and (listed or through)


def _reversed(text: Text, at: int) -> Span | None:
    """Berg, J. van den; JANSEN, A."""
    token, words = text.tokens[at], text.words
    if not token.cap or len(token.text) < 3 or at in text.safe or not _AFTER.match(text.flat, token.end):
        return None
    if not text.flat.startswith(",", token.end) and not unknown(token, words):
        return None
    strange = not common(token, words) and (not token.opens or text.flat.startswith(",", token.end))
    return (at, at + 1) if at + 1 < len(text.tokens) and (strange or token.low in words.surname_words) else None


def _called(text: Text, at: int) -> Span | None:
    """Genaamd Mark, hij heet Kwabena, verdachte Roos, broer van Bas."""
    tokens, words = text.tokens, text.words
    low = tokens[at].low
    if low not in words.naming and low not in words.people and low not in words.kin:
        return None
    place = at + 1
    while low in words.naming and place < min(len(tokens), at + 3) and tokens[place].low in _BETWEEN:
        place += 1
    if low in words.kin and low not in words.naming and place < len(tokens) and tokens[place].low == "van":
        place += 1
    particles = past_particles(text, place)
    if particles >= len(tokens) or particles in text.safe or not re.fullmatch(r"[\s:'\"(]*", tokens[particles].gap):
        return None
    name = tokens[particles]
    if not name.cap:
        weak = name.low in words.first_words or (low in ("achternaam", "naam") and ":" in name.gap and name.low in words.surname_words)
        return (particles, particles) if weak and low in words.naming and low not in ("ene", "heten") and particles == at + 1 else None
    if common(name, words) and (not either(name, words) or (name.low in words.proper and particles == place)):
        return None
    if low in ("heet", "heette", "heten", "naam") and not either(name, words):
        nearby = {token.low for token in tokens[max(at - 5, 0) : particles]}
        return (particles, particles) if unknown(name._replace(opens=False), words) and nearby & (words.people | set(_WHO)) else None
    return (particles, particles) if either(name, words) or unknown(name._replace(opens=False), words) else None


def _first(text: Text, at: int) -> Span | None:
    """A listed first name anywhere; one that is also a word with a capital inside a sentence, or with a surname behind it."""
    tokens, words = text.tokens, text.words
    token = tokens[at]
    if at in text.safe:
        return None
    if given(token, words):
        return None if is_month(text, at) else (at, at)
    if token.low not in words.first_words:
        return None
    place = past_particles(text, at + 1)
    while place < len(tokens) and is_initial(text, place) and close(text, place):
        place += 1
    follows = place < len(tokens) and place not in text.safe and close(text, place)
    name = tokens[place] if follows else None
    if name and name.cap and token.cap and (either(name, words) or unknown(name, words)):
        return at, place
    if name and not token.cap and family(name, words):
        return at, place
    van = place - at > 2 and tokens[place - 1].low in ("der", "den")
    if name and name.low in words.surname_words and (van or (place == at + 1 and not common(token, words))):
        return at, place
    if token.cap and not common(token, words):
        alone = not token.opens and not token.upper and not (tokens[at - 1].cap or tokens[at - 1].low in _ARTICLES)
        acts = linked(tokens, at + 1) and tokens[at + 1].low in words.person_verbs
        return (at, at) if alone or acts else None
    return None


def _surname(text: Text, at: int) -> Span | None:
    """A listed surname anywhere; one that is also a word behind 'van der', or with a capital inside a sentence."""
    tokens, words = text.tokens, text.words
    token = tokens[at]
    if at in text.safe:
        return None
    if family(token, words):
        return at, at
    start = before_particles(text, at)
    inside = {one.low for one in tokens[start:at]}
    if inside & {"der", "den"} and "van" in inside and (either(token, words) or unknown(token, words)):
        return at, at
    acts = linked(tokens, at + 1) and tokens[at + 1].low in words.person_verbs
    if token.cap and token.low in words.surname_words and not common(token, words) and not token.upper and len(token.text) > 2:
        before = tokens[at - 1] if at else None
        alone = before is not None and not token.opens and not before.cap and before.low not in _ARTICLES and before.low not in words.venues
        return (at, at) if alone or (acts and start < at and tokens[start].cap) else None
    return None


def _strange(text: Text, at: int) -> Span | None:
    """Two words with a capital that nobody knows, or one that does what only people do: Kwame Osei, Kwabena sloeg."""
    tokens, words = text.tokens, text.words
    token = tokens[at]
    if at in text.safe or not unknown(token, words) or (not token.opens and not _may_follow(text, at)):
        return None
    if linked(tokens, at + 1) and tokens[at + 1].low in words.person_verbs and not token.upper:
        return at, at
    place = past_particles(text, at + 1)
    if place >= len(tokens) or place in text.safe or not close(text, place) or (token.opens and tokens[at + 1].text in ("De", "Het")):
        return None
    name = tokens[place]
    listed = either(name, words) and ((place > at + 1 and not token.opens) or not common(name, words))
    return (at, place) if name.cap and not name.opens and (listed or unknown(name, words)) else None


def _subject(text: Text, at: int) -> Span | None:
    """A word that nobody knows at the start of a sentence, who acts or undergoes: Oosterwijk belde, Gebremeskel is aangehouden."""
    tokens, words = text.tokens, text.words
    token = tokens[at]
    if not (token.cap and token.opens) or token.upper or at in text.safe or len(token.text) < 4 or common(token, words):
        return None
    if token.low in words.venues or not acts(tokens, at, words):
        return None
    if token.low in words.surname_words or like_surname(token.low, words) or somebody(tokens, at, words):
        return at, at
    return (at, at) if unknown(token, words) else None


def _lone_initials(text: Text, at: int) -> Span | None:
    """De verdachte M.K., bekend als Y.B."""
    last = initials_end(text.flat, text.tokens, at, text.words)
    return None if last is None else (at, last)


def _may_follow(text: Text, at: int) -> bool:
    """Whether a name can stand behind the word before: not behind an article, a place word, a shop or another word with a capital."""
    if not linked(text.tokens, at):
        return True
    before = text.tokens[at - 1]
    return not (before.cap and not before.opens) and before.low not in (*_ARTICLES, *_PLACES) and before.low not in text.words.venues


RULES: Sequence[Rule] = (_titled, _initialled, _reversed, _called, _first, _surname, _strange, _subject, _lone_initials)


def _extended(text: Text, last: int) -> int:
    """The last place of the name: more names and capitals behind it belong to it."""
    tokens, words = text.tokens, text.words
    place = past_particles(text, last + 1)
    while place < len(tokens) and place not in text.safe and close(text, place):
        token = tokens[place]
        named = given(token, words) or family(token, words) or (token.cap and (either(token, words) or unknown(token, words)))
        named = named or (place == last + 1 and not tokens[last].cap and like_surname(token.low, words))
        initial = is_initial(text, place)
        if not (named or initial) or (token.opens and not initial):
            break
        last = place
        place = past_particles(text, last + 1)
    return last


def _with_initials(text: Text, first: int) -> int:
    """Where the name starts, with the particles and initials before it."""
    start = text.tokens[start_of(text, first)].start
    particles = text.tokens[before_particles(text, first)].start
    head = text.flat[max(particles - 25, 0) : particles]
    match = _INITIALS.search(head) or _LOW_INITIALS.search(head)
    return particles - (len(head) - match.start()) if match else start
