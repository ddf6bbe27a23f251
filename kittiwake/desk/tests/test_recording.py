"""What is said of late work: refused where it says nothing, or no day that can be kept; and then nothing is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kittiwake.desk import recording
from kittiwake.desk.models import Promise
from kittiwake.desk.tests.test_front_page import act
from kittiwake.history.refusal import Refused
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

TODAY = local_date(NOW)


@pytest.mark.parametrize(
    ("is_about", "by_on", "said", "field"),
    [
        (False, TODAY, "Select what this is about", "late"),
        (True, TODAY - timedelta(days=1), "This day has passed", "by_on"),
        (True, TODAY + timedelta(days=91), "within the next 90 days", "by_on"),
    ],
)
def test_a_promise_is_about_something_and_has_a_day(
    cast: Cast, is_about: bool, by_on: date, said: str, field: str
) -> None:
    late = [act(cast, cast.ash, "Ring their school", date(2026, 9, 1))] if is_about else []
    with pytest.raises(Refused, match=said) as refused:
        recording.promise(clocks=[], actions_=late, why="Ill", by_on=by_on, by=cast.user("worker"), at=NOW)
    assert refused.value.field == field
    assert not Promise.objects.exists()


def test_what_is_handed_over_is_handed_to_somebody(cast: Cast) -> None:
    action, by = act(cast, cast.ash, "Ring their school", date(2026, 9, 1)), cast.user("worker")
    with pytest.raises(Refused, match="Select actions") as refused:
        recording.hand_over(actions_=[], owner=cast.workers["colleague"], by=by, at=NOW)
    assert refused.value.field == "late"
    with pytest.raises(Refused, match="Say who will do it") as refused:
        recording.hand_over(actions_=[action], owner=None, by=by, at=NOW)
    assert refused.value.field == "owner"
    action.refresh_from_db()
    assert action.owner == cast.workers["worker"]
