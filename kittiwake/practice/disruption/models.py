from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.practice.disruption import powers, rules
from kittiwake.primitives.claims.models import Entity
from kittiwake.record.models import Child, Entry


class Tactic(models.Model):
    """A power used, or to be used, on an adult, a place or a phone line. Says nothing about any child."""

    power = models.CharField(max_length=30, choices=powers.CHOICES)
    target = models.CharField(max_length=10, choices=list(powers.ON.items()))
    on_what = models.CharField(max_length=300)  # as those who ask for it say
    entity = models.ForeignKey(  # where claims have been decided to be about it
        Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="tactics"
    )
    conditions = models.TextField(blank=True)
    # Whether it concerns more than one child: all that somebody who may see one of them learns of the others.
    concerns_others = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    access_path = "internal"
    access_earlier = True

    class Meta:
        triggers = guards.practice()

    def __str__(self) -> str:
        return f"{self.get_power_display()}: {self.on_what}"

    @property
    def in_register(self) -> powers.Power:
        return powers.REGISTER[self.power]


class ConcernQuerySet(models.QuerySet["Concern"]):
    def standing(self) -> ConcernQuerySet:
        """Not struck out."""
        return self.filter(entry__struck_out_at__isnull=True)


class Concern(models.Model):
    """A child whom a tactic is meant to make safer: a line on their own record, and the way to see the tactic."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="disruption_concern"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="disruption_concerns")
    tactic = models.ForeignKey(Tactic, on_delete=models.PROTECT, related_name="concerns")
    why = models.TextField()

    objects = ConcernQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()

    def __str__(self) -> str:
        return str(self.tactic)

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class TacticStep(models.Model):
    """How far it came, or what came of it in a criminal court. Never changed: a tactic has no state but its steps."""

    tactic = models.ForeignKey(Tactic, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=12, choices=rules.STEPS + rules.IN_COURT)
    on = models.DateField()
    who = models.CharField(max_length=200)  # who did it: an officer, a team, a court
    words = models.CharField(max_length=500, blank=True)
    until_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "internal"
    access_earlier = True

    class Meta:
        triggers = guards.append_only()
        indexes = [models.Index(fields=["tactic", "id"], name="steps_of_tactic")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("on")),
                name="step_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(kind=rules.GRANTED),
                name="step_only_what_is_granted_ends",
            ),
        ]


class Effect(models.Model):
    """What it changed, as somebody judged it on a day. The newest counts."""

    tactic = models.ForeignKey(Tactic, on_delete=models.PROTECT, related_name="effects")
    rating = models.CharField(max_length=5, choices=rules.EFFECTS)
    words = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "internal"

    class Meta:
        triggers = guards.append_only()
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="effect_says_how_it_is_known")]
