"""The made-up past is dated by its story: in a database of its own, as the owner of the tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from threading import Event

from kittiwake.access.identity import acting_as_system
from kittiwake.access.tests.conftest import as_owner, crowd, own_database
from kittiwake.demo import backdating
from kittiwake.history import models as history
from kittiwake.practice.missing import recording as missing
from kittiwake.record import recording as record
from kittiwake.time.moments import Moment
from tests.cast import make_cast

__all__ = ["crowd", "own_database"]

GONE, BACK = datetime(2025, 3, 4, 20, tzinfo=UTC), datetime(2025, 3, 5, 7, tzinfo=UTC)
LATER = timedelta(hours=1)
CHANGED = date(2025, 2, 3)
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)

# Since when the worker before was known to be it no longer, and the next one to be it.
WHO_WAS_KNOWN = """
    SELECT min(v.replaced_at), max(held.kept_at)
      FROM record_allocation held JOIN record_allocation before
           ON before.child_id = held.child_id AND before.ends_on = held.starts_on
      JOIN history_version v ON v.table_name = 'record_allocation' AND v.row_id = before.id
"""


ENDED = Event()


def another_story() -> None:
    """Somebody writes history of another day all the while."""
    while not ENDED.is_set():
        with acting_as_system() as system:
            history.Event.objects.create(
                what="accounts.told",
                at=LONG_AGO,
                by_id=system.pk,
                subject="accounts.user",
                subject_id=system.pk,
            )


def a_story() -> int:
    try:
        return tell()
    finally:
        ENDED.set()


def tell() -> int:
    with acting_as_system() as system:
        cast = make_cast()
        episode = missing.report_missing(cast.ash, reported=Moment(GONE), by=system, at=GONE + LATER)
        missing.report_missing(cast.briar, reported=Moment(GONE - LATER), by=system, at=GONE)
        facts = {"team": cast.north, "starts_on": CHANGED, "by": system, "at": datetime.now(UTC)}
        record.allocate(cast.ash, worker=cast.workers["colleague"], reason="Change of worker", **facts)
        missing.record_return(episode, returned=Moment(BACK), by=system, at=BACK + LATER)
        return episode.pk


def test_what_was_recorded_is_known_from_when_its_own_story_says(own_database, crowd) -> None:
    with as_owner(own_database) as owner:
        backdating.watch(owner.cursor())
    pk, _ = crowd(a_story, another_story)
    with as_owner(own_database) as owner:
        backdating.date(owner.cursor())
    with as_owner(own_database) as owner:
        assert owner.execute("SELECT kept_at FROM missing_episode WHERE entry_id = %s", [pk]).fetchone() == (
            GONE + LATER,
        )
        replaced = owner.execute(
            "SELECT min(replaced_at) FROM history_version WHERE table_name = 'missing_episode' AND row_id = %s"
            " AND \"row\"->>'returned_at' IS NULL",
            [pk],
        ).fetchone()
        assert replaced == (BACK + LATER,)
        ended, begun = owner.execute(WHO_WAS_KNOWN).fetchone() or (None, None)
        assert ended == begun is not None, "Two workers at once, or none."
        columns = "SELECT 1 FROM information_schema.columns WHERE table_name = 'history_event' AND column_name = 'kept_at'"
        assert owner.execute(columns).fetchall() == []
        off = "SELECT tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'"
        assert owner.execute(off).fetchall() == []
