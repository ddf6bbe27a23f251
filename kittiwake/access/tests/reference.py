"""The rule of who sees which child, read slowly in plain Python from rows: it knows no SQL of ours."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.access import powers
from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.record.models import Allocation, Child, Membership, Team


class Reference:
    """The rule as it is told: role, relationship, restriction, and opening without being on the list."""

    def __init__(self, now: datetime, today: date, child: Child | None = None) -> None:
        """Of every child, or, more quickly, of one."""
        self.children = [child] if child else list(Child.objects.all())
        of_child = {"child": child} if child else {}
        self.all_teams = list(Team.objects.all())
        self.ever_members = list(Membership.objects.select_related("worker"))
        self.ever_allocated = list(Allocation.objects.filter(**of_child).select_related("worker"))
        self.ever_granted = list(Grant.objects.filter(**of_child).select_related("because_of"))
        self.look_at(now, today)

    def look_at(self, now: datetime, today: date) -> Reference:
        """The same rows, at another moment."""
        self.now, self.today = now, today
        self.memberships = [membership for membership in self.ever_members if self.is_today(membership)]
        self.standing = [grant for grant in self.ever_granted if self.is_now(grant)]
        return self

    def sees(self, user: User, child: Child) -> bool:
        if not user.is_active or (user.expires_at and user.expires_at <= self.now):
            return False
        if user.role in powers.SEES_NO_CHILD:
            return False
        if self.by_name(user, child):
            return True
        if child.restricted:
            return False
        return user.role in powers.SEES_EVERYONE or self.by_team(user, child)

    def lasts(self, user: User, child: Child) -> bool:
        """They see the child through their work: not by an invitation, for a duty, or by breaking in."""
        if not self.sees(user, child):
            return False
        if not child.restricted and user.role in powers.SEES_EVERYONE:
            return True
        return self.holds(user, child) or self.recorded_today(user, child)

    def holds(self, user: User, child: Child) -> bool:
        """It is theirs: by allocation, to them or a team of theirs, or by name."""
        if not self.sees(user, child):
            return False
        held = self.allocations(child)
        named = any(grant.user_id == user.pk and grant.kind == Grant.NAMED for grant in self.grants(child))
        theirs = any(a.worker_id and a.worker.user_id == user.pk for a in held)
        of_team = user.role in powers.SEES_TEAMS and not child.restricted
        return named or theirs or (of_team and bool({a.team_id for a in held} & self.teams(user)))

    def only_opened(self, user: User, child: Child) -> bool:
        """Nothing but having broken in brings them to the child."""
        if not self.sees(user, child):
            return False
        self_without = Reference.__new__(Reference)
        self_without.__dict__ = {
            **self.__dict__,
            "standing": [grant for grant in self.standing if grant.kind != Grant.BREAK_GLASS],
        }
        return not self_without.sees(user, child)

    def by_name(self, user: User, child: Child) -> bool:
        allocated = any(a.worker_id and a.worker.user_id == user.pk for a in self.allocations(child))
        let_in = any(grant.user_id == user.pk for grant in self.grants(child))
        return allocated or let_in or child.user_id == user.pk or self.recorded_today(user, child)

    def recorded_today(self, user: User, child: Child) -> bool:
        fresh = child.recorded_by_id == user.pk and child.recorded_at > self.now - timedelta(days=1)
        everyone = user.role in powers.SEES_EVERYONE
        return fresh and not everyone and not any(a.child_id == child.pk for a in self.ever_allocated)

    def by_team(self, user: User, child: Child) -> bool:
        if user.role not in powers.SEES_TEAMS:
            return False
        holders = {row.team_id for row in (*self.allocations(child), *self.grants(child))}
        return bool(holders & self.teams(user))

    def teams(self, user: User) -> set[int]:
        teams = {m.team_id for m in self.memberships if m.worker.user_id == user.pk}
        while beneath := {team.pk for team in self.all_teams if team.parent_id in teams} - teams:
            teams |= beneath
        return teams

    def allocations(self, child: Child) -> list[Allocation]:
        return [a for a in self.ever_allocated if a.child_id == child.pk and self.is_today(a)]

    def grants(self, child: Child) -> list[Grant]:
        """Those that bring somebody to the child; one that lets in to a single entry does not."""
        theirs = [grant for grant in self.standing if grant.child_id == child.pk]
        return [grant for grant in theirs if grant.kind != Grant.TO_ONE]

    def is_now(self, grant: Grant) -> bool:
        if grant.because_of and grant.because_of.struck_out_at:
            return False
        return grant.starts_at <= self.now and (grant.ends_at is None or grant.ends_at > self.now)

    def is_today(self, row: Membership | Allocation) -> bool:
        return row.starts_on <= self.today and (row.ends_on is None or row.ends_on > self.today)
