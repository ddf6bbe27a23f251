"""Early help, a plan, care: started, ended and corrected on a page, with the law's words where it does not allow one."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.primitives.clocks.models import Clock
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Track
from kittiwake.time.moments import local_date
from tests.cast import Cast, signed_in

WEEK = timedelta(days=7)


def sent(cast: Cast, path: str, who: str = "worker", **answers: object) -> HttpResponse:
    return signed_in(cast.user(who)).post(path, {"once": str(uuid4()), **answers})


def boxes(name: str, on: date) -> dict[str, int]:
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def start(cast: Cast, kind: str, on: date, who: str = "worker") -> HttpResponse:
    return sent(cast, f"/children/{cast.ash.pk}/tracks/new/", who, kind=kind, **boxes("starts_on", on))


def shown(cast: Cast, path: str = "tracks/") -> str:
    return signed_in(cast.user("worker")).get(f"/children/{cast.ash.pk}/{path}").content.decode()


@pytest.fixture
def today() -> date:
    return local_date(now())


def test_started_and_ended_it_is_on_the_childs_page_and_then_in_the_past(cast: Cast, today: date) -> None:
    assert "Nothing is open" in shown(cast)
    assert start(cast, "child_in_need", today - WEEK).status_code == 302
    assert "Child in need since" in shown(cast, "")
    track = Track.objects.get(child=cast.ash)
    assert sent(cast, f"/tracks/{track.pk}/end/", **boxes("ends_on", today)).status_code == 302
    assert "Child in need since" not in shown(cast, "")
    assert "Correct child in need" in shown(cast)


def test_what_it_brings_runs_from_the_day_typed_however_late_and_ends_with_it(
    cast: Cast, today: date
) -> None:
    began = today - 60 * WEEK
    start(cast, "in_care", began)
    track = Track.objects.get(child=cast.ash)
    started = Clock.objects.running().filter(entry=track.entry).values_list("key", flat=True)
    assert {"meetings.first_in_care_review", "placements.first_visit", "plans.care_plan"} <= set(started)
    page = shown(cast, "chronology/")
    assert "In care from this day" in page
    sent(cast, f"/tracks/{track.pk}/end/", **boxes("ends_on", today))
    assert not Clock.objects.running().filter(entry=track.entry).exists()


def test_two_that_the_law_keeps_apart_are_refused_and_what_was_typed_is_kept(cast: Cast, today: date) -> None:
    start(cast, "child_in_need", today - WEEK)
    page = start(cast, "child_protection", today)
    assert page.status_code == 422
    assert "cannot run together" in page.content.decode()
    assert f'value="{today.year}"' in page.content.decode()
    assert Track.objects.filter(child=cast.ash).count() == 1


@pytest.mark.parametrize(
    ("kind", "days", "why"),
    [
        ("child_in_need", 1, "must be today or in the past"),
        ("in_care", -365 * 40, "before they were born"),
        ("", 0, "Select what starts"),
        ("adopted", 0, "must be one of the choices on this page"),
    ],
)
def test_it_says_what_is_wrong(cast: Cast, today: date, kind: str, days: int, why: str) -> None:
    page = start(cast, kind, today + timedelta(days=days))
    assert page.status_code == 422
    assert why in page.content.decode()


def test_ended_before_it_began_or_twice_is_refused(cast: Cast, today: date) -> None:
    start(cast, "early_help", today - WEEK)
    end = f"/tracks/{Track.objects.get(child=cast.ash).pk}/end/"
    early = sent(cast, end, **boxes("ends_on", today - 2 * WEEK))
    assert "cannot end before it starts" in early.content.decode()
    assert sent(cast, end, **boxes("ends_on", today)).status_code == 302
    again = sent(cast, end, **boxes("ends_on", today))
    assert "already ended" in again.content.decode()


def test_taken_back_it_covers_no_day(cast: Cast, today: date) -> None:
    start(cast, "early_help", today - WEEK)
    track = Track.objects.get(child=cast.ash)
    assert sent(cast, f"/tracks/{track.pk}/correction/", reason="Their sister’s").status_code == 302
    assert "Nothing is open" in shown(cast)
    assert start(cast, "early_help", today - WEEK).status_code == 302, "it may be recorded rightly now"


def test_another_teams_child_is_not_there_and_a_reader_cannot_change(cast: Cast, today: date) -> None:
    track = record.start_track(cast.ash, kind="early_help", starts_on=today - WEEK, by=cast.system, at=now())
    assert sent(cast, f"/tracks/{track.pk}/end/", "outsider", **boxes("ends_on", today)).status_code == 404
    assert start(cast, "in_care", today, "outsider").status_code == 404
    assert start(cast, "in_care", today, "inspector").status_code == 403
    page = signed_in(cast.user("inspector")).get(f"/children/{cast.ash.pk}/tracks/").content.decode()
    assert "Start early help" not in page
    assert f"/tracks/{track.pk}/end/" not in page
    assert Child.objects.get(pk=cast.ash.pk).tracks.count() == 1
