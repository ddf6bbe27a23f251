"""Risks, plans, meetings, visits, placements, orders, and growing up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from kittiwake.practice.direct_work.goals import recording as goals
from kittiwake.practice.direct_work.models import Goal, Session
from kittiwake.practice.direct_work.sessions import recording as sessions
from kittiwake.practice.disruption import recording as disruption
from kittiwake.practice.disruption.models import Concern
from kittiwake.practice.disruption.tests import making as disrupting
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.nearer_reviews import recording as nearer
from kittiwake.practice.placements.out_of_area import recording as duties
from kittiwake.practice.plans.coverage import recording as coverage
from kittiwake.practice.plans.tests import making as planning
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.models import PresentingRisk, RiskAssessment
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.risk.rules import FULL_ASSESSMENT
from kittiwake.practice.risk.tests.assessed import MODERATE, WORDS, assessed, screened
from kittiwake.practice.transitions import recording as growing_up
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.tests.answering import quiet
from kittiwake.primitives.measures.links import Broken
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date
from tests.broken_links.planting import DAY, LATER, Planted, by
from tests.cast import NOW, Cast, make_child

ON = local_date(LATER)
HOUR, FAR = timedelta(hours=1), NOW + 100 * DAY


def risk_of(broken: Broken) -> PresentingRisk:
    return PresentingRisk.objects.get(pk=broken.entry_id)


def close_risk(cast: Cast, broken: Broken) -> None:
    risks.close_risk(risk_of(broken), reason="They are safe from him", **by(cast))


def strike_out_risk(cast: Cast, broken: Broken) -> None:
    risks.strike_out(risk_of(broken), reason="The wrong child", **by(cast))


def _act_on_risk(cast: Cast, broken: Broken) -> None:
    planning.action(cast, planning.plan(cast), risks=[risk_of(broken)])


def _leave_risk(cast: Cast, broken: Broken) -> None:
    coverage.leave(planning.plan(cast), risk=risk_of(broken), reason="The police act on it", **by(cast))


def _assessed(cast: Cast) -> RiskAssessment:
    return assessed(cast, answers=MODERATE, judged="moderate", at=NOW - 120 * DAY)


def _assess(cast: Cast, broken: Broken) -> None:
    assessed(cast, at=LATER)


def _strike_out_assessment(cast: Cast, broken: Broken) -> None:
    made = RiskAssessment.objects.get(pk=broken.entry_id)
    assessing.strike_out(made, reason="The wrong child", **by(cast))


def _assessed_before(cast: Cast) -> RiskAssessment:
    first = library.instrument(FULL_ASSESSMENT, 1)
    answers = quiet(first, sexual_harm="current")
    said = {"judged": "emerging", "why_different": "", **WORDS}
    return assessing.assess(cast.ash, instrument=first, answers=answers, **said, **by(cast, NOW))


def _screened(cast: Cast) -> RiskAssessment:
    return screened(cast, judged="assess", told="yes")


def _visited(cast: Cast) -> None:
    record.start_track(
        cast.ash,
        kind="child_protection",
        category="NEG",
        starts_on=local_date(NOW) - 60 * DAY,
        **by(cast, NOW),
    )
    _visit(cast, at=NOW - 30 * DAY)


def _visit(cast: Cast, broken: Broken | None = None, *, at: Any = LATER - HOUR) -> None:
    seen = {"seen": True, "kind": "visit_protection", "worker_name": "Worker"}
    sessions.hold(cast.ash, held=Moment(at), **seen, **by(cast))


def _planned(cast: Cast) -> Session:
    return sessions.plan_session(
        cast.ash, planned_at=NOW + DAY, worker_name="Worker", purpose="Saturdays", **by(cast, NOW)
    )


def _session(broken: Broken) -> Session:
    return Session.objects.get(pk=broken.entry_id)


def _held_as_planned(cast: Cast, broken: Broken) -> None:
    facts = {"seen": True, "worker_name": "Worker", "held": Moment(NOW + DAY)}
    sessions.hold(cast.ash, session=_session(broken), **facts, **by(cast))


def _missed(cast: Cast, broken: Broken) -> None:
    sessions.miss(_session(broken), missed="child_away", words="Nobody came to the door", **by(cast))


def _strike_out_session(cast: Cast, broken: Broken) -> None:
    sessions.strike_out(_session(broken), reason="The wrong child", **by(cast))


def _goal(cast: Cast) -> Goal:
    return goals.set_goal(cast.ash, wants="To sleep at home", set_on=local_date(NOW), **by(cast, NOW))


def _work_on_it(cast: Cast, broken: Broken) -> None:
    facts = {"seen": True, "worker_name": "Worker", "held": Moment(LATER - HOUR)}
    sessions.hold(cast.ash, **facts, **by(cast))


def _end_goal(cast: Cast, broken: Broken) -> None:
    goals.end_goal(Goal.objects.get(), why="They do", **by(cast))


def _granted(cast: Cast) -> Concern:
    made = disrupting.through(cast, disrupting.tactic(cast), "considered", "applied")
    disrupting.step(cast, made, "granted", until_on=local_date(NOW) + 20 * DAY)
    return made


def _over(cast: Cast, broken: Broken) -> None:
    _step(cast, "expired")


def _step(cast: Cast, kind: str, **more: Any) -> None:
    facts = {"kind": kind, "on": ON, "who": "Police", **more}
    disruption.take_step(Concern.objects.get(), **facts, **by(cast))


def _strike_out_tactic(cast: Cast, broken: Broken) -> None:
    disruption.strike_out(Concern.objects.get(), reason="The wrong child", **by(cast))


def _far_away(cast: Cast) -> Move:
    facts = {"host_code": "002", "carer": "A carer", **by(cast, NOW)}
    return placements.place(cast.ash, starts_on=local_date(NOW), **facts)


def _what_is_owed(cast: Cast, broken: Broken) -> None:
    move = Move.objects.get(pk=broken.entry_id)
    who = {"who": "The director", "role": "director", "why": "No place nearer"}
    duties.approve(move, on=ON, **who, **by(cast))
    duties.consult(move, on=ON, whom="Far Cove", words="They know him", **by(cast))
    duties.notify(Move.objects.get(pk=move.pk), on=ON, whom="Far Cove", **by(cast))


def _strike_out_move(cast: Cast, broken: Broken) -> None:
    placements.strike_out(Move.objects.get(pk=broken.entry_id), reason="The wrong child", **by(cast))


def _move_home(cast: Cast, broken: Broken) -> None:
    placements.place(cast.ash, starts_on=ON, host_code="000", carer="An aunt", **by(cast))


def _look_at_nearer(cast: Cast, broken: Broken) -> None:
    said = {"decision": "stay", "why": "They have friends there"}
    nearer.review_nearer(Move.objects.get(), held_on=local_date(FAR) - DAY, **said, **by(cast, FAR))


def _pathway(cast: Cast) -> None:
    child = _a_young_person(cast, date(2009, 9, 10))
    growing_up.agree_pathway(child, agreed_on=local_date(NOW), aims="A flat", took_part=True, **by(cast, NOW))


def _review_pathway(cast: Cast, broken: Broken) -> None:
    at = NOW + 200 * DAY
    growing_up.agree_pathway(
        _young(broken), agreed_on=local_date(at), aims="A flat", took_part=True, **by(cast, at)
    )


def _young(broken: Broken) -> Child:
    return Child.objects.get(pk=broken.child_id)


def _a_young_person(cast: Cast, born_on: date) -> Child:
    child = make_child("Wren", "Sedge", cast.north, cast.workers["worker"], born_on=born_on)
    record.start_track(child, kind="in_care", starts_on=date(2025, 1, 6), by=cast.system, at=NOW)
    return child


def _turned(cast: Cast) -> None:
    _a_young_person(cast, date(2008, 12, 23))


def _turns(cast: Cast) -> None:
    _a_young_person(cast, date(2009, 3, 10))


def _all_that_was_owed(cast: Cast, broken: Broken) -> None:
    child, last = _young(broken), ON - DAY
    growing_up.assess(child, assessed_on=last, **by(cast))
    growing_up.agree_pathway(child, agreed_on=last, aims="A flat", took_part=True, **by(cast))
    growing_up.stay(child, worker_name="Worker", agreed_on=last, agreed_by="Manager", **by(cast))
    record.allocate(
        child, team=cast.north, worker=cast.workers["leaving_care_worker"], role="personal_adviser",
        starts_on=last, **by(cast),
    )  # fmt: skip


PLANTED = [
    Planted(
        "plans.risk_uncovered",
        planning.risk,
        {
            "an action": _act_on_risk,
            "left": _leave_risk,
            "closed": close_risk,
            "struck out": strike_out_risk,
        },
        who="worker",
    ),
    Planted(
        "risk.not_assessed_again", _assessed, {"assessed": _assess, "struck out": _strike_out_assessment}
    ),
    Planted(
        "risk.rated_too_low",
        _assessed_before,
        {"assessed": _assess, "struck out": _strike_out_assessment},
    ),
    Planted("risk.only_screened", _screened, {"assessed": _assess, "struck out": _strike_out_assessment}),
    Planted("direct_work.not_visited", _visited, {"seen": _visit}),
    Planted(
        "direct_work.not_written_up",
        _planned,
        {"held": _held_as_planned, "missed": _missed, "struck out": _strike_out_session},
    ),
    Planted("direct_work.goal_alone", _goal, {"worked on": _work_on_it, "ended": _end_goal}),
    Planted("disruption.lapsed", _granted, {"over": _over, "struck out": _strike_out_tactic}),
    Planted(
        "placements.owed",
        _far_away,
        {"done": _what_is_owed, "struck out": _strike_out_move, "moved home": _move_home},
    ),
    Planted(
        "placements.not_approved",
        _far_away,
        {"approved": _what_is_owed, "struck out": _strike_out_move, "moved home": _move_home},
        who="director",
    ),
    Planted(
        "placements.nearer",
        _far_away,
        {"looked at": _look_at_nearer, "struck out": _strike_out_move, "moved home": _move_home},
        FAR,
    ),
    Planted("transitions.eighteen_without", _turned, {"all of it": _all_that_was_owed}),
    Planted("transitions.eighteen_soon", _turns, {"all of it": _all_that_was_owed}),
    Planted(
        "transitions.late",
        _pathway,
        {"reviewed": _review_pathway},
        NOW + 200 * DAY,
        about="Review the pathway",
    ),
]
