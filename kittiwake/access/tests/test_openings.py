"""Looking at why a record was opened: by whom it is answered, in words, and once."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import now

from kittiwake.access import recording
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.access.readings import openings_waiting
from kittiwake.access.tests.test_break_glass import ROWAN, open_unlisted
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record.recording import allocate
from tests.cast import LONG_AGO, NOW, Cast, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]


def test_the_opening_waits_for_the_childs_manager_and_for_nobody_elses(cast: Cast) -> None:
    open_unlisted(cast.user("outsider"), known_by="name", surname="Alder", born_on=date(2011, 4, 2))
    waiting = {
        name: [opening.child for opening in openings_waiting(Viewer(cast.user(name)))]
        for name in ("manager", "service_manager", "protection_officer", "outsider", "worker")
    }
    assert waiting["manager"] == waiting["service_manager"] == waiting["protection_officer"] == [cast.ash]
    assert waiting["outsider"] == []
    page = signed_in(cast.user("manager")).get("/openings/").content.decode()
    assert "Ash Alder, opened by Outsider" in page
    assert "Found by the police" in page
    assert signed_in(cast.user("worker")).get("/openings/").status_code == 403


def test_the_opening_of_a_restricted_child_waits_only_for_who_is_named(cast: Cast) -> None:
    manager, service_manager = cast.user("manager"), cast.user("service_manager")
    recording.let_in(
        cast.hazel, user=service_manager, reason="Safety", kind=Grant.NAMED, by=cast.system, at=NOW
    )
    open_unlisted(cast.user("outsider"), known_by="name", surname="Heath", born_on=date(2011, 4, 2))
    assert not openings_waiting(Viewer(manager)).exists()
    assert "Nothing to look at" in signed_in(manager).get("/openings/").content.decode()
    assert "Hazel" in signed_in(service_manager).get("/openings/").content.decode()


def test_a_manager_says_it_was_right_and_it_waits_no_longer(cast: Cast, manager: User) -> None:
    open_unlisted(cast.user("outsider"), known_by="name", surname="Alder", born_on=date(2011, 4, 2))
    opening = Grant.objects.get(kind=Grant.BREAK_GLASS)
    client = signed_in(cast.user("outsider"))
    client.get(f"/children/{cast.ash.pk}/")
    client = signed_in(manager)
    page = client.get(f"/openings/{opening.pk}/").content.decode()
    assert "Found by the police" in page
    assert "Their page" in page
    answer = client.post(f"/openings/{opening.pk}/", {"was_right": "yes", "answer": "", "once": uuid4()})
    assert (answer.status_code, answer["Location"]) == (302, "/openings/")
    opening.refresh_from_db()
    assert (opening.was_right, opening.answered_by) == (True, manager)
    assert not openings_waiting(Viewer(manager)).exists()
    assert Event.objects.get(what="access.opening_answered").changes["Answer"] == ["", "It was right"]
    assert "Answered by Manager" in client.get(f"/openings/{opening.pk}/").content.decode()


def test_what_is_to_be_followed_up_is_said_in_words(cast: Cast, manager: User) -> None:
    open_unlisted(cast.user("outsider"), known_by="name", surname="Alder", born_on=date(2011, 4, 2))
    opening, client = Grant.objects.get(kind=Grant.BREAK_GLASS), signed_in(manager)
    answer = client.post(f"/openings/{opening.pk}/", {"was_right": "no", "answer": "", "once": uuid4()})
    assert answer.status_code == 422
    assert "Say what is to be followed up" in answer.content.decode()
    client.post(f"/openings/{opening.pk}/", {"was_right": "no", "answer": "Talked to them", "once": uuid4()})
    opening.refresh_from_db()
    assert (opening.was_right, opening.answer) == (False, "Talked to them")


def test_nobody_answers_for_their_own_opening_or_twice(cast: Cast, manager: User) -> None:
    with acting_as(manager):
        recording.break_glass(**ROWAN, reason="x", by=manager, at=NOW)
        opening = Grant.objects.get(kind=Grant.BREAK_GLASS)
        with pytest.raises(Refused, match="Somebody else has to look at your own opening"):
            recording.answer_opening(opening, was_right=True, answer="", by=manager, at=NOW)
        assert not openings_waiting(Viewer(manager)).exists()
    with pytest.raises(DatabaseError, match="opening_answered_by_another"), transaction.atomic():
        Grant.objects.filter(pk=opening.pk).update(answered_by=manager, answered_at=NOW, was_right=True)
    recording.answer_opening(opening, was_right=True, answer="", by=cast.user("service_manager"), at=NOW)
    with pytest.raises(Refused, match="already answered"):
        recording.answer_opening(
            opening, was_right=False, answer="x", by=cast.user("service_manager"), at=NOW
        )


def test_on_the_page_of_their_own_opening_somebody_is_told_that_another_looks_at_it(
    cast: Cast, manager: User
) -> None:
    with acting_as(manager):
        recording.break_glass(**ROWAN, reason="x", by=manager, at=now())
    opening = Grant.objects.get(kind=Grant.BREAK_GLASS)
    allocate(  # their own child since
        cast.rowan, team=cast.south, worker=manager.worker, role="other", starts_on=LONG_AGO, by=cast.system, at=NOW
    )  # fmt: skip
    page = signed_in(manager).get(f"/openings/{opening.pk}/").content.decode()
    assert "Somebody else has to look at your own opening" in page
    assert 'name="was_right"' not in page


def test_another_kind_of_grant_is_not_an_opening(cast: Cast, manager: User) -> None:
    grant = Grant.objects.get(child=cast.ash, kind=Grant.INVITED)
    assert signed_in(manager).get(f"/openings/{grant.pk}/").status_code == 404
