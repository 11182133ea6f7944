"""What the council and residents read in their own version of an advice."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from toolbox_cli.model.base import FormId, Slug, Statement
from toolbox_cli.model.condition import Condition


class ToldAs(StrEnum):
    """How residents may be told of a measure: also when it is considered, once it is decided, never of whom, or that it cannot be."""

    DOES = "doet"
    ONCE_DECIDED = "na_besluit"
    PERSON = "persoon"
    CANNOT = "kan_niet"


class CouncilText(Statement):
    """A fixed sentence for the council: what it is about."""

    id: Slug


class ResidentMeasure(Statement):
    """What residents read of these forms of measures.

    What stands there `always` tells nobody whether it is used or was asked for.
    """

    id: Slug
    forms: Annotated[tuple[FormId, ...], Field(min_length=1)]
    told: ToldAs
    always: bool = False


class ResidentAction(Statement):
    """What residents can do themselves, or where they can `ask` and complain; with `when` only on those facts.

    The desk of a `partner` may stand behind it when the municipality noted one.
    """

    id: Slug
    when: Condition | None = None
    ask: bool = False
    partner: Slug | None = None
