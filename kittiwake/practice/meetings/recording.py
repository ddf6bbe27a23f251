"""The only way a meeting is written. Form, import and API all call these."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, Unpack

from django.db.models import F

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.kinds import EventKind
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.meetings import events, rules
from kittiwake.practice.meetings.facts import Arrangements, HeldFacts, RequestFacts
from kittiwake.practice.meetings.models import Attendance, Meeting, Part
from kittiwake.practice.meetings.parts import clocks, tracks
from kittiwake.practice.meetings.parts.oversight import put_before_manager
from kittiwake.practice.meetings.quorum import rules as quorum
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.days import YEAR
from kittiwake.record.models import Child, Entry
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment, local_date

MEETING = "meetings.meeting"
NOT_HELD_YET = "Record first that the meeting was held."
OVER = "The record of this meeting is agreed, so it is not changed. Record what is new in another meeting."


@whole()
def request_meeting(
    children: Collection[Child],
    *,
    kind: str,
    why: str,
    asked: Moment,
    asked_by: str,
    by: User,
    at: datetime,
    planned: Moment | None = None,
    because_of: Entry | None = None,
    **arrangements: Unpack[Arrangements],
) -> Meeting:
    """Somebody asked for a meeting about one or more children. Starts the clock that asking for its kind starts.

    `because_of` is what led to it, on the record of one of the children. Refuses a time to come, and a plan before it was asked for.
    """
    if not children:
        raise Refused("Choose the child or children it is about.", field="others")
    meeting = new_meeting(kind, asked, planned, why=why, asked_by=asked_by, at=at, **arrangements)
    for child in dict.fromkeys(children):
        _add(meeting, child, by=by, at=at, because_of=because_of)
    return meeting


def new_meeting(
    kind: str, asked: Moment, planned: Moment | None, *, at: datetime, **facts: Unpack[RequestFacts]
) -> Meeting:
    """Part of recording a request, inside its transaction."""
    must_be_believable(at, ahead=YEAR, asked=asked, planned=planned)
    if asked.at > at:
        raise Refused("This is in the future. Enter when it was asked for.", field="asked")
    if planned and planned.at < asked.at:
        raise Refused("It cannot be planned for before it was asked for.", field="planned")
    return Meeting.objects.create(
        kind=kind,
        asked_at=asked.at,
        asked_time_known=asked.time_known,
        planned_at=planned.at if planned else None,
        recorded_at=at,
        **facts,
    )


def _add(meeting: Meeting, child: Child, *, by: User, at: datetime, because_of: Entry | None) -> Part:
    summary = f"{meeting.get_kind_display()} asked for"
    entry = record.enter(child, kind=MEETING, summary=summary, happened_at=meeting.asked_at, by=by, at=at)
    part = Part.objects.create(entry=entry, meeting=meeting, child=child, known_as=child.name)
    if because_of is not None and because_of.child_id == child.pk:
        record.inform(entry, because_of=because_of)
    clocks.asked(part)
    history.write(events.REQUESTED, part, by=by, at=at, child_id=child.pk)
    return part


@whole()
def add_child(meeting: Meeting, child: Child, *, by: User, at: datetime) -> Part:
    """One more child it is about. Refuses a child it is about already, and a meeting that was held."""
    must_stand(meeting)
    meeting = lock(meeting)
    if meeting.about_no_child:
        raise Refused("A context conference names no child. Ask for a meeting about the child instead.")
    if meeting.held_at:
        raise Refused("It has been held. Ask for another meeting about this child.", field="child")
    with refused_by(
        meeting_part_once_a_child=Refused("The meeting is about this child already.", field="child")
    ):
        return _add(meeting, child, by=by, at=at, because_of=None)


@whole()
def plan_meeting(
    meeting: Meeting, *, planned: Moment, by: User, at: datetime, **arrangements: Unpack[Arrangements]
) -> None:
    """When it is to be, where, and who chairs it. An earlier plan stays in the history."""
    must_stand(meeting)
    must_be_believable(at, ahead=YEAR, planned=planned)
    meeting = lock(meeting)
    if meeting.held_at:
        raise Refused("It has been held already. Ask for another meeting if there is to be one.")
    if planned.at < meeting.asked_at:
        raise Refused("It cannot be planned for before it was asked for.", field="planned")
    _change(meeting, planned_at=planned.at, **arrangements)
    _each(meeting, events.PLANNED, by=by, at=at)


@whole()
def invite(meeting: Meeting, *, agency: str, name: str, by: User, at: datetime, role: str = "") -> Attendance:
    """Somebody is asked to come, for an agency. Refuses the same person for the same agency twice."""
    must_stand(meeting)
    meeting = lock(meeting)
    with refused_by(
        attendance_once=Refused(f"{name.strip()} is on the list for that agency already.", field="name")
    ):
        attendance = Attendance.objects.create(
            meeting=meeting, agency=agency, name=name.strip(), role=role, invited_at=at
        )
    _each(meeting, events.INVITED, by=by, at=at)
    return attendance


@whole()
def answer(attendance: Attendance, *, answer: str, by: User, at: datetime, report: str = "") -> None:
    """What came of the invitation: apologies, a report, or that they were there."""
    must_stand(attendance)
    meeting = lock(attendance.meeting)
    if answer == rules.REPORTED and not report:
        raise Refused("Enter what the report says, or where it is kept.", field="report")
    if answer == rules.CAME and meeting.held_at is None:
        raise Refused(NOT_HELD_YET, field="answer")
    Attendance.objects.filter(pk=attendance.pk).update(
        answer=answer, report=report or attendance.report, version=F("version") + 1
    )
    _each(meeting, events.ANSWERED, by=by, at=at)


@whole()
def hold_meeting(
    meeting: Meeting,
    *,
    held: Moment,
    answers: Mapping[int, str],
    by: User,
    at: datetime,
    went_ahead_why: str = "",
    **facts: Unpack[HeldFacts],
) -> Meeting:
    """It was held. `answers` is {attendance: what came of it}; whoever is left out did not come.

    Ends and starts the clocks of each child. Refuses a time before it was asked for or still to come, a second
    holding, and a meeting without a quorum unless it says why it went ahead.
    """
    must_stand(meeting)
    must_be_believable(at, held=held, next_on=facts.get("next_on"))
    meeting = lock(meeting)
    if meeting.held_at:
        raise Refused("It is recorded already that this was held. Open it to read it.")
    if wrong := rules.out_of_order(meeting.asked_at, held.at, at):
        raise Refused(wrong, field="held")
    came = _mark(meeting, answers)
    stands = quorum.standing(meeting.kind, came, local_date(held.at))
    _refuse_without_quorum(stands, went_ahead_why)
    why = "" if stands.is_quorate else went_ahead_why
    _change(meeting, held_at=held.at, held_time_known=held.time_known, went_ahead_why=why, **facts)

    def follow(part: Part) -> None:
        record.took_place(part.entry, summary=f"{meeting.get_kind_display()} held", happened_at=held.at)
        clocks.held(part, came, at)

    _each(meeting, events.HELD, follow, by=by, at=at)
    return meeting


def _mark(meeting: Meeting, answers: Mapping[int, str]) -> set[str]:
    """Keeps who came, and gives back for which agencies."""
    for attendance in meeting.attendances.all():
        said = answers.get(attendance.pk) or (
            rules.ABSENT if attendance.answer == rules.INVITED else attendance.answer
        )
        Attendance.objects.filter(pk=attendance.pk).update(answer=said, version=F("version") + 1)
    return set(meeting.attendances.filter(answer=rules.CAME).values_list("agency", flat=True))


def _refuse_without_quorum(stands: quorum.Standing, why: str) -> None:
    if stands.is_quorate or why:
        return
    assert stands.rule is not None
    raise Refused(
        f"There was no quorum: {stands.words} missing. Say why it went ahead. {stands.rule.follows}",
        field="went_ahead_why",
    )


@whole()
def close_meeting(meeting: Meeting, *, version: int, by: User, at: datetime) -> None:
    """The chair agrees the record: from now on it is not changed. Refuses a second chair, who is told who was first,
    a record that moved on since it was read and one that nobody has said was held.
    """
    must_stand(meeting)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.closed_at:
        raise Refused(f"{meeting.closed_by} has agreed this record already. Open it to read it.")
    if meeting.held_at is None:
        raise Refused(NOT_HELD_YET)
    if meeting.version != version:
        raise Refused("Somebody changed the record while you read it. Read it again before you agree it.")
    _change(meeting, closed_at=at, closed_by=by)
    _each(meeting, events.CLOSED, by=by, at=at)


@whole()
def cancel_meeting(meeting: Meeting, *, reason: str, by: User, at: datetime) -> None:
    """It will not be held. Its clocks fall away with the reason, which a manager reads; those of an enquiry that runs
    do not."""
    must_stand(meeting)
    meeting = lock(meeting)
    if meeting.held_at:
        raise Refused("It has been held, so it is not cancelled. Strike it out if that was recorded wrongly.")
    _change(meeting, cancelled_at=at, cancelled_reason=reason)

    def follow(part: Part) -> None:
        summary = f"{meeting.get_kind_display()} cancelled"
        record.took_place(part.entry, summary=summary, happened_at=meeting.asked_at)
        clocks.fell_away(part, at=at, reason=reason)
        if meeting.kind in rules.STARTED_BY_ASKING:
            put_before_manager(part, by=by, at=at)

    _each(meeting, events.CANCELLED, follow, by=by, at=at)


@whole()
def strike_out(part: Part, *, reason: str, by: User, at: datetime) -> None:
    """This child's part was recorded wrongly. It stays, struck through; clocks it ended run again. Other children's
    parts of the same meeting stand.
    """
    record.strike_out(part.entry, reason=reason, by=by, at=at)
    clocks.fell_away(part, at=at, reason=reason)
    tracks.undo(part, part.plan_made, by=by, at=at)
    settle(part.child, at)
    history.write(events.STRUCK_OUT, part, by=by, at=at, child_id=part.child_id)


def lock(meeting: Meeting) -> Meeting:
    """Two people at once: the second waits for the first, and is told if the record is agreed by then."""
    locked = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if locked.cancelled_at:
        raise Refused("This meeting was cancelled. Ask for a new one.")
    if locked.closed_at:
        raise Refused(OVER)
    return locked


def _change(meeting: Meeting, **columns: Any) -> None:
    Meeting.objects.filter(pk=meeting.pk).update(version=F("version") + 1, **columns)
    meeting.refresh_from_db()


def touch(meeting: Meeting) -> None:
    """Something of the record changed that is not in its own row: whoever agrees it must have read that."""
    Meeting.objects.filter(pk=meeting.pk).update(version=F("version") + 1)


def _each(
    meeting: Meeting, what: EventKind, follow: Callable[[Part], None] | None = None, *, by: User, at: datetime
) -> None:
    """What follows for every child, and in the history of each: for those too whom the writer may not see, because a
    meeting that was held was held for all of them. Nothing of it comes back to the writer.
    """
    with acting_as_system():
        parts = list(Part.objects.standing().filter(meeting=meeting).select_related("entry", "child"))
        for part in parts:
            part.meeting = meeting
            if follow:
                follow(part)
            history.write(what, part, by=by, at=at, child_id=part.child_id)
    if meeting.about_no_child:
        history.write(what, meeting, by=by, at=at)
