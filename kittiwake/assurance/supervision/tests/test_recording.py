"""What recording supervision does, refuses, and leaves behind."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.allocation.cover.recording import be_away, be_back, name_cover
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.supervision import recording, rules, visibility
from kittiwake.assurance.supervision.broken_links import direction_late, not_discussed
from kittiwake.assurance.supervision.models import ChildPart, Supervision
from kittiwake.assurance.supervision.personal import recording as personal
from kittiwake.assurance.supervision.quality import recording as quality
from kittiwake.assurance.supervision.tests.scenes import DAY, agree, discuss, hold, note
from kittiwake.assurance.workforce.models import NewlyQualified
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.risk.presenting import recording as risk
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date
from tests.cast import NOW, Cast

TODAY = local_date(NOW)
MARKS = dict.fromkeys(("reflection", "experience", "direction", "follow_through"), 2)


def test_each_supervision_says_when_it_was_due_and_when_the_next_is(cast: Cast) -> None:
    agreement = agree(cast, starts_on=date(2026, 9, 1))
    assert agreement.first_due_on == date(2026, 10, 1)
    first, second = hold(cast, 60), hold(cast, 10)
    assert (first.due_on, first.next_due_on) == (date(2026, 10, 1), date(2026, 10, 24))
    assert (second.due_on, second.next_due_on) == (date(2026, 10, 24), date(2026, 12, 13))


def new_since(cast: Cast, starts_on: date) -> NewlyQualified:
    return supported_year.start_supported_year(
        cast.workers["worker"], starts_on=starts_on, by=cast.system, at=NOW
    )


def test_a_newly_qualified_worker_is_due_in_a_week(cast: Cast) -> None:
    new_since(cast, TODAY - 20 * DAY)
    assert agree(cast, starts_on=TODAY - 20 * DAY).first_due_on == TODAY - 13 * DAY
    assert hold(cast, 5).next_due_on == TODAY + 2 * DAY


def test_the_rhythm_follows_their_first_year_as_it_stands_that_day(cast: Cast) -> None:
    agree(cast)
    assert hold(cast, 12).next_due_on == date(2026, 12, 11), "a month, before anybody said that they are new"
    year = new_since(cast, TODAY - 10 * DAY)
    assert hold(cast, 9).next_due_on == TODAY - 2 * DAY
    NewlyQualified.objects.filter(pk=year.pk).update(ends_on=TODAY - DAY)
    assert hold(cast, 0).next_due_on == date(2026, 12, 23), "their first year is over"


def test_a_discussion_in_between_does_not_count_for_the_rhythm(cast: Cast, supervision: Supervision) -> None:
    between = hold(cast, 1, kind="informal", minutes=15)
    assert (between.due_on, between.next_due_on) == (None, None)
    assert hold(cast, 0).due_on == supervision.next_due_on


def test_it_refuses_a_supervision_dated_tomorrow(cast: Cast) -> None:
    agree(cast)
    with pytest.raises(Refused, match="This is in the future"):
        hold(cast, -1)


def test_it_refuses_a_session_with_oneself(cast: Cast) -> None:
    with pytest.raises(Refused, match="Nobody supervises themselves"):
        agree(cast, "manager", "manager")
    with pytest.raises(Refused, match="Nobody supervises themselves"):
        hold(cast, who="manager", by="manager")


def test_it_refuses_whoever_does_not_supervise_them_that_day(cast: Cast) -> None:
    with pytest.raises(Refused, match="No supervision was agreed for Worker"):
        hold(cast)
    agree(cast)
    with pytest.raises(Refused, match="To hold it in their place, Outsider has to be named as their cover"):
        hold(cast, by="outsider")


def test_it_refuses_to_write_it_down_for_the_other(cast: Cast) -> None:
    agree(cast)
    facts = {"minutes": 90, "uninterrupted": True, "at": NOW, "held": Moment(NOW - DAY)}
    with pytest.raises(Refused, match="nobody writes it down for the other"):
        recording.hold(
            cast.workers["worker"], supervisor=cast.workers["manager"], by=cast.user("worker"), **facts
        )


def test_a_childs_part_becomes_an_action_with_an_owner_and_a_day(
    cast: Cast, supervision: Supervision
) -> None:
    part = discuss(cast, supervision, cast.ash)
    action = Action.objects.get(entry=part.entry)
    assert (action.what, action.owner, action.due_on) == (
        "Meet the coach",
        cast.workers["worker"],
        TODAY + 14 * DAY,
    )
    assert part.entry.happened_at == supervision.held_at
    assert Event.objects.get(what="supervision.child_discussed").child_id == cast.ash.pk


def test_it_refuses_a_child_one_of_the_two_may_not_see(cast: Cast, supervision: Supervision) -> None:
    for child, by in ((cast.hazel, "worker"), (cast.rowan, "manager")):
        with pytest.raises(Refused, match="may not see this child’s record"):
            discuss(cast, supervision, child, by=by)
    assert not ChildPart.objects.exists()
    assert not Action.objects.exists()


def test_it_refuses_a_part_by_somebody_who_was_not_there_and_a_second_one(
    cast: Cast, supervision: Supervision
) -> None:
    with pytest.raises(Refused, match="Only the two people who met"):
        discuss(cast, supervision, cast.ash, by="colleague")
    discuss(cast, supervision, cast.ash)
    with pytest.raises(Refused, match="already been written down"):
        discuss(cast, supervision, cast.ash, by="worker")


def test_the_database_too_keeps_one_part_of_a_child(cast: Cast, supervision: Supervision) -> None:
    part = discuss(cast, supervision, cast.ash)
    facts = {"child": cast.ash, "supervision": supervision, "supervisor": part.supervisor, "next_on": TODAY}
    other = discuss(cast, supervision, cast.briar)
    with pytest.raises(IntegrityError, match="child_part_once"), transaction.atomic():
        ChildPart.objects.filter(pk=other.pk).update(**facts)


def test_either_signs_for_themselves_and_nobody_for_the_other(cast: Cast, supervision: Supervision) -> None:
    for who in ("service_manager", "colleague", "director"):
        with pytest.raises(Refused, match="nobody signs for the other"):
            recording.sign(supervision, by=cast.user(who), at=NOW)
    recording.sign(supervision, by=cast.user("manager"), at=NOW)
    supervision.refresh_from_db()
    assert (supervision.supervisor_signed_at, supervision.worker_signed_at) == (NOW, None)
    with pytest.raises(Refused, match="You have already signed this"):
        recording.sign(supervision, by=cast.user("manager"), at=NOW)


def test_a_group_has_no_personal_part_and_nobodys_rhythm(cast: Cast) -> None:
    made = recording.hold_group(
        cast.north, supervisor=cast.workers["manager"], held=Moment(NOW - DAY), minutes=60,
        by=cast.user("manager"), at=NOW,
    )  # fmt: skip
    assert (made.worker, made.due_on, made.next_due_on) == (None, None, None)
    with acting_as(cast.user("manager")), pytest.raises(Refused, match="A group has no personal part"):
        personal.note(made, topic="leave", words="x", by=cast.user("manager"), at=NOW)


def test_struck_out_it_counts_no_longer_and_the_next_was_due_when_it_was(cast: Cast) -> None:
    agree(cast, starts_on=TODAY - 90 * DAY)
    wrong, after = hold(cast, 40), hold(cast, 5)
    with pytest.raises(Refused, match="Whoever held the supervision corrects it"):
        recording.strike_out(wrong, reason="x", by=cast.user("worker"), at=NOW)
    recording.strike_out(wrong, reason="Another day", by=cast.user("manager"), at=NOW)
    after.refresh_from_db()
    assert after.due_on == wrong.due_on
    with pytest.raises(Refused, match="already been struck out"):
        recording.strike_out(wrong, reason="x", by=cast.user("manager"), at=NOW)


def _away(cast: Cast, **more: object) -> Away:
    facts = {"starts_on": TODAY, "ends_on": TODAY + 20 * DAY, "by": cast.user("service_manager"), "at": NOW}
    return be_away(cast.workers["manager"], **{**facts, **more})


def _see(cast: Cast, who: str, child: Child) -> bool:
    with acting_as(cast.user(who)):
        return Viewer(cast.user(who)).children.filter(pk=child.pk).exists()


def test_cover_is_dated_written_down_and_gives_sight_of_the_team_for_as_long(cast: Cast) -> None:
    agree(cast)
    away = _away(cast, starts_on=date(2020, 1, 1), ends_on=date(2029, 1, 1))
    assert not _see(cast, "outsider", cast.briar)
    name_cover(away, covered_by=cast.workers["outsider"], by=cast.user("service_manager"), at=NOW)
    (membership,) = cast.workers["outsider"].memberships.filter(team=cast.north)
    assert (membership.starts_on, membership.ends_on, membership.manages) == (TODAY, date(2029, 1, 1), False)
    assert Event.objects.get(what="allocation.covered", subject_id=away.pk, child_id=None).changes == {
        "Cover": [None, "Outsider"]
    }
    held = hold(cast, 0, by="outsider")
    assert held.covering == away
    be_back(away, ends_on=TODAY, by=cast.user("manager"), at=NOW)
    membership.refresh_from_db()
    assert membership.ends_on == TODAY


def test_cover_lets_see_the_childrens_parts_and_the_dates(cast: Cast, supervision: Supervision) -> None:
    part = discuss(cast, supervision, cast.briar)
    note(cast, supervision, "x")
    cover = Viewer(cast.user("outsider"))
    with acting_as(cover.user):
        assert not visibility.supervisions(cover).exists()
    _away(cast, starts_on=date(2020, 1, 1), ends_on=None, covered_by=cast.workers["outsider"])
    with acting_as(cover.user):
        assert visibility.supervisions(cover).get() == supervision
        assert cover.see(ChildPart).get() == part


def test_it_refuses_cover_that_is_none(cast: Cast) -> None:
    away, by = _away(cast), {"by": cast.user("service_manager"), "at": NOW}
    with pytest.raises(Refused, match="Nobody covers for themselves"):
        name_cover(away, covered_by=cast.workers["manager"], **by)
    with pytest.raises(Refused, match="cannot hold supervision, which somebody has to for Manager’s team"):
        name_cover(away, covered_by=cast.workers["director"], **by)
    name_cover(away, covered_by=cast.workers["outsider"], **by)
    with pytest.raises(Refused, match="Outsider covers already"):
        name_cover(away, covered_by=cast.workers["colleague"], **by)
    with pytest.raises(Refused, match="is away in those days already, until 13 December 2026"):
        _away(cast, starts_on=TODAY + DAY)
    with pytest.raises(Refused, match="day they are back is after the day they go"):
        _away(cast, ends_on=TODAY)


def test_somebody_else_reads_it_and_what_is_known_is_not_asked(cast: Cast, supervision: Supervision) -> None:
    by = {"marks": MARKS, "words": "Ask why", "at": NOW}
    with pytest.raises(Refused, match="There is no child’s part to read"):
        quality.sample(supervision, by=cast.user("auditor"), **by)
    discuss(cast, supervision, cast.ash)
    for who in ("worker", "manager"):
        with pytest.raises(Refused, match="You were part of this supervision"):
            quality.sample(supervision, by=cast.user(who), **by)
    recording.sign(
        supervision, by=cast.user("worker"), at=NOW, wellbeing_talked=True, development_talked=False
    )
    supervision.refresh_from_db()
    made = quality.sample(supervision, by=cast.user("auditor"), **by)
    assert (made.wellbeing, made.development, made.timeliness) == (4, 0, 3), "held after it was due"
    assert made.overall == 2.0
    with pytest.raises(Refused, match="You have already read this one"):
        quality.sample(supervision, by=cast.user("auditor"), **by)


def broken(cast: Cast, find, at=NOW) -> set[int]:
    viewer = Viewer(cast.system)
    return {link.child_id for link in find(viewer.see, at)}


def test_a_child_not_discussed_for_too_long_is_a_broken_link_where_supervision_is_agreed(cast: Cast) -> None:
    assert broken(cast, not_discussed) == set()
    agree(cast)
    assert broken(cast, not_discussed) == {cast.ash.pk, cast.hazel.pk}
    discuss(cast, hold(cast, 30), cast.ash)
    assert broken(cast, not_discussed) == {cast.hazel.pk}
    assert cast.ash.pk in broken(cast, not_discussed, NOW + 60 * DAY)


def test_a_child_at_high_risk_is_due_sooner(cast: Cast) -> None:
    agree(cast)
    discuss(cast, hold(cast, 30), cast.ash)
    facts = {"domain": "county_lines", "since_on": TODAY, "why": "x", "by": cast.system, "at": NOW}
    risk.open_risk(cast.ash, level="significant", **facts)
    assert cast.ash.pk in broken(cast, not_discussed)


def test_a_direction_past_its_day_is_a_broken_link_until_it_is_done(
    cast: Cast, supervision: Supervision
) -> None:
    part = discuss(cast, supervision, cast.ash)
    assert broken(cast, direction_late) == set()
    later = NOW + timedelta(days=15)
    assert broken(cast, direction_late, later) == {cast.ash.pk}
    actions.complete(Action.objects.get(entry=part.entry), outcome="Met", by=cast.user("worker"), at=later)
    assert broken(cast, direction_late, later) == set()


def test_struck_out_without_one_after_it_or_beside_the_rhythm_it_moves_no_date(cast: Cast) -> None:
    agree(cast, starts_on=TODAY - 90 * DAY)
    first, between = hold(cast, 40), hold(cast, 20, kind=rules.INFORMAL)
    last = hold(cast, 5)
    due_on = last.due_on
    for wrong in (between, last):
        recording.strike_out(wrong, reason="Another day", by=cast.user("manager"), at=NOW)
    for held in (first, last):
        held.refresh_from_db()
    assert last.due_on == due_on
