"""An action of an audit, every step it took, and the entry that shows what it changed for the child."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models.audits import Audit
from kittiwake.assurance.audits.models.learning import Theme
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.history import guards
from kittiwake.record.models import Child, Entry, Worker

BY = settings.AUTH_USER_MODEL


class AuditActionQuerySet(models.QuerySet["AuditAction"]):
    def standing(self) -> AuditActionQuerySet:
        return self.filter(entry__struck_out_at__isnull=True, is_counted=True)

    def open(self) -> AuditActionQuerySet:
        return self.standing().filter(closed_at__isnull=True)

    def without_effect(self, day: date) -> AuditActionQuerySet:
        """Past its day, or closed, with nothing on the child's record that still shows what it changed."""
        shown = Effect.objects.filter(
            action=OuterRef("pk"), ended_at__isnull=True, entry__struck_out_at__isnull=True
        )
        late = Q(due_on__lt=day) | Q(closed_at__isnull=False)
        return self.standing().filter(late, ~Exists(shown))


class AuditAction(models.Model):
    """Something to be done, and the difference it should make for the child. The moments are of its present round:
    sent back or reopened, it goes through its steps again, and ActionStep keeps what went before."""

    entry = models.OneToOneField(
        Entry, primary_key=True, on_delete=models.PROTECT, related_name="audit_action"
    )
    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="actions")
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="audit_actions")
    what = models.CharField(max_length=500)
    difference = models.CharField(max_length=500)
    # Of which kind of facts the change is (measures.catalogue.adverse), and how long it has to last: it is reopened when
    # a fact that speaks against it follows within that time. Empty: of another kind, and nothing is looked for.
    about = models.CharField(max_length=20, blank=True)
    lasts_days = models.PositiveSmallIntegerField(default=rules.LASTS_USUALLY)
    focus = models.CharField(max_length=10, choices=rules.FOCUSES)  # as its writer classed it
    checked_focus = models.CharField(max_length=10, choices=rules.FOCUSES, blank=True)
    focus_checked_by = models.ForeignKey(
        BY, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    focus_checked_at = models.DateTimeField(null=True, blank=True)
    focus_why = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="audit_actions")
    due_on = models.DateField()
    discussed_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField()  # of this round: an effect comes after it
    is_counted = models.BooleanField(default=True)

    objects = AuditActionQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(
                fields=["owner", "due_on"], condition=Q(closed_at__isnull=True), name="audit_actions_open"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_focus="") | Q(focus_checked_by__isnull=False),
                name="audit_action_focus_checked_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True)
                | Q(discussed_at__isnull=False, done_at__isnull=False)
                & Q(checked_at__isnull=False, confirmed_at__isnull=False),
                name="audit_action_closed_after_every_step",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def moments(self) -> rules.Moments:
        return rules.Moments(
            self.discussed_at, self.done_at, self.checked_at, self.confirmed_at, self.closed_at
        )

    @property
    def state(self) -> str:
        return rules.state(self.moments)

    def is_late(self, day: date) -> bool:
        return self.closed_at is None and self.due_on < day


class Discussion(models.Model):
    """It was talked over with the worker whose practice it is about: in the child's part of a supervision, or apart."""

    action = models.ForeignKey(AuditAction, on_delete=models.PROTECT, related_name="discussions")
    in_supervision = models.ForeignKey(
        ChildPart, null=True, blank=True, on_delete=models.PROTECT, related_name="audit_actions_discussed"
    )
    held_on = models.DateField()
    with_whom = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "action"

    class Meta:
        triggers = guards.append_only()


class ActionStep(models.Model):
    """One thing that somebody said of an action: done, sent back, checked, confirmed, closed, reopened."""

    KINDS = [
        ("done", "Said to be done"),
        ("sent_back", "Sent back"),
        ("checked", "Evidence checked"),
        ("confirmed", "Effect confirmed"),
        ("closed", "Closed"),
        ("reopened", "Reopened"),
    ]
    action = models.ForeignKey(AuditAction, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=KINDS)
    words = models.TextField()
    by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    access_path = "action"

    class Meta:
        triggers = guards.append_only()
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="audit_step_in_words")]


class Effect(models.Model):
    """This entry of the child's own record shows what the action changed. Ended where it did not last."""

    action = models.ForeignKey(AuditAction, on_delete=models.PROTECT, related_name="effects")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="effect_of_audit_actions")
    changed = models.TextField()  # what is different for the child
    despite = models.TextField(blank=True)  # why it shows that, where something speaks against it
    by = models.ForeignKey(BY, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    access_path = "action"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["action"], condition=Q(ended_at__isnull=True), name="audit_action_one_effect"
            )
        ]


class ActionTheme(models.Model):
    action = models.ForeignKey(AuditAction, on_delete=models.PROTECT, related_name="themes")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="actions")

    access_path = "action"

    class Meta:
        triggers = guards.append_only()
        constraints = [models.UniqueConstraint(fields=["action", "theme"], name="action_theme_once")]
