"""Pages of programmes, samples and what waits. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits.models import Candidate, Programme, Sample
from kittiwake.assurance.audits.people import who_could_audit
from kittiwake.assurance.audits.programmes import forms, recording
from kittiwake.assurance.audits.programmes.comparison import ComparisonPage
from kittiwake.assurance.audits.programmes.showing import (
    PROGRAMMES,
    ProgrammePage,
    SamplePage,
    programme_rows,
)
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_number

FORM = "audits/form_of_programme.html"


def programmes(request: ViewerRequest) -> HttpResponse:
    rows_page: Page[Programme] = by_number(request, Programme.objects.order_by("-starts_on", "-pk"))
    rows = programme_rows(rows_page, request.viewer)
    context = {
        "rows_page": rows_page,
        "rows": rows,
        "columns": PROGRAMMES,
        "may_plan": request.viewer.may(Power.PLAN_AUDITS),
    }
    return page(request, "audits/programmes.html", context)


def plan_programme(request: ViewerRequest) -> HttpResponse:
    form = forms.ProgrammeForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.plan_programme(**form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Plan audits"},
    )


def programme(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ProgrammePage(
        get_object_or_404(Programme.objects.select_related("follows", "opened_by"), pk=pk), request.viewer
    )
    request.viewer.listed(shown.child_ids)
    context = {
        "shown": shown,
        "programme": shown.programme,
        "may_plan": request.viewer.may(Power.PLAN_AUDITS),
    }
    return page(request, "audits/programme.html", context)


def draw_sample(request: ViewerRequest, pk: int) -> HttpResponse:
    programme = get_object_or_404(Programme, pk=pk)
    form = forms.DrawForm(request.POST or None, is_another=programme.samples.exists())
    intro = "By chance, of the children you may see: at least one of every team and track, and the rest in proportion."
    return carry_out(
        request,
        form,
        lambda: recording.draw(programme, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Draw a sample", "intro": intro, "programme": programme, "caption": programme.title},
    )


def sample(request: ViewerRequest, pk: int) -> HttpResponse:
    sample = get_object_or_404(Sample.objects.select_related("programme", "drawn_by"), pk=pk)
    shown = SamplePage(sample, request.viewer, now())
    rows_page: Page[Candidate] = by_number(request, shown.in_order)
    request.viewer.listed(candidate.child_id for candidate in rows_page)
    context = {"shown": shown, "sample": sample, "rows_page": rows_page, "rows": shown.rows(rows_page)}
    return page(request, "audits/sample.html", context)


def ask_auditor(request: ViewerRequest, pk: int) -> HttpResponse:
    candidate = request.viewer.open(Candidate, pk, "child", "sample__programme")
    form = forms.AssignForm(request.POST or None)
    offer(form, "auditor", who_could_audit(candidate.child, local_date(now())))
    context = {
        "title": "Who will audit this record?",
        "caption": candidate.child.name,
        "sample": candidate.sample,
    }
    return carry_out(
        request,
        form,
        lambda: recording.assign(candidate, auditor=form.cleaned_data["auditor"], by=request.user, at=now()),
        FORM,
        context,
        then=candidate.sample,
    )


def comparison_of_programmes(request: ViewerRequest, pk: int) -> HttpResponse:
    programme = get_object_or_404(Programme.objects.select_related("follows"), pk=pk)
    if programme.follows is None:
        raise Http404
    shown = ComparisonPage(programme, request.viewer, local_date(now()))
    request.viewer.listed(shown.child_ids)
    return page(request, "audits/comparison_of_programmes.html", {"shown": shown, "programme": programme})
