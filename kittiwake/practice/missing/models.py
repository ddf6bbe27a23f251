from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, F, Func, Q
from django.db.models.functions import Coalesce, TruncDate
from django.utils.timezone import now

from kittiwake.history import guards
from kittiwake.practice.missing import rules
from kittiwake.record.ages_in_queries import as_number
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import LONDON

ONE_AT_A_TIME = "episode_one_at_a_time"
SOURCE: dict[str, Any] = {"max_length": 10, "choices": rules.SOURCES, "blank": True}


class EpisodeQuerySet(models.QuerySet["Episode"]):
    def standing(self) -> EpisodeQuerySet:
        """Neither struck out nor cancelled: what counts."""
        return self.filter(entry__struck_out_at__isnull=True, cancelled_at__isnull=True)

    def unended(self) -> EpisodeQuerySet:
        """Nobody has recorded an end."""
        return self.standing().filter(returned_at__isnull=True, closed_at__isnull=True)

    def open(self, at: datetime | None = None) -> EpisodeQuerySet:
        """Not back yet, whether their whereabouts are known or not, and not ended by their 18th birthday."""
        return self.open_where_adult_is(rules.adult_born_by(at or now()))

    def open_where_adult_is(self, born_by: date) -> EpisodeQuerySet:
        """The same, where whoever was born by that day is an adult."""
        adult = Q(child__birth_is="known", child__born_on__lte=born_by)
        start = Coalesce("last_seen_at", "reported_at")
        age_then = as_number(TruncDate(start, tzinfo=LONDON)) - as_number(F("child__born_on"))
        return (
            self.unended().alias(age_then=age_then).exclude(adult & Q(age_then__lt=rules.ADULT_AT * 1_00_00))
        )

    def overlapping(self, moments: rules.Moments) -> EpisodeQuerySet:
        """Those that share some time with an absence of these moments; one without an end goes on."""
        episodes = self.filter(is_counted=True).annotate(
            starts=Coalesce("last_seen_at", "reported_at"), ends=Coalesce("returned_at", "closed_at")
        )
        if moments.returned:
            episodes = episodes.filter(starts__lt=moments.returned)
        return episodes.filter(Q(ends__isnull=True) | Q(ends__gt=moments.started)).order_by("starts")

    def returned(self) -> EpisodeQuerySet:
        return self.standing().filter(returned_at__isnull=False)


class Episode(models.Model):
    """One time missing. Four moments, each with its own source."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="episode")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="episodes")
    kind = models.CharField(max_length=1, choices=rules.KINDS, default="M")

    last_seen_at = models.DateTimeField(null=True, blank=True)
    last_seen_time_known = models.BooleanField(default=True)
    last_seen_source = models.CharField(**SOURCE)
    last_seen_by = models.CharField(max_length=200, blank=True)

    reported_at = models.DateTimeField()
    reported_time_known = models.BooleanField(default=True)
    reported_source = models.CharField(**SOURCE)
    reported_by = models.CharField(max_length=200, blank=True)

    located_at = models.DateTimeField(null=True, blank=True)
    located_time_known = models.BooleanField(default=True)
    located_source = models.CharField(**SOURCE)
    located_where = models.CharField(max_length=300, blank=True)
    located_how = models.CharField(max_length=200, blank=True)

    returned_at = models.DateTimeField(null=True, blank=True)
    returned_time_known = models.BooleanField(default=True)
    returned_source = models.CharField(**SOURCE)
    returned_how = models.CharField(max_length=200, blank=True)

    missing_from = models.CharField(max_length=300, blank=True)
    circumstances = models.TextField(blank=True)

    # When the police told us, where somebody says so: it is not the moment this was recorded.
    told_council_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_reason = models.CharField(max_length=300, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)  # without a return: at 18, or care ended
    closed_reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    is_counted = models.BooleanField(default=True)  # false once cancelled or struck out: frees its days

    objects = EpisodeQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(
                fields=["child"],
                condition=Q(returned_at__isnull=True, closed_at__isnull=True, is_counted=True),
                name="episodes_open",
            ),
            models.Index(fields=["-returned_at"], name="episodes_returned"),
            models.Index(fields=["child", "-reported_at"], name="episodes_of_child"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_seen_at__isnull=True) | Q(last_seen_at__lte=F("reported_at")),
                name="episode_seen_before_reported",
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True)
                | Q(returned_at__gte=Coalesce(F("last_seen_at"), F("reported_at"))),
                name="episode_returned_after_start",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | ~Q(cancelled_reason=""),
                name="episode_cancelled_for_a_reason",
            ),
            # Nobody is missing twice at once: two reports of one absence are one episode. Deferrable, because an
            # absence that was over before we heard of it is reported and ended in two steps of one transaction.
            ExclusionConstraint(
                name=ONE_AT_A_TIME,
                deferrable=Deferrable.IMMEDIATE,
                expressions=[
                    (F("child"), RangeOperators.EQUAL),
                    (
                        Func(
                            Coalesce(F("last_seen_at"), F("reported_at")),
                            Coalesce(F("returned_at"), F("closed_at")),
                            function="tstzrange",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(is_counted=True),
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def moments(self) -> rules.Moments:
        return rules.Moments(self.last_seen_at, self.reported_at, self.located_at, self.returned_at)

    @property
    def started_at(self) -> datetime:
        return self.moments.started

    @property
    def ended_at(self) -> datetime | None:
        return self.returned_at or self.closed_at or self.cancelled_at

    @property
    def ends_by_age_at(self) -> datetime | None:
        """When they turn 18, if they had not when they went; none where nobody knows their birthday."""
        known = self.child.born_on if self.child.birth_is == "known" else None
        return rules.ends_by_age_at(known, self.started_at)

    def outcome_at(self, at: datetime) -> rules.Outcome:
        """At their 18th birthday it is over, whether or not that has been written down yet."""
        ends_at = self.ends_by_age_at
        return rules.CLOSED if self.outcome.is_open and ends_at and ends_at <= at else self.outcome

    @property
    def outcome(self) -> rules.Outcome:
        return rules.outcome(
            cancelled=self.cancelled_at is not None, closed=self.closed_at is not None, moments=self.moments
        )


class Report(models.Model):
    """Somebody told us. Police and carer reporting the same absence are two reports of one episode."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="reports")
    source = models.CharField(**SOURCE)
    reporter = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=40, blank=True)  # the source's own, such as the police's
    made_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # it was added to the wrong episode

    access_path = "episode"

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["reference"], name="reports_by_reference")]


class StandingGrades(models.Manager["Grade"]):
    """Those that were not withdrawn: everything that reads an episode's grades reads these."""

    def get_queryset(self) -> models.QuerySet[Grade]:
        return super().get_queryset().filter(withdrawn_at=None)


class Grade(models.Model):
    """How the police graded the risk, from a moment on."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="grades")
    level = models.CharField(max_length=20, choices=rules.GRADES)
    since_at = models.DateTimeField()
    source = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)  # the list that gave it was undone

    objects = StandingGrades()
    access_path = "episode"

    class Meta:
        triggers = guards.practice()


class Notification(models.Model):
    """Somebody who had to be told was told; or was not, for a reason."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="notifications")
    duty = models.CharField(max_length=20)  # rules.Duty.key
    told_at = models.DateTimeField(null=True, blank=True)
    who = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=100, blank=True)
    not_told_reason = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "episode"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(fields=["episode", "duty"], name="notification_once_a_duty"),
            models.CheckConstraint(
                condition=Q(told_at__isnull=False) | ~Q(not_told_reason=""), name="told_or_a_reason_why_not"
            ),
        ]


class Acknowledgement(models.Model):
    """A named person took notice of an open episode at this level, and said what is being done."""

    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="acknowledgements")
    level = models.CharField(max_length=5)  # rules.EscalationLevel.key
    words = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    access_path = "episode"

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["episode", "level"], name="level_acknowledged_once")]


class CarerDetails(models.Model):
    """What a carer would tell the police on the night, written down beforehand (the Philomena form).
    Each review is a new entry; the newest that stands is the one at hand."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="carer_details"
    )
    description = models.TextField(blank=True)
    friends = models.TextField(blank=True)
    places = models.TextField(blank=True)
    phones = models.TextField(blank=True)
    online = models.TextField(blank=True)
    money_and_travel = models.TextField(blank=True)
    health = models.TextField(blank=True)
    worries = models.TextField(blank=True)
    held_by = models.CharField(max_length=200, blank=True)

    access_path = "entry"
    access_earlier = True
    PARTS = {
        "description": "Looks like",
        "friends": "Friends and people they may be with",
        "places": "Places they may go",
        "phones": "Phone numbers",
        "online": "Online",
        "money_and_travel": "Money and travel",
        "health": "Health",
        "worries": "Worries",
    }

    class Meta:
        triggers = guards.practice()

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What was written, under the form's headings; empty parts left out."""
        return [(title, getattr(self, name)) for name, title in self.PARTS.items() if getattr(self, name)]
