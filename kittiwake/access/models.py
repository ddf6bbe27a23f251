from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from kittiwake.history import guards
from kittiwake.record.models import Child, Entry, Team


class GrantQuerySet(models.QuerySet["Grant"]):
    def standing(self, at: datetime) -> GrantQuerySet:
        """In force at that moment. One whose cause was struck out is over (access/rule.sql says the same)."""
        began = self.filter(Q(starts_at__lte=at), Q(ends_at__isnull=True) | Q(ends_at__gt=at))
        return began.exclude(because_of__struck_out_at__isnull=False)

    def waiting(self) -> GrantQuerySet:
        """Opened without being on the list, and not looked at yet."""
        return self.filter(kind=Grant.BREAK_GLASS, answered_at__isnull=True)


class Grant(models.Model):
    """Somebody, or a team, is let in to one child: for a reason, from a moment, usually to a moment."""

    NAMED, INVITED, DUTY, BREAK_GLASS = "named", "invited", "duty", "break_glass"
    TO_ONE = "to_one"  # sees one entry, and nothing else of the child
    KINDS = [
        (NAMED, "Named for a restricted child"),
        (INVITED, "Invited"),
        (DUTY, "Has a duty to this child"),
        (BREAK_GLASS, "Opened without being on the list"),
        (TO_ONE, "Let in to one meeting"),
    ]

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="grants")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="grants"
    )
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="grants")
    kind = models.CharField(max_length=12, choices=KINDS)
    reason = models.CharField(max_length=300)
    because_of = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="grants"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    # A break-glass opening is looked at by a manager afterwards.
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    was_right = models.BooleanField(null=True, blank=True)  # False: to be followed up
    answer = models.CharField(max_length=300, blank=True)

    objects = GrantQuerySet.as_manager()
    access_path = "child"
    # Whoever broke in may end that themselves.
    access_by_opening = "user_id = (SELECT access_me())"
    # Nobody lets themselves or others in without lasting access of their own; a duty has a cause, which an area knows.
    access_change = "(kind = 'duty' AND user_id IS DISTINCT FROM (SELECT access_me())) OR access_lasts(access_me(), child_id)"

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(fields=["user", "ends_at"], name="grants_of_user"),
            models.Index(fields=["team", "ends_at"], name="grants_of_team"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, team__isnull=True) | Q(user__isnull=True, team__isnull=False),
                name="grant_to_one",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="grant_has_reason"),
            models.CheckConstraint(
                condition=~Q(kind="to_one")
                | Q(because_of__isnull=False, user__isnull=False, ends_at__isnull=False),
                name="grant_to_one_names_it",
            ),
            models.CheckConstraint(
                condition=~Q(kind="break_glass") | Q(ends_at__isnull=False), name="break_glass_ends"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, was_right__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False, was_right__isnull=False),
                name="opening_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("user")),
                name="opening_answered_by_another",
            ),
            models.CheckConstraint(
                condition=Q(was_right__isnull=True) | Q(was_right=True) | ~Q(answer=""),
                name="follow_up_has_words",
            ),
        ]


class Lifting(models.Model):
    """Somebody asks that a restriction be lifted. It is lifted when another of those whose child it is agrees."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="liftings")
    reason = models.CharField(max_length=300)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    agreed = models.BooleanField(null=True, blank=True)
    answer = models.CharField(max_length=300, blank=True)

    access_path = "child"
    access_change = "access_holds(access_me(), child_id)"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(answered_at__isnull=True), name="lifting_asked_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="lifting_has_reason"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, agreed__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False, agreed__isnull=False),
                name="lifting_answered_whole",
            ),
            # Whoever asked may take it back, and never agrees with themselves.
            models.CheckConstraint(
                condition=Q(agreed__isnull=True) | Q(agreed=False) | ~Q(answered_by=F("asked_by")),
                name="lifting_takes_two",
            ),
        ]


class ReadingQuerySet(models.QuerySet["Reading"]):
    def shown(self) -> ReadingQuerySet:
        """Without the pages that were asked for and refused."""
        return self.exclude(what=Reading.REFUSED)


class Reading(models.Model):
    """One line of the log of reading. Each line's hash covers the line before it (reading.sql writes them)."""

    REFUSED = "refused"

    at = models.DateTimeField()
    user_id = models.BigIntegerField()
    role = models.CharField(max_length=40)
    what = models.CharField(max_length=20)  # view, list, search, print, export
    page = models.CharField(max_length=80)  # the URL's name, never its text
    child_id = models.BigIntegerField(null=True)
    entry_id = models.BigIntegerField(null=True)
    shown = ArrayField(models.BigIntegerField(), default=list)  # the children a list put on the screen
    why = models.CharField(max_length=40)  # the relationship that let them
    address = models.CharField(max_length=45, blank=True)
    hash = models.BinaryField()

    objects = ReadingQuerySet.as_manager()
    access_path = "reading"

    class Meta:
        triggers = guards.append_only()
        indexes = [
            models.Index(fields=["child_id", "-id"], name="readings_of_child"),
            models.Index(fields=["user_id", "-id"], name="readings_of_user"),
            GinIndex(fields=["shown"], name="readings_of_listed_child"),
        ]


class Chain(models.Model):
    """The head of the log of reading: how many lines, and the last one's hash. One row."""

    lines = models.BigIntegerField()
    hash = models.BinaryField()

    access_path = "closed"

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="chain_is_one")]
