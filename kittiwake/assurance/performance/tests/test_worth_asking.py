"""Questions worth asking: what got worse since the report before, what was promised and is late, what is not sure."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.performance.models import Report
from kittiwake.assurance.performance.reports.showing import ReportShown
from kittiwake.assurance.performance.reports.worth_asking import worth_asking
from kittiwake.assurance.performance.tests import made
from kittiwake.record.models import Child
from kittiwake.time.moments import add_months, local_date
from tests.cast import Cast, make_child


@pytest.fixture(autouse=True)
def _as_kittiwake(db: None) -> object:
    with acting_as_system():
        yield


def missing_often(cast: Cast, many: int, first_number: int) -> list[Child]:
    return [make_child(f"Child{first_number + number}", "Reed", cast.north, None) for number in range(many)]


def asked(cast: Cast, report: Report, before: Report | None = None, days: int = 0) -> list[str]:
    at = now() + timedelta(days=days)
    return worth_asking(ReportShown(report, Viewer(cast.user("member")), at, before))


def test_what_got_worse_is_asked_about(cast: Cast) -> None:
    """Twelve children went once in one quarter; in the next half of them went for more than a day."""
    first, last = made.last_quarter(now())
    earlier_last = first - timedelta(days=1)
    earlier_first = add_months(first, -3)
    for number, child in enumerate(missing_often(cast, 20, 0)):
        made.episode(cast, child, earlier_first, hours=30 if number < 6 else 3)
        made.episode(cast, child, first, hours=30 if number < 14 else 3)
    before = made.publish(
        cast, made.counted(cast, made.written(cast, first=earlier_first, last=earlier_last))
    )
    report = made.publish(cast, made.counted(cast, made.written(cast, first=first, last=last)))
    (question, *_) = [text for text in asked(cast, report, before) if "24 hours" in text]
    assert "was 30% in the report before and is 70% in this one. Why?" in question


def test_a_promise_that_is_late_is_asked_about_and_one_that_is_not_is_none(cast: Cast) -> None:
    report = made.written(cast)
    made.promise(cast, report, local_date(now()) + timedelta(days=3))
    report = made.publish(cast, made.counted(cast, report))
    assert asked(cast, report) == []
    (question,) = asked(cast, report, days=5)
    assert "What stands in the way?" in question


def test_what_is_not_sure_is_asked_about(cast: Cast) -> None:
    report = made.written(cast)
    made.write(cast, made.page(report), sure="unsure")
    assert asked(cast, made.publish(cast, made.counted(cast, report))) == [
        "We are not sure of the figures about “Children who go missing”. How do we find out more?"
    ]
