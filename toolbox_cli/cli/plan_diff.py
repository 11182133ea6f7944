"""The state of a case kept, and two states compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolbox_cli.analysis.state import ProblemState, State
    from toolbox_cli.cli.given import Given
    from toolbox_cli.model.catalogue import Catalogue


def show_diff(catalogue: Catalogue, old: Path, new: Path, *, profile: Path | None, no_profile: bool, as_json: bool) -> None:
    """Print what is different between two cases or kept states, and why."""
    from toolbox_cli.analysis.state_diff import state_diff
    from toolbox_cli.cli.content_source import own_folder
    from toolbox_cli.cli.output import print_json
    from toolbox_cli.cli.screen import show
    from toolbox_cli.content.hash import content_hash_of_installation
    from toolbox_cli.reports.state_diff import compose_state_diff, state_diff_json, tell_old_case

    (before, made_with), (after, _) = (_state(catalogue, path, profile, no_profile=no_profile) for path in (old, new))
    diff = state_diff(catalogue, before, after, content_hash_of_installation(own_folder()))
    if as_json:
        print_json(state_diff_json(diff))
        return
    document = compose_state_diff(catalogue, diff)
    if made_with is not None and made_with != catalogue.edition.version:
        tell_old_case(document, made_with, catalogue.edition.version)
    show(document)


def refuse_state_at(path: Path) -> None:
    """Raise an error when a state cannot be kept in this file: it must be new, end on .json and be in a folder that is there."""
    from toolbox_cli.cli.plan_files import told_place
    from toolbox_cli.content.state_file import is_state
    from toolbox_cli.errors import ToolboxError, UsageError

    if not is_state(path):
        raise UsageError(f"--save-state {path}: laat de naam eindigen op .json")
    with told_place("--save-state", path):
        if path.exists():
            raise UsageError(f"--save-state {path}: dit bestand bestaat al", "Kies een nieuwe naam, bijvoorbeeld met de datum erin.")
        if not path.parent.is_dir():
            raise ToolboxError(f"--save-state {path}: deze map bestaat niet", "Maak de map eerst, of kies een andere.")


def write_state(catalogue: Catalogue, given: Given, path: Path) -> None:
    """Write the state of a case to a new file."""
    from toolbox_cli.cli.output import say
    from toolbox_cli.content.files import write_atomically

    write_atomically(path, state_of(catalogue, given).model_dump_json(indent=2) + "\n")
    say(f"Stand bewaard in {path}. Later vergelijken: toolbox plan --diff {path} ZAAK")


def state_of(catalogue: Catalogue, given: Given) -> State:
    """Return the state of a case."""
    from toolbox_cli.analysis.case import problems_of
    from toolbox_cli.analysis.state import State
    from toolbox_cli.cli.receipts import receipt_for

    receipt = receipt_for(catalogue, given)
    problems = {name: _problem(catalogue, given, name) for name in problems_of(given.case)}
    return State(content=receipt.content, content_hash=receipt.content_hash, law_date=receipt.law_date, problems=problems)


def _problem(catalogue: Catalogue, given: Given, name: str) -> ProblemState:
    from toolbox_cli.analysis.state import problem_state
    from toolbox_cli.cli.receipts import record_of
    from toolbox_cli.reports.decisions import decided_text, measure_name

    record = record_of(catalogue, given, name)
    decisions = [f"{measure_name(catalogue, item.measure)}: {decided_text(item)}" for item in record.decisions]
    return problem_state(catalogue, record.assessment, record.problem.name if record.problem else "", decisions)


def _state(catalogue: Catalogue, path: Path, profile: Path | None, *, no_profile: bool) -> tuple[State, str | None]:
    """The state in a file, or that of the case in it now, with the content that the case was made with (None for a kept state)."""
    from toolbox_cli.content.state_file import is_state, read_state

    if is_state(path):
        return read_state(path, catalogue), None
    from toolbox_cli.cli.plan_given import given_for

    given = given_for(catalogue, path, profile, no_profile=no_profile)
    return state_of(catalogue, given), given.case.content
