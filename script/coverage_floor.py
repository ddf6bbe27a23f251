"""Hold what a package's own tests reach of it against its floor (tests/coverage.json), and raise the floor where they
reach further.

Lines and branches together, in per cent, cut off after two places; a package at a time, each in a process of its own. Rules,
recording, access, clocks and duties are to be reached whole: what of them is not is named.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FLOOR = ROOT / "tests" / "coverage.json"
MEASURED = ROOT / ".kittiwake" / "coverage"
# Folders of packages; whatever else stands in kittiwake is a package itself.
FOLDERS = ("assurance", "practice", "primitives")
# Whose tests stand elsewhere than beside it: what only joined parts can show, is tested where they are joined.
TESTED_IN = {
    "accounts": ("kittiwake/accounts", "kittiwake/access/tests/test_unsent.py"),
    "cli": (
        "tests/command_line",
        "tests/serving/test_supervising.py",
    ),
    "config": ("tests/serving",),
    "council": ("kittiwake/council", "tests/telling"),
    "outbox": ("kittiwake/outbox", "tests/telling"),
}
TO_BE_WHOLE = re.compile(
    r"kittiwake/(access|primitives/clocks|practice/duties)/|.*/(rules|recording)(\.py|/)", re.ASCII
)
WHOLE, REST = "rules and recording", "the rest"

Files = dict[str, dict[str, Any]]
Shares = dict[str, float]


def main(names: list[str]) -> int:
    if names == ["--unmeasured"]:
        return say_unmeasured()
    fallen = []
    for name in names or packages():
        files = measure(name)
        if files is None:
            say(f"{name}: its tests fail, so nothing is measured.")
            fallen.append(name)
        elif not hold(name, files, show_rest=bool(names)):
            fallen.append(name)
    if fallen:
        say(f"Fewer lines and branches are tested than before: {', '.join(fallen)}. Test what you added.")
    return int(bool(fallen))


def packages() -> list[str]:
    """Those that have Python."""
    folders = [ROOT / "kittiwake" / name for name in FOLDERS]
    there = [*(ROOT / "kittiwake").iterdir(), *(path for folder in folders for path in folder.iterdir())]
    with_python = [path for path in there if path not in folders and any(path.glob("**/*.py"))]
    return sorted(path.relative_to(ROOT / "kittiwake").as_posix() for path in with_python)


def unmeasured() -> list[str]:
    return sorted(set(packages()) - set(json.loads(FLOOR.read_text())))


def say_unmeasured() -> int:
    """Whether any package has no floor yet, and which."""
    names = unmeasured()
    lacking = f"These have no floor; measure them: script/coverage {' '.join(names)}"
    say(lacking if names else "Every package has its floor.")
    return int(bool(names))


def tests_of(name: str) -> list[str]:
    return list(TESTED_IN.get(name, [f"kittiwake/{name}"]))


def measure(name: str) -> Files | None:
    """What its tests reach of its files; none where they fail."""
    MEASURED.mkdir(parents=True, exist_ok=True)
    data = MEASURED / name.replace("/", ".")
    report = data.with_name(f"{data.name}.json")

    def coverage(*words: str) -> bool:
        command = [sys.executable, "-m", "coverage", *words]
        return not subprocess.run(
            command, env={**os.environ, "COVERAGE_FILE": str(data)}, cwd=ROOT
        ).returncode

    coverage("erase")
    if not coverage("run", "-m", "pytest", *tests_of(name)):
        return None
    coverage("combine", "--quiet")  # with what its tests began in processes of their own
    coverage("json", "--quiet", "--include", f"kittiwake/{name}/*", "-o", str(report))
    files: Files = json.loads(report.read_text())["files"]
    return files


def hold(name: str, files: Files, *, show_rest: bool = False) -> bool:
    """Whether nothing fell; where nothing did, the floor is now what was reached."""
    floors: dict[str, Shares] = json.loads(FLOOR.read_text())
    floor, parts = floors.get(name, {}), by_part(files)
    reached = {part: share(those) for part, those in parts.items()}
    for part, those in parts.items():
        say(f"{name}, {part}: {reached[part]:.2f} %, floor {floor.get(part, 0):.2f} %")
        if part == WHOLE or show_rest:
            for path, file in those.items():
                say_left_out(path, file)
    if any(reached[part] < least for part, least in floor.items() if part in reached):
        return False
    FLOOR.write_text(json.dumps(dict(sorted({**floors, name: reached}.items())), indent=2) + "\n")
    return True


def by_part(files: Files) -> dict[str, Files]:
    parts: dict[str, Files] = {WHOLE: {}, REST: {}}
    for path in sorted(files):
        parts[WHOLE if TO_BE_WHOLE.match(path) else REST][path] = files[path]
    return {part: those for part, those in parts.items() if those}


def share(files: Files) -> float:
    sums = [file["summary"] for file in files.values()]
    reached = sum(each["covered_lines"] + each.get("covered_branches", 0) for each in sums)
    there = sum(each["num_statements"] + each.get("num_branches", 0) for each in sums)
    return int(10_000 * reached / there) / 100 if there else 100.0


def say_left_out(path: str, file: dict[str, Any]) -> None:
    lines, branches = file["missing_lines"], file.get("missing_branches", [])
    ways = [f"{line}→{to if to > 0 else 'end'}" for line, to in branches if line not in lines]
    if left_out := [*map(str, lines), *ways]:
        say(f"  {path}: {', '.join(left_out)}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
