"""What led to something: the entry that ?because_of= in an address, or a form's field of that name, holds."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast

from django.forms.forms import BaseForm
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from kittiwake.access.viewer import Viewer
from kittiwake.record.models import Child, Entry
from kittiwake.record.models.entries import EntryQuerySet


def because_of(request: HttpRequest, child: Child) -> Entry | None:
    """The entry on this child's record that the form or the address names; None when neither names one.

    404 when it is hidden from the viewer, struck out, or on another child's record: all three look alike.
    """
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return named(viewer, child, request.POST.get("because_of") or request.GET.get("because_of", ""))


def cause_of_form(request: HttpRequest, child: Child, form: BaseForm) -> Entry | None:
    """For a long form that carries it: what the address names goes before what a draft had kept, and both are put
    into the form, so that neither is lost while it is written.
    """
    if not form.is_bound and request.GET.get("because_of"):
        form.initial["because_of"] = request.GET["because_of"]
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return named(viewer, child, form["because_of"].value() or request.GET.get("because_of", ""))


def named(viewer: Viewer, child: Child, key: str) -> Entry | None:
    """The same for a key from elsewhere, such as a draft."""
    if not key:
        return None
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        raise Http404
    seen = cast(EntryQuerySet, viewer.see(Entry)).standing().filter(child=child)
    return get_object_or_404(seen, pk=int(key))


def what_came_of(viewer: Viewer, causes: Collection[int], area: str) -> list[Entry]:
    """The standing entries of an area ("plans") that were made because of any of these, by key; the newest last."""
    standing = cast(EntryQuerySet, viewer.see(Entry)).standing()
    found = standing.filter(kind__startswith=f"{area}.", informed_by__because_of__in=causes)
    return list(found.distinct().order_by("pk"))


def reasons(viewer: Viewer, entry: Entry) -> list[Entry]:
    """What `entry` was done because of, as far as the viewer may see it. Oldest first."""
    found = viewer.see(Entry).filter(informed__entry=entry).select_related("by")
    return list(found.order_by("happened_at", "pk"))
