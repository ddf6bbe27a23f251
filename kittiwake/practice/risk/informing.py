"""What led to something: the entry that ?because_of= in an address, or a form's field of that name, holds."""

from __future__ import annotations

from collections.abc import Collection

from django.forms.forms import BaseForm
from django.http import Http404
from django.shortcuts import get_object_or_404

from kittiwake.access.viewer import Viewer, ViewerRequest
from kittiwake.record.models import Child, Entry


def because_of(request: ViewerRequest, child: Child) -> Entry | None:
    """The entry on this child's record that the form or the address names; None when neither names one.

    404 when it is hidden from the viewer, struck out, or on another child's record: all three look alike.
    """
    return named(request.viewer, child, request.POST.get("because_of") or request.GET.get("because_of", ""))


def cause_of_form(request: ViewerRequest, child: Child, form: BaseForm) -> Entry | None:
    """For a long form that carries it: what the address names goes before what a draft had kept, and both are put
    into the form, so that neither is lost while it is written.
    """
    if not form.is_bound and request.GET.get("because_of"):
        form.initial["because_of"] = request.GET["because_of"]
    return named(request.viewer, child, form["because_of"].value() or request.GET.get("because_of", ""))


def named(viewer: Viewer, child: Child, key: str) -> Entry | None:
    """The same for a key from elsewhere, such as a draft."""
    if not key:
        return None
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        raise Http404
    seen = viewer.see(Entry).standing().filter(child=child)
    return get_object_or_404(seen, pk=int(key))


def what_came_of(viewer: Viewer, causes: Collection[int], kinds: Collection[str]) -> list[Entry]:
    """The standing entries of these kinds that were made because of any of these, by key; the newest last."""
    made = viewer.see(Entry).standing().filter(kind__in=kinds, informed_by__because_of__in=causes)
    return list(made.distinct().order_by("pk"))


def reasons(viewer: Viewer, entry: Entry) -> list[Entry]:
    """What `entry` was done because of, as far as the viewer may see it. Oldest first."""
    entries = viewer.see(Entry).filter(informed__entry=entry).select_related("by")
    return list(entries.order_by("happened_at", "pk"))
