"""Writing what was agreed about a place, a group or an adult, and for no one child."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.meetings import events
from kittiwake.practice.meetings.models import Meeting, MeetingAgreement
from kittiwake.practice.meetings.recording import NOT_HELD_YET, lock, touch
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.record.standing import must_stand


@whole()
def agree(
    meeting: Meeting, *, what: str, agency: str, owner_name: str, due_on: date, by: User, at: datetime,
    why: str = "", owner: Worker | None = None,
) -> MeetingAgreement:  # fmt: skip
    """Something was agreed about a place, a group or an adult, and for no one child."""
    must_stand(meeting)
    must_be_believable(at, due_on=due_on)
    meeting = lock(meeting)
    if meeting.held_at is None:
        raise Refused(NOT_HELD_YET)
    agreement = MeetingAgreement.objects.create(
        meeting=meeting, what=what, why=why, agency=agency, owner_name=owner_name, owner=owner, due_on=due_on
    )
    touch(meeting)
    history.write(events.AGREED, agreement, by=by, at=at)
    return agreement


@whole()
def finish_agreement(agreement: MeetingAgreement, *, outcome: str, by: User, at: datetime) -> None:
    """It was done, and this came of it. Refuses a second time."""
    must_stand(agreement)
    if not MeetingAgreement.objects.filter(pk=agreement.pk, done_at=None).update(done_at=at, outcome=outcome):
        raise Refused("This has been finished already. Open the meeting to see by whom.")
    history.write(events.AGREEMENT_FINISHED, agreement, by=by, at=at)
