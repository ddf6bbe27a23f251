from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.record.models import Agency


class Purpose(models.Model):
    """What somebody of an agency is here for, as it was said when they were invited, and whenever their time was made longer.
    Until when is the end of their account."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="purposes")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="purposes")
    what = models.CharField(max_length=300)
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = None

    class Meta:
        triggers = guards.append_only()
        constraints = [models.CheckConstraint(condition=~Q(what=""), name="purpose_has_words")]

    def __str__(self) -> str:
        return self.what
