"""The rota: who sets it, who sees it, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts import recording as accounts
from kittiwake.council.on_call import recording
from kittiwake.council.on_call.models import Shift
from kittiwake.council.on_call.queries import on_call_at
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast, signed_in

HOUR = timedelta(hours=1)
EVENING = NOW + 8 * HOUR


@pytest.fixture(autouse=True)
def _now(db: None) -> Iterator[None]:
    with time_machine.travel(NOW, tick=False), acting_as_system():
        yield


def put(cast: Cast, name: str = "worker", start=EVENING, hours: int = 16) -> Shift:
    ends_at = start + hours * HOUR
    return recording.put_on_call(
        cast.user(name),
        starts_at=start,
        ends_at=ends_at,
        telephone="01632 960001",
        by=cast.user("manager"),
        at=NOW,
    )


def test_a_manager_puts_somebody_on_call_and_everybody_who_works_here_sees_it(cast: Cast) -> None:
    client = signed_in(cast.user("manager"))
    page = client.get("/on-call/new/").content.decode()
    assert "Worker" in page
    assert "Administrator" not in page.partition("<select")[2].partition("</select>")[0]
    put(cast)
    seen = signed_in(cast.user("support")).get("/on-call/").content.decode()
    assert "Worker" in seen
    assert "01632 960001" in seen
    assert "Put somebody on call" not in seen
    assert "Take off call" not in seen
    assert Event.objects.filter(what="on_call.set").count() == 1


def test_partners_and_young_people_do_not_see_the_rota(cast: Cast) -> None:
    put(cast)
    for name in ("partner", "young_person", "administrator", "member"):
        assert signed_in(cast.user(name)).get("/on-call/").status_code == 403, name


def test_what_nobody_is_on_call_for_is_shown(cast: Cast) -> None:
    client = signed_in(cast.user("manager"))
    before = client.get("/on-call/").content.decode()
    assert "Nobody is on call now" in before
    assert "Monday 23 November 2026 at 5pm to Tuesday 24" in before
    put(cast)
    assert (
        "Monday 23 November 2026 at 5pm"
        not in client.get("/on-call/").content.decode().partition("<table")[0]
    )


def test_who_has_left_covers_nothing(cast: Cast) -> None:
    put(cast)
    accounts.end_user(cast.user("worker"), by=cast.user("administrator"), at=NOW)
    page = signed_in(cast.user("manager")).get("/on-call/").content.decode()
    assert "Monday 23 November 2026 at 5pm" in page.partition("<table")[0]
    assert "Worker (has left)" in page


def test_nobody_is_on_call_twice_at_one_time_and_two_may_be_together(cast: Cast) -> None:
    put(cast)
    put(cast, "colleague")
    with pytest.raises(Refused, match="in that time already"):
        put(cast, start=EVENING + HOUR)
    put(cast, start=EVENING + 16 * HOUR)
    assert on_call_at(EVENING) == {cast.user("worker").pk, cast.user("colleague").pk}
    assert on_call_at(EVENING + 16 * HOUR) == {cast.user("worker").pk}
    assert on_call_at(NOW) == set()


@pytest.mark.parametrize("name", ["administrator", "partner", "member", "analyst"])
def test_only_whose_work_is_with_children_is_on_call(cast: Cast, name: str) -> None:
    with pytest.raises(Refused, match="does not record work with children"):
        put(cast, name)


def test_whoever_is_taken_off_call_is_so_from_then_on(cast: Cast) -> None:
    shift = put(cast)
    recording.take_off_call(shift, by=cast.user("manager"), at=EVENING + HOUR)
    assert on_call_at(EVENING) == {cast.user("worker").pk}
    assert on_call_at(EVENING + HOUR) == set()
    with pytest.raises(Refused, match="over already"):
        recording.take_off_call(shift, by=cast.user("manager"), at=EVENING + HOUR)
    put(cast, start=EVENING + HOUR)


def test_before_it_began_nothing_of_it_is_left(cast: Cast) -> None:
    shift = put(cast)
    client = signed_in(cast.user("manager"))
    assert "It ends now" in client.get(f"/on-call/{shift.pk}/end/").content.decode()
    recording.take_off_call(shift, by=cast.user("manager"), at=NOW)
    assert on_call_at(EVENING) == set()
    put(cast)


def test_an_account_that_ends_before_is_refused(cast: Cast) -> None:
    accounts.change_end(cast.user("worker"), ends_at=EVENING + HOUR, by=cast.user("administrator"), at=NOW)
    cast.user("worker").refresh_from_db()
    with pytest.raises(Refused, match="ends before that"):
        put(cast)


def test_a_time_that_is_over_is_refused_beside_its_question(cast: Cast) -> None:
    with pytest.raises(Refused, match="must be in the future") as refused:
        put(cast, start=NOW - 17 * HOUR)
    assert refused.value.field == "ends"
