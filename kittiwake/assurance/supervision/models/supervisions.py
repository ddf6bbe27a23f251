"""Who supervises whom, that they met, and what was said of each child."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.reach import reached
from kittiwake.history import guards
from kittiwake.record.models import Child, Entry, Team, Worker
from kittiwake.record.models.homes import days
from kittiwake.record.models.teams import DatedQuerySet

USER = settings.AUTH_USER_MODEL


class SupervisionAgreement(models.Model):
    """Who supervises whom, from a day to a day, and how often: by experience, not by wish."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="supervised_by")
    supervisor = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="supervises")
    profession = models.CharField(max_length=15, choices=rules.PROFESSIONS, default=rules.SOCIAL_WORKER)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    first_due_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()
    access_path = "internal"
    access_earlier = True
    access_also = reached('"supervision_supervisionagreement"')

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(condition=~Q(worker=F("supervisor")), name="agreement_between_two"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="agreement_ends_after_start",
            ),
            ExclusionConstraint(
                name="agreement_one_at_a_time",
                expressions=[(F("worker"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker}, supervised by {self.supervisor}"


class SupervisionQuerySet(models.QuerySet["Supervision"]):
    def standing(self) -> SupervisionQuerySet:
        return self.filter(struck_out_at__isnull=True)

    def by_agreement(self) -> SupervisionQuerySet:
        """What counts for how often somebody is supervised."""
        return self.standing().filter(kind=rules.FORMAL)


class Supervision(models.Model):
    """Two people met, or a group did. What was said of a child is on the child's file; what was said of the worker
    is in the personal part; here is that they met, when, for how long, and that both say so."""

    kind = models.CharField(max_length=10, choices=rules.KINDS)
    worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="supervisions"
    )
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="supervisions_held")
    covering = models.ForeignKey(Away, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField()
    time_known = models.BooleanField(default=True)
    minutes = models.PositiveSmallIntegerField()
    uninterrupted = models.BooleanField()
    due_on = models.DateField(null=True, blank=True)  # by when this one was due
    next_due_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    supervisor_signed_at = models.DateTimeField(null=True, blank=True)
    worker_signed_at = models.DateTimeField(null=True, blank=True)
    # What the worker says of it when signing; the only word on the personal part that others are given.
    wellbeing_talked = models.BooleanField(null=True, blank=True)
    development_talked = models.BooleanField(null=True, blank=True)
    struck_out_at = models.DateTimeField(null=True, blank=True)
    struck_out_reason = models.CharField(max_length=300, blank=True)

    objects = SupervisionQuerySet.as_manager()
    access_path = "internal"
    access_earlier = True
    access_also = reached('"supervision_supervision"', in_group=True)

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["worker", "-held_at"], name="supervisions_of_worker")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="group", team__isnull=False, worker__isnull=True)
                | (~Q(kind="group") & Q(team__isnull=True, worker__isnull=False)),
                name="supervision_of_worker_or_group",
            ),
            models.CheckConstraint(condition=~Q(worker=F("supervisor")), name="supervision_of_another"),
            models.CheckConstraint(
                condition=Q(held_at__lte=F("recorded_at")), name="supervision_written_afterwards"
            ),
            models.CheckConstraint(
                condition=Q(struck_out_at__isnull=True) | ~Q(struck_out_reason=""),
                name="supervision_struck_out_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.worker or self.team}"

    def get_absolute_url(self) -> str:
        return reverse("supervision:supervision", args=[self.pk])

    @property
    def is_signed(self) -> bool:
        return bool(self.supervisor_signed_at and (self.worker_signed_at or self.worker_id is None))


class ChildPartQuerySet(models.QuerySet["ChildPart"]):
    def standing(self) -> ChildPartQuerySet:
        return self.filter(entry__struck_out_at__isnull=True)


class ChildPart(models.Model):
    """What was said of one child, on their file. Who met is kept here too: readers of the child may not see the rest."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="child_part")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="child_parts")
    supervision = models.ForeignKey(Supervision, on_delete=models.PROTECT, related_name="child_parts")
    supervisor = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed = models.TextField(blank=True)  # for the child
    child_view = models.TextField(blank=True)
    risk = models.TextField(blank=True)  # now, outside the home too
    last_direction = models.CharField(max_length=10, choices=rules.LAST_DIRECTION, blank=True)
    progress = models.TextField(blank=True)
    reflection = models.TextField(blank=True)
    effect = models.TextField(blank=True)  # of what was done
    decision = models.TextField()
    reasons = models.TextField()
    next_on = models.DateField()
    is_counted = models.BooleanField(default=True)  # false once struck out: it may be written again

    objects = ChildPartQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["supervision", "child"], condition=Q(is_counted=True), name="child_part_once"
            )
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()
