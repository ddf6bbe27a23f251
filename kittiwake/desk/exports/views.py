"""Pages of copies of a record. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access import footing
from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.desk.exports import lines, recording, showing
from kittiwake.desk.exports.forms import AskForm, LinesForm, MakeForm
from kittiwake.desk.exports.models import RecordExport
from kittiwake.desk.exports.serving import served
from kittiwake.desk.exports.showing import ExportShown, ExportsOfChild
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_key, by_number

LINES = 20
NOT_YOURS = "Whoever asked for this copy opens it. Ask them, or ask for one yourself."


def of_child(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = ExportsOfChild(child, request.viewer, now())
    return page(request, "exports/record_exports.html", {"shown": shown, "child": child})


def waiting(request: ViewerRequest) -> HttpResponse:
    rows: Page[RecordExport] = by_number(request, showing.waiting(request.viewer))
    table = [showing.waiting_row(export) for export in rows.rows]
    return page(
        request, "exports/waiting.html", {"rows": rows, "table": table, "columns": showing.WAITING_COLUMNS}
    )


def ask(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    footing.require_theirs(child, request.user)
    form = AskForm(request.POST or None, initial={"asked_on": local_date(now())})
    return carry_out(
        request,
        form,
        lambda: recording.ask(child, **form.values(), by=request.user, at=now()),
        "exports/ask.html",
        {"title": "Ask for a copy of the record", "child": child},
    )


def _export(request: ViewerRequest, pk: int, what: str = "view") -> RecordExport:
    related = ("entry__by", "entry__struck_out_by", "child", "asked_by", "started_by")
    return request.viewer.open(RecordExport, pk, *related, what=what)


def record_export(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ExportShown(_export(request, pk), request.viewer, now())
    return page(request, "exports/record_export.html", {"shown": shown}, fragment="state")


def _theirs(request: ViewerRequest, pk: int) -> RecordExport:
    """It is said before anything is decided that this is not for them to do."""
    export = _export(request, pk)
    if why_not := recording.why_not_decide(export, request.user):
        raise PermissionDenied(why_not)
    return export


def decide(request: ViewerRequest, pk: int) -> HttpResponse:
    """So many lines at a time, the oldest first."""
    export = _theirs(request, pk)
    rows_page = by_key(request, lines.entries(export, request.viewer), lines.ORDER, LINES)
    some = rows_page.rows
    theirs = lines.theirs(request.viewer, some)
    asked = [entry for entry in some if entry.pk not in theirs]
    decided = {about: decision.why for about, decision in lines.decided(export, asked).items()}
    told = lines.told(export, request.viewer, asked)
    form = LinesForm(request.POST or None, lines=told, decided=decided)
    context = {
        "export": export,
        "rows_page": rows_page,
        "theirs": [entry for entry in some if entry.pk in theirs],
    }
    return carry_out(
        request,
        form,
        lambda: recording.decide(export, lines=form.values(), by=request.user, at=now()),
        "exports/decide.html",
        context,
        then=request.path + rows_page.next if rows_page.next else export,
    )


def make(request: ViewerRequest, pk: int) -> HttpResponse:
    export = _theirs(request, pk)
    form = MakeForm(request.POST or None)
    shown = ExportShown(export, request.viewer, now())
    return carry_out(
        request,
        form,
        lambda: recording.start(export, by=request.user, at=now()),
        "exports/make.html",
        {"title": "Make the copy", "shown": shown},
        then=export,
    )


def download(request: ViewerRequest, pk: int) -> HttpResponseBase:
    export = _export(request, pk, "export")
    if export.asked_by_id != request.user.pk:
        raise PermissionDenied(NOT_YOURS)
    may = ExportShown(export, request.viewer, now()).may_open
    return served(export) if may else redirect(export)
