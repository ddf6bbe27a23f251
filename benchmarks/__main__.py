"""Every workload by its name, each in a process of its own. One line of JSON a workload on standard output.

python -m benchmarks                        # B1, B2, B4 and B5
python -m benchmarks B1 R3                  # by name
python -m benchmarks B3 --tenfold FOLDER    # the same pages in a council ten times as large, made before
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.util import find_spec

# The programs of each workload with their arguments, as the targets number them.
PROGRAMS: dict[str, tuple[str, ...]] = {
    "B1": ("pages",),
    "B2": ("people 200", "people 400", "overload"),
    "B3": ("growth",),
    "B4": ("saving",),
    "B5": ("importing", "copying"),
    "B6": ("memory",),
    "B8": ("history",),
    "B9": ("measures",),
    "B14": ("taking_away", "charts"),
    "B15": ("set_up",),
    "R3": ("row_security", "crossing 10000"),
    "R9": ("hostile_files",),
    "letters": ("letters",),
    "R14": ("leaving 1000",),
}
USUAL = ("B1", "B2", "B4", "B5")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("names", nargs="*", help=f"of {', '.join(PROGRAMS)}")
    asked.add_argument("--tenfold", help="the folder of a council ten times as large, for B3")
    options = asked.parse_args()
    names = options.names or [*USUAL, *(["B3"] if options.tenfold else [])]
    if unknown := set(names) - set(PROGRAMS):
        asked.error(f"There is no {', '.join(sorted(unknown))}.")
    if "B3" in names and not options.tenfold:
        asked.error("B3 takes --tenfold, the folder of a council ten times as large.")
    programs = [program.split() for name in names for program in PROGRAMS[name]]
    return max([run(module, [*more, *_of_growth(module, options.tenfold)]) for module, *more in programs])


def _of_growth(module: str, tenfold: str) -> list[str]:
    return [tenfold] if module == "growth" else []


def run(module: str, more: list[str]) -> int:
    """What is a value goes to standard output; what is only said, to standard error. 1 where it failed or is not there."""
    if find_spec(f"benchmarks.{module}") is None:
        print(f"benchmarks/{module}.py is not there.", file=sys.stderr)
        return 1
    command = [sys.executable, "-W", "ignore", "-m", f"benchmarks.{module}", *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for line in program.stdout:
            print(line, end="", file=sys.stdout if line.startswith("{") else sys.stderr, flush=True)
    return int(program.returncode != 0)


if __name__ == "__main__":
    sys.exit(main())
