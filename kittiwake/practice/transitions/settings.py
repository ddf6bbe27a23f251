"""What the council sets about growing up: from when adult services are asked about a young person who is exploited."""

from __future__ import annotations

from datetime import date

from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.entitlement.rules import ADULT, DUTY_FROM
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.rules import Standard, months
from kittiwake.record.ages import birthday
from kittiwake.time.moments import add_months, local_date, start_of

ASKED_BEFORE = Standard(
    key="transitions.adult_services_before_18",
    title="Adult services asked about a young person who is exploited: how long before they are 18 that begins",
    within=months(12),
    source="Local: councils begin between 16 and a half and 17 and a half",
    local=True,
)


def asked_from(born_on: date) -> date:
    """As was in force when they turned 16."""
    before = limits.count(ASKED_BEFORE, birthday(born_on, DUTY_FROM))
    return add_months(birthday(born_on, ADULT), -before)


def asked_by(born_on: date) -> date:
    return local_date(limits.due(rules.ADULT_SERVICES, start_of(asked_from(born_on))).due_at)
