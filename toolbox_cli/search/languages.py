"""The name of a language where it is about the language, and not about who people are. Pure; the words are data."""

from __future__ import annotations

import re
from functools import lru_cache

from toolbox_cli.model.wording import Languages
from toolbox_cli.search.names import plain
from toolbox_cli.search.patterns import pattern_of
from toolbox_cli.search.reasons import parted
from toolbox_cli.search.wording import sentences_of

_JOIN = r"(?:\s*(?:/|&|\b(?:en|of)\b)\s*)+"
_LEAD = r"(?:\s+(?:/|voor|in|naar|uit|van|het|de|taal|talen))*\s+"
_WITHIN = r"(?:\s+(?!(?:die|wie|dat|op|tegen)\b)[\w/]+){0,3}"
_ENDS = (
    r"(?=\s*(?:$|[/&\d]|\b(?:aan|bij|binnen|buiten|door|en|in|met|naar|of|om|op|per|rond|te|ten|tijdens|tot|uit|van|via|voor|zonder)\b))"
)


def without_languages(languages: Languages, text: str) -> str:
    """Return the plain text without the languages in it; whoever people are stays, and so does a group by its language."""
    patterns = _patterns(languages)
    return ". ".join(_without(patterns, plain(parted(sentence))) for sentence in sentences_of(text))


def _without(patterns: tuple[re.Pattern[str], ...], said: str) -> str:
    for pattern in patterns:
        said = pattern.sub(lambda match: f"{match['before']} {match['after'] or ''}", said)
    return said


@lru_cache(maxsize=8)
def _patterns(languages: Languages) -> tuple[re.Pattern[str], ...]:
    """One for each way to name a language; what stands before and after it is kept."""
    name, work, papers, speaker, speaking, speaks = (
        pattern_of(words).pattern
        for words in (languages.names, languages.work, languages.papers, languages.speakers, languages.speaking, languages.speaks)
    )
    names = rf"{name}(?:{_JOIN}{name})*"
    either = "|".join(languages.names)
    joined = rf"(?:{either})\s?(?:{'|'.join(languages.speaking)})"
    return tuple(
        re.compile(text)
        for text in (
            rf"(?P<before>{work}(?:\s+\w+{_JOIN})?{_LEAD}){names}{_ENDS}(?P<after>)",
            rf"(?P<before>{work}{_WITHIN}\s+/\s*){names}{_ENDS}(?P<after>)",
            rf"(?P<before>(?:{work}|{papers}){_WITHIN}\s+(?:in|naar|uit)\s+het\s+(?:\w+{_JOIN})?){names}{_ENDS}(?P<after>)",
            rf"(?P<before>{speaker}\s+(?:die|met)\s+(?:ook\s+|goed\s+)?){names}(?P<after>\s+{speaks})",
            rf"(?P<before>)(?:{names}{_JOIN})?(?:{names}\s+{speaking}|(?<!\w){joined})(?P<after>\s+{speaker})",
            rf"(?P<before>)(?<!\w)(?:{either})e(?P<after>\s+{work})",
        )
    )
