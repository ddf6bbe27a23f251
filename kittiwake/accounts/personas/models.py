from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

WITHIN_THE_SERVICE = r"^/([^/\\]|$)"


class Persona(models.Model):
    """A made-up person whom a visitor may be."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    title = models.CharField(max_length=120)  # "Social worker, North team"
    story = models.CharField(max_length=300)  # a sentence of who they are
    order = models.PositiveSmallIntegerField(default=100)
    # Where their story begins: a path of this service.
    starts_at = models.CharField(max_length=200, default="/")

    objects: models.Manager[Persona] = models.Manager()

    access_path = None

    class Meta:
        ordering = ["order", "user__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__regex=WITHIN_THE_SERVICE), name="persona_starts_within_the_service"
            )
        ]

    def __str__(self) -> str:
        return str(self.user)


class Stop(models.Model):
    """One stop of the tour: a planted story, whom to be to see it, and where it is."""

    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="stops")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    see = models.CharField(max_length=400)  # what is there
    mend = models.CharField(max_length=400)  # what to try
    path = models.CharField(max_length=200)  # of this service

    objects: models.Manager[Stop] = models.Manager()

    access_path = None

    class Meta:
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(path__regex=WITHIN_THE_SERVICE), name="stop_is_within_the_service"
            )
        ]

    def __str__(self) -> str:
        return self.title
