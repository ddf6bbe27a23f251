"""Who has looked at a child, and which openings a manager still has to look at. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, models

from kittiwake.access.labels import kind_of_reading, page_name, role_name, why_words
from kittiwake.access.models import Grant, Reading
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.record.models import Child

NEWEST = 2**63 - 1


@dataclass(frozen=True)
class Look:
    """One line of the log of reading, as far as it is about one child."""

    pk: int
    at: datetime
    user_id: int
    role: str
    what: str
    page: str
    entry_id: int | None
    why: str
    in_list: bool
    name: str

    @property
    def role_name(self) -> str:
        return role_name(self.role)

    @property
    def page_name(self) -> str:
        return page_name(self.page)

    @property
    def kind(self) -> str:
        return kind_of_reading(self.what)

    @property
    def why_words(self) -> str:
        return why_words(self.why)

    @property
    def is_unlisted(self) -> bool:
        return self.why == Grant.BREAK_GLASS


def looks_at(
    child: Child,
    *,
    person: int | None = None,
    unlisted: bool = False,
    lists: bool = False,
    before: int | None = None,
    many: int = 50,
) -> list[Look]:
    """Newest first; `before` is the line to go on from. The database answers only whoever sees the child, and never
    says which other children were on a list. `unlisted`: only by people who were not on the child's list.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM access_looks(%s, %s, %s, %s, %s, %s)",
            [child.pk, person, unlisted, lists, before or NEWEST, many],
        )
        rows = cursor.fetchall()
    names = dict(User.objects.filter(pk__in={row[2] for row in rows}).values_list("pk", "name"))
    return [Look(*line) for line in ((*row, names.get(row[2], "Somebody no longer known")) for row in rows)]


def readers_of(child: Child) -> list[User]:
    """Everybody who has opened this child's record or was refused it, by name."""
    ids = Reading.objects.filter(child_id=child.pk).values_list("user_id", flat=True).distinct()
    return list(User.objects.filter(pk__in=list(ids)).order_by("name"))


def openings_waiting(viewer: Viewer) -> models.QuerySet[Grant]:
    """Records opened without being on the list, that this manager is to look at, oldest first. Not their own."""
    waiting = viewer.see(Grant).filter(kind=Grant.BREAK_GLASS, answered_at__isnull=True)
    return waiting.exclude(user=viewer.user).select_related("child", "user").order_by("starts_at", "pk")
