"""The page of consistency between teams."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.insight.consistency.showing import ConsistencyPage
from kittiwake.insight.showing import YEAR, Figures, Period
from kittiwake.insight.waiting.views import counted_or_waiting
from kittiwake.insight.waiting.waited import CONSISTENCY
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def consistency(request: ViewerRequest) -> HttpResponse:
    today = local_date(now())
    period = Period(today - YEAR, today)

    def shown(figures: Figures) -> HttpResponse:
        words = {"figures": figures, "shown": ConsistencyPage(figures)}
        return page(request, "insight/consistency/consistency.html", words)

    return counted_or_waiting(request, period, CONSISTENCY, shown)
