"""Pages for inspectors, and about what they opened."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.models import Reading
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.inspection.around import around
from kittiwake.assurance.inspection.inspectors.showing import (
    InspectorsPage,
    OpenedPage,
    WhatYouSeePage,
    openings,
)
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_key

NEWEST = ("-id", "-pk")


def what_you_see(request: ViewerRequest) -> HttpResponse:
    shown = WhatYouSeePage(request.user, request.viewer, now())
    return page(
        request,
        "inspection/what_you_see.html",
        {"shown": shown, "around": around(request.viewer, "what_you_see")},
    )


def inspectors(request: ViewerRequest) -> HttpResponse:
    shown = InspectorsPage(request.viewer, now())
    who = request.GET.get("who", "")
    chosen = [user for user in shown.people if str(user.pk) == who]
    context = {"shown": shown, "around": around(request.viewer, "inspectors")}
    if chosen:
        rows_page: Page[Reading] = by_key(request, openings(chosen, shown.since), NEWEST)
        opened = OpenedPage(chosen[0], request.viewer, list(rows_page))
        request.viewer.listed(opened.child_ids)
        context |= {"opened": opened, "rows_page": rows_page}
    return page(request, "inspection/inspectors.html", context)
