"""What the pages of meetings show, put in a reader's order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, cast

from django.db.models import QuerySet
from django.urls import reverse

from kittiwake.access.models import Grant
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Agreement, Attendance, Decision, Meeting, Part, PartQuerySet
from kittiwake.practice.meetings.quorum import rules as quorum
from kittiwake.practice.risk import informing
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Entry
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.dates import long_date, long_moment

STANDARDS = {standard.key: standard for standard in rules.STANDARDS}


def seen(viewer: Viewer) -> PartQuerySet:
    """The parts of meetings about children the viewer may see; a partner's are those they were let in to."""
    return cast(PartQuerySet, viewer.see(Part))


def state(meeting: Meeting, at: datetime) -> dict[str, str]:
    if meeting.cancelled_at:
        return {"text": "Cancelled", "colour": "grey"}
    if meeting.closed_at:
        return {"text": "Record agreed", "colour": "green"}
    if meeting.held_at:
        return {"text": "Held, record not agreed", "colour": "yellow"}
    if meeting.planned_at and meeting.planned_at < at:
        return {"text": "Day has passed", "colour": "red"}
    return {"text": "Planned" if meeting.planned_at else "Asked for", "colour": "blue"}


def partners() -> QuerySet[User]:
    return User.objects.filter(role="partner", is_active=True).order_by("name", "pk")


@dataclass
class CommonPage:
    """What everybody who reads of the meeting may read."""

    meeting: Meeting
    viewer: Viewer
    at: datetime

    @property
    def state(self) -> dict[str, str]:
        return state(self.meeting, self.at)

    @property
    def facts(self) -> list[dict[str, Any]]:
        """What nobody wrote yet is left out, but for when and who chairs."""
        one = self.meeting
        always = [
            ("Asked for", f"{long_moment(Moment(one.asked_at, one.asked_time_known))}, by {one.asked_by}"),
            ("Planned for", long_moment(one.planned_at) if one.planned_at else ""),
            ("Held", long_moment(Moment(one.held_at, one.held_time_known)) if one.held_at else "Not yet"),
            ("Chair", one.chair),
        ]
        late = ". ".join(filter(None, [one.get_why_late_display(), one.why_late_words]))
        others = [
            ("Where", one.where),
            ("Later than it should be", late),
            ("Went ahead without a quorum", one.went_ahead_why),
            ("Places and adults", one.places_and_people),
            ("What was talked about", one.discussed),
            ("Not to be passed on", one.not_to_be_shared),
            ("Meets again", long_date(one.next_on) if one.next_on else ""),
            ("Cancelled", one.cancelled_reason),
        ]
        if one.closed_at:
            others.append(("Record agreed", f"{long_moment(one.closed_at)}, by {one.closed_by}"))
        return [{"key": key, "value": value} for key, value in always + [row for row in others if row[1]]]

    @cached_property
    def attendances(self) -> list[Attendance]:
        order = [key for key, _ in rules.AGENCIES]
        return sorted(self.meeting.attendances.all(), key=lambda one: (order.index(one.agency), one.pk))

    @property
    def standing(self) -> quorum.Standing:
        came = {one.agency for one in self.attendances if one.answer == rules.CAME}
        return quorum.standing(self.meeting.kind, came, local_date(self.meeting.held_at or self.at))

    @property
    def lacks_quorum(self) -> bool:
        return self.meeting.held_at is not None and not self.standing.is_quorate

    @property
    def to_invite(self) -> str:
        """Whom the quorum needs and nobody invited yet."""
        invited = {one.agency for one in self.attendances}
        stands = quorum.standing(self.meeting.kind, invited, local_date(self.at))
        return "" if self.meeting.held_at else stands.words

    @cached_property
    def agreements(self) -> list[Agreement]:
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


@dataclass
class ConferencePage(CommonPage):
    @property
    def title(self) -> str:
        return str(self.meeting)


@dataclass
class MeetingPage(CommonPage):
    """One child's part, with the common part. Other children's parts are other pages, for those who may see them."""

    part: Part = None

    @classmethod
    def of(cls, part: Part, viewer: Viewer, at: datetime) -> MeetingPage:
        return cls(part.meeting, viewer, at, part)

    @property
    def stands(self) -> bool:
        return super().stands and not self.part.entry.is_struck_out

    @property
    def name(self) -> str:
        """A partner sees the name that stands on this meeting, and nothing of the record."""
        return self.part.known_as if self.viewer.is_outside else self.part.child.name

    @property
    def back_url(self) -> str:
        return "/" if self.viewer.is_outside else reverse("meetings:meetings", args=[self.part.child_id])

    @property
    def sections(self) -> list[tuple[str, str]]:
        one = self.part
        took_part = one.get_participation_display()
        rows = [
            ("What the child says and wants", "\n".join(filter(None, [one.child_views, took_part]))),
            ("What their parents or carers say", one.parents_views),
            ("What each agency knows", one.information),
            ("What it means for them", one.analysis),
            ("What keeps them safe from today", one.safe_today),
        ]
        return [(title, text) for title, text in rows if text]

    @property
    def decided(self) -> list[dict[str, Any]]:
        """What was decided about the child as such."""
        one = self.part
        plan = {True: "Yes", False: "No"}.get(one.plan_made, "")
        if one.plan_made:
            plan = f"Yes, {one.get_category_display().lower()}" + (
                ". The harm is outside the home" if one.outside_home else ""
            )
        enquiry = one.get_enquiry_display()
        if one.enquiry in ("single", "joint"):
            enquiry = f"{enquiry}. Carried out by {one.enquiry_by}"
        rows = [
            ("Section 47 enquiry", enquiry),
            ("The enquiry", self._enquiry_result),
            ("Child protection plan", plan),
            ("What follows", one.get_outcome_display()),
            ("Why", one.rationale),
        ]
        return [{"key": key, "value": value} for key, value in rows if value]

    @property
    def _enquiry_result(self) -> str:
        one = self.part
        if one.enquiry_ended_at is None:
            return "Still open" if one.enquiry in ("single", "joint") else ""
        ended = long_moment(one.enquiry_ended_at)
        return f"Ended {ended}. {one.get_enquiry_result_display()}\n{one.enquiry_words}"

    @property
    def may_end_enquiry(self) -> bool:
        one = self.part
        open_ = one.enquiry in ("single", "joint") and one.enquiry_ended_at is None
        return open_ and not one.entry.is_struck_out and self.viewer.may(Power.RECORD_MEETINGS)

    @cached_property
    def decisions(self) -> list[Decision]:
        found = self.viewer.see(Decision).filter(part=self.part)
        return list(found.select_related("action__owner", "action__team").order_by("pk"))

    @property
    def may_act(self) -> bool:
        return self.viewer.may(Power.RECORD_MEETINGS) and not self.part.entry.is_struck_out

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        if self.viewer.is_outside:
            return []
        found = Clock.objects.filter(entry=self.part.entry).order_by("due_at", "pk")
        return [(STANDARDS[one.key].title, one) for one in found if one.key in STANDARDS]

    @cached_property
    def others(self) -> list[Part]:
        """Other children's parts, of those the viewer may see."""
        found = seen(self.viewer).standing().filter(meeting=self.meeting).exclude(pk=self.part.pk)
        return list(found.select_related("entry").order_by("known_as", "pk"))

    @property
    def may_let_in(self) -> bool:
        return self.stands and self.viewer.may(Power.RECORD)

    @property
    def may_strike_out(self) -> bool:
        return self.viewer.may(Power.RECORD) and not self.part.entry.is_struck_out

    @property
    def reasons(self) -> list[Entry]:
        return [] if self.viewer.is_outside else informing.reasons(self.viewer, self.part.entry)

    @cached_property
    def let_in(self) -> list[Grant]:
        if self.viewer.is_outside:
            return []
        found = Grant.objects.standing(self.at).filter(because_of=self.part.entry, kind=Grant.TO_ONE)
        return list(found.select_related("user").order_by("user__name", "pk"))

    @property
    def before(self) -> Part | None:
        """The child's meeting before this one, whose decisions are looked at again."""
        earlier = seen(self.viewer).held().filter(child_id=self.part.child_id).exclude(pk=self.part.pk)
        earlier = earlier.filter(meeting__held_at__lt=self.meeting.held_at or self.at)
        return earlier.select_related("meeting", "entry").order_by("-meeting__held_at", "-pk").first()

    @property
    def risks(self) -> list[PresentingRisk]:
        found = self.viewer.see(PresentingRisk).standing().filter(child_id=self.part.child_id)
        return list(found.highest_first())
