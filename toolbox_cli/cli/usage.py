"""Typer in Dutch: its help headings and its complaints about wrong use."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_HELP = "Toon deze uitleg."
_SEVERAL = re.compile(r"requires (\d+) arguments")
_QUOTED = re.compile(r"['\"]([^'\"]+)['\"]")


class _InDutch:
    """Replaces the English words in usage lines and the help option."""

    def get_help_option(self, ctx: Any) -> Any:  # Any: Typer's own copy of Click has no public types
        option = super().get_help_option(ctx)  # type: ignore[misc]  # mixin: the next class has it
        if option is not None:
            option.help = _HELP
        return option

    def get_usage(self, ctx: Any) -> str:  # Any: as above
        usage: str = super().get_usage(ctx)  # type: ignore[misc]  # mixin: the next class has it
        return (
            usage.replace("Usage:", "Gebruik:", 1)
            .replace("[OPTIONS]", "[OPTIES]")
            .replace("COMMAND [ARGS]...", "COMMANDO ...")
            .replace("[[", "[")
            .replace("]]", "]")
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:  # Any: as above
        from typer import rich_utils

        rich_utils.ARGUMENTS_PANEL_TITLE = "Argumenten"
        rich_utils.OPTIONS_PANEL_TITLE = "Opties"
        rich_utils.COMMANDS_PANEL_TITLE = "Commando's"
        rich_utils.DEFAULT_STRING = "[standaard: {}]"
        rich_utils.REQUIRED_LONG_STRING = "[verplicht]"
        for param in self.get_params(ctx):  # type: ignore[attr-defined]  # mixin: the next class has it
            if hasattr(param, "display_type_rich"):
                param.display_type_rich = partial(_shown_type, param)
        super().format_help(ctx, formatter)  # type: ignore[misc]  # mixin: the next class has it


def _shown_type(param: Any, **_: Any) -> str:  # Any: as above; instead of Typer's English names of types
    return "" if param.param_type_name == "argument" else param.metavar or ""


class DutchCommand(_InDutch, TyperCommand):
    """A command whose help is in Dutch."""


class DutchGroup(_InDutch, TyperGroup):
    """A group of commands whose help is in Dutch."""


def complaint(error: typer.TyperException) -> str:
    """Return in Dutch what is wrong with the way the command was called."""
    kind, text = type(error).__name__, str(error)
    name = _named(text)
    if kind == "NoSuchOption":
        if getattr(error, "option_name", "") == "--own":
            return "de optie --own staat vóór het commando: toolbox --own MAP measure"
        near = getattr(error, "possibilities", None)
        hint = f"; bedoelt u {sorted(near)[0]}?" if near else ""
        return f"de optie {getattr(error, 'option_name', '')} bestaat niet{hint}"
    if kind == "MissingParameter":
        param = getattr(error, "param", None)
        return f"er ontbreekt iets: geef {(getattr(param, 'metavar', None) or getattr(param, 'name', '') or 'een waarde')}"
    if text.startswith("No such command"):
        context = getattr(error, "ctx", None)
        lookup = f"een maatregel opzoeken: toolbox measure {name}; " if context is not None and context.parent is None else ""
        return f"het commando {name} bestaat niet; {lookup}alle commando's: toolbox --help"
    if text.startswith("Missing command"):
        return "geef een commando; toolbox --help noemt ze alle"
    if found := _SEVERAL.search(text):
        return f"na de optie {name} horen {found[1]} waarden, met een spatie ertussen; --help zegt welke"
    if "requires" in text:
        return f"na de optie {name or getattr(error, 'option_name', '')} hoort een waarde"
    if text.startswith("Got unexpected extra"):
        extra = text[text.rfind("(") + 1 :].rstrip(").")
        return f"er staat te veel achter het commando: {extra}; zet een naam met spaties tussen aanhalingstekens"
    if "is not readable" in text:
        return f"{name} kan niet worden gelezen (geen toegang); vraag wie het bestand beheert om leesrecht, of neem een kopie"
    return "het commando is niet goed gebruikt; voeg --help toe voor uitleg"


def _named(text: str) -> str:
    found = _QUOTED.search(text)
    return f"'{found.group(1)}'" if found else ""
