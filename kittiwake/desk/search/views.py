"""Finding a child."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.slots import NOT_FOUND, SEARCH
from kittiwake.desk import navigation
from kittiwake.desk.search import forms
from kittiwake.desk.search.children import find
from kittiwake.desk.search.recent import recent_children
from kittiwake.ui.components import TextLink
from kittiwake.ui.pages import page


def search(request: ViewerRequest) -> HttpResponse:
    """By POST, so that no name is ever in an address or in a server's log. ?for=missing: for that area's page of whom one
    finds.
    """
    form = forms.SearchForm(request.POST or None)
    matches = find(request.viewer, form.cleaned_data["sought"], now()) if form.is_valid() else None
    recent = recent_children(request.viewer) if matches is None else []
    request.viewer.listed([match.child.pk for match in matches or ()], what="search")
    request.viewer.listed([child.pk for child in recent])
    shown = {
        "wanted": navigation.wanted(request.viewer, request.GET.get("for", "")),
        "links": [TextLink(link.text, link.address()) for link in request.viewer.links(SEARCH)],
        "not_found": [TextLink(link.text, link.address()) for link in request.viewer.links(NOT_FOUND)],
    }
    return page(request, "desk/search.html", {"form": form, "matches": matches, "recent": recent, **shown})
