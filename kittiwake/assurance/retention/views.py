"""Pages of retention."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.retention import recording
from kittiwake.assurance.retention.forms import KeepForm
from kittiwake.assurance.retention.showing import KeepPage, RetentionPage
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_number


def records(request: ViewerRequest) -> HttpResponse:
    shown = RetentionPage(request.viewer, local_date(now()), request.GET.get("of", ""))
    rows_page: Page[Child] = by_number(request, shown.children)
    request.viewer.listed({child.pk for child in rows_page} | {row.child_id for row in shown.kept})
    context = {"shown": shown, "rows_page": rows_page, "table": shown.table(list(rows_page))}
    return page(request, "retention/records.html", context)


def keep(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = KeepPage(child)
    form = KeepForm(request.POST or None, initial={"version": len(shown.decisions)})

    def record() -> None:
        recording.keep_on(child, **form.facts(), by=request.user, at=now())

    back = reverse("retention:records")
    context = {"title": "Keep this record on", "caption": child.name, "button": "Save", "intro": shown.said}
    context |= {"back_url": back, "cancel_url": back}
    return carry_out(request, form, record, "ui/form_page.html", context, then=back)
