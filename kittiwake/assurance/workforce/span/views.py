"""The page of how many people each manager has."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.workforce.span.showing import ManagersPage, managers_seen
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number


def managers(request: ViewerRequest) -> HttpResponse:
    shown = ManagersPage(
        by_number(request, managers_seen(request.user, local_date(now()))), local_date(now())
    )
    return page(request, "workforce/managers.html", {"shown": shown})
