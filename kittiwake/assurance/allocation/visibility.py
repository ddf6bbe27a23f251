"""Which workers somebody answers for, and whether they still see a child. Reads only."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from kittiwake.access.powers import ANSWERS_FOR_ALL
from kittiwake.access.viewer import Viewer
from kittiwake.record.models import Membership, Worker


def still_sees(viewer: Viewer, child_id: int) -> bool:
    """Whether they will on the next page too. For this request, whoever moved a child out of their sight keeps it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_why(%s, %s)", [viewer.user.pk, child_id])
        return cursor.fetchone()[0] not in ("just ended", "no longer")


def workers_of(viewer: Viewer, day: Any) -> QuerySet[Worker]:
    """Everybody in the teams the viewer is over, themselves left out; everybody for who answers for the whole service,
    who is the next manager of those that nobody else is over.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_teams(%s)", [viewer.user.pk])
        teams = cursor.fetchone()[0]
    places = Membership.objects.on(day)
    if viewer.user.role not in ANSWERS_FOR_ALL:
        places = places.filter(team__in=teams)
    return Worker.objects.filter(pk__in=places.values("worker")).exclude(user=viewer.user)


def with_oneself(viewer: Viewer, day: Any) -> QuerySet[Worker]:
    """A manager arranges who covers while they are away themselves, too."""
    return Worker.objects.filter(Q(pk__in=workers_of(viewer, day)) | Q(user=viewer.user))
