from __future__ import annotations

from django.conf import settings
from django.db import models

from kittiwake.record.models import Child


class Draft(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="drafts")
    occasion = models.CharField(
        max_length=80
    )  # "return_interviews.interview:812": the form, and what it is about
    fields = models.JSONField(default=dict)  # as typed: {name: [values]}
    saved_at = models.DateTimeField()

    access_path = "user"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "child", "occasion"], name="draft_one_an_occasion")
        ]
