"""One child’s part of a meeting, put in a reader’s order. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.models import Grant
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Decision, Part
from kittiwake.practice.meetings.showing import CommonPage, seen
from kittiwake.practice.risk import informing
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Entry
from kittiwake.ui.components import SummaryRow
from kittiwake.ui.dates import long_moment

STANDARDS = {standard.key: standard for standard in rules.STANDARDS}


def partners() -> QuerySet[User]:
    return User.objects.filter(role="partner", is_active=True).order_by("name", "pk")


@dataclass
class MeetingPage(CommonPage):
    """One child's part, with the common part. Other children's parts are other pages, for those who may see them."""

    part: Part

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
        part = self.part
        took_part = part.get_participation_display()
        rows = [
            ("What the child says and wants", "\n".join(filter(None, [part.child_views, took_part]))),
            ("What their parents or carers say", part.parents_views),
            ("What each agency knows", part.information),
            ("What it means for them", part.analysis),
            ("What keeps them safe from today", part.safe_today),
        ]
        return [(title, text) for title, text in rows if text]

    @property
    def decided(self) -> list[SummaryRow]:
        """What was decided about the child as such."""
        part = self.part
        plan = {True: "Yes", False: "No", None: ""}[part.plan_made]
        if part.plan_made:
            plan = f"Yes, {part.get_category_display().lower()}" + (
                ". The harm is outside the home" if part.outside_home else ""
            )
        enquiry = part.get_enquiry_display()
        if part.enquiry in ("single", "joint"):
            enquiry = f"{enquiry}. Carried out by {part.enquiry_by}"
        rows = [
            ("Section 47 enquiry", enquiry),
            ("The enquiry", self._enquiry_result),
            ("Child protection plan", plan),
            ("What follows", part.get_outcome_display()),
            ("Why", part.rationale),
        ]
        return [SummaryRow(key, value) for key, value in rows if value]

    @property
    def _enquiry_result(self) -> str:
        part = self.part
        if part.enquiry_ended_at is None:
            return "Still open" if part.enquiry in ("single", "joint") else ""
        ended = long_moment(part.enquiry_ended_at)
        return f"Ended {ended}. {part.get_enquiry_result_display()}\n{part.enquiry_words}"

    @property
    def may_end_enquiry(self) -> bool:
        part = self.part
        open_ = part.enquiry in ("single", "joint") and part.enquiry_ended_at is None
        return open_ and not part.entry.is_struck_out and self.viewer.may(Power.RECORD_MEETINGS)

    @cached_property
    def decisions(self) -> list[Decision]:
        decisions = self.viewer.see(Decision).filter(part=self.part)
        return list(decisions.select_related("action__owner", "action__team").order_by("pk"))

    @property
    def may_act(self) -> bool:
        return self.viewer.may(Power.RECORD_MEETINGS) and not self.part.entry.is_struck_out

    @cached_property
    def clocks(self) -> list[tuple[str, Clock]]:
        if self.viewer.is_outside:
            return []
        clocks = Clock.objects.filter(entry=self.part.entry).order_by("due_at", "pk")
        return [(STANDARDS[clock.key].title, clock) for clock in clocks if clock.key in STANDARDS]

    @cached_property
    def others(self) -> list[Part]:
        """Other children's parts, of those the viewer may see."""
        parts = seen(self.viewer).standing().filter(meeting=self.meeting).exclude(pk=self.part.pk)
        return list(parts.select_related("entry").order_by("known_as", "pk"))

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
        grants = Grant.objects.standing(self.at).filter(because_of=self.part.entry, kind=Grant.TO_ONE)
        return list(grants.select_related("user").order_by("user__name", "pk"))

    @property
    def before(self) -> Part | None:
        """The child's meeting before this one, whose decisions are looked at again."""
        earlier = seen(self.viewer).held().filter(child_id=self.part.child_id).exclude(pk=self.part.pk)
        earlier = earlier.filter(meeting__held_at__lt=self.meeting.held_at or self.at)
        return earlier.select_related("meeting", "entry").order_by("-meeting__held_at", "-pk").first()

    @property
    def risks(self) -> list[PresentingRisk]:
        risks = self.viewer.see(PresentingRisk).standing().filter(child_id=self.part.child_id)
        return list(risks.highest_first())
