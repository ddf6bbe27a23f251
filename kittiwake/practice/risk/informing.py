"""What led to something: the entry that ?because_of= in an address names."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from kittiwake.access.viewer import Viewer
from kittiwake.record.models import Child, Entry
from kittiwake.record.models.entries import EntryQuerySet


def because_of(request: HttpRequest, child: Child) -> Entry | None:
    """The entry on this child's record that the address names; None when it names none.

    404 when it is hidden from the viewer, struck out, or on another child's record: all three look alike.
    """
    named = request.GET.get("because_of", "")
    if not named:
        return None
    if not (named.isascii() and named.isdigit() and len(named) < 19):
        raise Http404
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    seen = cast(EntryQuerySet, viewer.see(Entry)).standing().filter(child=child)
    return get_object_or_404(seen, pk=int(named))


def reasons(viewer: Viewer, entry: Entry) -> list[Entry]:
    """What `entry` was done because of, as far as the viewer may see it. Oldest first."""
    found = viewer.see(Entry).filter(informed__entry=entry).select_related("by")
    return list(found.order_by("happened_at", "pk"))
