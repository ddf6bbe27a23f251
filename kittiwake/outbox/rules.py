"""When a message is tried again, and when that is given up. Facts and a time in, an answer out."""

from __future__ import annotations

from datetime import datetime, timedelta

MINUTES = (1, 2, 5, 15, 30)
EVERY = timedelta(hours=1)
# A server that is away over a weekend loses nothing (RFC 5321, 4.5.4.1: give up after four or five days).
GIVE_UP_AFTER = timedelta(days=5)
# An administrator hears of what has waited so long for a server that does not take it.
LATE_AFTER = timedelta(hours=1)

# Whoever delivers for us says later whether it arrived: asked from some minutes after, and no longer than they try
# (GOV.UK Notify: 72 hours; read November 2026) with a day to spare.
ASKED_AFTER_FROM = timedelta(minutes=5)
ASKED_AFTER_FOR = timedelta(days=4)


def next_try(tries: int, at: datetime) -> datetime:
    """`tries` is how often it was tried already."""
    wait = timedelta(minutes=MINUTES[tries - 1]) if tries <= len(MINUTES) else EVERY
    return at + wait


def is_given_up(made_at: datetime, at: datetime) -> bool:
    return at - made_at >= GIVE_UP_AFTER
