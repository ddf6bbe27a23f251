"""Letters of inspectors and the statements they are made of. No child is in them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kittiwake.assurance.letters import rules
from kittiwake.history import guards


class LetterQuerySet(models.QuerySet["Letter"]):
    def standing(self) -> LetterQuerySet:
        return self.filter(struck_out_at=None)


class Letter(models.Model):
    """One letter or report of inspectors, as it was given to us."""

    kind = models.CharField(max_length=12, choices=rules.KINDS)
    council = models.CharField(max_length=200)
    visited_from = models.DateField(null=True, blank=True)
    visited_to = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)  # the first of some visits is not published
    grades = models.JSONField(default=dict, blank=True)  # a key of rules.JUDGEMENTS to one of rules.GRADES
    version = models.PositiveIntegerField(default=0)  # of what it is; statements have their own moments
    text = models.TextField()
    sha256 = models.CharField(max_length=64)  # of the words of the text: the same letter is known again
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    struck_out_at = models.DateTimeField(null=True, blank=True)
    struck_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    struck_out_reason = models.CharField(max_length=300, blank=True)

    objects = LetterQuerySet.as_manager()
    access_path = None

    class Meta:
        triggers = guards.practice()
        indexes = [models.Index(fields=["-visited_to"], name="letters_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"], condition=Q(struck_out_at=None), name="letter_once_while_it_stands"
            ),
            models.CheckConstraint(
                condition=Q(visited_from=None)
                | Q(visited_to=None)
                | Q(visited_to__gte=models.F("visited_from")),
                name="letter_visit_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(struck_out_at__isnull=True, struck_out_by__isnull=True, struck_out_reason="")
                | Q(struck_out_at__isnull=False, struck_out_by__isnull=False) & ~Q(struck_out_reason=""),
                name="letter_struck_out_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.get_kind_display(), self.council]))

    def get_absolute_url(self) -> str:
        return reverse("letters:letter", args=[self.pk])

    @property
    def is_struck_out(self) -> bool:
        return self.struck_out_at is not None


class LetterFile(models.Model):
    """The file a letter was read from, as it came."""

    letter = models.OneToOneField(
        Letter, primary_key=True, on_delete=models.PROTECT, related_name="source_file"
    )
    name = models.CharField(max_length=200)
    format = models.CharField(max_length=4)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()

    access_path = None

    class Meta:
        triggers = guards.append_only()


class StatementQuerySet(models.QuerySet["Statement"]):
    def standing(self) -> StatementQuerySet:
        """Of letters that were not struck out."""
        return self.filter(letter__struck_out_at=None)

    def confirmed(self) -> StatementQuerySet:
        return self.exclude(confirmed_at=None)

    def unconfirmed(self) -> StatementQuerySet:
        return self.filter(confirmed_at=None)


class Statement(models.Model):
    """One thing a letter says. `reading` and `theme` stand: as a person confirmed them, and until then as the rules propose."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="statements")
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=rules.STATEMENTS, default=rules.SENTENCE)
    section = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    proposed_reading = models.CharField(max_length=10, choices=rules.READINGS)
    proposed_theme = models.CharField(max_length=30, blank=True)
    deciding = models.JSONField(default=list, blank=True)  # [from, to] in the text: the words that decided it
    reading = models.CharField(max_length=10, choices=rules.READINGS)
    theme = models.CharField(max_length=30, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = StatementQuerySet.as_manager()
    access_path = None

    class Meta:
        triggers = guards.practice()
        ordering = ["letter", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "ordinal"], name="statement_one_after_another"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="statement_confirmed_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None
