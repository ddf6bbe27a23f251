"""The only way engagements, the supported year and what is agreed about caseloads are written.

Posts, absences, leaving and training have a recording_of_*.py each.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import rules
from kittiwake.assurance.workforce.caseloads import caseload_of
from kittiwake.assurance.workforce.models import CaseloadRule, Engagement, NewlyQualified, Step
from kittiwake.assurance.workforce.recording_of_posts import hold_post
from kittiwake.assurance.workforce.refusing import refuse
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


@transaction.atomic
def start_supported_year(
    worker: Worker, *, starts_on: date, by: User, at: datetime, ends_on: date | None = None
) -> NewlyQualified:
    """They are newly qualified from that day: a protected caseload, an induction, shadowing and reviews."""
    must_be_believable(at, starts_on=starts_on, ends_on=ends_on)
    refuse(rules.wrong_days(starts_on, ends_on), "ends_on")
    with refused_by(
        newly_qualified_once_at_a_time=Refused(
            "They are already recorded as newly qualified then.", field="starts_on"
        )
    ):
        year = NewlyQualified.objects.create(
            worker=worker, starts_on=starts_on, ends_on=ends_on, recorded_at=at
        )
    history.write("workforce.supported_year_started", year, by=by, at=at)
    return year


@transaction.atomic
def hold_step(year: NewlyQualified, *, key: str, held_on: date, by: User, at: datetime) -> Step:
    if key not in {step[0] for step in rules.STEPS}:
        raise Refused("Choose what was held from the list.", field="key")
    if held_on < year.starts_on or held_on > local_date(at):
        raise Refused("Enter a day between the start of their first year and today.", field="held_on")
    step, is_new = Step.objects.get_or_create(
        year=year, key=key, defaults={"held_on": held_on, "worker_id": year.worker_id, "recorded_at": at}
    )
    if not is_new:
        raise Refused("This has already been recorded. Open the worker’s page to see it.")
    history.write("workforce.step_held", step, by=by, at=at)
    return step


@transaction.atomic
def agree_caseload(
    *,
    starts_on: date,
    usual: Decimal,
    protected_share: Decimal,
    weights: dict[str, float],
    source: str,
    by: User,
    at: datetime,
    most_managed: int | None = None,
) -> CaseloadRule:
    """What the council agreed, from a day on. The agreement before holds until then."""
    must_be_believable(at, starts_on=starts_on)
    with refused_by(
        workforce_caseloadrule_starts_on_key=Refused(
            "There is an agreement from that day already. Choose another day.",
            field="starts_on",
        ),
        caseload_rule_in_reach=Refused(
            "The share is more than 0 and at most 1, of a usual caseload of more than 0.",
            field="protected_share",
        ),
    ):
        agreed = CaseloadRule.objects.create(
            starts_on=starts_on,
            usual=usual,
            protected_share=protected_share,
            weights=weights,
            most_managed=most_managed,
            source=source,
            recorded_at=at,
        )
    history.write("workforce.caseload_agreed", agreed, by=by, at=at)
    return agreed
