"""What was sent back stands on the My work of whose it is, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from html import unescape

import pytest
import time_machine

from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.tests import made
from kittiwake.practice.plans import recording as plans
from kittiwake.practice.plans.tests import making
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.record import recording as record
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, end_allocation, signed_in


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW + timedelta(days=3), tick=False):
        yield


def my_work(cast: Cast, who: str) -> str:
    return unescape(signed_in(cast.user(who)).get("/").content.decode())


def sent_back(cast: Cast) -> None:
    plan = making.plan(cast)
    making.action(cast, plan)
    review = plans.put_forward(plan, by=cast.user("worker"), at=NOW)
    oversight.decide(review, kind="return", words="Nothing at weekends", by=cast.user("manager"), at=NOW)


def test_a_plan_is_on_the_page_of_whoever_put_it_forward(cast: Cast) -> None:
    sent_back(cast)
    page = my_work(cast, "worker")
    assert "Safety plan" in page
    assert "Sent back" in page
    assert "Sent back" not in my_work(cast, "colleague")
    assert "Sent back" not in my_work(cast, "manager")


def test_and_of_the_worker_who_took_the_child_over(cast: Cast) -> None:
    sent_back(cast)
    held = cast.ash.allocations.get(role="lead")
    today = local_date(NOW)
    end_allocation(held, today)
    new = {"team": cast.north, "worker": cast.workers["colleague"], "starts_on": today}
    record.allocate(cast.ash, **new, by=cast.system, at=NOW)
    assert "Sent back" in my_work(cast, "colleague")


def test_an_audit_action_is_on_its_owners_page_and_says_when_it_came_back(cast: Cast) -> None:
    action = made.done(cast, made.raised(cast))
    assert action.what not in my_work(cast, "worker")
    doing.send_back(action, words="The plan reads as before", by=cast.user("manager"), at=NOW)
    page = my_work(cast, "worker")
    assert action.what in page
    assert "Sent back" in page
    assert action.what not in my_work(cast, "colleague")
