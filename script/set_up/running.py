"""Running other programs, one set-up at a time, and saying what went wrong in words that help."""

from __future__ import annotations

import fcntl
import os
import platform
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

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


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - telling is what this is for
