from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from kittiwake.history import guards
from kittiwake.practice.plans import rules
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Child, Entry, Worker


class SafetyPlanQuerySet(models.QuerySet["SafetyPlan"]):
    def standing(self) -> SafetyPlanQuerySet:
        """Not struck out."""
        return self.filter(entry__struck_out_at__isnull=True)

    def current(self) -> SafetyPlanQuerySet:
        """The newest standing version of each child's plan, unless the plan was closed."""
        newer = SafetyPlan.objects.standing().filter(child=OuterRef("child"), number__gt=OuterRef("number"))
        return self.standing().filter(~Exists(newer), closed_at__isnull=True)


class SafetyPlan(models.Model):
    """One version of a child's plan. Changed only until it is put before a manager."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="safety_plan"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="safety_plans")
    number = models.PositiveIntegerField()  # the version: 1, 2, 3 of this child's plan
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    agreed_on = models.DateField()
    worry = models.TextField()
    warning_signs = models.TextField(blank=True)
    contingency = models.TextField(blank=True)
    trusted_people = models.TextField(blank=True)
    safe_places = models.TextField(blank=True)
    phone_plan = models.TextField(blank=True)  # a code word, whom to ring, what happens then
    child_version = models.TextField(blank=True)  # in their own words
    review_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = SafetyPlanQuerySet.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(fields=["child", "number"], name="plan_version_once"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_reason="")),
                name="plan_closed_by_someone_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(review_on__gte=models.F("agreed_on")),
                name="plan_reviewed_after_it_is_agreed",
            ),
        ]

    def __str__(self) -> str:
        return f"Safety plan, version {self.number}"

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class PlanActionQuerySet(models.QuerySet["PlanAction"]):
    def standing(self) -> PlanActionQuerySet:
        """Not dropped from the plan."""
        return self.filter(dropped_at__isnull=True)


class PlanAction(models.Model):
    """Somebody does something, at some time, to keep the child safe."""

    plan = models.ForeignKey(SafetyPlan, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=500)
    who = models.CharField(max_length=200)  # their name, as the family says it
    who_is = models.CharField(max_length=10, choices=rules.WHO)
    owner = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_actions"
    )
    when = models.CharField(max_length=200, blank=True)
    evenings_weekends = models.BooleanField(default=False)
    by_on = models.DateField(null=True, blank=True)
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    # On somebody's list of work, where a worker owns it and it has a day. One task however many versions carry it.
    task = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_actions"
    )
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dropped_reason = models.CharField(max_length=300, blank=True)

    objects = PlanActionQuerySet.as_manager()
    access_path = "plan"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(dropped_at__isnull=True, dropped_by__isnull=True)
                | (Q(dropped_at__isnull=False, dropped_by__isnull=False) & ~Q(dropped_reason="")),
                name="plan_action_dropped_by_someone_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_timed(self) -> bool:
        return bool(self.when or self.by_on)


class Covers(models.Model):
    """This action is what the plan does about that risk. Seen by whoever may see the risk."""

    plan_action = models.ForeignKey(PlanAction, on_delete=models.PROTECT, related_name="covers")
    risk = models.ForeignKey(PresentingRisk, on_delete=models.PROTECT, related_name="covered_by")

    access_path = "risk"

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["plan_action", "risk"], name="covers_once")]


class LeftUncovered(models.Model):
    """Somebody decided that the plan does nothing about this risk, and said why."""

    plan = models.ForeignKey(SafetyPlan, on_delete=models.PROTECT, related_name="left")
    risk = models.ForeignKey(PresentingRisk, on_delete=models.PROTECT, related_name="left_by")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "risk"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(fields=["plan", "risk"], name="left_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="left_for_a_reason"),
        ]


class Agreement(models.Model):
    """Whether somebody agrees with this version, or why not. The newest of each person counts."""

    plan = models.ForeignKey(SafetyPlan, on_delete=models.PROTECT, related_name="agreements")
    who = models.CharField(max_length=200)
    role = models.CharField(max_length=10, choices=rules.ROLES)
    agreed = models.BooleanField()
    why_not = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "plan"

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed=True) | ~Q(why_not=""), name="agreed_or_a_reason_why_not"
            ),
        ]
