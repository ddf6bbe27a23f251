"""One child's part is read by whoever may see that child; a partner reads the one meeting they were let in to."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant, Reading
from kittiwake.access.viewer import Viewer
from kittiwake.history.refusal import Refused
from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Decision, Meeting, Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.tests.made import a_meeting, held, part_of
from kittiwake.practice.meetings.tests.reading import at, day, text, words_of
from kittiwake.practice.return_interviews.tests.made import once
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in


def test_each_childs_worker_reads_that_childs_part_alone(cast: Cast, worker_in: Client) -> None:
    meeting = held(cast, a_meeting(cast, cast.ash, cast.rowan, kind=rules.COMPLEX), discussed="One grey car")
    by = cast.user("service_manager")
    for child, secret in ((cast.ash, "Ash sleeps at an aunt"), (cast.rowan, "Rowan was hurt")):
        parts.decide(part_of(meeting, child), what=secret, why="x", no_action_why="x", by=by, at=NOW)
    ash, rowan = part_of(meeting, cast.ash), part_of(meeting, cast.rowan)
    mine = text(worker_in.get(ash.get_absolute_url()))
    assert "One grey car" in mine
    assert "Ash sleeps at an aunt" in mine
    assert "Rowan" not in mine
    assert worker_in.get(rowan.get_absolute_url()).status_code == 404
    theirs = text(signed_in(cast.user("outsider")).get(rowan.get_absolute_url()))
    assert "Rowan was hurt" in theirs
    assert "Ash" not in theirs
    both = text(signed_in(by).get(ash.get_absolute_url()))
    assert "Rowan Reed" in both, "whoever may see both is shown the way to the other part"
    assert "Rowan was hurt" not in both
    with acting_as(cast.user("worker")):
        assert list(Decision.objects.values_list("what", flat=True)) == ["Ash sleeps at an aunt"], (
            "the database alone"
        )


def test_a_restricted_child_stays_restricted(cast: Cast) -> None:
    meeting = a_meeting(cast, cast.hazel, cast.briar, kind=rules.PANEL)
    hazel = part_of(meeting, cast.hazel)
    colleague = signed_in(cast.user("colleague"))
    assert colleague.get(hazel.get_absolute_url()).status_code == 404
    assert "Hazel" not in text(colleague.get(part_of(meeting, cast.briar).get_absolute_url()))
    with acting_as(cast.user("worker")), pytest.raises(Refused, match="This record is restricted"):
        let(cast, hazel, by="worker")


def let(cast: Cast, part: Part, by: str = "manager", who: str = "stranger") -> Grant:
    return parts.let_in(part, user=cast.user(who), ends_on=local_date(now()), by=cast.user(by), at=now())


def test_a_partner_sees_the_one_meeting_and_nothing_else_of_the_child(cast: Cast, worker_in: Client) -> None:
    meeting = held(cast, a_meeting(cast, cast.ash, cast.rowan, kind=rules.COMPLEX), discussed="One grey car")
    other = part_of(a_meeting(cast, kind=rules.PANEL, why="Something else"), cast.ash)
    part = part_of(meeting, cast.ash)
    parts.decide(part, what="Fetch Ash", why="x", no_action_why="x", by=cast.user("worker"), at=NOW)
    stranger_in = signed_in(cast.user("stranger"))
    assert stranger_in.get(part.get_absolute_url()).status_code == 404

    page = worker_in.get(at("let_in_partner", part))
    assert "nothing else of the record" in text(page)
    with time_machine.travel(real_now(), tick=False):
        worker_in = signed_in(cast.user("worker"))
        worker_in.post(
            at("let_in_partner", part), once(user=cast.user("stranger").pk, **day("ends_on", now()))
        )
        stranger_in = signed_in(cast.user("stranger"))
        shown = text(stranger_in.get(part.get_absolute_url()))
        for words in ("Ash Alder", "One grey car", "Fetch Ash"):
            assert words in shown
        for address in (
            other.get_absolute_url(),
            part_of(meeting, cast.rowan).get_absolute_url(),
            cast.ash.get_absolute_url(),
            reverse("meetings:meetings", args=[cast.ash.pk]),
        ):
            assert stranger_in.get(address).status_code in (403, 404), address
        assert "Fetch Ash" in words_of(stranger_in.get(at("print_record", part)))
        assert stranger_in.get(at("decide", part)).status_code == 403
        assert "Ash Alder: complex strategy meeting" in text(stranger_in.get("/"))
        assert Reading.objects.filter(
            user_id=cast.user("stranger").pk, entry_id=part.pk, why="to_one"
        ).exists()
        with acting_as(cast.user("stranger")):
            viewer = Viewer(cast.user("stranger"))
            assert list(Entry.objects.all()) == list(viewer.see(Entry)) == [part.entry], "both lines"
            assert not Child.objects.exists()
            assert list(Meeting.objects.all()) == [meeting]
        Grant.objects.filter(kind=Grant.TO_ONE).update(ends_at=now())
        assert stranger_in.get(part.get_absolute_url()).status_code == 404, "only until that day"


def real_now() -> Any:
    """By the database's clock, which a grant is asked by."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def test_a_partner_let_in_to_the_child_sees_no_meeting_by_that(cast: Cast) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    assert signed_in(cast.user("partner")).get(part.get_absolute_url()).status_code == 404


def test_letting_in_somebody_who_is_not_a_partner_is_refused(cast: Cast) -> None:
    part = part_of(a_meeting(cast), cast.ash)
    with pytest.raises(Refused, match="is not a partner"):
        let(cast, part, who="auditor")
