"""The board of broken links."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.desk.board.showing import PAGE_SIZE, Board
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number


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
