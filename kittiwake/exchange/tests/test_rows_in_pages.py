"""However many rows an import has, few are held at once; none is left out and none comes twice."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kittiwake.exchange.models import Import, ImportFile, ImportRow
from kittiwake.exchange.rows.recording import BATCH, in_order, newest_first
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
