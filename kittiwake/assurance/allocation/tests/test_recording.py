"""Another worker from a day on: never two, never a day between, and each refusal."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kittiwake.access.models import Grant
from kittiwake.assurance.allocation import rules
from kittiwake.assurance.allocation.changes.recording import strike_out
from kittiwake.assurance.allocation.gaps import rules as rules_of_gaps
from kittiwake.assurance.allocation.gaps.queries import held
from kittiwake.assurance.allocation.models import Change
from kittiwake.assurance.allocation.tests.making import TODAY, changed, now_of
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.actions.recording import raise_action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Membership, Team, Worker
from tests.cast import LONG_AGO, NOW, Cast, end_allocation, make_child


def leads(child: Child) -> list[tuple]:
    rows = Allocation.objects.filter(child=child, role="lead").order_by("starts_on", "pk")
    return list(rows.values_list("worker__name", "starts_on", "ends_on"))


def test_the_worker_before_ends_on_the_day_the_next_begins(cast: Cast) -> None:
    change = changed(cast, cast.ash, cast.workers["colleague"])
    assert leads(cast.ash) == [("Worker", LONG_AGO, TODAY), ("Colleague", TODAY, None)]
    assert (change.before.worker, change.after.worker) == (cast.workers["worker"], cast.workers["colleague"])
    assert change.entry.summary == "Colleague is their worker from 23 November 2026"
    assert change.why == "The worker before left"
    event = Event.objects.get(what="allocation.changed")
    assert event.changes == {"Worker": ["Worker", "Colleague"]}


def test_a_change_may_be_planned_for_a_day_to_come(cast: Cast) -> None:
    monday = TODAY + timedelta(days=7)
    change = changed(cast, cast.ash, cast.workers["colleague"], starts_on=monday)
    assert leads(cast.ash)[0][2] == monday
    assert Clock.objects.get(entry=change.entry, key=rules.INTRODUCED.key).due_at.date() > monday


def test_both_clocks_run_where_somebody_hands_over(cast: Cast) -> None:
    change = changed(cast, cast.ash, cast.workers["colleague"])
    assert set(Clock.objects.running().filter(entry=change.entry).values_list("key", flat=True)) == {
        rules.INTRODUCED.key,
        rules.HANDED_OVER.key,
    }


def test_a_first_worker_is_introduced_and_nobody_hands_over(cast: Cast) -> None:
    child = make_child("Fern", "Frost", cast.north, None)
    change = changed(cast, child, cast.workers["worker"], reason="first")
    assert list(Clock.objects.filter(entry=change.entry).values_list("key", flat=True)) == [
        rules.INTRODUCED.key
    ]
    assert not change.needs_handover


def test_when_the_worker_changes_again_nobody_waits_for_the_earlier_one(cast: Cast) -> None:
    first = changed(cast, cast.ash, cast.workers["colleague"])
    changed(cast, cast.ash, cast.workers["worker"])
    assert not Clock.objects.running().filter(entry=first.entry).exists()
    assert Clock.objects.filter(entry=first.entry).first().cancelled_reason == "The worker changed again"


def test_nobody_yet_is_a_gap_with_a_reason_and_duty_cover_is_one_too(cast: Cast) -> None:
    changed(cast, cast.ash, None)
    (gap,) = rules_of_gaps.gaps(held(lambda model: model.objects.all(), [cast.ash.pk])[cast.ash.pk].stretches)
    assert (gap.days.starts_on, gap.is_covered) == (TODAY, False)
    changed(cast, cast.ash, cast.workers["colleague"], is_cover=True, starts_on=TODAY + timedelta(days=1))
    (gap,) = rules_of_gaps.gaps(held(lambda model: model.objects.all(), [cast.ash.pk])[cast.ash.pk].stretches)
    assert (gap.days.starts_on, gap.is_covered) == (TODAY, True)


def test_what_was_agreed_goes_with_the_child_where_the_manager_says_so(cast: Cast) -> None:
    entry = record.enter(
        cast.ash, kind="risk.presenting_risk", summary="x", happened_at=NOW, by=cast.system, at=NOW
    )
    action = raise_action(
        entry, what="Ring school", due_on=TODAY, owner=cast.workers["worker"], by=cast.system, at=NOW
    )
    changed(cast, cast.ash, cast.workers["colleague"], with_actions=True)
    assert Action.objects.get(pk=action.pk).owner == cast.workers["colleague"]


def test_who_had_them_may_see_them_until_it_is_handed_over_when_they_go_to_another_team(cast: Cast) -> None:
    changed(cast, cast.ash, cast.workers["outsider"], team=cast.south)
    grant = Grant.objects.get(user=cast.user("worker"), child=cast.ash)
    assert (grant.kind, grant.ends_at.date()) == (Grant.DUTY, TODAY + timedelta(days=14))
    changed(cast, cast.briar, cast.workers["worker"])
    assert not Grant.objects.filter(child=cast.briar).exists()


def gone(cast: Cast, **facts: date) -> Worker:
    Worker.objects.filter(pk=cast.workers["colleague"].pk).update(**facts)
    return cast.workers["colleague"]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"reason": ""}, "Select why the worker changes"),
        ({"reason": "other"}, "Say why in a few words"),
        ({"reason": "first"}, "They have had a worker"),
        ({"worker": None, "reason_words": " "}, "Say why nobody can be their worker yet"),
        ({"starts_on": LONG_AGO - timedelta(days=1)}, "They had another worker on that day"),
        ({"instead_of": None}, "Somebody else has just changed who their worker is"),
        ({"instead_of": 999_999}, "Somebody else has just changed who their worker is"),
    ],
)
def test_it_refuses(cast: Cast, facts: dict, said: str) -> None:
    with pytest.raises(Refused, match=said):
        changed(cast, cast.ash, **{"worker": cast.workers["colleague"], **facts})
    assert leads(cast.ash) == [("Worker", LONG_AGO, None)]
    assert not Change.objects.exists()


def test_after_a_time_with_nobody_the_next_is_not_their_first(cast: Cast) -> None:
    changed(cast, cast.ash, None, reason="left", reason_words="Nobody yet")
    with pytest.raises(Refused, match="They have had a worker"):
        changed(cast, cast.ash, cast.workers["colleague"], reason="first")
    assert changed(cast, cast.ash, cast.workers["colleague"], reason="caseload").after.worker


@pytest.fixture
def newly_qualified(cast: Cast) -> Worker:
    """The colleague, who has one child and may have no more."""
    worker, by = cast.workers["colleague"], {"by": cast.system, "at": NOW}
    supported_year.start_supported_year(worker, starts_on=LONG_AGO, **by)
    caseloads.agree_caseload(
        starts_on=LONG_AGO, usual=Decimal(2), protected_share=Decimal("0.9"), weights={"early_help": 0.5}, source="Local", **by
    )  # fmt: skip
    return worker


def test_a_newly_qualified_worker_with_enough_children_is_given_another_for_a_reason(
    cast: Cast, newly_qualified: Worker
) -> None:
    with pytest.raises(
        Refused, match=r"Colleague is newly qualified and has 1 child, of at most 1\.8"
    ) as refused:
        changed(cast, cast.ash, newly_qualified)
    assert refused.value.field == "over_cap_why"
    change = changed(cast, cast.ash, newly_qualified, over_cap_why="Ash asked for them")
    assert change.over_cap_why == "Ash asked for them"


def test_a_child_who_weighs_little_fits_in(cast: Cast, newly_qualified: Worker) -> None:
    record.start_track(cast.ash, kind="early_help", starts_on=LONG_AGO, by=cast.system, at=NOW)
    assert changed(cast, cast.ash, newly_qualified).over_cap_why == ""


def test_duty_cover_and_a_child_they_have_already_are_not_one_more(
    cast: Cast, newly_qualified: Worker
) -> None:
    changed(cast, cast.ash, newly_qualified, is_cover=True)
    changed(cast, cast.briar, newly_qualified, team=_second_team(newly_qualified))


def _second_team(worker: Worker) -> Team:
    team = Team.objects.create(name="Second team")
    Membership.objects.create(worker=worker, team=team, starts_on=LONG_AGO)
    return team


def test_it_refuses_the_worker_they_have(cast: Cast) -> None:
    with pytest.raises(Refused, match="They have this worker already"):
        changed(cast, cast.ash, cast.workers["worker"])


def test_it_refuses_somebody_who_has_left(cast: Cast) -> None:
    with pytest.raises(Refused, match="Colleague has left by then"):
        changed(cast, cast.ash, gone(cast, ends_on=TODAY))


def test_it_refuses_somebody_who_is_not_here_yet(cast: Cast) -> None:
    with pytest.raises(Refused, match="Colleague does not work here yet"):
        changed(cast, cast.ash, gone(cast, starts_on=TODAY + timedelta(days=1)))


def test_it_refuses_a_team_the_worker_is_not_in(cast: Cast) -> None:
    with pytest.raises(Refused, match="Outsider is not in North team"):
        changed(cast, cast.ash, cast.workers["outsider"])


def test_it_refuses_a_day_before_the_child_is_open_to_anybody(cast: Cast) -> None:
    child = record.add_child(forenames="Fern", surname="Frost", by=cast.system, at=NOW)
    record.start_track(
        child, kind="child_in_need", starts_on=TODAY + timedelta(days=7), by=cast.system, at=NOW
    )
    with pytest.raises(Refused, match="open to us from 30 November 2026"):
        changed(cast, child, cast.workers["worker"], reason="first")
    changed(cast, child, cast.workers["worker"], reason="first", starts_on=TODAY + timedelta(days=7))


def test_it_refuses_days_somebody_had_them(cast: Cast) -> None:
    end_allocation(now_of(cast.ash), TODAY)
    with pytest.raises(Refused, match="They had another worker on that day"):
        changed(cast, cast.ash, cast.workers["colleague"], starts_on=TODAY - timedelta(days=1))


def test_the_database_itself_refuses_two_leads_at_once(cast: Cast) -> None:
    facts = {"child": cast.ash, "team": cast.north, "starts_on": TODAY, "recorded_at": NOW}
    with pytest.raises(IntegrityError, match="allocation_one_lead_at_a_time"), transaction.atomic():
        Allocation.objects.create(worker=cast.workers["colleague"], **facts)


def test_what_was_recorded_wrongly_is_struck_out_and_the_one_before_goes_on(cast: Cast) -> None:
    change = changed(cast, cast.ash, cast.workers["colleague"])
    strike_out(change, reason="The wrong child", by=cast.user("manager"), at=NOW)
    assert now_of(cast.ash).worker == cast.workers["worker"]
    assert now_of(cast.ash).starts_on == LONG_AGO
    stretches = held(lambda model: model.objects.all(), [cast.ash.pk])[cast.ash.pk].stretches
    assert [stretch.worker for stretch in stretches] == [cast.workers["worker"].pk]


def test_only_the_newest_change_can_be_struck_out_and_only_while_the_one_before_is_here(cast: Cast) -> None:
    first = changed(cast, cast.ash, cast.workers["colleague"])
    second = changed(cast, cast.ash, cast.workers["worker"])
    with pytest.raises(Refused, match="Put the newest change right first"):
        strike_out(first, reason="x", by=cast.user("manager"), at=NOW)
    second.before.worker = gone(cast, ends_on=TODAY)
    with pytest.raises(Refused, match="cannot be their worker again"):
        strike_out(Change.objects.get(pk=second.pk), reason="x", by=cast.user("manager"), at=NOW)
