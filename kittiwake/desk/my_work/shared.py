"""A partner's front page: the children they were let in to, and of each what they may read. Reads only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kittiwake.access.viewer import Viewer
from kittiwake.record.kinds import kind_name
from kittiwake.record.models import Child, Entry
from kittiwake.ui.components import TextLink
from kittiwake.ui.dates import long_moment

CHILDREN = 50
EACH = 5  # the newest; the child's page has the rest


@dataclass(frozen=True)
class Shared:
    child: Child
    entries: list[TextLink]
    more: int


def shared_with(viewer: Viewer) -> list[Shared]:
    """By name. One query for the children and one for what is shared of all of them."""
    children = list(viewer.children.prefetch_related("identifiers").order_by("surname", "pk")[:CHILDREN])
    of_child: dict[int, list[TextLink]] = defaultdict(list)
    entries = viewer.see(Entry).filter(child__in=children).order_by("-happened_at", "-pk")
    for entry in entries:
        of_child[entry.child_id].append(entry_link(entry))
    return [
        Shared(child, of_child[child.pk][:EACH], max(0, len(of_child[child.pk]) - EACH)) for child in children
    ]


def entry_link(entry: Entry) -> TextLink:
    hint = f"{entry.summary}, {long_moment(entry.happened_at)}"
    return TextLink(kind_name(entry.kind), entry.get_absolute_url(), hint)
