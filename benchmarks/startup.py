"""Report how long the installed commands take, as ratios to bare programs with the same libraries, in the same run.

Usage: python benchmarks/startup.py dist/toolbox_cli-*.whl
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "winkeldiefstal-centrum.yaml"

BARE_FOUR = """
import typer, rich, pydantic, yaml
from rich.console import Console
from rich.table import Table
app = typer.Typer()
@app.command()
def main():
    table = Table("a", "b")
    table.add_row("1", "2")
    Console().print(table)
app()
"""
BARE_TYPER = """
import typer
app = typer.Typer()
@app.command()
def main():
    pass
app()
"""
ASSESS = """
import time
from pathlib import Path
from toolbox_cli.analysis.assess import assess
from toolbox_cli.content.case_file import read_answers
from toolbox_cli.content.load import load_catalogue
catalogue = load_catalogue()
answers = read_answers(Path({example!r}), catalogue)
assess(catalogue, answers)
start = time.perf_counter()
for _ in range(50):
    assess(catalogue, answers)
print(f"{{(time.perf_counter() - start) / 50 * 1000:.2f}}")
"""


def main(wheel: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        binaries = folder / "venv" / "bin"
        subprocess.run([binaries / "pip", "install", "--quiet", str(Path(wheel).resolve())], check=True)
        subprocess.run([binaries / "python", "-m", "compileall", "-q", folder / "venv"], check=False, stdout=subprocess.DEVNULL)
        four, typer = folder / "four.py", folder / "typer_only.py"
        four.write_text(BARE_FOUR)
        typer.write_text(BARE_TYPER)
        toolbox, python = str(binaries / "toolbox"), str(binaries / "python")
        with_answers = [toolbox, "analyse", "--answers", str(EXAMPLE)]
        complete = {"_TOOLBOX_COMPLETE": "complete_bash", "COMP_WORDS": "toolbox measure geb", "COMP_CWORD": "2"}
        commands = {
            "bare, four libraries": ([python, str(four)], {}),
            "measure gebiedsverbod": ([toolbox, "measure", "gebiedsverbod"], {}),
            "analyse --answers": (with_answers, {}),
            "bare Typer": ([python, str(typer)], {}),
            "completion": ([toolbox], complete),
            "law 172a": ([toolbox, "law", "172a"], {}),
            "check --answers": ([toolbox, "check", "gebiedsverbod/172a", "--answers", str(EXAMPLE)], {}),
            "analyse --explain": ([*with_answers, "--explain"], {}),
            "analyse --next": ([*with_answers, "--next"], {}),
            "analyse --what-if": ([*with_answers, "--what-if", "ernstige_vrees=nee"], {}),
        }
        times = {label: [] for label in commands}
        for _ in range(ROUNDS + 1):
            for label, (command, extra) in commands.items():
                times[label].append(seconds(command, extra, folder))
        middle = {label: statistics.median(found[1:]) for label, found in times.items()}
        for label, base, goal in (
            ("measure gebiedsverbod", "bare, four libraries", 1.35),
            ("analyse --answers", "bare, four libraries", 1.6),
            ("completion", "bare Typer", 1.3),
            ("law 172a", "analyse --answers", 2),
            ("check --answers", "analyse --answers", 2),
            ("analyse --explain", "analyse --answers", 2),
            ("analyse --next", "analyse --answers", 2),
            ("analyse --what-if", "analyse --answers", 2),
        ):
            print(f"{label:24} {middle[label]:.3f} s = {middle[label] / middle[base]:.2f} x {base}; goal at most {goal}")
        done = subprocess.run([python, "-c", ASSESS.format(example=str(EXAMPLE))], capture_output=True, text=True, check=True, cwd=folder)
        print(f"{'one assessment':24} {done.stdout.strip()} ms; goal at most 5")


def seconds(command: list[str], extra: dict[str, str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        command, env={**os.environ, "COLUMNS": "80", **extra}, cwd=folder, check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1])
