"""An area of concern, what is done about it, what shows it, and how far it is as people judged it at each visit."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kittiwake.areas.powers import Power
from kittiwake.assurance.audits.models import Programme
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.models.inspections import Inspection
from kittiwake.assurance.letters.models import Statement
from kittiwake.history import guards
from kittiwake.record.models import Entry, Worker

BY = settings.AUTH_USER_MODEL
SEES, WRITES = Power.SEE_INSPECTIONS, Power.RECORD_INSPECTIONS


class ConcernQuerySet(models.QuerySet["Concern"]):
    def open(self) -> ConcernQuerySet:
        return self.filter(closed_at=None)


class Concern(models.Model):
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="concerns")
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.PROTECT, related_name="concerns"
    )
    kind = models.CharField(max_length=12, choices=rules.CONCERNS)
    words = models.CharField(max_length=500)  # in our own
    point = models.CharField(max_length=40, blank=True)  # of the letter-to-evidence table (crosswalk)
    owner = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(BY, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_why = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ConcernQuerySet.as_manager()
    access_path = "power"
    access_power, access_writing = SEES, WRITES

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["statement"], condition=Q(statement__isnull=False), name="concern_once_a_statement"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, closed_why="")
                | Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_why=""),
                name="concern_closed_by_someone_in_words",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return reverse("inspection:concern", args=[self.pk])


class ConcernAction(models.Model):
    """Something somebody does about a concern. Actions of a child's record hang from entries; this is about no child."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=500)
    difference = models.CharField(max_length=500)
    owner = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(BY, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=500, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_why = models.CharField(max_length=300, blank=True)

    access_path = "power"
    access_power, access_writing = SEES, WRITES

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None, outcome="")
                | Q(done_at__isnull=False, done_by__isnull=False) & ~Q(outcome=""),
                name="concern_action_done_by_someone_in_words",
            ),
            models.CheckConstraint(
                condition=Q(dropped_at=None, dropped_why="")
                | Q(dropped_at__isnull=False) & ~Q(dropped_why=""),
                name="concern_action_dropped_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(dropped_at=None), name="concern_action_ends_one_way"
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.dropped_at is None

    def is_late(self, today: date) -> bool:
        return self.is_open and self.due_on < today


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def standing(self) -> EvidenceQuerySet:
        return self.filter(set_aside_at=None)


class Evidence(models.Model):
    """Something that shows how a concern stands, or one of its actions; set aside with a reason, never taken away.

    A measure is kept by its key and the days it was read for: `said` is what it was then, as whoever put it in saw it.
    """

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="evidence")
    action = models.ForeignKey(
        ConcernAction, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.CharField(max_length=10, choices=rules.EVIDENCE)
    says = models.CharField(max_length=8, choices=rules.SAYS)
    words = models.TextField(blank=True)  # of what is about a child they stand in ChildEvidence
    where = models.CharField(max_length=300, blank=True)  # of a document
    on = models.DateField()  # as of which day
    measure = models.CharField(max_length=20, blank=True)
    first = models.DateField(null=True, blank=True)
    numerator = models.IntegerField(null=True, blank=True)
    denominator = models.IntegerField(null=True, blank=True)
    value = models.FloatField(null=True, blank=True)
    programme = models.ForeignKey(
        Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_by = models.ForeignKey(BY, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    set_aside_why = models.CharField(max_length=300, blank=True)

    objects = EvidenceQuerySet.as_manager()
    access_path = "power"
    access_power, access_writing = SEES, WRITES

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=rules.MEASURE) | Q(first__isnull=False) & ~Q(measure=""),
                name="evidence_of_a_measure_has_its_days",
            ),
            models.CheckConstraint(
                condition=~Q(kind=rules.AUDIT) | Q(programme__isnull=False),
                name="evidence_of_audits_has_them",
            ),
            models.CheckConstraint(
                condition=Q(kind=rules.ENTRY, words="") | ~Q(kind=rules.ENTRY) & ~Q(words=""),
                name="evidence_says_what_it_shows",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_at=None, set_aside_by=None, set_aside_why="")
                | Q(set_aside_at__isnull=False, set_aside_by__isnull=False) & ~Q(set_aside_why=""),
                name="evidence_set_aside_for_a_reason",
            ),
        ]


class ChildEvidence(models.Model):
    """The entry of a child's record that evidence is, and what it shows: seen by whoever sees that entry."""

    evidence = models.OneToOneField(
        Evidence, primary_key=True, on_delete=models.PROTECT, related_name="of_child"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="shown_to_inspectors")
    words = models.TextField()

    access_path = "entry"

    class Meta:
        triggers = guards.append_only()


class Judgement(models.Model):
    """How far a concern is, in one person's words, at a visit or between two. Never changed: the last one stands."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="judgements")
    visit = models.ForeignKey(
        Inspection, null=True, blank=True, on_delete=models.PROTECT, related_name="judgements"
    )
    progress = models.CharField(max_length=5, choices=rules.PROGRESS)
    words = models.TextField()
    by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "power"
    access_power, access_writing = SEES, WRITES

    class Meta:
        triggers = guards.append_only()
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="judgement_in_words")]


class JudgedOn(models.Model):
    """The evidence a judgement rests on."""

    judgement = models.ForeignKey(Judgement, on_delete=models.PROTECT, related_name="rests_on")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="+")

    access_path = "power"
    access_power, access_writing = SEES, WRITES

    class Meta:
        triggers = guards.append_only()
        constraints = [models.UniqueConstraint(fields=["judgement", "evidence"], name="judged_on_once")]
