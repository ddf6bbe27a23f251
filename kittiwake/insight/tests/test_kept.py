"""Figures that were kept are shown for as long as they are right, to whoever they were counted for, and no longer."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Event, Thread

import pytest
from django.db import connection, transaction
from django.utils.timezone import now

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.insight import counting, keeping, recording
from kittiwake.insight.models import KeptFigures
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing import settings
from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.measures import catalogue, statements
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date
from tests.cast import Cast

DAY, SHORTLY = timedelta(days=1), timedelta(seconds=1.5)
HOURS_AGO = count(30, 8)  # no two episodes at the same time


def shown(user: User, key: str = "P01") -> tuple[int | None, datetime]:
    """The figure of the last 60 days, and since when it is that: as one request has it."""
    measure, today = catalogue.measures()[key], local_date(now())
    with acting_as(user):
        counted = keeping.figures_of([measure], today - 60 * DAY, today)[key, "none"]
        fresh = counting.figures(measure, today - 60 * DAY, today)
    assert counted.figures == fresh, "A kept figure is what would be counted now."
    return counted.figures[0].numerator, counted.as_of


def an_episode(child: Child) -> Episode:
    since = datetime.now(UTC) - timedelta(hours=next(HOURS_AGO))
    returned = Moment(since + timedelta(hours=3))
    with acting_as_system() as system:
        return missing.report_past(child, reported=Moment(since), returned=returned, by=system, at=now())


def struck_out(cast: Cast) -> None:
    with acting_as_system() as system:
        episode = Episode.objects.filter(child=cast.ash, entry__struck_out_at=None).first()
        assert episode
        missing.strike_out(episode, reason="The wrong child", by=system, at=now())


def limit_changed(cast: Cast) -> None:
    """From what the worker's own child has reached to what nobody has, and back."""
    standard, today = settings.PROLIFIC_TIMES, local_date(now())
    with acting_as_system() as system:
        version = len(limits.changes().get(standard.key, ()))
        many = 200 if limits.count(standard, today) < 100 else 3
        words = {"why": "Agreed", "version": version, "by": system, "at": now()}
        set_limit(standard, count=many, effective_from=today, **words)


def let_in(cast: Cast) -> None:
    facts = {"starts_at": now(), "ends_at": now() + SHORTLY, "reason": "To look", "by": cast.system}
    with acting_as_system():
        Grant.objects.create(child=cast.rowan, user=cast.user("worker"), kind=Grant.NAMED, **facts)


def restricted(cast: Cast) -> None:
    with acting_as_system():
        Child.objects.filter(pk=cast.ash.pk).update(restricted=True)
        Child.objects.filter(pk=cast.ash.pk).update(restricted=False)


def moved(cast: Cast) -> None:
    with acting_as_system() as system:
        record.allocate(
            cast.briar, team=cast.north, worker=cast.workers["worker"], starts_on=local_date(now()), by=system, at=now()
        )  # fmt: skip


@pytest.fixture
def world(council: Cast) -> Cast:
    """Of the worker's own child three times missing more, and once of another team's."""
    for child in (council.ash, council.ash, council.ash, council.rowan):
        an_episode(child)
    with acting_as_system():  # nobody is let in still by the test before
        Grant.objects.filter(kind=Grant.NAMED, ends_at__gt=now()).update(ends_at=now())
    return council


def test_what_has_not_changed_is_not_counted_again(world: Cast) -> None:
    worker = world.user("worker")
    assert shown(worker) == shown(worker)
    director = shown(world.user("director"))
    assert director[0] > shown(worker)[0]
    assert shown(world.user("director")) == director


@pytest.mark.parametrize("change", [an_episode, struck_out, let_in, restricted, moved])
def test_what_has_changed_is_counted_again(world: Cast, change: Callable) -> None:
    worker = world.user("worker")
    before = shown(worker)
    change(world.ash if change is an_episode else world)
    after = shown(worker)
    assert after[1] > before[1]
    assert shown(worker) == after


def test_what_is_undone_changes_nothing(world: Cast) -> None:
    before = shown(world.user("worker"))
    with acting_as_system():
        an_episode(world.ash)
        transaction.set_rollback(True)
    assert shown(world.user("worker")) == before


def test_what_is_interrupted_keeps_nothing(world: Cast) -> None:
    worker = world.user("worker")
    an_episode(world.ash)
    with acting_as_system():
        KeptFigures.objects.all().delete()
    with acting_as(worker):
        keeping.figures_of([catalogue.measures()["P01"]], local_date(now()) - DAY, local_date(now()))
        assert KeptFigures.objects.count() == 1
        transaction.set_rollback(True)
    with acting_as_system():
        assert not KeptFigures.objects.exists()


def test_a_change_that_was_not_known_yet_is_counted_when_it_is(world: Cast) -> None:
    """Begun before the figures were counted, and committed after: by order of numbers it would be older than they are."""
    worker, written, counted = world.user("worker"), Event(), Event()

    def slow() -> None:
        with acting_as_system():
            an_episode(world.ash)
            written.set()
            assert counted.wait(20)
        connection.close()

    writing = Thread(target=slow)
    writing.start()
    assert written.wait(20)
    before = shown(worker)
    shown(world.user("director"))  # a later transaction, over before the slow one
    counted.set()
    writing.join()
    after = shown(worker)
    assert after[0] == before[0] + 1


def test_what_is_counted_while_something_is_written_is_kept_for_nobody(world: Cast) -> None:
    worker, measure, today = world.user("worker"), catalogue.measures()["P01"], local_date(now())
    with acting_as_system() as system:
        for _ in range(2):
            keeping.figures_of([measure], today - 60 * DAY, today)
            an_episode(world.ash)
    assert shown(system)
    assert shown(worker)


def test_nobody_is_shown_what_is_kept_for_another(world: Cast) -> None:
    shown(world.user("worker"))
    shown(world.user("director"))
    for name in ("outsider", "director", "member"):
        with acting_as(world.user(name)):
            assert not KeptFigures.objects.exclude(user=world.user(name)).exists()


OF_WHOM, SEES, UNCHANGED = (
    "user_id = access_me() AND ",
    "AND sees = (SELECT insight_sees())",
    "WHERE (unchanged OR made_at >= %(waited_since)s)",
)
# What would come of leaving out what keeping asks: (what is left out, what happens, who looks). That they are for one
# person each is asked twice, by itself and as a part of what they see.
FAULTS: dict[str, tuple[list[str], Callable[[Cast], None] | None, str]] = {
    "kept for another": ([OF_WHOM, SEES], None, "system"),
    "whose facts were struck out": ([UNCHANGED], struck_out, "worker"),
    "counted when they saw a child more": ([SEES], lambda cast: time.sleep(2), "worker"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_keeping_is_found(world: Cast, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    left_out, happens, who = FAULTS[fault]
    if fault.startswith("counted"):
        let_in(world)
    user = world.system if who == "system" else world.user(who)
    shown(world.user("worker"))
    with acting_as_system():
        KeptFigures.objects.filter(user=world.system).delete()
    for line in left_out:
        assert keeping.KEPT.count(line) == 1
        monkeypatch.setattr(keeping, "KEPT", keeping.KEPT.replace(line, ""))
    if happens:
        happens(world)
    with pytest.raises(AssertionError, match="what would be counted now"):
        shown(user)


def test_a_changed_limit_that_nobody_asks_about_is_found(
    world: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table of limits is none that measures read: only what they are given tells."""
    worker = world.user("worker")
    before = shown(worker, "P06")
    limit_changed(world)
    assert shown(worker, "P06")[1] > before[1]
    monkeypatch.setattr(keeping, "_judged_by", lambda *of: "the same")
    shown(worker, "P06")
    limit_changed(world)
    with pytest.raises(AssertionError, match="what would be counted now"):
        shown(worker, "P06")


def test_what_is_of_no_more_use_is_cleared_away(world: Cast) -> None:
    shown(world.user("worker"))
    with acting_as_system():
        KeptFigures.objects.update(made_at=now() - 2 * DAY)
    recording.clear_away(now())
    with acting_as_system():
        assert not KeptFigures.objects.exists()


NAMES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
WATCHED = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'insight_changed'"
ASKED = """
    SELECT tablename, string_agg(qual, ' ') FROM pg_policies WHERE cmd IN ('ALL', 'SELECT') GROUP BY 1
    UNION ALL SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT viewname, definition FROM pg_views WHERE schemaname = 'public'"""


def test_whatever_decides_which_rows_are_counted_is_watched(db) -> None:
    """What measures read, and what their policies ask, and what that asks. Of users only one's own role is asked, which
    is among what they see."""
    with connection.cursor() as cursor:
        cursor.execute(NAMES)
        names = {name for (name,) in cursor.fetchall()}
        cursor.execute(WATCHED)
        watched = {name for (name,) in cursor.fetchall()}
        cursor.execute(ASKED)
        texts = dict(cursor.fetchall())
    todo = {table for measure in catalogue.measures().values() for table in statements.of(measure).tables}
    todo |= {table for way in catalogue.dimensions().values() for table in statements.by(way).tables}
    reached: set[str] = set()
    while todo:
        name = todo.pop()
        reached.add(name)
        todo |= (set(re.findall(r"\w+", texts.get(name) or "")) & (names | texts.keys())) - reached
    assert (reached & names) - watched == {"accounts_user"}
