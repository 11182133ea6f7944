"""Words in running text that should not stand there: an order worded as punishment, a term that is not ours. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolbox_cli.model.wording import Punitive, Term
from toolbox_cli.search.names import plain
from toolbox_cli.search.patterns import found_in, pattern_of

_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n")
_QUOTED = re.compile(r"['\"‘’“”][^'\"‘’“”\n]{2,60}['\"‘’“”]")


def punitive_phrases(text: str, punitive: Punitive) -> tuple[str, ...]:
    """Return the words that make an order in this text a punishment; none where a sentence says that it is not one."""
    return tuple(word for sentence in _sentences(text) for word in _punitive_in(sentence, punitive))


def wrong_terms(text: str, term: Term) -> tuple[str, ...]:
    """Return what in the text goes by a term that is not ours, outside quotation marks."""
    found = (found_in(term.avoid, plain(sentence)) for sentence in _sentences(_QUOTED.sub(" ", text)) if not _has(term.unless, sentence))
    return tuple(word for words in found for word in words)


def words_unless(text: str, words: tuple[str, ...], unless: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words in sentences that hold none of `unless`."""
    return tuple(word for sentence in _sentences(text) if not _has(unless, sentence) for word in found_in(words, plain(sentence)))


def _punitive_in(sentence: str, punitive: Punitive) -> tuple[str, ...]:
    if _has(punitive.unless, sentence):
        return ()
    return found_in(punitive.words, pattern_of(punitive.not_these).sub(" ", plain(sentence)))


def _has(words: tuple[str, ...], sentence: str) -> bool:
    return pattern_of(words).search(plain(sentence)) is not None


def _sentences(text: str) -> Iterator[str]:
    yield from (part for part in _SENTENCE.split(text) if part.strip())
