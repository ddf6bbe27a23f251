from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery

from kittiwake.accounts.models import User
from kittiwake.history import guards
from kittiwake.record.models import Allocation, Entry, Team


class ReviewQuerySet(models.QuerySet["Review"]):
    def with_state(self) -> ReviewQuerySet:
        """Adds `state`: the last turn's kind, or "asked" while nobody has looked."""
        last = Turn.objects.filter(review=OuterRef("pk")).order_by("-id").values("kind")[:1]
        return self.annotate(state=models.functions.Coalesce(Subquery(last), models.Value("asked")))

    def open(self) -> ReviewQuerySet:
        """Neither accepted nor followed by a new version, and not struck out."""
        return self.filter(closed_at__isnull=True, entry__struck_out_at__isnull=True)

    def waiting_for_manager(self) -> ReviewQuerySet:
        return self.open().with_state().filter(state__in=["asked", "answer"])  # type: ignore[misc]

    def waiting_for_worker(self) -> ReviewQuerySet:
        return self.open().with_state().filter(state__in=["question", "return"])  # type: ignore[misc]

    def back_to(self, user: User, day: date) -> ReviewQuerySet:
        """Of those: what is this person's, because they put it forward or are the child's named worker now."""
        theirs = Allocation.objects.on(day).filter(
            child=OuterRef("entry__child"), worker__user=user, role=Allocation.LEAD, is_cover=False
        )
        return self.waiting_for_worker().filter(Q(asked_by=user) | Q(models.Exists(theirs)))


class Review(models.Model):
    """A piece of work put before a manager."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="reviews")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="reviews")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)  # accepted, or followed by a new version

    objects = ReviewQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=Q(closed_at__isnull=True), name="review_one_open"
            )
        ]


class Turn(models.Model):
    """One move in the exchange. Never changed."""

    ACCEPT, QUESTION, RETURN, ANSWER = "accept", "question", "return", "answer"
    KINDS = [(ACCEPT, "Accepted"), (QUESTION, "Questioned"), (RETURN, "Sent back"), (ANSWER, "Answered")]

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="turns")
    kind = models.CharField(max_length=8, choices=KINDS)
    words = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "review"
    access_earlier = True

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.CheckConstraint(condition=Q(kind="accept") | ~Q(words=""), name="turn_says_why"),
        ]
