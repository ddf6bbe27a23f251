"""Opening a record without being on its list: briefly, for a reason, and never unseen."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils.timezone import now

from kittiwake.access import recording
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant, Reading
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Child
from kittiwake.record.recording import add_name, identify
from tests.cast import NOW, Cast, make_child, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]
ROWAN = {"known_by": "name", "surname": "Reed", "born_on": date(2011, 4, 2)}
TYPED = {
    "known_by": "name",
    "surname": "Reed",
    "born_on_day": "2",
    "born_on_month": "4",
    "born_on_year": "2011",
}


def open_unlisted(user: User, **how) -> Child:
    with acting_as(user):
        return recording.break_glass(**{"reason": "Found by the police", **how}, by=user, at=NOW)


def send(client: Client, **typed) -> object:
    return client.post("/break-glass/", {"reason": "Found by the police", "once": uuid4(), **typed})


def sees(user: User, child: Child) -> bool:
    with acting_as(user):
        return (
            Child.objects.filter(pk=child.pk).exists() and Viewer(user).children.filter(pk=child.pk).exists()
        )


def test_it_lets_in_whoever_names_the_child_exactly_for_a_few_hours(cast: Cast, worker: User) -> None:
    assert open_unlisted(worker, **ROWAN) == cast.rowan
    opening = Grant.objects.get(child=cast.rowan, user=worker)
    assert (opening.kind, opening.by, opening.reason) == (Grant.BREAK_GLASS, worker, "Found by the police")
    assert opening.ends_at - opening.starts_at == timedelta(hours=4)
    assert opening.answered_at is None
    assert sees(worker, cast.rowan)
    event = Event.objects.get(what="access.opened_unlisted")
    assert (event.by_id, event.child_id) == (worker.pk, cast.rowan.pk)


def test_it_ends_by_itself(cast: Cast, worker: User) -> None:
    open_unlisted(worker, **ROWAN)
    Grant.objects.filter(user=worker).update(
        starts_at=now() - timedelta(hours=5), ends_at=now() - timedelta(hours=1)
    )
    assert not sees(worker, cast.rowan)


def test_a_restricted_child_is_opened_the_same_way(cast: Cast, outsider: User) -> None:
    assert open_unlisted(outsider, known_by="name", surname="Heath", born_on=date(2011, 4, 2)) == cast.hazel
    assert sees(outsider, cast.hazel)


@pytest.mark.parametrize(
    "how",
    [
        {"known_by": "council", "number": "R100"},
        {"known_by": "nhs", "number": "9434765919"},
        {"known_by": "name", "surname": "reed", "born_on": date(2011, 4, 2)},
        {"known_by": "name", "surname": "Rushes", "born_on": date(2011, 4, 2)},
        {"known_by": "name", "surname": "Reed", "forename": "rowan", "born_on": date(2011, 4, 2)},
    ],
)
def test_a_child_is_known_by_a_number_or_a_name_they_have_or_had(cast: Cast, worker: User, how) -> None:
    identify(cast.rowan, kind="council", value="R100", at=NOW)
    identify(cast.rowan, kind="nhs", value="943 476 5919", at=NOW)
    add_name(cast.rowan, kind="alias", forenames="Rowan", surname="Rushes", at=NOW)
    assert open_unlisted(worker, **how) == cast.rowan


@pytest.mark.parametrize(
    "how",
    [
        {"known_by": "council", "number": "NOBODY"},
        {"known_by": "council", "number": ""},
        {"known_by": "name", "surname": "Nobody", "born_on": date(2011, 4, 2)},
        {"known_by": "name", "surname": "Reed", "born_on": date(2011, 4, 3)},
        {"known_by": "name", "surname": "Ree", "born_on": date(2011, 4, 2)},
        {"known_by": "name", "surname": "%", "born_on": date(2011, 4, 2)},
        {"known_by": "name", "surname": "", "born_on": date(2011, 4, 2)},
        {"known_by": "name", "surname": "Reed", "forename": "Robin", "born_on": date(2011, 4, 2)},
        {"known_by": "name", "surname": "Twin", "born_on": date(2011, 4, 2)},
        {"known_by": "name", "surname": "Reed", "born_on": None},
    ],
)
def test_nobody_almost_and_more_than_one_are_refused_in_the_same_words(cast: Cast, worker: User, how) -> None:
    for forename in ("Sorrel", "Sage"):
        make_child(forename, "Twin", cast.south, None)
    with pytest.raises(Refused) as refused:
        open_unlisted(worker, **how)
    assert str(refused.value) == "No record matches. Check what you entered, or ask for one of their numbers."
    assert not Grant.objects.filter(kind=Grant.BREAK_GLASS).exists()


def test_a_number_that_no_longer_stands_for_them_does_not_open(cast: Cast, worker: User) -> None:
    identify(cast.rowan, kind="council", value="OLD1", at=NOW)
    cast.rowan.identifiers.filter(value="OLD1").update(ended_on=NOW.date())
    with pytest.raises(Refused, match="No record matches"):
        open_unlisted(worker, known_by="council", number="OLD1")


def test_a_first_name_tells_twins_apart(cast: Cast, worker: User) -> None:
    twins = [make_child(forename, "Twin", cast.south, None) for forename in ("Sorrel Ann", "Sage")]
    assert (
        open_unlisted(worker, known_by="name", surname="Twin", forename="Sorrel", born_on=date(2011, 4, 2))
        == twins[0]
    )


def test_a_child_one_sees_already_is_given_without_an_opening(cast: Cast, worker: User) -> None:
    assert open_unlisted(worker, known_by="name", surname="Alder", born_on=date(2011, 4, 2)) == cast.ash
    open_unlisted(worker, **ROWAN)
    open_unlisted(worker, **ROWAN)
    assert Grant.objects.filter(kind=Grant.BREAK_GLASS).count() == 1


def test_it_wants_a_reason(cast: Cast, worker: User) -> None:
    with pytest.raises(Refused, match="Say why"):
        open_unlisted(worker, **ROWAN, reason="")


@pytest.mark.parametrize(
    "who", ["partner", "analyst", "support", "inspector", "administrator", "young_person", "member"]
)
def test_the_database_itself_refuses_a_role_that_may_not(cast: Cast, who: str) -> None:
    with pytest.raises(DatabaseError, match="not for this person"), transaction.atomic():
        open_unlisted(cast.user(who), **ROWAN)


def test_the_database_refuses_to_do_it_for_somebody_else_or_somebody_gone(cast: Cast, worker: User) -> None:
    with pytest.raises(DatabaseError, match="not for this person"), transaction.atomic():
        recording.break_glass(**ROWAN, reason="x", by=worker, at=NOW)
    User.objects.filter(pk=worker.pk).update(is_active=False)
    with pytest.raises(DatabaseError, match="not for this person"), transaction.atomic():
        open_unlisted(worker, **ROWAN)


def test_nobody_can_look_children_up_without_opening_one(cast: Cast, worker: User) -> None:
    with acting_as(worker), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("SELECT access_known_by('name', '', 'Reed', '', '2011-04-02')")


def test_the_page_opens_the_record_and_the_log_says_so(cast: Cast, worker: User) -> None:
    client = signed_in(worker)
    assert b"for 4 hours" in client.get("/break-glass/").content
    answer = send(client, **TYPED)
    assert (answer.status_code, answer["Location"]) == (302, f"/children/{cast.rowan.pk}/")
    assert client.get(answer["Location"]).status_code == 200
    lines = Reading.objects.filter(child_id=cast.rowan.pk).order_by("id").values_list("what", "why")
    assert list(lines) == [("break_glass", "break_glass"), ("view", "break_glass")]


def test_the_page_says_no_record_matches_and_the_attempt_is_logged(cast: Cast, worker: User) -> None:
    for typed in ({**TYPED, "surname": "Nobody"}, {**TYPED, "born_on_day": "3"}):
        answer = send(signed_in(worker), **typed)
        assert answer.status_code == 422
        assert "No record matches" in answer.content.decode()
        assert "Rowan" not in answer.content.decode()
    lines = Reading.objects.filter(user_id=worker.pk).values_list("what", "page", "child_id", "shown")
    assert list(lines) == [("break_glass", "access:break_glass", None, [])] * 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Select how you know which child it is"),
        ({"known_by": "nhs", "nhs": "943 476 5910"}, "The last number of the NHS number does not agree"),
        ({"known_by": "upn", "upn": "X"}, "A UPN has 13 characters"),
        ({"known_by": "council", "council": ""}, "Enter the council’s ID for the child"),
        ({**TYPED, "reason": ""}, "Enter why you need to open it now"),
        ({**TYPED, "surname": ""}, "Enter their last name"),
    ],
)
def test_the_page_says_what_is_missing(cast: Cast, worker: User, typed, said: str) -> None:
    answer = send(signed_in(worker), **typed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Reading.objects.exists()


def test_the_page_is_refused_to_a_role_that_may_not(cast: Cast) -> None:
    assert signed_in(cast.user("partner")).get("/break-glass/").status_code == 403


def test_by_the_councils_own_number_it_opens_whose_number_it_is(cast: Cast, worker: User) -> None:
    answer = signed_in(worker).post(
        "/break-glass/",
        {"known_by": "council", "council": cast.rowan.council_id, "reason": "x", "once": uuid4()},
    )
    assert answer.status_code == 302
    assert Grant.objects.get(kind=Grant.BREAK_GLASS).child == cast.rowan
