"""Ways to run the tool: in this process, as a program behind pipes, and in a terminal."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pexpect
import pytest
from helpers import posix
from hypothesis import settings

from toolbox_cli.cli.app import run

gc.set_threshold(200_000, 20, 20)  # the content is read some hundred times; looking for garbage in between takes a quarter of that

settings.register_profile("full", deadline=None)  # .ci/run asks for it; `helpers.examples` says what it means

_STEERING = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "PYTHONIOENCODING",
    "PYTHONUTF8",
    "PYTHONHASHSEED",
    "TOOLBOX_PROFILE",
    "TOOLBOX_OWN",
)
_HOMES = {"HOME": "", "XDG_CONFIG_HOME": ".config", "USERPROFILE": "", "APPDATA": "AppData", "LOCALAPPDATA": "AppData"}


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new home folder for every test; it is only made when the program makes it."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads the settings of whoever runs it, nor those of another test; also not in a program that it starts."""
    folder = next(homes)
    for name, inner in _HOMES.items():
        monkeypatch.setenv(name, str(folder / inner))
    for name in ("TOOLBOX_PROFILE", "TOOLBOX_OWN"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def toolbox(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Run one command in this process, without a terminal."""
    for name in _STEERING:
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object, columns: int = 80) -> Outcome:
        monkeypatch.setenv("COLUMNS", str(columns))
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return call


def environment(**extra: str) -> dict[str, str]:
    """The environment of a started program: ours, without what steers the output, with `extra`."""
    plain = {name: value for name, value in os.environ.items() if name not in _STEERING}
    return {**plain, "PYTHONUTF8": "1", **extra}


@pytest.fixture
def started(tmp_path: Path) -> Callable[..., Outcome]:
    """Run one command as a program of its own, behind pipes, in an empty folder."""

    def call(*arguments: object, **extra: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "toolbox_cli", *map(str, arguments)],
            cwd=tmp_path,
            env=environment(**extra),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=30,
        )
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return call


@pytest.fixture
def spawn_toolbox(tmp_path: Path) -> Iterator[Callable[..., pexpect.spawn]]:
    """Start a command in a terminal of 80 columns, in an empty folder."""
    if posix.args[0]:
        pytest.skip(posix.kwargs["reason"])
    running: list[pexpect.spawn] = []

    def start(*arguments: object, **extra: str) -> pexpect.spawn:
        term = pexpect.spawn(
            sys.executable,
            ["-m", "toolbox_cli", *map(str, arguments)],
            cwd=str(tmp_path),
            env=environment(TERM="xterm", **extra) if "TERM" not in extra else environment(**extra),
            dimensions=(40, 80),
            encoding="utf-8",
            codec_errors="surrogateescape",
            timeout=10,
        )
        term.delaybeforesend = None
        running.append(term)
        return term

    yield start
    for term in running:
        term.close(force=True)
