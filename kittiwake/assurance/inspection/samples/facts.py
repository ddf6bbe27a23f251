"""What forms give and recording takes of a draw."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from kittiwake.assurance.inspection.models import Inspection
from kittiwake.record.models import Team


class SampleFacts(TypedDict):
    inspection: Inspection | None
    size: int
    seed: str
    team: Team | None
    tracks: Sequence[str]
    not_since: date | None
