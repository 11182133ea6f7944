"""Killed at any moment: the file is the whole old case or the whole new one, and the next run goes on from there."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pexpect
import pytest
from conftest import environment
from helpers import CATALOGUE, ROOT, posix

from toolbox_cli.content.case_file import read_case
from toolbox_cli.content.case_text import write_case
from toolbox_cli.content.files import write_atomically
from toolbox_cli.model.case import Case

EXAMPLE = ROOT / "examples" / "bekende-persoon-station.yaml"


def states(folder: Path) -> tuple[Path, Case, str, str]:
    """A file with an old case, the new case, and the texts of both."""
    file = Path(shutil.copy(EXAMPLE, folder / "zaak.yaml"))
    old = file.read_text(encoding="utf-8")
    case = read_case(file, CATALOGUE)
    new = replace(case, former={f"vraag_{number}": "een lang antwoord " * 20 for number in range(200)})
    write_case(file, CATALOGUE, new)
    text = file.read_text(encoding="utf-8")
    file.write_text(old, encoding="utf-8")
    assert len(text) > 60_000  # more than one block, so that half a file could be seen
    return file, new, old, text


def forked(run: Callable[[], None]) -> int:
    """Run this in a process of its own; return its id."""
    child = os.fork()
    if child == 0:
        try:
            run()
        finally:
            os._exit(0)
    return child


def killed_by(child: int) -> int:
    """Wait for the process; return the signal that ended it, 0 when it ended by itself."""
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


@posix
def test_killed_at_every_line_of_the_writing_the_file_is_whole(tmp_path: Path) -> None:
    file, new, old, text = states(tmp_path)
    seen = set()
    for line in range(1, 200):
        file.write_text(old, encoding="utf-8")
        ended = killed_by(forked(lambda line=line: _write_until(line, file, new)))
        found = file.read_text(encoding="utf-8")
        assert found in (old, text)
        seen.add(found)
        if not ended:
            break
    else:
        pytest.fail("the writing has more lines than were tried")

    assert line > 10
    assert seen == {old, text}


def _write_until(last: int, file: Path, case: Case) -> None:
    """Write the case, and die at this line of the module that writes."""
    module = str(Path("content") / "files.py")
    count = 0

    def watch(frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
        nonlocal count
        if not frame.f_code.co_filename.endswith(module):
            return None
        count += event == "line"
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return watch

    sys.settrace(watch)
    write_case(file, CATALOGUE, case)


@posix
@pytest.mark.slow
def test_killed_at_random_moments_of_writing_without_end_the_file_is_whole(tmp_path: Path) -> None:
    file, _, old, text = states(tmp_path)
    chance = random.Random(4)

    def back_and_forth() -> None:
        while True:
            write_atomically(file, text)
            write_atomically(file, old)

    for _ in range(30):
        child = forked(back_and_forth)
        time.sleep(chance.uniform(0.005, 0.05))
        os.kill(child, signal.SIGKILL)
        assert killed_by(child) == signal.SIGKILL
        assert file.read_text(encoding="utf-8") in (old, text)
        for rest in tmp_path.glob(".zaak.yaml.*"):
            rest.unlink()


@pytest.mark.slow
def test_a_correction_that_is_killed_is_made_wholly_or_not_at_all(tmp_path: Path) -> None:
    file = Path(shutil.copy(EXAMPLE, tmp_path / "zaak.yaml"))
    old = file.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "toolbox_cli", "case", "set", str(file), "frequentie=dagelijks"]
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True, env=environment())
    whole, new = time.monotonic() - started, file.read_text(encoding="utf-8")
    assert new != old
    chance = random.Random(4)
    for _ in range(8):
        file.write_text(old, encoding="utf-8")
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
        time.sleep(chance.uniform(0.4, 1.1) * whole)
        child.kill()
        child.wait()
        assert file.read_text(encoding="utf-8") in (old, new)


@pytest.mark.slow
def test_an_interview_killed_just_after_an_answer_keeps_every_answer_before_it(
    spawn_toolbox: Callable[..., pexpect.spawn], tmp_path: Path
) -> None:
    file, chance = tmp_path / "a.yaml", random.Random(4)
    known = 0
    for _ in range(4):
        term = spawn_toolbox("analyse", *(("--answers", "a.yaml") if file.exists() else ("--save", "a.yaml")))
        for _ in range(3):
            term.expect(r"Vraag [0-9]+ \(")
            term.expect(r"(?:Nummer|Aantal|Datum)[^\r\n]*: ")
            assert known == 0 or len(read_case(file, CATALOGUE).said) >= known
            known = len(read_case(file, CATALOGUE).said) if file.exists() else 0
            term.sendline("w")
        time.sleep(chance.uniform(0, 0.03))
        term.kill(signal.SIGKILL)
        term.close()
        found = len(read_case(file, CATALOGUE).said)
        assert known <= found <= known + 1
        known = found
    assert known >= 8
