"""What the page of who can see a child shows. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access import footing
from kittiwake.access.models import Grant, Lifting
from kittiwake.access.recording import NEVER_LET_IN
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.queries.together import together
from kittiwake.record.models import Allocation, Child, Membership
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_moment, short_date, short_moment

PAST_SHOWN = 20


def may_end(grant: Grant, viewer: Viewer, lasts: bool) -> bool:
    """One's own, always; who was invited, by whoever may invite; the rest by whoever may restrict. `lasts`: they see
    the child through their own work."""
    if grant.user_id == viewer.user.pk:
        return True
    return lasts and viewer.may(
        Power.RECORD if grant.kind in (Grant.INVITED, Grant.TO_ONE) else Power.OVERSEE
    )


def lifting_waiting(child: Child, viewer: Viewer) -> Lifting | None:
    waiting = viewer.see(Lifting).filter(child=child, answered_at__isnull=True)
    return waiting.select_related("child", "asked_by").first()


def people_to_let_in(child: Child, viewer: Viewer, at: datetime) -> QuerySet[User]:
    """Whoever else has an account that can see children and has not been let in by hand already."""
    here = Q(is_active=True) & (Q(expires_at__isnull=True) | Q(expires_at__gt=at))
    let_in = Grant.objects.standing(at).filter(
        child=child, kind__in=[Grant.NAMED, Grant.INVITED, Grant.TO_ONE]
    )
    return (
        User.objects.filter(here)
        .exclude(role__in=NEVER_LET_IN)
        .exclude(pk=viewer.user.pk)
        .exclude(pk__in=let_in.filter(user__isnull=False).values("user"))
        .order_by("name", "pk")
    )


def people_of_their_teams(child: Child, viewer: Viewer, at: datetime) -> QuerySet[User]:
    """Who is in the teams that hold this child, less whoever sees a restricted child anyway."""
    today = local_date(at)
    held = viewer.see(Allocation).on(today).filter(child=child)
    members = Membership.objects.on(today).filter(team__in=held.values("team"))
    allocated = held.filter(worker__isnull=False).values("worker__user")
    return (
        people_to_let_in(child, viewer, at)
        .filter(pk__in=members.values("worker__user"))
        .exclude(pk__in=allocated.filter(worker__user__isnull=False))
    )


def liftings_waiting(viewer: Viewer) -> list[Lifting]:
    """Restrictions that this person may agree to lift, because somebody else asked and it is their child, too."""
    waiting = viewer.see(Lifting).filter(answered_at__isnull=True).exclude(asked_by=viewer.user)
    rows = list(waiting.select_related("child", "asked_by").order_by("asked_at", "pk"))
    theirs = together(*(partial(footing.holds, row.child, viewer.user) for row in rows))
    return [row for row, is_theirs in zip(rows, theirs, strict=True) if is_theirs]


@dataclass
class WhoCanSee:
    child: Child
    viewer: Viewer
    at: datetime

    @property
    def allocated(self) -> dict[str, Any]:
        """A table of the workers and teams that hold the child today."""
        held = self.viewer.see(Allocation).on(local_date(self.at)).filter(child=self.child)
        rows = [
            [
                allocation.worker.name if allocation.worker else "Nobody yet",
                allocation.get_role_display(),
                allocation.team.name,
                short_date(allocation.starts_on),
            ]
            for allocation in held.select_related("worker", "team").order_by("role", "starts_on")
        ]
        return {"columns": _columns("Worker", "As", "Team", "Since"), "rows": rows}

    @cached_property
    def _grants(self) -> list[Grant]:
        grants = self.viewer.see(Grant).filter(child=self.child).select_related("user", "team", "by")
        return list(grants.order_by("-starts_at", "-pk"))

    @property
    def let_in(self) -> dict[str, Any]:
        rows = [self._row(grant, _until(grant)) for grant in self._grants if not self._ended(grant)]
        return {"columns": _columns("Who", "Why", "Reason given", "By", "Until"), "rows": rows}

    @property
    def past(self) -> dict[str, Any]:
        ends = ((grant, self._ended(grant)) for grant in self._grants)
        rows = [self._row(grant, short_moment(end)) for grant, end in ends if end][:PAST_SHOWN]
        return {"columns": _columns("Who", "Why", "Reason given", "By", "Ended"), "rows": rows}

    def _row(self, grant: Grant, end: str) -> list[Any]:
        who = str(grant.user or grant.team)
        if grant.team and self.child.restricted:
            who += " (not while the record is restricted)"
        return [who, grant.get_kind_display(), grant.reason, grant.by.name, end]

    def _ended(self, grant: Grant) -> datetime | None:
        """When, if it has."""
        return grant.ends_at if grant.ends_at and grant.ends_at <= self.at else None

    @property
    def endings(self) -> list[dict[str, str]]:
        """A link to end each that this person may end."""
        return [
            {"text": str(grant.user or grant.team), "href": reverse("access:end_grant", args=[grant.pk])}
            for grant in self._grants
            if not self._ended(grant) and may_end(grant, self.viewer, self._lasts)
        ]

    @cached_property
    def _lasts(self) -> bool:
        return footing.lasts(self.child, self.viewer.user)

    @property
    def may_let_in(self) -> bool:
        return self._lasts and self.viewer.may(Power.OVERSEE if self.child.restricted else Power.RECORD)

    @cached_property
    def may_restrict(self) -> bool:
        return self.viewer.may(Power.OVERSEE) and footing.holds(self.child, self.viewer.user)

    @cached_property
    def lifting(self) -> Lifting | None:
        """Somebody has asked that the restriction be lifted, and nobody has answered yet."""
        if not self.child.restricted:
            return None
        return lifting_waiting(self.child, self.viewer)

    @property
    def may_see_readings(self) -> bool:
        return self.viewer.may(Power.SEE_READINGS)


def _columns(*names: str) -> list[dict[str, str]]:
    return [{"text": name} for name in names]


def _until(grant: Grant) -> str:
    return long_moment(grant.ends_at) if grant.ends_at else "It is ended"
