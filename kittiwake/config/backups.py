"""What is known here of backups: where they go, to which keys they are sealed, and when the last was made and proved."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TypedDict

from kittiwake.config import engine

# In the council's folder while a backup is proved: a server of its own, and who is at it.
PROVING, LOCK_OF_PROVING = "proving-", ".proving"


class State(TypedDict, total=False):
    """As noted in KITTIWAKE_HOME each time. Moments are ISO 8601 in UTC."""

    made_at: str
    file: str
    bytes: int
    proved_at: str
    proved: str


def folder() -> Path:
    return Path(os.environ.get("KITTIWAKE_BACKUPS") or engine.home() / "backups").expanduser().resolve()


def keys_file() -> Path:
    """Public keys, one a line: what they seal is opened with keys that are kept elsewhere."""
    return Path(os.environ.get("KITTIWAKE_BACKUP_KEYS") or engine.home() / "backup-keys.txt").expanduser()


def state() -> State:
    try:
        kept: State = json.loads(_state_file().read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return kept


def note(news: State) -> None:
    """Whole or not at all: a process may die as it writes."""
    half = _state_file().with_suffix(".part")
    half.write_text(json.dumps({**state(), **news}))
    half.rename(_state_file())


def _state_file() -> Path:
    return engine.home() / "backups.json"
