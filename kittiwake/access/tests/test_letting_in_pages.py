"""The pages on which somebody is let in, and a child restricted: what each shows, to whom, and what it leads to."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.timezone import now

from kittiwake.access import recording
from kittiwake.access.forms import RestrictForm
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant, Lifting
from kittiwake.access.on_pages import liftings, openings
from kittiwake.access.tests.test_letting_in import last_day, seen_by, send
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from tests.cast import NOW, Cast, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]


def test_the_page_shows_who_is_let_in_and_what_this_person_may_do(cast: Cast) -> None:
    path = f"/children/{cast.ash.pk}/access/"
    worker, manager = (
        signed_in(cast.user(name)).get(path).content.decode() for name in ("worker", "manager")
    )
    for page in (worker, manager):
        assert "North team" in page
        assert "Named in the safety plan" in page
        assert "Let somebody see this record" in page
    assert "Restrict this record" in manager
    assert "Restrict this record" not in worker
    assert signed_in(cast.user("outsider")).get(path).status_code == 404
    assert signed_in(cast.user("partner")).get(path).status_code == 403


def test_the_page_of_a_restricted_child_says_so_to_those_it_is_shown_to(cast: Cast, worker: User) -> None:
    page = signed_in(worker).get(f"/children/{cast.hazel.pk}/access/").content.decode()
    assert "A relative of a councillor" in page
    assert "Let somebody see this record" not in page
    for name in ("manager", "director", "colleague"):
        assert signed_in(cast.user(name)).get(f"/children/{cast.hazel.pk}/access/").status_code == 404


def test_a_worker_lets_a_partner_in_from_the_page_until_the_end_of_a_day(cast: Cast, worker: User) -> None:
    path, stranger = f"/children/{cast.ash.pk}/access/invitation/", cast.user("stranger")
    assert f'value="{stranger.pk}"' in signed_in(worker).get(path).content.decode()
    typed = {"user": stranger.pk, "reason": "Police lead", **last_day(0)}
    answer = send(worker, path, **typed)
    assert answer.status_code == 302, answer.content.decode()
    grant = Grant.objects.get(user=stranger)
    assert grant.kind == Grant.INVITED
    assert grant.ends_at > NOW
    assert "Stranger" in signed_in(worker).get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"user": ""}, "Select who needs to see this record"),
        ({"reason": ""}, "Enter why they need to see it"),
        (last_day(-1), "The last day must be today or in the future"),
        (last_day(400), "The last day must be within a year from today"),
        ({"ends_on_day": ""}, "The last day must include a day"),
        ({"user": "administrator"}, "must be one of the choices"),
    ],
)
def test_the_form_says_what_to_mend(cast: Cast, worker: User, typed, said: str) -> None:
    whole = {"user": "stranger", "reason": "Police lead", **last_day(7), **typed}
    whole["user"] = cast.user(whole["user"]).pk if whole["user"] else ""
    answer = send(worker, f"/children/{cast.ash.pk}/access/invitation/", **whole)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert Grant.objects.filter(child=cast.ash).count() == 1


def test_a_manager_restricts_names_and_lifts_from_the_pages(cast: Cast, manager: User) -> None:
    path, colleague = f"/children/{cast.ash.pk}", cast.user("colleague")
    form = signed_in(manager).get(f"{path}/restriction/").content.decode()
    assert f'value="{colleague.pk}"' in form
    assert f'value="{cast.user("worker").pk}"' not in form, "is allocated, and sees a restricted child anyway"
    assert f'value="{cast.user("outsider").pk}"' not in form
    assert send(manager, f"{path}/restriction/", reason="x", named=[colleague.pk]).status_code == 302
    cast.ash.refresh_from_db()
    assert cast.ash.restricted
    assert "colleague" in seen_by(cast, cast.ash)
    named = cast.user("outsider")
    assert send(manager, f"{path}/access/invitation/", user=named.pk, reason="Joint work").status_code == 302
    assert Grant.objects.get(child=cast.ash, user=named).kind == Grant.NAMED
    second = cast.user("service_manager")
    assert send(manager, f"{path}/access/invitation/", user=second.pk, reason="Above us").status_code == 302
    assert send(manager, f"{path}/restriction/end/", reason="No longer needed").status_code == 302
    cast.ash.refresh_from_db()
    assert cast.ash.restricted, "another has to agree"
    assert "You asked to lift" in signed_in(manager).get(f"{path}/access/").content.decode()
    assert "Manager asks to lift" in signed_in(second).get(f"{path}/access/").content.decode()
    assert "asked by Manager" in signed_in(second).get("/openings/").content.decode()
    assert "No longer needed" in signed_in(second).get(f"{path}/restriction/end/").content.decode()
    assert send(second, f"{path}/restriction/end/", agreed="yes").status_code == 302
    cast.ash.refresh_from_db()
    assert not cast.ash.restricted


def test_who_cannot_name_anybody_is_told_before_the_form(cast: Cast, worker: User) -> None:
    answer = signed_in(worker).get(f"/children/{cast.hazel.pk}/access/invitation/")
    assert "This record is restricted" in answer.content.decode()
    assert 'name="user"' not in answer.content.decode()


def test_the_pages_are_shown_before_anything_is_sent(cast: Cast, worker: User, manager: User) -> None:
    invited = Grant.objects.get(child=cast.ash, user=cast.user("partner"))
    assert "End this for Partner" in signed_in(worker).get(f"/access/{invited.pk}/end/").content.decode()
    recording.restrict(cast.ash, reason="x", named=[], by=manager, at=NOW)
    path = f"/children/{cast.ash.pk}/restriction/end/"
    assert "Ask to lift the restriction" in signed_in(manager).get(path).content.decode()


def test_whoever_asked_to_lift_takes_it_back_on_the_same_page(cast: Cast, manager: User) -> None:
    recording.restrict(cast.ash, reason="x", named=[], by=manager, at=NOW)
    path = f"/children/{cast.ash.pk}/restriction/end/"
    send(manager, path, reason="No longer needed")
    assert "Take back what you asked" in signed_in(manager).get(path).content.decode()
    assert send(manager, path).status_code == 302
    lifting = Lifting.objects.get()
    assert (lifting.agreed, lifting.answered_by) == (False, manager)
    cast.ash.refresh_from_db()
    assert cast.ash.restricted


def test_where_nobody_else_could_be_named_nobody_is_asked_for(cast: Cast) -> None:
    form = RestrictForm({"reason": "x"}, people=User.objects.none())
    assert "named" not in form.fields
    assert form.is_valid()
    assert form.values() == {"reason": "x", "named": []}


def test_what_waits_for_somebody_is_counted_for_them_alone(cast: Cast, manager: User) -> None:
    second, stranger = cast.user("service_manager"), cast.user("outsider")
    recording.restrict(cast.ash, reason="x", named=[second], by=manager, at=NOW)
    recording.ask_to_lift(cast.ash, reason="x", by=manager, at=NOW)
    with acting_as(stranger):
        name = {"known_by": "name", "surname": "Beech", "born_on": date(2011, 4, 2)}
        recording.break_glass(**name, reason="x", by=stranger, at=now())
    counted = {
        who.name: (openings(Viewer(who), NOW), liftings(Viewer(who), NOW)) for who in (second, stranger)
    }
    assert counted == {second.name: (1, 1), stranger.name: (0, 0)}
