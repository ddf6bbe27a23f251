"""What a session shows leads to the plan: the link stands on the page of direct work, which does not know of plans."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.sessions import recording as sessions
from kittiwake.practice.plans.tests.making import text
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in

LINK = "Change the plan because of this"


@pytest.fixture
def held(cast: Cast) -> Session:
    return sessions.hold(
        cast.ash,
        held=Moment(NOW - timedelta(hours=3)),
        worker_name="Worker",
        seen=True,
        by=cast.user("worker"),
        at=NOW,
    )


def test_a_session_leads_to_the_plan(cast: Cast, held: Session) -> None:
    client = signed_in(cast.user("worker"))
    page = text(client, held.get_absolute_url())
    assert LINK in page
    assert f"{reverse('plans:write_plan', args=[cast.ash.pk])}?because_of={held.pk}" in page


def test_whoever_only_reads_is_not_led_there(cast: Cast, held: Session) -> None:
    assert LINK not in text(signed_in(cast.user("auditor")), held.get_absolute_url())


def test_one_that_is_still_to_come_leads_nowhere(cast: Cast) -> None:
    planned = sessions.plan_session(
        cast.ash,
        planned_at=NOW + timedelta(days=400),
        worker_name="Worker",
        by=cast.user("worker"),
        at=NOW + timedelta(days=399),
    )
    assert LINK not in text(signed_in(cast.user("worker")), planned.get_absolute_url())
