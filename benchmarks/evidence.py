"""Report how long a million incidents take, against polars alone on the same file, in the same run; and the memory against the file.

Usage: python benchmarks/evidence.py dist/toolbox_cli-*.whl
"""

import datetime
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS, ROWS = 5, 1_000_000
KINDS = ("Diefstal uit winkel", "Geluidsoverlast", "Vechtpartij", "Vernieling", "Bedreiging", "Openbare dronkenschap")
READ_AND_GROUP = """
import sys
import polars as pl
pl.{read}(sys.argv[1], separator=";", infer_schema_length=0).group_by("Soort incident", "Straat").len(){collect}
"""
ALONE = {
    "polars, read_csv": READ_AND_GROUP.format(read="read_csv", collect=""),
    "polars, scan_csv": READ_AND_GROUP.format(read="scan_csv", collect=".collect()"),
}


def main(wheel: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        binaries = folder / "venv" / "bin"
        subprocess.run([binaries / "pip", "install", "--quiet", f"{Path(wheel).resolve()}[evidence]"], check=True)
        subprocess.run([binaries / "python", "-m", "compileall", "-q", folder / "venv"], check=False, stdout=subprocess.DEVNULL)
        file = folder / "incidenten.csv"
        write_incidents(file)
        commands = {label: [binaries / "python", "-c", code, file] for label, code in ALONE.items()}
        commands["toolbox evidence"] = [binaries / "toolbox", "evidence", file, "--period", "2023..2024", "--source", "politie", "--json"]
        times: dict[str, list[float]] = {label: [] for label in commands}
        memory: dict[str, float] = {}
        for _ in range(ROUNDS + 1):
            for label, command in commands.items():
                start = time.perf_counter()
                memory[label] = peak(command)
                times[label].append(time.perf_counter() - start)
        least = {label: statistics.median(found[1:]) for label, found in times.items()}  # the first round only warms the disk
        size = file.stat().st_size
        for label, seconds in least.items():
            against = ", ".join(f"{seconds / least[alone]:.2f}x {alone}" for alone in ALONE if alone != label)
            print(f"{label}: {seconds:.2f} s ({against}); memory {memory[label] / 1e6:.0f} MB, {memory[label] / size:.2f}x the file")


def peak(command: list[object]) -> float:
    """Run a command and return the most memory it held, in bytes."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *map(str, command)], check=True, capture_output=True, text=True)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)


def write_incidents(path: Path) -> None:
    """A made-up export of a million rows."""
    rest, first = random.Random(1), datetime.date(2023, 1, 1)
    with path.open("w", encoding="utf-8") as stream:
        stream.write("Zaaknummer;Soort incident;Datum;Tijd;Straat;Wijk;Bron\n")
        for number in range(ROWS):
            day = first + datetime.timedelta(days=rest.randrange(731))
            moment = f"{day:%d-%m-%Y};{rest.randrange(24):02d}:{rest.randrange(60):02d}"
            street = f"{chr(65 + rest.randrange(20))}-straat"
            stream.write(f"PL{number:08d};{rest.choice(KINDS)};{moment};{street};Centrum;politie\n")


if __name__ == "__main__":
    main(sys.argv[1])
