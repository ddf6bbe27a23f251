"""What may harm a child, or is harming them, and how its level moved."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from kittiwake.history import guards
from kittiwake.practice.risk import rules
from kittiwake.record.models import Child, Entry


class PresentingRiskQuerySet(models.QuerySet["PresentingRisk"]):
    def standing(self) -> PresentingRiskQuerySet:
        """Neither struck out nor closed: what a plan has to answer."""
        return self.filter(entry__struck_out_at__isnull=True, closed_at__isnull=True)

    def highest_first(self) -> PresentingRiskQuerySet:
        heights = [When(level=key, then=Value(rules.height(key))) for key, _ in rules.LEVELS]
        ordered = self.annotate(height=Case(*heights, default=Value(0), output_field=IntegerField()))
        return ordered.order_by("-height", "since_on", "pk")


class PresentingRisk(models.Model):
    """Something that may harm the child, or is harming them, from a day on."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="presenting_risk"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="presenting_risks")
    domain = models.CharField(max_length=30, choices=rules.DOMAINS)
    level = models.CharField(max_length=12, choices=rules.LEVELS)  # as the newest movement left it
    certainty = models.CharField(max_length=10, choices=rules.CERTAINTIES, default="suspected")
    since_on = models.DateField()
    why = models.TextField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_reason = models.CharField(max_length=500, blank=True)
    closed_because_of = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="risks_closed"
    )
    version = models.PositiveIntegerField(default=1)
    is_counted = models.BooleanField(default=True)  # false once closed or struck out: may be opened again

    objects = PresentingRiskQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(fields=["child"], condition=Q(is_counted=True), name="risks_of_child_now"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "domain"], condition=Q(is_counted=True), name="risk_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_reason="")),
                name="risk_closed_by_someone_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.get_domain_display()

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def is_standing(self) -> bool:
        return self.closed_at is None and not self.entry.is_struck_out


class RiskMovement(models.Model):
    """The level a risk was judged to be at, from a moment on, and what made it so. The first is its opening."""

    risk = models.ForeignKey(PresentingRisk, on_delete=models.PROTECT, related_name="movements")
    level = models.CharField(max_length=12, choices=rules.LEVELS)
    words = models.TextField()
    because_of = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="risk_movements"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "risk"
    access_earlier = True

    class Meta:
        triggers = guards.append_only()
        indexes = [models.Index(fields=["risk", "-at"], name="movements_of_risk")]


class RaisedQuerySet(models.QuerySet["Raised"]):
    def standing(self) -> RaisedQuerySet:
        """Of risks neither struck out nor closed: what a meeting may still have to answer."""
        return self.filter(risk__entry__struck_out_at__isnull=True, risk__closed_at__isnull=True)

    def to_act_on(self) -> RaisedQuerySet:
        """High enough for people to be brought together about it."""
        return self.standing().filter(level_to__in=rules.CALLS_FOR_A_MEETING)


class Raised(models.Model):
    """The moment a risk was judged higher than before, or opened. A meeting answers it; without one it is a broken link."""

    movement = models.OneToOneField(
        RiskMovement, primary_key=True, on_delete=models.PROTECT, related_name="raised"
    )
    risk = models.ForeignKey(PresentingRisk, on_delete=models.PROTECT, related_name="raised")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="risks_raised")
    since_at = models.DateTimeField()
    level_from = models.CharField(max_length=12, choices=rules.LEVELS, blank=True)  # empty when it was opened
    level_to = models.CharField(max_length=12, choices=rules.LEVELS)
    evidence = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="risks_raised"
    )

    objects = RaisedQuerySet.as_manager()
    access_path = "risk"

    class Meta:
        triggers = guards.append_only()
        indexes = [models.Index(fields=["child", "-since_at"], name="risks_raised_of_child")]
