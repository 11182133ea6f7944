"""Rules about evidence.yaml: what it refers to exists, no word means two things, the hours are a day, and what is said has a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from toolbox_cli.content.fault import Fault
from toolbox_cli.content.sources import known_sources
from toolbox_cli.evidence.hours import hours_of
from toolbox_cli.evidence.picture import DAYS, HOURS
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.evidence import EvidenceRules

Place = tuple[str | int, ...]
Found = Iterator[tuple[Place, str]]


def check_evidence(catalogue: Catalogue) -> Iterator[Fault]:
    """What the tool knows about figures and surveys fits the questions, partners and sources, and itself."""
    rules: EvidenceRules | None = catalogue.evidence  # None when the file could not be read
    if rules is None:
        return
    for check in (_choices, _partners, _measures, _words, _hours, _signals, _ids, _gaps):
        yield from (Fault("evidence", None, place, what) for place, what in check(catalogue, rules))
    yield from (Fault("evidence", None, place, what) for place, what in _sources(catalogue, rules))


def _choices(catalogue: Catalogue, rules: EvidenceRules) -> Found:
    """Every question exists, and every choice is one of its answers."""
    options = {question.id: {option.id for option in question.options} for question in catalogue.questions}
    for place, question, choices in _told(rules):
        if question not in options:
            yield (*place, "question"), f"vraag '{question}' bestaat niet"
            continue
        for key, choice in choices:
            if choice not in options[question]:
                yield (*place, key), f"vraag '{question}' kent het antwoord '{choice}' niet"


def _told(rules: EvidenceRules) -> Iterator[tuple[Place, str, list[tuple[str, str]]]]:
    """Every mention of a question, with the choices that go with it and the field they stand in; no question is no mention."""
    for name, key in _CHOICE_OF.items():
        for at, item in enumerate(getattr(rules, name)):
            choice = getattr(item, key) if key else ()
            choices = choice if isinstance(choice, tuple) else (choice,) if choice else ()
            if item.question or choices:
                yield (name, at), item.question, [(key, one) for one in choices]
    for at, rule in enumerate(rules.proposals):
        named = [(key, value) for key, value in (("yes", rule.yes), ("no", rule.no)) if value]
        yield ("proposals", at), rule.question, named if rule.kind in _WITH_CHOICES else []


_CHOICE_OF = {
    "values": "choice", "hours": "choice", "rates": "choice", "sources": "choice", "groups": "choice", "signals": "choices",
    "hypotheses": "cause", "gaps": "",
}  # fmt: skip
_WITH_CHOICES = ("few_places", "surveyed", "trend")


def _partners(catalogue: Catalogue, rules: EvidenceRules) -> Found:
    """Every partner exists."""
    known = {partner.id for partner in catalogue.partners}
    told: list[tuple[Place, str]] = []
    for name in ("values", "sources", "groups"):
        told += [((name, at, "partner"), item.partner) for at, item in enumerate(getattr(rules, name)) if item.partner]
    for at, hypothesis in enumerate(rules.hypotheses):
        told += [(("hypotheses", at, "missing", inner, "partner"), ask.partner) for inner, ask in enumerate(hypothesis.missing)]
    for at, gap in enumerate(rules.gaps):
        told += [(("gaps", at, "partners", inner), name) for inner, name in enumerate(gap.partners)]
    yield from ((place, f"partner '{name}' bestaat niet") for place, name in told if name not in known)


def _measures(catalogue: Catalogue, rules: EvidenceRules) -> Found:
    """Every measure exists."""
    known = {measure.id for measure in catalogue.measures}
    yield from (
        (("more_reports", at), f"maatregel '{name}' bestaat niet") for at, name in enumerate(rules.more_reports) if name not in known
    )


def _words(_catalogue: Catalogue, rules: EvidenceRules) -> Found:
    """No word stands twice where the first that fits counts: the second would never be reached, or means two things."""
    met: dict[tuple[str, str, str], str] = {}
    roles: dict[str, str] = {}
    for at, rule in enumerate(rules.values):
        for inner, word in enumerate(rule.words):
            first = met.setdefault((rule.question, rule.partner, word.casefold()), f"{at} {rule.choice}")
            if first != f"{at} {rule.choice}" or word in rule.words[:inner]:
                yield ("values", at, "words", inner), f"'{word}' staat al bij '{first.split()[1]}'; houd er één"
        if roles.setdefault(rule.question, rule.role) != rule.role:
            yield ("values", at, "role"), f"bij vraag '{rule.question}' staat eerder role: {roles[rule.question]}; gebruik er één"
    for name in ("sources", "groups"):
        seen: set[str] = set()
        for at, item in enumerate(getattr(rules, name)):
            for inner, word in enumerate(item.words):
                if word in seen:
                    yield (name, at, "words", inner), f"'{word}' staat er al; houd er één"
                seen.add(word)


def _hours(_catalogue: Catalogue, rules: EvidenceRules) -> Found:
    """The choices that stand for hours cover the day once, and days of the week are 1 to 7."""
    for question in dict.fromkeys(rule.question for rule in rules.hours):
        held = Counter(
            hour for rule in rules.hours if rule.question == question and not rule.weekdays for hour in hours_of(rule.start, rule.until)
        )
        missing = [hour for hour in range(HOURS) if not held[hour]]
        double = [hour for hour in range(HOURS) if held[hour] > 1]
        if missing:
            yield ("hours",), f"bij vraag '{question}' hoort uur {_numbers(missing)} bij geen antwoord"
        if double:
            yield ("hours",), f"bij vraag '{question}' hoort uur {_numbers(double)} bij meer dan één antwoord"
    for at, rule in enumerate(rules.hours):
        if any(not 1 <= day <= DAYS for day in rule.weekdays):
            yield ("hours", at, "weekdays"), "een dag is 1 (maandag) tot en met 7 (zondag)"


def _numbers(hours: Sequence[int]) -> str:
    return ", ".join(str(hour) for hour in hours)


def _signals(_catalogue: Catalogue, rules: EvidenceRules) -> Found:
    """A hypothesis names signals that exist, none both ways alike; a signal is used."""
    known = {signal.id for signal in rules.signals}
    used: set[str] = set()
    for at, hypothesis in enumerate(rules.hypotheses):
        pro = {(part.signal, part.value) for part in hypothesis.speaks_for}
        for key in ("speaks_for", "speaks_against"):
            for inner, part in enumerate(getattr(hypothesis, key)):
                used.add(part.signal)
                if part.signal not in known:
                    yield ("hypotheses", at, key, inner, "signal"), f"teken '{part.signal}' bestaat niet"
                elif key == "speaks_against" and not part.why:
                    yield ("hypotheses", at, key, inner, "why"), "zeg waarom dit tegen de oorzaak spreekt"
                elif key == "speaks_against" and (part.signal, part.value) in pro:
                    yield (
                        ("hypotheses", at, key, inner, "signal"),
                        f"'{part.signal}' spreekt er al voor; het kan niet ook zo ertegen spreken",
                    )
    for at, signal in enumerate(rules.signals):
        if signal.id not in used:
            yield ("signals", at, "id"), "geen hypothese gebruikt dit teken; haal het weg"


def _ids(_catalogue: Catalogue, rules: EvidenceRules) -> Found:
    for name in ("groups", "signals", "hypotheses", "gaps"):
        ids = [item.id for item in getattr(rules, name)]
        yield from (((name, at, "id"), f"'{ids[at]}' bestaat al; geef een andere id") for at in range(len(ids)) if ids[at] in ids[:at])


def _gaps(_catalogue: Catalogue, rules: EvidenceRules) -> Found:
    """A gap names a group that can be asked, and somebody to ask."""
    groups = {group.id for group in rules.groups}
    kinds = {item.id for item in rules.personal}
    for at, gap in enumerate(rules.gaps):
        if gap.group and gap.group not in groups:
            yield ("gaps", at, "group"), f"groep '{gap.group}' bestaat niet"
        if not gap.question and not gap.partners:
            yield ("gaps", at, "partners"), "zeg aan wie dit te vragen is, of bij welke vraag het hoort"
    for at, name in enumerate(rules.survey.told_in_question):
        if name not in kinds:
            yield ("survey", "told_in_question", at), f"'{name}' is geen soort persoonsgegevens"


def _sources(catalogue: Catalogue, rules: EvidenceRules) -> Found:
    """What a reader sees has a source that exists."""
    known = known_sources(catalogue)
    for place, told, sources in _said(rules):
        if told and not sources:
            yield (*place, "source"), "de bron ontbreekt; noem toolbox, artikel, uitspraak of eigen lezing"
        for at, source in enumerate(sources):
            if (source.split(":")[0] if source.startswith("art ") else source) not in known:
                yield (*place, "source", at), f"'{source}' bestaat niet; controleer de spelling"


def _said(rules: EvidenceRules) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    for at, source in enumerate(rules.sources):
        yield ("sources", at), source.misses, source.source
    for at, group in enumerate(rules.groups):
        if group.misses:
            yield ("groups", at, "misses"), group.misses.text, group.misses.source
    yield ("survey", "caution"), rules.survey.caution.text, rules.survey.caution.source
    for name in ("signals", "hypotheses", "gaps"):
        yield from (((name, at), item.id, item.source) for at, item in enumerate(getattr(rules, name)))
    for at, rule in enumerate(rules.proposals):
        yield ("proposals", at, "cannot"), rule.cannot.text, rule.cannot.source
