"""What a word in a file means: which choice of which question, and which partner its source is. Pure."""

from __future__ import annotations

from functools import lru_cache

from toolbox_cli.model.evidence import Description, EvidenceRules, ValueRule
from toolbox_cli.rules.words import pattern_of, plain

OTHER_SIGNS = str.maketrans(dict.fromkeys("./&", " "))


def meaning_of(label: str, question: str, rules: EvidenceRules, about: Description) -> str:
    """Return the choice of the question that a kind, place or time of the file means; what the user said counts first; empty for none."""
    said = spoken(label)
    told = _told(said, question, about)
    if told is not None:
        return told
    return next((rule.choice for rule in _rules_for(question, rules, about) if _fits(rule, said)), "")


def meanings_in(text: str, question: str, rules: EvidenceRules, about: Description) -> frozenset[str]:
    """Return every choice of the question that a text mentions, as a definition of what is registered does."""
    said = spoken(text)
    return frozenset(rule.choice for rule in _rules_for(question, rules, about) if pattern_of(rule.words).search(said))


def questions_for(role: str, rules: EvidenceRules) -> tuple[str, ...]:
    """Return the questions that a column in this role (kind, place or time) says something about."""
    return tuple(dict.fromkeys(rule.question for rule in rules.values if rule.role == role))


def partner_of(about: Description, rules: EvidenceRules) -> str:
    """Return the partner whose figures these are, by who registered them and otherwise by the source; empty when it is none we know."""
    for told in (about.registered_by, about.source):
        said = spoken(told)
        for rule in rules.sources:
            if said and (said == rule.partner or pattern_of(rule.words).search(said)):
                return rule.partner
    return ""


@lru_cache(maxsize=8192)
def spoken(text: str) -> str:
    """Return text as the words of the rules are written: lower case, no accents, one space between words."""
    return " ".join(plain(text).translate(OTHER_SIGNS).split())


def _told(said: str, question: str, about: Description) -> str | None:
    """What the user said a word means; a choice that is empty says that it means none."""
    return next((choice for (asked, word), choice in about.meaning.items() if asked == question and spoken(word) == said), None)


def _rules_for(question: str, rules: EvidenceRules, about: Description) -> list[ValueRule]:
    partner = partner_of(about, rules)
    return [rule for rule in rules.values if rule.question == question and rule.partner in ("", partner)]


def _fits(rule: ValueRule, said: str) -> bool:
    return bool(pattern_of(rule.words).search(said)) and not pattern_of(rule.unless).search(said)
