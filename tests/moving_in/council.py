"""An empty folder, the commands as a person types them, and the service they start. No demo, and nothing of the tests' own engine."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from conftest import ROOT
from tests.journeys.conftest import free_port, until_it_answers

# What the tests' own environment says of another council.
FOREIGN = ("DATABASE_URL", "DATABASE_OWNER_URL", "DJANGO_SETTINGS_MODULE")


class Council:
    def __init__(self, home: Path, **said: str) -> None:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in FOREIGN and not name.startswith("KITTIWAKE_")
        }
        self.home, self.port = home, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {**kept, **said, "KITTIWAKE_HOME": str(home), "KITTIWAKE_ADDRESS": self.address}

    def run(self, *arguments: str, code: int = 0) -> str:
        """What the command prints. Anything but `code` is a failure, and says why."""
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", *arguments],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            check=False,
            text=True,
        )
        assert done.returncode == code, f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def answer(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(self.run(*arguments, "--json", code=code))
        return said

    @contextlib.contextmanager
    def served(self) -> Iterator[None]:
        """Until the block ends; asked to stop as systemd asks, and gone when it does."""
        command = [
            sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "serve", "--port", str(self.port)
        ]  # fmt: skip
        server = subprocess.Popen(command, env=self.environment, cwd=ROOT, start_new_session=True)
        try:
            until_it_answers(self.port)
            yield
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(60)
