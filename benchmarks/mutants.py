"""Report how many faults in the rules the golden cases catch, by kind of rule, and which they miss.

Usage: python benchmarks/mutants.py
"""

import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))


def main() -> int:
    from golden import read_cases
    from helpers import CATALOGUE
    from mutants import mutants, tally

    started = time.perf_counter()
    cases, made = read_cases(), tuple(mutants(CATALOGUE))
    found = tally(CATALOGUE, cases, made)
    seconds = time.perf_counter() - started
    print(f"{len(cases)} cases, {found.made} mutants, {len(found.idle)} of them proven to change nothing, {seconds:.0f} s")
    total, idle, missed = (Counter(mutant.where.split(" ")[0] for mutant in group) for group in (made, found.idle, found.missed))
    for kind in total:
        faults = total[kind] - idle[kind]
        print(f"  {kind:<10} {faults - missed[kind]:>5} of {faults:>5} caught")
    print(f"  {'together':<10} {found.score:.1%}")
    for mutant in found.missed:
        print(f"  missed: {mutant}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
