"""What the made-up council has told its members: one report published, one being written, two questions, one of them late."""

from __future__ import annotations

from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.performance.models import Report, Turn
from kittiwake.demo import reports
from kittiwake.history.whole import whole
from tests.cast import Cast


def test_a_report_is_published_when_it_is_counted_and_another_is_being_written(cast: Cast) -> None:
    with acting_as_system(), whole():
        reports.make_reports(now())
    with acting_as_system():
        published, draft = Report.objects.order_by("pk")
        assert not published.is_published
    for _ in range(2):
        reports.publish_and_ask(report_id=published.pk)
    with acting_as_system():
        published.refresh_from_db()
        assert published.is_published
        assert not draft.is_published
        late = [turn.is_late_at(now()) for turn in Turn.objects.order_by("asked_at")]
        assert late == [False, True]
        assert [hasattr(action, "done") for action in published.actions.order_by("due_on")] == [True, False]
