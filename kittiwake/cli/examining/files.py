"""The files of the council: who else on this machine can read them, and what lies where it should not."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from kittiwake.cli.examining.check import Check
from kittiwake.config import backups, closing, engine

PRIVATE_KEY = "AGE-SECRET-KEY-"
READ_OR_WRITTEN = stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH
SMALL = 64 * 1024  # bytes: a file of keys is shorter


def _secrets() -> str | None:
    """The key that sessions are signed with; the marks of the log of reading; the folder itself."""
    home = engine.home()
    secrets = [path for name in ("secret-key", "reading-heads.txt") if is_open(path := home / name)]
    # Others may walk through, where the database runs as another user than the one who started it.
    if home.exists() and home.stat().st_mode & READ_OR_WRITTEN:
        return f"other users of this machine can look into it: run chmod go-rw {home}"
    return closing_words(secrets)


def _database() -> str | None:
    """The embedded one trusts whoever reaches its socket or its files."""
    data = engine.home() / "postgres"
    if not (data / "PG_VERSION").exists():
        return None
    folder = parse_qs(urlsplit(os.environ.get("DATABASE_URL", "")).query).get("host", [str(data)])[0]
    socket = Path(folder) / closing.SOCKET
    return closing_words([path for path in (data, socket) if is_open(path)])


def _backups() -> str | None:
    folder = backups.folder()
    sealed = list(folder.glob("kittiwake-*.age"))[-50:] if folder.exists() else []
    return closing_words([path for path in sealed if is_open(path)])


def _private_keys() -> str | None:
    """A stolen machine must not bring the key to its backups."""
    for folder in {engine.home(), backups.folder()}:
        for path in sorted(folder.glob("*")) if folder.exists() else ():
            if (
                path.is_file()
                and path.stat().st_size < SMALL
                and PRIVATE_KEY in path.read_text(errors="replace")
            ):
                return f"{path} opens the backups and lies on the machine that makes them: move it elsewhere, and keep no copy here"
    return None


def is_open(path: Path) -> bool:
    """Whether anybody but its owner may do anything with it."""
    return path.exists() and bool(path.stat().st_mode & 0o077)


def closing_words(paths: list[Path]) -> str | None:
    if not paths:
        return None
    return f"other users of this machine can reach it: run chmod go-rwx {' '.join(map(str, paths))}"


CHECKS: dict[str, Check] = {
    "secrets are closed to other users": _secrets,
    "the embedded database is closed to other users": _database,
    "backups are closed to other users": _backups,
    "no key that opens backups lies here": _private_keys,
}
