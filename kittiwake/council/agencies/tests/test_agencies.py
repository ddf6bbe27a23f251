from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.agencies import recording
from kittiwake.council.agencies.models import Purpose
from kittiwake.council.teams import recording as teams
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Agency, Child, Team
from kittiwake.time.moments import local_date, start_of
from kittiwake.ui.dates import short_date
from tests.cast import Cast, signed_in

KIM = {"name": "Kim Fell", "email": "kim.fell@saltmere.example", "what": "Chairs the daily meeting"}


@pytest.fixture
def administrator(cast: Cast) -> Client:
    return signed_in(cast.user("administrator"))


@pytest.fixture
def by(cast: Cast) -> dict:
    return {"by": cast.user("administrator"), "at": now()}


@pytest.fixture
def police(cast: Cast) -> Agency:
    return Agency.objects.get(kind="police")


def days(ahead: int) -> timedelta:
    return timedelta(days=ahead)


def today(ahead: int = 0):
    return local_date(now()) + days(ahead)


def day(name: str, ahead: int) -> dict[str, int]:
    on = today(ahead)
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def send(client: Client, page: str, *keys: int, **typed: object) -> HttpResponse:
    return client.post(reverse(f"agencies:{page}", args=keys), {**typed, "once": str(uuid4())})


def text(client: Client, page: str, *keys: int) -> str:
    return client.get(reverse(f"agencies:{page}", args=keys)).content.decode()


def test_an_agency_is_added_renamed_and_closed(administrator: Client, cast: Cast) -> None:
    send(administrator, "add_agency", name="Saltmere Academy", kind="school", phone="")
    school = Agency.objects.get(name="Saltmere Academy")
    assert "Saltmere Academy" in text(administrator, "agencies")

    send(
        administrator, "change_agency", school.pk, name="Fenwick Academy", kind="school", phone="01632 960001"
    )
    send(administrator, "close_agency", school.pk, **day("ends_on", 0))

    page = text(administrator, "agency", school.pk)
    assert "Fenwick Academy" in page
    assert "Closed from" in page
    assert "Invite somebody" not in page
    assert [event.what for event in Event.objects.filter(what__startswith="agencies.").order_by("pk")] == [
        "agencies.added",
        "agencies.changed",
        "agencies.closed",
    ]


def test_the_council_itself_is_no_partner(administrator: Client, cast: Cast, by: dict) -> None:
    council = Agency.objects.get(kind="council")

    assert administrator.get(reverse("agencies:agency", args=[council.pk])).status_code == 404
    with pytest.raises(Refused, match="the council itself"):
        recording.close(council, ends_on=today(), **by)
    with pytest.raises(Refused, match="the council itself"):
        recording.add(name="Another council of ours", kind="council", phone="", **by)


def test_a_name_is_taken_once(administrator: Client, police: Agency) -> None:
    answer = send(administrator, "add_agency", name=police.name, kind="police", phone="")
    assert f"There is an agency called {police.name} already" in answer.content.decode()


def test_somebody_is_invited_for_a_time_and_a_purpose(
    administrator: Client, cast: Cast, police: Agency
) -> None:
    answer = send(administrator, "invite", police.pk, **KIM, **day("last_day", 30))

    kim = User.objects.get(email=KIM["email"])
    assert answer["Location"] == reverse("people:person", args=[kim.pk])
    assert (kim.role, kim.worker.agency, kim.expires_at) == (Role.PARTNER, police, start_of(today(31)))
    page = text(administrator, "agency", police.pk)
    assert KIM["what"] in page
    assert short_date(today(30)) in page
    done = Event.objects.get(what="agencies.invited")
    assert (done.subject_id, done.by_id) == (kim.pk, cast.user("administrator").pk)


def test_being_invited_lets_them_see_no_child(cast: Cast, police: Agency, by: dict) -> None:
    kim = recording.invite(police, **KIM, last_day=today(30), **by)

    with acting_as(kim):
        assert not Child.objects.exists()


def test_it_ends_by_itself_on_the_next_click(cast: Cast, police: Agency, by: dict) -> None:
    midnight = start_of(today(1))
    with time_machine.travel(midnight - timedelta(minutes=5), tick=False):
        kim = recording.invite(police, **KIM, last_day=today(), **by)
        client = signed_in(kim)
        assert client.get("/").status_code == 200
    with time_machine.travel(midnight - timedelta(minutes=1), tick=False):
        assert client.get("/").status_code == 200
    with time_machine.travel(midnight, tick=False):
        assert client.get("/").status_code == 302


@pytest.mark.parametrize(("ahead", "why"), [(-1, "The last day must be"), (400, "within a year")])
def test_a_last_day_is_to_come_and_within_a_year(
    administrator: Client, police: Agency, ahead: int, why: str
) -> None:
    answer = send(administrator, "invite", police.pk, **KIM, **day("last_day", ahead))

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not User.objects.filter(email=KIM["email"]).exists()


def test_nobody_is_invited_without_a_purpose(administrator: Client, police: Agency) -> None:
    answer = send(administrator, "invite", police.pk, **{**KIM, "what": " "}, **day("last_day", 3))
    assert "Enter what they need to sign in for" in answer.content.decode()


def test_the_address_of_somebody_who_left_is_refused(
    administrator: Client, cast: Cast, police: Agency, by: dict
) -> None:
    worker = cast.user("worker")
    accounts.end_user(worker, **by)

    answer = send(administrator, "invite", police.pk, **{**KIM, "email": worker.email}, **day("last_day", 3))

    assert f"This address belongs to {worker.name}, whose account is closed" in answer.content.decode()
    assert not Purpose.objects.exists()


def test_somebody_is_invited_again_for_another_purpose(
    administrator: Client, police: Agency, by: dict
) -> None:
    long_ago = {"by": by["by"], "at": now() - days(60)}
    kim = recording.invite(police, **KIM, last_day=today(-30), **long_ago)
    assert "Over" in text(administrator, "agency", police.pk)

    send(administrator, "invite_again", kim.pk, what="Sits on the panel", **day("last_day", 90))

    kim.refresh_from_db()
    assert kim.may_sign_in(now())
    assert not kim.has_usable_password()
    page = text(administrator, "agency", police.pk)
    assert "Sits on the panel" in page
    assert list(kim.purposes.order_by("pk").values_list("what", flat=True)) == [
        KIM["what"],
        "Sits on the panel",
    ]


def test_somebody_of_another_role_by_now_is_not_invited_again(police: Agency, by: dict) -> None:
    kim = recording.invite(police, **KIM, last_day=today(30), **by)
    accounts.change_role(kim, role=Role.SOCIAL_WORKER, **by)

    with pytest.raises(Refused, match="of no partner agency"):
        recording.invite_again(kim, what="The panel", last_day=today(60), **by)


def test_with_an_agency_its_people_go(cast: Cast, administrator: Client, police: Agency, by: dict) -> None:
    kim = recording.invite(police, **KIM, last_day=today(30), **by)

    send(administrator, "close_agency", police.pk, **day("ends_on", 3))

    kim.refresh_from_db()
    assert kim.expires_at == start_of(today(3))
    cast.police.refresh_from_db()
    assert cast.police.ends_on == today(3)
    with pytest.raises(Refused, match="is closed from"):
        recording.invite(police, **{**KIM, "email": "sam@saltmere.example"}, last_day=today(2), **by)


def test_closed_today_they_are_out_at_once(police: Agency, by: dict) -> None:
    kim = recording.invite(police, **KIM, last_day=today(30), **by)
    recording.close(police, ends_on=today(), **by)
    assert not User.objects.get(pk=kim.pk).may_sign_in(now())


def test_an_agency_whose_team_has_a_team_beneath_it_is_closed_from_below(
    police: Agency, cast: Cast, by: dict
) -> None:
    below = teams.add(name="Night shift", kind="partner", parent=cast.police, **by)
    assert below.agency == police

    recording.close(police, ends_on=today(), **by)

    assert not Team.objects.on(today()).filter(agency=police).exists()


def test_it_is_said_of_which_agency_a_partner_is(administrator: Client, cast: Cast, police: Agency) -> None:
    stranger = cast.user("stranger")
    assert f"Say which agency {stranger.name} is of" in text(administrator, "agencies")

    send(administrator, "place", stranger.pk, agency=police.pk, what="The panel", **day("last_day", 30))

    stranger.refresh_from_db()
    assert (stranger.worker.agency, stranger.expires_at) == (police, start_of(today(31)))
    assert f"Say which agency {stranger.name} is of" not in text(administrator, "agencies")


@pytest.mark.parametrize("who", ["manager", "director", "partner", "protection_officer"])
def test_nobody_else_opens_it(cast: Cast, police: Agency, who: str) -> None:
    client = signed_in(cast.user(who))
    assert client.get("/agencies/").status_code == 403
    assert send(client, "invite", police.pk, **KIM, **day("last_day", 3)).status_code == 403
    assert not User.objects.filter(email=KIM["email"]).exists()


def test_what_was_done_is_in_the_monthly_list(administrator: Client, cast: Cast, police: Agency) -> None:
    send(administrator, "change_agency", police.pk, name="Saltmere Constabulary", kind="police", phone="")
    send(administrator, "invite", police.pk, **KIM, **day("last_day", 30))

    page = signed_in(cast.user("protection_officer")).get("/people/acts/").content.decode()

    assert (
        "Invited somebody of a partner agency. What for: Chairs the daily meeting. Agency: Saltmere Cons"
        in page
    )
    assert "Name: Saltmere Police → Saltmere Constabulary" in page


def test_the_pages_ask_as_often_for_many_as_for_few(
    administrator: Client, cast: Cast, police: Agency, by: dict
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            administrator.get("/agencies/")
            administrator.get(reverse("agencies:agency", args=[police.pk]))
        return len(captured)

    def more(number: int) -> None:
        recording.add(name=f"School {number}", kind="school", phone="", **by)
        recording.invite(police, **{**KIM, "email": f"kim{number}@saltmere.example"}, last_day=today(9), **by)

    more(0)
    asked()  # the first click of a session asks more
    few = asked()
    for number in range(1, 20):
        more(number)
    assert asked() == few
