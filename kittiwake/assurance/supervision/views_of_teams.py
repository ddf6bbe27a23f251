"""Pages about supervision as a whole: mine, the team's, how good it is, who supervises whom, and who covers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.allocation.cover.queries import who_may_hold_supervision
from kittiwake.assurance.supervision import forms_of_agreements as forms
from kittiwake.assurance.supervision import reach, recording_of_quality
from kittiwake.assurance.supervision import recording_of_agreements as recording
from kittiwake.assurance.supervision.models import Agreement
from kittiwake.assurance.supervision.showing import SupervisionPage
from kittiwake.assurance.supervision.showing_of_teams import AgreementPage, MinePage, QualityPage, TeamPage
from kittiwake.assurance.supervision.views import asked, opened
from kittiwake.history.refusal import refusals_on
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date
from kittiwake.ui.pages import not_yours, page
from kittiwake.ui.paging import by_number

TEAM, QUALITY = reverse_lazy("supervision:team"), reverse_lazy("supervision:quality")
TEAM_COLUMNS = [{"text": text} for text in ("Worker", "State", "Next by", "Last", "Supervisor")]
QUALITY_COLUMNS = [
    {"text": text} for text in ("Team", "Read", "Middle", "Quarter to three quarters", "Silent on progress")
]


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


def quality(request: ViewerRequest) -> HttpResponse:
    shown = QualityPage(request.viewer, now())
    rows = [one.cells for one in shown.teams]
    context = {"shown": shown, "rows": rows, "columns": QUALITY_COLUMNS}
    return page(request, "supervision/quality.html", context)


def sample(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = SupervisionPage(opened(request, pk), request.viewer, now())
    if why := recording_of_quality.why_not_sample(shown.supervision, request.user):
        caption = str(shown.supervision)
        return not_yours(request, "Read a supervision", why, back_url=str(QUALITY), caption=caption)
    request.viewer.listed([part.child_id for part in shown.parts])
    form = forms.SampleForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording_of_quality.sample(shown.supervision, **form.values(), by=request.user, at=now())
            return redirect("supervision:quality")
    context = {"title": "Read a supervision", "caption": str(shown.supervision), "shown": shown}
    return page(request, "supervision/sample.html", {**context, "form": form, "cancel_url": QUALITY})


def agreement(request: ViewerRequest, pk: int) -> HttpResponse:
    related = ("worker", "supervisor", "recorded_by")
    found = get_object_or_404(reach.seen(request.viewer, Agreement).select_related(*related), pk=pk)
    shown = AgreementPage(found, request.viewer, now())
    return page(request, "supervision/agreement.html", {"agreement": found, "shown": shown})


def agree(request: ViewerRequest) -> HttpResponse:
    workers = reach.workers(request.viewer)
    start = {"worker": request.GET.get("worker", ""), "starts_on": local_date(now())}
    options = {
        "workers": workers,
        "supervisors": who_may_hold_supervision(local_date(now())),
        "initial": start,
    }
    form = forms.AgreeForm(request.POST or None, **options)
    if form.is_valid():
        with refusals_on(form):
            facts = dict(form.cleaned_data)
            recording.agree(facts.pop("worker"), **facts, by=request.user, at=now())
            return redirect("supervision:team")
    return asked(request, "Agree who supervises whom", form, TEAM)


def end_agreement(request: ViewerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(
        reach.seen(request.viewer, Agreement).select_related("worker", "supervisor"), pk=pk
    )
    form = forms.EndForm(request.POST or None, initial={"ends_on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            recording.end_agreement(found, **form.cleaned_data, by=request.user, at=now())
            return redirect("supervision:agreement", pk=found.pk)
    return asked(request, "End this agreement", form, TEAM, caption=str(found))
