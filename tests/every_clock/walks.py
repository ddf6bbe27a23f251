"""For every clock that is worked out from facts, a walk: the facts that bring it about, and the day it is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from kittiwake.practice.duties import rules as owed
from kittiwake.practice.meetings import rules as meetings
from tests.every_clock.facts import FACT, World


def grown(world: World) -> None:
    world.born(date(2008, 9, 1))


def leaving(world: World) -> None:
    grown(world)
    world.track("in_care", date(2024, 1, 8))


def arranged(way: str) -> Callable[[World], None]:
    def walk(world: World) -> None:
        world.track("in_care", date(2023, 9, 1))
        world.placed(date(2023, 9, 1), arrangement=way)
        world.visited("visit_in_care")

    return walk


def agreed_to_fewer(world: World) -> None:
    world.track("in_care", date(2023, 9, 1))
    move = world.placed(date(2023, 9, 1), arrangement="long_term")
    world.agreed_to_fewer(move, date(2025, 8, 1))
    world.visited("visit_in_care")


def connected(world: World) -> None:
    world.track("in_care", date(2025, 8, 1))
    move = world.placed(date(2025, 8, 1), arrangement="temporary_connected")
    world.first_review_said(move, date(2025, 8, 20))
    world.visited("visit_in_care")


def protected_and_reviewed(world: World) -> None:
    world.track("child_protection", date(2025, 7, 1))
    world.met(meetings.REVIEW)


def reviewed(world: World, began: date, *days: date) -> None:
    world.track("in_care", began)
    for day in days:
        world.met(meetings.IN_CARE, day)


def in_need_reviewed(world: World) -> None:
    world.plan_reviewed(world.planned_in_need(date(2025, 7, 1)))


def planned(world: World) -> None:
    grown(world)
    world.pathway()


def exploited(world: World) -> None:
    world.born(date(2008, 9, 1))  # 17 on the day of the fact
    world.risk_opened()


def in_care_here(world: World) -> None:
    world.track("in_care", date(2025, 6, 2))
    world.placed(date(2025, 6, 2), host_code="002", kind="K2")
    world.missing()


def in_a_home_and_exploited(world: World) -> None:
    world.risk_opened("sexual_exploitation", date(2025, 7, 1))
    in_care_here(world)


def in_a_home_and_exploited_since(world: World) -> None:
    world.track("in_care", date(2025, 6, 2))
    world.placed(date(2025, 6, 2), kind="K2")
    world.risk_opened("sexual_exploitation")


def came_alone(world: World) -> None:
    world.missing()
    world.came_alone()


def visited_twice(world: World) -> None:
    grown(world)
    world.lives(date(2025, 8, 4))
    world.contacted("visit", date(2025, 8, 6))
    world.contacted("visit")


def looked_nearer(world: World) -> None:
    world.looked_nearer(world.placed(date(2025, 6, 2), host_code="002"))


# By key: what happened on FACT, and the day the clock is due that counts from it.
WALKS: dict[str, tuple[Callable[[World], Any], str]] = {
    "meetings.first_in_care_review": (lambda w: w.track("in_care"), "2025-09-29"),
    "meetings.second_in_care_review": (lambda w: reviewed(w, date(2025, 8, 4), FACT), "2025-12-01"),
    "meetings.later_in_care_review": (lambda w: reviewed(w, date(2025, 6, 2), date(2025, 6, 9), FACT), "2026-03-01"),
    "meetings.first_core_group": (lambda w: w.track("child_protection"), "2025-09-15"),
    "meetings.next_core_group": (
        lambda w: (w.track("child_protection", date(2025, 8, 26)), w.met(meetings.CORE_GROUP)),
        "2025-10-13",
    ),
    "meetings.first_review_conference": (lambda w: w.track("child_protection"), "2025-12-01"),
    "meetings.later_review_conference": (protected_and_reviewed, "2026-03-01"),
    "placements.first_visit": (lambda w: (w.track("in_care"), w.placed()), "2025-09-08"),
    "placements.placement_plan": (lambda w: w.placed(), "2025-09-08"),
    "placements.notice": (lambda w: w.placed(host_code="001", is_emergency=True), "2025-09-08"),
    "placements.nearer": (looked_nearer, "2025-12-01"),
    "direct_work.visit_weekly": (
        lambda w: (w.track("in_care", date(2025, 8, 28)), w.placed(date(2025, 8, 28), arrangement="parents_unassessed"), w.visited("visit_in_care")),
        "2025-09-08",
    ),
    "direct_work.visit_four_weekly": (connected, "2025-09-29"),
    "direct_work.visit_six_weekly": (arranged("standard"), "2025-10-13"),
    "direct_work.visit_three_monthly": (arranged("long_term"), "2025-12-01"),
    "direct_work.visit_six_monthly": (agreed_to_fewer, "2026-03-01"),
    "direct_work.visit_protection": (lambda w: w.track("child_protection"), "2025-09-15"),
    "direct_work.visit_in_need": (lambda w: w.track("child_in_need"), "2025-09-29"),
    "plans.care_plan": (lambda w: w.track("in_care"), "2025-09-15"),
    "plans.first_in_need_review": (lambda w: w.track("child_in_need"), "2025-12-01"),
    "plans.in_need_review": (in_need_reviewed, "2026-03-01"),
    "transitions.needs_assessment": (
        lambda w: (w.born(date(2009, 9, 1)), w.track("in_care", date(2024, 1, 8))), "2025-12-01",
    ),
    "transitions.pathway_plan": (
        lambda w: (w.born(date(2009, 9, 1)), w.track("in_care", date(2024, 1, 8))), "2025-12-01",
    ),
    "transitions.pathway_review": (planned, "2026-03-01"),
    "transitions.review_after_move": (lambda w: (grown(w), w.lives()), "2025-09-29"),
    "transitions.first_visit_home": (lambda w: (grown(w), w.lives()), "2025-09-08"),
    "transitions.visit_before_review": (lambda w: (grown(w), w.lives()), "2025-09-29"),
    "transitions.visit_home": (visited_twice, "2025-11-01"),
    "transitions.contact": (lambda w: (grown(w), w.track("care_leaver")), "2025-10-27"),
    "transitions.adult_services_asked": (exploited, "2026-03-01"),
    "duties.first_health_assessment": (lambda w: w.track("in_care"), "2025-09-29"),
    "duties.health_assessment": (
        lambda w: (w.track("in_care", date(2025, 8, 28)), w.done(owed.HEALTH)), "2026-09-01",
    ),
    "duties.health_assessment_under_five": (
        lambda w: (w.born(date(2022, 1, 3)), w.track("in_care", date(2025, 8, 28)), w.done(owed.HEALTH)),
        "2026-03-01",
    ),
    "duties.education_plan": (lambda w: w.track("in_care"), "2025-09-15"),
    "duties.education_plan_review": (
        lambda w: (w.track("in_care", date(2025, 8, 28)), w.done(owed.EDUCATION)), "2026-01-01",
    ),
    "duties.reviewing_officer": (lambda w: w.track("in_care"), "2025-09-08"),
    "duties.secure_without_order": (lambda w: w.done(owed.SECURE_BEGUN), "2025-09-04"),
    "duties.first_secure_review": (lambda w: w.done(owed.SECURE_ORDERED), "2025-10-01"),
    "duties.secure_review": (
        lambda w: (w.done(owed.SECURE_ORDERED, date(2025, 8, 11)), w.done(owed.SECURE_REVIEWED)), "2025-12-01",
    ),
    "duties.home_notifies": (in_a_home_and_exploited_since, "2025-09-02"),
    "risk.full_assessment": (lambda w: w.risk_opened(), "2025-09-15"),
    "risk.reassessment": (lambda w: w.assessed("emerging"), "2025-12-01"),
    "risk.reassessment_significant": (lambda w: w.assessed("significant"), "2025-10-13"),
    "missing.return_interview": (lambda w: w.returned(w.missing()), "2025-09-04"),
    "missing.interview_offer": (lambda w: w.returned(w.missing()), "2025-09-02"),
    "missing.told_police": (lambda w: w.missing(), "2025-09-01"),
    "missing.told_parents": (lambda w: w.missing(), "2025-09-01"),
    "missing.told_worker": (lambda w: (w.has_no_worker(), w.held_by_a_worker(date(2025, 6, 2)), w.missing()), "2025-09-01"),
    "missing.told_reviewing_officer": (in_care_here, "2025-09-01"),
    "missing.told_placing_authority": (in_care_here, "2025-09-01"),
    "missing.told_host_authority": (in_care_here, "2025-09-01"),
    "missing.told_ofsted": (in_a_home_and_exploited, "2025-09-02"),
    "missing.told_home_office": (came_alone, "2025-09-02"),
    "missing.told_guardian": (came_alone, "2025-09-02"),
}  # fmt: skip
# Those whose facts no list tells, and why.
NO_LIST_TELLS = {
    "duties.home_notifies": "a risk, and how high it was judged",
    "risk.full_assessment": "a risk, and how high it was judged",
    "risk.reassessment": "an assessment of exploitation risk",
    "risk.reassessment_significant": "an assessment of exploitation risk",
    "missing.told_worker": "since when somebody works with a child",
    "missing.told_reviewing_officer": "of a child in care and of one who is missing, in one",
    "missing.told_placing_authority": "of a child in care and of one who is missing, in one",
    "missing.told_host_authority": "of a child in care and of one who is missing, in one",
    "missing.told_ofsted": "a risk, and how high it was judged",
    "missing.told_home_office": "that a child came here alone",
    "missing.told_guardian": "that a child came here alone",
    "meetings.next_core_group": "that a core group met",
    "placements.notice": "whether a placement was an emergency",
    "placements.nearer": "whether moving nearer was looked at",
    "direct_work.visit_weekly": "that parents were not assessed yet",
    "direct_work.visit_four_weekly": "that carers are approved for a time",
    "direct_work.visit_six_monthly": "what a child agreed to",
    "plans.in_need_review": "when a child in need plan was looked at again",
    "transitions.review_after_move": "from when somebody lives where they do",
    "transitions.first_visit_home": "from when somebody lives where they do",
    "transitions.visit_before_review": "from when somebody lives where they do",
    "transitions.visit_home": "how an adviser was in touch",
    "transitions.adult_services_asked": "a risk, and how high it was judged",
    "duties.education_plan_review": "when an education plan was begun",
    "duties.secure_without_order": "that a child is in secure accommodation, and since when",
    "duties.first_secure_review": "that a child is in secure accommodation, and since when",
    "duties.secure_review": "that a child is in secure accommodation, and since when",
}
# Standards that no fact of a child starts by itself, or that have no clock, and where that is tested.
ASKED_FOR = "runs from when it is asked for or decided on, which is an act of its own: meetings/tests"
OF_WORK = "runs from a piece of work, and not from a fact about the child: the tests of its area"
DERIVED = "a link of the board, worked out when it is looked at: tests/broken_links"
OF_STAFF = "about people who work here"
A_MEASURE = "what a figure or a page counts by; nothing is due by it"
OF_THE_COUNCIL = "runs for the council and for no child: inspection/tests, performance/tests"
A_TIME_TO_KEEP = "how long a record is kept; nothing is done when it is over: assurance/retention/tests"
NOT_WALKED = {
    **dict.fromkeys(
        (
            "inspection.action_plan", "inspection.again", "inspection.lists", "inspection.monitoring", "inspection.next",
            "inspection.notice", "inspection.self_evaluation", "performance.answer",
        ),
        OF_THE_COUNCIL,
    ),
    **dict.fromkeys(("insight.published_after", "inspection.opened_shown"), A_MEASURE),
    **dict.fromkeys(
        (
            "meetings.strategy_held", "meetings.complex_strategy_held", "meetings.panel_held", "meetings.enquiry",
            "meetings.initial_conference", "meetings.transfer_conference",
        ),
        ASKED_FOR,
    ),
    **dict.fromkeys(
        (
            "return_interviews.shared", "risk.oversight", "oversight.looked_at", "allocation.handed_over",
            "allocation.introduced", "audits.made_safe", "audits.re_audit", "audits.discussed", "audits.action",
        ),
        OF_WORK,
    ),
    **dict.fromkeys(
        (
            "return_interviews.changed_the_plan", "direct_work.written_up", "meetings.because_of_a_rise", "replies.told",
            "allocation.named_worker", "allocation.named_worker_sooner", "supervision.child_at_high_risk",
            "supervision.child_protected", "supervision.child", "missing.carer_details",
            *(f"missing.ladder_{high}{rung}" for high in ("", "high_") for rung in ("24h", "48h", "72h", "168h", "672h")),
        ),
        DERIVED,
    ),
    **dict.fromkeys(
        (
            "supervision.weekly", "supervision.fortnightly", "supervision.monthly", "supervision.others",
            "supervision.written_up",
            *(f"workforce.first_year_{step}" for step in ("induction", "shadowing", "review_3", "review_6", "review_12")),
        ),
        OF_STAFF,
    ),
    **dict.fromkeys(
        (
            "missing.repeat_within", "missing.prolific_within", "return_interviews.again_within",
            "transitions.adult_services_before_18", "own_pages.youngest", "own_pages.longest",
        ),
        A_MEASURE,
    ),
    **dict.fromkeys(
        (
            "retention.looked_after", "retention.died", "retention.child_protection", "retention.child_in_need",
            "retention.other",
        ),
        A_TIME_TO_KEEP,
    ),
}  # fmt: skip
