"""Pages of school terms."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.primitives.clocks.terms import recording
from kittiwake.primitives.clocks.terms.forms import TermsForm
from kittiwake.primitives.clocks.terms.showing import SchoolPage, SchoolsPage
from kittiwake.record.models import Agency
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def schools(request: ViewerRequest) -> HttpResponse:
    return page(request, "clocks/schools.html", {"shown": SchoolsPage(local_date(now()))})


def school(request: ViewerRequest, pk: int) -> HttpResponse:
    return page(request, "clocks/school.html", {"shown": SchoolPage(_school(pk))})


def set_terms(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = SchoolPage(_school(pk))
    form = TermsForm(request.POST or None, initial={"version": shown.version})

    def record() -> None:
        recording.set_terms(shown.school, **form.facts(), by=request.user, at=now())

    back = reverse("clocks:school", args=[pk])
    context = {"title": "Set the terms of a year", "button": "Save", "back_url": back, "cancel_url": back}
    context["caption"] = shown.school.name
    return carry_out(request, form, record, "ui/form_page.html", context, then=back)


def _school(pk: int) -> Agency:
    return get_object_or_404(Agency, pk=pk, kind="school")
