"""Report how long all documents of one case take in one command, as a ratio to a bare program that loads the same libraries.

Usage: python benchmarks/documents.py dist/toolbox_cli-*.whl
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
ROOT = Path(__file__).resolve().parent.parent
EXAMPLE, PROFILE = ROOT / "examples" / "bekende-persoon-station.yaml", ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml"
BARE = 'import typer, rich, pydantic, yaml, docx, typst; typst.compile(b"= Kop", format="pdf")'


def main(wheel: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        binaries = folder / "venv" / "bin"
        subprocess.run([binaries / "pip", "install", "--quiet", f"{Path(wheel).resolve()}[documents]"], check=True)
        subprocess.run([binaries / "python", "-m", "compileall", "-q", folder / "venv"], check=False, stdout=subprocess.DEVNULL)
        plan = [binaries / "toolbox", "plan", EXAMPLE, "--profile", PROFILE, "--all", "--force", "--output", folder / "out"]
        bare = seconds([binaries / "python", "-c", BARE])
        every = seconds(plan)
        made = len(list((folder / "out").iterdir()))
        print(f"all documents of one case: {every:.2f} s for {made} files (goal: under 5 s), {every / bare:.1f}x a bare program")


def seconds(command: list[str | Path]) -> float:
    """Return the median time of a command; the first round only warms the disk."""
    found = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found.append(time.perf_counter() - start)
    return statistics.median(found[1:])


if __name__ == "__main__":
    main(sys.argv[1])
