"""The only way engagements are written."""

from __future__ import annotations

from datetime import date, datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import events
from kittiwake.assurance.workforce.caseloads.queries import caseload_of
from kittiwake.assurance.workforce.engagements.facts import EngagementFacts
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.assurance.workforce.posts.recording import hold_post
from kittiwake.assurance.workforce.refusal import refuse
from kittiwake.assurance.workforce.rules import wrong_days, wrong_fte
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record import identifiers
from kittiwake.record.believing import must_be_believable
from kittiwake.record.days import YEAR
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date


@whole()
def engage(worker: Worker, *, by: User, at: datetime, **facts: Unpack[EngagementFacts]) -> Engagement:
    """A worker starts. Refuses an engagement that overlaps another of theirs."""
    starts_on, ends_on = facts["starts_on"], facts.get("ends_on")
    _refuse_days(facts, at)
    is_current = starts_on <= local_date(at) and (ends_on is None or ends_on > local_date(at))
    cases = caseload_of(worker, local_date(at)).children if facts["fte"] == 0 and is_current else 0
    refuse(wrong_fte(facts["fte"], cases), "fte")
    if post := facts.get("post"):
        hold_post(post, starts_on, ends_on)
    if typed := facts.get("swe_number"):
        facts["swe_number"] = _number(typed)
    with refused_by(
        engagement_one_at_a_time=Refused(
            "They already work here in that time. End that engagement first, or choose other days.",
            field="starts_on",
        )
    ):
        engagement = Engagement.objects.create(worker=worker, recorded_at=at, **facts)
    history.write(events.ENGAGED, engagement, by=by, at=at)
    return engagement


def _refuse_days(facts: EngagementFacts, at: datetime) -> None:
    starts_on, ends_on = facts["starts_on"], facts.get("ends_on")
    must_be_believable(at, ahead=10 * YEAR, starts_on=starts_on, ends_on=ends_on)
    must_be_believable(
        at,
        registered_until=facts.get("registered_until"),
        qualified_on=facts.get("qualified_on"),
        left_post_on=facts.get("left_post_on"),
    )
    refuse(wrong_days(starts_on, ends_on), "ends_on")


def _number(typed: str) -> str:
    try:
        return identifiers.swe_number(typed)
    except identifiers.NotValid as problem:
        raise Refused(str(problem), field="swe_number") from problem


@whole()
def end(
    engagement: Engagement, *, ends_on: date, reason: str, by: User, at: datetime, destination: str = ""
) -> None:
    """They move to another post. Whoever leaves for good is ended where their children are asked for first, by an area
    above that calls this."""
    must_be_believable(at, ends_on=ends_on)
    refuse(wrong_days(engagement.starts_on, ends_on), "ends_on")
    fields = {"ends_on": ends_on, "reason": reason, "destination": destination}
    if not Engagement.objects.filter(pk=engagement.pk, ends_on=None).update(**fields):
        raise Refused("This engagement has already been ended. Open the worker’s page to see when.")
    engagement.refresh_from_db()
    history.write(events.ENDED, engagement, by=by, at=at)
