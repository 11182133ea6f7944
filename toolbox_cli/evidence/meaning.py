"""What a word in a file means: which choice of which question, and which partner its source is. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from toolbox_cli.model.evidence import Description, EvidenceRules, ValueRule
from toolbox_cli.rules.words import pattern_of, plain

_SENTENCES = re.compile(r"[;\n]|(?<=\w\w)\.\s+(?=[A-Z])")
OTHER_SIGNS = str.maketrans(dict.fromkeys("./&", " "))


def meaning_of(label: str, question: str, rules: EvidenceRules, about: Description) -> str:
    """Return the choice of the question that a kind, place or time of the file means; what the user said counts first; empty for none."""
    said = spoken(label)
    told = _told(said, question, about)
    if told is not None:
        return told
    return next((rule.choice for rule in _rules_for(question, rules, about) if _fits(rule, said)), "")


def meanings_in(text: str, question: str, rules: EvidenceRules, about: Description) -> frozenset[str]:
    """Return every choice of the question that a text mentions, as a definition of what is registered does.

    What it takes out somewhere ("alle overlast behalve drugs") is not among them.
    """
    within, without = _in_and_out(text, rules)
    known = _rules_for(question, rules, about)
    named, out = (frozenset(rule.choice for rule in known if pattern_of(rule.words).search(said)) for said in (within, without))
    return named - out


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


def _in_and_out(text: str, rules: EvidenceRules) -> tuple[str, str]:
    """What a text mentions and what it takes out, sentence by sentence; a word such as behalve holds to the end of its sentence.

    When that word is the last of a sentence ("excl."), the next one is taken out.
    """
    following, whole = pattern_of(rules.negations.following), pattern_of(rules.negations.sentence)
    within, without, hangs = list[str](), list[str](), False
    for sentence in _SENTENCES.split(text):
        said = spoken(sentence)
        found = following.search(said)
        if hangs or whole.search(said):
            without.append(said)
            hangs = False
        elif found:
            within.append(said[: found.start()])
            without.append(said[found.end() :])
            hangs = not said[found.end() :].strip()
        else:
            within.append(said)
    return " | ".join(within), " | ".join(without)


def _told(said: str, question: str, about: Description) -> str | None:
    """What the user said a word means; a choice that is empty says that it means none."""
    return next((choice for (asked, word), choice in about.meaning.items() if asked == question and spoken(word) == said), None)


def _rules_for(question: str, rules: EvidenceRules, about: Description) -> list[ValueRule]:
    partner = partner_of(about, rules)
    return [rule for rule in rules.values if rule.question == question and rule.partner in ("", partner)]


def _fits(rule: ValueRule, said: str) -> bool:
    return bool(pattern_of(rule.words).search(said)) and not pattern_of(rule.unless).search(said)
