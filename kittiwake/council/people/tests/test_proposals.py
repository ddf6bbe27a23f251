from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.people.proposals import proposals
from kittiwake.record.models import Membership, Worker
from kittiwake.time.moments import local_date
from tests.cast import Cast, signed_in


@pytest.fixture
def kim(cast: Cast) -> User:
    return User.objects.create_user("kim.fell@saltmere.example", "Kimberley Fell", Role.SOCIAL_WORKER)


def whys(user: User) -> dict[str, str]:
    return {found.worker.name: found.why for found in proposals(now()) if found.user == user}


@pytest.mark.parametrize(
    ("worker", "why"),
    [
        ("Kimberley Fell", "The same name"),
        ("FELL, Kimberley", "The same name"),
        ("Fell Kim", "Their email address has this name"),
        ("Kimberly Fell", "The same surname, and a form of the same first name"),
    ],
)
def test_a_worker_is_proposed_and_it_says_why(kim: User, worker: str, why: str) -> None:
    Worker.objects.create(name=worker)
    assert whys(kim) == {worker: why}


@pytest.mark.parametrize("worker", ["Robin Fell", "Kimberley Moor", "Fell", "Kim"])
def test_half_a_name_is_no_reason(kim: User, worker: str) -> None:
    Worker.objects.create(name=worker)
    assert not whys(kim)


def test_who_has_left_or_has_an_account_is_not_proposed(kim: User, cast: Cast) -> None:
    Worker.objects.create(name=kim.name, ends_on=local_date(now()))
    Worker.objects.create(
        name=kim.name, user=User.objects.create_user("k@saltmere.example", "K", Role.AUDITOR)
    )
    assert not whys(kim)


def test_two_of_one_name_are_both_proposed_and_it_is_said(kim: User) -> None:
    Worker.objects.create(name=kim.name)
    Worker.objects.create(name=kim.name)
    found = [proposal.why for proposal in proposals(now()) if proposal.user == kim]
    assert found == ["The same name. 2 workers have this name"] * 2


def test_a_person_ties_them_and_then_it_is_proposed_no_longer(kim: User, cast: Cast) -> None:
    administrator = signed_in(cast.user("administrator"))
    worker = Worker.objects.create(name="Fell, Kimberley")
    Membership.objects.create(worker=worker, team=cast.north, starts_on=local_date(now()))
    page = administrator.get(reverse("people:proposed_workers")).content.decode()
    assert "Fell, Kimberley" in page
    assert "North team" in page
    address = f"{reverse('people:tie', args=[kim.pk])}?worker={worker.pk}"
    assert address in page
    assert worker.user is None

    form = administrator.get(address).content.decode()
    assert f'value="{worker.pk}" checked' in form
    administrator.post(address, {"worker": worker.pk, "once": "c0ffee00-0000-4000-8000-000000000001"})

    worker.refresh_from_db()
    assert worker.user == kim
    assert not whys(kim)


def test_nobody_is_tied_by_looking(kim: User, cast: Cast) -> None:
    worker = Worker.objects.create(name=kim.name)
    signed_in(cast.user("administrator")).get(reverse("people:proposed_workers"))
    worker.refresh_from_db()
    assert worker.user is None


@pytest.mark.parametrize("role", [Role.PARTNER, Role.ADMINISTRATOR, Role.CHILD])
def test_whoever_works_with_no_child_here_is_not_proposed(cast: Cast, role: Role) -> None:
    user = User.objects.create_user("sam@saltmere.example", "Sam Moor", role)
    Worker.objects.create(name="Sam Moor")
    assert not whys(user)


def test_many_ask_as_often_as_few(cast: Cast, django_assert_num_queries) -> None:
    def more(number: int) -> None:
        for at in range(number):
            name = f"Kim{'abcdefghij'[at]} Fell{'abcdefghij'[at]}"
            User.objects.create_user(f"{name}{number}@saltmere.example".replace(" ", ""), name, Role.AUDITOR)
            worker = Worker.objects.create(name=name)
            Membership.objects.create(worker=worker, team=cast.north, starts_on=local_date(now()))

    client: Client = signed_in(cast.user("administrator"))
    more(1)
    client.get("/people/workers/")
    with django_assert_num_queries(4):
        proposals(now())
    more(10)
    with django_assert_num_queries(4):
        assert len(proposals(now())) > 10
