"""The procedure of a measure: what to do before, in, with and after the decision; or why no decision is needed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import Record, Slug, SourceRef, Statement, Text
from toolbox_cli.model.condition import Condition


class Stage(StrEnum):
    """Where in the making of a decision an item has its place, in order."""

    BEFORE = "voor"
    DECISION = "besluit"
    NOTICE = "bekendmaking"
    AFTER = "daarna"


class Demand(StrEnum):
    """What the law asks of every decision, unless it is said why not."""

    HEAR = "hear"
    REASONS = "reasons"
    PROPORTION = "proportion"
    NOTICE = "notice"
    PROTECTION = "protection"
    REVIEW = "review"


class ProcedureItem(Statement):
    """One thing to do. With `when` it is due on those facts only, which `if_text` says in words ('Als …').

    `demands` names what of the law it answers. A `safeguard` is one of the few that an advice repeats.
    """

    id: Slug
    phase: Stage
    demands: tuple[Demand, ...] = ()
    safeguard: bool = False
    when: Condition | None = None
    if_text: Annotated[Text, Field(pattern=r"^Als [^:]+[^:.,]$")] | None = None


class NotNeeded(Record):
    """A demand that a procedure does not have to meet, and why."""

    demand: Demand
    why: Text
    source: tuple[SourceRef, ...]


class Procedure(Record):
    """A list of things to do that one or more powers or forms share; `no_decision` says why there is no decision to take."""

    id: Slug
    name: Text
    no_decision: Statement | None = None
    items: Annotated[tuple[ProcedureItem, ...], Field(min_length=1)]
    not_needed: tuple[NotNeeded, ...] = ()
