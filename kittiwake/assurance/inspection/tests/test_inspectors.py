"""An inspector reads, for a time, and everything is logged: no page lets them change anything."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.models import Reading
from kittiwake.access.powers import HOLDS
from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.areas.area import pages
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection.models import CaseSample, Concern, Inspection, Pack
from kittiwake.assurance.inspection.tests.made import raised
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast, signed_in
from tests.matrix.pages import declared_pages

# What an inspector may send somewhere, and why it changes nothing of the record.
THEIRS = {
    "inspection:draw_sample": "A line about who drew whom.",
    "access:throw_away": "What they typed themselves after their session was over.",
    "access:end_grant": "Their own way in to a child, given up.",
    "alerts:choices": "How they are told.",
    "desk:chronology": "What they look for.",
    "desk:search": "What they look for.",
    "alerts:read": "That they have read it.",
    "feedback:answer": "What they answer without their name, where they are asked.",
    "exchange:lists": "Lists of whom they may see, made for them alone.",
}
OWN_ACCOUNT = ("accounts:",)


@pytest.fixture(autouse=True)
def _now(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def test_an_inspector_holds_no_power_that_changes_anything() -> None:
    """Supervision of teams is seen and no more: every page that asks for it only shows."""
    assert {power for power in HOLDS[Role.INSPECTOR] if not power.only_reads} == {Power.OVERSEE_SUPERVISION}
    of_supervision = [page for page in declared_pages().values() if page.power is Power.OVERSEE_SUPERVISION]
    assert {page.methods for page in of_supervision} == {("GET",)}


def test_every_page_an_inspector_may_send_to_is_one_of_these() -> None:
    """A page that takes a form and asks only what an inspector holds is named here, or it is a fault."""
    may = {
        name
        for name, page in declared_pages().items()
        if "POST" in page.methods and page.power in HOLDS[Role.INSPECTOR]
    }
    assert {name for name in may if not name.startswith(OWN_ACCOUNT)} == THEIRS.keys()


def test_whatever_an_inspector_sends_anywhere_nothing_is_recorded(cast: Cast) -> None:
    inspector = cast.user("inspector")
    with acting_as_system():
        raised(cast)
        before = Event.objects.count()
    client = signed_in(inspector)
    client.raise_request_exception = False
    for name, page in pages().items():
        if page.power is Power.EVERYBODY or name in THEIRS or name.startswith(OWN_ACCOUNT):
            continue
        keys = {word: 1 if kind.__class__.__name__ == "IntConverter" else "x" for word, kind in page.pattern.pattern.converters.items()}  # fmt: skip
        address = reverse(name, kwargs={key: value for key, value in keys.items() if key not in page.given})
        answer = client.post(address, {"once": str(uuid4()), "words": "x", "why": "x", "reason": "x"})
        assert answer.status_code < 500, (name, answer.status_code)
    with acting_as_system():
        assert Event.objects.count() == before


def test_the_database_takes_nothing_from_an_inspector(cast: Cast) -> None:
    inspector = cast.user("inspector")
    with acting_as_system():
        concern = raised(cast)
    with acting_as(inspector):
        assert Concern.objects.filter(pk=concern.pk).exists()
        assert not Concern.objects.filter(pk=concern.pk).update(words="x")
        for add in (
            lambda: Inspection.objects.create(kind="focused", starts_on=NOW, ends_on=NOW, recorded_at=NOW, recorded_by=inspector),
            lambda: Pack.objects.create(as_of=NOW, asked_at=NOW, asked_by=inspector, total=1),
        ):  # fmt: skip
            with pytest.raises(DatabaseError), transaction.atomic():
                add()


def test_whoever_has_nothing_to_do_with_inspections_is_shown_no_row(cast: Cast) -> None:
    with acting_as_system():
        raised(cast)
    for who in ("partner", "young_person", "worker", "administrator"):
        with acting_as(cast.user(who)):
            assert not Concern.objects.exists(), who


def test_an_inspector_is_out_when_the_time_is_over(cast: Cast, time_machine) -> None:
    inspector = cast.user("inspector")
    User.objects.filter(pk=inspector.pk).update(expires_at=NOW + timedelta(hours=1))
    client = signed_in(User.objects.get(pk=inspector.pk))
    assert client.get("/inspections/").status_code == 200
    time_machine.move_to(NOW + timedelta(hours=1, seconds=1), tick=False)
    answer = client.get("/inspections/")
    assert answer.status_code == 302
    assert answer["Location"].endswith("next=/inspections/")  # to sign in, which they cannot
    assert client.get(cast.ash.get_absolute_url()).status_code == 302


def test_an_inspectors_account_has_a_last_day(cast: Cast) -> None:
    with acting_as_system(), pytest.raises(Refused) as refused:
        accounts.add_user(
            email="other@inspectorate.example",
            name="x",
            role=Role.INSPECTOR,
            by=cast.user("administrator"),
            at=NOW,
        )
    assert refused.value.field == "expires_at"


def test_each_child_an_inspector_opens_stands_in_the_log_and_is_shown(cast: Cast) -> None:
    inspector = cast.user("inspector")
    client = signed_in(inspector)
    for child in (cast.ash, cast.rowan):
        assert client.get(child.get_absolute_url()).status_code == 200
    assert client.get(cast.hazel.get_absolute_url()).status_code == 404  # restricted
    with acting_as_system():
        opened = set(Reading.objects.shown().filter(user_id=inspector.pk).values_list("child_id", flat=True))
    assert {cast.ash.pk, cast.rowan.pk} <= opened
    page = (
        signed_in(cast.user("director")).get(f"/inspections/inspectors/?who={inspector.pk}").content.decode()
    )
    assert "Ash Alder" in page
    assert "Rowan Reed" in page
    assert "Hazel" not in page


def test_who_answers_for_a_team_sees_openings_of_its_children_alone(cast: Cast) -> None:
    inspector = cast.user("inspector")
    client = signed_in(inspector)
    client.get(cast.ash.get_absolute_url())
    client.get(cast.rowan.get_absolute_url())
    page = (
        signed_in(cast.user("manager")).get(f"/inspections/inspectors/?who={inspector.pk}").content.decode()
    )
    assert "Ash Alder" in page
    assert "Rowan Reed" not in page


@pytest.mark.parametrize(
    ("who", "shown"), [("inspector", "Nothing"), ("member", "No child"), ("director", "For as long")]
)
def test_each_is_told_what_they_may_see_and_until_when(cast: Cast, who: str, shown: str) -> None:
    page = signed_in(cast.user(who)).get("/inspections/what-you-see/").content.decode()
    assert shown in page


def test_an_inspector_draws_a_sample_and_that_is_all(cast: Cast) -> None:
    client = signed_in(cast.user("inspector"))
    client.post("/inspections/samples/new/", {"once": str(uuid4()), "size": "2", "seed": "gull"})
    with acting_as_system():
        sample = CaseSample.objects.get()
        assert sample.drawn_by == cast.user("inspector")
        assert set(Event.objects.filter(by_id=sample.drawn_by_id).values_list("what", flat=True)) == {
            "inspection.sample_drawn"
        }
