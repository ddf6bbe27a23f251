"""The folder of backups: one file each, named by its moment. It appears under its name only when it is whole."""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from kittiwake.cli.starting import refuse

NAME = re.compile(r"kittiwake-(\d{4}-\d{2}-\d{2}T\d{6}Z)\.age")
MOMENT = "%Y-%m-%dT%H%M%SZ"
PART, SUM = ".part", ".sha256"


def named(at: datetime) -> str:
    return f"kittiwake-{at.astimezone(UTC):{MOMENT}}.age"


def moment_of(name: str) -> datetime | None:
    fits = NAME.fullmatch(name)
    return datetime.strptime(fits[1], MOMENT).replace(tzinfo=UTC) if fits else None


def backups_in(folder: Path) -> dict[datetime, Path]:
    """Every whole one, oldest first."""
    moments = {moment: path for path in folder.iterdir() if (moment := moment_of(path.name))}
    return dict(sorted(moments.items()))


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """One backup at a time; what an earlier one left half made goes."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            refuse(f"Another backup into {folder} is being made. Try again when it has ended.")
        clear_halves(folder)
        yield


def clear_halves(folder: Path) -> None:
    for half in folder.glob(f"kittiwake-*{PART}"):
        half.unlink()


def complete(half: Path, sha256: str) -> Path:
    """Its sum first, so that no whole backup is without; each written through to the disk."""
    whole = half.with_name(half.name.removesuffix(PART))
    with whole.with_name(whole.name + SUM).open("w") as file:
        file.write(f"{sha256}  {whole.name}\n")
        file.flush()
        os.fsync(file.fileno())
    half.rename(whole)
    descriptor = os.open(whole.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return whole


def remove(paths: Collection[Path]) -> None:
    for path in paths:
        path.unlink()
        path.with_name(path.name + SUM).unlink(missing_ok=True)
