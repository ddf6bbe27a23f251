"""What the council sets about missing children: how often is often, when details are old, and when an open episode is
escalated.

Law and guidance leave these numbers to it. Each is in force from a day on; an episode is escalated as was set on
the day it began, and a figure counts by what was in force on its last day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.escalation.rules import LEVELS, EscalationLevel
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, days, hours, times
from kittiwake.time.durations import Duration
from kittiwake.time.moments import local_date

PROTOCOL = "Local: {missing_children} leaves the number to the council"


def _own(name: str, title: str, within: Duration, source: str = PROTOCOL) -> Standard:
    return Standard(f"missing.{name}", title, within, source, local=True)


REPEAT_TIMES = _own("repeat_times", "Missing repeatedly: how many times", times(2))
REPEAT_WITHIN = _own("repeat_within", "Missing repeatedly: counted over", days(365))
PROLIFIC_TIMES = _own("prolific_times", "Missing very often: how many times", times(3))
PROLIFIC_WITHIN = _own("prolific_within", "Missing very often: counted over", days(90))
CARER_DETAILS = _own(
    "carer_details", "A carer’s details for the police looked over", days(91), "Philomena protocol; the quarter is local"
)  # fmt: skip

_PROTOCOLS = "Local: published protocols have 24, 48 and 72 hours, 7 days and 28 days"
_HALVED = "Local: half the time where the police grade the risk high; no published number"
TEAM_MANAGER = _own("ladder_24h", "Still missing: a team manager takes notice", hours(24), _PROTOCOLS)
SERVICE_MANAGER = _own("ladder_48h", "Still missing: a service manager takes notice", hours(48), _PROTOCOLS)
DIRECTOR = _own("ladder_72h", "Still missing: the director takes notice", hours(72), _PROTOCOLS)
DIRECTOR_AGAIN = _own("ladder_168h", "Still missing: the director takes notice again", days(7), _PROTOCOLS)
DIRECTOR_AT_LAST = _own(
    "ladder_672h", "Still missing: the director takes notice once more", days(28), _PROTOCOLS
)
HIGH = "Still missing, graded high"
TEAM_MANAGER_HIGH = _own("ladder_high_24h", f"{HIGH}: a team manager takes notice", hours(12), _HALVED)
SERVICE_MANAGER_HIGH = _own("ladder_high_48h", f"{HIGH}: a service manager takes notice", hours(24), _HALVED)
DIRECTOR_HIGH = _own("ladder_high_72h", f"{HIGH}: the director takes notice", hours(36), _HALVED)
DIRECTOR_AGAIN_HIGH = _own("ladder_high_168h", f"{HIGH}: the director takes notice again", hours(84), _HALVED)
DIRECTOR_AT_LAST_HIGH = _own(
    "ladder_high_672h", f"{HIGH}: the director takes notice once more", days(14), _HALVED
)
# By the key of the level: at an ordinary grade, and where the police grade the risk high.
ESCALATION = {
    "24h": (TEAM_MANAGER, TEAM_MANAGER_HIGH),
    "48h": (SERVICE_MANAGER, SERVICE_MANAGER_HIGH),
    "72h": (DIRECTOR, DIRECTOR_HIGH),
    "168h": (DIRECTOR_AGAIN, DIRECTOR_AGAIN_HIGH),
    "672h": (DIRECTOR_AT_LAST, DIRECTOR_AT_LAST_HIGH),
}
ESCALATION_KEYS = tuple(standard.key for pair in ESCALATION.values() for standard in pair)


def escalation_levels(started: datetime, *, is_high: bool) -> list[EscalationLevel]:
    """Of an episode that began then, the lowest first. `is_high`: the police have graded its risk high."""
    on = local_date(started)
    levels = [level.reached_after(_time(ESCALATION[level.key][is_high], on)) for level in LEVELS]
    return sorted(levels, key=lambda level: level.after)


def _time(standard: Standard, on: date) -> timedelta:
    within = limits.within_on(standard, on)
    return timedelta(hours=within.count) if within.unit == "hours" else timedelta(days=within.count)


def prolific(on: date) -> rules.Often:
    return rules.Often(limits.count(PROLIFIC_TIMES, on), _time(PROLIFIC_WITHIN, on))


def repeat(on: date) -> rules.Often:
    return rules.Often(limits.count(REPEAT_TIMES, on), _time(REPEAT_WITHIN, on))


def pattern(starts: Sequence[datetime], at: datetime) -> tuple[str, str] | None:
    """How often they went missing, in words and a colour; None where it was not often."""
    on = local_date(at)
    for often, colour in ((prolific(on), "red"), (repeat(on), "orange")):
        if rules.is_often(starts, at, often):
            return f"Missing {often.times} times or more in {often.within.days} days", colour
    return None
