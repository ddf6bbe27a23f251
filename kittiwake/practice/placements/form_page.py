"""A short form about one move: found through the viewer, one recording call, back to the move."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.placements.models import Move
from kittiwake.ui.forms import GovForm

FORM = "placements/form.html"


def open_move(request: ViewerRequest, pk: int) -> Move:
    return request.viewer.open(Move, pk, "entry__by", "entry__struck_out_by", "child", "placement")


def ask(
    request: ViewerRequest, move: Move, form: GovForm, record: Callable[[], object], *, title: str
) -> HttpResponse:
    """Asks until `record` is done, then goes back to the move."""
    context = {"title": title, "child": move.child, "back": move}
    return carry_out(request, form, record, FORM, context, then=move)
