"""The page of the yearly censuses."""

from __future__ import annotations

from django.http import HttpResponse

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce.census import showing
from kittiwake.assurance.workforce.models import Census
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_number


def censuses(request: ViewerRequest) -> HttpResponse:
    shown: Page[Census] = by_number(request, showing.censuses(), size=5)
    columns, rows = showing.table(shown.rows)
    return page(request, "workforce/censuses.html", {"shown": shown, "columns": columns, "rows": rows})
