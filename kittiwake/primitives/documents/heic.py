"""The pictures of telephones (HEIC) made into JPEG, by a process of its own that may break without harm (heic_process.py)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from kittiwake.primitives.documents.recognising import called
from kittiwake.primitives.documents.rules import LONGEST_SIDE, MOST_PIXELS
from kittiwake.primitives.documents.unsuitable import Unsuitable

PROGRAM = Path(__file__).parent / "heic_process.py"
MEGABYTES, SECONDS = 1500, 20
TOO_MANY_POINTS = 3  # as the process says it
COMMAND = [sys.executable, "-I", str(PROGRAM), *map(str, (MEGABYTES, SECONDS, MOST_PIXELS, LONGEST_SIDE))]


@contextmanager
def as_jpeg(file: IO[bytes], name: str) -> Iterator[IO[bytes]]:
    with TemporaryFile() as given, TemporaryFile() as made:
        file.seek(0)
        shutil.copyfileobj(file, given)
        given.seek(0)
        ended = _ended(given, made)
        if ended == TOO_MANY_POINTS:
            raise Unsuitable(
                f"{called(name)} has more points than can be opened safely. "
                f"Make it smaller: {MOST_PIXELS // 1_000_000} million at most"
            )
        if ended:
            raise Unsuitable(f"{called(name)} is broken: the picture in it cannot be read. Send it as JPEG")
        yield made


def _ended(given: IO[bytes], made: IO[bytes]) -> int:
    try:
        done = subprocess.run(
            COMMAND, stdin=given, stdout=made, stderr=subprocess.DEVNULL, timeout=2 * SECONDS, env={}
        )
    except subprocess.TimeoutExpired:
        return -1
    return done.returncode
