"""Pages of visit packs."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.inspection.around import around
from kittiwake.assurance.inspection.models import Pack
from kittiwake.assurance.inspection.pack import forms, recording
from kittiwake.assurance.inspection.pack.showing import PackPage, PacksPage
from kittiwake.history.refusal import refusals_on
from kittiwake.ui.pages import not_yours, page


def _pack(pk: int) -> Pack:
    return get_object_or_404(Pack.objects.select_related("asked_by", "released_by"), pk=pk)


def packs(request: ViewerRequest) -> HttpResponse:
    shown = PacksPage(request.viewer, now())
    return page(request, "inspection/packs.html", {"shown": shown, "around": around(request.viewer, "packs")})


def pack(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = PackPage(_pack(pk), request.viewer, now())
    return page(request, "inspection/pack.html", {"shown": shown, "pack": shown.pack})


def ask_for_pack(request: ViewerRequest) -> HttpResponse:
    form = forms.PackForm(request.POST or None)
    back = reverse("inspection:packs")
    return carry_out(
        request,
        form,
        lambda: recording.ask(as_of=form.cleaned_data["as_of"], by=request.user, at=now()),
        "inspection/form.html",
        {
            "title": "Put a visit pack together",
            "button": "Put it together",
            "back_url": back,
            "cancel_url": back,
        },
    )


def release_pack(request: ViewerRequest, pk: int) -> HttpResponse:
    pack = _pack(pk)
    form = forms.ButtonForm(request.POST if request.method == "POST" else None)
    back = pack.get_absolute_url()
    return carry_out(
        request,
        form,
        lambda: recording.release(pack, by=request.user, at=now()),
        "inspection/form.html",
        {
            "title": "Release this pack",
            "intro": f"What {pack.asked_by} takes away is then marked as released by you, and as a draft no more.",
            "button": "Release it",
            "back_url": back,
            "cancel_url": back,
        },
        then=pack,
    )


def fetch_pack(request: ViewerRequest, pk: int) -> HttpResponse:
    """The file itself, once."""
    pack = _pack(pk)
    back = pack.get_absolute_url()
    if pack.asked_by_id != request.user.pk:
        return not_yours(request, "Take the pack away", recording.NOT_YOURS, back_url=back)
    form = forms.ButtonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with refusals_on(form):
            content, child_ids = recording.fetch(pack, by=request.user, at=now())
            request.viewer.listed(child_ids, "export")
            name = f"visit-pack-{pack.as_of.isoformat()}.zip"
            headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
            return HttpResponse(content, content_type="application/zip", headers=headers)
    words = {
        "title": "Take the pack away",
        "intro": "You are given it once: its parts are thrown away here when you have it.",
        "button": "Take it away",
        "back_url": back,
        "cancel_url": back,
        "form": form,
    }
    return page(request, "inspection/form.html", words)
