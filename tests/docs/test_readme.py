"""The README is true because it runs."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import ROOT

from toolbox_cli.cli.overview import command_table

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
SHELL = [line for block in re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL) for line in block.splitlines()]


def words_of(command: str) -> tuple[list[str], str | None]:
    """The arguments in a line of the README, and the file its output goes to."""
    words = shlex.split(command, comments=True)
    target = words.pop(words.index(">") + 1) if ">" in words else None
    return [word for word in words[1:] if word != ">"], target


def run(command: str, folder: os.PathLike[str]) -> subprocess.CompletedProcess[str]:
    arguments, target = words_of(command)
    assert target is None
    return subprocess.run(
        [sys.executable, "-m", "toolbox_cli", *arguments],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL,
        env={**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}, check=False,
    )  # fmt: skip


def examples() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in "".join(CONSOLE).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


@pytest.mark.parametrize(("command", "expected"), examples(), ids=[command for command, _ in examples()])
def test_what_the_readme_shows_is_what_the_command_prints(command: str, expected: list[str]) -> None:
    done = run(command, ROOT)
    pattern = ".*".join(re.escape(part) for part in "\n".join(expected).split("…"))

    assert done.returncode == 0, done.stderr
    assert re.match(pattern, done.stdout, flags=re.DOTALL), done.stdout[:600]


def test_shell_examples_run_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toolbox: Callable) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    commands = [line for line in SHELL if line.startswith("toolbox ") and not line.startswith("toolbox analyse  ")]

    assert len(commands) >= 5
    for command in commands:
        words, target = words_of(command)
        done = toolbox(*words)
        assert done.code == 0, (command, done.err)
        if target is not None:
            Path(target).write_text(done.out, encoding="utf-8")


def test_the_list_of_commands_is_the_one_the_program_has() -> None:
    listed = README.split("<!-- generated: commands -->")[1].split("<!-- end -->")[0].strip()

    assert listed == command_table().strip()


def test_the_first_command_of_the_readme_names_an_example_that_exists() -> None:
    command = next(line for line in SHELL if line.startswith("python3 -m venv"))
    path = command.split("--answers ")[1].strip()

    assert (ROOT / path).is_file()
    assert run(f"toolbox analyse --answers {path}", ROOT).returncode == 0
