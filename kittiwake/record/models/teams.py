from __future__ import annotations

from datetime import date
from typing import Self, TypeVar

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from kittiwake.areas.area import address_of
from kittiwake.history import guards
from kittiwake.record.models.children import Child
from kittiwake.record.models.entries import Entry
from kittiwake.record.models.homes import StandingManager, days

Row = TypeVar("Row", bound=models.Model)


class DatedQuerySet(models.QuerySet[Row]):
    def on(self, day: date) -> Self:
        """Those in force that day: started by then and not ended by then."""
        return self.filter(Q(starts_on__lte=day), Q(ends_on__isnull=True) | Q(ends_on__gt=day))


class Agency(models.Model):
    KINDS = [
        ("council", "Council"),
        ("police", "Police"),
        ("school", "School or college"),
        ("health", "Health"),
        ("youth_justice", "Youth justice"),
        ("home", "Children's home"),
        ("voluntary", "Voluntary sector"),
        ("other_council", "Another council"),
    ]
    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=KINDS)
    phone = models.CharField(max_length=40, blank=True)
    ends_on = models.DateField(null=True, blank=True)  # closed from that day: nobody of it may sign in

    access_path = None

    class Meta:
        triggers = [guards.keep_versions()]

    def __str__(self) -> str:
        return self.name


class TeamManager(StandingManager["Team"]):
    """Every choice of a team is made from one of these two."""

    def on(self, day: date) -> models.QuerySet[Team]:
        """Those that are not closed by then."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day)).order_by("name", "pk")

    def lasting(self) -> models.QuerySet[Team]:
        """Those whose end nobody knows: for what has no end itself, such as whose a child is."""
        return self.filter(ends_on=None).order_by("name", "pk")


class Team(models.Model):
    KINDS = [
        ("service", "Service"),
        ("front_door", "Front door"),
        ("social_work", "Social work"),
        ("in_care", "Children in care"),
        ("exploitation", "Exploitation"),
        ("return_interviews", "Return interviews"),
        ("early_help", "Early help"),
        ("leaving_care", "Leaving care"),
        ("partner", "Partner"),
    ]
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, choices=KINDS, default="social_work")
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="teams")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="teams")
    ends_on = models.DateField(null=True, blank=True)  # closed from that day, without a child or a duty
    # Where its children, people and work went as it closed. What was before stays its own.
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # put on the record by mistake

    objects = TeamManager()
    access_path = None
    access_earlier = True

    class Meta:
        triggers = [guards.keep_versions()]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(withdrawn_at__isnull=True), name="team_of_one_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Worker(models.Model):
    """Somebody who works with children, with or without a login. Deactivated, never deleted."""

    name = models.CharField(max_length=200)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="worker"
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="workers"
    )
    swe_number = models.CharField(max_length=12, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # put on the record by mistake

    objects = StandingManager()
    access_path = None
    access_earlier = True

    class Meta:
        triggers = guards.practice()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of(Worker, self.pk)


class Membership(models.Model):
    """A worker in a team, or over it: a manager of a team sees the teams beneath as well."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    manages = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()
    access_path = None
    access_earlier = True

    class Meta:
        triggers = guards.practice()


class Allocation(models.Model):
    """A child's worker, in a team, from a day to a day. No worker: the team holds the child, and that is a gap."""

    LEAD = "lead"
    ROLES = [
        (LEAD, "Lead worker"),
        ("exploitation", "Exploitation worker"),
        ("return_interviews", "Return interviewer"),
        ("personal_adviser", "Personal adviser"),
        ("reviewing_officer", "Reviewing officer or conference chair"),
        ("early_help", "Early help worker"),
        ("other", "Other worker"),
    ]

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="allocations")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="allocations")
    worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="allocations"
    )
    role = models.CharField(max_length=20, choices=ROLES, default=LEAD)
    is_cover = models.BooleanField(default=False)  # duty cover: counted apart from a named worker
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    objects = DatedQuerySet.as_manager()
    access_path = "child"
    access_earlier = True
    # It decides who sees the child, so whoever was only let in does not decide it (access/row_security/policies.py).
    access_change = "access_lasts(access_me(), child_id)"

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(
                fields=["team", "child"], condition=Q(ends_on__isnull=True), name="children_of_team_now"
            ),
            models.Index(
                fields=["worker", "child"], condition=Q(ends_on__isnull=True), name="children_of_worker_now"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="allocation_ends_after_start",
            ),
            ExclusionConstraint(
                name="allocation_one_lead_at_a_time",
                expressions=[(F("child"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                condition=Q(role="lead"),
            ),
        ]


class Track(models.Model):
    """Early help, child in need, child protection, in care, care leaver: side by side, from a day to a day."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="tracks")
    # Its line on the chronology, on which the clocks of what it brings hang.
    entry = models.OneToOneField(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="track")
    kind = models.CharField(max_length=20)  # codes.TRACK
    category = models.CharField(max_length=4, blank=True)  # of abuse or of need, as the track codes it
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=6, blank=True)
    source = models.CharField(max_length=100, blank=True)
    recorded_at = models.DateTimeField()

    objects = DatedQuerySet.as_manager()
    access_path = "child"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="track_ends_after_start",
            ),
            ExclusionConstraint(
                name="track_once_at_a_time",
                expressions=[
                    (F("child"), RangeOperators.EQUAL),
                    (F("kind"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
            ),
            # A child in need plan and a child protection plan do not overlap (census rules 4001 and 4016).
            ExclusionConstraint(
                name="track_in_need_or_protection",
                expressions=[(F("child"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                condition=Q(kind__in=["child_in_need", "child_protection"]),
            ),
            # A care leaver is no longer looked after (Children Act 1989, sections 23A and 23C).
            ExclusionConstraint(
                name="track_in_care_or_leaver",
                expressions=[(F("child"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                condition=Q(kind__in=["in_care", "care_leaver"]),
            ),
        ]
