"""The page of the workers somebody manages."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.staff.showing import Workers
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number


def workers(request: ViewerRequest) -> HttpResponse:
    shown = Workers(request.viewer, now())
    rows_page = by_number(request, shown.workers)
    return page(
        request,
        "allocation/workers.html",
        {"shown": shown, "rows_page": rows_page, "items": shown.items(list(rows_page))},
    )
