from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.history import guards
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date


class Talk(models.Model):
    """What was said before a page was given: who else sees their post and their phone. Never on the page itself."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="own_page_talk"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="own_page_talks")
    talked_at = models.DateTimeField()
    talked_time_known = models.BooleanField(default=True)
    post_seen_by = models.CharField(max_length=300)
    phone_used_by = models.CharField(max_length=300)

    access_path = "entry"

    class Meta:
        triggers = guards.practice()

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class OwnPageQuerySet(models.QuerySet["OwnPage"]):
    def standing(self, at: datetime) -> OwnPageQuerySet:
        """Open to the child at that moment."""
        return self.untaken().filter(ends_on__gte=local_date(at))

    def untaken(self) -> OwnPageQuerySet:
        """Not taken away; its day may have come."""
        return self.filter(ended_at__isnull=True, entry__struck_out_at__isnull=True)


class OwnPage(models.Model):
    """The child gets in, with a code on paper, to the end of a day. The account behind it has no name and no address."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="own_page")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="own_pages")
    talk = models.OneToOneField(Talk, on_delete=models.PROTECT, related_name="own_page")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    night_number = models.CharField(max_length=200)  # whom they ring when their worker is not there
    ends_on = models.DateField()  # their last day
    code_made_at = models.DateTimeField(null=True, blank=True)
    tries_told_on = models.DateField(null=True, blank=True)  # once a day is enough
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_why = models.CharField(max_length=300, blank=True)

    objects = OwnPageQuerySet.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_at__isnull=True), name="own_page_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ended_why="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_why="")),
                name="own_page_ended_by_someone",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    def is_open_on(self, day: date) -> bool:
        return self.ended_at is None and day <= self.ends_on


class HoldQuerySet(models.QuerySet["Hold"]):
    def standing(self) -> HoldQuerySet:
        return self.filter(lifted_at__isnull=True, entry__struck_out_at__isnull=True)


class Hold(models.Model):
    """For now they are not to have a page: serious harm might follow. A manager says when that is over."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="own_page_hold"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="own_page_holds")
    why = models.CharField(max_length=300)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_why = models.CharField(max_length=300, blank=True)

    objects = HoldQuerySet.as_manager()
    access_path = "entry"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(lifted_at__isnull=True), name="own_page_hold_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True, lifted_why="")
                | (Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lifted_why="")),
                name="own_page_hold_lifted_by_someone",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()
