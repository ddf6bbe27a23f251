"""Recording and undoing in the background: asked for on a page, done once by a worker, told on the page."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from kittiwake.config import schedule
from kittiwake.exchange import recording
from kittiwake.exchange.background import progress
from kittiwake.exchange.background import recording as asking
from kittiwake.exchange.columns import columns_of
from kittiwake.exchange.models import Import
from kittiwake.exchange.showing import Work
from kittiwake.exchange.tests.police_lists import ASH, STRANGER, a_list, taken_in
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Child
from tests.cast import NOW, Cast, signed_in


@pytest.fixture
def batch(cast: Cast) -> Import:
    return recording.preview("police-missing", [a_list(ASH, STRANGER)], by=cast.user("analyst"), at=NOW)


def ask(batch: Import, cast: Cast, what: str = Import.RECORD) -> None:
    asking.ask(batch, what, by=cast.user("analyst"), at=NOW)


def works_on_it(batch: Import, cast: Cast) -> Import:
    asking.work_on(import_id=batch.pk, user_id=cast.user("analyst").pk)
    batch.refresh_from_db()
    return batch


def test_a_job_carries_keys_and_nothing_about_a_child(cast: Cast, batch: Import) -> None:
    ask(batch, cast)
    assert [job.args for job in ProcrastinateJob.objects.all()] == [
        {"import_id": batch.pk, "user_id": cast.user("analyst").pk}
    ]


def test_what_was_asked_is_done_once(cast: Cast, batch: Import) -> None:
    ask(batch, cast)
    assert not Episode.objects.exists()
    assert works_on_it(batch, cast).state == "Recorded"
    assert Episode.objects.standing().count() == 2
    works_on_it(batch, cast)  # by a worker that was thought to be dead
    assert Episode.objects.standing().count() == 2


def test_asked_twice_it_is_one_job(cast: Cast, batch: Import) -> None:
    ask(batch, cast)
    with pytest.raises(Refused, match="being worked on already"):
        ask(batch, cast)
    assert ProcrastinateJob.objects.count() == 1


MEANWHILE = {
    "decide": lambda batch, **who: recording.decide(batch.rows.first(), decision="skip", child=None, **who),
    "discard": lambda batch, **who: recording.discard(batch, **who),
    "columns": lambda batch, **who: recording.correct_columns(
        batch, file=batch.files.get(), table=next(iter(columns_of(batch.files.get()))), columns={}, **who
    ),
}


@pytest.mark.parametrize("what", MEANWHILE)
def test_nothing_else_is_done_with_it_meanwhile(cast: Cast, batch: Import, what: str) -> None:
    ask(batch, cast)
    with pytest.raises(Refused, match="Wait until that has ended"):
        MEANWHILE[what](batch, by=cast.user("analyst"), at=NOW)


@pytest.mark.parametrize("what", [Import.RECORD, Import.UNDO])
def test_an_undone_import_is_not_worked_on(cast: Cast, what: str) -> None:
    batch = taken_in(cast, ASH)
    recording.undo(batch, by=cast.user("analyst"), at=NOW)
    with pytest.raises(Refused, match="Start it again"):
        ask(batch, cast, what)


def test_what_was_never_recorded_is_not_taken_back(cast: Cast, batch: Import) -> None:
    with pytest.raises(Refused, match="nothing to undo"):
        ask(batch, cast, Import.UNDO)


def test_a_refusal_is_told_on_the_page_and_changes_nothing(cast: Cast) -> None:
    batch = taken_in(cast, ASH, STRANGER)
    ivy = Child.objects.get(surname="Wren")
    keep_carer_details(ivy, description="Red coat", by=cast.system, at=NOW + timedelta(hours=1))
    ask(batch, cast, Import.UNDO)
    assert works_on_it(batch, cast).state == "Recorded"
    assert Episode.objects.standing().count() == 2
    shown = signed_in(cast.user("analyst")).get(batch.get_absolute_url()).content.decode()
    assert "row 3: somebody has written about this child" in shown


def test_a_mistake_of_ours_is_told_without_what_the_row_held(cast: Cast, batch: Import) -> None:
    ask(batch, cast)
    batch.rows.filter(line=3).update(facts={"surname": "Wren"})  # nothing that can be recorded
    with pytest.raises(asking.Stopped, match=rf"Import {batch.pk} stopped: KeyError") as stopped:
        works_on_it(batch, cast)
    assert stopped.value.__suppress_context__
    batch.refresh_from_db()
    assert (batch.asked, batch.recorded_at) == ("", None)
    assert "made a mistake" in batch.stopped_because
    assert not Episode.objects.exists()


def test_the_page_asks_tells_how_far_it_is_and_is_read_anew_at_the_end(cast: Cast, batch: Import) -> None:
    client, address = signed_in(cast.user("analyst")), batch.get_absolute_url()
    client.post(f"{address}recording/", {"once": str(uuid4())})
    shown = client.get(address).content.decode()
    assert "It will begin in a moment" in shown
    assert "Put them on the record" not in shown
    assert "HX-Refresh" not in client.get(f"{address}progress/")
    works_on_it(batch, cast)
    assert client.get(f"{address}progress/")["HX-Refresh"] == "true"
    assert "Undo the whole import" in client.get(address).content.decode()


def test_how_far_it_is_is_told_by_the_connection_at_work(cast: Cast, batch: Import) -> None:
    assert rows_done(batch) is None
    tell = progress.of(batch)
    for done in range(26):
        tell(done)
    assert rows_done(batch) == 20
    other = recording.preview("police-missing", [a_list(STRANGER)], by=cast.user("analyst"), at=NOW)
    assert rows_done(other) is None


def rows_done(batch: Import) -> int | None:
    """As a page sees it, each of which looks anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
    return progress.rows_done(batch)


def test_a_worker_that_does_not_come_is_told_of_after_a_minute(cast: Cast, batch: Import) -> None:
    ask(batch, cast)
    batch.refresh_from_db()
    assert not Work(batch, NOW + timedelta(seconds=60)).is_late
    assert Work(batch, NOW + timedelta(seconds=61)).is_late


def test_a_job_whose_worker_died_is_taken_up_again(cast: Cast, batch: Import) -> None:
    ask(batch, cast)
    async_to_sync(_a_worker_dies)()
    assert [job.status for job in ProcrastinateJob.objects.all()] == ["doing"]
    async_to_sync(schedule.take_up.func)(None, 0)
    assert [job.status for job in ProcrastinateJob.objects.all()] == ["todo"]
    assert works_on_it(batch, cast).state == "Recorded"


async def _a_worker_dies() -> None:
    gone = await app.job_manager.register_worker()
    await app.job_manager.fetch_job(queues=None, worker_id=gone)
    await app.connector.execute_query_async(
        "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'"
    )
