"""The lists of a day as the record knows it: who is on them, what they say, and who may see it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.exchange.child_lists.counts import NO_BIRTH, NO_ID, NO_PLACEMENT, counts, summary
from kittiwake.exchange.child_lists.lists import ListsOfDay, lists_of_the_day
from kittiwake.exchange.formats.annex_a.rows import (
    CareLeaver,
    InNeed,
    ListRow,
    LookedAfter,
    ProtectionPlan,
)
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.duties import rules as owed
from kittiwake.practice.placements import recording as placements
from kittiwake.record import recording as record
from kittiwake.record.models import Address, Child, Identifier
from kittiwake.time.moments import Moment, start_of
from tests.cast import NOW, Cast

TODAY = NOW.date()
DAY = timedelta(days=1)


def made(cast: Cast, person: str = "analyst", on: date = TODAY) -> ListsOfDay:
    user = cast.user(person)
    with acting_as(user):
        return lists_of_the_day(Viewer(user), on)


def row_of(lists: ListsOfDay, number: int, child: Child) -> ListRow | None:
    found = [row for row in lists.rows[number] if row.child_id == child.council_id]
    assert len(found) < 2
    return found[0] if found else None


def track(
    cast: Cast, child: Child, kind: str, since: date, until: date | None = None, category: str = ""
) -> None:
    facts = {"kind": kind, "starts_on": since, "ends_on": until, "category": category}
    duties.start_track(child, **facts, by=cast.system, at=NOW)


def said_done(cast: Cast, child: Child, kind: str, on: date) -> None:
    duties.say_done(child, kind=kind, done=Moment(start_of(on), time_known=False), by=cast.system, at=NOW)


def test_a_child_in_need(cast: Cast) -> None:
    track(cast, cast.ash, "child_in_need", TODAY - 200 * DAY, category="N1")
    said_done(cast, cast.ash, owed.VISIT_IN_NEED, TODAY - 9 * DAY)
    row = row_of(made(cast), 6, cast.ash)
    assert isinstance(row, InNeed)
    assert (row.started_on, row.status, row.closed_on) == (TODAY - 200 * DAY, "in_need_plan", None)
    assert (row.last_seen_on, row.team, row.worker) == (TODAY - 9 * DAY, "North team", "Worker")
    assert row.need
    assert row.need.code == "N1"
    assert (row.born_on, row.age) == (date(2011, 4, 2), 15)


def test_as_of_an_earlier_day(cast: Cast) -> None:
    """What ended since was open then; what was done since had not been; who came since is not on it."""
    track(cast, cast.ash, "child_in_need", TODAY - 200 * DAY, TODAY - 20 * DAY)
    track(cast, cast.briar, "child_in_need", TODAY - 10 * DAY)
    said_done(cast, cast.ash, owed.VISIT_IN_NEED, TODAY - 60 * DAY)
    said_done(cast, cast.ash, owed.VISIT_IN_NEED, TODAY - 25 * DAY)
    then = made(cast, on=TODAY - 30 * DAY)
    row = row_of(then, 6, cast.ash)
    assert isinstance(row, InNeed)
    assert (row.status, row.closed_on, row.last_seen_on) == ("in_need_plan", None, TODAY - 60 * DAY)
    assert row_of(then, 6, cast.briar) is None
    now = row_of(made(cast), 6, cast.ash)
    assert isinstance(now, InNeed)
    assert (now.status, now.closed_on) == ("closed", TODAY - 20 * DAY)


def test_who_is_on_a_protection_plan_is_in_need_as_well(cast: Cast) -> None:
    track(cast, cast.ash, "child_in_need", TODAY - 100 * DAY, TODAY - 40 * DAY)
    track(cast, cast.ash, "child_protection", TODAY - 40 * DAY, category="NEG")
    lists = made(cast)
    in_need = {(row.status, row.started_on) for row in lists.rows[6] if isinstance(row, InNeed)}
    assert in_need == {("closed", TODAY - 100 * DAY), ("protection_plan", TODAY - 40 * DAY)}
    plan = row_of(lists, 7, cast.ash)
    assert isinstance(plan, ProtectionPlan)
    assert (plan.started_on, plan.earlier_plans, plan.emergency_protection) == (TODAY - 40 * DAY, 0, False)
    assert plan.latest_category
    assert plan.latest_category.code == "NEG"


def placed(cast: Cast, child: Child, since: date, **facts: object) -> None:
    told = {"kind": "U6", "provider": "PR1", "legal_status": "C2", "out_of_area": True, **facts}
    address = Address.objects.create(postcode="ZZ99 3VZ")
    placements.place(child, starts_on=since, address=address, **told, by=cast.system, at=NOW)


def test_a_child_in_care(cast: Cast) -> None:
    track(cast, cast.ash, "in_care", TODAY - 400 * DAY, TODAY - 300 * DAY, "N1")
    track(cast, cast.ash, "in_care", TODAY - 200 * DAY, category="N6")
    placed(cast, cast.ash, TODAY - 200 * DAY, legal_status="C1")
    placed(cast, cast.ash, TODAY - 90 * DAY, kind="K2", legal_status="C2")
    said_done(cast, cast.ash, owed.VISIT_IN_CARE, TODAY - 11 * DAY)
    said_done(cast, cast.ash, owed.REVIEW_IN_CARE, TODAY - 350 * DAY)
    row = row_of(made(cast), 8, cast.ash)
    assert isinstance(row, LookedAfter)
    assert (row.started_on, row.ceased_on, row.is_second_period) == (TODAY - 200 * DAY, None, True)
    assert (row.last_visit_on, row.last_review_on) == (TODAY - 11 * DAY, None), "a review of the time before"
    assert (row.placed_on, row.placed_in, row.placement_postcode) == (TODAY - 90 * DAY, "out", "ZZ99 3VZ")
    assert [code and code.code for code in (row.placement_type, row.legal_status)] == ["K2", "C2"]
    assert (row.legal_status_on, row.placements) == (TODAY - 90 * DAY, 2)
    assert (row.missing_episodes, row.absent_episodes, row.interview_offered) == (0, 0, None)


def test_need_to_know_and_restricted_children(cast: Cast) -> None:
    """Whoever asks has whom they may see, and is told nothing of the others: not even how many."""
    for child in (cast.ash, cast.rowan, cast.hazel):
        track(cast, child, "child_in_need", TODAY - 100 * DAY)
    of_whom = {
        person: {row.child_id for row in made(cast, person).rows[6]}
        for person in ("worker", "analyst", "inspector", "administrator")
    }
    ash, rowan, hazel = (child.council_id for child in (cast.ash, cast.rowan, cast.hazel))
    assert of_whom["worker"] & {ash, rowan} == {ash}
    assert of_whom["analyst"] == of_whom["inspector"] == {ash, rowan}
    assert hazel not in of_whom["analyst"]
    assert of_whom["administrator"] == set()
    told = summary(made(cast))
    assert told["children_not_to_be_seen"] == "not in it"
    Child.objects.filter(pk=cast.hazel.pk).update(
        withdrawn_at=NOW
    )  # whether she is there makes no difference
    assert summary(made(cast)) == told


def test_what_to_look_at_before_it_goes_out(cast: Cast) -> None:
    Identifier.objects.filter(child=cast.ash).update(ended_on=TODAY)
    Child.objects.filter(pk=cast.ash.pk).update(born_on=None)
    track(cast, cast.ash, "in_care", TODAY - 10 * DAY)
    lists = made(cast)
    (row,) = lists.rows[8]
    assert row.child_id == f"K{cast.ash.pk}"
    count = next(count for count in counts(lists) if count.number == 8)
    assert (count.rows, count.with_doubts) == (1, 1)
    assert count.doubts[NO_ID] == count.doubts[NO_BIRTH] == count.doubts[NO_PLACEMENT] == 1
    assert "Date of Last Dental Check" in count.empty
    assert "Date Started to be Looked After" not in count.empty


def test_care_leavers_and_who_will_be_one(cast: Cast) -> None:
    adult = record.add_child(
        identifiers_={"council": "77001"}, born_on=date(2008, 1, 5), by=cast.system, at=NOW
    )
    track(cast, adult, "in_care", date(2022, 1, 1), date(2026, 1, 5))
    track(cast, adult, "care_leaver", date(2026, 1, 5))
    nearly = record.add_child(
        identifiers_={"council": "77002"}, born_on=date(2010, 1, 5), by=cast.system, at=NOW
    )
    track(cast, nearly, "in_care", date(2022, 1, 1))
    lists = made(cast)
    found = {row.child_id: row.eligibility for row in lists.rows[9] if isinstance(row, CareLeaver)}
    assert found == {"77001": "former_relevant", "77002": "eligible"}


@pytest.mark.parametrize("number", [1, 3, 4, 10])
def test_what_the_record_holds_nothing_of_is_empty(cast: Cast, number: int) -> None:
    track(cast, cast.ash, "child_in_need", TODAY - 100 * DAY)
    assert made(cast).rows[number] == []
