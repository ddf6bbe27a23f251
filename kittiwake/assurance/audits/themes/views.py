"""Pages of themes. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits.models import Theme
from kittiwake.assurance.audits.themes import forms, recording
from kittiwake.assurance.audits.themes.showing import ThemePage, ThemesPage
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
    return carry_out(
        request,
        form,
        lambda: recording.train_for(theme, form.cleaned_data["course"], by=request.user, at=now()),
        FORM,
        {"title": "Which course is about this?", "theme": theme, "of_themes": True},
        then=theme,
    )


def name_theme(request: ViewerRequest) -> HttpResponse:
    form = forms.ThemeForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.name_theme(form.cleaned_data["name"], by=request.user, at=now()),
        FORM,
        {"title": "Add a theme", "of_themes": True},
        then="audits:themes",
    )
