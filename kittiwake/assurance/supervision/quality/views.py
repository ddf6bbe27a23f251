"""Pages of how good supervision is. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.supervision.quality import forms, recording
from kittiwake.assurance.supervision.quality.showing import QualityPage
from kittiwake.assurance.supervision.showing import SupervisionPage
from kittiwake.assurance.supervision.views import opened
from kittiwake.ui.components import columns
from kittiwake.ui.pages import not_yours, page

QUALITY = reverse_lazy("supervision:quality")
QUALITY_COLUMNS = columns("Team", "Read", "Middle", "Quarter to three quarters", "Silent on progress")


def quality(request: ViewerRequest) -> HttpResponse:
    shown = QualityPage(request.viewer, now())
    rows = [team.cells for team in shown.teams]
    context = {"shown": shown, "rows": rows, "columns": QUALITY_COLUMNS}
    return page(request, "supervision/quality.html", context)


def sample(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = SupervisionPage(opened(request, pk), request.viewer, now())
    if why := recording.why_not_sample(shown.supervision, request.user):
        caption = str(shown.supervision)
        return not_yours(request, "Read a supervision", why, back_url=str(QUALITY), caption=caption)
    request.viewer.listed([part.child_id for part in shown.parts])
    form = forms.SampleForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.sample(shown.supervision, **form.values(), by=request.user, at=now()),
        "supervision/sample.html",
        {
            "title": "Read a supervision",
            "caption": str(shown.supervision),
            "shown": shown,
            "cancel_url": QUALITY,
        },
        then="supervision:quality",
    )
