"""What is counted of young people who leave care, each over a few that a person can count."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from kittiwake.practice.missing.tests.made import counted
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.practice.transitions import recording
from kittiwake.practice.transitions.adult_services import recording as adult_services
from kittiwake.practice.transitions.advisers import recording as advisers
from kittiwake.practice.transitions.homes import recording as homes
from kittiwake.practice.transitions.models import Contact, Home, Pathway
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, make_child

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
NINETEEN, SEVENTEEN = date(2007, 3, 1), date(2009, 1, 10)


def by(cast: Cast) -> dict[str, Any]:
    return {"by": cast.user("worker"), "at": NOW}


def leaver(cast: Cast, born_on: date = NINETEEN) -> Child:
    child = make_child("Wren", "Sedge", cast.north, cast.workers["worker"], born_on=born_on)
    record.start_track(child, kind="care_leaver", starts_on=date(2025, 3, 3), by=cast.system, at=NOW)
    return child


def contacted(cast: Cast, child: Child, on: date, how: str = "phone", activity: str = "work") -> Contact:
    moment = Moment(datetime(on.year, on.month, on.day, 10, tzinfo=UTC))
    return advisers.contact(
        child, contacted=moment, adviser_name="An adviser", how=how, activity=activity, **by(cast)
    )


def lives(cast: Cast, child: Child, on: date, *, suits: bool) -> Home:
    facts = {"kind": "supported", "is_suitable": suits, "council_provides": True}
    return homes.live_at(child, starts_on=on, **facts, **by(cast))


def agreed(cast: Cast, child: Child, on: date) -> Pathway:
    return recording.agree_pathway(child, agreed_on=on, aims="A flat", took_part=True, **by(cast))


def in_numerator(key: str) -> list[bool]:
    return [case["in_numerator"] for case in counted(key, FIRST, LAST)]


def test_every_care_leaver_is_one_case_and_without_anything_is_in_no_numerator(cast: Cast) -> None:
    child = leaver(cast)
    for key in ("P55", "P55b", "P55c", "P56"):
        (case,) = counted(key, FIRST, LAST)
        assert (case["child_id"], case["in_numerator"]) == (child.pk, False), key


def test_whoever_leaves_care_no_longer_counts(cast: Cast) -> None:
    child = make_child("Wren", "Sedge", cast.north, cast.workers["worker"], born_on=NINETEEN)
    facts = {"kind": "care_leaver", "starts_on": date(2025, 3, 3), "ends_on": date(2026, 11, 9)}
    record.start_track(child, **facts, by=cast.system, at=NOW)
    assert counted("P55", FIRST, LAST) == []


@pytest.mark.parametrize(
    ("on", "how", "is_in_touch"),
    [
        (date(2026, 10, 5), "phone", True),
        (date(2026, 10, 5), "none", False),
        (date(2026, 10, 4), "visit", False),
    ],
    ids=["eight weeks to the day", "nobody answered", "longer ago"],
)
def test_in_touch_is_an_answer_in_the_last_eight_weeks(
    cast: Cast, on: date, how: str, is_in_touch: bool
) -> None:
    contacted(cast, leaver(cast), on, how)
    assert in_numerator("P55") == [is_in_touch]


def test_trying_again_in_vain_does_not_undo_having_been_in_touch(cast: Cast) -> None:
    child = leaver(cast)
    contacted(cast, child, date(2026, 11, 2))
    contacted(cast, child, date(2026, 11, 20), "none")
    assert in_numerator("P55") == [True]


def test_the_newest_home_and_the_newest_contact_say_how_they_are(cast: Cast) -> None:
    child = leaver(cast)
    lives(cast, child, date(2026, 6, 1), suits=True)
    lives(cast, child, date(2026, 11, 2), suits=False)
    contacted(cast, child, date(2026, 6, 1), activity="none")
    newest = contacted(cast, child, date(2026, 11, 20), activity="apprenticeship")
    assert (in_numerator("P55b"), in_numerator("P55c")) == ([False], [True])
    recording.strike_out(newest.entry, reason="Another young person", **by(cast))
    assert in_numerator("P55c") == [False], "what stands then is the one before"


@pytest.mark.parametrize(("on", "in_date"), [(date(2026, 5, 30), True), (date(2026, 5, 29), False)])
def test_a_pathway_plan_is_in_date_for_six_months(cast: Cast, on: date, in_date: bool) -> None:
    """Care Leavers (England) Regulations 2010, regulation 7."""
    agreed(cast, leaver(cast), on)
    assert in_numerator("P56") == [in_date]


@pytest.mark.parametrize(("visited", "in_time"), [(6, True), (9, True), (10, False), (None, False)])
def test_the_first_visit_where_they_live_is_within_seven_days(
    cast: Cast, visited: int | None, in_time: bool
) -> None:
    """Care Leavers (England) Regulations 2010, regulation 8(2): moved in on the 2nd."""
    child = make_child("Wren", "Sedge", cast.north, cast.workers["worker"], born_on=SEVENTEEN)
    record.start_track(child, kind="in_care", starts_on=date(2025, 1, 6), by=cast.system, at=NOW)
    home = lives(cast, child, date(2026, 11, 2), suits=True)
    if visited:
        contacted(cast, child, date(2026, 11, visited), "visit")
    first = [case for case in counted("P56b", FIRST, LAST) if case["case_id"] == home.pk]
    assert [case["in_numerator"] for case in first] == [in_time]


def exploited(cast: Cast, born_on: date = SEVENTEEN, domain: str = "county_lines") -> Child:
    child = make_child("Wren", "Sedge", cast.north, cast.workers["worker"], born_on=born_on)
    risks.open_risk(child, domain=domain, level="moderate", why="Debt", **by(cast))
    return child


@pytest.mark.parametrize(
    ("born_on", "domain"),
    [(date(2009, 12, 1), "county_lines"), (date(2001, 11, 30), "county_lines"), (SEVENTEEN, "education")],
    ids=["16 on the last day", "25 on the last day", "no exploitation"],
)
def test_whom_readiness_for_adulthood_is_not_about(cast: Cast, born_on: date, domain: str) -> None:
    exploited(cast, born_on, domain)
    assert counted("P57", FIRST, LAST) == []


def test_an_exploited_young_person_of_17_needs_somebody_after_18(cast: Cast) -> None:
    """Care Act 2014, section 58. Adult services were asked, or a worker stays: either is a plan."""
    child = exploited(cast)
    assert in_numerator("P57") == [False]
    asked = {"to_whom": "Adult services", "needs": "A home", "agrees": True}
    referral = adult_services.refer(child, referred_on=date(2026, 11, 2), **asked, **by(cast))
    assert in_numerator("P57") == [True]
    recording.strike_out(referral.entry, reason="Not sent", **by(cast))
    assert in_numerator("P57") == [False]
    recording.stay(child, worker_name="Worker", agreed_on=date(2026, 11, 9), agreed_by="Manager", **by(cast))
    assert in_numerator("P57") == [True]
