"""Who cannot cover, and when it is too late to say who does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as
from kittiwake.assurance.allocation.cover.recording import be_away, name_cover
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.allocation.tests.making import TODAY
from kittiwake.history.refusal import Refused
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation
from tests.cast import NOW, Cast

WEEK = timedelta(days=7)
pytestmark = pytest.mark.usefixtures("_today")


def away(cast: Cast, **more: Any) -> Away:
    facts = {"starts_on": TODAY, "ends_on": TODAY + WEEK, "by": cast.user("manager"), "at": NOW, **more}
    return be_away(cast.workers["worker"], **facts)


def test_nobody_covers_for_themselves(cast: Cast) -> None:
    with pytest.raises(Refused, match="Nobody covers for themselves") as refused:
        away(cast, covered_by=cast.workers["worker"])
    assert refused.value.field == "covered_by"


def test_there_is_one_cover_at_a_time(cast: Cast) -> None:
    covered = away(cast, covered_by=cast.workers["colleague"])
    with pytest.raises(Refused, match="Colleague covers already"):
        name_cover(covered, covered_by=cast.workers["support"], by=cast.user("manager"), at=NOW)


def test_who_covers_is_not_said_once_they_are_back(cast: Cast) -> None:
    with pytest.raises(Refused, match="They are back by now"):
        name_cover(
            away(cast), covered_by=cast.workers["colleague"], by=cast.user("manager"), at=NOW + 2 * WEEK
        )


def test_whoever_has_left_by_then_cannot_cover(cast: Cast) -> None:
    colleague = cast.workers["colleague"]
    type(colleague).objects.filter(pk=colleague.pk).update(ends_on=TODAY)
    colleague.refresh_from_db()
    with pytest.raises(Refused, match="has left by then"):
        away(cast, covered_by=colleague)


def test_whoever_was_only_let_in_to_a_child_gives_them_no_cover(cast: Cast) -> None:
    worker, manager = cast.workers["worker"], cast.user("manager")
    record.allocate(cast.rowan, team=cast.south, worker=worker, starts_on=TODAY, by=cast.system, at=NOW)
    access.let_in(cast.rowan, user=manager, reason="Joint work", by=cast.system, at=NOW)
    with acting_as(manager):
        made = away(cast, covered_by=cast.workers["colleague"])
    covered = set(Allocation.objects.filter(covered__away=made).values_list("child", flat=True))
    assert cast.ash.pk in covered
    assert cast.rowan.pk not in covered


def test_a_managers_team_is_covered_by_somebody_who_can_hold_supervision(cast: Cast) -> None:
    facts = {"starts_on": TODAY, "ends_on": TODAY + WEEK, "by": cast.user("service_manager"), "at": NOW}
    with pytest.raises(Refused, match="cannot hold supervision") as refused:
        be_away(cast.workers["manager"], covered_by=cast.workers["support"], **facts)
    assert refused.value.field == "covered_by"
    assert not Away.objects.exists()
