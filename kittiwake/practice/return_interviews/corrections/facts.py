"""What is said to put the moments of an episode right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from kittiwake.time.moments import Moment


class CorrectionFacts(TypedDict):
    moments: Mapping[str, Moment | None]  # by the names of missing.corrections' MOMENTS
    reason: str
    version: int  # of the episode, as it was read
