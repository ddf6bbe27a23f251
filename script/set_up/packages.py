"""The Python packages, in .venv. An environment that is being changed is marked, and the mark goes last."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

from .notes import digest, remove, write_whole
from .running import ROOT, Stopped, clean_environment, explain, progress, run

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
VENV_NOTE = VENV / "kittiwake.json"
VENV_MARK = VENV / "kittiwake.unfinished"


def set_up_packages(requirements: Path, lock: int) -> None:
    """Make .venv hold what the file pins. Keeps an environment that somebody else made, and adds to it."""
    made_from = digest([requirements])
    if is_broken():
        make_empty_environment()
    note = read_note()
    if note.get(requirements.name) == made_from:
        return
    if not holds(requirements):
        install(requirements, lock)
        note = {}
    write_whole(VENV_NOTE, json.dumps({**note, **whereabouts(), requirements.name: made_from}))
    VENV_MARK.unlink(missing_ok=True)


def is_broken() -> bool:
    """Not there, not finished, made in another place, or made with a Python that has gone."""
    if VENV_MARK.exists() or not PYTHON.exists():
        return True
    note = read_note()
    return bool(note) and not whereabouts().items() <= note.items()


def read_note() -> dict[str, str]:
    try:
        return dict(json.loads(VENV_NOTE.read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def whereabouts() -> dict[str, str]:
    """Neither may change under an environment: its scripts name the first, its libraries are for the second."""
    return {"root": str(ROOT), "python": os.path.realpath(PYTHON)}


def make_empty_environment() -> None:
    VENV.mkdir(exist_ok=True)
    VENV_MARK.touch()
    for path in VENV.iterdir():
        if path != VENV_MARK:
            remove(path)
    venv.EnvBuilder(symlinks=True, with_pip=False).create(VENV)


def holds(requirements: Path) -> bool:
    """Whether every pinned package is installed whole. RECORD is the last file that pip writes of one."""
    pins = re.findall(r"^([\w.-]+)==(\S+)", requirements.read_text(), re.MULTILINE)
    there = {path.parent.name.lower() for path in VENV.glob("lib/python3*/site-packages/*.dist-info/RECORD")}
    return all(
        f"{re.sub(r'[-_.]+', '_', name)}-{version}.dist-info".lower() in there for name, version in pins
    )


def install(requirements: Path, lock: int) -> None:
    VENV_MARK.touch()
    VENV_NOTE.unlink(missing_ok=True)
    python = python_with_pip()
    command = [
        python,
        "-m",
        "pip",
        "--python",
        str(PYTHON),
        "install",
        "--require-hashes",
        "--only-binary",
        ":all:",
    ]
    with progress("Fetching Python packages (a minute or two, this once)"):
        code, said = run([*command, "--no-input", "-r", str(requirements)], lock)
    if code and "Installing collected packages" not in said:
        VENV_MARK.unlink()  # pip changes nothing before that line
    if code:
        raise Stopped(explain(said, what="Python packages"))


def python_with_pip() -> str:
    """This Python; or, inside a virtual environment, the one it was made with, for .venv itself has no pip."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    for python in (base, sys.executable):
        if (
            subprocess.run(
                [python, "-c", "import pip"], capture_output=True, env=clean_environment()
            ).returncode
            == 0
        ):
            return python
    return base
