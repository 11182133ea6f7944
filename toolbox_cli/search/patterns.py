"""Word patterns: the lists of words in the content, and how they are found in plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from toolbox_cli.rules.words import found_in as found_in
from toolbox_cli.rules.words import pattern_of as pattern_of

if TYPE_CHECKING:  # a look-up in an installed package needs no records
    from toolbox_cli.model.wording import WordList


def words_of(lists: Mapping[str, WordList], name: str) -> tuple[str, ...]:
    """Return the patterns of a list with those of the lists it includes, each once; a list that includes itself ends too."""
    names = [name]
    for known in names:
        names += [other for other in lists[known].includes if other not in names]
    return tuple(dict.fromkeys(word for known in names for word in lists[known].words))
