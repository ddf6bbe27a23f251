"""A council made by its first Annex A list alone: its teams and workers are on the pages of those who set it up."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.exchange import recording
from kittiwake.exchange.reading.source import open_source
from kittiwake.record.models import Allocation, Child, Identifier, Membership, Team, Worker
from tests.cast import signed_in

ANNEX_A = Path(__file__).parent / "files" / "annex_a_made_up.xlsx"


@pytest.fixture
def administrator(db: None) -> Client:
    """Nobody else is here yet, and no team."""
    user = User.objects.create_user("ada@saltmere.example", "Ada First", Role.ADMINISTRATOR)
    system = User.objects.system()
    batch = recording.preview("annex-a", [open_source(ANNEX_A)], by=system, at=now())
    recording.commit(batch, by=system, at=now())
    return signed_in(user)


def send(client: Client, page: str, *keys: int, **typed: object) -> str:
    answer = client.post(reverse(page, args=keys), {**typed, "once": str(uuid4())})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def test_its_teams_and_workers_are_here(administrator: Client) -> None:
    teams = list(Team.objects.all())
    assert len(teams) > 1
    listed = administrator.get("/teams/").content.decode()
    for team in teams:
        assert team.name in listed
        page = administrator.get(reverse("teams:team", args=[team.pk])).content.decode()
        for place in Membership.objects.filter(team=team).select_related("worker"):
            assert place.worker.name in page


def test_they_are_put_right(administrator: Client) -> None:
    """Named as the council calls them, put beneath a service, managed by somebody, and two that are one made one."""
    first, second = Team.objects.order_by("pk")[:2]
    send(administrator, "teams:add_team", name="Safeguarding service", kind="service")
    service = Team.objects.get(name="Safeguarding service")
    send(
        administrator,
        "teams:change_team",
        first.pk,
        name="Harbour team",
        kind="social_work",
        parent=service.pk,
    )
    worker = Worker.objects.filter(memberships__team=second).order_by("pk")[0]
    with acting_as_system():
        held = set(Allocation.objects.filter(team=second, ends_on=None).values_list("child_id", flat=True))
    assert held

    send(administrator, "teams:merge_team", second.pk, into=first.pk)

    assert Membership.objects.get(worker=worker, ends_on=None).team == first
    with acting_as_system():
        assert held <= set(
            Allocation.objects.filter(team=first, ends_on=None).values_list("child_id", flat=True)
        )
    assert second.name not in administrator.get("/teams/").content.decode()


def test_a_worker_of_the_list_signs_in_and_has_their_children(administrator: Client) -> None:
    with acting_as_system():
        row = (
            Allocation.objects.exclude(worker=None)
            .filter(ends_on=None)
            .select_related("worker")
            .order_by("pk")[0]
        )
    worker = row.worker
    assert worker
    send(
        administrator,
        "people:add_person",
        name=worker.name,
        email="them@saltmere.example",
        role=Role.SOCIAL_WORKER,
    )
    user = User.objects.get(email="them@saltmere.example")
    with acting_as(user):
        assert not Child.objects.exists()
    proposed = administrator.get("/people/workers/").content.decode()
    assert f"{reverse('people:tie', args=[user.pk])}?worker={worker.pk}" in proposed

    send(administrator, "people:tie", user.pk, worker=worker.pk)

    with acting_as(user):
        assert Child.objects.filter(pk=row.child_id).exists()


def test_whoever_puts_it_right_sees_no_child_of_it(administrator: Client) -> None:
    with acting_as_system():
        numbers = set(Identifier.objects.values_list("value", flat=True))
    assert numbers
    for page in ("/teams/", "/people/", "/people/workers/", "/agencies/", "/people/acts/"):
        shown = administrator.get(page).content.decode()
        assert not [number for number in numbers if number in shown]
    with acting_as(User.objects.get(email="ada@saltmere.example")):
        assert not Child.objects.exists()
