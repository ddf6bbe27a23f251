"""What is written of growing up: each step on a day that can be, and once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine

from kittiwake.history.refusal import Refused
from kittiwake.practice.transitions.adult_services import recording as adult_services
from kittiwake.practice.transitions.tests.test_pages import (
    TODAY,
    a_young_person,
    agreed,
    asked,
    by,
    contacted,
)
from kittiwake.record.models import Child
from tests.cast import NOW, Cast


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def test_it_is_a_handover_once_they_have_met(cast: Cast):
    referral = asked(cast, a_young_person(cast))
    facts = {"adult_worker": "Somebody of adult services", **by(cast)}
    for on in (date(2026, 9, 30), date(2026, 11, 24)):
        with pytest.raises(Refused, match="They met on or after") as refused:
            adult_services.meet(referral, met_on=on, **facts)
        assert refused.value.field == "met_on"
    adult_services.meet(referral, met_on=TODAY, **facts)
    assert (referral.met_on, referral.adult_worker) == (TODAY, "Somebody of adult services")
    with pytest.raises(Refused, match="already been recorded that they met"):
        adult_services.meet(referral, met_on=TODAY, **facts)


def test_nobody_was_in_touch_tomorrow_nor_with_a_child_too_young_for_it(cast: Cast):
    child = a_young_person(cast)
    with pytest.raises(Refused, match="in the future") as refused:
        contacted(cast, child, NOW + timedelta(hours=1), "visit")
    assert refused.value.field == "contacted"
    Child.objects.filter(pk=child.pk).update(birth_is="approximate")
    child.refresh_from_db()
    with pytest.raises(Refused, match="not known"):
        contacted(cast, child, NOW, "visit")


def test_a_plan_is_agreed_on_a_day_that_has_come_and_its_copy_given_after(cast: Cast):
    child = a_young_person(cast)
    with pytest.raises(Refused, match="in the future") as refused:
        agreed(cast, child, date(2026, 11, 24))
    assert refused.value.field == "agreed_on"
    for given_on in (date(2026, 11, 19), date(2026, 11, 24)):
        with pytest.raises(Refused, match="get their copy") as refused:
            agreed(cast, child, date(2026, 11, 20), copy_given_on=given_on)
        assert refused.value.field == "copy_given_on"
    assert agreed(cast, child, date(2026, 11, 20), copy_given_on=TODAY).copy_given_on == TODAY
