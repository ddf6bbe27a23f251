"""Reports somebody may read: what is published by whoever sees figures, drafts by whoever makes or publishes reports."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.performance.models import Report

PEOPLE = ("made_by", "published_by", "withdrawn_by", "replaces", "count")


def makes(viewer: Viewer) -> bool:
    return viewer.may(Power.MAKE_REPORTS) or viewer.may(Power.PUBLISH)


def readable(viewer: Viewer) -> QuerySet[Report]:
    reports = Report.objects.select_related(*PEOPLE)
    return reports if makes(viewer) else reports.filter(published_at__isnull=False)


def report_or_404(viewer: Viewer, pk: int) -> Report:
    """A draft is not there for whoever only reads."""
    report = readable(viewer).filter(pk=pk).first()
    if report is None:
        raise Http404
    return report


def before(report: Report) -> Report | None:
    """The newest published of an earlier period, that stands."""
    earlier = Report.objects.filter(published_at__isnull=False, withdrawn_at=None, last_on__lt=report.last_on)
    return earlier.order_by("-last_on", "-published_at").first()
