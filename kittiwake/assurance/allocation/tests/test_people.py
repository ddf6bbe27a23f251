"""Cover while somebody is away, and leaving: nobody goes while a child is still theirs."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.allocation.cover.queries import covering
from kittiwake.assurance.allocation.cover.recording import be_away, be_back, name_cover
from kittiwake.assurance.allocation.leaving.queries import remaining_with
from kittiwake.assurance.allocation.leaving.recording import end_worker
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.allocation.tests.making import TODAY, changed, now_of
from kittiwake.assurance.workforce.caseloads.queries import caseloads
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.history.refusal import Refused
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.recording import drop, give, raise_action
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Membership, Worker
from tests.cast import LONG_AGO, NOW, Cast

WEEK = timedelta(days=7)
pytestmark = pytest.mark.usefixtures("_today")


def covered(cast: Cast, **more: Any) -> Away:
    facts = {"covered_by": cast.workers["colleague"], "starts_on": TODAY, "ends_on": TODAY + WEEK, **more}
    return be_away(cast.workers["worker"], **facts, by=cast.user("manager"), at=NOW)


def ended(cast: Cast, **more: Any) -> None:
    facts = {"ends_on": TODAY + WEEK, "why": "A new post", "by": cast.user("manager"), **more}
    end_worker(cast.workers["worker"], **facts, at=NOW)


def theirs(cast: Cast) -> list[str]:
    covers = covering(cast.workers["colleague"], Viewer(cast.user("colleague")), NOW)
    return [child.forenames for cover in covers for child in cover.children]


def test_whoever_covers_sees_each_child_for_those_days_and_they_are_counted_apart(cast: Cast) -> None:
    covered(cast, ends_on=TODAY + 2 * WEEK)
    assert theirs(cast) == ["Ash", "Hazel"]
    rows = Allocation.objects.filter(covered__isnull=False)
    assert {(row.worker.name, row.is_cover, row.ends_on) for row in rows} == {
        ("Colleague", True, TODAY + 2 * WEEK)
    }
    assert now_of(cast.ash).worker == cast.workers["worker"]
    loads = caseloads(cast.workers.values(), TODAY)
    assert loads[cast.workers["worker"].pk].children == 2
    assert loads[cast.workers["colleague"].pk].children == 1


def test_cover_is_for_the_workers_own_children(cast: Cast) -> None:
    covered(cast, ends_on=None)  # the database asks its own clock whether a cover is over
    changed(cast, cast.ash, cast.workers["colleague"])
    changed(cast, cast.briar, cast.workers["worker"])
    assert theirs(cast) == ["Briar", "Hazel"]


def test_cover_ends_when_they_are_back_sooner(cast: Cast) -> None:
    away = covered(cast, ends_on=TODAY + 2 * WEEK)
    be_back(away, ends_on=TODAY, by=cast.user("manager"), at=NOW)
    assert theirs(cast) == []
    with pytest.raises(Refused, match=r"over|already"):
        be_back(Away.objects.get(pk=away.pk), ends_on=TODAY, by=cast.user("manager"), at=NOW)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"covered_by": "worker"}, "Nobody covers for themselves"),
        ({"ends_on": TODAY}, "back is after the day they go"),
        ({"starts_on": TODAY - 2 * WEEK, "ends_on": TODAY}, "They are back by now"),
    ],
)
def test_it_refuses_cover(cast: Cast, facts: dict, said: str) -> None:
    if "covered_by" in facts:
        facts = {"covered_by": cast.workers[facts["covered_by"]]}
    with pytest.raises(Refused, match=said):
        covered(cast, **facts)


def test_it_refuses_cover_twice_by_who_is_away_and_by_who_has_left(cast: Cast) -> None:
    covered(cast)
    with pytest.raises(Refused, match="is away in those days already, until 30 November 2026"):
        covered(cast, covered_by=cast.workers["outsider"])
    with pytest.raises(Refused, match="Worker is away in those days too"):
        be_away(
            cast.workers["outsider"], covered_by=cast.workers["worker"], starts_on=TODAY, ends_on=TODAY + WEEK,
            by=cast.user("manager"), at=NOW,
        )  # fmt: skip
    Worker.objects.filter(pk=cast.workers["support"].pk).update(ends_on=TODAY)
    with pytest.raises(Refused, match="has left by then"):
        be_away(
            cast.workers["outsider"], covered_by=Worker.objects.get(name="Support"), starts_on=TODAY,
            ends_on=TODAY + WEEK, by=cast.user("manager"), at=NOW,
        )  # fmt: skip


def test_nobody_leaves_while_a_child_is_theirs(cast: Cast) -> None:
    with pytest.raises(Refused, match="2 children are still with Worker on 30 November 2026"):
        ended(cast)
    changed(cast, cast.ash, cast.workers["colleague"], starts_on=TODAY + WEEK)
    with pytest.raises(Refused, match=r"1 child is still with Worker.*Give each of them somebody else"):
        ended(cast)
    changed(cast, cast.hazel, cast.workers["colleague"])
    ended(cast)
    worker = Worker.objects.get(pk=cast.workers["worker"].pk)
    assert worker.ends_on == TODAY + WEEK
    assert not Membership.objects.on(TODAY + WEEK).filter(worker=worker).exists()
    assert Membership.objects.on(TODAY).filter(worker=worker).exists()
    worker.user.refresh_from_db()
    assert not worker.user.may_sign_in(NOW + timedelta(days=8))
    assert worker.user.may_sign_in(NOW)


def test_a_child_the_manager_may_not_see_is_counted_too(cast: Cast) -> None:
    changed(cast, cast.ash, cast.workers["colleague"])
    with acting_as(cast.user("manager")):
        assert not Allocation.objects.filter(child=cast.hazel).exists()
        assert remaining_with(cast.workers["worker"], TODAY).children == 1
        with pytest.raises(Refused, match="1 child is still with Worker"):
            ended(cast)


def test_a_child_in_another_role_and_one_still_to_come_are_theirs_too(cast: Cast) -> None:
    for child in (cast.ash, cast.hazel):
        changed(cast, child, cast.workers["colleague"])
    changed(cast, cast.briar, cast.workers["worker"], starts_on=TODAY + 2 * WEEK)
    with pytest.raises(Refused, match="1 child"):
        ended(cast)
    changed(cast, cast.briar, cast.workers["colleague"], starts_on=TODAY + 2 * WEEK)
    role = {"role": "exploitation", "team": cast.north, "starts_on": TODAY}
    record.allocate(cast.rowan, worker=cast.workers["worker"], **role, by=cast.system, at=NOW)
    with pytest.raises(Refused, match="1 child"):
        ended(cast)


def free(cast: Cast) -> None:
    for child in (cast.ash, cast.hazel):
        changed(cast, child, cast.workers["colleague"])


def test_what_they_agreed_to_do_goes_to_somebody_first(cast: Cast) -> None:
    free(cast)
    entry = record.enter(
        cast.rowan, kind="risk.presenting_risk", summary="x", happened_at=NOW, by=cast.system, at=NOW
    )
    action = raise_action(
        entry, what="Ring school", due_on=TODAY, owner=cast.workers["worker"], by=cast.system, at=NOW
    )
    with pytest.raises(Refused, match="1 action is still Worker’s"):
        ended(cast)
    give(action, owner=cast.workers["colleague"], team=None, by=cast.user("manager"), at=NOW)
    ended(cast)
    assert Action.objects.get(pk=action.pk).owner == cast.workers["colleague"]
    with pytest.raises(Refused, match="is leaving or has left"):
        give(action, owner=Worker.objects.get(name="Worker"), team=None, by=cast.user("manager"), at=NOW)
    with pytest.raises(Refused, match="Say who will do it"):
        give(action, owner=None, team=None, by=cast.user("manager"), at=NOW)
    drop(action, reason="x", by=cast.system, at=NOW)
    with pytest.raises(Refused, match="already been finished or dropped"):
        give(action, owner=None, team=cast.north, by=cast.user("manager"), at=NOW)


def test_it_refuses_twice_their_own_end_and_a_day_before_they_came(cast: Cast) -> None:
    free(cast)
    with pytest.raises(Refused, match="Somebody else ends your own post"):
        ended(cast, by=cast.user("worker"))
    Worker.objects.filter(pk=cast.workers["worker"].pk).update(starts_on=TODAY + 2 * WEEK)
    with pytest.raises(Refused, match="starts here on 7 December 2026"):
        ended(cast)
    Worker.objects.filter(pk=cast.workers["worker"].pk).update(starts_on=None)
    ended(cast)
    with pytest.raises(Refused, match="leaves on 30 November 2026 already"):
        ended(cast)


def engaged(cast: Cast) -> Engagement:
    facts = {"kind": "permanent", "role": "5", "fte": Decimal(1), "starts_on": LONG_AGO}
    return engagements.engage(cast.workers["worker"], **facts, by=cast.system, at=NOW)


def test_their_employment_ends_with_their_post_and_not_while_a_child_is_theirs(cast: Cast) -> None:
    engagement = engaged(cast)
    with pytest.raises(Refused, match="2 children are still with Worker"):
        ended(cast, reason="1")
    free(cast)
    with pytest.raises(Refused, match="Select how their employment ends") as refused:
        ended(cast)
    assert refused.value.field == "reason"
    assert Worker.objects.get(pk=cast.workers["worker"].pk).ends_on is None
    ended(cast, reason="1")
    engagement.refresh_from_db()
    assert (engagement.ends_on, engagement.reason) == (TODAY + WEEK, "1")


def test_who_covers_for_somebody_does_not_leave_in_those_days(cast: Cast) -> None:
    free(cast)
    be_away(
        cast.workers["support"], covered_by=cast.workers["worker"], starts_on=TODAY, ends_on=TODAY + 2 * WEEK,
        by=cast.user("manager"), at=NOW,
    )  # fmt: skip
    with pytest.raises(Refused, match="covers for somebody after that day"):
        ended(cast)


def test_nobody_covers_yet_and_nobody_knows_until_when(cast: Cast) -> None:
    away = covered(cast, covered_by=None, ends_on=None)
    assert theirs(cast) == []
    assert away.until == "until further notice"
    name_cover(away, covered_by=cast.workers["colleague"], by=cast.user("manager"), at=NOW + WEEK)
    rows = Allocation.objects.filter(covered__isnull=False)
    assert {(row.child.forenames, row.starts_on, row.ends_on) for row in rows} == {
        ("Ash", TODAY + WEEK, None),
        ("Hazel", TODAY + WEEK, None),
    }
    changed(cast, cast.ash, cast.workers["colleague"], starts_on=TODAY + 2 * WEEK)
    be_back(away, ends_on=TODAY + 3 * WEEK, by=cast.user("manager"), at=NOW + WEEK)
    ends = dict(rows.values_list("child__forenames", "ends_on"))
    assert ends == {"Ash": TODAY + 2 * WEEK, "Hazel": TODAY + 3 * WEEK}


def test_they_are_back_no_later_than_was_said_and_not_before_they_went(cast: Cast) -> None:
    away, by = covered(cast), {"by": cast.user("manager"), "at": NOW}
    with pytest.raises(
        Refused, match=r"expected back on 30 November 2026 as it is.*Record that from 30 November"
    ):
        be_back(away, ends_on=TODAY + 2 * WEEK, **by)
    with pytest.raises(Refused, match="before they went away"):
        be_back(away, ends_on=TODAY - WEEK, **by)
    longer = covered(cast, starts_on=TODAY + WEEK, ends_on=TODAY + 2 * WEEK)
    assert longer.covered.count() == 2


def test_whoever_covers_a_service_manager_is_in_every_team_beneath(cast: Cast) -> None:
    facts = {"starts_on": TODAY, "ends_on": TODAY + WEEK, "by": cast.system, "at": NOW}
    away = be_away(cast.workers["service_manager"], covered_by=cast.workers["manager"], **facts)
    places = {covered.place.team.name for covered in away.covered_teams.all()}
    assert {cast.service.name, cast.north.name, cast.south.name} <= places
    be_back(away, ends_on=TODAY + timedelta(days=2), by=cast.system, at=NOW)
    assert {covered.place.ends_on for covered in away.covered_teams.all()} == {TODAY + timedelta(days=2)}


def test_of_two_who_name_a_cover_the_second_is_told_of_the_first(cast: Cast) -> None:
    away = covered(cast, covered_by=None)
    stale = Away.objects.get(pk=away.pk)
    name_cover(away, covered_by=cast.workers["colleague"], by=cast.user("manager"), at=NOW)
    with pytest.raises(Refused, match="Colleague covers already"):
        name_cover(stale, covered_by=cast.workers["outsider"], by=cast.user("manager"), at=NOW)
    assert Allocation.objects.filter(covered__away=away).count() == 2


def test_a_time_away_that_has_not_begun_is_called_off(cast: Cast) -> None:
    away, by = (
        covered(cast, starts_on=TODAY + WEEK, ends_on=TODAY + 2 * WEEK),
        {"by": cast.user("manager"), "at": NOW},
    )
    with pytest.raises(Refused, match="To call it off, enter 30 November 2026"):
        be_back(away, ends_on=TODAY, **by)
    be_back(away, ends_on=TODAY + WEEK, **by)
    assert not Allocation.objects.on(TODAY + WEEK).filter(covered__away=away).exists()
    assert covered(cast, starts_on=TODAY + WEEK, ends_on=TODAY + 2 * WEEK).covered.count() == 2


def test_a_worker_who_never_signed_in_leaves_all_the_same(cast: Cast) -> None:
    worker = Worker.objects.create(name="From an agency")
    end_worker(worker, ends_on=TODAY, why="Left", by=cast.user("manager"), at=NOW)
    worker.refresh_from_db()
    assert worker.ends_on == TODAY
