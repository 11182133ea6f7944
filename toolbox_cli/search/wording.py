"""Words in running text that should not stand there: an order worded as punishment, a term that is not ours. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolbox_cli.model.wording import ForeignTerm, Punitive
from toolbox_cli.search.names import plain
from toolbox_cli.search.patterns import found_in, pattern_of

_SENTENCE = re.compile(r"(?<!\bart)(?<!\blid)(?<!\bnr)[.!?]\s+|\n\s*\n")
_QUOTED = re.compile(r"'[^'\n]{2,60}'|\"[^\"\n]{2,60}\"|[‘“][^’”\n]{2,60}[’”]")
NEAR = 6


def punitive_phrases(text: str, punitive: Punitive) -> tuple[str, ...]:
    """Return the words that make an order in this text a punishment; none where the text says that it is not one."""
    return tuple(word for sentence in sentences_of(text) for word in _punitive_in(plain(sentence), punitive))


def wrong_terms(text: str, term: ForeignTerm) -> tuple[str, ...]:
    """Return what in the text goes by a term that is not ours, outside quotation marks."""
    return words_unless(_QUOTED.sub(" ", text), term.avoid, term.unless)


def words_unless(text: str, words: tuple[str, ...], unless: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that stand in sentences without any of `unless`."""
    sentences = (plain(sentence) for sentence in sentences_of(text))
    return tuple(word for said in sentences if not pattern_of(unless).search(said) for word in found_in(words, said))


def _punitive_in(said: str, punitive: Punitive) -> Iterator[str]:
    said = pattern_of(punitive.not_these).sub(" ", said)
    if pattern_of(punitive.contexts).search(said):
        return
    for match in pattern_of(punitive.words).finditer(said):
        before = " ".join(said[: match.start()].split()[-NEAR:])
        if not pattern_of(punitive.negations).search(before):
            yield match.group()


def sentences_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text, as they stand."""
    yield from (part for part in _SENTENCE.split(text) if part.strip())
