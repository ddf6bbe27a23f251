"""Pages of child-level lists. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.exchange.child_lists import recording, showing
from kittiwake.exchange.child_lists.forms import DayForm
from kittiwake.exchange.child_lists.showing import ListsPage, MyLists
from kittiwake.exchange.models import ChildLists, ChildListsFile
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

SHOWN = 20
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def lists(request: ViewerRequest) -> HttpResponse:
    """Which day; and those that its reader had made."""
    form = DayForm(request.POST or None, initial={"on": local_date(now())})

    def ask() -> ChildLists:
        return recording.ask(form.day(), by=request.user, at=now())

    mine = ChildLists.objects.filter(user=request.user).order_by("-pk")[:SHOWN]
    context = {
        "title": "Child-level lists (Annex A)",
        "button": "Make the lists",
        "shown": MyLists(list(mine), now()),
    }
    return carry_out(request, form, ask, "exchange/child_lists/lists.html", context)


def child_lists(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ListsPage(_mine(request, pk), now())
    return page(request, "exchange/child_lists/child_lists.html", {"shown": shown}, fragment="state")


def lists_file(request: ViewerRequest, pk: int) -> HttpResponseBase:
    """Not where any child of it has gone out of its reader's sight since: then it is made anew."""
    lists = _mine(request, pk)
    kept = showing.workbook_of(lists, now())
    if kept is None or not _sees_all(request, kept):
        return redirect(lists)
    request.viewer.listed(kept.children, "export")
    name = f"Annex A {lists.on.isoformat()}.xlsx"
    response = FileResponse(
        BytesIO(bytes(kept.content)), as_attachment=True, filename=name, content_type=WORKBOOK
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _sees_all(request: ViewerRequest, kept: ChildListsFile) -> bool:
    seen = request.viewer.children.filter(pk__in=kept.children, withdrawn_at=None).count()
    return seen == len(kept.children)


def _mine(request: ViewerRequest, pk: int) -> ChildLists:
    return get_object_or_404(ChildLists, pk=pk, user=request.user)
