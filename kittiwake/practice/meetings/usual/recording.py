"""The only way it is said who usually comes, and the only way they are invited together."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.meetings import events
from kittiwake.practice.meetings.models import Meeting, UsualMember
from kittiwake.practice.meetings.recording import invite, lock
from kittiwake.practice.meetings.usual.queries import not_invited
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date


@whole()
def add_usual_member(
    *, kind: str, agency: str, name: str, by: User, at: datetime, role: str = ""
) -> UsualMember:
    """From today on. Refuses the same person for the same agency and kind of meeting twice."""
    twice = Refused(f"{name.strip()} is on the list for that agency already.", field="name")
    with refused_by(usual_member_once=twice):
        member = UsualMember.objects.create(
            kind=kind, agency=agency, name=name.strip(), role=role, starts_on=local_date(at)
        )
    changes: history.Changes = {str(member.get_kind_display()): (None, str(member))}
    history.write(events.USUALLY_COMES, member, by=by, at=at, changes=changes)
    return member


@whole()
def end_usual_member(member: UsualMember, *, by: User, at: datetime) -> None:
    """From today on they are not proposed. Meetings that they are invited to stay as they are."""
    if not UsualMember.objects.filter(pk=member.pk, ends_on=None).update(ends_on=local_date(at)):
        raise Refused("They are off the list already. Open the list again to see who is on it.")
    changes: history.Changes = {str(member.get_kind_display()): (str(member), None)}
    history.write(events.NO_LONGER_COMES, member, by=by, at=at, changes=changes)


@whole()
def invite_usual_members(meeting: Meeting, *, by: User, at: datetime) -> int:
    """How many were invited. Refuses where nobody is left: somebody else may have invited them a moment ago."""
    must_stand(meeting)
    members = not_invited(lock(meeting), local_date(at))
    if not members:
        raise Refused("Everybody who usually comes is invited already. Look at who is invited.")
    for member in members:
        invite(meeting, agency=member.agency, name=member.name, role=member.role, by=by, at=at)
    return len(members)
