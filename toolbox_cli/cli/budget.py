"""A budget file tested against a scheme: what the options mean, read into one document."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolbox_cli.grant.bands import Municipality
    from toolbox_cli.grant.outcome import Outcome
    from toolbox_cli.model.budget import Budget, There
    from toolbox_cli.model.catalogue import Catalogue
    from toolbox_cli.model.scheme import Scheme
    from toolbox_cli.reports.as_json import Json
    from toolbox_cli.reports.document import Document

MOST_IBAN = 60


@dataclass(frozen=True)
class Asked:
    """What was asked of a budget: under which scheme, for which municipalities, and what is known of the application.

    Without `commands` the document names no options of the program.
    """

    scheme: Scheme | None = None
    own_scheme: bool = False
    municipalities: Sequence[Municipality] = ()
    own_money: Decimal | None = None
    application: Path | None = None
    iban: bool | None = None
    on: date | None = None
    commands: bool = True


def budget_document(catalogue: Catalogue, file: Path, asked: Asked) -> Document:
    """Return the budget in a file as a document, tested when a scheme was asked for; raises an error with every fault in the file."""
    from toolbox_cli.reports.budget import compose_budget, compose_untested

    budget, tested, stated = _read(catalogue, file, asked)
    if tested is None:
        return compose_untested(catalogue, budget, asked.own_money, commands=asked.commands)
    return compose_budget(catalogue, tested, stated=stated, iban=asked.iban, on=asked.on, commands=asked.commands)


def budget_values(catalogue: Catalogue, file: Path, asked: Asked) -> Json:
    """Return the same as plain values."""
    from toolbox_cli.reports.budget_json import budget_json, untested_json

    budget, tested, stated = _read(catalogue, file, asked)
    return untested_json(catalogue, budget) if tested is None else budget_json(catalogue, tested, stated, iban=asked.iban)


def _read(catalogue: Catalogue, file: Path, asked: Asked) -> tuple[Budget, Outcome | None, dict[str, There]]:
    from toolbox_cli.content.budget import parts_known, read_application, read_budget
    from toolbox_cli.grant.outcome import outcome_of

    own = {part.id for part in asked.scheme.rules.parts} if asked.scheme else set()
    known = parts_known(catalogue) | own
    budget = read_budget(file, catalogue, known)
    stated = read_application(asked.application, catalogue, known) if asked.application else {}
    if asked.scheme is None:
        return budget, None, stated
    result = outcome_of(catalogue, budget, asked.scheme, asked.municipalities, own_scheme=asked.own_scheme, own_money=asked.own_money)
    return budget, result, stated


def own_money_from(text: str | None) -> Decimal | None:
    """Return the own money that was typed; raises UsageError."""
    from toolbox_cli.content.budget_values import amount_from
    from toolbox_cli.errors import UsageError

    if text is None:
        return None
    amount, what = amount_from(text)
    if amount is None:
        raise UsageError(f"--own-money: {what}")
    return amount


def asked_iban() -> bool:
    """Ask for a number of an account without showing it, and return whether its form is right; it is kept nowhere."""
    from toolbox_cli.errors import UsageError, install_hint

    try:
        from stdnum import iban
    except ImportError:
        raise UsageError("om een IBAN te toetsen is python-stdnum nodig", install_hint("documents")) from None
    typed = _typed()
    if not typed.strip():
        raise UsageError("--check-iban: er is geen IBAN getypt", "Typ het nummer na de vraag, of geef het via standaardinvoer.")
    return len(typed) <= MOST_IBAN and bool(iban.is_valid(typed.strip()))


def _typed() -> str:
    """What was typed without showing it, or the first line of the input; empty when there was nothing."""
    if not sys.stdin.isatty():
        return sys.stdin.readline(MOST_IBAN + 1)
    from getpass import getpass

    try:
        return getpass("IBAN van de gemeente (u ziet niet wat u typt; het wordt niet bewaard): ")
    except EOFError:
        return ""
