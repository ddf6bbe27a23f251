from __future__ import annotations

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from kittiwake.accounts.personas import recording
from kittiwake.accounts.personas.groups import grouped
from kittiwake.accounts.personas.models import Persona, Stop


@never_cache
def choice(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    if request.method == "POST":
        persona = get_object_or_404(
            Persona.objects.select_related("user"), pk=number(request.POST.get("persona"))
        )
        if persona.user.may_sign_in(now):
            recording.become(request, persona)
            return redirect(destination(request, persona))
    personas = [
        persona for persona in Persona.objects.select_related("user") if persona.user.may_sign_in(now)
    ]
    context = {
        "groups": grouped(personas),
        "stops": Stop.objects.count(),
        "next": request.GET.get(REDIRECT_FIELD_NAME, ""),
    }
    return render(request, "personas/choice.html", context)


@never_cache
def tour(request: HttpRequest) -> HttpResponse:
    """The planted stories, one after the other. Nobody has to take it, or to take it in order."""
    stops = Stop.objects.select_related("persona__user")
    return render(request, "personas/tour.html", {"stops": stops})


def number(typed: str | None) -> int:
    """A key nobody has, for what is no number."""
    return int(typed) if typed and typed.isdecimal() and len(typed) < 10 else 0


def destination(request: HttpRequest, persona: Persona) -> str:
    """Where they were going when they were asked who they are, or where the persona's story begins."""
    asked = request.POST.get(REDIRECT_FIELD_NAME, "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if is_ours and asked != settings.LOGIN_REDIRECT_URL else persona.starts_at
