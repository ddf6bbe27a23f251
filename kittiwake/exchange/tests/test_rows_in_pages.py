"""However many rows an import has, few are held at once; none is left out and none comes twice."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kittiwake.exchange.models import Import, ImportFile, ImportRow
from kittiwake.exchange.rows.recording import BATCH, in_order, newest_first
from kittiwake.exchange.tests.police_lists import ASH, STRANGER, taken_in
from kittiwake.history.models import Event
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Track
from tests.cast import NOW, Cast


@pytest.fixture
def batch(cast: Cast) -> Import:
    batch = Import.objects.create(format="police-missing", user=cast.user("analyst"), previewed_at=NOW)
    file = ImportFile.objects.create(batch=batch, name="list.csv", sha256="", size=0)
    ImportRow.objects.bulk_create(
        ImportRow(batch=batch, file=file, line=line, verdict=ImportRow.NEW) for line in range(2 * BATCH + 1)
    )
    return batch


def test_rows_come_in_order_and_newest_first(batch: Import) -> None:
    keys = list(batch.rows.order_by("pk").values_list("pk", flat=True))
    assert [row.pk for row in in_order(batch, batch.rows.all())] == keys
    assert [row.pk for row in newest_first(batch.rows.all())] == keys[::-1]


def test_no_more_than_a_page_of_them_is_fetched(batch: Import) -> None:
    with CaptureQueriesContext(connection) as sent:
        next(newest_first(batch.rows.all()))
    assert [f"LIMIT {BATCH}" in query["sql"] for query in sent] == [True]


def test_what_cannot_follow_from_one_row_keeps_that_row_back_alone(cast: Cast) -> None:
    """Its clocks are settled with those of all others, and it still says why, as the others stand."""
    Track.objects.create(child=cast.ash, kind="in_care", starts_on=date(1850, 1, 1), recorded_at=NOW)
    another = ["MP/3/26", "REED", "Tam", "03/03/2013", *STRANGER[4:]]
    batch = taken_in(cast, STRANGER, ASH, another)
    back = batch.rows.get(recorded_at=None)
    assert (back.line, back.verdict, back.child) == (3, ImportRow.NEEDS_PERSON, cast.ash)
    assert "1850" in back.message
    recorded = Episode.objects.values_list("child__forenames", flat=True)
    assert sorted(recorded) == ["Ivy", "Tam"]
    assert Event.objects.filter(what="missing.reported").count() == 2


def test_a_second_row_about_a_child_is_recorded_beside_what_the_first_brought(cast: Cast) -> None:
    """Though what several rows bring is written together."""
    open_still = [*ASH[:9], "", ""]
    assert taken_in(cast, open_still, ASH).rows.filter(recorded_at=NOW).count() == 2
    episode = Episode.objects.get(child=cast.ash)
    assert (episode.returned_at is not None, episode.reports.count(), episode.grades.count()) == (True, 1, 1)
