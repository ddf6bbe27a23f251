"""Practice standards: what is owed by when, and the council's own limits changed from a day on."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import resolve_url
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.desk.standards.forms import LimitForm
from kittiwake.desk.standards.showing import StandardPage, StandardsPage, may_change
from kittiwake.primitives.clocks import catalogue
from kittiwake.primitives.clocks.limits import recording as limits
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def _standard(slug: str) -> Standard:
    standard = catalogue.standards().get(slug.replace("-", "."))
    if standard is None:
        raise Http404
    return standard


def standards(request: ViewerRequest) -> HttpResponse:
    return page(request, "desk/standards.html", {"shown": StandardsPage(local_date(now()))})


def standard(request: ViewerRequest, slug: str) -> HttpResponse:
    shown = StandardPage(_standard(slug), local_date(now()))
    words = {
        "shown": shown,
        "standard": shown.standard,
        "may_change": may_change(request.viewer, shown.standard),
    }
    return page(request, "desk/standard.html", words)


def set_limit(request: ViewerRequest, slug: str) -> HttpResponse:
    shown = StandardPage(_standard(slug), local_date(now()))
    if not may_change(request.viewer, shown.standard):
        raise PermissionDenied
    initial = {"version": len(shown.changes), "count": shown.now.within.count}
    form = LimitForm(request.POST or None, unit=shown.now.within.unit.value, initial=initial)

    def record() -> None:
        limits.set_limit(shown.standard, **form.facts(), by=request.user, at=now())

    context = {"shown": shown, "standard": shown.standard}
    then = resolve_url("desk:standard", slug=slug)
    return carry_out(request, form, record, "desk/set_limit.html", context, then=then)
