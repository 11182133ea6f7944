"""A folder with texts of the law: one file per act, BWBR0005416.yaml, a list of {article, valid_from_or_read, source, text}.

The words are hashed while reading and not kept.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints, ValidationError

from toolbox_cli.analysis.law_text import parts_of, scope_of
from toolbox_cli.analysis.statutes import Act, Statutes, StatuteText
from toolbox_cli.content.read import Parsed, read_yaml
from toolbox_cli.content.wording import explain
from toolbox_cli.errors import ContentError, Problem, in_dutch
from toolbox_cli.model.base import Record, Text

_NAME = re.compile(r"BWB[RVW]\d{7}")
_HINT = "geef een map met per wet één bestand, zoals BWBR0005416.yaml"


class _Entry(Record):
    article: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    valid_from_or_read: date
    source: Text
    text: Text


def read_statutes(folder: Path) -> Statutes:
    """Return the acts in a folder by BWB id; raises ContentError with every fault of every file."""
    problems: list[Problem] = []
    acts: dict[str, Act] = {}
    for path in _files(folder):
        shown = f"{folder.name or folder}/{path.name}"
        if not _NAME.fullmatch(path.stem):
            problems.append(Problem(shown, None, "", "de naam van dit bestand is geen BWB-nummer; noem het bijvoorbeeld BWBR0005416.yaml"))
            continue
        try:
            acts[path.stem] = _act(read_yaml(path, shown), problems)
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(problems)
    return acts


def _files(folder: Path) -> list[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except FileNotFoundError:
        raise _fault(folder, f"deze map bestaat niet; {_HINT}") from None
    except NotADirectoryError:
        raise _fault(folder, f"dit is geen map; {_HINT}") from None
    except OSError as error:
        raise _fault(folder, f"deze map kan niet worden gelezen ({in_dutch(error)})") from None
    if not paths:
        raise _fault(folder, f"in deze map staan geen wetteksten; {_HINT}")
    return paths


def _fault(folder: Path, what: str) -> ContentError:
    problem = Problem(str(folder), None, "", what)
    return ContentError([problem], str(problem))


def _act(parsed: Parsed, problems: list[Problem]) -> Act:
    if not isinstance(parsed.values, list) or not parsed.values:
        problems.append(Problem(parsed.file, parsed.line_of(()), "", "hier hoort een lijst met artikelen te staan (- article: …)"))
        return Act({})
    articles: dict[str, StatuteText] = {}
    unclear: dict[str, str] = {}
    for index, value in enumerate(parsed.values):
        name = value.get("article") if isinstance(value, dict) else None
        try:
            entry = _Entry.model_validate(value)
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                inner = ".".join(str(step) for step in fault["loc"])
                where = ": ".join(part for part in (f"art. {name}" if isinstance(name, str) else "", inner) if part)
                problems.append(Problem(parsed.file, parsed.line_of((index, *fault["loc"])), where, explain(fault)))
            continue
        scope = scope_of(entry.article)
        if scope is None:
            unclear[entry.article.split(",")[0].strip()] = entry.article
            continue
        number, paragraphs = scope
        added = StatuteText(entry.valid_from_or_read, parts_of(entry.text, paragraphs), paragraphs)
        joined = _joined(articles.get(number), added)
        if joined is None:
            what = "dit artikel of een lid ervan staat al eerder in dit bestand; houd er één"
            problems.append(Problem(parsed.file, parsed.line_of((index, "article")), f"art. {entry.article}", what))
            continue
        articles[number] = joined
    return Act(articles, unclear)


def _joined(before: StatuteText | None, added: StatuteText) -> StatuteText | None:
    """Two entries for different leden of one article as one text, dated as the older of the two; None when they overlap."""
    if before is None:
        return added
    if not (before.paragraphs and added.paragraphs) or set(before.paragraphs) & set(added.paragraphs):
        return None
    return StatuteText(min(before.dated, added.dated), {**before.parts, **added.parts}, before.paragraphs + added.paragraphs)
