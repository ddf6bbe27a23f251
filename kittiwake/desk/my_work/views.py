"""The front page, and that somebody has looked through what changed on it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.area import declared
from kittiwake.desk import recording
from kittiwake.desk.my_work.showing import MyWork
from kittiwake.primitives.shared_pages.my_work import FrontPageOf
from kittiwake.ui.pages import page


def my_work(request: ViewerRequest) -> HttpResponse:
    for own in declared(FrontPageOf):
        if own.role == request.user.role:
            return redirect(own.page)
    shown = MyWork(request.viewer, now()).asked()
    response = page(request, "desk/my_work.html", {"shown": shown})
    request.viewer.listed(shown.child_ids)
    return response


@require_POST
def look(request: ViewerRequest) -> HttpResponse:
    """They have looked through what changed."""
    recording.look(by=request.user, at=now())
    return redirect("desk:my_work")
