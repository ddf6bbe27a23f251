from __future__ import annotations

from datetime import date
from secrets import randbelow
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from kittiwake.history import guards
from kittiwake.practice.meetings import rules
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Child, Entry, Worker

CODE: dict[str, Any] = {"max_length": 20}


def a_number() -> int:
    """Drawn here and not by the database: nobody may read a meeting back before a child's part leads to it."""
    return 1 + randbelow(2**53)


class Meeting(models.Model):
    """What everybody who reads of the meeting may read: when, why, who came. Nothing here is about one child."""

    id = models.BigIntegerField(primary_key=True, default=a_number, editable=False)
    kind = models.CharField(**CODE, choices=rules.ALL_KINDS)
    about_no_child = models.BooleanField(default=False)  # a context conference: about a place or a group
    about = models.CharField(max_length=200, blank=True)  # which place or group
    why = models.TextField()
    asked_at = models.DateTimeField()
    asked_time_known = models.BooleanField(default=True)
    asked_by = models.CharField(max_length=200)
    planned_at = models.DateTimeField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    held_time_known = models.BooleanField(default=True)
    why_late = models.CharField(**CODE, choices=rules.WHY_LATE, blank=True)
    why_late_words = models.CharField(max_length=300, blank=True)
    where = models.CharField(max_length=200, blank=True)
    chair = models.CharField(max_length=200, blank=True)
    went_ahead_why = models.CharField(max_length=500, blank=True)  # without a quorum
    places_and_people = models.TextField(blank=True)
    discussed = models.TextField(blank=True)
    not_to_be_shared = models.TextField(blank=True)
    next_on = models.DateField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_reason = models.CharField(max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)  # the chair has agreed the record
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    access_path = "parts"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(held_at__isnull=True) | Q(held_at__gte=F("asked_at")),
                name="meeting_held_after_asked",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | (~Q(cancelled_reason="") & Q(held_at__isnull=True)),
                name="meeting_cancelled_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False, held_at__isnull=False),
                name="meeting_closed_after_held",
            ),
            models.CheckConstraint(
                condition=Q(kind=rules.CONTEXT, about_no_child=True) & ~Q(about="")
                | ~Q(kind=rules.CONTEXT) & Q(about_no_child=False),
                name="meeting_about_a_place_or_children",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.about}" if self.about else str(self.get_kind_display())

    @property
    def is_over(self) -> bool:
        """Its record is agreed, or it will not be held."""
        return self.closed_at is not None or self.cancelled_at is not None


class PartQuerySet(models.QuerySet["Part"]):
    def standing(self) -> PartQuerySet:
        return self.filter(entry__struck_out_at__isnull=True)

    def held(self) -> PartQuerySet:
        return self.standing().filter(meeting__held_at__isnull=False)


class Part(models.Model):
    """One child's part of a meeting: what they and their parents say, and what was decided for them."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="meeting_part"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="parts")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="meeting_parts")
    known_as = models.CharField(max_length=200)  # for a partner, who sees this and nothing else of the child
    participation = models.CharField(**CODE, choices=rules.PARTICIPATION, blank=True)
    child_views = models.TextField(blank=True)
    parents_views = models.TextField(blank=True)
    information = models.TextField(blank=True)  # what each agency knows
    analysis = models.TextField(blank=True)
    safe_today = models.TextField(blank=True)  # what keeps them safe from now on
    outcome = models.CharField(**CODE, choices=rules.OUTCOMES, blank=True)
    enquiry = models.CharField(**CODE, choices=rules.ENQUIRIES, blank=True)
    enquiry_by = models.CharField(max_length=200, blank=True)
    enquiry_ended_at = models.DateTimeField(null=True, blank=True)
    enquiry_result = models.CharField(**CODE, choices=rules.NO_CONFERENCE, blank=True)
    enquiry_words = models.TextField(blank=True)
    plan_made = models.BooleanField(null=True, blank=True)  # a conference: a protection plan, or it goes on
    category = models.CharField(**CODE, choices=rules.CATEGORIES, blank=True)
    outside_home = models.BooleanField(default=False)  # the harm is outside the home
    rationale = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PartQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(fields=["meeting", "child"], name="meeting_part_once_a_child"),
            models.CheckConstraint(
                condition=Q(enquiry__in=["", "none"]) | ~Q(enquiry_by=""), name="enquiry_is_somebodys"
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class Attendance(models.Model):
    """Somebody who was invited, for an agency, and what came of it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    agency = models.CharField(**CODE, choices=rules.AGENCIES)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=100, blank=True)
    answer = models.CharField(**CODE, choices=rules.ANSWERS, default=rules.INVITED)
    report = models.TextField(blank=True)
    invited_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    access_path = "meeting"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(F("meeting"), F("agency"), Lower("name"), name="attendance_once")
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_agency_display()}"


class UsualMemberQuerySet(models.QuerySet["UsualMember"]):
    def on(self, day: date) -> UsualMemberQuerySet:
        return self.filter(starts_on__lte=day).exclude(ends_on__lte=day)


class UsualMember(models.Model):
    """Who comes to meetings of a kind as a rule, from a day until a day. A person invites them; nothing else does."""

    kind = models.CharField(**CODE, choices=rules.ALL_KINDS)
    agency = models.CharField(**CODE, choices=rules.AGENCIES)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=100, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the first day they do not

    objects = UsualMemberQuerySet.as_manager()
    access_path = "internal"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                F("kind"),
                F("agency"),
                Lower("name"),
                condition=Q(ends_on__isnull=True),
                name="usual_member_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="usual_member_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_agency_display()}"


class Decision(models.Model):
    """What was decided for one child, and why. It becomes an action, or says why none is needed."""

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="decisions")
    what = models.CharField(max_length=500)
    why = models.TextField()
    action = models.OneToOneField(
        Action, null=True, blank=True, on_delete=models.PROTECT, related_name="meeting_decision"
    )
    no_action_why = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField()

    access_path = "part"
    access_earlier = True

    class Meta:
        triggers = guards.practice()


class MeetingAgreement(models.Model):
    """What was agreed about a place, a group or an adult, and for no one child: somebody's, by a day."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agreements")
    what = models.CharField(max_length=500)
    why = models.TextField(blank=True)
    agency = models.CharField(**CODE, choices=rules.AGENCIES)
    owner_name = models.CharField(max_length=200)
    owner = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="meeting_agreements"
    )
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=500, blank=True)

    access_path = "meeting"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | ~Q(outcome=""), name="agreement_done_has_outcome"
            )
        ]
