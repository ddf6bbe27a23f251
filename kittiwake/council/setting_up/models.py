from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards


class StepAnswer(models.Model):
    """Somebody has said of a step that it is done, or that this council does without; or that it is not after all. Of one step the
    last row stands.
    """

    key = models.CharField(max_length=40)  # the step's
    number = models.PositiveIntegerField()
    is_done = models.BooleanField()
    why = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = None

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="step_answer_one_after_another"),
            models.CheckConstraint(condition=~Q(why=""), name="step_answer_has_a_reason"),
        ]
