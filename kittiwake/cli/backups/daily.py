"""A backup each day by our own clock, where the machine has nothing that does so (a container)."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import datetime, timedelta
from datetime import time as time_of
from pathlib import Path
from typing import NoReturn

from kittiwake.cli.starting import say
from kittiwake.time.moments import LONDON

LOOK_EVERY = 30  # seconds: a machine that slept is late by no more


def stay(at: str, into: Path | None, keep: str) -> NoReturn:
    """Each in a process of its own: one that fails says why, and the next day has its own."""
    due = next_after(datetime.now(LONDON), at)
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "backup", "--keep", keep]
    while True:
        say(f"The next backup is made on {due:%d %B %Y at %H:%M}.")
        while datetime.now(LONDON) < due:
            time.sleep(LOOK_EVERY)
        subprocess.run([*command, *([str(into)] if into else [])], check=False)
        due = next_after(datetime.now(LONDON), at)


def next_after(moment: datetime, at: str) -> datetime:
    """Raises ValueError with a sentence where `at` is no time of day."""
    try:
        time_of_day = time_of.fromisoformat(at)
    except ValueError:
        raise ValueError(f"{at!r} is no time of day like 02:15.") from None
    due = datetime.combine(moment.date(), time_of_day, LONDON)
    return due if due > moment else datetime.combine(moment.date() + timedelta(days=1), time_of_day, LONDON)
