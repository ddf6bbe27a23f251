"""A child's chronology, on the page and on paper."""

from __future__ import annotations

from django.http import HttpResponse, QueryDict
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.desk.child_page.year import Year
from kittiwake.desk.chronology import paper
from kittiwake.desk.chronology.showing import Chronology
from kittiwake.primitives.shared_pages.child_page import OnChild
from kittiwake.queries.together import together
from kittiwake.record.models import Child
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_key
from kittiwake.ui.paper import printed

AT_ONCE = 2000  # a chronology printed or searched is one page


def chronology(request: ViewerRequest, pk: int) -> HttpResponse:
    """Words to look for are sent, never put in the address: they are often somebody's name."""
    printing = "print" in request.GET
    child = request.viewer.open(Child, pk, what="print" if printing else "view")
    shown = Chronology(child, request.viewer, request.POST or request.GET)
    if request.method == "POST" or printing:
        rows = shown.entries.order_by("-happened_at", "-pk")[:AT_ONCE]
        words = {"lines": shown.lines(rows), "printing": printing}
    else:
        rows_page, _ = together(
            lambda: by_key(request, shown.entries, ("-happened_at", "-pk")), lambda: shown.parts
        )
        words = {"lines": shown.lines(rows_page), "rows_page": rows_page}
    return page(request, "desk/chronology.html", {"shown": shown, "form": shown.form, **words})


def print_chronology(request: ViewerRequest, pk: int) -> HttpResponse:
    """The whole chronology as a paper."""
    child = request.viewer.open(Child, pk, what="print")
    at, shown = now(), Chronology(child, request.viewer, QueryDict())
    lines = shown.lines(shown.entries.order_by("-happened_at", "-pk")[:AT_ONCE])
    printed_page = paper.chronology(child, lines, Year(OnChild(child, request.viewer, at)))
    return printed(printed_page, file_name="chronology.pdf", for_whom=request.user.name)
