"""Who usually comes to a kind of meeting: kept from a day until a day, and invited by a person, together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kittiwake.history.refusal import Refused
from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.models import Attendance, Meeting, UsualMember
from kittiwake.practice.meetings.tests.made import a_meeting, part_of
from kittiwake.practice.meetings.tests.reading import at, text
from kittiwake.practice.meetings.usual import recording as usual
from kittiwake.practice.meetings.usual.queries import not_invited
from kittiwake.practice.return_interviews.tests.made import once
from tests.cast import NOW, Cast

LIST = "meetings:usual_members"


def comes(cast: Cast, name: str, agency: str = rules.POLICE, kind: str = rules.PANEL) -> UsualMember:
    by = cast.user("manager")
    return usual.add_usual_member(kind=kind, agency=agency, name=name, role="Sergeant", by=by, at=NOW)


def panel(cast: Cast) -> Meeting:
    return a_meeting(cast, kind=rules.PANEL)


def test_added_on_a_page_proposed_at_a_meeting_and_invited_together(cast: Cast, worker_in: Client) -> None:
    assert "Nobody yet" in text(worker_in.get(reverse(LIST)))
    for agency, name in ((rules.POLICE, "Sgt Made Up"), (rules.HEALTH, "A Nurse")):
        answers = once(kind=rules.PANEL, agency=agency, name=name, role="Usual")
        assert worker_in.post(reverse("meetings:add_usual_member"), answers).url == reverse(LIST)
    part = part_of(panel(cast), cast.ash)
    assert "Not invited yet, and usually there: A Nurse, Health; Sgt Made Up, Police" in text(
        worker_in.get(at("invite", part))
    )
    assert worker_in.post(at("invite_usual", part), once()).url == part.get_absolute_url()
    assert set(Attendance.objects.values_list("name", "role")) == {
        ("Sgt Made Up", "Usual"),
        ("A Nurse", "Usual"),
    }
    assert "usually there" not in text(worker_in.get(at("invite", part)))


def test_whoever_is_invited_already_is_not_invited_again(cast: Cast) -> None:
    meeting = panel(cast)
    comes(cast, "Sgt Made Up")
    recording.invite(meeting, agency=rules.POLICE, name="SGT made UP", by=cast.user("worker"), at=NOW)
    assert not_invited(meeting, NOW.date()) == []
    with pytest.raises(Refused, match="invited already"):
        usual.invite_usual_members(meeting, by=cast.user("worker"), at=NOW)


def test_two_who_invite_at_once_invite_once(cast: Cast, worker_in: Client) -> None:
    part = part_of(panel(cast), cast.ash)
    comes(cast, "Sgt Made Up")
    first, second = once(), once()
    worker_in.post(at("invite_usual", part), first)
    answer = worker_in.post(at("invite_usual", part), second)
    assert answer.status_code == 422
    assert "invited already" in text(answer)
    assert Attendance.objects.count() == 1


def test_of_another_kind_of_meeting_they_are_not_proposed(cast: Cast) -> None:
    comes(cast, "Sgt Made Up", kind=rules.COMPLEX)
    assert not_invited(panel(cast), NOW.date()) == []


def test_nobody_is_on_the_list_twice_and_may_come_back(cast: Cast) -> None:
    member = comes(cast, "Sgt Made Up")
    with pytest.raises(Refused, match="on the list for that agency already"):
        comes(cast, "sgt made up")
    usual.end_usual_member(member, by=cast.user("manager"), at=NOW)
    again = comes(cast, "Sgt Made Up")
    assert list(UsualMember.objects.on(NOW.date())) == [again]


def test_off_the_list_from_that_day_and_invitations_stay(cast: Cast) -> None:
    meeting, member = panel(cast), comes(cast, "Sgt Made Up")
    usual.invite_usual_members(meeting, by=cast.user("worker"), at=NOW)
    later = NOW + timedelta(days=30)
    usual.end_usual_member(member, by=cast.user("manager"), at=later)
    assert meeting.attendances.count() == 1
    assert list(UsualMember.objects.on(NOW.date())) == [member]
    assert list(UsualMember.objects.on(later.date())) == []
    with pytest.raises(Refused, match="off the list already"):
        usual.end_usual_member(member, by=cast.user("manager"), at=later)


def test_a_meeting_that_is_over_invites_nobody(cast: Cast, worker_in: Client) -> None:
    meeting = panel(cast)
    comes(cast, "Sgt Made Up")
    part = part_of(meeting, cast.ash)
    recording.cancel_meeting(meeting, reason="Ash is safe", by=cast.user("worker"), at=NOW)
    answer = worker_in.post(at("invite_usual", part), once())
    assert answer.status_code == 422
    assert not Attendance.objects.exists()
