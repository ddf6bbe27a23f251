from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from kittiwake.history import guards
from kittiwake.practice.meetings.rules import PARTICIPATION
from kittiwake.practice.plans import rules
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.primitives.actions.models import Action
from kittiwake.record.models import Child, Entry, Worker


class PlanQuerySet(models.QuerySet["Plan"]):
    def standing(self) -> PlanQuerySet:
        """Not struck out."""
        return self.filter(entry__struck_out_at__isnull=True)

    def current(self) -> PlanQuerySet:
        """The newest standing version of each of a child's plans, one of a kind, unless that plan was closed."""
        same = {"child": OuterRef("child"), "kind": OuterRef("kind")}
        newer = Plan.objects.standing().filter(**same, number__gt=OuterRef("number"))
        return self.standing().filter(~Exists(newer), closed_at__isnull=True)


class Plan(models.Model):
    """One version of one of a child's plans. Changed only until it is put before a manager."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="plan")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=25, choices=rules.KINDS)
    number = models.PositiveIntegerField()  # the version: 1, 2, 3 of this child's plan of this kind
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    started_on = models.DateField(null=True, blank=True)  # when the plan began, however many versions since
    agreed_on = models.DateField()
    worry = models.TextField()
    warning_signs = models.TextField(blank=True)
    contingency = models.TextField(blank=True)
    trusted_people = models.TextField(blank=True)
    safe_places = models.TextField(blank=True)
    phone_plan = models.TextField(blank=True)  # a code word, whom to ring, what happens then
    capacity = models.TextField(
        blank=True
    )  # whether the adults it relies on can do it, and how that is known
    child_version = models.TextField(blank=True)  # in their own words
    review_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = PlanQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(fields=["child", "kind", "number"], name="plan_version_once"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_reason="")),
                name="plan_closed_by_someone_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(review_on__gte=models.F("agreed_on")),
                name="plan_reviewed_after_it_is_agreed",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=sorted(rules.BEGUN)) | Q(started_on__isnull=False),
                name="plan_of_this_kind_began_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.number}"

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class PlanPart(models.Model):
    """What a plan of its kind has to say beside what every plan says: one question and its answer."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="parts")
    key = models.CharField(max_length=20)  # parts.PARTS
    text = models.TextField()

    access_path = "plan"

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["plan", "key"], name="plan_part_once")]


class PlanActionQuerySet(models.QuerySet["PlanAction"]):
    def standing(self) -> PlanActionQuerySet:
        """Not dropped from the plan."""
        return self.filter(dropped_at__isnull=True)


class PlanAction(models.Model):
    """Somebody does something, at some time, to keep the child safe."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=500)
    difference = models.CharField(max_length=500, blank=True)  # how we will know that it worked
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

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="left")
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


class PlanAgreement(models.Model):
    """What somebody says of this version, or why nobody could ask. The newest of each person counts."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="agreements")
    who = models.CharField(max_length=200)
    role = models.CharField(max_length=10, choices=rules.ROLES)
    answer = models.CharField(max_length=10, choices=rules.ANSWERS)
    how = models.CharField(max_length=10, choices=rules.HOW, blank=True)
    why_not = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "plan"
    access_earlier = True

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.CheckConstraint(
                condition=Q(answer=rules.AGREES) | ~Q(why_not=""), name="agreed_or_a_reason_why_not"
            ),
            # Nobody agrees through somebody else's mouth.
            models.CheckConstraint(
                condition=Q(answer=rules.NOT_ASKED) | ~Q(how__in=["", rules.ABSENT]),
                name="answered_by_themselves",
            ),
        ]


class PlanReview(models.Model):
    """People looked at a plan together. Of the kinds that no conference and no looked-after review looks at."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="plan_review"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="plan_reviews")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="looks")  # the version looked at
    held_on = models.DateField()
    participation = models.CharField(max_length=3, choices=PARTICIPATION)
    child_said = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=rules.OUTCOMES)
    words = models.TextField()

    access_path = "entry"

    class Meta:
        triggers = guards.practice()

    def __str__(self) -> str:
        return f"Review of the {self.plan.get_kind_display().lower()}"

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()
