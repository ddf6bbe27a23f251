"""What the pages of retention show. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.retention.models import KeptOn
from kittiwake.assurance.retention.queries import CATEGORIES, Category, ended, kept_on
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.citing import cited
from kittiwake.record.models import Child
from kittiwake.ui.components import TextLink, columns
from kittiwake.ui.dates import long_date, short_date

CATEGORY_COLUMNS = columns("What the record holds", "Kept for", "Reached its end#", "Who says so")
CHILD_COLUMNS = columns("Child", "Born", "Decide")
KEPT_COLUMNS = columns("Child", "Kept until", "Why", "By")


@dataclass
class RetentionPage:
    viewer: Viewer
    today: date
    asked: str = ""

    category_columns = CATEGORY_COLUMNS
    child_columns = CHILD_COLUMNS
    kept_columns = KEPT_COLUMNS

    @cached_property
    def numbers(self) -> list[int]:
        return [ended(self.viewer, category, self.today).count() for category in CATEGORIES]

    @property
    def categories(self) -> list[list[Any]]:
        return [
            self._row(category, number) for category, number in zip(CATEGORIES, self.numbers, strict=True)
        ]

    def _row(self, category: Category, number: int) -> list[Any]:
        standard = category.standard
        version = limits.in_force(standard).version_at(self.today)
        title = TextLink(standard.title, f"?of={standard.slug}") if number else standard.title
        return [title, str(version.within), str(number), cited(version.source, self.today)]

    @cached_property
    def category(self) -> Category:
        """The one asked for, or else the first that has any."""
        by_slug = {category.standard.slug: category for category in CATEGORIES}
        of_any = (category for category, number in zip(CATEGORIES, self.numbers, strict=True) if number)
        return by_slug.get(self.asked) or next(of_any, CATEGORIES[0])

    @property
    def children(self) -> QuerySet[Child]:
        return ended(self.viewer, self.category, self.today).order_by("born_on", "pk")

    def table(self, children: list[Child]) -> list[list[Any]]:
        return [
            [
                child.name,
                short_date(child.born_on) if child.born_on else "Not known",
                TextLink(f"Keep the record of {child.name}", reverse("retention:keep", args=[child.pk])),
            ]
            for child in children
        ]

    @cached_property
    def kept(self) -> list[KeptOn]:
        return list(kept_on(self.viewer, self.today)[:SHOWN])

    @property
    def kept_table(self) -> list[list[Any]]:
        return [
            [
                TextLink(row.child.name, reverse("retention:keep", args=[row.child_id])),
                short_date(row.until),
                row.why,
                f"{row.by}, {short_date(row.at)}",
            ]
            for row in self.kept
        ]


SHOWN = 200


@dataclass
class KeepPage:
    child: Child

    @cached_property
    def decisions(self) -> list[KeptOn]:
        """The newest first."""
        return list(KeptOn.objects.filter(child=self.child).select_related("by").order_by("-number"))

    @property
    def said(self) -> str:
        if not self.decisions:
            return "Nobody has decided anything about this record yet."
        last = self.decisions[0]
        return f"Kept until {long_date(last.until)}: {last.why} ({last.by}, {long_date(last.at)})"
