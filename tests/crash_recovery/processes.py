"""What is killed. Each in a process group of its own, so that a blow strikes all of it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from pathlib import Path

from granian.server import Server

from kittiwake.cli.main import main


def serve(port: int) -> None:
    os.setsid()
    multiprocessing.set_start_method("fork", force=True)  # its worker has everything loaded, too
    Server("kittiwake.config.wsgi:application", port=port, interface="wsgi", log_enabled=False).serve()


def take_in(file: Path, answer: Path, *options: str) -> None:
    """`kittiwake import police-missing FILE --json`, its answer into a file."""
    os.setsid()
    with answer.open("w") as said, contextlib.redirect_stdout(said):
        main(["import", "police-missing", str(file), "--json", *options])
