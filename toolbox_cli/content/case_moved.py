"""The answers in a file that was made with other content, under the names they have now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolbox_cli.analysis.migrate import Migration, migrated
from toolbox_cli.content.read import Value
from toolbox_cli.model.catalogue import Catalogue


def moved(catalogue: Catalogue, version: str, values: Mapping[str, Value]) -> tuple[dict[str, Value], Migration]:
    """Return the values of a list of answers by the names of now, and what became of each; a statement keeps who made it."""
    words = {
        name: tuple(dict.fromkeys(word for one in _statements(value) for word in _words(one))) or None for name, value in values.items()
    }
    migration = migrated(catalogue, version, words)
    if not migration.changed:
        return dict(values), migration
    found: dict[str, Value] = {}
    for name, value in sorted(values.items(), key=lambda item: item[0] not in migration.given):  # a name of now goes before an old one
        kept = [(now, one) for statement in _statements(value) for now, one in _renamed(catalogue, version, name, statement)]
        for now, _ in kept[:1]:
            found.setdefault(now, kept[0][1] if len(kept) == 1 else [one for _, one in kept])
    return found, migration


def _statements(value: Value) -> list[Value]:
    return value if isinstance(value, list) and any(isinstance(item, dict) for item in value) else [value]


def _words(statement: Value) -> list[str]:
    said = statement.get("answer") if isinstance(statement, dict) else statement
    return [word for word in (said if isinstance(said, list) else [said]) if isinstance(word, str)]


def _renamed(catalogue: Catalogue, version: str, name: str, statement: Value) -> Iterator[tuple[str, Value]]:
    """One statement under the names of now; nothing when its question or its only answer is gone."""
    for now, words in migrated(catalogue, version, {name: tuple(_words(statement)) or None}).given.items():
        if words is None and _words(statement):
            continue
        answer: Value = list(words) if words and len(words) > 1 else words[0] if words else None
        if words == tuple(_words(statement)):
            answer = statement.get("answer") if isinstance(statement, dict) else statement
        yield now, {**statement, "answer": answer} if isinstance(statement, dict) else answer
