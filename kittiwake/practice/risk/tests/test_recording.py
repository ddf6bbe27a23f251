"""Writing a risk: rows, reasons and history, and each refusal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Entry, InformedBy
from tests.cast import NOW, Cast


def opened(child: Child, cast: Cast, **more: object) -> PresentingRisk:
    facts = {
        "domain": "county_lines",
        "level": "moderate",
        "why": "Two phones",
        "by": cast.user("worker"),
        "at": NOW,
    }
    return recording.open_risk(child, **{**facts, **more})


def note(child: Child, cast: Cast) -> Entry:
    return record.enter(
        child, kind="return_interviews.interview", summary="Heard", happened_at=NOW, by=cast.system, at=NOW
    )


def happened(what: str) -> int:
    return Event.objects.filter(what=what).count()


def test_a_risk_opens_with_its_first_level_and_what_showed_it(cast: Cast) -> None:
    cause = note(cast.ash, cast)
    risk = opened(cast.ash, cast, because_of=cause)
    assert (risk.since_on, risk.certainty) == (date(2026, 11, 23), "suspected")
    assert risk.entry.summary == "County lines: moderate"
    assert risk.movements.get().because_of == cause
    assert InformedBy.objects.get().entry == risk.entry
    assert happened("risk.opened") == 1


def test_the_same_risk_is_not_opened_twice_until_it_is_over(cast: Cast) -> None:
    risk = opened(cast.ash, cast)
    with pytest.raises(Refused, match="already open"):
        opened(cast.ash, cast)
    opened(cast.briar, cast)
    recording.close_risk(risk, reason="Moved away", by=cast.user("worker"), at=NOW)
    assert opened(cast.ash, cast).is_standing
    assert Entry.objects.count() == 3


@pytest.mark.parametrize("wrong", [{"domain": "lifestyle"}, {"level": "high"}, {"certainty": "sure"}])
def test_it_refuses_what_is_not_on_the_lists(cast: Cast, wrong: dict[str, str]) -> None:
    with pytest.raises(Refused, match="can be recorded"):
        opened(cast.ash, cast, **wrong)
    assert not Entry.objects.exists()


def test_it_refuses_a_day_to_come_and_a_reason_from_another_child(cast: Cast) -> None:
    with pytest.raises(Refused, match="in the past"):
        opened(cast.ash, cast, since_on=date(2026, 11, 24))
    with pytest.raises(Refused, match="another child"):
        opened(cast.ash, cast, because_of=note(cast.rowan, cast))


def test_each_level_stays_with_its_words(cast: Cast) -> None:
    risk = opened(cast.ash, cast)
    recording.move_risk(risk, level="significant", words="Threatened", by=cast.user("manager"), at=NOW)
    recording.move_risk(risk, level="significant", words="Same", by=cast.user("manager"), at=NOW)
    assert risk.level == "significant"
    levels = [row.level for row in risk.movements.order_by("pk")]
    assert levels == ["moderate", "significant", "significant"]
    first = Event.objects.filter(what="risk.moved").earliest("id")
    assert first.changes == {"Level": ["Moderate", "Significant"]}


def test_a_movement_is_never_rewritten(cast: Cast) -> None:
    movement = opened(cast.ash, cast).movements.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        type(movement).objects.filter(pk=movement.pk).update(words="Nothing")


def test_what_is_over_neither_moves_nor_closes_again(cast: Cast) -> None:
    closed, struck = opened(cast.ash, cast), opened(cast.ash, cast, domain="missing")
    by = cast.user("worker")
    recording.close_risk(closed, reason="Moved away", by=by, at=NOW)
    recording.strike_out(struck, reason="Wrong child", by=by, at=NOW + timedelta(minutes=1))
    for risk in (closed, struck):
        with pytest.raises(Refused, match=r"closed or struck out|was struck out"):
            recording.move_risk(risk, level="emerging", words="x", by=by, at=NOW)
        with pytest.raises(Refused, match=r"closed or struck out|was struck out"):
            recording.close_risk(risk, reason="Again", by=by, at=NOW)
    assert not PresentingRisk.objects.standing().exists()
