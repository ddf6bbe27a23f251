from __future__ import annotations

from django.db import models
from django.db.models import Q

from kittiwake.history import guards


class PublishedFigureQuerySet(models.QuerySet["PublishedFigure"]):
    def standing(self) -> PublishedFigureQuerySet:
        """Not replaced by a later publication, and not taken back."""
        return self.filter(withdrawn_at=None)


class PublishedFigure(models.Model):
    """One figure as it was published: of whom, of when, and a value; or the mark that stands in its place."""

    ENGLAND, REGION, COUNCIL = "england", "region", "council"
    KINDS = [(ENGLAND, "England"), (REGION, "Region"), (COUNCIL, "Council")]
    # The marks of the Department for Education, and what others write for them (statistics/rules.py).
    indicator = models.CharField(max_length=300)  # its publication's own words for it
    area_kind = models.CharField(max_length=10, choices=KINDS)
    area_code = models.CharField(
        max_length=60
    )  # of a council the three digits, of a region its name in small letters
    area_name = models.CharField(max_length=100)
    period = models.CharField(max_length=6)  # 2025, or 202425
    period_is = models.CharField(max_length=40, blank=True)  # "Academic year"
    value = models.DecimalField(max_digits=22, decimal_places=6, null=True, blank=True)
    mark = models.CharField(max_length=4, blank=True)
    source = models.CharField(max_length=200)  # the file
    read_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = PublishedFigureQuerySet.as_manager()
    access_path = None

    class Meta:
        triggers = guards.practice()
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=True) & ~Q(mark="") | Q(value__isnull=False, mark=""),
                name="published_figure_or_its_mark",
            ),
            models.UniqueConstraint(
                fields=["indicator", "area_kind", "area_code", "period"],
                condition=Q(withdrawn_at__isnull=True),
                name="published_figure_stands_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.area_name}, {self.period}"
