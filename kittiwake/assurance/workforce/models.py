from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kittiwake.assurance.workforce import codes
from kittiwake.history import guards
from kittiwake.record.models import Team, Worker
from kittiwake.record.models.homes import days
from kittiwake.record.models.teams import DatedQuerySet


def fte() -> models.DecimalField:
    return models.DecimalField(max_digits=7, decimal_places=6)


class Post(models.Model):
    """A place in a team, filled or vacant, from a day to a day."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=1, choices=codes.ROLES)
    fte = fte()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = DatedQuerySet.as_manager()
    access_path = "internal"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(condition=Q(fte__gt=0, fte__lte=1), name="post_fte_to_one"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="post_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.team}"


class Engagement(models.Model):
    """A worker with the council, from a day to a day: employed or through an agency."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="engagements")
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="engagements"
    )
    kind = models.CharField(max_length=10, choices=codes.KINDS)
    role = models.CharField(max_length=1, choices=codes.ROLES)
    fte = fte()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    origin = models.CharField(max_length=2, blank=True)
    destination = models.CharField(max_length=2, blank=True)
    reason = models.CharField(max_length=2, choices=codes.REASONS, blank=True)
    swe_number = models.CharField(max_length=12, blank=True)
    registered_until = models.DateField(null=True, blank=True)
    qualified_on = models.DateField(null=True, blank=True)
    covers_vacancy = models.BooleanField(default=False)
    notice_weeks = models.PositiveSmallIntegerField(null=True, blank=True)  # this and below: agency workers
    # Of our own staff in such a post; and months employed by councils themselves since they qualified.
    own_notice_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    direct_months = models.PositiveSmallIntegerField(null=True, blank=True)
    left_post_on = models.DateField(null=True, blank=True)  # a substantive post in the region
    left_because = models.CharField(max_length=10, choices=codes.LEFT_BECAUSE, blank=True)
    is_above_price_cap = models.BooleanField(null=True, blank=True)  # empty: nobody has said
    recorded_at = models.DateTimeField()

    objects = DatedQuerySet.as_manager()
    access_path = "worker"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(condition=Q(fte__gte=0, fte__lte=1), name="engagement_fte_to_one"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="engagement_ends_after_start",
            ),
            ExclusionConstraint(
                name="engagement_one_at_a_time",
                expressions=[(F("worker"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("workforce:worker", args=[self.worker_id])


class NewlyQualified(models.Model):
    """The assessed and supported year in employment. Known to all inside: it protects them from too many children."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="newly_qualified")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = DatedQuerySet.as_manager()
    access_path = "internal"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="newly_qualified_ends_after_start",
            ),
            ExclusionConstraint(
                name="newly_qualified_once_at_a_time",
                expressions=[(F("worker"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
            ),
        ]


class Step(models.Model):
    """Induction, shadowing or a review of a newly qualified worker that was held."""

    year = models.ForeignKey(NewlyQualified, on_delete=models.PROTECT, related_name="steps")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=20)
    held_on = models.DateField()
    recorded_at = models.DateTimeField()

    access_path = "worker"

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["year", "key"], name="step_once_a_year")]


class AbsenceQuerySet(DatedQuerySet["Absence"]):
    def standing(self) -> AbsenceQuerySet:
        return self.filter(struck_out_at__isnull=True)


class Absence(models.Model):
    """Days somebody was away. Why is kept apart (AbsenceKind): only those who manage them may know."""

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="absences")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)  # the first day back
    recorded_at = models.DateTimeField()
    struck_out_at = models.DateTimeField(null=True, blank=True)

    objects = AbsenceQuerySet.as_manager()
    access_path = "worker"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="absence_ends_after_start",
            ),
            ExclusionConstraint(
                name="absence_once_at_a_time",
                expressions=[(F("worker"), RangeOperators.EQUAL), (days(), RangeOperators.OVERLAPS)],
                condition=Q(struck_out_at__isnull=True),
            ),
        ]


class AbsenceKind(models.Model):
    absence = models.OneToOneField(Absence, primary_key=True, on_delete=models.PROTECT, related_name="kind")
    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=3, choices=codes.ABSENCES)
    struck_out_reason = models.CharField(max_length=300, blank=True)  # it may say why they were not away

    access_path = "managed_worker"
    access_earlier = True

    class Meta:
        triggers = guards.practice()


class CaseloadRule(models.Model):
    """What the council agreed about caseloads, from a day on. The newest by a day holds on it."""

    starts_on = models.DateField(unique=True)
    usual = models.DecimalField(max_digits=4, decimal_places=1)  # for a whole-time worker
    protected_share = models.DecimalField(max_digits=3, decimal_places=2)  # of it, for the newly qualified
    weights = models.JSONField(default=dict)  # by track; 1 where none is given
    most_managed = models.PositiveSmallIntegerField(null=True, blank=True)  # people to a whole-time manager
    source = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    access_path = "internal"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(usual__gt=0, protected_share__gt=0, protected_share__lte=1),
                name="caseload_rule_in_reach",
            )
        ]


from kittiwake.assurance.workforce.models_of_census import Census, CensusWorker  # noqa: E402, F401
from kittiwake.assurance.workforce.models_of_leaving import ExitInterview  # noqa: E402, F401
from kittiwake.assurance.workforce.models_of_training import Course, Place  # noqa: E402, F401
