"""The worker: what takes minutes is done here, beside the pages."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from kittiwake.cli import starting

# Asked to stop, a worker may end what it is doing; what it cannot end in this time is undone and taken up again.
PATIENCE = 20  # seconds


@click.command()
@click.option("--once", is_flag=True, help="Do what is waiting and return.")
def worker(once: bool) -> None:
    """Do the long work that pages ask for. `serve` and `demo` start one; more may run, on other machines too."""
    starting.start()
    from procrastinate.contrib.django import app

    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        working.run_worker(wait=not once, concurrency=1, shutdown_graceful_timeout=PATIENCE)


@contextmanager
def beside() -> Iterator[None]:
    """A worker for as long as the block runs."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings"}
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "worker"]
    with subprocess.Popen(command, env=environment) as process:
        try:
            yield
        finally:
            _stop(process)


def _stop(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(PATIENCE + 5)
    except subprocess.TimeoutExpired:
        process.kill()
