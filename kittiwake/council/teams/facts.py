"""What is known of a team, and of a place in it."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kittiwake.record.models import Team, Worker


class TeamFacts(TypedDict):
    name: str
    kind: str
    parent: Team | None


class PlaceFacts(TypedDict):
    worker: Worker
    manages: bool
    starts_on: date
