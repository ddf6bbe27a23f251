"""What can happen to partner agencies and their people, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind


def _of_agencies(what: str, title: str) -> EventKind:
    return EventKind(f"agencies.{what}", title, is_administration=True)


ADDED = _of_agencies("added", "Added a partner agency")
CHANGED = _of_agencies("changed", "Changed a partner agency")
CLOSED = _of_agencies("closed", "Closed a partner agency")
INVITED = _of_agencies("invited", "Invited somebody of a partner agency")
INVITED_AGAIN = _of_agencies("invited_again", "Invited somebody of a partner agency for longer")
PLACED = _of_agencies("placed", "Said which partner agency somebody is of")

EVENTS = [ADDED, CHANGED, CLOSED, INVITED, INVITED_AGAIN, PLACED]
