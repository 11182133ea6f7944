"""The receipt of an advice: from what it was made, so that it can be made again. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.question import UNKNOWN, Answers

DIGITS = 12


@dataclass(frozen=True, slots=True)
class Receipt:
    """From what an advice was made: versions of tool and content, hashes of content and answers, the latest text of law read."""

    tool: str
    content: str
    content_hash: str
    law_date: date | None
    answers_hash: str

    @property
    def code(self) -> str:
        """All but the date of the law, in one word to compare by."""
        return f"{self.public_code}/{self.answers_hash}"

    @property
    def public_code(self) -> str:
        """The same without the answers: with their hash, answers that are not public could be guessed until one fits."""
        return f"{self.tool}/{self.content}-{self.content_hash}"


def receipt_of(catalogue: Catalogue, answers: Mapping[str, Answers], tool: str, content_hash: str) -> Receipt:
    """Return the receipt of an advice on these answers, by problem; the same answers in another order give the same receipt."""
    read = [day for article in catalogue.articles for day in (article.text_date, article.checked) if day is not None]
    return Receipt(tool, catalogue.edition.version, content_hash, max(read, default=None), answers_hash(answers))


def answers_hash(answers: Mapping[str, Answers]) -> str:
    """Return twelve hexadecimal digits that change with any answer to any problem."""
    lines = [f"{problem}." for problem in sorted(answers)] + [
        f"{problem}.{question}={','.join([*sorted(answer.values), *([UNKNOWN] if answer.unknown else [])])}"
        for problem, given in sorted(answers.items())
        for question, answer in sorted(given.given.items())
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:DIGITS]
