"""What is known of an engagement when it is recorded: by a form, an import or the made-up council."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Required, TypedDict

from kittiwake.assurance.workforce.models import Post


class EngagementFacts(TypedDict, total=False):
    kind: Required[str]
    role: Required[str]
    fte: Required[Decimal]
    starts_on: Required[date]
    ends_on: date | None
    post: Post | None
    origin: str
    destination: str
    reason: str
    swe_number: str
    registered_until: date | None
    qualified_on: date | None
    covers_vacancy: bool
    notice_weeks: int | None  # this and below: agency workers
    own_notice_weeks: int | None
    direct_months: int | None
    left_post_on: date | None
    left_because: str
    is_above_price_cap: bool | None


class MoveFacts(TypedDict):
    ends_on: date
