from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kittiwake.history import guards
from kittiwake.record.models import Agency, Entry
from kittiwake.time.durations import Unit


class ClockQuerySet(models.QuerySet["Clock"]):
    def running(self) -> ClockQuerySet:
        """Neither stopped nor cancelled, on an entry that stands."""
        return self.filter(
            stopped_at__isnull=True, cancelled_at__isnull=True, entry__struck_out_at__isnull=True
        )

    def overdue(self, at: datetime) -> ClockQuerySet:
        return self.running().filter(due_at__lt=at)


class Clock(models.Model):
    """One running instance of a standard."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="clocks")
    key = models.CharField(max_length=60)  # the standard's
    rule_version = models.DateField()  # the day its rule took effect
    started_at = models.DateTimeField()
    time_known = models.BooleanField(default=True)  # False: counted from the end of that day, reported apart
    due_soon_at = models.DateTimeField()  # from when it is worth a warning
    due_at = models.DateTimeField()
    # False: counted with bank holidays that were expected and not yet published; counted again when they are.
    holidays_known = models.BooleanField(default=True)
    # Put off by somebody, for a reason: due anew from that day on. `due_first_at` is when it was due before.
    put_off_to = models.DateField(null=True, blank=True)
    put_off_reason = models.CharField(max_length=300, blank=True)
    due_first_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="clocks_stopped"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_reason = models.CharField(max_length=300, blank=True)

    objects = ClockQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(stopped_at__isnull=True, cancelled_at__isnull=True),
                name="clocks_running",
            ),
            models.Index(fields=["key", "-started_at"], name="clocks_of_standard"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "key"], condition=Q(cancelled_at__isnull=True), name="clock_once_an_entry"
            ),
            models.CheckConstraint(
                condition=Q(stopped_at__isnull=True) | Q(cancelled_at__isnull=True), name="clock_ends_one_way"
            ),
            models.CheckConstraint(condition=Q(due_at__gte=F("started_at")), name="clock_due_after_start"),
            models.CheckConstraint(
                condition=Q(put_off_to=None, put_off_reason="", due_first_at=None)
                | Q(put_off_to__isnull=False, due_first_at__isnull=False) & ~Q(put_off_reason=""),
                name="clock_put_off_for_a_reason",
            ),
        ]


class LocalLimit(models.Model):
    """A limit the council has set for itself, from a day on. Read through `limits.in_force` and nowhere else.

    Never changed: a later row from the same day stands instead of the earlier. `number` counts the rows of a standard,
    so that of two people who change it at once one is told.
    """

    key = models.CharField(max_length=60)  # the standard's
    number = models.PositiveIntegerField()
    count = models.PositiveIntegerField()
    unit = models.CharField(max_length=15, choices=[(unit.value, unit.value) for unit in Unit])
    effective_from = models.DateField()
    why = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = None

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="local_limit_one_after_another"),
            models.CheckConstraint(condition=~Q(why=""), name="local_limit_has_a_reason"),
        ]


class BankHoliday(models.Model):
    """A bank holiday that was proclaimed, moved or called off after the list that came with Kittiwake was made.

    Never changed: of one day the last row stands. Read through `limits.calendar` and nowhere else.
    """

    day = models.DateField()
    number = models.PositiveIntegerField()  # counts the rows of a day
    is_holiday = models.BooleanField()  # False: it is none after all
    source = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = None

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(fields=["day", "number"], name="bank_holiday_one_after_another"),
            models.CheckConstraint(condition=~Q(source=""), name="bank_holiday_has_a_source"),
        ]


class SchoolYear(models.Model):
    """The terms of a school in one year, and the days in them on which it is closed. Of one year the last row stands."""

    school = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    starts = models.PositiveSmallIntegerField()  # 2026 for 2026 to 2027
    number = models.PositiveIntegerField()
    terms = models.JSONField()  # [["2026-09-02", "2026-10-23"], …]
    closed = models.JSONField()  # ["2026-09-01", …]
    source = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = None

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.UniqueConstraint(
                fields=["school", "starts", "number"], name="school_year_one_after_another"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="school_year_has_a_source"),
        ]
