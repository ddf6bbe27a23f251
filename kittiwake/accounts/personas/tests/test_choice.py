from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from kittiwake.accounts.models import User
from kittiwake.accounts.personas import groups, recording
from kittiwake.accounts.personas.models import Persona
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.accounts.tests.people import make_user

STORY = "Knows the North team's families better than anybody, and has a young person back since ten past six."


@pytest.fixture(autouse=True)
def _as_in_a_demo(settings) -> None:
    settings.ROOT_URLCONF = "kittiwake.accounts.tests.urls"
    settings.UI_NAVIGATION = ""
    settings.WHITENOISE_AUTOREFRESH = True
    settings.SECOND_FACTOR_REQUIRED = True
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def robin(db: None) -> Persona:
    user = make_user("Robin Marsh", password=None)
    return recording.add_persona(user, title="Social worker, North team", story=STORY, starts_at="/account/")


def be(client: Client, persona: Persona, **more: str):
    return client.post("/personas/", {"persona": persona.pk, **more})


def test_the_page_shows_who_one_may_be(client: Client, robin: Persona) -> None:
    page = client.get("/personas/").content.decode()

    assert "This is a made-up council. No real children." in page
    assert "Work with children" in page
    assert "Robin Marsh" in page
    assert "Social worker, North team" in page
    assert "has a young person back since ten past six" in page
    assert "Be Robin Marsh" in page


def test_people_stand_in_groups_in_their_order(client: Client, robin: Persona) -> None:
    for name, role, order in [
        ("Ash Alder", Role.CHILD, 1),
        ("Kim Fell", Role.PARTNER, 1),
        ("Lee Weir", Role.INSPECTOR, 2),
        ("Pat Holm", Role.TEAM_MANAGER, 1),
    ]:
        recording.add_persona(make_user(name, role), title=role.label, story="Somebody.", order=order)

    page = client.get("/personas/").content.decode()

    words = ["Work with children", "Robin Marsh", "Answer for the work", "Pat Holm", "Lee Weir", "Partners"]
    words += ["Kim Fell", "Young people", "Ash Alder"]
    places = [page.index(f">{word}<") for word in words]
    assert places == sorted(places)


def test_one_click_makes_one_them_where_their_story_begins(client: Client, robin: Persona) -> None:
    assert be(client, robin)["Location"] == "/account/"

    assert "The work of Robin Marsh" in client.get("/").content.decode()


def test_one_goes_on_to_where_one_was_going(client: Client, robin: Persona) -> None:
    assert be(client, robin, next="/account/sessions/")["Location"] == "/account/sessions/"
    assert be(client, robin, next="/")["Location"] == "/account/"


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"]
)
def test_one_goes_nowhere_else(client: Client, robin: Persona, elsewhere: str) -> None:
    assert be(client, robin, next=elsewhere)["Location"] == "/account/"


def test_one_can_become_somebody_else(client: Client, robin: Persona) -> None:
    kim = recording.add_persona(make_user("Kim Fell"), title="Team manager", story="Answers for it.")
    be(client, robin)
    before = client.session.session_key
    assert "You are Robin Marsh now." in client.get("/personas/").content.decode()

    be(client, kim)

    assert "The work of Kim Fell" in client.get("/").content.decode()
    assert client.session.session_key != before


def test_a_look_at_the_page_signs_nobody_in(client: Client, robin: Persona) -> None:
    client.get("/personas/", {"persona": robin.pk})

    assert client.get("/").status_code == 302


@pytest.mark.parametrize("who", ["", "0", "99999999", "1e3", "٣", "-1", "9" * 40])
def test_only_personas_can_be_chosen(client: Client, robin: Persona, who: str) -> None:
    assert client.post("/personas/", {"persona": who}).status_code == 404


def test_a_user_who_is_no_persona_cannot_be_chosen(client: Client, robin: Persona) -> None:
    assert client.post("/personas/", {"persona": make_user("Kim Fell").pk}).status_code == 404


def test_another_site_cannot_choose(robin: Persona) -> None:
    client = Client(enforce_csrf_checks=True)

    assert be(client, robin).status_code == 403


def test_a_persona_who_has_left_is_not_there(client: Client, robin: Persona) -> None:
    User.objects.filter(pk=robin.pk).update(expires_at=datetime(2020, 1, 1, tzinfo=UTC))

    assert "Robin Marsh" not in client.get("/personas/").content.decode()
    assert be(client, robin).status_code == 200
    assert client.get("/").status_code == 302


def test_an_empty_council_says_so(client: Client, db: None) -> None:
    assert "Nobody is here yet" in client.get("/personas/").content.decode()


def test_adding_again_replaces_what_is_said(robin: Persona) -> None:
    recording.add_persona(robin.user, title="Team manager", story="Moved up.", order=3)

    persona = Persona.objects.get()
    assert (persona.title, persona.story, persona.order, persona.starts_at) == (
        "Team manager",
        "Moved up.",
        3,
        "/",
    )


@pytest.mark.parametrize(
    "path", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "", "x"]
)
def test_a_story_begins_within_the_service(robin: Persona, path: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        recording.add_persona(robin.user, title="T", story="S", starts_at=path)


def test_every_role_has_its_group() -> None:
    assert set(groups.GROUP_OF) == set(Role) - NOT_PEOPLE
    assert set(groups.GROUP_OF.values()) == set(groups.HEADINGS)


# --- with DEMO off, in a process of its own

OUTSIDE_A_DEMO = """
import django
django.setup()
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import NoReverseMatch, reverse

assert settings.DEMO is False
assert "kittiwake.accounts.personas" not in settings.INSTALLED_APPS
for path in ("", ".models", ".views", ".urls", ".recording"):
    try:
        __import__("kittiwake.accounts.personas" + path, fromlist=["x"])
    except ImproperlyConfigured:
        continue
    raise SystemExit(f"personas{path} could be imported")
try:
    reverse("personas:choice")
    raise SystemExit("it has an address")
except NoReverseMatch:
    pass
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
settings.WHITENOISE_AUTOREFRESH = True
settings.UI_COUNCIL = ""  # there are no tables
client = Client()
print(client.get("/personas/").status_code, client.post("/personas/", {"persona": "1"}).status_code)
"""


def run_outside_a_demo(code: str, **environment: str) -> subprocess.CompletedProcess:
    outside = {"KITTIWAKE_DEMO": "no", "KITTIWAKE_HTTPS": "no", "KITTIWAKE_SECRET_KEY": "a key of its own"}
    outside |= {"KITTIWAKE_HOSTS": "testserver", "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings"}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **outside, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_outside_a_demo_there_is_no_such_page_and_no_such_code() -> None:
    ran = run_outside_a_demo(OUTSIDE_A_DEMO)

    assert ran.returncode == 0, ran.stderr + ran.stdout
    assert ran.stdout.split() == ["404", "404"]


def test_outside_a_demo_the_second_factor_cannot_be_switched_off() -> None:
    ran = run_outside_a_demo("import django; django.setup()", KITTIWAKE_SECOND_FACTOR="no")

    assert "KITTIWAKE_SECOND_FACTOR=no is for a made-up council only" in ran.stderr


def test_outside_a_demo_it_is_required() -> None:
    code = "import django; django.setup(); from django.conf import settings as s; print(s.SECOND_FACTOR_REQUIRED, s.LOGIN_URL)"

    assert run_outside_a_demo(code).stdout.split() == ["True", "/account/login/"]
