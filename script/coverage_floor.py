"""Hold what the tests reach against the floor (tests/coverage.json), and raise the floor where they reach further.

Lines and branches together, in per cent, cut off after two places. Rules, recording, access and clocks are to be reached
whole: what of them is not is named.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

FLOOR = Path(__file__).resolve().parent.parent / "tests" / "coverage.json"
# The first that fits takes the file.
PARTS = {
    "access": r"kittiwake/access/",
    "clocks": r"kittiwake/primitives/clocks/",
    "rules": r"(.*/)?rules(_of_\w+)?(\.py|/)",
    "recording": r"(.*/)?recording(_of_\w+)?(\.py|/)",
    "the rest": r"",
}
WHOLE = {"access", "clocks", "rules", "recording"}


def main(measured: Path) -> int:
    files: dict[str, Any] = json.loads(measured.read_text())["files"]
    reached = {part: share([files[name] for name in names]) for part, names in by_part(files).items()}
    floor: dict[str, float] = json.loads(FLOOR.read_text())
    fallen = [part for part, share in reached.items() if share < floor.get(part, 0)]
    for part, names in by_part(files).items():
        say(f"{part}: {reached[part]:.2f} %, floor {floor.get(part, 0):.2f} %")
        if part in WHOLE:
            for name in names:
                say_left_out(name, files[name])
    if fallen:
        say(f"Fewer lines and branches are tested than before: {', '.join(fallen)}. Test what you added.")
        return 1
    FLOOR.write_text(json.dumps({**floor, **reached}, indent=2) + "\n")
    return 0


def by_part(files: dict[str, Any]) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {part: [] for part in PARTS}
    for name in sorted(files):
        parts[next(part for part, pattern in PARTS.items() if re.match(pattern, name))].append(name)
    return {part: names for part, names in parts.items() if names}


def share(files: list[dict[str, Any]]) -> float:
    sums = [file["summary"] for file in files]
    reached = sum(one["covered_lines"] + one.get("covered_branches", 0) for one in sums)
    there = sum(one["num_statements"] + one.get("num_branches", 0) for one in sums)
    return int(10_000 * reached / there) / 100 if there else 100.0


def say_left_out(name: str, file: dict[str, Any]) -> None:
    lines, branches = file["missing_lines"], file.get("missing_branches", [])
    ways = [f"{line}→{to if to > 0 else 'end'}" for line, to in branches if line not in lines]
    if left_out := [*map(str, lines), *ways]:
        say(f"  {name}: {', '.join(left_out)}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
