"""Posts by team, and how much of them nobody employed fills; the posts of one team. Reads only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.models import Engagement, Post
from kittiwake.assurance.workforce.posts import rules
from kittiwake.record.models import Team
from kittiwake.ui.dates import long_date, short_date
from kittiwake.ui.paging import Page

COLUMNS = ("Posts, as whole-time", "Vacant, as whole-time", "Covered by agency, as whole-time")
OF_TEAM = ("Role", "Share of whole time", "From", "Who", "Vacant, as whole-time", "")


def table_of_posts(on: date) -> tuple[list[dict[str, Any]], list[list[Any]]]:
    """A row a team."""
    filled, covered = _by_post(codes.PERMANENT, on), _by_post(codes.AGENCY, on)
    by_team: dict[Team, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 3)
    for post in Post.objects.on(on).select_related("team"):
        numbers = (post.fte, rules.vacant_fte(post.fte, filled[post.pk]), covered[post.pk])
        by_team[post.team] = [had + more for had, more in zip(by_team[post.team], numbers, strict=True)]
    columns: list[dict[str, Any]] = [
        {"text": "Team"},
        *({"text": text, "is_number": True} for text in COLUMNS),
    ]
    return columns, [
        [_link(team), *(f"{number:.1f}" for number in by_team[team])]
        for team in sorted(by_team, key=lambda team: team.name)
    ]


def _link(team: Team) -> dict[str, str]:
    return {"text": team.name, "href": reverse("workforce:team_posts", args=[team.pk])}


def _by_post(kind: str, on: date) -> dict[int, Decimal]:
    by_post: dict[int, Decimal] = defaultdict(Decimal)
    standing = Engagement.objects.on(on).filter(kind=kind, post__isnull=False)
    for post_id, fte in standing.values_list("post_id", "fte"):
        by_post[post_id] += fte
    return by_post


def posts_of(team: Team, on: date) -> QuerySet[Post]:
    """Those there are, and those to come."""
    return Post.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), team=team).order_by("role", "pk")


@dataclass
class TeamPostsPage:
    page: Page[Post]
    on: date

    columns = [
        {"text": text, "is_number": text in ("Share of whole time", "Vacant, as whole-time")}
        for text in OF_TEAM
    ]

    @cached_property
    def _who(self) -> dict[int, list[Engagement]]:
        by_post: dict[int, list[Engagement]] = defaultdict(list)
        now = Engagement.objects.on(self.on).filter(post__in=self.page.rows)
        for engagement in now.select_related("worker").order_by("worker__name"):
            if engagement.post_id is not None:
                by_post[engagement.post_id].append(engagement)
        return by_post

    @property
    def rows(self) -> list[list[Any]]:
        return [self._row(post) for post in self.page.rows]

    def _row(self, post: Post) -> list[Any]:
        who = self._who[post.pk]
        filled = sum((engagement.fte for engagement in who if engagement.kind == codes.PERMANENT), Decimal(0))
        said = ", ".join(
            engagement.worker.name + (" (agency)" if engagement.kind == codes.AGENCY else "")
            for engagement in who
        )
        vacant = rules.vacant_fte(post.fte, filled)
        return [
            post.get_role_display(),
            f"{post.fte:.1f}",
            short_date(post.starts_on),
            said or "Nobody",
            {"tag": {"text": f"{vacant:.1f}", "colour": "red"}} if vacant else "0.0",
            self._end(post, who),
        ]

    def _end(self, post: Post, who: list[Engagement]) -> Any:
        if post.ends_on:
            return f"Ends {long_date(post.ends_on)}"
        if any(engagement.ends_on is None for engagement in who):
            return ""  # it would be refused
        return {"text": "End this post", "href": reverse("workforce:end_post", args=[post.pk])}
