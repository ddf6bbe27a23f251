"""Pages about supervision as a whole: mine, the team's, how good it is, who supervises whom, and who covers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.timezone import now

from kittiwake.access import permissions
from kittiwake.access.middleware import may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.supervision import forms_of_agreements as forms
from kittiwake.assurance.supervision import reach, recording_of_quality
from kittiwake.assurance.supervision import recording_of_agreements as recording
from kittiwake.assurance.supervision.models import Agreement, Away
from kittiwake.assurance.supervision.showing import SupervisionPage
from kittiwake.assurance.supervision.showing_of_teams import AgreementPage, MinePage, QualityPage, TeamPage
from kittiwake.assurance.supervision.views import asked, opened
from kittiwake.history.refusal import refusals_on
from kittiwake.primitives.actions.showing import workers_now
from kittiwake.ui.dates import local_date, long_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number

TEAM, QUALITY = reverse_lazy("supervision:team"), reverse_lazy("supervision:quality")
TEAM_COLUMNS = [{"text": text} for text in ("Worker", "State", "Next by", "Last", "Supervisor")]
QUALITY_COLUMNS = [
    {"text": text} for text in ("Team", "Read", "Middle", "Quarter to three quarters", "Silent on progress")
]


def _supervisors() -> Any:
    """Who can record a supervision."""
    able = [role for role, may_do in permissions.PERMISSIONS.items() if "supervision.record" in may_do]
    return workers_now().filter(user__role__in=able, user__is_active=True)


@may("supervision.see")
def mine(request: ViewerRequest) -> HttpResponse:
    return page(request, "supervision/mine.html", {"shown": MinePage(request.viewer, now())})


@may("supervision.team")
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


@may("supervision.team")
def quality(request: ViewerRequest) -> HttpResponse:
    shown = QualityPage(request.viewer, now())
    rows = [one.cells for one in shown.teams]
    context = {"shown": shown, "rows": rows, "columns": QUALITY_COLUMNS}
    return page(request, "supervision/quality.html", context)


@may("supervision.sample")
def sample(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = SupervisionPage(opened(request, pk), request.viewer, now())
    request.viewer.listed([part.child_id for part in shown.parts])
    form = forms.SampleForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording_of_quality.sample(shown.supervision, **form.values(), by=request.user, at=now())
            return redirect("supervision:quality")
    context = {"title": "Read a supervision", "caption": str(shown.supervision), "shown": shown}
    return page(request, "supervision/sample.html", {**context, "form": form, "cancel_url": QUALITY})


@may("supervision.team")
def agreement(request: ViewerRequest, pk: int) -> HttpResponse:
    related = ("worker", "supervisor", "recorded_by")
    found = get_object_or_404(reach.seen(request.viewer, Agreement).select_related(*related), pk=pk)
    shown = AgreementPage(found, request.viewer, now())
    return page(request, "supervision/agreement.html", {"agreement": found, "shown": shown})


@may("supervision.lead")
def agree(request: ViewerRequest) -> HttpResponse:
    workers = reach.workers(request.viewer)
    start = {"worker": request.GET.get("worker", ""), "starts_on": local_date(now())}
    options = {"workers": workers, "supervisors": _supervisors(), "initial": start}
    form = forms.AgreeForm(request.POST or None, **options)
    if form.is_valid():
        with refusals_on(form):
            facts = dict(form.cleaned_data)
            recording.agree(facts.pop("worker"), **facts, by=request.user, at=now())
            return redirect("supervision:team")
    return asked(request, "Agree who supervises whom", form, TEAM)


@may("supervision.lead")
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


@may("supervision.lead")
def be_away(request: ViewerRequest) -> HttpResponse:
    options = {"workers": reach.workers(request.viewer), "supervisors": _supervisors()}
    form = forms.AwayForm(request.POST or None, **options, initial={"starts_on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            facts = dict(form.cleaned_data)
            recording.be_away(facts.pop("supervisor"), **facts, by=request.user, at=now())
            return redirect("supervision:team")
    return asked(request, "A supervisor is away", form, TEAM)


def _away(request: ViewerRequest, pk: int) -> Away:
    found = Away.objects.filter(supervisor__in=reach.workers(request.viewer))
    return get_object_or_404(found.select_related("supervisor", "cover"), pk=pk)


@may("supervision.lead")
def cover(request: ViewerRequest, pk: int) -> HttpResponse:
    away = _away(request, pk)
    form = forms.CoverForm(request.POST or None, supervisors=_supervisors())
    if form.is_valid():
        with refusals_on(form):
            recording.cover_for(away, **form.cleaned_data, by=request.user, at=now())
            return redirect("supervision:team")
    intro = "They see the team’s children and hold supervision until the supervisor is back. They never see an earlier personal part."
    return asked(request, f"Cover for {away.supervisor}", form, TEAM, intro=intro)


@may("supervision.lead")
def be_back(request: ViewerRequest, pk: int) -> HttpResponse:
    away = _away(request, pk)
    form = forms.BackForm(request.POST or None, initial={"ends_on": local_date(now())})
    if form.is_valid():
        with refusals_on(form):
            recording.be_back(away, **form.cleaned_data, by=request.user, at=now())
            return redirect("supervision:team")
    return asked(request, f"{away.supervisor} is back", form, TEAM)
