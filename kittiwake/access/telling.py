"""Who is told at once of what cannot wait about a child: whose child they are. Whoever is told may see the child already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from kittiwake.access.models import Grant
from kittiwake.record.models import Allocation, Child, Membership
from kittiwake.time.moments import local_date

if TYPE_CHECKING:
    from kittiwake.outbox.models import Notice


def workers_of(child_id: int, at: datetime) -> set[int]:
    """Those the child is allocated to; where that is nobody who signs in, who manages the teams that hold the child."""
    today = local_date(at)
    held = Allocation.objects.on(today).filter(child=child_id)
    theirs = held.filter(worker__user__is_active=True).values_list("worker__user", flat=True)
    if workers := {pk for pk in theirs if pk is not None}:
        return workers
    managers = Membership.objects.on(today).filter(team__in=held.values("team"), manages=True)
    over = managers.filter(worker__user__is_active=True).values_list("worker__user", flat=True)
    return {pk for pk in over if pk is not None}


def of_opening(notice: Notice, at: datetime) -> Iterable[int] | None:
    """A restricted record was opened by somebody who is not on its list: its workers, and those named for it."""
    child_id = notice.child_id or 0
    if not Child.objects.filter(pk=child_id, restricted=True).exists():
        return None
    named = Grant.objects.standing(at).filter(child=child_id, kind=Grant.NAMED, user__is_active=True)
    return workers_of(child_id, at) | {pk for pk in named.values_list("user", flat=True) if pk}
