from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.council.teams import recording
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record import recording as record
from kittiwake.record.models import Agency, Allocation, Child, Membership, Team
from kittiwake.time.moments import local_date
from tests.cast import Cast, signed_in

TEAM = {"name": "East team", "kind": "social_work"}


@pytest.fixture
def administrator(cast: Cast) -> Client:
    return signed_in(cast.user("administrator"))


@pytest.fixture
def by(cast: Cast) -> dict:
    return {"by": cast.user("administrator"), "at": now()}


def today(ahead: int = 0) -> date:
    return local_date(now()) + timedelta(days=ahead)


def send(client: Client, page: str, *keys: int, **typed: object) -> HttpResponse:
    return client.post(reverse(f"teams:{page}", args=keys), {**typed, "once": str(uuid4())})


def day(name: str, on: date) -> dict[str, int]:
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def test_a_team_is_added_and_somebody_put_into_it(cast: Cast, administrator: Client) -> None:
    send(administrator, "add_team", **TEAM, parent=cast.service.pk)
    team = Team.objects.get(name="East team")
    assert (team.parent, team.agency) == (cast.service, Agency.objects.get(kind="council"))

    answer = send(
        administrator,
        "join",
        team.pk,
        worker=cast.workers["outsider"].pk,
        manages="yes",
        **day("starts_on", today()),
    )
    assert answer.status_code == 302
    page = administrator.get(reverse("teams:team", args=[team.pk])).content.decode()
    assert "Outsider" in page
    assert "Manages it" in page
    assert "East team" in administrator.get("/teams/").content.decode()


def test_whoever_is_put_into_a_team_sees_its_children_until_their_place_ends(cast: Cast, by: dict) -> None:
    outsider = cast.user("outsider")

    def sees() -> bool:
        with acting_as(outsider):
            return Child.objects.filter(pk=cast.ash.pk).exists()

    assert not sees()
    place = recording.join(
        cast.north, worker=cast.workers["outsider"], manages=False, starts_on=today(), **by
    )
    assert sees()
    recording.leave(place, ends_on=today(), **by)
    assert not sees()


def test_a_name_is_taken_once(cast: Cast, administrator: Client, by: dict) -> None:
    answer = send(administrator, "add_team", name="North team", kind="social_work")
    assert "There is a team called North team already" in answer.content.decode()
    with pytest.raises(Refused, match="There is a team called South team already"):
        recording.change(cast.north, name="South team", kind="social_work", parent=None, **by)


def test_a_team_is_renamed_and_moved_and_it_is_kept(cast: Cast, by: dict) -> None:
    recording.change(cast.interviewers, name="Listening", kind="return_interviews", parent=cast.service, **by)

    cast.interviewers.refresh_from_db()
    assert (cast.interviewers.name, cast.interviewers.parent) == ("Listening", cast.service)
    assert Event.objects.get(what="teams.changed").changes == {
        "name": ["Return interviews", "Listening"],
        "parent": [None, "Safeguarding service"],
    }


@pytest.mark.parametrize("beneath", ["service", "north"])
def test_a_team_does_not_stand_beneath_itself(cast: Cast, by: dict, beneath: str) -> None:
    with pytest.raises(Refused, match="itself, or beneath it"):
        recording.change(cast.service, name="Service", kind="service", parent=getattr(cast, beneath), **by)


def test_nothing_changed_is_said(cast: Cast, by: dict) -> None:
    facts = {"name": cast.north.name, "kind": cast.north.kind, "parent": cast.north.parent}
    with pytest.raises(Refused, match="Nothing is changed"):
        recording.change(cast.north, **facts, **by)


def test_a_team_with_children_is_not_closed_and_it_says_how_many(cast: Cast, administrator: Client) -> None:
    answer = send(administrator, "close_team", cast.north.pk, **day("ends_on", today(1)))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "3 children are still with North team" in page
    assert cast.ash.surname not in page


def test_a_team_with_a_duty_is_not_closed(cast: Cast, by: dict) -> None:
    access.let_in(
        cast.ash, team=cast.interviewers, kind=Grant.DUTY, reason="They listen", by=cast.system, at=now()
    )
    with acting_as(by["by"]), pytest.raises(Refused, match="still has a duty to 1 child on"):
        recording.close(cast.interviewers, ends_on=today(1), **by)


def test_a_service_with_a_team_beneath_it_is_not_closed(cast: Cast, by: dict) -> None:
    with pytest.raises(Refused, match="stands beneath it"):
        recording.close(cast.service, ends_on=today(1), **by)


def test_a_team_that_holds_nothing_is_closed_with_everybodys_place_in_it(
    cast: Cast, administrator: Client
) -> None:
    Allocation.objects.filter(team=cast.south).update(ends_on=today())

    assert send(administrator, "close_team", cast.south.pk, **day("ends_on", today(7))).status_code == 302

    cast.south.refresh_from_db()
    assert cast.south.ends_on == today(7)
    ends = set(Membership.objects.filter(team=cast.south).values_list("ends_on", flat=True))
    assert ends == {today(7)}
    assert "Closed from" in administrator.get(reverse("teams:team", args=[cast.south.pk])).content.decode()


def test_a_closed_team_takes_nobody_and_is_not_closed_again(cast: Cast, by: dict) -> None:
    Team.objects.filter(pk=cast.interviewers.pk).update(ends_on=today())
    with pytest.raises(Refused, match="is closed from"):
        recording.join(
            cast.interviewers, worker=cast.workers["worker"], manages=False, starts_on=today(), **by
        )
    with pytest.raises(Refused, match="is closed from"):
        recording.close(cast.interviewers, ends_on=today(1), **by)


def test_a_day_that_is_over_is_refused(cast: Cast, by: dict) -> None:
    with pytest.raises(Refused, match="today or later"):
        recording.close(cast.interviewers, ends_on=today(-1), **by)


def test_nobody_is_twice_in_one_team(cast: Cast, by: dict) -> None:
    with pytest.raises(Refused, match="has this place in North team already"):
        recording.join(cast.north, worker=cast.workers["worker"], manages=False, starts_on=today(), **by)


def test_whoever_has_left_is_put_into_no_team(cast: Cast, by: dict) -> None:
    worker = cast.workers["worker"]
    worker.ends_on = today()
    with pytest.raises(Refused, match="is not here any more"):
        recording.join(cast.south, worker=worker, manages=False, starts_on=today(), **by)


def test_a_place_ends_once_and_not_before_it_began(cast: Cast, by: dict) -> None:
    place = Membership.objects.get(worker=cast.workers["worker"])
    with pytest.raises(Refused, match="Choose a later day"):
        recording.leave(place, ends_on=place.starts_on - timedelta(days=1), **by)
    recording.leave(place, ends_on=today(), **by)
    with pytest.raises(Refused, match="ends on"):
        recording.leave(place, ends_on=today(), **by)


@pytest.mark.parametrize("who", ["director", "manager", "analyst", "partner"])
def test_how_many_children_a_team_has_is_told_to_nobody_else(cast: Cast, who: str) -> None:
    with acting_as(cast.user(who)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM teams_left_with(%s, %s)", [cast.north.pk, today()])
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("who", ["manager", "director", "outsider"])
def test_nobody_else_sets_up_teams(cast: Cast, who: str) -> None:
    client = signed_in(cast.user(who))
    assert client.get("/teams/").status_code == 403
    assert send(client, "close_team", cast.interviewers.pk, **day("ends_on", today(1))).status_code == 403


def test_a_team_that_will_be_closed_is_given_no_child(cast: Cast) -> None:
    Team.objects.filter(pk=cast.interviewers.pk).update(ends_on=today(7))
    cast.interviewers.refresh_from_db()

    with pytest.raises(Refused, match="Return interviews is closed from"):
        record.allocate(
            cast.ash, team=cast.interviewers, worker=None, starts_on=today(), by=cast.system, at=now()
        )
