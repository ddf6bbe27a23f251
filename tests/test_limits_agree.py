"""After a limit has changed, the clock, the board and the measure judge alike: they read it through one function."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.supervision.broken_links import not_discussed
from kittiwake.assurance.supervision.rules import EVERY_CHILD
from kittiwake.assurance.supervision.tests import scenes as supervised
from kittiwake.insight import counting
from kittiwake.practice.direct_work.rules import PROTECTION_VISIT
from kittiwake.practice.direct_work.sessions import recording as work
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews.broken_links import CHANGED_THE_PLAN
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.catalogue import links
from kittiwake.record import recording as record
from kittiwake.time.moments import Moment, local_date
from tests.architecture.source import files, short
from tests.cast import NOW, Cast

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _limits_read_anew(db: None):  # type: ignore[no-untyped-def]
    """A test's own body acts as Kittiwake all along, and what it has read it keeps."""
    limits.forget()
    with acting_as_system():
        yield


def an_interview(cast: Cast, held: datetime) -> Any:
    """That showed harm, and led to nothing."""
    by = {"by": cast.user("worker"), "at": held + timedelta(hours=1)}
    episode = missing.report_missing(cast.ash, reported=Moment(held - timedelta(hours=30)), **by)
    missing.record_return(episode, returned=Moment(held - timedelta(hours=20)), **by)
    return interviews.hold(
        cast.ash, episodes=[episode], held=Moment(held), harm="A man hit him", own_words="x",
        interviewer=cast.workers["interviewer"], **by,
    )  # fmt: skip


def on_the_board(at: datetime) -> set[int]:
    (link,) = [one for one in links() if one.key == "return_interviews.no_plan_change"]
    return {one.entry_id for one in link.find(lambda model: model.objects.all(), at)}


def in_numerator(first: date, last: date) -> dict[int, bool]:
    return {row.case_id: row.in_numerator for row in counting.rows(catalogue.measures()["P16"], first, last)}


def test_after_a_change_the_board_and_the_measure_judge_alike(cast: Cast) -> None:
    """One interview before the change and one after it, each followed by the same on the same working day."""
    monday = datetime(2026, 11, 2, 12, tzinfo=UTC)
    first = an_interview(cast, monday)
    set_limit(
        CHANGED_THE_PLAN, count=2, effective_from=date(2026, 11, 9), why="Children asked", version=0,
        by=cast.user("principal"), at=monday + timedelta(days=1),
    )  # fmt: skip
    second = an_interview(cast, monday + timedelta(days=7))
    limits.forget()
    for held, one, late in ((monday, first, 5), (monday + timedelta(days=7), second, 2)):
        last = held + timedelta(days=late if late < 5 else 7)
        assert one.pk not in on_the_board(last)
        assert one.pk in on_the_board(last + timedelta(days=1))
    # The fourth working day after each: in time by the old limit, late by the new.
    for held, one in ((monday, first), (monday + timedelta(days=7), second)):
        risks.open_risk(
            cast.ash, domain="missing" if one is first else "online_harm", level="emerging", why="x",
            because_of=one.entry, by=cast.user("worker"), at=held + timedelta(days=4),
        )  # fmt: skip
    assert in_numerator(date(2026, 11, 1), date(2026, 11, 30)) == {first.pk: True, second.pk: False}


def test_after_a_change_the_clock_and_its_measure_judge_alike(cast: Cast) -> None:
    """A measure of clocks counts by the due moment the clock was given: nothing else can tell it another."""
    by = {"by": cast.system, "at": NOW}
    record.start_track(cast.ash, kind="child_protection", starts_on=date(2026, 9, 1), **by)
    set_limit(
        PROTECTION_VISIT, count=5, effective_from=TODAY, why="x", version=0, by=cast.user("principal"), at=NOW
    )
    visits = []
    for day in (datetime(2026, 11, 9, 10, tzinfo=UTC), datetime(2026, 11, 23, 8, tzinfo=UTC)):
        facts = {"kind": "visit_protection", "seen": True, "alone": True, "worker_name": "Worker"}
        visits.append(work.hold(cast.ash, held=Moment(day), **facts, **by))
    before, after = (Clock.objects.get(entry=one.entry, key=PROTECTION_VISIT.key) for one in visits)
    assert (before.due_at.date(), after.due_at.date()) == (TODAY, date(2026, 11, 30))
    (link,) = [one for one in links() if one.key == "direct_work.not_visited"]
    late = {one.entry_id for one in link.find(lambda model: model.objects.all(), NOW + timedelta(days=8))}
    assert late == {visits[1].pk}
    rows = counting.rows(catalogue.measures()["P34"], date(2026, 11, 1), date(2026, 12, 2))
    assert {row.case_id: row.in_numerator for row in rows} == {visits[0].pk: True, visits[1].pk: False}


def test_whoever_works_out_a_due_moment_asks_for_the_limit_in_force() -> None:
    """The pure rule alone knows nothing of what the council has set."""
    asking = {short(path) for path in files() if "calendar=england_and_wales()" in path.read_text()}
    assert asking <= {"primitives/clocks/limits/__init__.py"}


@pytest.mark.parametrize(("later", "in_time"), [(13, True), (14, True), (15, False)])
def test_a_child_is_discussed_in_time_by_the_limit_set_here(cast: Cast, later: int, in_time: bool) -> None:
    supervised.agree(cast)
    supervised.discuss(cast, supervised.hold(cast, 0), cast.ash)
    facts = {"count": 14, "effective_from": local_date(NOW), "why": "Agreed in scrutiny", "version": 0}
    set_limit(EVERY_CHILD, **facts, by=cast.user("principal"), at=NOW)
    at = NOW + timedelta(days=later)
    board = {one.child_id for one in not_discussed(lambda model: model.objects.all(), at)}
    assert (cast.ash.pk not in board) == in_time
    cases = counting.rows(catalogue.measures()["P64"], local_date(NOW), local_date(at))
    assert {case.in_numerator for case in cases if case.child_id == cast.ash.pk} == {in_time}
