"""What the pages of meetings show, put in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import (
    Attendance,
    Meeting,
    MeetingAgreement,
    Part,
    PartQuerySet,
    UsualMember,
)
from kittiwake.practice.meetings.quorum import rules as quorum
from kittiwake.practice.meetings.usual.queries import not_invited
from kittiwake.queries.kept import kept
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.components import Status, SummaryRow, Task
from kittiwake.ui.dates import long_date, long_moment


def seen(viewer: Viewer) -> PartQuerySet:
    """The parts of meetings about children the viewer may see; a partner's are those they were let in to."""
    return viewer.see(Part)


def state(meeting: Meeting, at: datetime) -> Status:
    if meeting.cancelled_at:
        return Status("Cancelled", "grey")
    if meeting.closed_at:
        return Status("Record agreed", "green")
    if meeting.held_at:
        return Status("Held, record not agreed", "yellow")
    if meeting.planned_at and meeting.planned_at < at:
        return Status("Day has passed", "red")
    return Status("Planned" if meeting.planned_at else "Asked for", "blue")


@dataclass
class CommonPage:
    """What everybody who reads of the meeting may read."""

    meeting: Meeting
    viewer: Viewer
    at: datetime

    @property
    def state(self) -> Status:
        return state(self.meeting, self.at)

    @property
    def facts(self) -> list[SummaryRow]:
        """What nobody wrote yet is left out, but for when and who chairs."""
        meeting = self.meeting
        always = [
            (
                "Asked for",
                f"{long_moment(Moment(meeting.asked_at, meeting.asked_time_known))}, by {meeting.asked_by}",
            ),
            ("Planned for", long_moment(meeting.planned_at) if meeting.planned_at else ""),
            (
                "Held",
                long_moment(Moment(meeting.held_at, meeting.held_time_known))
                if meeting.held_at
                else "Not yet",
            ),
            ("Chair", meeting.chair),
        ]
        late = ". ".join(filter(None, [meeting.get_why_late_display(), meeting.why_late_words]))
        others = [
            ("Where", meeting.where),
            ("Later than it should be", late),
            ("Went ahead without a quorum", meeting.went_ahead_why),
            ("Places and adults", meeting.places_and_people),
            ("What was talked about", meeting.discussed),
            ("Not to be passed on", meeting.not_to_be_shared),
            ("Meets again", long_date(meeting.next_on) if meeting.next_on else ""),
            ("Cancelled", meeting.cancelled_reason),
        ]
        if meeting.closed_at:
            others.append(("Record agreed", f"{long_moment(meeting.closed_at)}, by {meeting.closed_by}"))
        return [SummaryRow(key, value) for key, value in always + [row for row in others if row[1]]]

    @cached_property
    def attendances(self) -> list[Attendance]:
        order = [key for key, _ in rules.AGENCIES]
        return sorted(
            self.meeting.attendances.all(),
            key=lambda attendance: (order.index(attendance.agency), attendance.pk),
        )

    @cached_property
    def usual_members(self) -> list[UsualMember]:
        """Those who come as a rule, and are not invited yet."""
        return not_invited(self.meeting, local_date(self.at)) if not self.meeting.is_over else []

    @property
    def standing(self) -> quorum.Standing:
        came = {attendance.agency for attendance in self.attendances if attendance.answer == rules.CAME}
        return quorum.standing(self.meeting.kind, came, local_date(self.meeting.held_at or self.at))

    @property
    def lacks_quorum(self) -> bool:
        return self.meeting.held_at is not None and not self.standing.is_quorate

    @property
    def to_invite(self) -> str:
        """Whom the quorum needs and nobody invited yet."""
        invited = {attendance.agency for attendance in self.attendances}
        stands = quorum.standing(self.meeting.kind, invited, local_date(self.at))
        return "" if self.meeting.held_at else stands.words

    @cached_property
    def agreements(self) -> list[MeetingAgreement]:
        return list(self.meeting.agreements.order_by("due_on", "pk"))

    @property
    def stands(self) -> bool:
        return not self.meeting.is_over

    @property
    def may_record(self) -> bool:
        return self.stands and self.viewer.may(Power.RECORD_MEETINGS)

    @property
    def may_hold(self) -> bool:
        return self.may_record and self.meeting.held_at is None

    @property
    def may_decide(self) -> bool:
        return self.may_record and self.meeting.held_at is not None


def when(meeting: Meeting) -> str:
    if meeting.held_at:
        return f"Held {long_moment(meeting.held_at)}"
    if meeting.planned_at:
        return f"Planned for {long_moment(meeting.planned_at)}"
    return f"Asked for {long_moment(meeting.asked_at)}"


@dataclass
class MeetingsPage:
    """Every meeting about one child, newest first."""

    child: Child
    viewer: Viewer
    at: datetime

    @cached_property
    def parts(self) -> list[Part]:
        parts = _standing(self.viewer, self.child)
        return sorted(parts, key=lambda part: part.meeting.held_at or part.meeting.asked_at, reverse=True)

    @property
    def items(self) -> list[Task]:
        return [item(part, self.at) for part in self.parts]

    @property
    def may_record(self) -> bool:
        return self.viewer.may(Power.RECORD_MEETINGS)


@kept
def _standing(viewer: Viewer, child: Child) -> QuerySet[Part]:
    return seen(viewer).standing().filter(child=child).select_related("meeting", "entry")


def item(part: Part, at: datetime, *, name: str = "") -> Task:
    """A row for ui/_task_list.html. `name` where the list is of several children."""
    meeting, kind = part.meeting, part.meeting.get_kind_display()
    title = f"{name}: {kind.lower()}" if name else kind
    return Task(title, part.get_absolute_url(), when(meeting), state(meeting, at))
