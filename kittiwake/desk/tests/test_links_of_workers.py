"""Broken links about a worker and no child: on the board of whoever answers for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.allocation.cover.recording import be_away
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.desk.board.lines import Line, lines
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in

OVER_CAP, NOBODY_COVERS = "workforce.over_cap", "allocation.nobody_covers"
TODAY = local_date(NOW)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def too_many(cast: Cast) -> Cast:
    """The worker holds two children and is newly qualified; the usual is one."""
    caseloads.agree_caseload(
        starts_on=date(2026, 1, 1), usual=Decimal(1), protected_share=Decimal("0.9"), weights={}, source="Panel",
        by=cast.system, at=NOW,
    )  # fmt: skip
    since = TODAY - timedelta(days=60)
    supported_year.start_supported_year(cast.workers["worker"], starts_on=since, by=cast.system, at=NOW)
    return cast


def found(cast: Cast, who: str, key: str) -> list[Line]:
    user = cast.user(who)
    with acting_as(user):
        return [line for line in lines(Viewer(user), NOW) if line.link.key == key]


@pytest.mark.parametrize("who", ["manager", "service_manager", "principal", "director"])
def test_too_many_children_is_about_the_worker_and_no_child(too_many: Cast, who: str) -> None:
    (line,) = found(too_many, who, OVER_CAP)
    assert (line.name, line.child, line.team) == ("Worker", None, "North team")
    assert line.broken.about.startswith("2 children")


@pytest.mark.parametrize("who", ["worker", "colleague", "outsider", "auditor"])
def test_it_is_on_nobody_elses_board(too_many: Cast, who: str) -> None:
    assert found(too_many, who, OVER_CAP) == []


def away(cast: Cast, who: str, **more: object) -> None:
    facts = {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=5), **more}
    be_away(cast.workers[who], **facts, by=cast.user(who), at=NOW)


@pytest.mark.parametrize(
    ("gone", "on", "not_on"),
    [
        ("manager", ["service_manager", "director"], ["manager", "worker", "outsider"]),
        ("service_manager", ["director"], ["service_manager", "manager", "worker"]),
        ("worker", [], ["manager", "service_manager", "director"]),
    ],
)
def test_a_manager_away_without_cover_is_on_the_next_managers_board(
    cast: Cast, gone: str, on: list[str], not_on: list[str]
) -> None:
    away(cast, gone)
    assert all(found(cast, who, NOBODY_COVERS) for who in on)
    assert not any(found(cast, who, NOBODY_COVERS) for who in not_on)


def test_one_with_cover_is_on_nobodys(cast: Cast) -> None:
    away(cast, "manager", covered_by=cast.workers["service_manager"])
    assert found(cast, "director", NOBODY_COVERS) == []


@pytest.mark.parametrize("who", ["service_manager", "director"])
def test_the_next_manager_says_who_covers(cast: Cast, who: str) -> None:
    away(cast, "manager")
    board = signed_in(cast.user(who)).get(f"/board/?kind={NOBODY_COVERS}").content.decode()
    there = reverse("allocation:name_cover", args=[cast.workers["manager"].away.get().pk])
    assert there in board
    assert "North team, away until 28 November 2026" in board
    form = signed_in(cast.user(who)).get(there)
    assert form.status_code == 200
    assert reverse("allocation:workers" if who == "director" else "allocation:leave", args=[] if who == "director" else [cast.workers["manager"].pk]) in form.content.decode()  # fmt: skip
