"""Who usually comes to a meeting, and is not invited to it yet."""

from __future__ import annotations

from datetime import date

from kittiwake.practice.meetings.models import Attendance, Meeting, UsualMember


def not_invited(meeting: Meeting, day: date) -> list[UsualMember]:
    """By the kind of meeting and the day; a name is the same however it is written large and small."""
    members = UsualMember.objects.on(day).filter(kind=meeting.kind).order_by("agency", "name", "pk")
    invited = {_who(attendance) for attendance in meeting.attendances.all()}
    return [member for member in members if _who(member) not in invited]


def _who(person: Attendance | UsualMember) -> tuple[str, str]:
    return person.agency, person.name.casefold()
