"""The personal part: what two people said to each other about the worker, and what one of them is typing.

Rows are only ever added, so that no earlier version of them is kept anywhere else.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards

USER = settings.AUTH_USER_MODEL


class PersonalNote(models.Model):
    """Something of the personal part. Seen by the worker and the supervisor who met, by nobody else at all."""

    TOPICS = [
        ("wellbeing", "Wellbeing"),
        ("workload", "Workload"),
        ("development", "Learning and development"),
        ("leave", "Leave and working pattern"),
    ]

    supervision = models.ForeignKey(
        "supervision.Supervision", on_delete=models.PROTECT, related_name="personal_notes"
    )
    # Kept here and not followed from the supervision: whoever could change that row could let themselves in.
    worker_user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    supervisor_user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=12, choices=TOPICS)
    words = models.TextField()
    by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "only"
    access_only = ("worker_user_id", "supervisor_user_id")

    class Meta:
        triggers = guards.append_only()
        indexes = [models.Index(fields=["supervision", "id"], name="notes_of_supervision")]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="personal_note_says_something"),
            models.CheckConstraint(
                condition=Q(by=models.F("worker_user")) | Q(by=models.F("supervisor_user")),
                name="personal_note_by_one_of_the_two",
            ),
        ]


class PersonalDraft(models.Model):
    """A personal note that is being typed. Seen by whoever types it, not even by the other of the two."""

    supervision = models.ForeignKey("supervision.Supervision", on_delete=models.CASCADE, related_name="+")
    writer = models.ForeignKey(USER, on_delete=models.CASCADE, related_name="+")
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    access_path = "only"
    access_only = ("writer_id",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["supervision", "writer"], name="personal_draft_one_each")
        ]
