"""Pages of who does the work. Find whom the viewer may see, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.workforce import (
    forms,
    recording,
    showing,
    showing_of_census,
    whose,
)
from kittiwake.assurance.workforce.codes import MOVED_INSIDE
from kittiwake.assurance.workforce.models import Engagement, NewlyQualified
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number


def caseloads(request: ViewerRequest) -> HttpResponse:
    found = whose.workers(request.user).order_by("name", "pk")
    shown = showing.CaseloadsPage(by_number(request, found), now())
    return page(
        request,
        "workforce/caseloads.html",
        {"shown": shown, "may_record": request.viewer.may(Power.RECORD_WORKFORCE)},
    )


def censuses(request: ViewerRequest) -> HttpResponse:
    shown = by_number(request, showing_of_census.censuses(), size=5)
    columns, rows = showing_of_census.table(shown.rows)
    return page(request, "workforce/censuses.html", {"shown": shown, "columns": columns, "rows": rows})


def worker(request: ViewerRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(whose.workers(request.user), pk=pk)
    shown = showing.WorkerPage(found, request.viewer, now())
    return page(request, "workforce/worker.html", {"shown": shown})


def managed(request: ViewerRequest, pk: int) -> Worker:
    """A worker the viewer answers for. Nobody records on their own record."""
    found = get_object_or_404(whose.workers(request.user), pk=pk)
    if not whose.answers_for(request.user, found):
        raise PermissionDenied
    return found


def on_worker(
    request: ViewerRequest,
    found: Worker,
    form_class: type[GovForm],
    title: str,
    record: Callable[..., Any],
    about: Any = None,
    **facts: Any,
) -> HttpResponse:
    """One form about a worker; back to them when it is recorded."""
    form = form_class(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            record(about or found, **form.cleaned_data, **facts, by=request.user, at=now())
            return redirect("workforce:worker", found.pk)
    return page(request, "workforce/form.html", {"title": title, "worker": found, "form": form})


def engage(request: ViewerRequest, pk: int) -> HttpResponse:
    return on_worker(request, managed(request, pk), forms.EngageForm, "They start work", recording.engage)


def move(request: ViewerRequest, pk: int) -> HttpResponse:
    """To another post of the council. Whoever leaves it goes by allocation:leave, where their children are."""
    found = managed(request, pk)
    standing = whose.seen(Engagement, request.user).filter(worker=found, ends_on=None).first()
    if standing is None:
        raise Http404
    return on_worker(
        request,
        found,
        forms.MoveForm,
        "They move to another post",
        recording.end,
        standing,
        reason=MOVED_INSIDE,
    )


def start_supported_year(request: ViewerRequest, pk: int) -> HttpResponse:
    title, record = "They are newly qualified", recording.start_supported_year
    return on_worker(request, managed(request, pk), forms.SupportedYearForm, title, record)


def hold_step(request: ViewerRequest, pk: int) -> HttpResponse:
    found = managed(request, pk)
    year = NewlyQualified.objects.on(local_date(now())).filter(worker=found).first()
    if year is None:
        raise Http404
    return on_worker(request, found, forms.StepForm, "Held in their first year", recording.hold_step, year)
