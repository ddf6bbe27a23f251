"""Pages that cut across areas: my work, the board, a child, their chronology, and finding a child."""

from __future__ import annotations

from django.http import Http404, HttpResponse, QueryDict
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.areas.slots import SEARCH
from kittiwake.desk import forms, navigation, papers
from kittiwake.desk.board import PAGE_SIZE, Board
from kittiwake.desk.chronology import Chronology
from kittiwake.desk.finding import find
from kittiwake.desk.recent import recent_children
from kittiwake.desk.showing import ChildPage
from kittiwake.desk.year import Year
from kittiwake.primitives.shared_pages.child_page import OnChild
from kittiwake.record.models import Child
from kittiwake.ui.components import TextLink
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
    paper = papers.chronology(child, lines, Year(OnChild(child, request.viewer, at)))
    return printed(paper, file_name="chronology.pdf", for_whom=request.user.name)


def search(request: ViewerRequest) -> HttpResponse:
    """By POST, so that no name is ever in an address or in a server's log. ?for=missing: for that area's page of whom one
    finds.
    """
    form = forms.SearchForm(request.POST or None)
    found = find(request.viewer, form.cleaned_data["sought"], now()) if form.is_valid() else None
    recent = recent_children(request.viewer) if found is None else []
    request.viewer.listed([one.child.pk for one in found or ()], what="search")
    request.viewer.listed([child.pk for child in recent])
    shown = {
        "wanted": navigation.wanted(request.viewer, request.GET.get("for", "")),
        "links": [TextLink(link.text, link.address()) for link in request.viewer.links(SEARCH)],
        "may_add": request.viewer.may(Power.REPORT),
    }
    return page(request, "desk/search.html", {"form": form, "found": found, "recent": recent, **shown})


search.repeatable = True  # looking changes nothing
