from __future__ import annotations

import pytest
from django.test import Client
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.setting_up.showing import SettingUpPage, outside_teams
from kittiwake.record.models import Membership, Team, Worker
from kittiwake.time.moments import local_date
from tests.cast import LONG_AGO, Cast, make_child, signed_in


def titles() -> list[str]:
    with acting_as(User.objects.filter(role=Role.ADMINISTRATOR).first()):
        return [task.title for task in SettingUpPage(local_date(now())).missing]


@pytest.fixture
def administrator(db: None) -> Client:
    facts = {"last_login": now()}
    return signed_in(User.objects.create_user("ada@saltmere.example", "Ada", Role.ADMINISTRATOR, **facts))


def test_what_is_missing_stands_in_its_order_and_goes_as_it_is_done(administrator: Client) -> None:
    assert titles() == ["Another administrator", "People", "Teams", "The first list of children"]

    second = {"last_login": now()}
    User.objects.create_user("bo@saltmere.example", "Bo", Role.ADMINISTRATOR, **second)
    kim = User.objects.create_user("kim@saltmere.example", "Kim", Role.TEAM_MANAGER)
    assert titles() == ["Teams", "The first list of children", "1 person in no team"]

    team = Team.objects.create(name="North team")
    assert titles() == ["Who manages each team", "The first list of children", "1 person in no team"]

    worker = Worker.objects.create(name="Kim", user=kim)
    Membership.objects.create(worker=worker, team=team, manages=True, starts_on=LONG_AGO)
    assert titles() == ["The first list of children"]

    make_child("Ash", "Alder", team, worker)
    assert titles() == []
    assert "Nothing is missing" in administrator.get("/setting-up/").content.decode()


def test_each_step_leads_to_its_page(administrator: Client) -> None:
    page = administrator.get("/setting-up/").content.decode()
    assert 'href="/people/"' in page
    assert 'href="/teams/"' in page


def test_whoever_is_in_a_team_no_longer_counts(cast: Cast) -> None:
    before = outside_teams(local_date(now()))
    Membership.objects.filter(worker=cast.workers["worker"]).update(ends_on=LONG_AGO)
    assert outside_teams(local_date(now())) == before + 1


@pytest.mark.parametrize("who", ["director", "worker", "partner"])
def test_nobody_else_is_told_whether_there_are_children(cast: Cast, who: str) -> None:
    from kittiwake.council.setting_up.showing import _first_list

    with acting_as(cast.user(who)):
        assert _first_list(local_date(now()))
    with acting_as(cast.user("administrator")):
        assert not _first_list(local_date(now()))
