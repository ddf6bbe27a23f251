"""What printing codes is told."""

from __future__ import annotations

from typing import TypedDict

from kittiwake.record.models import Team


class SlipsFacts(TypedDict):
    team: Team | None
    many: int
