"""The pages of meetings: what stands on them, what is refused, and what is printed."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kittiwake.access.models import Reading
from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.models import Attendance, Meeting, MeetingAgreement, Part
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.tests.made import ASKED, HELD, HOUR, a_meeting, held, invited, part_of
from kittiwake.practice.meetings.tests.reading import at, day, text, words_of
from kittiwake.practice.return_interviews.tests.made import moment, once
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.primitives.actions.models import Action
from tests.cast import NOW, Cast, signed_in


def test_a_meeting_from_asking_to_the_agreed_record(cast: Cast, worker_in: Client) -> None:
    risk = risks.open_risk(
        cast.ash, domain="county_lines", level="significant", why="Seen", by=cast.user("worker"), at=NOW
    )
    ask = reverse("meetings:request_meeting", args=[cast.ash.pk]) + f"?because_of={risk.pk}"
    assert "Because of: County lines" in text(worker_in.get(ask))
    answers = {"kind": "strategy", "why": "It got worse", "asked_by": "North team", "because_of": risk.pk}
    response = worker_in.post(ask, once(**answers, **moment("asked", ASKED)))
    part = Part.objects.get()
    assert response.url == part.get_absolute_url()
    assert "County lines" in text(worker_in.get(response.url))

    assert "Still to invite, so that there is a quorum: Children’s social care, Police, Health" in text(
        worker_in.get(at("invite", part))
    )
    for agency in (rules.CARE, rules.POLICE, rules.HEALTH):
        worker_in.post(at("invite", part), once(agency=agency, name=f"Person of {agency}"))
    came = {f"came_{invited.pk}": "came" for invited in Attendance.objects.all()}
    worker_in.post(
        at("hold", part), once(chair="Pat Chair", discussed="Two cars", **came, **moment("held", HELD))
    )
    part.refresh_from_db()
    assert part.meeting.held_at == HELD

    page = text(worker_in.get(at("write_part", part)))
    assert "Does a section 47 enquiry begin?" in page
    facts = {
        "child_views": "I want to stay at school",
        "enquiry": "joint",
        "enquiry_by": "The worker",
        "version": part.version,
    }
    assert worker_in.post(at("write_part", part), once(**facts)).status_code == 302
    decision = {
        "what": "See Ash today",
        "why": "Nobody has",
        "acts": "yes",
        "owner": cast.workers["worker"].pk,
    }
    worker_in.post(at("decide", part), once(**decision, **day("due_on", NOW)))
    assert Action.objects.get().what == "See Ash today"

    shown = text(worker_in.get(part.get_absolute_url()))
    for words in (
        "Two cars",
        "I want to stay at school",
        "Yes, with the police",
        "See Ash today",
        "Initial child protection conference held",
    ):
        assert words in shown
    chair_in = signed_in(cast.user("manager"))
    version = Meeting.objects.get().version
    chair_in.post(at("close", part), once(agreed="on", version=version))
    assert "Record agreed" in text(worker_in.get(part.get_absolute_url()))
    late = worker_in.post(at("decide", part), once(**decision, **day("due_on", NOW)))
    assert late.status_code == 422
    assert "The record of this meeting is agreed" in text(late)
    assert "See Ash today" in text(late), "what was typed is kept"


def test_a_meeting_without_a_quorum_says_what_follows(cast: Cast, worker_in: Client) -> None:
    meeting = a_meeting(cast)
    keys, part = invited(cast, meeting, rules.CARE, rules.POLICE), part_of(meeting, cast.ash)
    came = {f"came_{key}": "came" for key in keys.values()}
    answers = {"chair": "Pat", "discussed": "A long talk", **came, **moment("held", HELD)}
    refused = worker_in.post(at("hold", part), once(**answers))
    assert refused.status_code == 422
    assert "There was no quorum: Health missing" in text(refused)
    assert "A long talk" in text(refused)
    worker_in.post(at("hold", part), once(**answers, went_ahead_why="In danger tonight"))
    shown = text(worker_in.get(part.get_absolute_url()))
    assert (
        "There was no quorum: Health missing. What was agreed to keep the child safe today stands." in shown
    )


def test_the_form_says_what_is_missing_and_keeps_what_was_typed(cast: Cast, worker_in: Client) -> None:
    url = reverse("meetings:request_meeting", args=[cast.ash.pk])
    response = worker_in.post(url, once(why="It got worse", **moment("asked", NOW + HOUR)))
    assert response.status_code == 422
    for words in (
        "Select what kind of meeting it is",
        "Enter who asked for it",
        "must be in the past",
        "It got worse",
    ):
        assert words in text(response)


def test_papers_before_and_record_after(cast: Cast, worker_in: Client) -> None:
    risks.open_risk(
        cast.ash, domain="education", level="moderate", why="No school", by=cast.user("worker"), at=NOW
    )
    earlier = held(cast, a_meeting(cast, asked=ASKED - 48 * HOUR), at=HELD - 48 * HOUR)
    parts.decide(
        part_of(earlier, cast.ash), what="Ring the school", why="x", owner=cast.workers["worker"],
        due_on=NOW.date(), by=cast.user("worker"), at=NOW,
    )  # fmt: skip
    part = part_of(a_meeting(cast, kind=rules.PANEL, why="It <b>got</b> worse #1"), cast.ash)
    parts.write_part(part, version=1, child_views="I am tired", by=cast.user("worker"), at=NOW)
    pack = words_of(worker_in.get(at("print_pack", part)))
    for words in (
        "Papers for the meeting", "Ash Alder", "It <b>got</b> worse #1", "I am tired", "Out of school or college: moderate. No school",
        "Ring the school", "Not done. Due 23 November 2026", "Nobody is invited yet", "Printed 23 November 2026",
    ):  # fmt: skip
        assert words in pack, words
    held(cast, part.meeting)
    record = words_of(worker_in.get(at("print_record", part)))
    for words in ("Record of the meeting", "The chair has not agreed this record yet", "Somebody of police"):
        assert words in record
    assert set(Reading.objects.filter(what="print").values_list("child_id", "entry_id")) == {
        (cast.ash.pk, part.pk)
    }


def test_another_child_is_found_by_number_or_name_among_those_in_sight(cast: Cast, worker_in: Client) -> None:
    part = part_of(a_meeting(cast, kind=rules.PANEL), cast.ash)
    unknown = worker_in.post(at("add_child", part), once(known_by="Rowan Reed"))
    assert unknown.status_code == 422
    assert "No one child you can see has that number or name" in text(unknown)
    number = cast.briar.identifiers.get().value
    for known_by in ("briar beech", number):
        worker_in.post(at("add_child", part), once(known_by=known_by))
    assert set(Part.objects.values_list("child", flat=True)) == {cast.ash.pk, cast.briar.pk}


def test_a_context_conference_from_asking_to_agreeing(cast: Cast) -> None:
    manager_in = signed_in(cast.user("manager"))
    answers = {"about": "The arcade", "why": "Adults wait outside", "asked_by": "Police"}
    url = manager_in.post(
        reverse("meetings:request_conference"), once(**answers, **moment("asked", ASKED))
    ).url
    conference = Meeting.objects.get()

    def there(word: str, *more: int) -> str:
        return reverse(f"meetings:{word}_conference", args=[conference.pk, *more])

    for agency in (rules.CARE, rules.POLICE):
        manager_in.post(there("invite"), once(agency=agency, name=f"Of {agency}"))
    invited = Attendance.objects.first()
    manager_in.post(there("answer", invited.pk), once(answer="apologies"))
    came = {f"came_{attendance.pk}": "came" for attendance in Attendance.objects.all()}
    manager_in.post(there("hold"), once(chair="Pat", **came, **moment("held", HELD)))
    agreed = {"what": "Lights", "agency": "other", "owner_name": "Parks", **day("due_on", NOW)}
    manager_in.post(there("agree"), once(**agreed))
    manager_in.post(
        there("finish_agreement", MeetingAgreement.objects.get().pk), once(outcome="Lit since Monday")
    )
    shown = text(manager_in.get(url))
    assert "Lit since Monday" in shown
    assert "The arcade" in text(manager_in.get(reverse("meetings:conferences")))
    for name in ("partner", "stranger"):
        assert signed_in(cast.user(name)).get(url).status_code == 404
        assert "The arcade" not in text(signed_in(cast.user(name)).get(reverse("meetings:conferences")))


@pytest.mark.parametrize("name", ["outsider", "stranger", "partner"])
def test_outsiders_are_refused_every_page(cast: Cast, name: str) -> None:
    meeting = held(cast, a_meeting(cast))
    part, client = part_of(meeting, cast.ash), signed_in(cast.user(name))
    attendance, by = meeting.attendances.first(), cast.user("worker")
    decision = parts.decide(part, what="x", why="x", by=by, at=NOW)
    pages = [at(word, part) for word in (
        "meeting", "plan", "invite", "hold", "agree", "close", "cancel", "add_child", "write_part", "decide",
        "end_enquiry", "let_in_partner", "strike_out", "print_pack", "print_record",
    )]  # fmt: skip
    pages += [
        at("answer", part, attendance_pk=attendance.pk),
        at("act_on_decision", part, decision_pk=decision.pk),
    ]
    pages += [reverse(f"meetings:{word}", args=[cast.ash.pk]) for word in ("meetings", "request_meeting")]
    for address in pages:
        expected = (404,) if name == "outsider" else (403, 404)
        if name == "partner" and address.endswith(f"/children/{cast.ash.pk}/meetings/"):
            assert part.meeting.why not in text(client.get(address))
            continue
        assert client.get(address).status_code in expected, address
        assert client.post(address, once()).status_code in (*expected, 405), address


def test_the_childs_page_and_the_list_show_meetings(cast: Cast, worker_in: Client) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    for url in (cast.ash.get_absolute_url(), reverse("meetings:meetings", args=[cast.ash.pk])):
        page = text(worker_in.get(url))
        assert part.get_absolute_url() in page
        assert "Held, record not agreed" in page


def test_striking_out_and_cancelling_from_their_pages(cast: Cast, worker_in: Client) -> None:
    part = part_of(a_meeting(cast), cast.ash)
    worker_in.post(at("strike_out", part), once(reason="The wrong child"))
    assert "The wrong child" in text(worker_in.get(part.get_absolute_url()))
    other = part_of(a_meeting(cast), cast.ash)
    worker_in.post(at("plan", other), once(chair="Pat", **moment("planned", NOW)))
    worker_in.post(at("cancel", other), once(reason="Asked for twice"))
    assert "Asked for twice" in text(worker_in.get(other.get_absolute_url()))


def test_the_enquiry_ends_from_its_page(cast: Cast, worker_in: Client) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    by = cast.user("worker")
    parts.write_part(part, version=1, enquiry="joint", enquiry_by="The worker", by=by, at=NOW)
    facts = {"enquiry_result": "not_founded", "enquiry_words": "Somebody else"}
    worker_in.post(at("end_enquiry", part), once(**facts, **moment("ended", NOW)))
    assert "The worry was not borne out" in text(worker_in.get(part.get_absolute_url()))


def test_a_decision_left_alone_is_taken_on_from_its_page(cast: Cast, worker_in: Client) -> None:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    left = parts.decide(part, what="Ring school", why="x", by=cast.user("worker"), at=NOW)
    assert "Nobody does it yet" in text(worker_in.get(part.get_absolute_url()))
    owner = cast.workers["worker"].pk
    url = at("act_on_decision", part, decision_pk=left.pk)
    worker_in.post(url, once(owner=owner, **day("due_on", NOW)))
    assert "Nobody does it yet" not in text(worker_in.get(part.get_absolute_url()))
    recording.answer(part.meeting.attendances.first(), answer=rules.APOLOGIES, by=cast.user("worker"), at=NOW)
