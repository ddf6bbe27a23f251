"""The story of growing up: Juniper turns 18 next month, and the worker they trust stays."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.urls import reverse

from kittiwake.demo.direct_work import see_regularly
from kittiwake.demo.people import Council
from kittiwake.demo.stories.children import HARBOUR, story_child
from kittiwake.practice.direct_work.goals import recording as goals
from kittiwake.practice.direct_work.sessions import recording as work
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.transitions import recording as transitions
from kittiwake.practice.transitions.adult_services import recording as adult_services
from kittiwake.practice.transitions.entitlement.rules import ADULT
from kittiwake.record import recording as record
from kittiwake.record.ages import born_by
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date


def make(council: Council, at: datetime) -> None:
    the_worker_who_stays(council, at)
    turned_18_without(council, at)


def the_worker_who_stays(council: Council, at: datetime) -> Child:
    """All is in place but the meeting with the adult worker: a stranger finds it on the list of birthdays."""
    today = local_date(at)
    child = _young_person(council, at, "Juniper", "Strand", today + timedelta(days=24))
    worker, by = council.workers[HARBOUR][0], council.system
    record.allocate(
        child, team=council.teams["Leaving care"], worker=council.workers["Leaving care"][0], role="personal_adviser",
        starts_on=today - timedelta(days=120), by=by, at=at,
    )  # fmt: skip
    transitions.assess(
        child, assessed_on=today - timedelta(days=300), home="Somewhere nobody from before knows", by=by, at=at,
        safety="Old debts are asked for on birthdays", child_words="Eighteen is just a day. I still need somebody.",
    )  # fmt: skip
    transitions.agree_pathway(
        child, agreed_on=today - timedelta(days=100), took_part=True, copy_given_on=today - timedelta(days=99),
        aims="A flat in Next Bay by the birthday. College goes on.", if_it_fails="Staying put until the summer", by=by, at=at,
    )  # fmt: skip
    referral = adult_services.refer(
        child,
        referred_on=today - timedelta(days=150),
        to_whom="Saltmere adult services",
        needs="Somebody to call when asked for money",
        agrees=True,
        by=by,
        at=at,
    )
    adult_services.answer(
        referral,
        answered_on=today - timedelta(days=110),
        answer="accepted",
        words="From the birthday on",
        adult_worker="Not named yet",
        by=by,
        at=at,
    )
    transitions.stay(
        child, worker_name=worker.name, agreed_on=today - timedelta(days=30), agreed_by=council.managers[HARBOUR].name,
        how="Every Thursday, as now", child_words="I told them I only talk to one person, and they listened.", by=by, at=at,
    )  # fmt: skip
    goal = goals.set_goal(
        child, wants="To keep my own door key", set_on=today - timedelta(days=90), score=2, by=by, at=at
    )
    for days, score in ((60, 4), (30, 5), (4, 7)):
        held = Moment(at - timedelta(days=days))
        work.hold(
            child,
            held=held,
            worker_name=worker.name,
            worker=worker,
            seen=True,
            alone=True,
            tried="The key game",
            by=by,
            at=at,
        )
        goals.scale(goal, score=score, on=local_date(held.at), by=by, at=at)
    return child


def turned_18_without(council: Council, at: datetime) -> Child:
    """Exploited, turned 18 last week; adult services were never asked, and nobody stays."""
    merrow = _young_person(council, at, "Merrow", "Flint", local_date(at) - timedelta(days=7))
    council.tell(
        "worker1.harbour.team",
        reverse("transitions:forward"),
        "Two eighteenth birthdays",
        see="Juniper turns 18 in three weeks, and the worker they trust stays. Merrow turned 18 last week: adult services were "
        "never asked, and nobody stays.",
        mend="Find both on the list of birthdays. Ask adult services about Merrow, and say who stays.",
    )
    return merrow


def _young_person(council: Council, at: datetime, forenames: str, surname: str, adult_on: date) -> Child:
    born_on = born_by(adult_on, ADULT)
    child = story_child(council, HARBOUR, at, forenames, surname, born_on, track="in_care")
    risks.open_risk(
        child,
        domain="county_lines",
        level="significant",
        why="Held to an old debt",
        by=council.system,
        at=at - timedelta(days=200),
    )
    see_regularly(council, child, HARBOUR, at)
    return child
