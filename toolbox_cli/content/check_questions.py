"""How a question is put: every legal term explained at the question itself, help that is short, and fields that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from toolbox_cli.content.fault import Fault
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import Question

MOST_HELP = 240


def check_questions(catalogue: Catalogue) -> Iterator[Fault]:
    """Every question can be understood as it stands, and says consistently when the interview puts it."""
    for index, question in enumerate(catalogue.questions):
        yield from _unexplained(catalogue, index, question)
        if len(question.help) > MOST_HELP:
            what = f"de uitleg telt {len(question.help)} tekens; houd het bij {MOST_HELP}, in twee of drie korte zinnen"
            yield Fault("questions", index, ("help",), what)
        if question.if_room and not question.describes:
            yield Fault("questions", index, ("if_room",), "dit hoort bij een vraag met describes: true")
        if question.early is not None and not question.detail:
            yield Fault("questions", index, ("early",), "dit hoort bij een vraag met detail: true; een andere vraag wordt al gesteld")


def _unexplained(catalogue: Catalogue, index: int, question: Question) -> Iterator[Fault]:
    texts: dict[tuple[str | int, ...], str] = {("text",): question.text, ("help",): question.help}
    texts |= {("choices", at, "label"): choice.label for at, choice in enumerate(question.choices)}
    told = " ".join(texts.values())
    for term in catalogue.wording.explained:
        if _first(term.by, told):
            continue
        for place, text in texts.items():
            word = _first(term.words, text)
            if word:
                ways = " of ".join(f"'{way}'" for way in term.by)
                yield Fault("questions", index, place, f"'{word}' staat er zonder uitleg; leg het uit bij de vraag zelf, met {ways}")


def _first(words: Sequence[str], text: str) -> str:
    """The first of the words in the text, as it stands there; empty when there is none."""
    found = (_pattern(word).search(text) for word in words)
    return next((match.group() for match in found if match), "")


@lru_cache(maxsize=512)
def _pattern(word: str) -> re.Pattern[str]:
    letters = re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){letters}(?!\w)", 0 if word != word.lower() else re.IGNORECASE)
