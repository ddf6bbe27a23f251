"""Pages that cut across areas: my work, the board, a child, their chronology, and finding a child."""

from __future__ import annotations

from django.http import Http404, HttpResponse, QueryDict
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.desk import forms, navigation, papers
from kittiwake.desk.board import PAGE_SIZE, Board
from kittiwake.desk.chronology import Chronology
from kittiwake.desk.finding import find
from kittiwake.desk.recent import recent_children
from kittiwake.desk.returns import PAGE_SIZE as RETURNS_AT_ONCE
from kittiwake.desk.returns import Returns
from kittiwake.desk.showing import ChildPage
from kittiwake.desk.showing_of_times_missing import TimesMissing
from kittiwake.record.models import Child
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_key, by_number
from kittiwake.ui.paper import printed

AT_ONCE = 2000  # a chronology printed or searched is one page


def more(request: ViewerRequest) -> HttpResponse:
    return page(request, "desk/more.html", {"groups": navigation.more(request.viewer)})


def board(request: ViewerRequest) -> HttpResponse:
    """Every kind of broken link with its most urgent few, or ?kind= one of them, a page at a time."""
    shown = Board(request.viewer, now(), request.GET.get("team", ""))
    kind = request.GET.get("kind", "")
    section = shown.section(kind)
    if kind and section is None:
        raise Http404
    cards = by_number(request, section.cards, PAGE_SIZE) if section else shown.first
    request.viewer.listed({card.line.child.pk for card in cards if card.line.child})
    words = {"shown": shown, "section": section, "cards": cards}
    return page(request, "desk/board.html", words, fragment="board")


def returns(request: ViewerRequest) -> HttpResponse:
    """The loops of the returns of ?team=, or of all that the viewer may see."""
    shown = Returns(request.viewer, now(), request.GET.get("team", ""))
    loops = by_number(request, shown.open, RETURNS_AT_ONCE)
    request.viewer.listed({loop.child.pk for loop in loops})
    return page(request, "desk/returns.html", {"shown": shown, "loops": loops})


def child(request: ViewerRequest, pk: int) -> HttpResponse:
    found = request.viewer.open(Child, pk)
    return page(request, "desk/child.html", {"shown": ChildPage(found, request.viewer, now())})


def chronology(request: ViewerRequest, pk: int) -> HttpResponse:
    """Words to look for are sent, never put in the address: they are often somebody's name."""
    printing = "print" in request.GET
    child = request.viewer.open(Child, pk, what="print" if printing else "view")
    shown = Chronology(child, request.viewer, request.POST or request.GET)
    if request.method == "POST" or printing:
        rows = shown.entries.order_by("-happened_at", "-pk")[:AT_ONCE]
        words = {"lines": shown.lines(rows), "printing": printing}
    else:
        rows_page = by_key(request, shown.entries, ("-happened_at", "-pk"))
        words = {"lines": shown.lines(rows_page), "rows_page": rows_page}
    return page(request, "desk/chronology.html", {"shown": shown, "form": shown.form, **words})


chronology.repeatable = True  # looking for words changes nothing


def print_chronology(request: ViewerRequest, pk: int) -> HttpResponse:
    """The whole chronology as a paper."""
    child = request.viewer.open(Child, pk, what="print")
    at, shown = now(), Chronology(child, request.viewer, QueryDict())
    lines = shown.lines(shown.entries.order_by("-happened_at", "-pk")[:AT_ONCE])
    paper = papers.chronology(child, lines, TimesMissing(child, request.viewer, at).picture)
    return printed(paper, file_name="chronology.pdf", for_whom=request.user.name)


def search(request: ViewerRequest) -> HttpResponse:
    """By POST, so that no name is ever in an address or in a server's log. ?for=missing: to report whom one finds."""
    form = forms.SearchForm(request.POST or None)
    found = find(request.viewer, form.cleaned_data["sought"], now()) if form.is_valid() else None
    recent = recent_children(request.viewer) if found is None else []
    request.viewer.listed([one.child.pk for one in found or ()], what="search")
    request.viewer.listed([child.pk for child in recent])
    may_do = {
        "may_break_glass": request.viewer.may(Power.BREAK_GLASS),
        "may_add": request.viewer.may(Power.REPORT),
        "to_report": request.GET.get("for") == "missing" and request.viewer.may(Power.REPORT),
    }
    words = {"form": form, "found": found, "recent": recent}
    return page(request, "desk/search.html", {**words, **may_do})


search.repeatable = True  # looking changes nothing
