"""The only way engagements are written."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import rules
from kittiwake.assurance.workforce.caseloads.queries import caseload_of
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.assurance.workforce.posts.recording import hold_post
from kittiwake.assurance.workforce.refusal import refuse
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.record import identifiers
from kittiwake.record.believing import must_be_believable
from kittiwake.record.days import YEAR
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date

WORKING_DAYS = ("registered_until", "qualified_on", "left_post_on")


@transaction.atomic
def engage(
    worker: Worker,
    *,
    kind: str,
    role: str,
    fte: Decimal,
    starts_on: date,
    by: User,
    at: datetime,
    **facts: Any,
) -> Engagement:
    """A worker starts. `facts` are Engagement's own fields. Refuses an engagement that overlaps another of theirs."""
    must_be_believable(at, ahead=10 * YEAR, starts_on=starts_on, ends_on=facts.get("ends_on"))
    days: dict[str, Any] = {name: facts.get(name) for name in WORKING_DAYS}
    must_be_believable(at, **days)
    ends_on = facts.get("ends_on")
    refuse(rules.wrong_days(starts_on, ends_on), "ends_on")
    is_now = starts_on <= local_date(at) and (ends_on is None or ends_on > local_date(at))
    cases = caseload_of(worker, local_date(at)).children if fte == 0 and is_now else 0
    refuse(rules.wrong_fte(fte, cases), "fte")
    if facts.get("post"):
        hold_post(facts["post"], starts_on, ends_on)
    if facts.get("swe_number"):
        facts["swe_number"] = _number(facts["swe_number"])
    with refused_by(
        engagement_one_at_a_time=Refused(
            "They already work here in that time. End that engagement first, or choose other days.",
            field="starts_on",
        )
    ):
        made = Engagement.objects.create(
            worker=worker, kind=kind, role=role, fte=fte, starts_on=starts_on, recorded_at=at, **facts
        )
    history.write("workforce.engaged", made, by=by, at=at)
    return made


def _number(typed: str) -> str:
    try:
        return identifiers.swe_number(typed)
    except identifiers.NotValid as problem:
        raise Refused(str(problem), field="swe_number") from problem


@transaction.atomic
def end(
    engagement: Engagement, *, ends_on: date, reason: str, by: User, at: datetime, destination: str = ""
) -> None:
    """They move to another post. Whoever leaves for good is ended by allocation's end_worker, which asks for their
    children first and calls this."""
    must_be_believable(at, ends_on=ends_on)
    refuse(rules.wrong_days(engagement.starts_on, ends_on), "ends_on")
    fields = {"ends_on": ends_on, "reason": reason, "destination": destination}
    if not Engagement.objects.filter(pk=engagement.pk, ends_on=None).update(**fields):
        raise Refused("This engagement has already been ended. Open the worker’s page to see when.")
    engagement.refresh_from_db()
    history.write("workforce.ended", engagement, by=by, at=at)
