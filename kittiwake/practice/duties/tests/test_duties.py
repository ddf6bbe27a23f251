"""What being in care asks for, by how old they are and when they came; and what is found once it is late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.practice.duties import broken_links, recording, rules
from kittiwake.primitives.clocks.duties.recording import NOT_ASKED
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast
from tests.every_clock.facts import noon

CAME, LEFT = date(2026, 10, 5), date(2026, 11, 16)


def born(cast: Cast, on: date) -> Child:
    Child.objects.filter(pk=cast.ash.pk).update(born_on=on)
    cast.ash.refresh_from_db()
    return cast.ash


def in_care(cast: Cast, ends_on: date | None = None) -> None:
    track = recording.start_track(cast.ash, kind="in_care", starts_on=CAME, by=cast.system, at=NOW)
    if ends_on:
        recording.end_track(track, ends_on=ends_on, by=cast.system, at=NOW)


def clocks() -> dict[str, Any]:
    return {clock.key: clock for clock in Clock.objects.filter(cancelled_at=None)}


@pytest.mark.parametrize(
    ("born_on", "left_on", "from_"),
    [
        (date(2015, 4, 2), None, CAME),
        (date(2023, 11, 2), None, date(2023 + rules.EDUCATION_FROM, 11, 2)),
        (date(2023, 11, 15), LEFT, date(2026, 11, 15)),  # home the day after they were three
        (date(2023, 11, 16), LEFT, None),  # home on the day
        (date(2023, 11, 20), LEFT, None),  # and before it
        (date(2024, 6, 1), None, None),  # not three yet
    ],
)
def test_a_plan_for_education_is_owed_from_three_while_they_are_in_care(
    cast: Cast, born_on: date, left_on: date | None, from_: date | None
) -> None:
    born(cast, born_on)
    in_care(cast, left_on)
    plans = Clock.objects.filter(key=rules.EDUCATION_PLAN.key).exclude(cancelled_reason=NOT_ASKED)
    assert [local_date(clock.started_at) for clock in plans] == ([from_] if from_ else [])


def test_a_birth_date_that_is_put_right_changes_what_follows_an_assessment(cast: Cast) -> None:
    in_care(cast)
    recording.say_done(cast.ash, kind=rules.HEALTH, done=noon(CAME), by=cast.system, at=NOW)
    assert {rules.HEALTH_FROM_FIVE.key, rules.HEALTH_UNDER_FIVE.key} & clocks().keys() == {
        rules.HEALTH_FROM_FIVE.key
    }
    change = {"version": cast.ash.version, "by": cast.system, "at": NOW}
    recording.change_child(cast.ash, born_on=date(2023, 4, 2), **change)
    assert {rules.HEALTH_FROM_FIVE.key, rules.HEALTH_UNDER_FIVE.key} & clocks().keys() == {
        rules.HEALTH_UNDER_FIVE.key
    }


def test_a_name_that_is_put_right_changes_no_clock(cast: Cast) -> None:
    """Nor does it wait for the lock that settling them takes."""
    in_care(cast)
    Clock.objects.filter(key=rules.HEALTH_FIRST.key).update(stopped_at=NOW)  # settling would put this right
    recording.change_child(cast.ash, surname="Aspen", version=cast.ash.version, by=cast.system, at=NOW)
    assert clocks()[rules.HEALTH_FIRST.key].stopped_at == NOW


def test_what_is_owed_to_them_is_found_once_it_is_late_and_until_it_was_done(cast: Cast) -> None:
    in_care(cast)
    due_at = clocks()[rules.REVIEWING_OFFICER.key].due_at

    def found(at: Any) -> list[str]:
        late = broken_links.LINKS[0].find(lambda model: model.objects.all(), at)
        return [broken.about for broken in late if broken.due_at == due_at]

    assert found(due_at) == []
    assert found(due_at + timedelta(seconds=1)) == ["Reviewing officer named"]
    recording.say_done(cast.ash, kind=rules.OFFICER, done=noon(CAME), by=cast.system, at=NOW)
    assert found(due_at + timedelta(seconds=1)) == []
