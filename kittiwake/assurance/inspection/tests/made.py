"""What the tests of inspections begin with: an inspection that raised a concern, and what is done about it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from kittiwake.assurance.inspection import recording as visits
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.actions import recording as actions
from kittiwake.assurance.inspection.concerns import recording as concerns
from kittiwake.assurance.inspection.evidence import recording as evidence
from kittiwake.assurance.inspection.facts import ReportFacts, VisitFacts
from kittiwake.assurance.inspection.models import Concern, ConcernAction, Evidence, Inspection, Judgement
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

TODAY = local_date(NOW)


def day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def by_at(cast: Cast, who: str = "director", at: datetime = NOW) -> dict[str, Any]:
    return {"by": cast.user(who), "at": at}


def visit_facts(**more: Any) -> VisitFacts:
    facts: Any = {
        "kind": rules.MONITORING, "starts_on": day(40), "ends_on": day(39), "announced_on": day(47), "inspectors": 2,
        "themes": "Missing children\nSupervision", "lists_asked_on": None, "lists_given_on": None,
    }  # fmt: skip
    return {**facts, **more}


def report_facts(**more: Any) -> ReportFacts:
    facts: Any = {
        "reported_on": day(20), "overall": "", "needs_plan": False, "plan_sent_on": None, "letter": None
    }  # fmt: skip
    return {**facts, **more}


def held(cast: Cast, **more: Any) -> Inspection:
    return visits.expect(**visit_facts(**more), **by_at(cast))


def raised(cast: Cast, inspection: Inspection | None = None, **more: Any) -> Concern:
    facts: Any = {
        "kind": rules.CONCERN, "words": "Children wait too long to be heard", "point": "interviews",
        "owner": cast.workers["service_manager"],
    }  # fmt: skip
    visit = inspection or held(cast, starts_on=day(200), ends_on=day(190), announced_on=day(210))
    return concerns.raise_concern(visit, **{**facts, **more}, **by_at(cast))


def acted(cast: Cast, concern: Concern, **more: Any) -> ConcernAction:
    facts: Any = {
        "what": "An interviewer is free on Mondays", "difference": "Nobody waits over the weekend",
        "owner": cast.workers["service_manager"], "due_on": day(-30),
    }  # fmt: skip
    return actions.raise_action(concern, **{**facts, **more}, **by_at(cast))


def shown(cast: Cast, concern: Concern, who: str = "auditor", **more: Any) -> Evidence:
    facts: Any = {
        "kind": rules.PERSON,
        "says": rules.FOR,
        "words": "Children told me that somebody came the same day",
    }
    return evidence.put_in(concern, **{**facts, **more}, **by_at(cast, who))


def judged(
    cast: Cast, concern: Concern, *rests_on: Evidence, who: str = "principal", **more: Any
) -> Judgement:
    facts: Any = {
        "visit": None,
        "progress": rules.DONE,
        "words": "It is so in every team",
        "rests_on": rests_on,
    }
    return concerns.judge(concern, **{**facts, **more}, **by_at(cast, who))


def closed(cast: Cast, concern: Concern, who: str = "director", **more: Any) -> None:
    facts: Any = {"why": "Nobody waits now", "version": Concern.objects.get(pk=concern.pk).version}
    concerns.close(concern, **{**facts, **more}, **by_at(cast, who))
