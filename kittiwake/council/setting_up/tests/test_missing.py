from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.config import backups
from kittiwake.council.people.steps import outside_teams
from kittiwake.council.setting_up import recording
from kittiwake.council.setting_up.showing import SettingUpPage, steps
from kittiwake.council.setting_up.steps import STEPS, _first_list
from kittiwake.council.settings.details import details
from kittiwake.council.settings.recording import set_detail
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Agency, Membership, Team, Worker
from kittiwake.time.moments import local_date
from tests.cast import LONG_AGO, Cast, make_child, signed_in


def page() -> SettingUpPage:
    return SettingUpPage(local_date(now()))


def titles() -> list[str]:
    with acting_as(User.objects.filter(role=Role.ADMINISTRATOR).first()):
        return [shown.step.title for shown in page().missing]


@pytest.fixture
def administrator(db: None) -> Client:
    facts = {"last_login": now()}
    return signed_in(User.objects.create_user("ada@saltmere.example", "Ada", Role.ADMINISTRATOR, **facts))


def answered(key: str, *, is_done: bool = True, version: int = 0) -> None:
    step = next(step for step in steps() if step.key == key)
    ada = User.objects.get(name="Ada")
    recording.answer(step, is_done=is_done, why="The machine does it", version=version, by=ada, at=now())


def say_who_we_are() -> None:
    facts = {"effective_from": local_date(now()), "why": "x", "version": 0}
    ada, values = User.objects.get(name="Ada"), {"name": "Saltmere Council", "la_code": "000"}
    for key in ("name", "la_code", "telephone", "out_of_hours"):
        set_detail(details()[key], value=values.get(key, "01632 960 001"), **facts, by=ada, at=now())


def test_what_is_missing_stands_in_its_order_and_goes_as_it_is_done(administrator: Client) -> None:
    last = ["Local limits", "The first list of children", "Backup"]
    assert titles() == ["The council itself", "Another administrator", "People", "Teams", *last]

    say_who_we_are()
    assert titles() == ["Another administrator", "People", "Teams", *last]

    User.objects.create_user("bo@saltmere.example", "Bo", Role.ADMINISTRATOR, last_login=now())
    kim = User.objects.create_user("kim@saltmere.example", "Kim", Role.TEAM_MANAGER)
    assert titles() == ["Signing in", "Teams", "People in teams", *last]

    User.objects.filter(pk=kim.pk).update(last_login=now())
    team = Team.objects.create(name="North team")
    kinds = ["A front door", "Who listens to children who come back"]
    assert titles() == ["Who manages each team", *kinds, "People in teams", *last]

    worker = Worker.objects.create(name="Kim", user=kim)
    Membership.objects.create(worker=worker, team=team, manages=True, starts_on=LONG_AGO)
    assert titles() == [*kinds, *last]

    for kind in ("front_door", "return_interviews"):
        of_kind = Team.objects.create(name=kind, kind=kind)
        Membership.objects.create(worker=worker, team=of_kind, manages=True, starts_on=LONG_AGO)
    assert titles() == last

    school = Agency.objects.create(name="Saltmere High School", kind="school")
    assert titles() == ["Calendars", *last]
    school.delete()

    make_child("Ash", "Alder", team, worker)
    answered("local_limits")
    answered("backup")
    assert titles() == []
    assert "Nothing is missing" in administrator.get("/setting-up/").content.decode()


def test_a_step_says_what_is_missing_in_words(administrator: Client) -> None:
    User.objects.create_user("kim@saltmere.example", "Kim", Role.TEAM_MANAGER)
    shown = administrator.get("/setting-up/").content.decode()
    for words in (
        "Not said yet: name of the council, code of the council in statistical returns, telephone number",
        "Only one has signed in.",
        "None of 1 person has signed in yet.",
        "1 person is in no team.",
        "No child is on the record yet.",
    ):
        assert words in shown, words


def test_what_kittiwake_does_not_see_is_said_to_be_done_and_taken_back(administrator: Client) -> None:
    sent = {"why": "Nightly, by the data centre", "version": 0}
    assert administrator.post("/setting-up/backup/answer/", {**sent, "once": str(uuid4())}).status_code == 302
    assert "Backup" not in titles()
    shown = administrator.get("/setting-up/").content.decode()
    assert "Said to be done, or not wanted" in shown
    assert "Nightly, by the data centre" in shown
    assert administrator.post("/setting-up/backup/answer/", {**sent, "once": str(uuid4())}).status_code == 422
    sent = {"why": "They have stopped", "version": 1, "once": str(uuid4())}
    assert administrator.post("/setting-up/backup/answer/", sent).status_code == 302
    assert "Backup" in titles()
    assert administrator.get("/setting-up/nothing/answer/").status_code == 404


def test_an_answer_without_a_reason_and_one_that_crossed_another_is_refused(administrator: Client) -> None:
    step, ada = steps()[0], User.objects.get(name="Ada")
    with pytest.raises(Refused, match="Say how it is done"):
        recording.answer(step, is_done=True, why=" ", version=0, by=ada, at=now())
    answered(step.key)
    with pytest.raises(Refused, match="Somebody else has just answered"):
        answered(step.key)


def test_every_step_is_told_apart_and_its_page_is_there() -> None:
    every = steps()
    assert len({step.place for step in every}) == len(every) == len({step.key for step in every})
    assert all(reverse(step.page) for step in every if step.page)


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
    with acting_as(cast.user(who)):
        assert _first_list(local_date(now()))
    with acting_as(cast.user("administrator")):
        assert not _first_list(local_date(now()))


TODAY = date(2026, 3, 11)
MADE = "2026-03-10T01:30:00+00:00"


@pytest.mark.parametrize(
    ("noted", "missing"),
    [
        ({}, "Kittiwake does not know of one"),
        ({"made_at": MADE}, "One was made on 10 March 2026, and none has been put back yet."),
        ({"made_at": "2026-03-08T01:30:00+00:00", "proved_at": MADE}, "The last was made on 8 March 2026."),
        ({"made_at": MADE, "proved_at": "2026-01-02T03:00:00+00:00"}, ""),
    ],
)
def test_the_step_of_backups_looks_at_what_is_noted_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noted: backups.State, missing: str
) -> None:
    monkeypatch.setattr(backups, "_state_file", lambda: tmp_path / "backups.json")
    if noted:
        backups.note(noted)
    (step,) = (step for step in STEPS if step.key == "backup")
    assert step.missing(TODAY).startswith(missing)
    assert bool(step.missing(TODAY)) == bool(missing)
