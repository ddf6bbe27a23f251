"""Pages of a published figure, and of the records that made it another."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.performance.changes.showing import FigurePage, RecordsPage
from kittiwake.assurance.performance.reports.queries import report_or_404
from kittiwake.ui.pages import page


def _figure(request: ViewerRequest, pk: int, key: str) -> FigurePage:
    report = report_or_404(request.viewer, pk)
    if report.count is None:
        raise Http404
    kept = report.count.measures.filter(measure=key).first()
    if kept is None:
        raise Http404
    report.count.report = report
    row = report.count.figures.filter(measure=key, grouped_by="none").first()
    return FigurePage(report, report.count, kept, row, request.viewer)


def figure(request: ViewerRequest, pk: int, key: str) -> HttpResponse:
    return page(request, "performance/figure.html", {"shown": _figure(request, pk, key)})


def records(request: ViewerRequest, pk: int, key: str) -> HttpResponse:
    shown = RecordsPage(_figure(request, pk, key))
    request.viewer.listed(shown.child_ids)
    return page(request, "performance/records.html", {"shown": shown})
