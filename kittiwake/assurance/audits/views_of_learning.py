"""Pages of themes and learning events. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits import forms_of_programmes as forms
from kittiwake.assurance.audits import recording_of_learning as learning
from kittiwake.assurance.audits.models import LearningEvent, Theme
from kittiwake.assurance.audits.showing_of_learning import EventPage, ThemesPage
from kittiwake.assurance.audits.showing_of_themes import ThemePage
from kittiwake.history.refusal import refusals_on
from kittiwake.ui.pages import page

FORM = "audits/form_of_programme.html"


def themes(request: ViewerRequest) -> HttpResponse:
    shown = ThemesPage(request.viewer)
    request.viewer.listed(shown.child_ids)
    return page(
        request, "audits/themes.html", {"shown": shown, "may_plan": request.viewer.may(Power.PLAN_AUDITS)}
    )


def theme(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ThemePage(get_object_or_404(Theme, pk=pk), request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "audits/theme.html", {"shown": shown, "theme": shown.theme})


def train_for_theme(request: ViewerRequest, pk: int) -> HttpResponse:
    theme = get_object_or_404(Theme, pk=pk)
    form = forms.TrainingForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            learning.train_for(theme, form.cleaned_data["course"], by=request.user, at=now())
            return redirect(theme)
    return page(
        request,
        FORM,
        {"title": "Which course is about this?", "theme": theme, "form": form, "of_themes": True},
    )


def name_theme(request: ViewerRequest) -> HttpResponse:
    form = forms.ThemeForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            learning.name_theme(form.cleaned_data["name"], by=request.user, at=now())
            return redirect("audits:themes")
    return page(request, FORM, {"title": "Add a theme", "form": form, "of_themes": True})


def hold_learning_event(request: ViewerRequest) -> HttpResponse:
    if not Theme.objects.exists():
        return redirect("audits:name_theme")
    form = forms.LearningForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            return redirect(learning.hold_event(**form.cleaned_data, by=request.user, at=now()))
    return page(request, FORM, {"title": "People learned from audits", "form": form, "of_themes": True})


def learning_event(request: ViewerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(LearningEvent.objects.select_related("by"), pk=pk)
    shown = EventPage(found, request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "audits/learning_event.html", {"shown": shown, "event": found})
