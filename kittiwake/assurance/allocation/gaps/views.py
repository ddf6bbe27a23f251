"""Pages of children without a worker, now and before."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.gaps.showing import GapsNow, PastGaps
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number


def gaps(request: ViewerRequest) -> HttpResponse:
    shown = GapsNow(request.viewer, now(), request.GET.get("team", ""))
    rows_page = by_number(request, shown.rows)
    request.viewer.listed({row.child_id for row in rows_page})
    context = {"shown": shown, "rows_page": rows_page, "items": shown.items(list(rows_page))}
    return page(request, "allocation/gaps.html", context)


def past_gaps(request: ViewerRequest) -> HttpResponse:
    shown = PastGaps(request.viewer, now())
    rows_page = by_number(request, shown.rows)
    request.viewer.listed({row.child_id for row in rows_page})
    context = {"columns": shown.COLUMNS, "rows_page": rows_page, "table": shown.table(list(rows_page))}
    return page(request, "allocation/past_gaps.html", context)
