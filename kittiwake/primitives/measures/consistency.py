"""What an area says should not depend on the team: such as whether a supervision is on time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Topic = Literal["Assessments", "Plans", "Oversight", "Supervision"]


@dataclass(frozen=True)
class Consistency:
    """Measures of an area, by their numbers: shares of which more is better, or fewer. `insight.consistency` asks of each
    whether teams lie further apart than chance alone would put them."""

    topic: Topic
    measures: tuple[str, ...]
