from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q

from kittiwake.outbox import rules


class Notice(models.Model):
    """Something happened of which somebody is told at once. Keys only, as history keeps them; nobody is named yet."""

    event_id = models.BigIntegerField(unique=True)
    what = models.CharField(max_length=60)
    at = models.DateTimeField()
    by_id = models.BigIntegerField()
    subject_id = models.BigIntegerField()
    child_id = models.BigIntegerField(null=True)
    told_at = models.DateTimeField(null=True)

    access_path = "child_id"
    # As history has it: what administrators do is no child's, and whoever broke in has that written down.
    access_administration = "what"
    access_by_opening = "what = 'access.opened_unlisted'"

    class Meta:
        indexes = [models.Index(fields=["id"], condition=Q(told_at=None), name="notices_to_tell")]

    def __str__(self) -> str:
        return f"{self.what} {self.event_id}"


class MessageQuerySet(models.QuerySet["Message"]):
    def waiting(self) -> MessageQuerySet:
        """Neither sent nor given up."""
        return self.filter(sent_at=None, dropped_at=None, gave_up_at=None)

    def undelivered(self, since: datetime) -> MessageQuerySet:
        """Given up; tried in vain since before then; or due since before then, and no worker has tried."""
        late = Q(tries__gt=0, made_at__lt=since) | Q(next_try_at__lt=since)
        return self.filter(Q(gave_up_at__isnull=False) | late, sent_at=None, dropped_at=None)

    def to_ask_after(self, at: datetime) -> MessageQuerySet:
        """Taken by whoever delivers them, and not yet said to have arrived or not."""
        since, until = at - rules.ASKED_AFTER_FOR, at - rules.ASKED_AFTER_FROM
        return self.filter(arrived_at=None, sent_at__gte=since, sent_at__lte=until)


class Message(models.Model):
    """One mail to one person. Without its words: they are made as it is sent."""

    letter = models.CharField(max_length=60)
    user_id = models.BigIntegerField()
    about_id = models.BigIntegerField(default=0)  # what the letter makes its words of
    address = models.CharField(max_length=254, blank=True)  # where it is not the person's own of today
    once = models.CharField(max_length=80, blank=True)  # asked for again under this, it is one message
    # The same at every try: where a mail that was taken is sent again, whoever receives it can tell.
    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=80, blank=True)  # the kind of the last failure, never its words
    sent_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(
        null=True
    )  # when we heard that it did, where the way out says such things
    dropped_at = models.DateTimeField(null=True)  # there was nobody to tell any more, or nothing
    gave_up_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()
    access_path = None

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(sent_at=None, dropped_at=None, gave_up_at=None),
                name="messages_to_send",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["once"], condition=~Q(once=""), name="message_once"),
            models.CheckConstraint(
                condition=Q(sent_at=None, dropped_at=None)
                | Q(sent_at=None, gave_up_at=None)
                | Q(dropped_at=None, gave_up_at=None),
                name="message_ends_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter} {self.pk}"
