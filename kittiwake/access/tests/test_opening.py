"""Finding a child opens them: for the viewer's own filter, and for the database (kept.sql)."""

from __future__ import annotations

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.record.models import Child
from tests.cast import Cast


def open_child() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('kittiwake.open_child', true)")
        return cursor.fetchone()[0] or ""


def test_finding_a_child_opens_them_in_the_same_statement(cast: Cast) -> None:
    worker, ash = cast.user("worker"), cast.ash
    viewer = Viewer(worker)
    with acting_as(worker):
        with CaptureQueriesContext(connection) as asked:
            viewer.find(Child, ash.pk)
        assert len(asked) == 1
        assert (viewer.opened, open_child()) == ({ash.pk}, f"{worker.pk}:{ash.pk}")
        assert set(viewer.children) == {cast.ash, cast.briar, cast.hazel}
        with acting_as(cast.user("outsider")):
            assert open_child() == ""
    assert open_child() == ""


def test_what_is_hidden_is_not_opened(cast: Cast) -> None:
    worker = cast.user("worker")
    viewer = Viewer(worker)
    with acting_as(worker):
        with pytest.raises(Http404):
            viewer.find(Child, cast.rowan.pk)
        assert (viewer.opened, open_child()) == (set(), "")


def test_to_somebody_outside_no_child_is_open_because_each_entry_is_asked_its_kind(cast: Cast) -> None:
    partner = cast.user("partner")
    with acting_as(partner):
        Viewer(partner).find(Child, cast.ash.pk)
        assert open_child() == ""
