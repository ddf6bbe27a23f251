from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.goals import rules as goal_rules
from kittiwake.record.models import Child, Entry, Worker

CODE: dict[str, Any] = {"max_length": 20}


class SessionQuerySet(models.QuerySet["Session"]):
    def standing(self) -> SessionQuerySet:
        """Not struck out."""
        return self.filter(entry__struck_out_at__isnull=True)

    def held(self) -> SessionQuerySet:
        return self.standing().filter(held_at__isnull=False)

    def planned(self) -> SessionQuerySet:
        """Neither held nor missed yet."""
        return self.standing().filter(held_at__isnull=True, missed="")


class Session(models.Model):
    """Time with a child: planned, then held or missed. A visit the law asks for is one of them.

    What the child said is not here: it stands among their own words, on the session's entry.
    """

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="session")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="sessions")
    kind = models.CharField(**CODE, choices=rules.KINDS, default=rules.DIRECT_WORK)
    planned_at = models.DateTimeField(null=True, blank=True)
    purpose = models.CharField(max_length=500, blank=True)
    worker_name = models.CharField(max_length=200)
    worker = models.ForeignKey(
        Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions"
    )

    held_at = models.DateTimeField(null=True, blank=True)
    time_known = models.BooleanField(default=True)
    place = models.CharField(**CODE, choices=rules.PLACES, blank=True)
    seen = models.BooleanField(null=True, blank=True)
    alone = models.BooleanField(null=True, blank=True)
    who_else = models.CharField(max_length=200, blank=True)
    adapted = models.TextField(blank=True)  # how, to what this child needs
    methods = ArrayField(models.CharField(**CODE), default=list, blank=True)  # rules.METHODS
    tried = models.TextField(blank=True)
    changed = models.TextField(blank=True)
    change = models.CharField(**CODE, choices=rules.CHANGES, blank=True)
    next_steps = models.TextField(blank=True)

    missed = models.CharField(**CODE, choices=rules.MISSED, blank=True)
    missed_words = models.TextField(blank=True)

    objects = SessionQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["child", "-held_at"], name="sessions_of_child")]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_at__isnull=True) | Q(missed=""), name="session_held_or_missed"
            ),
            models.CheckConstraint(
                condition=Q(held_at__isnull=False) | Q(planned_at__isnull=False), name="session_has_a_time"
            ),
            models.CheckConstraint(
                condition=Q(alone__isnull=True) | Q(alone=False) | Q(seen=True), name="session_alone_is_seen"
            ),
            models.CheckConstraint(
                condition=Q(held_at__isnull=False) | Q(seen__isnull=True), name="session_seen_when_held"
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def state(self) -> str:
        return "held" if self.held_at else "missed" if self.missed else "planned"


class GoalQuerySet(models.QuerySet["Goal"]):
    def standing(self) -> GoalQuerySet:
        return self.filter(entry__struck_out_at__isnull=True)

    def open(self) -> GoalQuerySet:
        return self.standing().filter(ended_on__isnull=True)


class Goal(models.Model):
    """What the child wants to be different, as they put it. They say themselves how near it is, from 0 to 10."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="goal")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="goals")
    wants = models.CharField(max_length=300)
    worst = models.CharField(max_length=200, blank=True)  # what 0 would be, in their words
    best = models.CharField(max_length=200, blank=True)  # what 10 would be
    set_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=300, blank=True)

    objects = GoalQuerySet.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(ended_why=""), name="goal_ended_for_a_reason"
            )
        ]

    def __str__(self) -> str:
        return self.wants

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class Scaling(models.Model):
    """Where the child put themselves on a goal's scale, on a day."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="scalings")
    score = models.PositiveSmallIntegerField()
    on = models.DateField()
    by_child = models.BooleanField(default=True)  # their own number, or the worker's guess
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "goal"

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.CheckConstraint(condition=Q(score__lte=goal_rules.HIGHEST), name="scaling_to_ten"),
            models.UniqueConstraint(fields=["goal", "on", "by_child"], name="scaling_once_a_day"),
        ]
