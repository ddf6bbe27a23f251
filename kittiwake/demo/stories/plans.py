"""The stories of plans: one that leans on a mother alone, and one place shut because of two children."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.demo.people import Council
from kittiwake.demo.plans import make_tactic
from kittiwake.demo.stories.children import HARBOUR, MARSH, story_child
from kittiwake.practice.disruption import recording as disruption
from kittiwake.practice.plans import recording as plans
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.time.moments import local_date, start_of


def make(council: Council, at: datetime) -> None:
    a_plan_that_leans_on_a_mother(council, at)
    a_place_shut_because_of_two(council, at)


def a_plan_that_leans_on_a_mother(council: Council, at: datetime) -> None:
    """Everything an inspector criticises, in one plan; and its first review conference is overdue."""
    child = story_child(council, MARSH, at, "Bracken", "Lowe", date(local_date(at).year - 15, 4, 18))
    began = local_date(at) - timedelta(days=100)
    by, then = council.system, start_of(began)
    risk = risks.open_risk(
        child,
        domain="criminal_exploitation",
        level="significant",
        why="Carries for older boys",
        by=by,
        at=then,
    )
    plan = writing.write_plan(
        child, kind=rules.OUTSIDE_HOME, worry="Older boys have them carry at night", agreed_on=began, started_on=began, by=by, at=then,
    )  # fmt: skip
    doing.add_action(
        plan, what="Keeps Bracken in", who="Their mother", who_is="parent", risks=[risk], by=by, at=then
    )
    worker = council.workers[MARSH][0].user or by
    plans.put_forward(plan, by=worker, at=at - timedelta(days=2))
    council.tell(
        "manager.marsh.team",
        plan.get_absolute_url(),
        "A plan that leans on a mother",
        see="One action, for a parent alone, with no day, no way to know whether it works, and nothing if it fails. It waits for you.",
        mend="Send it back, saying what is missing, or write a new version. The advice beside the form says what an inspector would: watch it shrink as you type.",
    )


def a_place_shut_because_of_two(council: Council, at: datetime) -> None:
    """A car park that one team knows through Fennel and another through Tansy; neither sees the other child."""
    year = local_date(at).year
    fennel = story_child(council, HARBOUR, at, "Fennel", "Brook", date(year - 15, 8, 2))
    tansy = story_child(council, MARSH, at, "Tansy", "Wick", date(year - 14, 10, 21))
    by, then = council.system, at - timedelta(days=70)
    risk = risks.open_risk(
        fennel, domain="places", level="significant", why="Meets men at the car park", by=by, at=then
    )
    shut = make_tactic(
        council, fennel, at, "considered", "applied", "granted", asked=60, power="closure_order", target="place",
        on_what="The top floor of the old car park", why="Fennel is taken there after school",
    )  # fmt: skip
    disruption.link_child(shut, child=tansy, why="Tansy was found there twice", by=by, at=at)
    disruption.rate_effect(
        shut, rating="some", words="Nobody seen there since; two cars now wait by the pier.", on=local_date(at), by=by, at=at
    )  # fmt: skip
    make_tactic(
        council, fennel, at, "considered", "granted", "breached", "arrested", asked=50, power="abduction_notice",
        target="person", on_what="The man with the grey hatchback", why="Fennel gets into his car",
    )  # fmt: skip
    make_tactic(
        council, tansy, at, "considered", asked=9, power="exploitation_prevention_order", target="person",
        on_what="The older lad they call Spanner", why="Tansy owes him money",
    )  # fmt: skip
    plan = writing.write_plan(
        fennel, kind=rules.DISRUPTION, worry="Men wait for Fennel at the car park", agreed_on=local_date(then),
        parts={"who_harms": "The car park; a man with a grey hatchback"}, child_version="I want them to stop ringing.", by=by, at=then,
    )  # fmt: skip
    doing.add_action(
        plan, what="Walks through the car park with the police", who="Exploitation worker", who_is="worker",
        when="Fridays at 6pm", evenings_weekends=True, difference="No car waits there", risks=[risk], by=by, at=then,
    )  # fmt: skip
