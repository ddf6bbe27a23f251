"""Set-up from nothing: an empty council, the made-up one, a second start, a copy put back, and what is installed.

    .venv/bin/python -m benchmarks.set_up [--scale 1]

Each is a command as a person types it, in a new folder. Seconds by the clock, and of processor: of the command, what it starts, and
its database server. Packages and the built front end are there already (script/setup).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

TARGETS = {
    "empty council": ("cpu", 10),
    "made-up council": ("wall", 60),
    "second start": ("wall", 5),
    "restore": ("wall", 15),
}
ROOT = Path(__file__).parent.parent
LOOKS_EVERY = 0.05


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=int, default=1)
    scale = parser.parse_args().scale
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        timed("empty council", home / "empty", "init")
        timed("made-up council", home / "demo", "demo", "--no-serve", "--scale", str(scale), scale=scale)
        timed("second start", home / "demo", "demo", "--no-serve")
        key, copies = str(home / "key"), home / "copies"
        timed("key of backups", home / "demo", "backup-key", key)
        timed("backup", home / "demo", "backup", str(copies))
        copy = next(copies.glob("*.age"), copies)
        timed("restore", home / "restored", "restore", str(copy), "--key", key)
    print(json.dumps({"name": "installed", "bytes": sum(map(size, (ROOT / ".venv", ROOT / "kittiwake")))}))


def timed(name: str, home: Path, *command: str, **more: object) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("DATABASE_")}
    began = time.monotonic()
    process = psutil.Popen(
        [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", *command],
        env={**environment, "KITTIWAKE_HOME": str(home)}, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    used: dict[int, float] = {}
    while process.poll() is None:
        for one in (process, *process.children(recursive=True), *server(home)):
            used[one.pid] = max(used.get(one.pid, 0.0), processor(one))
        time.sleep(LOOKS_EVERY)
    wall, cpu = time.monotonic() - began, sum(used.values())
    kind, target = TARGETS.get(name, ("wall", None))
    met = None if target is None else not process.returncode and {"wall": wall, "cpu": cpu}[kind] <= target
    print(
        json.dumps({
            "name": name, "wall": round(wall, 1), "cpu": round(cpu, 1), "code": process.returncode, "target": target, "of": kind,
            "met": met, "load": os.getloadavg()[0], **more,
        }),
        flush=True,
    )  # fmt: skip
    if process.returncode:
        sys.exit(
            f"“{' '.join(command)}” ended with {process.returncode}: what follows would not be what it says."
        )


def server(home: Path) -> list[psutil.Process]:
    """It is nobody's child: it outlives the command that started it, where another one needs it."""
    try:
        postmaster = psutil.Process(int((home / "postgres" / "postmaster.pid").read_text().split()[0]))
        return [postmaster, *postmaster.children()]
    except (OSError, ValueError, IndexError, psutil.Error):
        return []


def processor(process: psutil.Process) -> float:
    """Its own: what it started is counted by itself."""
    try:
        times = process.cpu_times()
        return float(times.user + times.system)
    except psutil.Error:
        return 0.0


def size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    main()
