"""Two versions of the content side by side: what came, what went, what has another name, which fields changed. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from toolbox_cli.analysis.citations import FORMS, ID_KEYS, record_id
from toolbox_cli.model.catalogue import Catalogue

CHOICES = "choices"
_PARTS_OF = {"measures": ("variants", FORMS), "questions": ("choices", CHOICES)}
_CONDITION_KEYS = ({"question", "is"}, {"question", "at_least"}, {"fact"}, {"all"}, {"any"}, {"not"}, {"always"})
_NAME_KEYS = ("name", "title", "label", "heading", "text", "text_first", "what", "message", "court", "toolbox_says")

Plain = Any  # plain values as JSON has them: dict, list, str, number, None
Records = Mapping[str, Mapping[str, dict[str, Plain]]]


@dataclass(frozen=True)
class FieldChange:
    """One field with its old and new value; None where it was not there."""

    place: str
    old: Plain
    new: Plain


@dataclass(frozen=True)
class Entry:
    """A record by its id and what a reader calls it."""

    id: str
    name: str


@dataclass(frozen=True)
class KindDiff:
    """What changed in one list of the content; `renamed` pairs the old id with the new entry."""

    kind: str
    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    renamed: tuple[tuple[str, Entry], ...] = ()
    changed: tuple[tuple[Entry, tuple[FieldChange, ...]], ...] = ()
    reordered: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.added or self.removed or self.renamed or self.changed or self.reordered)


def diff(old: Catalogue, new: Catalogue) -> tuple[KindDiff, ...]:
    """Return what changed, per list in the order of the content; lists without a change are left out."""
    before, after = records_of(old), records_of(new)
    renames = renames_of(before, after)
    found = (_kind_diff(kind, before.get(kind, {}), after.get(kind, {}), renames) for kind in dict.fromkeys((*after, *before)))
    return tuple(one for one in found if not one.empty)


def records_of(catalogue: Catalogue) -> dict[str, dict[str, dict[str, Plain]]]:
    """Return every record as plain values, by list and id; forms and choices as lists of their own."""
    found: dict[str, dict[str, dict[str, Plain]]] = {}
    for kind in type(catalogue).model_fields:
        records = getattr(catalogue, kind)
        for record in records if isinstance(records, tuple) else (records,):
            plain = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            name = record_id(record) or kind
            found.setdefault(kind, {})[name] = plain
            if kind in _PARTS_OF:
                field, part_kind = _PARTS_OF[kind]
                for part in plain.pop(field, ()):
                    part_name = f"{name}={part['id']}" if part_kind == CHOICES else part["id"]
                    found.setdefault(part_kind, {})[part_name] = part
    return found


def renames_of(before: Records, after: Records) -> dict[str, dict[str, str]]:
    """Return per list the old ids whose record now stands under another id and is otherwise the same."""
    found: dict[str, dict[str, str]] = {}
    for kind in after:
        gone = [name for name in before.get(kind, {}) if name not in after[kind]]
        come = [name for name in after[kind] if name not in before.get(kind, {})]
        for name in gone:
            rest = _without_id(before[kind][name])
            same = next(
                (other for other in come if _without_id(after[kind][other]) == rest and _may_follow(kind, name, other, found)), None
            )
            if same is not None:
                come.remove(same)
                found.setdefault(kind, {})[name] = same
    return found


def _may_follow(kind: str, old: str, new: str, renames: Mapping[str, Mapping[str, str]]) -> bool:
    """A choice keeps its question, unless that has another name itself."""
    if kind != CHOICES:
        return True
    question, other = old.split("=")[0], new.split("=")[0]
    return renames.get("questions", {}).get(question, question) == other


def translated(value: Plain, renames: Mapping[str, Mapping[str, str]]) -> Plain:
    """Return an old value with the names that its references have now."""
    if not renames:
        return value
    if isinstance(value, dict):
        return {key: _answers(value, key, renames) or translated(item, renames) for key, item in value.items()}
    if isinstance(value, list):
        return [translated(item, renames) for item in value]
    if not isinstance(value, str):
        return value
    kind, space, rest = value.partition(" ")
    if space and kind in ("art", "doc") and " " not in rest:
        name, colon, paragraph = rest.partition(":")
        return f"{kind} {renames.get({'art': 'articles', 'doc': 'documents'}[kind], {}).get(name, name)}{colon}{paragraph}"
    return next((names[value] for names in renames.values() if value in names), value)


def _answers(condition: Mapping[str, Plain], key: str, renames: Mapping[str, Mapping[str, str]]) -> list[str] | None:
    """The answers that a condition asks for, under the names they have now."""
    if key != "is" or "question" not in condition:
        return None
    choices, question = renames.get(CHOICES, {}), condition["question"]
    return [choices.get(f"{question}={value}", f"={value}").split("=")[1] for value in condition["is"]]


def _kind_diff(
    kind: str, old: Mapping[str, dict[str, Plain]], new: Mapping[str, dict[str, Plain]], renames: dict[str, dict[str, str]]
) -> KindDiff:
    names = renames.get(kind, {})
    parents = renames.get("questions", {}) if kind == CHOICES else {}
    before = {names.get(name) or _moved(name, parents): plain for name, plain in old.items()}
    changed = []
    for name, plain in new.items():
        if name in before:
            fields = tuple(_changes(_without_id(before[name]), _without_id(plain), "", renames))
            if fields:
                changed.append((Entry(name, _name(plain)), fields))
    return KindDiff(
        kind,
        added=tuple(Entry(name, _name(plain)) for name, plain in new.items() if name not in before),
        removed=tuple(Entry(name, _name(plain)) for name, plain in before.items() if name not in new),
        renamed=tuple((name, Entry(other, _name(new[other]))) for name, other in names.items()),
        changed=tuple(changed),
        reordered=[name for name in before if name in new] != [name for name in new if name in before],
    )


def _moved(choice: str, questions: Mapping[str, str]) -> str:
    question, sign, answer = choice.partition("=")
    return f"{questions.get(question, question)}{sign}{answer}"


def _changes(old: Plain, new: Plain, place: str, renames: Mapping[str, Mapping[str, str]]) -> Iterator[FieldChange]:
    if new in (old, translated(old, renames)):
        return
    if isinstance(old, dict) and isinstance(new, dict) and not _is_condition(new) and not _is_condition(old):
        for key in dict.fromkeys((*new, *old)):
            yield from _changes(old.get(key), new.get(key), f"{place}.{key}" if place else key, renames)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_changes(old, new, place, renames)
    else:
        yield FieldChange(place, old, new)


def _list_changes(old: list[Plain], new: list[Plain], place: str, renames: Mapping[str, Mapping[str, str]]) -> Iterator[FieldChange]:
    """Items that came, went or changed; an item that others moved past is the same item."""
    one, other = ([json.dumps(item, sort_keys=True) for item in items] for items in (translated(old, renames), new))
    if sorted(one) == sorted(other):
        yield FieldChange(place, old, new)
        return
    for what, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for at in range(max(b - a, d - c)):
            before, after = (old[a + at] if a + at < b else None), (new[c + at] if c + at < d else None)
            yield from _changes(before, after, f"{place}.{(c if after is not None else a) + at}", renames)


def _is_condition(value: Mapping[str, Plain]) -> bool:
    return set(value) in _CONDITION_KEYS


def _without_id(plain: Mapping[str, Plain]) -> dict[str, Plain]:
    key = next((key for key in ID_KEYS if key in plain), "")
    return {name: value for name, value in plain.items() if name != key}


def _name(plain: Mapping[str, Plain]) -> str:
    return next((str(plain[key]) for key in _NAME_KEYS if isinstance(plain.get(key), str)), "")
