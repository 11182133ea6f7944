"""Possible causes beside what speaks for them and against them. Figures never show a cause, and this gives none a score. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolbox_cli.evidence.signals import Seen
from toolbox_cli.model.evidence import EvidenceRules
from toolbox_cli.model.inference import Ask, Hypothesis, Speaks
from toolbox_cli.rules.truth import NEGATED, Truth


@dataclass(frozen=True, slots=True)
class Weighed:
    """A hypothesis with what speaks for it, what speaks against it, the signals on which nothing can be said, and what to ask whom."""

    hypothesis: Hypothesis
    speaks_for: tuple[Seen, ...]
    speaks_against: tuple[Seen, ...]
    unknown: tuple[str, ...]
    ask: tuple[Ask, ...]


def weighed(signals: Mapping[str, Sequence[Seen]], rules: EvidenceRules) -> tuple[Weighed, ...]:
    """Return every hypothesis in the order of the content, with what is seen of it; those on which nothing is seen are there too."""
    return tuple(_weighed(item, signals) for item in rules.hypotheses)


def _weighed(hypothesis: Hypothesis, signals: Mapping[str, Sequence[Seen]]) -> Weighed:
    pro, con = _counting(hypothesis.speaks_for, signals), _counting(hypothesis.speaks_against, signals)
    mentioned = dict.fromkeys(item.signal for item in (*hypothesis.speaks_for, *hypothesis.speaks_against))
    told = {item.signal for item in (*pro, *con)}
    return Weighed(hypothesis, pro, con, tuple(name for name in mentioned if name not in told), hypothesis.missing)


def _counting(parts: Sequence[Speaks], signals: Mapping[str, Sequence[Seen]]) -> tuple[Seen, ...]:
    """What is seen and counts: that it is so, or where the content says so that it is not."""
    return tuple(
        seen
        for part in parts
        for seen in signals.get(part.signal, ())
        if (seen.truth if part.value == "ja" else NEGATED[seen.truth]) is Truth.YES
    )
