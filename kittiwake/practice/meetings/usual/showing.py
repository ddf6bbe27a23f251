"""What the page of who usually comes shows. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import UsualMember
from kittiwake.ui.components import Cell, Column, TextLink, columns
from kittiwake.ui.dates import short_date


@dataclass
class UsualMembersPage:
    day: date

    @cached_property
    def members(self) -> list[UsualMember]:
        """By the kind of meeting, in the order of the kinds."""
        order = [kind for kind, _ in rules.ALL_KINDS]
        members = UsualMember.objects.on(self.day).order_by("agency", "name", "pk")
        return sorted(members, key=lambda member: order.index(member.kind))

    @property
    def columns(self) -> list[Column]:
        return columns("Meeting", "Agency", "Who", "Role", "Since", "Change")

    @property
    def table(self) -> list[list[Cell]]:
        return [
            [
                member.get_kind_display(),
                member.get_agency_display(),
                member.name,
                member.role or "Not recorded",
                short_date(member.starts_on),
                TextLink("Take off the list", reverse("meetings:end_usual_member", args=[member.pk])),
            ]
            for member in self.members
        ]
