"""The machine: room, its clock, what is installed on it."""

from __future__ import annotations

import ctypes
import shutil
import sys
from datetime import timedelta
from pathlib import Path

from django.db import connection
from django.utils.timezone import now

from kittiwake.cli.examining.check import Check
from kittiwake.config import engine
from kittiwake.time.calendar import published
from kittiwake.time.moments import in_words, local_date

ENOUGH_ROOM = 1024**3
APART = timedelta(seconds=5)
NOT_SYNCHRONISED = 5  # TIME_ERROR in linux/timex.h
ROOM_FOR_TIMEX = 512  # bytes: more than struct timex has on any machine


def _room() -> str | None:
    free = shutil.disk_usage(engine.home()).free
    return None if free > ENOUGH_ROOM else f"only {free // 1024**2} MB are free: make room before pages stop"


def _clock() -> str | None:
    """Every due moment hangs on it. The kernel knows whether anything sets it right."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (there,) = cursor.fetchone()
    if abs(now() - there) > APART:
        return f"the database's clock says {there:%H:%M:%S} UTC and this machine's {now():%H:%M:%S}: set both by NTP"
    if sys.platform == "linux" and _adjtimex() == NOT_SYNCHRONISED:
        return "nothing sets this machine's clock right: switch on NTP (timedatectl set-ntp true)"
    return None


def _adjtimex() -> int:
    """Asks only: a struct of nothing but zeros changes nothing."""
    return int(ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(ROOM_FOR_TIMEX)))


def _styles() -> str | None:
    built = Path(engine.__file__).parent.parent / "ui" / "static" / "ui" / "built" / "kittiwake.css"
    return None if built.exists() else "run script/setup"


def _holidays() -> str | None:
    """A year ahead, because the list is published two years ahead and no limit in working days is longer."""
    last = published().last
    if last >= local_date(now()) + timedelta(days=365):
        return None
    return f"the list ends on {in_words(last)}; limits in working days after it are counted by the rule: update Kittiwake"


CHECKS: dict[str, Check] = {
    "style sheets are built": _styles,
    "room on the disk": _room,
    "the clock of this machine is right": _clock,
    "bank holidays are published far enough ahead": _holidays,
}
