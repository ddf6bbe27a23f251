"""Pages of what a track brings and of what was done: for whoever works with the child, and nobody outside."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kittiwake.history.refusal import Refused
from kittiwake.practice.duties import recording, rules
from kittiwake.practice.duties.models import Done
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Track
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in
from tests.every_clock.facts import noon
from tests.typed import moment, once


@pytest.fixture(autouse=True)
def today(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def browser(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))


def in_care(cast: Cast) -> Track:
    return recording.start_track(
        cast.ash, kind="in_care", starts_on=date(2026, 11, 2), by=cast.user("worker"), at=NOW
    )


def test_the_page_of_a_track_says_what_it_asks_for_and_by_when(cast: Cast) -> None:
    url = reverse("duties:track", args=[in_care(cast).entry_id])
    text = signed_in(cast.user("worker")).get(url).content.decode()
    for said in ("In care", "First looked-after review held", "Reviewing officer named", "2 November 2026"):
        assert said in text
    assert signed_in(cast.user("outsider")).get(url).status_code == 404


def test_what_was_done_meets_its_duty_and_starts_the_next(cast: Cast) -> None:
    in_care(cast)
    done = recording.say_done(
        cast.ash,
        kind=rules.HEALTH,
        done=noon(date(2026, 11, 12)),
        who="Dr Gull",
        by=cast.user("worker"),
        at=NOW,
    )
    first = Clock.objects.get(key=rules.HEALTH_FIRST.key)
    assert (first.stopped_by, first.stopped_at) == (done.entry, done.done_at)
    assert Clock.objects.get(entry=done.entry).key in (
        rules.HEALTH_FROM_FIVE.key,
        rules.HEALTH_UNDER_FIVE.key,
    )
    text = signed_in(cast.user("worker")).get(done.get_absolute_url()).content.decode()
    assert "Dr Gull" in text
    assert signed_in(cast.user("outsider")).get(done.get_absolute_url()).status_code == 404
    recording.strike_out(done, reason="Another child", by=cast.user("worker"), at=NOW)
    first.refresh_from_db()
    assert first.stopped_at is None


def test_a_track_that_ends_takes_what_it_asked_for_with_it(cast: Cast) -> None:
    track = in_care(cast)
    recording.end_track(track, ends_on=date(2026, 11, 6), by=cast.user("worker"), at=NOW)
    reasons = set(Clock.objects.filter(entry=track.entry).values_list("cancelled_reason", flat=True))
    assert reasons == {"They left care"}
    recording.reopen_track(track, by=cast.user("worker"), at=NOW)
    assert not Clock.objects.filter(entry=track.entry, cancelled_at__isnull=False).exists()
    recording.take_back_track(track, reason="Another child", by=cast.user("worker"), at=NOW)
    assert not Clock.objects.running().filter(entry__child=cast.ash).exists()


@pytest.mark.parametrize("on", [date(2026, 11, 24), date(1990, 1, 1)])
def test_it_refuses_a_day_that_cannot_be(cast: Cast, on: date) -> None:
    with pytest.raises(Refused):
        recording.say_done(
            cast.ash, kind=rules.HEALTH, done=Moment(noon(on).at), by=cast.user("worker"), at=NOW
        )
    assert not Done.objects.exists()


def test_the_form_keeps_what_was_typed_and_leads_to_it(cast: Cast, browser: Client) -> None:
    url, at = reverse("duties:say_done", args=[cast.ash.pk]), noon(date(2026, 11, 12))
    typed = {"kind": rules.EDUCATION, "who": "Ms Tern", "words": "Begun with them", **moment("done", at.at)}
    answer = browser.post(url, once(**typed))
    done = Done.objects.get()
    assert answer.url == done.get_absolute_url()
    assert (done.kind, done.done_at, done.who, done.words) == (
        rules.EDUCATION, at.at, "Ms Tern", "Begun with them",
    )  # fmt: skip
    assert (done.entry.by, done.source) == (cast.user("worker"), "")


def test_the_form_says_what_is_missing_beside_its_question(cast: Cast, browser: Client) -> None:
    answer = browser.post(reverse("duties:say_done", args=[cast.ash.pk]), once())
    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "kind": ["Select what was done"],
        "done": ["Enter when it was done"],
    }
    assert not Done.objects.exists()


def test_what_was_recorded_wrongly_is_struck_out_with_its_reason(cast: Cast, browser: Client) -> None:
    done = recording.say_done(
        cast.ash, kind=rules.OFFICER, done=noon(date(2026, 11, 12)), by=cast.user("worker"), at=NOW
    )
    url = reverse("duties:strike_out", args=[done.pk])
    assert browser.post(url, once(reason="")).status_code == 422
    assert browser.post(url, once(reason="Another child")).url == done.get_absolute_url()
    done.refresh_from_db()
    assert done.entry.struck_out_reason == "Another child"


def test_nobody_outside_can_say_anything_of_them(cast: Cast) -> None:
    done = recording.say_done(
        cast.ash, kind=rules.OFFICER, done=noon(date(2026, 11, 12)), by=cast.user("worker"), at=NOW
    )
    outsider = signed_in(cast.user("outsider"))
    for url in (
        reverse("duties:say_done", args=[cast.ash.pk]), reverse("duties:strike_out", args=[done.pk])
    ):  # fmt: skip
        assert outsider.get(url).status_code == outsider.post(url, once(reason="x")).status_code == 404
    assert Done.objects.get().entry.struck_out_at is None


def test_the_page_of_a_track_is_of_tracks_alone(cast: Cast, browser: Client) -> None:
    done = recording.say_done(
        cast.ash, kind=rules.OFFICER, done=noon(date(2026, 11, 12)), by=cast.user("worker"), at=NOW
    )
    assert browser.get(reverse("duties:track", args=[done.entry_id])).status_code == 404
