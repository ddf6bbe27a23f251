"""Backups: whether one was made lately, and whether one was ever put back."""

from __future__ import annotations

import fcntl
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils.timezone import now

from kittiwake.cli.examining.check import Check
from kittiwake.config import backups, engine
from kittiwake.time.moments import in_words, local_date

LATE = timedelta(hours=26)  # a night's, and two hours for a slow one
PROVED_WITHIN = timedelta(days=92)


def _made() -> str | None:
    state = backups.state()
    if settings.DEMO:
        return None
    if "made_at" not in state:
        return "none was ever made: run kittiwake backup-key FILE once, then kittiwake backup every night"
    made = datetime.fromisoformat(state["made_at"])
    if now() - made > LATE:
        return f"the last one is of {in_words(local_date(made))}: look why kittiwake backup did not run since"
    if not Path(state["file"]).exists():
        return f"the last one, {state['file']}, is not there any more"
    return None


def _proved() -> str | None:
    state = backups.state()
    if settings.DEMO or "made_at" not in state:
        return None
    if "proved_at" not in state:
        return "none was ever put back to see whether it can be: fetch the private key, run kittiwake prove-backup BACKUP --key FILE"
    proved = datetime.fromisoformat(state["proved_at"])
    if now() - proved <= PROVED_WITHIN:
        return None
    return (
        f"last on {in_words(local_date(proved))}: run kittiwake prove-backup BACKUP --key FILE once a quarter"
    )


def _room() -> str | None:
    """For the next one: half as large again as the last."""
    state, folder = backups.state(), backups.folder()
    needed = state.get("bytes", 0) * 3 // 2
    if not folder.exists() or shutil.disk_usage(folder).free >= needed:
        return None
    return f"{folder} has room for less than {needed // 1024**2 + 1} MB: make room, or keep fewer (kittiwake backup --keep)"


def _left_behind() -> str | None:
    """Unsealed, of one that was killed as it was proved. While one is being proved it is nobody's fault."""
    left = list(engine.home().glob(f"{backups.PROVING}*"))
    if not left or _is_proving():
        return None
    return f"{left[0]} holds a backup that was put back and not thrown away again: run kittiwake prove-backup once more"


def _is_proving() -> bool:
    with (engine.home() / backups.LOCK_OF_PROVING).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


CHECKS: dict[str, Check] = {
    "a backup was made in the last day": _made,
    "a backup was put back and compared in the last quarter": _proved,
    "nothing is left of a backup that was proved": _left_behind,
    "there is room for the next backup": _room,
}
