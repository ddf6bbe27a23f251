"""PostgreSQL's own programs, on our database as its owner: those of the server's version, wherever they are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO, Any

from kittiwake.cli import starting
from kittiwake.cli.starting import refuse
from kittiwake.config import engine


class Program:
    """One that runs, fed or read through a pipe. What it complains of is kept, for whoever waits for its end."""

    def __init__(self, name: str, *arguments: str, stdin: Any = None, stdout: Any = None) -> None:
        self.name = name
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115 (as long as the program)
        self.process = subprocess.Popen(
            [path(name), *arguments], env=_environment(), stdin=stdin, stdout=stdout, stderr=self.complaints
        )

    @property
    def stdin(self) -> IO[bytes]:
        assert self.process.stdin is not None
        return self.process.stdin

    @property
    def stdout(self) -> IO[bytes]:
        assert self.process.stdout is not None
        return self.process.stdout

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def failed(self) -> str | None:
        """Once it has ended: why not well, in its own words."""
        if self.process.wait() == 0:
            return None
        self.complaints.seek(0)
        said = self.complaints.read().decode("utf-8", "replace")
        errors = re.findall(r"(?:ERROR|error|FATAL):\s+(.+)", said) or said.strip().splitlines()[-1:]
        return errors[0] if errors else f"{self.name} gave no reason"


def path(name: str) -> str:
    wanted = _version_of_server()
    there = [
        candidate
        for candidate in (str(engine.programs() / name), shutil.which(name))
        if candidate and Path(candidate).exists()
    ]
    same = [candidate for candidate in there if _version_of(candidate) == wanted]
    if same:
        return same[0]
    # An older server is read by a newer pg_dump, and by nothing else.
    newer = [candidate for candidate in there if name == "pg_dump" and _version_of(candidate) > wanted]
    return (
        newer[0]
        if newer
        else refuse(
            f"{name} of PostgreSQL {wanted} is not installed on this machine. Install the client programs of PostgreSQL {wanted}."
        )
    )


def _version_of(program: str) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    version = re.search(r"\d+", said)
    return int(version[0]) if version else 0


def _version_of_server() -> int:
    import psycopg

    with psycopg.connect(starting.owner_url()) as owner:
        return owner.info.server_version // 10000


def _environment() -> dict[str, str]:
    return {**os.environ, **engine.environment_of(os.environ["DATABASE_OWNER_URL"])}
