"""Practice standards: what they say, who may change them, and that clock, board and measure follow."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.desk.broken_links import LINKS
from kittiwake.insight import counting
from kittiwake.practice.meetings.rules import STRATEGY_HELD
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.rules import RETURN_INTERVIEW
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews.broken_links import CHANGED_THE_PLAN
from kittiwake.practice.risk import recording as risks
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.models import LocalLimit
from kittiwake.primitives.clocks.recording_of_limits import set_limit
from kittiwake.primitives.measures import catalogue
from kittiwake.ui.dates import Moment
from tests.cast import NOW, Cast, signed_in

TODAY = date(2026, 11, 23)
KEY = STRATEGY_HELD.key


@pytest.fixture
def today(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def text(cast: Cast, who: str, path: str, status: int = 200) -> str:
    answer = signed_in(cast.user(who)).get(path)
    assert answer.status_code == status
    return answer.content.decode()


def sent(cast: Cast, who: str, key: str, **answers: Any):  # type: ignore[no-untyped-def]
    day = {"effective_from_day": "1", "effective_from_month": "12", "effective_from_year": "2026"}
    facts = {"count": 12, "why": "Agreed in scrutiny", "version": 0, "once": str(uuid4()), **day, **answers}
    return signed_in(cast.user(who)).post(f"/standards/{key}/limit/", facts)


def test_every_standard_has_a_page_that_says_what_it_is(cast: Cast) -> None:
    page = text(cast, "worker", "/standards/")
    for key, standard in standards().items():
        assert f'href="/standards/{key}/"' in page
        assert standard.title in text(cast, "member", f"/standards/{key}/")
    text(cast, "worker", "/standards/nothing.such/", 404)
    text(cast, "young_person", "/standards/", 403)


def test_the_principal_social_worker_changes_our_own_limit(cast: Cast, today: None) -> None:
    assert "24 hours" in text(cast, "worker", f"/standards/{KEY}/")
    assert sent(cast, "principal", KEY).status_code == 302
    page = text(cast, "worker", f"/standards/{KEY}/")
    for said in ("12 hours from 1 December 2026", "Agreed in scrutiny", "Set by Principal on 23 November 2026"):
        assert said in page
    assert "24 hours (through nights" in page
    assert "Measure" in page
    assert "Meeting asked for, and not held in time" in page
    assert "From 1 December 2026: 12 hours" in text(cast, "worker", "/standards/")
    late = sent(cast, "director", KEY, count=6)
    assert "Somebody else has just changed this standard" in late.content.decode()


@pytest.mark.parametrize(
    ("who", "key", "status"),
    [("worker", KEY, 403), ("service_manager", KEY, 403), ("auditor", KEY, 403), ("director", RETURN_INTERVIEW.key, 403)],
)
def test_nobody_else_does_and_nobody_what_law_sets(cast: Cast, today: None, who: str, key: str, status: int) -> None:
    assert sent(cast, who, key).status_code == status
    assert not LocalLimit.objects.exists()


def test_a_day_that_has_passed_is_refused_and_what_was_typed_is_kept(cast: Cast, today: None) -> None:
    answer = sent(cast, "principal", KEY, effective_from_month="10")
    assert answer.status_code == 422
    assert "Choose today or a later day" in answer.content.decode()
    assert "Agreed in scrutiny" in answer.content.decode()


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
    (link,) = [one for one in LINKS if one.key == "return_interviews.no_plan_change"]
    return {one.entry_id for one in link.find(lambda model: model.objects.all(), at)}


def met(first: date, last: date) -> dict[int, bool]:
    return {row.case_id: row.met for row in counting.rows(catalogue.measures()["P16"], first, last)}


def test_after_a_change_the_board_and_the_measure_judge_alike(cast: Cast, time_machine) -> None:
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
    assert met(date(2026, 11, 1), date(2026, 11, 30)) == {first.pk: True, second.pk: False}


def test_after_a_change_the_clock_and_its_measure_judge_alike(cast: Cast) -> None:
    """A measure of clocks counts by the due moment the clock was given: nothing else can tell it another."""
    from kittiwake.practice.direct_work import recording as work
    from kittiwake.practice.direct_work.rules import PROTECTION_VISIT
    from kittiwake.primitives.clocks.models import Clock
    from kittiwake.record import recording as record

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
    (link,) = [one for one in LINKS if one.key == "direct_work.not_visited"]
    late = {one.entry_id for one in link.find(lambda model: model.objects.all(), NOW + timedelta(days=8))}
    assert late == {visits[1].pk}
    rows = counting.rows(catalogue.measures()["P34"], date(2026, 11, 1), date(2026, 12, 2))
    assert {row.case_id: row.met for row in rows} == {visits[0].pk: True, visits[1].pk: False}


def test_what_reads_a_standard_says_so_and_names_one_there_is() -> None:
    known = set(standards())
    readers = [*LINKS, *catalogue.measures().values()]
    assert {key for one in readers for key in one.reads} <= known
    unread = {key for key, one in standards().items() if one.local and not any(key in r.reads for r in readers)}
    assert unread <= {"plans.first_in_need_review", "plans.in_need_review"}


def test_whoever_works_out_a_due_moment_asks_for_the_limit_in_force() -> None:
    """The pure rule alone knows nothing of what the council has set."""
    from tests.architecture.source import files, short

    asking = {short(path) for path in files() if "calendar=england_and_wales()" in path.read_text()}
    assert asking <= {"primitives/clocks/limits.py"}


@pytest.fixture(autouse=True)
def _limits_read_anew(db: None):  # type: ignore[no-untyped-def]
    """A test's own body acts as Kittiwake all along, and what it has read it keeps."""
    limits.forget()
    with acting_as_system():
        yield
