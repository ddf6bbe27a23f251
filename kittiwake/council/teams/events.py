"""What can happen to teams, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind


def _of_teams(what: str, title: str) -> EventKind:
    return EventKind(f"teams.{what}", title, is_administration=True)


ADDED = _of_teams("added", "Added a team")
CHANGED = _of_teams("changed", "Changed a team")
CLOSED = _of_teams("closed", "Closed a team")
MERGED = _of_teams("merged", "Made a team part of another")
TOOK_OVER = _of_teams("took_over", "Made another team part of this one")
JOINED = _of_teams("joined", "Put somebody into a team")
LEFT = _of_teams("left", "Ended somebody’s place in a team")

EVENTS = [ADDED, CHANGED, CLOSED, MERGED, TOOK_OVER, JOINED, LEFT]
