"""Pages of my own supervision and of my team’s."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.supervision.teams.showing import MinePage, TeamPage
from kittiwake.ui.dates import long_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number

TEAM_COLUMNS = [{"text": text} for text in ("Worker", "State", "Next by", "Last", "Supervisor")]


def mine(request: ViewerRequest) -> HttpResponse:
    return page(request, "supervision/mine.html", {"shown": MinePage(request.viewer, now())})


def team(request: ViewerRequest) -> HttpResponse:
    shown = TeamPage(request.viewer, now())
    rows = by_number(request, shown.rows)
    context = {"shown": shown, "page": rows, "rows": [_row(one) for one in rows], "columns": TEAM_COLUMNS}
    return page(request, "supervision/team.html", context)


def _row(one: Any) -> list[Any]:
    agreement = one.agreement
    href = reverse("supervision:agreement", args=[agreement.pk])
    return [
        {"text": agreement.worker.name, "href": href},
        {"text": "", "tag": one.state} if "colour" in one.state else one.state["text"],
        long_date(one.due_on),
        one.last,
        agreement.supervisor.name,
    ]
