"""The page of consistency between teams."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.powers import SEES_NO_CHILD
from kittiwake.access.viewer import ViewerRequest
from kittiwake.insight.consistency.showing import ConsistencyPage
from kittiwake.insight.disclosure import published
from kittiwake.insight.showing import YEAR, Figures, Period
from kittiwake.insight.waiting.views import counted_or_waiting
from kittiwake.insight.waiting.waited import CONSISTENCY
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def _period(request: ViewerRequest) -> Period:
    """The year to today; for whoever sees no child the newest quarter that is published."""
    today = local_date(now())
    if request.viewer.user.role in SEES_NO_CHILD:
        return Period(*published.Quarter.beginning(published.quarters(today)[0]))
    return Period(today - YEAR, today)


def consistency(request: ViewerRequest) -> HttpResponse:
    period = _period(request)

    def shown(figures: Figures) -> HttpResponse:
        words = {"figures": figures, "shown": ConsistencyPage(figures)}
        return page(request, "insight/consistency/consistency.html", words)

    return counted_or_waiting(request, period, CONSISTENCY, shown)
