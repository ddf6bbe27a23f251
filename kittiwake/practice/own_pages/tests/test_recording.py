"""Giving a page, making its code, taking it away, and who may."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from kittiwake.access import recording as access
from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import User
from kittiwake.history.models import Event
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.practice.own_pages import recording, rules
from kittiwake.practice.own_pages.models import Hold, OwnPage, Talk
from kittiwake.practice.own_pages.tests.making import ENDS_ON, code, given, said
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Allocation, Child, Entry, Words
from kittiwake.time.moments import Moment, start_of
from tests.cast import NOW, Cast


def test_a_talk_and_a_page_stand_on_the_chronology(cast: Cast) -> None:
    own_page = given(cast)
    kinds = Entry.objects.filter(child=cast.ash).values_list("kind", flat=True)
    assert {recording.TALK, recording.PAGE} <= set(kinds)
    assert own_page.entry.summary == "Given a page of their own, until 1 March 2027"
    assert Words.objects.get(entry=own_page.talk.entry).text == "Only if my stepdad cannot see it"
    assert own_page.entry.informed_by.get().because_of == own_page.talk.entry


def test_the_account_has_no_name_and_ends_with_the_day(cast: Cast) -> None:
    own_page = given(cast, cast.briar, by="colleague")
    user = User.objects.get(pk=own_page.user_id)
    assert (user.name, user.role) == ("A young person", "child")
    assert cast.briar.first_name.lower() not in user.email
    assert user.expires_at == start_of(ENDS_ON + timedelta(days=1))
    assert Child.objects.get(pk=cast.briar.pk).user == user
    with time_machine.travel(start_of(ENDS_ON + timedelta(days=1)), tick=False):
        assert not OwnPage.objects.standing(start_of(ENDS_ON + timedelta(days=1))).exists()
        assert not user.may_sign_in(start_of(ENDS_ON + timedelta(days=1)))


@pytest.mark.parametrize("who", ["outsider", "interviewer", "auditor", "administrator", "partner"])
def test_only_those_whose_child_it_is_give_it(cast: Cast, who: str) -> None:
    with acting_as(cast.user(who)), pytest.raises(NotYours):
        given(cast, by=who)
    assert not OwnPage.objects.exists()


def test_whoever_was_let_in_does_not_give_it_and_may_take_it_away(cast: Cast) -> None:
    own_page = given(cast)
    by, until = cast.user("worker"), NOW + timedelta(days=3)
    access.let_in(cast.ash, user=cast.user("outsider"), reason="Tonight", ends_at=until, by=by, at=NOW)
    with pytest.raises(NotYours):
        code(cast, own_page, by="outsider")
    recording.take_away(own_page, why="Somebody reads it", by=cast.user("outsider"), at=NOW)
    assert not OwnPage.objects.standing(NOW).exists()


def test_of_a_restricted_record_a_manager_gives_it(cast: Cast) -> None:
    access.restrict(
        cast.ash, reason="High risk", named=[cast.user("worker")], by=cast.user("manager"), at=NOW
    )
    with pytest.raises(NotYours, match="restricted"):
        given(cast)
    assert given(cast, by="manager").pk


def test_a_child_under_age_or_without_a_date_of_birth_is_given_none(cast: Cast) -> None:
    for born_on in (date(2016, 1, 1), None):
        Child.objects.filter(pk=cast.ash.pk).update(born_on=born_on)
        cast.ash.refresh_from_db()
        with pytest.raises(Refused):
            given(cast)


def test_a_talk_that_left_something_out_gives_none(cast: Cast) -> None:
    with pytest.raises(Refused, match="Talk about all of these"):
        given(cast, told=["safe"])
    assert not Talk.objects.exists()


def test_a_second_page_is_refused_and_one_that_is_over_makes_room(cast: Cast) -> None:
    first = given(cast, ends_on=date(2026, 11, 24))
    with pytest.raises(Refused, match="already"):
        given(cast)
    later = NOW + timedelta(days=2)
    again = recording.give(cast.ash, **said(), by=cast.user("worker"), at=later)
    first.refresh_from_db()
    assert first.ended_why == recording.ITS_DAY
    assert again.user_id == first.user_id  # what they wrote stays theirs
    assert User.objects.get(pk=again.user_id).may_sign_in(later)


def test_taken_away_their_account_is_closed_and_given_again_it_is_open(cast: Cast) -> None:
    own_page = given(cast)
    recording.take_away(own_page, why="They asked", by=cast.user("worker"), at=NOW)
    user = User.objects.get(pk=own_page.user_id)
    assert not user.is_active
    with pytest.raises(Refused, match="already"):
        recording.take_away(own_page, why="They asked", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="Give them a new one"):
        code(cast, own_page)
    given(cast)
    assert User.objects.get(pk=own_page.user_id).is_active


def test_a_hold_takes_the_page_away_and_none_is_given_until_it_is_over(cast: Cast) -> None:
    own_page = given(cast)
    held = recording.hold(cast.ash, why="He makes her show it", by=cast.user("worker"), at=NOW)
    own_page.refresh_from_db()
    assert own_page.ended_why == "He makes her show it"
    with pytest.raises(Refused, match="not to have a page"):
        given(cast)
    with pytest.raises(Refused, match="said already"):
        recording.hold(cast.ash, why="Again", by=cast.user("worker"), at=NOW)
    recording.lift(held, why="He has moved out", by=cast.user("manager"), at=NOW)
    with pytest.raises(Refused, match="over already"):
        recording.lift(held, why="He has moved out", by=cast.user("manager"), at=NOW)
    assert given(cast).pk
    assert not Hold.objects.standing().exists()


def test_a_code_is_sealed_and_kept_nowhere_else(cast: Cast) -> None:
    own_page = given(cast)
    made = code(cast, own_page)
    user = User.objects.get(pk=own_page.user_id)
    assert user.email == recording.address(made)
    assert user.check_password(made[rules.NAMES_IT :])
    secret = made[rules.NAMES_IT :].lower()
    kept = [str(row).lower() for model in (Event, Entry, User) for row in model.objects.values()]
    assert not any(secret in row for row in kept)


def test_their_worker_is_told_of_tries_once_a_day(cast: Cast) -> None:
    own_page = given(cast)
    made = code(cast, own_page)
    for _ in range(3):
        recording.tell_of_tries(made[: rules.NAMES_IT], at=NOW)
    action = Action.objects.get()
    assert action.owner == cast.workers["worker"]
    assert "tried wrongly" in action.what
    recording.tell_of_tries(made[: rules.NAMES_IT], at=NOW + timedelta(days=1))
    assert Action.objects.count() == 2
    recording.tell_of_tries("ZZZZ", at=NOW)
    assert Action.objects.count() == 2


def test_a_talk_to_come_and_a_day_too_far_give_none(cast: Cast) -> None:
    with pytest.raises(Refused, match="in the past"):
        given(cast, talked=Moment(NOW + timedelta(hours=1)))
    with pytest.raises(Refused, match="or before"):
        given(cast, ends_on=date(2028, 3, 1))


def test_without_a_worker_or_team_the_tries_stand_in_the_history_alone(cast: Cast) -> None:
    made = code(cast, given(cast))
    Allocation.objects.filter(child=cast.ash).update(ends_on=NOW.date())
    recording.tell_of_tries(made[: rules.NAMES_IT], at=NOW)
    assert Event.objects.filter(what="own_pages.tried").exists()
    assert not Action.objects.exists()


def test_no_two_codes_begin_alike(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    own_page = given(cast)
    first = code(cast, own_page)
    codes = iter([first, "ZZZZ22223333"])
    monkeypatch.setattr(rules, "new_code", lambda: next(codes))
    assert code(cast, own_page) == "ZZZZ22223333"


def test_one_whose_day_is_over_is_taken_away_as_well(cast: Cast) -> None:
    own_page, later = given(cast, ends_on=date(2026, 11, 24)), NOW + timedelta(days=3)
    recording.take_away(own_page, why="They asked", by=cast.user("worker"), at=later)
    assert own_page.ended_why == "They asked"


def test_two_who_tell_at_once_tell_once(cast: Cast) -> None:
    own_page = given(cast)
    for _ in range(2):
        recording._tell_worker(own_page, by=cast.system, at=NOW)
    assert Action.objects.count() == 1
