"""The rule of who sees which child, read slowly in plain Python from rows: it knows no SQL of ours."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.access import permissions
from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.record.models import Allocation, Child, Membership, Team


class Reference:
    """The rule as it is told: role, relationship, restriction, and opening without being on the list."""

    def __init__(self, now: datetime, today: date) -> None:
        self.now, self.today = now, today
        self.children = list(Child.objects.all())
        self.all_teams = list(Team.objects.all())
        self.memberships = [m for m in Membership.objects.select_related("worker") if self.is_today(m)]
        self.ever_allocated = list(Allocation.objects.select_related("worker"))
        self.standing = [g for g in Grant.objects.all() if self.is_now(g)]

    def sees(self, user: User, child: Child) -> bool:
        if not user.is_active or (user.expires_at and user.expires_at <= self.now):
            return False
        if user.role in permissions.SEES_NO_CHILD:
            return False
        if self.by_name(user, child):
            return True
        if child.restricted:
            return False
        return user.role in permissions.SEES_EVERYONE or self.by_team(user, child)

    def by_name(self, user: User, child: Child) -> bool:
        allocated = any(a.worker_id and a.worker.user_id == user.pk for a in self.allocations(child))
        let_in = any(grant.user_id == user.pk for grant in self.grants(child))
        return allocated or let_in or child.user_id == user.pk or self.recorded_today(user, child)

    def recorded_today(self, user: User, child: Child) -> bool:
        fresh = child.recorded_by_id == user.pk and child.recorded_at > self.now - timedelta(days=1)
        everyone = user.role in permissions.SEES_EVERYONE
        return fresh and not everyone and not any(a.child_id == child.pk for a in self.ever_allocated)

    def by_team(self, user: User, child: Child) -> bool:
        if user.role not in permissions.SEES_TEAMS:
            return False
        holders = {row.team_id for row in (*self.allocations(child), *self.grants(child))}
        return bool(holders & self.teams(user))

    def teams(self, user: User) -> set[int]:
        found = {m.team_id for m in self.memberships if m.worker.user_id == user.pk}
        while beneath := {team.pk for team in self.all_teams if team.parent_id in found} - found:
            found |= beneath
        return found

    def allocations(self, child: Child) -> list[Allocation]:
        return [a for a in self.ever_allocated if a.child_id == child.pk and self.is_today(a)]

    def grants(self, child: Child) -> list[Grant]:
        """Those that bring somebody to the child; one that lets in to a single entry does not."""
        theirs = [grant for grant in self.standing if grant.child_id == child.pk]
        return [grant for grant in theirs if grant.kind != Grant.TO_ONE]

    def is_now(self, grant: Grant) -> bool:
        return grant.starts_at <= self.now and (grant.ends_at is None or grant.ends_at > self.now)

    def is_today(self, row: Membership | Allocation) -> bool:
        return row.starts_on <= self.today and (row.ends_on is None or row.ends_on > self.today)
