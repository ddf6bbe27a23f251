"""Pages of my own supervision and of my team’s."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.supervision.teams.showing import MinePage, TeamPage
from kittiwake.assurance.supervision.teams.standing import Standing
from kittiwake.ui.components import Cell, TextLink, columns
from kittiwake.ui.dates import long_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number

TEAM_COLUMNS = columns("Worker", "State", "Next by", "Last", "Supervisor")


def mine(request: ViewerRequest) -> HttpResponse:
    return page(request, "supervision/mine.html", {"shown": MinePage(request.viewer, now())})


def team(request: ViewerRequest) -> HttpResponse:
    shown = TeamPage(request.viewer, now())
    rows = by_number(request, shown.rows)
    context = {"shown": shown, "page": rows, "rows": [_row(row) for row in rows], "columns": TEAM_COLUMNS}
    return page(request, "supervision/team.html", context)


def _row(standing: Standing) -> list[Cell]:
    agreement = standing.agreement
    return [
        TextLink(agreement.worker.name, reverse("supervision:agreement", args=[agreement.pk])),
        standing.state,
        long_date(standing.due_on),
        standing.last,
        agreement.supervisor.name,
    ]
