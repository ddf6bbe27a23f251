"""What may happen after the drawn world's period is over: one function each, given the people and a later moment.

None of it is about a day of the period. Where a thing no longer fits what happened before it in the same draw, it is
refused, and that is a draw as well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from kittiwake.assurance.supervision import recording as supervision
from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.practice.direct_work.sessions import recording as direct_work
from kittiwake.practice.meetings import recording as meetings
from kittiwake.practice.meetings import rules as of_meetings
from kittiwake.practice.meetings.models import Meeting
from kittiwake.practice.meetings.quorum import rules as quorum
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.plans import recording as plans
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.risk.tests.assessed import assessed
from kittiwake.practice.transitions.advisers import recording as advisers
from kittiwake.practice.transitions.homes import recording as homes
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks import catalogue, limits
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Placement, Track
from kittiwake.time.moments import Moment, local_date
from tests.cast import Cast, end_allocation

Happening = Callable[[Cast, datetime], object]
EVERYBODY = ("ash", "briar", "rowan", "hazel")


def risks_are_lowered(cast: Cast, at: datetime) -> None:
    for risk in PresentingRisk.objects.standing():
        risks.move_risk(risk, level="emerging", words="Safer", by=cast.system, at=at)


def risks_are_raised(cast: Cast, at: datetime) -> None:
    for risk in PresentingRisk.objects.standing():
        risks.move_risk(risk, level="significant", words="Worse", by=cast.system, at=at)


def risks_are_closed(cast: Cast, at: datetime) -> None:
    for risk in PresentingRisk.objects.standing():
        risks.close_risk(risk, reason="Over", by=cast.system, at=at)


def a_risk_is_opened(cast: Cast, at: datetime) -> None:
    risks.open_risk(cast.hazel, domain="trafficking", level="significant", why="x", by=cast.system, at=at)


def children_are_assessed(cast: Cast, at: datetime) -> None:
    for name in EVERYBODY:
        assessed(cast, getattr(cast, name), at=at, answers={}, judged="none")


def tracks_end(cast: Cast, at: datetime) -> None:
    for track in Track.objects.filter(ends_on=None, starts_on__lt=local_date(at)):
        record.end_track(track, ends_on=local_date(at), by=cast.system, at=at)


def a_track_starts(cast: Cast, at: datetime) -> None:
    record.start_track(cast.briar, kind="in_care", starts_on=local_date(at), by=cast.system, at=at)


def children_move(cast: Cast, at: datetime) -> None:
    for placement in Placement.objects.filter(ends_on=None).select_related("child"):
        placements.place(
            placement.child, starts_on=local_date(at), host_code="002", carer="Another", is_emergency=True,
            why_ended="CREQB", by=cast.system, at=at,
        )  # fmt: skip


def workers_change(cast: Cast, at: datetime) -> None:
    for row in Allocation.objects.filter(role=Allocation.LEAD, ends_on=None).select_related("child", "team"):
        worker = cast.workers["support"]
        record.allocate(
            row.child, team=row.team, worker=worker, starts_on=local_date(at), by=cast.system, at=at
        )


def nobody_holds_them(cast: Cast, at: datetime) -> None:
    for row in Allocation.objects.filter(ends_on=None):
        end_allocation(row, local_date(at))


def they_go_missing_again(cast: Cast, at: datetime) -> None:
    for name in ("ash", "rowan", "hazel"):
        child = getattr(cast, name)
        missing.report_past(
            child,
            reported=Moment(at - timedelta(hours=5)),
            returned=Moment(at),
            by=cast.system,
            at=at,
        )


def whoever_is_missing_comes_back(cast: Cast, at: datetime) -> None:
    for episode in Episode.objects.open():
        missing.record_return(episode, returned=Moment(at), by=cast.system, at=at)


def an_episode_is_closed(cast: Cast, at: datetime) -> None:
    for episode in Episode.objects.open():
        missing.close(episode, closed_at=at, reason="Their time in care ended", by=cast.system, at=at)


def carers_look_over_their_details(cast: Cast, at: datetime) -> None:
    for name in EVERYBODY:
        keep_carer_details(getattr(cast, name), description="Tall", by=cast.system, at=at)


def plans_are_closed(cast: Cast, at: datetime) -> None:
    for plan in Plan.objects.current():
        oversight.ask(plan.entry, team=None, by=cast.system, at=at)
        plans.close_plan(plan, reason="Over", by=cast.system, at=at)


def plans_are_written(cast: Cast, at: datetime) -> None:
    for child in (cast.rowan, cast.hazel):
        writing.write_plan(child, worry="A man", agreed_on=local_date(at), by=cast.system, at=at)


def children_agree(cast: Cast, at: datetime) -> None:
    for plan in Plan.objects.current():
        plans.agree(plan, who="They", role="child", answer="agrees", how="there", by=cast.system, at=at)


def meetings_are_called_off(cast: Cast, at: datetime) -> None:
    for meeting in Meeting.objects.filter(held_at=None, cancelled_at=None):
        meetings.cancel_meeting(meeting, reason="Not needed now", by=cast.system, at=at)


def a_meeting_is_held(cast: Cast, at: datetime) -> None:
    for kind in (of_meetings.STRATEGY, of_meetings.REVIEW, of_meetings.IN_CARE, of_meetings.PANEL):
        asked = Moment(at - timedelta(hours=3))
        meeting = meetings.request_meeting(
            [cast.rowan, cast.hazel], kind=kind, why="x", asked=asked, asked_by="Team", by=cast.system, at=at
        )
        came = [of_meetings.CARE, of_meetings.POLICE, of_meetings.HEALTH, of_meetings.EDUCATION]
        answers = {
            meetings.invite(meeting, agency=one, name="Of it", by=cast.system, at=at).pk: of_meetings.CAME
            for one in came
        }
        meetings.hold_meeting(meeting, held=Moment(at), answers=answers, chair="Chair", by=cast.system, at=at)


def the_quorum_changes(cast: Cast, at: datetime) -> None:
    """Whoever draws the world puts the old one back."""
    (newest, *_) = quorum.QUORA[of_meetings.STRATEGY]
    more = newest.needs | {of_meetings.EDUCATION}
    quorum.QUORA[of_meetings.STRATEGY].insert(0, replace(newest, needs=more, effective_from=local_date(at)))


def actions_are_dropped(cast: Cast, at: datetime) -> None:
    for action in Action.objects.open():
        actions.drop(action, reason="Overtaken", by=cast.system, at=at)


def actions_are_done(cast: Cast, at: datetime) -> None:
    for action in Action.objects.open():
        actions.complete(action, outcome="Done", by=cast.system, at=at)


def limits_change(cast: Cast, at: datetime) -> None:
    for standard in catalogue.standards().values():
        if standard.local:
            before = limits.within_on(standard, local_date(at))
            version = len(limits.changes().get(standard.key, ()))
            words = {"why": "Agreed", "version": version, "by": cast.system, "at": at}
            set_limit(standard, count=before.count + 1, effective_from=local_date(at), **words)


def children_are_visited(cast: Cast, at: datetime) -> None:
    for name, kind in (("rowan", "visit_in_care"), ("hazel", "visit_in_care"), ("ash", "visit_protection")):
        direct_work.hold(
            getattr(cast, name), held=Moment(at), kind=kind, worker_name="Worker", seen=True, alone=True,
            by=cast.system, at=at,
        )  # fmt: skip


def care_leavers_move_and_are_in_touch(cast: Cast, at: datetime) -> None:
    for child in Child.objects.filter(surname="Leaver"):
        homes.live_at(
            child, starts_on=local_date(at), kind="no_fixed", is_suitable=False, council_provides=True,
            by=cast.system, at=at,
        )  # fmt: skip
        words = {"how": "phone", "activity": "none", "adviser_name": "Adviser"}
        advisers.contact(child, contacted=Moment(at), **words, by=cast.system, at=at)


def supervision_is_held(cast: Cast, at: datetime) -> None:
    for who, by in (("worker", "manager"), ("colleague", "manager"), ("outsider", "service_manager")):
        supervision.hold(
            cast.workers[who], supervisor=cast.workers[by], held=Moment(at), minutes=60, uninterrupted=True,
            by=cast.user(by), at=at,
        )  # fmt: skip


def workers_leave(cast: Cast, at: datetime) -> None:
    for one in Engagement.objects.filter(ends_on=None):
        engagements.end(one, ends_on=local_date(at), reason="1", by=cast.system, at=at)


def workers_come(cast: Cast, at: datetime) -> None:
    engagements.engage(
        cast.workers["support"], kind=codes.PERMANENT, role="5", fte=Decimal(1), starts_on=local_date(at),
        by=cast.system, at=at,
    )  # fmt: skip


def the_caseload_is_agreed_anew(cast: Cast, at: datetime) -> None:
    caseloads.agree_caseload(
        starts_on=local_date(at), usual=Decimal(30), protected_share=Decimal("0.5"), weights={}, source="x",
        by=cast.system, at=at,
    )  # fmt: skip


HAPPENINGS: list[Happening] = [
    one
    for name, one in list(globals().items())
    if callable(one) and getattr(one, "__module__", "") == __name__
]
