"""The worker: what takes minutes is done here, beside the pages."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from kittiwake.cli import starting
from kittiwake.cli.supervising import Kept

# Asked to stop, a worker may end what it is doing; what it cannot end in this time is undone and taken up again.
PATIENCE = 20  # seconds


@click.command()
@click.option("--once", is_flag=True, help="Do what is waiting and return.")
def worker(once: bool) -> None:
    """Do the long work that pages ask for. `serve` and `demo` start one; more may run, on other machines too."""
    starting.start()
    from procrastinate.contrib.django import app

    connector: Any = app.connector  # procrastinate's for Django, which knows the worker's
    with app.replace_connector(connector.get_worker_connector()) as working:
        working.run_worker(wait=not once, concurrency=1, shutdown_graceful_timeout=PATIENCE)


def process() -> Kept:
    """A worker, to be kept running beside the pages."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings"}
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "worker"]
    return Kept("worker", command, environment, patience=PATIENCE + 5)
