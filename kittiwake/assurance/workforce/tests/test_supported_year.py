"""The first year of somebody newly qualified: what is recorded of it, and by whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.assurance.workforce.models import NewlyQualified, SupportedYearStep
from kittiwake.assurance.workforce.supported_year import recording
from kittiwake.history.refusal import Refused
from kittiwake.time.moments import local_date
from tests.cast import Cast, signed_in


def sent(name: str, on: date, **more: Any) -> dict[str, Any]:
    return {
        "once": str(uuid4()),
        f"{name}_day": on.day,
        f"{name}_month": on.month,
        f"{name}_year": on.year,
        **more,
    }


def begun(cast: Cast) -> NewlyQualified:
    starts_on = local_date(now()) - timedelta(days=30)
    return recording.start_supported_year(
        cast.workers["worker"], starts_on=starts_on, by=cast.system, at=now()
    )


@pytest.mark.parametrize(
    ("key", "days", "field"),
    [("party", 0, "key"), ("shadowing", -31, "held_on"), ("shadowing", 1, "held_on")],
)
def test_a_step_is_one_of_the_year_and_held_in_it(cast: Cast, key: str, days: int, field: str) -> None:
    on = local_date(now()) + timedelta(days=days)
    with pytest.raises(Refused) as refused:
        recording.hold_step(begun(cast), key=key, held_on=on, by=cast.system, at=now())
    assert refused.value.field == field


def test_a_manager_starts_the_year_and_records_what_was_held(cast: Cast) -> None:
    worker, today = cast.workers["worker"], local_date(now())
    manager, back = signed_in(cast.user("manager")), reverse("workforce:worker", args=[worker.pk])
    hold = reverse("workforce:hold_step", args=[worker.pk])
    assert manager.get(hold).status_code == 404  # there is no year yet
    started = manager.post(
        reverse("workforce:start_supported_year", args=[worker.pk]), sent("starts_on", today)
    )
    assert started["Location"] == back
    held = manager.post(hold, sent("held_on", today, key="induction"))
    assert held["Location"] == back
    assert SupportedYearStep.objects.get().year == NewlyQualified.objects.get(worker=worker)
    again = manager.post(hold, sent("held_on", today, key="induction")).content.decode()
    assert "This has already been recorded" in again


@pytest.mark.parametrize(("who", "status"), [("worker", 403), ("outsider", 403), ("partner", 403)])
def test_nobody_starts_their_own_year_or_a_strangers(cast: Cast, who: str, status: int) -> None:
    address = reverse("workforce:start_supported_year", args=[cast.workers["worker"].pk])
    answer = signed_in(cast.user(who)).post(address, sent("starts_on", local_date(now())))
    assert answer.status_code == status
    assert not NewlyQualified.objects.exists()
