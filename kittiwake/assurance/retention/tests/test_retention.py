"""Which records have reached their end, by what they hold; and that nothing happens to them but by a person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from kittiwake.access.identity import acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.retention.models import KeptOn
from kittiwake.assurance.retention.queries import CATEGORIES, ended, kept_on
from kittiwake.assurance.retention.recording import keep_on
from kittiwake.assurance.retention.settings import LOOKED_AFTER, NEED
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Track
from kittiwake.time.moments import add_months, local_date
from tests.cast import NOW, Cast, signed_in

TODAY = local_date(NOW)
DAY = timedelta(days=1)


def years_ago(years: int) -> date:
    return add_months(TODAY, -12 * years)


@pytest.fixture(autouse=True)
def _limits_read_anew(db: None) -> Any:
    limits.forget()
    with acting_as_system():
        yield


def child(
    cast: Cast, born_on: date | None, *tracks: str, died_on: date | None = None, until: date | None = None
) -> Child:
    """Somebody nobody works with any more."""
    made = Child.objects.create(
        forenames="Old",
        surname="Record",
        born_on=born_on,
        died_on=died_on,
        recorded_at=NOW,
        recorded_by=cast.system,
    )
    for number, kind in enumerate(tracks):
        start = (born_on or years_ago(40)) + timedelta(days=700 * number)
        Track.objects.create(
            child=made,
            kind=kind,
            starts_on=start,
            ends_on=until or start + timedelta(days=600),
            recorded_at=NOW,
        )
    return made


def over(cast: Cast, today: date = TODAY) -> dict[str, list[int]]:
    """By category: the children of these tests that are in its list."""
    viewer = Viewer(cast.user("protection_officer"))
    found = {
        each.standard.key.partition(".")[2]: list(
            ended(viewer, each, today).filter(surname="Record").order_by("pk")
        )
        for each in CATEGORIES
    }
    return {key: [each.pk for each in children] for key, children in found.items() if children}


@pytest.mark.parametrize(
    ("tracks", "years", "category"),
    [
        (("in_care",), 75, "looked_after"),
        (("child_in_need", "in_care"), 75, "looked_after"),
        (("child_in_need",), 25, "child_in_need"),
        (("early_help",), 25, "other"),
        ((), 25, "other"),
    ],
)
def test_from_their_birth_it_is_over_on_the_day_and_not_the_day_before(
    cast: Cast, tracks: tuple[str, ...], years: int, category: str
) -> None:
    old = child(cast, years_ago(years), *tracks)
    assert over(cast) == {category: [old.pk]}
    assert over(cast, TODAY - DAY) == {}


def test_who_died_as_a_child_in_care_is_kept_for_fifteen_years_and_who_died_later_for_seventy_five(
    cast: Cast,
) -> None:
    died = child(cast, years_ago(30), "in_care", died_on=years_ago(15))
    child(cast, years_ago(40), "in_care", died_on=years_ago(15))
    assert over(cast) == {"died": [died.pk]}
    assert over(cast, TODAY - DAY) == {}


def test_protection_is_counted_from_the_last_time_anything_was_written(cast: Cast) -> None:
    silent = child(cast, years_ago(60), "child_protection")
    written = child(cast, years_ago(60), "child_protection")
    record.enter(written, kind="missing.episode", summary="x", happened_at=NOW, by=cast.system, at=NOW)
    child(cast, years_ago(60), "child_protection", until=years_ago(35) + DAY)
    assert over(cast) == {"child_protection": [silent.pk]}


def test_whoever_is_worked_with_has_not_reached_it(cast: Cast) -> None:
    worked_with, tracked = child(cast, years_ago(26)), child(cast, years_ago(26))
    Allocation.objects.create(child=worked_with, team=cast.north, starts_on=years_ago(1), recorded_at=NOW)
    Track.objects.create(child=tracked, kind="early_help", starts_on=years_ago(1), recorded_at=NOW)
    child(cast, None)
    assert over(cast) == {}


def test_a_period_the_council_has_set_holds_and_that_of_the_law_is_not_its_own(cast: Cast) -> None:
    old = child(cast, years_ago(22), "child_in_need")
    facts = {
        "effective_from": TODAY,
        "why": "Our schedule",
        "version": 0,
        "by": cast.user("principal"),
        "at": NOW,
    }
    assert over(cast) == {}
    set_limit(NEED, count=21, **facts)
    assert over(cast) == {"child_in_need": [old.pk]}
    with pytest.raises(Refused, match="set by law or national guidance"):
        set_limit(LOOKED_AFTER, count=80, **facts)


def test_what_is_kept_on_stands_in_no_list_until_its_day(cast: Cast) -> None:
    old = child(cast, years_ago(26))
    keep_on(old, until=TODAY + DAY, why="An inquiry", version=0, by=cast.user("protection_officer"), at=NOW)
    viewer = Viewer(cast.user("protection_officer"))
    assert over(cast) == {}
    assert [row.why for row in kept_on(viewer, TODAY)] == ["An inquiry"]
    assert over(cast, TODAY + DAY) == {"other": [old.pk]}
    keep_on(
        old, until=TODAY + 2 * DAY, why="It goes on", version=1, by=cast.user("protection_officer"), at=NOW
    )
    assert [row.why for row in kept_on(viewer, TODAY)] == ["It goes on"]
    assert Event.objects.filter(what="retention.kept_on", child_id=old.pk).count() == 2
    with pytest.raises(DatabaseError), transaction.atomic():
        KeptOn.objects.all().delete()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"until": TODAY}, "Choose a day to come"),
        ({"until": TODAY + timedelta(days=366 * 20 + 1)}, "within 20 years"),
        ({"why": " "}, "Say why it is kept"),
        ({"version": 1}, "Somebody else has just decided"),
    ],
)
def test_it_refuses(cast: Cast, facts: dict[str, Any], said: str) -> None:
    given = {"until": TODAY + DAY, "why": "An inquiry", "version": 0, **facts}
    with pytest.raises(Refused, match=said):
        keep_on(cast.ash, **given, by=cast.user("protection_officer"), at=NOW)
    assert not KeptOn.objects.exists()


def test_the_page_shows_what_has_ended_and_takes_the_decision(cast: Cast, time_machine: Any) -> None:
    time_machine.move_to(NOW)
    old = child(cast, years_ago(26), "child_in_need")
    client = signed_in(cast.user("protection_officer"))
    shown = client.get("/retention/").content.decode()
    for words in ("Old Record", "75 years", "Nothing is erased by itself", "Nobody has decided"):
        assert words in shown, words
    day = {f"until_{part}": getattr(TODAY + DAY, part) for part in ("day", "month", "year")}
    sent = {**day, "why": "An inquiry", "version": 0, "once": str(uuid4())}
    assert client.post(f"/retention/children/{old.pk}/", sent).status_code == 302
    assert "An inquiry" in client.get("/retention/").content.decode()
    for who in ("administrator", "principal", "manager", "worker"):
        assert signed_in(cast.user(who)).get("/retention/").status_code == 403


def test_a_restricted_record_stands_in_nobodys_list_who_is_not_named_for_it(cast: Cast) -> None:
    old = child(cast, years_ago(26))
    Child.objects.filter(pk=old.pk).update(restricted=True, restricted_reason="x")
    assert over(cast) == {}


def test_no_record_is_counted_twice(cast: Cast) -> None:
    every = [
        child(cast, years_ago(80), *tracks)
        for tracks in (("in_care",), ("child_protection",), ("child_in_need",), ())
    ]
    every.append(child(cast, years_ago(80), "in_care", died_on=years_ago(70)))
    children = [key for keys in over(cast).values() for key in keys]
    assert sorted(children) == [each.pk for each in every]
