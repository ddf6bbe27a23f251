"""Who takes notice of an episode that stays open, and when. Facts and a time in, an answer out.

Local protocols; MIS14, statutory guidance on children who run away or go missing from home or care (January 2014), asks
only that senior managers are told. When each level is reached is the council's: settings.escalation_levels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True)
class EscalationLevel:
    """At this age of an open episode, somebody of this standing takes notice and says what is being done."""

    key: str  # stays what it was called when they were 24, 48 and 72 hours, 7 and 28 days, whatever is set
    who: str
    roles: frozenset[str]
    after: timedelta = timedelta.max

    def reached_after(self, after: timedelta) -> EscalationLevel:
        return replace(self, after=after)


_DIRECTOR = frozenset({"director"})
_SERVICE = _DIRECTOR | {"service_manager"}
_TEAM = _SERVICE | {"team_manager"}
LEVELS = (
    EscalationLevel("24h", "Team manager", _TEAM),
    EscalationLevel("48h", "Service manager", _SERVICE),
    EscalationLevel("72h", "Director", _DIRECTOR),
    EscalationLevel("168h", "Director", _DIRECTOR),
    EscalationLevel("672h", "Director", _DIRECTOR),
)


def level_of(key: str) -> EscalationLevel | None:
    return next((level for level in LEVELS if level.key == key), None)


def levels_reached(
    levels: Sequence[EscalationLevel], started: datetime, ended: datetime | None, at: datetime
) -> list[EscalationLevel]:
    """Those an episode had reached by then, lowest first."""
    age = min(ended or at, at) - started
    return [level for level in levels if age >= level.after]


def next_level(
    levels: Sequence[EscalationLevel], started: datetime, at: datetime
) -> tuple[EscalationLevel, datetime] | None:
    """The next level and when it is reached; None at the top."""
    ahead = [level for level in levels if started + level.after > at]
    return (ahead[0], started + ahead[0].after) if ahead else None


def why_not_acknowledge(level: EscalationLevel, role: str) -> str:
    """Why somebody may not take notice at this level, on account of who they are; empty where they may."""
    if role in level.roles:
        return ""
    return f"At this age of an episode a {level.who.lower()} has to acknowledge it."
