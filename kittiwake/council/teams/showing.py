"""What the pages of teams show. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.council.teams.queries import places_in
from kittiwake.record.models import Membership, Team
from kittiwake.ui.components import SummaryRow, TextLink, columns
from kittiwake.ui.dates import long_date, short_date


@dataclass
class ListOfTeams:
    """Each beneath the one it stands beneath."""

    today: date

    columns = columns("Team", "What it does", "Beneath", "Managed by", "People#")

    @cached_property
    def teams(self) -> list[Team]:
        now = Q(memberships__starts_on__lte=self.today) & (
            Q(memberships__ends_on=None) | Q(memberships__ends_on__gt=self.today)
        )
        people = Count("memberships__worker", filter=now, distinct=True)
        rows = Team.objects.on(self.today).annotate(people=people).select_related("parent")
        return list(rows.order_by("name", "pk"))

    @cached_property
    def _managers(self) -> dict[int, list[str]]:
        managing = Membership.objects.on(self.today).filter(manages=True, team__in=self.teams)
        names: dict[int, list[str]] = {}
        for place in managing.select_related("worker").order_by("worker__name"):
            names.setdefault(place.team_id, []).append(place.worker.name)
        return names

    @property
    def table(self) -> list[list[Any]]:
        return [
            [
                TextLink(team.name, reverse("teams:team", args=[team.pk])),
                team.get_kind_display(),
                team.parent.name if team.parent else "",
                ", ".join(self._managers.get(team.pk, [])) or "Nobody",
                str(team.people),  # type: ignore[attr-defined]  # annotated
            ]
            for team in self.teams
        ]


@dataclass
class TeamPage:
    team: Team
    today: date

    columns = columns("Name", "Part", "From", "")

    @property
    def is_closed(self) -> bool:
        return self.team.ends_on is not None

    @property
    def rows(self) -> list[SummaryRow]:
        team = self.team
        rows = [
            SummaryRow("What it does", team.get_kind_display()),
            SummaryRow("Beneath", team.parent.name if team.parent else "None"),
            SummaryRow("Agency", team.agency.name if team.agency else ""),
        ]
        if team.merged_into:
            went = reverse("teams:team", args=[team.merged_into_id])
            rows.append(SummaryRow("Became part of", team.merged_into.name, went, "Look at it"))
        return rows + ([SummaryRow("Closed from", long_date(team.ends_on))] if team.ends_on else [])

    @cached_property
    def places(self) -> list[Membership]:
        return list(places_in(self.team, self.today))

    @property
    def table(self) -> list[list[Any]]:
        return [self._row(place) for place in self.places]

    def _row(self, place: Membership) -> list[Any]:
        part = "Manages it" if place.manages else "In it"
        if place.ends_on:
            return [
                place.worker.name,
                part,
                short_date(place.starts_on),
                f"Until {short_date(place.ends_on)}",
            ]
        end = TextLink(f"End the place of {place.worker.name}", reverse("teams:leave", args=[place.pk]))
        return [place.worker.name, part, short_date(place.starts_on), end]
