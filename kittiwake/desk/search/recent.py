"""The children somebody has opened lately, from the log of reading: most of what is looked for was open yesterday."""

from __future__ import annotations

from django.db.models import QuerySet

from kittiwake.access.models import Reading
from kittiwake.access.viewer import Viewer
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.record.models import Child

SHOWN = 8
LINES = 120  # of the log, from the newest: a child's page is opened again and again


def recent_children(viewer: Viewer) -> list[Child]:
    """The newest first; not whom they may not see any more."""
    ids = [pk for pk in dict.fromkeys(_opened(viewer)) if pk][:SHOWN]
    children = {child.pk: child for child in _children(viewer, ids)} if ids else {}
    return [children[pk] for pk in ids if pk in children]


@kept
def _opened(viewer: Viewer) -> QuerySet[Reading, int | None]:
    lines = Reading.objects.filter(user_id=viewer.user.pk, what="view", child_id__isnull=False)
    return lines.order_by("-pk").values_list("child_id", flat=True)[:LINES]


@kept
def _children(viewer: Viewer, keys: list[int]) -> QuerySet[Child]:
    return viewer.children.filter(Among("pk", keys), withdrawn_at=None)
