"""When somebody works here: the agency rules, and registration. Pure.

Sources, read November 2026: Child and family social workers: agency rules, statutory guidance, September 2024; Social Work
England: registration is renewed each year by 30 November.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kittiwake.time.moments import add_months

EXPERIENCE_MONTHS, NOTICE_WEEKS, COOLING_OFF_MONTHS = 36, 4, 3


def is_registration_over(registered_until: date | None, on: date) -> bool:
    return registered_until is not None and registered_until < on


@dataclass(frozen=True)
class AgencyFacts:
    starts_on: date
    qualified_on: date | None = None
    direct_months: int | None = None  # since they qualified, employed by councils themselves
    notice_weeks: int | None = None
    own_notice_weeks: int | None = None  # of the council's own staff in the same kind of post
    left_post_on: date | None = None  # a substantive post in the region
    left_because: str = ""  # one of codes.LEFT_BECAUSE
    is_above_price_cap: bool | None = None


def agency_warnings(facts: AgencyFacts) -> list[str]:
    """What the agency rules would not have. Warned of when recorded, never refused: the guidance is to be complied with
    unless circumstances are exceptional, and those are the council's to know.

    In force for new assignments since 31 October 2024, for all since 1 October 2025 (Department for Education).
    """
    warnings = [_experience(facts), _notice(facts), _cooling_off(facts)]
    if facts.is_above_price_cap:
        warnings.append(
            "Their rate is above the regional price cap: the director of children’s services and the chief executive agree "
            "to that first."
        )
    return [warning for warning in warnings if warning]


def _experience(facts: AgencyFacts) -> str:
    """Three years after qualifying, employed by councils themselves: years with an agency do not count."""
    if facts.qualified_on and add_months(facts.qualified_on, EXPERIENCE_MONTHS) > facts.starts_on:
        return "They qualified less than 3 years before they start: an agency worker has 3 years in direct employment."
    if facts.direct_months is None:
        return (
            "It is not known for how long councils have employed them themselves since they qualified: an agency worker "
            "has 3 years in direct employment."
        )
    if facts.direct_months < EXPERIENCE_MONTHS:
        return "Councils have employed them themselves for less than 3 years since they qualified."
    return ""


def _notice(facts: AgencyFacts) -> str:
    """Four weeks, or what the council's own staff in the same kind of post give where that is less."""
    own = facts.own_notice_weeks
    owed = NOTICE_WEEKS if own is None else min(NOTICE_WEEKS, own)
    if facts.notice_weeks is None:
        return f"Their notice is not known: it is at least {NOTICE_WEEKS} weeks, or that of our own staff where it is less."
    if facts.notice_weeks < owed:
        return f"Their notice is shorter than {owed} week{'' if owed == 1 else 's'}."
    return ""


def _cooling_off(facts: AgencyFacts) -> str:
    """Three months after a substantive post here or elsewhere in the region; not after redundancy or in probation, nor
    where the post was in another region, which is not asked about. (The exceptions: from summaries, not the guidance.)"""
    if facts.left_post_on is None or facts.left_because:
        return ""
    if add_months(facts.left_post_on, COOLING_OFF_MONTHS) > facts.starts_on:
        return "They left a substantive post in the region less than 3 months before they start."
    return ""
