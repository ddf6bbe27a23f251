"""Which code there is, as one word: what was made from it is right for as long as it is the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import kittiwake

CODE = Path(kittiwake.__file__).parent
NOT_COUNTED = {"tests", "templates", "static", "demo"}


@cache
def fingerprint() -> str:
    """Of all that measures may be made from: a definition reads rules, codes and models, and counts on their tables."""
    digest = hashlib.blake2b(version("ibis-framework").encode(), digest_size=12)
    for file in sorted(_sources(CODE)):
        digest.update(file.encode())
        digest.update(Path(file).read_bytes())
    return digest.hexdigest()


def kept_in(folder: Path) -> Path:
    """The file of the statements made from this code."""
    return folder / f"measures-{fingerprint()}.json"


def _sources(folder: Path) -> Iterable[str]:
    for entry in os.scandir(folder):
        if entry.is_dir() and entry.name not in NOT_COUNTED:
            yield from _sources(Path(entry.path))
        elif entry.name.endswith((".py", ".sql")):
            yield entry.path
