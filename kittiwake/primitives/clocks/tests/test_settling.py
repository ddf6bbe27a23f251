"""A child's clocks agree with the facts, in whatever order they came: of a made-up duty, a visit every seven days in care."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from kittiwake.primitives.clocks import duties
from kittiwake.primitives.clocks.duties import Act, Duties, Duty, Facts, chain
from kittiwake.primitives.clocks.duties.recording import (
    NOT_ASKED,
    settle,
    settle_all,
    settle_everybody,
    settle_once,
)
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.record import recording as record
from kittiwake.record.kinds import EntryKind, entry_kinds
from kittiwake.record.models import Child, Entry, Track
from kittiwake.time.durations import days, hours, working_days
from kittiwake.time.moments import end_of, start_of
from tests.cast import NOW, Cast

VISIT = Standard("test.visit", "Visit", days(7), "Made up for this test")
REVIEW = Standard("test.review", "Review", working_days(3), "Made up for this test")
ALONE = Standard("test.alone", "Alone no longer", hours(72), "Made up for this test")
OTHER = Standard("elsewhere.other", "Other", days(1), "Made up for this test")
CAME, LEFT = date(2026, 11, 2), date(2026, 11, 16)
NOTE, STAY = "test.note", "test.stay"
DAY = timedelta(days=1)


def asked(facts: Facts) -> Iterator[Duty]:
    for stretch in facts.stretches("in_care", "They left care"):
        yield from chain(stretch.ask(VISIT), stretch, facts.done(NOTE), lambda *_: VISIT)
        yield stretch.ask(REVIEW)
    for begun in facts.done(STAY):
        earlier = timedelta(hours=24 * (len(facts.done(STAY)) - 1))
        assert begun.entry_id is not None
        yield Duty(ALONE, begun.entry_id, begun.at, begun.time_known, counted_from=begun.at - earlier)


def acts(facts: Facts) -> dict[str, list[Act]]:
    lines = facts.rows(_lines)
    return {
        kind: [Act(line.happened_at, line.pk) for line in lines if line.kind == kind] for kind in (NOTE, STAY)
    }


def _lines() -> QuerySet[Entry]:
    return Entry.objects.standing().filter(kind__in=(NOTE, STAY))


@pytest.fixture(autouse=True)
def _of_a_made_up_area(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    declared = [Duties((VISIT, REVIEW, ALONE), asked, acts), Duties((OTHER,), lambda facts: ())]
    monkeypatch.setattr(duties, "declared", lambda kind: declared)
    for kind in (NOTE, STAY):
        monkeypatch.setitem(entry_kinds(), kind, EntryKind(kind, "Note"))
    duties.governed.cache_clear()
    yield
    duties.governed.cache_clear()


def in_care(child: Child, cast: Cast, starts_on: date = CAME, *, at: datetime = NOW) -> Track:
    return record.start_track(child, kind="in_care", starts_on=starts_on, by=cast.system, at=at)


def noted(cast: Cast, at: datetime, kind: str = NOTE) -> Entry:
    return record.enter(cast.ash, kind=kind, summary=f"{at}", happened_at=at, by=cast.system, at=NOW)


def visits(**which: object) -> list[tuple[date, str]]:
    """(from which day, how it stands) of each clock of the visit."""
    found = Clock.objects.filter(key=VISIT.key, **which).order_by("started_at", "pk")
    return [
        (each.started_at.date(), each.cancelled_reason or ("met" if each.stopped_at else "runs"))
        for each in found
    ]


def clock(standard: Standard = VISIT) -> Clock:
    return Clock.objects.get(key=standard.key, cancelled_at=None)


def test_what_the_facts_ask_for_runs_and_what_was_done_starts_the_next(cast: Cast) -> None:
    in_care(cast.ash, cast)
    settle(cast.ash, NOW)
    assert visits() == [(CAME, "runs")]
    assert clock().due_at == end_of(CAME + 7 * DAY)
    note = noted(cast, NOW - 4 * DAY)
    settle(cast.ash, NOW)
    assert visits() == [(CAME, "met"), (note.happened_at.date(), "runs")]
    assert Clock.objects.get(stopped_by=note).stopped_at == note.happened_at


def test_what_was_struck_out_is_owed_again_and_asks_for_nothing(cast: Cast) -> None:
    in_care(cast.ash, cast)
    note = noted(cast, NOW - 4 * DAY)
    settle(cast.ash, NOW)
    record.strike_out(note, reason="Another child", by=cast.system, at=NOW)
    settle(cast.ash, NOW)
    assert visits() == [(CAME, "runs"), (note.happened_at.date(), NOT_ASKED)]
    settle(cast.ash, NOW)
    assert visits() == [(CAME, "runs"), (note.happened_at.date(), NOT_ASKED)], "and stays as it was"


def test_a_track_that_moved_takes_its_clock_along(cast: Cast) -> None:
    track = in_care(cast.ash, cast)
    settle(cast.ash, NOW)
    Track.objects.filter(pk=track.pk).update(starts_on=CAME - 3 * DAY)
    settle(cast.ash, NOW)
    assert clock().due_at == end_of(CAME + 4 * DAY)


def test_a_track_that_ended_ends_what_it_asked_for_on_the_day_it_ended(cast: Cast) -> None:
    before = start_of(LEFT) - DAY
    record.end_track(in_care(cast.ash, cast, at=before), ends_on=LEFT, by=cast.system, at=before)
    settle(cast.ash, before)
    assert visits() == [(CAME, "runs")], "what will be over one day is not over yet"
    settle(cast.ash, NOW)
    assert visits() == [(CAME, "They left care")]
    assert Clock.objects.get(key=VISIT.key).cancelled_at == start_of(LEFT)


def test_a_duty_begins_on_its_day_and_not_before(cast: Cast) -> None:
    before = start_of(CAME) - timedelta(minutes=1)
    in_care(cast.ash, cast, at=before)
    settle(cast.ash, before)
    assert visits() == []


def test_what_is_due_stays_due_unless_its_holidays_are_published_since(cast: Cast) -> None:
    in_care(cast.ash, cast)
    settle(cast.ash, NOW)
    right = clock(REVIEW).due_at
    for holidays_known, due_at in ((True, right + DAY), (False, right)):
        Clock.objects.filter(key=REVIEW.key).update(due_at=right + DAY, holidays_known=holidays_known)
        settle(cast.ash, NOW)
        assert clock(REVIEW).due_at == due_at


def test_earlier_time_that_counts_and_was_recorded_later_moves_the_limit(cast: Cast) -> None:
    stay = noted(cast, NOW - DAY, STAY)
    settle(cast.ash, NOW)
    assert clock(ALONE).due_at == stay.happened_at + timedelta(hours=72)
    settle(cast.ash, NOW)
    noted(cast, NOW - 20 * DAY, STAY)
    settle(cast.ash, NOW)
    assert Clock.objects.get(entry=stay).due_at == stay.happened_at + timedelta(hours=48)


def test_of_several_facts_the_clocks_are_settled_once_when_the_last_is_recorded(cast: Cast) -> None:
    in_care(cast.ash, cast)
    with settle_once():
        settle(cast.ash, NOW)
        with settle_once():
            settle(cast.ash, NOW)
        assert visits() == []
    assert visits() == [(CAME, "runs")]


def test_where_one_of_the_facts_was_refused_nothing_is_settled(cast: Cast) -> None:
    in_care(cast.ash, cast)

    def refused() -> None:
        with settle_once():
            settle(cast.ash, NOW)
            raise LookupError

    with pytest.raises(LookupError):
        refused()
    assert visits() == []
    settle(cast.ash, NOW)
    assert visits() == [(CAME, "runs")], "and what comes next is"


def test_what_is_written_up_for_an_earlier_moment_takes_nothing_back_that_was_recorded_since(
    cast: Cast,
) -> None:
    in_care(cast.ash, cast)
    noted(cast, NOW, STAY)
    settle(cast.ash, NOW)
    before = list(Clock.objects.order_by("pk").values())
    settle(cast.ash, NOW - 5 * DAY)
    assert list(Clock.objects.order_by("pk").values()) == before
    assert visits()


def test_everybody_is_settled_but_who_was_withdrawn_and_one_who_cannot_be_holds_nobody_up(cast: Cast) -> None:
    long_ago = date(1985, 4, 1)  # no calendar of holidays reaches it
    Child.objects.filter(pk=cast.ash.pk).update(born_on=long_ago)
    cast.ash.refresh_from_db()
    for child, since in ((cast.ash, long_ago), (cast.briar, CAME), (cast.rowan, CAME)):
        in_care(child, cast, since)
    Child.objects.filter(pk=cast.rowan.pk).update(withdrawn_at=NOW)
    settle_everybody(NOW)
    assert set(Clock.objects.values_list("entry__child", flat=True)) == {cast.briar.pk}


def test_of_several_children_each_has_the_clocks_of_their_own_facts_for_the_statements_of_one(
    cast: Cast,
) -> None:
    children = {cast.ash: 2, cast.briar: 1, cast.rowan: 0}
    for child, notes in children.items():
        in_care(child, cast)
        for day in range(notes):
            record.enter(
                child, kind=NOTE, summary="", happened_at=NOW - (9 - day) * DAY, by=cast.system, at=NOW
            )
    with CaptureQueriesContext(connection) as of_one:
        settle_all([cast.ash.pk], NOW)
    with CaptureQueriesContext(connection) as of_all:
        settle_all([child.pk for child in children], NOW)
    assert {child: len(visits(entry__child=child)) for child in children} == {
        child: notes + 1 for child, notes in children.items()
    }
    assert len(of_all) <= len(of_one)


def test_nothing_is_written_where_all_agrees(cast: Cast) -> None:
    in_care(cast.ash, cast)
    noted(cast, NOW - 4 * DAY)
    settle(cast.ash, NOW)
    with CaptureQueriesContext(connection) as asked:
        settle(cast.ash, NOW)
    assert not [each["sql"] for each in asked if each["sql"].startswith(("UPDATE", "INSERT"))]


def test_the_standards_that_facts_govern_are_those_an_area_declares() -> None:
    assert duties.governed() == {each.key: each for each in (VISIT, REVIEW, ALONE, OTHER)}
    assert replace(VISIT, local=True) not in duties.governed().values()
