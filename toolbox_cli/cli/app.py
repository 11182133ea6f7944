"""The commands and the one place where errors become messages and exit codes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from toolbox_cli import __version__
from toolbox_cli.cli import (
    analyse,
    case,
    case_plan,
    check,
    clean,
    content,
    content_diff,
    decide,
    evaluate,
    evidence,
    grant,
    history,
    law,
    lookup,
    plan,
    profile,
    questions,
    statutes,
    term,
)
from toolbox_cli.cli.completion import prepare_completion
from toolbox_cli.cli.content_source import VARIABLE, forget, use_own
from toolbox_cli.cli.output import complain, make_streams_safe, report, say, silence_broken_pipe, without_personal
from toolbox_cli.cli.usage import DutchCommand, DutchGroup, complaint
from toolbox_cli.errors import ToolboxError, in_dutch

USED_WRONGLY, OUR_FAULT, INTERRUPTED = 2, 3, 130

app = typer.Typer(
    name="toolbox",
    cls=DutchGroup,
    help="Beslishulp voor gemeenten bij overlast en criminaliteit rond een opvanglocatie voor asielzoekers.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["--help", "-h"]},
)

for _name, _function in (
    ("analyse", analyse.analyse),
    ("check", check.check),
    ("measure", lookup.measure),
    ("partner", lookup.partner),
    ("practice", lookup.practice),
    ("law", law.law),
    ("share", law.share),
    ("search", lookup.search),
    ("questions", questions.questions),
    ("term", term.term),
    ("evidence", evidence.evidence),
    ("evaluate", evaluate.evaluate),
    ("plan", plan.plan),
    ("spuk-estimate", grant.spuk_estimate),
    ("completion", content.completion),
):
    app.command(_name, cls=DutchCommand)(_function)

_case = typer.Typer(cls=DutchGroup, help="Een zaak die maanden loopt.", add_completion=False, rich_markup_mode="rich")
_CASE_COMMANDS: tuple[tuple[str, Callable[..., int | None]], ...] = (
    ("new", clean.new),
    ("show", case.show_case),
    ("set", case.set_answers),
    ("problem", case.add_problem),
    ("merge", case.merge),
    ("choose", decide.choose),
    ("drop", decide.drop),
    ("plan", case_plan.plan),
    ("verify", decide.verify),
    ("keep", case.keep),
    ("clean", clean.clean),
)
for _name, _subcommand in _CASE_COMMANDS:
    _case.command(_name, cls=DutchCommand)(_subcommand)
app.add_typer(_case, name="case")

_profile = typer.Typer(cls=DutchGroup, add_completion=False, rich_markup_mode="rich")
_profile.callback(invoke_without_command=True)(profile.profile)
for _name, _subcommand in (("show", profile.show_profile), ("set", profile.set_fields), ("path", profile.path)):
    _profile.command(_name, cls=DutchCommand)(_subcommand)
app.add_typer(_profile, name="profile")

_content = typer.Typer(cls=DutchGroup, help="Voor wie de inhoud bewerkt.", add_completion=False, rich_markup_mode="rich")
_content.command("check", cls=DutchCommand)(content.check)
_content.command("own", cls=DutchCommand)(content.own)
_content.command("fingerprint", cls=DutchCommand)(statutes.fingerprint)
_content.command("diff", cls=DutchCommand)(content_diff.diff)
_content.command("history", cls=DutchCommand)(history.history)
app.add_typer(_content, name="content")


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="Toon de versie."),
    own: Annotated[
        Path | None,
        typer.Option("--own", metavar="MAP", envvar=VARIABLE, show_envvar=False, help=f"Map met eigen inhoud; of {VARIABLE}."),
    ] = None,
) -> None:
    token = use_own(own)
    context.call_on_close(lambda: forget(token))
    if version:
        print(f"toolbox {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with the exit code of the README's table."""
    make_streams_safe()
    code = run(arguments)
    gc.freeze()  # nothing that is left needs tidying, and looking through it all at the end takes a fifth of the time
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    prepare_completion()
    if sys.stdout is None:
        say("toolbox: er is geen uitvoer om het antwoord op te tonen")
        return 1
    try:
        result = app(args=list(arguments) if arguments is not None else None, prog_name="toolbox", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except ToolboxError as error:
        return report(error)
    except (KeyboardInterrupt, typer.Abort):
        say("\nAfgebroken.")
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # Typer leaves with SystemExit when the reader (head, less) has gone
        silence_broken_pipe()
        return 0
    except OSError as error:
        silence_broken_pipe()
        say(f"toolbox: het antwoord kan niet worden getoond of bewaard ({in_dutch(error)})")
        return 1
    except typer.TyperException as error:
        complain(f"toolbox: {without_personal(complaint(error))}")
        return USED_WRONGLY
    except RecursionError:
        say("toolbox: de invoer is te diep genest; maak haar eenvoudiger")
        return 1
    except Exception as error:
        import traceback

        place = traceback.extract_tb(error.__traceback__)[-1]
        say(f"toolbox: dit is een fout van ons, niet van u ({type(error).__name__} in {place.name}, regel {place.lineno})")
        say("Meld deze regel aan de beheerder. Antwoorden op vragen zijn bewaard tot en met de laatste vraag.")
        return OUR_FAULT
