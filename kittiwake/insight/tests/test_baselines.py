"""A new baseline: set by a person from a month on, with a reason, and never by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.insight.baselines import recording
from kittiwake.insight.baselines.queries import months_set, rows_of, standing
from kittiwake.insight.models import Baseline
from tests.cast import Cast, signed_in
from tests.typed import once

AT = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
FACTS: dict[str, Any] = {"starts_on": date(2026, 3, 17), "why": "The team began anew", "version": 0}


def set_it(cast: Cast, measure: str = "P11", **more: Any) -> Baseline:
    return recording.set_baseline(measure, **{**FACTS, "by": cast.user("director"), "at": AT, **more})


def take_it_back(cast: Cast, baseline: Baseline, **more: Any) -> Baseline:
    facts = {
        "why": "It was another measure",
        "version": baseline.number,
        "by": cast.user("director"),
        "at": AT,
    }
    return recording.take_back(baseline, **{**facts, **more})


def test_it_begins_with_the_month_and_says_who_and_why(cast: Cast) -> None:
    baseline = set_it(cast)
    assert (baseline.starts_on, baseline.by, baseline.why) == (
        date(2026, 3, 1),
        cast.user("director"),
        "The team began anew",
    )
    assert months_set(standing("P11")) == ["2026-03"]
    assert standing("P12") == []
    event = Event.objects.get(what="insight.baseline_set")
    assert event.changes == {"P11": [None, "1 March 2026"], "why": [None, "The team began anew"]}


def test_taken_back_it_is_as_if_it_had_never_been(cast: Cast) -> None:
    take_it_back(cast, set_it(cast))
    assert standing("P11") == []
    assert [row.stands for row in rows_of("P11")] == [True, False]
    assert Event.objects.filter(what="insight.baseline_taken_back").exists()
    again = set_it(cast, version=2)
    assert standing("P11") == [again]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"starts_on": date(2026, 12, 1)}, "Choose today or a day in the past"),
        ({"starts_on": date(1700, 1, 1)}, "long ago|before"),
        ({"why": "  "}, "Say why."),
        ({"version": 1}, "Somebody else has just changed the baselines"),
    ],
)
def test_it_is_refused(cast: Cast, more: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        set_it(cast, **more)
    assert rows_of("P11") == []


def test_it_is_not_set_twice_and_not_taken_back_twice(cast: Cast) -> None:
    baseline = set_it(cast)
    with pytest.raises(Refused, match="begins in that month already"):
        set_it(cast, starts_on=date(2026, 3, 1), version=1)
    take_it_back(cast, baseline)
    with pytest.raises(Refused, match="does not stand any more"):
        take_it_back(cast, baseline, version=2)


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    set_it(cast)
    with pytest.raises(Refused, match="Somebody else has just changed the baselines"):
        set_it(cast, starts_on=date(2026, 5, 1))


def test_on_its_page_it_is_set_shown_and_taken_back(cast: Cast, time_machine) -> None:
    time_machine.move_to(AT, tick=False)
    client = signed_in(cast.user("director"))
    form = {"version": 0, "why": "The team began anew"}
    day = {"starts_on_day": 17, "starts_on_month": 3, "starts_on_year": 2026}
    assert client.post("/measures/P11/baseline/", once(**form, **day)).headers["Location"] == "/measures/P11/"
    page = client.get("/measures/P11/").content.decode()
    assert "New baseline from 1 March 2026: The team began anew" in page
    (baseline,) = standing("P11")
    back = f"/measures/baselines/{baseline.pk}/taking-back/"
    assert back in page
    assert "The team began anew" in client.get(back).content.decode()
    client.post(back, once(version=1, why="It was another measure"))
    assert "New baseline from" not in client.get("/measures/P11/").content.decode()


def test_of_a_measure_there_is_not_there_is_no_baseline(cast: Cast) -> None:
    assert signed_in(cast.user("director")).get("/measures/P999/baseline/").status_code == 404


def test_whoever_may_not_set_one_sees_those_there_are(cast: Cast, time_machine) -> None:
    time_machine.move_to(AT, tick=False)
    set_it(cast)
    page = signed_in(cast.user("worker")).get("/measures/P11/").content.decode()
    assert "The team began anew" in page
    assert "Take it back" not in page
    assert "Set a new baseline" not in page
