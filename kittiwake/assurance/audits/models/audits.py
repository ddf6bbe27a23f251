"""An audit, the marks it was given, and what followed at once where it was inadequate."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models.programmes import Candidate, Programme
from kittiwake.history import guards
from kittiwake.primitives.instruments.models import Completion
from kittiwake.record.models import Child, Entry, Team, Worker


class AuditQuerySet(models.QuerySet["Audit"]):
    def standing(self) -> AuditQuerySet:
        return self.filter(entry__struck_out_at__isnull=True)


class Audit(models.Model):
    """Somebody with no part in a child's case looked at how they were helped. What they graded is in its marks."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="audit")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="audits")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="audits")
    candidate = models.ForeignKey(
        Candidate, null=True, blank=True, on_delete=models.PROTECT, related_name="audits"
    )
    re_audit_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="re_audits"
    )
    auditor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="audits")
    # As it was that day: workers and teams move on.
    worker = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    done_with = models.CharField(max_length=10, choices=rules.DONE_WITH)
    done_with_words = models.TextField(blank=True)
    child_said = models.TextField(blank=True)
    family_said = models.TextField(blank=True)
    not_asked_why = models.CharField(max_length=300, blank=True)
    went_well = models.TextField(blank=True)
    is_counted = models.BooleanField(default=True)  # false once struck out: its place in the sample is free

    objects = AuditQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["programme"], name="audits_of_programme")]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate"], condition=Q(is_counted=True), name="candidate_audited_once"
            ),
            models.CheckConstraint(
                condition=~Q(done_with="alone") | ~Q(done_with_words=""), name="audit_says_why_alone"
            ),
            models.CheckConstraint(
                condition=(~Q(child_said="") & ~Q(family_said="")) | ~Q(not_asked_why=""),
                name="audit_says_why_not_asked",
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()


class Mark(models.Model):
    """One person's grades. `overall` is as they marked it; `grade` is the one that stands, after moderation."""

    FIRST, SECOND = "first", "second"

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="marks")
    kind = models.CharField(max_length=6, choices=[(FIRST, "First"), (SECOND, "Second")])
    completion = models.OneToOneField(Completion, on_delete=models.PROTECT, related_name="audit_mark")
    overall = models.CharField(max_length=20, choices=rules.GRADES)
    grade = models.CharField(max_length=20, choices=rules.GRADES)
    why = models.TextField()
    compliance_met = models.PositiveSmallIntegerField()
    compliance_of = models.PositiveSmallIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "audit"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [models.UniqueConstraint(fields=["audit", "kind"], name="audit_marked_once_each")]


class Moderation(models.Model):
    """Somebody else looked at the grade: blind, with a mark of their own first, or openly. Then it stands or changes."""

    audit = models.OneToOneField(Audit, primary_key=True, on_delete=models.PROTECT, related_name="moderation")
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_blind = models.BooleanField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    marked_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(  # of two marks, a third person
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_changed = models.BooleanField(null=True, blank=True)

    access_path = "audit"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, is_changed__isnull=True)
                | Q(settled_at__isnull=False, is_changed__isnull=False),
                name="moderation_settled_either_way",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | Q(is_blind=False) | Q(marked_at__isnull=False),
                name="moderation_marked_before_settled",
            ),
        ]

    @property
    def entry(self) -> Entry:
        """The line it hangs from: the audit's."""
        return self.audit.entry


class GradeChange(models.Model):
    """A grade was changed, and why."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="grade_changes")
    was = models.CharField(max_length=20, choices=rules.GRADES)
    now = models.CharField(max_length=20, choices=rules.GRADES)
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "audit"

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="grade_changed_for_a_reason"),
            models.CheckConstraint(condition=~Q(was=models.F("now")), name="grade_really_changed"),
        ]


class Escalation(models.Model):
    """An inadequate audit was told to somebody the same day; and a manager says that the child is safe, and how."""

    audit = models.OneToOneField(Audit, primary_key=True, on_delete=models.PROTECT, related_name="escalation")
    told = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    how = models.TextField()  # what was said, and how
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    safe_at = models.DateTimeField(null=True, blank=True)
    safe_words = models.TextField(blank=True)
    safe_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    access_path = "audit"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(safe_at__isnull=True, safe_by__isnull=True, safe_words="")
                | (Q(safe_at__isnull=False, safe_by__isnull=False) & ~Q(safe_words="")),
                name="made_safe_by_somebody_in_words",
            )
        ]
