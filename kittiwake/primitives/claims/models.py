from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import OuterRef, Q
from django.urls import reverse

from kittiwake.history import guards
from kittiwake.primitives.claims import rules
from kittiwake.record.models import Child, Entry


class Entity(models.Model):
    """A person, place, phone, vehicle, account or group that claims have been decided to be about. Never a suspect
    by being here, and never a child: children are on the record."""

    kind = models.CharField(max_length=10, choices=[kind for kind in rules.KINDS if kind[0] != rules.CHILD])
    label = models.CharField(max_length=300)
    match_key = models.CharField(max_length=300, blank=True)
    details = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    access_path = "internal"

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "match_key"],
                condition=Q(kind__in=sorted(rules.NUMBERED)) & ~Q(match_key=""),
                name="entity_once_a_number",
            )
        ]

    def __str__(self) -> str:
        return self.label


class ClaimQuerySet(models.QuerySet["Claim"]):
    def standing(self) -> ClaimQuerySet:
        """Neither refused nor on an entry that was struck out."""
        return self.filter(entry__struck_out_at__isnull=True).exclude(decision=rules.REFUSED)

    def in_date(self, day: date) -> ClaimQuerySet:
        """Confirmed not too long ago to go by."""
        return self.standing().filter(expires_on__gt=day)


class Claim(models.Model):
    """What was said, where, by whom it is known, and how it is graded."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="claims")  # where it was said
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="claims")
    kind = models.CharField(max_length=10, choices=rules.KINDS)
    wording = models.CharField(max_length=300)
    number = models.CharField(max_length=100, blank=True)  # plate, phone number or name online, as typed
    platform = models.CharField(max_length=20, blank=True)
    details = models.TextField(blank=True)
    match_key = models.CharField(max_length=300, blank=True)
    link = models.CharField(max_length=20, choices=rules.LINKS)
    entity = models.ForeignKey(Entity, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    # May be a child whom whoever reads this may not see: look them up through the viewer.
    named_child = models.ForeignKey(
        Child, null=True, blank=True, on_delete=models.PROTECT, related_name="claims_naming"
    )
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)

    source_grade = models.CharField(max_length=1, choices=rules.SOURCE_GRADES)
    information_grade = models.CharField(max_length=1, choices=rules.INFORMATION_GRADES)
    handling = models.CharField(max_length=1, choices=rules.HANDLING)
    conditions = models.CharField(max_length=300, blank=True)
    last_confirmed_on = models.DateField()
    expires_on = models.DateField()

    decision = models.CharField(max_length=8, choices=rules.DECISIONS, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = ClaimQuerySet.as_manager()
    access_path = "entry"
    access_earlier = True

    class Meta:
        triggers = guards.practice()
        indexes = [
            models.Index(fields=["kind", "match_key"], name="claims_by_key"),
            models.Index(fields=["child", "-recorded_at"], name="claims_of_child"),
            GinIndex(fields=["match_key"], name="claim_key_trigrams", opclasses=["gin_trgm_ops"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(from_on__isnull=True) | Q(to_on__gte=models.F("from_on")),
                name="claim_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(handling=rules.WITH_CONDITIONS) | ~Q(conditions=""),
                name="claim_conditions_are_said",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(decision="") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="claim_decided_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(decision=rules.REFUSED) | ~Q(reason=""), name="claim_refused_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(named_child__isnull=True) | ~Q(named_child=models.F("child")),
                name="claim_names_another_child",
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    def get_absolute_url(self) -> str:
        return reverse("claims:claim", args=[self.pk])

    @property
    def grade(self) -> rules.Grade:
        return rules.Grade(self.source_grade, self.information_grade, self.handling)

    def has_faded(self, day: date) -> bool:
        return self.expires_on <= day


class EchoDecisionQuerySet(models.QuerySet["EchoDecision"]):
    def asked(self) -> EchoDecisionQuerySet:
        """Nobody who may see both accounts has said anything of the two since somebody asked."""
        same, turned = (
            Q(claim=OuterRef("claim"), other_claim=OuterRef("other_claim")),
            Q(claim=OuterRef("other_claim"), other_claim=OuterRef("claim")),
        )
        later = EchoDecision.objects.filter(same | turned, pk__gt=OuterRef("pk"))
        standing = self.filter(verdict=rules.ASKED, claim__entry__struck_out_at=None)
        standing = standing.filter(other_claim__entry__struck_out_at=None)
        return standing.filter(~models.Exists(later))


class EchoDecision(models.Model):
    """Somebody looked at two accounts and said whether they speak of the same thing; or, where they may see only one,
    asked somebody who may see both. The newest counts."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="echo_decisions")
    # On a child whom whoever decided may not see: only its key is known to them.
    other_claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="echoed_by")
    verdict = models.CharField(max_length=9, choices=rules.SAID_OF_BOTH)
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = EchoDecisionQuerySet.as_manager()
    access_path = "claim"

    class Meta:
        triggers = guards.append_only()
        constraints = [
            models.CheckConstraint(condition=~Q(claim=models.F("other_claim")), name="echo_of_another_claim"),
            models.CheckConstraint(
                condition=Q(verdict=rules.UNSURE) | ~Q(reason=""), name="echo_decided_for_a_reason"
            ),
        ]
