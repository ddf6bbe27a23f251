"""Letting people in to a child, and restricting a child: who may, what it opens and closes, what the page says."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from kittiwake.access import recording
from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant, Lifting
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Child
from kittiwake.record.recording import enter
from tests.cast import NOW, Cast, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]


def seen_by(cast: Cast, child: Child) -> set[str]:
    return {name for name, user in cast.users.items() if Viewer(user).children.filter(pk=child.pk).exists()}


def send(sender: User, path: str, **typed):
    return signed_in(sender).post(path, {"once": uuid4(), **typed})


def last_day(days: int) -> dict[str, str]:
    on = date.today() + timedelta(days=days)  # noqa: DTZ011 what a person would type today
    return {"ends_on_day": str(on.day), "ends_on_month": str(on.month), "ends_on_year": str(on.year)}


def test_letting_in_opens_one_child_and_ending_closes_it(cast: Cast, worker: User) -> None:
    stranger = cast.user("stranger")
    with acting_as(worker):
        grant = recording.let_in(cast.ash, user=stranger, reason="Police lead", by=worker, at=NOW)
    assert {child.pk for child in Viewer(stranger).children} == {cast.ash.pk}
    with acting_as(worker):
        recording.end_grant(grant, by=worker, at=NOW + timedelta(seconds=1))
    assert not Viewer(stranger).children.exists()
    events = Event.objects.filter(subject="access.grant", subject_id=grant.pk).order_by("pk")
    assert [event.what for event in events] == ["access.let_in", "access.grant_ended"]


def test_a_team_let_in_does_not_see_a_restricted_child(cast: Cast) -> None:
    for child in (cast.ash, cast.hazel):
        recording.let_in(child, team=cast.interviewers, reason="x", kind=Grant.DUTY, by=cast.system, at=NOW)
    assert "interviewer" in seen_by(cast, cast.ash)
    assert "interviewer" not in seen_by(cast, cast.hazel)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"reason": ""}, "Say why"),
        ({"ends_at": NOW}, "The last day must be today or later"),
        ({"who": "administrator"}, "has a role that does not see children’s records"),
        ({"who": "young_person"}, "has a role that does not see children’s records"),
        ({"who": "partner"}, "already let in"),
    ],
)
def test_letting_in_is_refused_in_words(cast: Cast, worker: User, how, said: str) -> None:
    user = cast.user(how.pop("who", "stranger"))
    with acting_as(worker), pytest.raises(Refused, match=said):
        recording.let_in(cast.ash, **{"reason": "x", **how}, user=user, by=worker, at=NOW)


def test_a_team_is_let_in_by_hand_as_a_person_is(cast: Cast, worker: User) -> None:
    with acting_as(worker):
        grant = recording.let_in(cast.ash, team=cast.interviewers, reason="x", by=worker, at=NOW)
    assert (grant.team, grant.user) == (cast.interviewers, None)
    assert "interviewer" in seen_by(cast, cast.ash)


def test_to_one_entry_somebody_is_let_in_once_and_to_another_as_well(cast: Cast, worker: User) -> None:
    facts = {"happened_at": NOW, "by": worker, "at": NOW}
    one, other = (enter(cast.ash, kind="test.note", summary=words, **facts) for words in ("one", "other"))
    more = {"user": cast.user("stranger"), "kind": Grant.TO_ONE, "reason": "x", "by": worker, "at": NOW}
    more["ends_at"] = NOW + timedelta(days=9)
    with acting_as(worker):
        for entry in (one, other):
            recording.let_in(cast.ash, because_of=entry, **more)
        with pytest.raises(Refused, match="already let in"):
            recording.let_in(cast.ash, because_of=one, **more)


def test_somebody_else_who_has_the_duty_now_takes_its_access_along(cast: Cast) -> None:
    facts = {"user": cast.user("outsider"), "reason": "Audit", "by": cast.system, "at": NOW}
    recording.let_in(cast.ash, kind=Grant.DUTY, **facts)
    later = NOW + timedelta(hours=1)
    recording.end_duty(cast.ash, **{**facts, "reason": "Another", "at": later})
    assert "outsider" in seen_by(cast, cast.ash)
    recording.end_duty(cast.ash, **{**facts, "at": later})
    assert "outsider" not in seen_by(cast, cast.ash)


def test_only_who_may_restrict_names_people_for_a_restricted_child(cast: Cast, worker: User) -> None:
    with acting_as(worker), pytest.raises(Refused, match="This record is restricted"):
        recording.let_in(cast.hazel, user=cast.user("colleague"), reason="x", by=worker, at=NOW)


def test_an_ended_grant_is_not_ended_again(cast: Cast) -> None:
    grant = recording.let_in(cast.ash, user=cast.user("stranger"), reason="x", by=cast.system, at=NOW)
    recording.end_grant(grant, by=cast.system, at=NOW)
    with pytest.raises(Refused, match="already ended"):
        recording.end_grant(grant, by=cast.system, at=NOW + timedelta(hours=1))


def test_whoever_ends_their_own_is_written_down_though_they_no_longer_see_it(cast: Cast) -> None:
    chair = cast.user("chair")
    grant = recording.let_in(cast.ash, user=chair, reason="Conference", by=cast.system, at=NOW)
    answer = send(chair, f"/access/{grant.pk}/end/")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert not Viewer(chair).children.exists()
    assert Event.objects.get(what="access.grant_ended").by_id == chair.pk


def test_a_grant_is_for_a_person_or_a_team_for_a_reason_and_break_glass_ends(cast: Cast) -> None:
    made = {"child": cast.ash, "reason": "x", "by": cast.system, "starts_at": NOW}
    for wrong in (
        {"user": None, "kind": "duty"},
        {"user": cast.system, "team": cast.north, "kind": "duty"},
        {"user": cast.system, "kind": "duty", "reason": ""},
        {"user": cast.system, "kind": "break_glass"},
        {"user": cast.system, "kind": "duty", "answered_at": NOW},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Grant.objects.create(**{**made, **wrong})


def test_restricting_leaves_the_named_and_the_allocated(cast: Cast, manager: User) -> None:
    with acting_as(manager):
        recording.restrict(
            cast.ash, reason="A colleague’s child", named=[cast.user("support")], by=manager, at=NOW
        )
    assert seen_by(cast, cast.ash) == {"worker", "manager", "support", "partner", "young_person"}
    with acting_as(manager), pytest.raises(Refused, match="already restricted"):
        recording.restrict(cast.ash, reason="x", named=[], by=manager, at=NOW)


def test_lifting_gives_it_back_to_teams_and_ends_the_naming(cast: Cast, manager: User) -> None:
    before = seen_by(cast, cast.ash)
    with acting_as(manager):
        recording.restrict(cast.ash, reason="x", named=[cast.user("outsider")], by=manager, at=NOW)
        with pytest.raises(Refused, match="Say why"):
            recording.ask_to_lift(cast.ash, reason="", by=manager, at=NOW)
        second = cast.user("service_manager")
        recording.let_in(cast.ash, user=second, reason="x", kind=Grant.NAMED, by=manager, at=NOW)
        lifting = recording.ask_to_lift(cast.ash, reason="They left the council", by=manager, at=NOW)
        with pytest.raises(Refused, match="already asked"):
            recording.ask_to_lift(cast.ash, reason="x", by=manager, at=NOW)
    with acting_as(second):
        recording.answer_lifting(lifting, agreed=True, by=second, at=NOW)
    assert seen_by(cast, cast.ash) == before
    with acting_as(manager), pytest.raises(Refused, match="is not restricted"):
        recording.ask_to_lift(cast.ash, reason="x", by=manager, at=NOW)


def test_a_restriction_has_a_reason(cast: Cast, manager: User) -> None:
    with acting_as(manager), pytest.raises(Refused, match="Say why") as refused:
        recording.restrict(cast.ash, reason="", named=[], by=manager, at=NOW)
    assert refused.value.field == "reason"
    assert not Child.objects.get(pk=cast.ash.pk).restricted


def test_nobody_lifts_alone_nor_what_no_longer_stands(cast: Cast, manager: User) -> None:
    second = cast.user("service_manager")
    recording.restrict(cast.ash, reason="x", named=[second], by=manager, at=NOW)
    lifting = recording.ask_to_lift(cast.ash, reason="x", by=manager, at=NOW)
    with pytest.raises(Refused, match="Somebody else has to agree"):
        recording.answer_lifting(lifting, agreed=True, by=manager, at=NOW)
    Child.objects.filter(pk=cast.ash.pk).update(restricted=False)
    with pytest.raises(Refused, match="is not restricted"):
        recording.answer_lifting(lifting, agreed=True, by=second, at=NOW)
    lifting.refresh_from_db()
    assert lifting.answered_at is None


def test_a_restriction_stays_when_the_second_does_not_agree_or_the_first_takes_it_back(
    cast: Cast, manager: User
) -> None:
    second = cast.user("service_manager")
    with acting_as(manager):
        recording.restrict(cast.ash, reason="x", named=[second], by=manager, at=NOW)
        lifting = recording.ask_to_lift(cast.ash, reason="x", by=manager, at=NOW)
    with acting_as(second):
        with pytest.raises(Refused, match="Say why the restriction stays"):
            recording.answer_lifting(lifting, agreed=False, by=second, at=NOW)
        recording.answer_lifting(lifting, agreed=False, answer="Too soon", by=second, at=NOW)
        with pytest.raises(Refused, match="already answered"):
            recording.answer_lifting(lifting, agreed=True, by=second, at=NOW)
    with acting_as(manager):
        again = recording.ask_to_lift(cast.ash, reason="x", by=manager, at=NOW)
        recording.answer_lifting(again, agreed=False, by=manager, at=NOW)
    assert Child.objects.get(pk=cast.ash.pk).restricted
    with pytest.raises(IntegrityError, match="lifting_takes_two"), transaction.atomic():
        Lifting.objects.filter(pk=again.pk).update(agreed=True)


def test_somebody_who_can_look_at_openings_stays_named(cast: Cast, manager: User) -> None:
    with acting_as(manager):
        recording.restrict(cast.ash, reason="x", named=[cast.user("colleague")], by=manager, at=NOW)
        mine = Grant.objects.get(child=cast.ash, user=manager)
        with pytest.raises(Refused, match="Name another manager first"):
            recording.end_grant(mine, by=manager, at=NOW)
        other = cast.user("service_manager")
        recording.let_in(cast.ash, user=other, reason="x", kind=Grant.NAMED, by=manager, at=NOW)
        recording.end_grant(mine, by=manager, at=NOW)
    assert "manager" not in seen_by(cast, cast.ash)


def test_ending_is_for_who_invites_or_restricts(cast: Cast, worker: User, manager: User) -> None:
    invited = Grant.objects.get(child=cast.ash, user=cast.user("partner"))
    duty = recording.let_in(
        cast.ash, team=cast.interviewers, reason="x", kind=Grant.DUTY, by=cast.system, at=NOW
    )
    assert send(worker, f"/access/{duty.pk}/end/").status_code == 403
    assert send(cast.user("outsider"), f"/access/{invited.pk}/end/").status_code == 404
    assert send(cast.user("auditor"), f"/access/{invited.pk}/end/").status_code == 403
    assert send(worker, f"/access/{invited.pk}/end/").status_code == 302
    assert send(manager, f"/access/{duty.pk}/end/").status_code == 302
    assert not Grant.objects.standing(now() + timedelta(days=1)).filter(child=cast.ash).exists()


def test_only_a_manager_restricts(cast: Cast, worker: User) -> None:
    assert send(worker, f"/children/{cast.ash.pk}/restriction/", reason="x").status_code == 403
    assert send(worker, f"/children/{cast.hazel.pk}/restriction/end/", reason="x").status_code == 403


def test_the_page_keeps_what_has_ended_and_says_what_a_restriction_does_to_a_team(
    cast: Cast, manager: User
) -> None:
    grant = recording.let_in(
        cast.ash, user=cast.user("stranger"), reason="Was needed", by=cast.system, at=NOW
    )
    recording.end_grant(grant, by=cast.system, at=NOW)
    recording.let_in(cast.ash, team=cast.interviewers, reason="x", kind=Grant.DUTY, by=cast.system, at=NOW)
    before = signed_in(manager).get(f"/children/{cast.ash.pk}/access/").content.decode()
    assert "Was needed" in before.split("People and teams let in before")[1]
    assert "not while the record is restricted" not in before
    with acting_as(manager):
        recording.restrict(cast.ash, reason="x", named=[], by=manager, at=NOW)
    assert "Return interviews (not while the record is restricted)" in (
        signed_in(manager).get(f"/children/{cast.ash.pk}/access/").content.decode()
    )
