"""Pages of samples for inspectors."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.inspection.around import around
from kittiwake.assurance.inspection.models import CaseSample, SampledChild
from kittiwake.assurance.inspection.samples import forms, recording
from kittiwake.assurance.inspection.samples.showing import SamplePage, SamplesPage
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_number

INTRO = "By chance, of the children you may see: at least one of every team and track, and the rest in proportion. Who drew, and how, stays listed."


def samples(request: ViewerRequest) -> HttpResponse:
    shown = SamplesPage(request.viewer)
    return page(
        request, "inspection/samples.html", {"shown": shown, "around": around(request.viewer, "samples")}
    )


def sample(request: ViewerRequest, pk: int) -> HttpResponse:
    rows = CaseSample.objects.select_related("drawn_by", "team", "inspection")
    shown = SamplePage(get_object_or_404(rows, pk=pk), request.viewer)
    rows_page: Page[SampledChild] = by_number(request, shown.children)
    request.viewer.listed(each.child_id for each in rows_page)
    context = {"shown": shown, "rows_page": rows_page, "rows": shown.table(list(rows_page))}
    return page(request, "inspection/sample.html", context)


def draw_sample(request: ViewerRequest) -> HttpResponse:
    form = forms.SampleForm(request.POST or None)
    back = reverse("inspection:samples")
    return carry_out(
        request,
        form,
        lambda: recording.draw(**form.facts(), by=request.user, at=now()),
        "inspection/form.html",
        {"title": "Draw a sample", "intro": INTRO, "button": "Draw it", "back_url": back, "cancel_url": back},
    )
