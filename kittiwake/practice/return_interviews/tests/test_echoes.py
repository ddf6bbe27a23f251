from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews.tests.made import a_return, an_interview
from kittiwake.primitives.claims import recording as claims
from kittiwake.primitives.claims.echoes import recording as echo_recording
from kittiwake.record import recording as record
from tests.cast import NOW, Cast, signed_in

A_CAR = {"kind": "vehicle", "wording": "A grey car", "number": "AB12 CDE", "link": "driven_in"}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def back(cast: Cast) -> Episode:
    return a_return(cast)


@pytest.fixture
def interviewer_in(cast: Cast) -> Client:
    return signed_in(cast.user("interviewer"))


def test_what_another_childs_account_names_too_is_said_beside_it_and_not_whose_it_is(
    cast: Cast, back: Episode, interviewer_in: Client
) -> None:
    held = an_interview(cast, back)
    mine = claims.make(held.entry, cast.ash, **A_CAR, by=cast.user("interviewer"), at=NOW)
    url = reverse("return_interviews:learned", args=[held.pk])
    assert "another child" not in interviewer_in.get(url).content.decode()
    elsewhere = record.enter(
        cast.rowan,
        kind="return_interviews.interview",
        summary="x",
        happened_at=NOW,
        by=cast.system,
        at=NOW,
    )
    other = claims.make(elsewhere, cast.rowan, **A_CAR, by=cast.user("outsider"), at=NOW)
    page = interviewer_in.get(url).content.decode()
    assert "was named in another child’s account" in page
    assert reverse("claims:echo", args=[mine.pk, other.pk]) in page
    assert "Rowan" not in page
    assert "Decide" in interviewer_in.get(held.get_absolute_url()).content.decode()
    facts = {"verdict": "same", "reason": "Seen on camera", "by": cast.user("worker"), "at": NOW}
    echo_recording.decide_echo(mine, other_id=other.pk, **facts)
    assert "Is it the same?" not in interviewer_in.get(url).content.decode()
