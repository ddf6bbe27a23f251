"""Where a browser sends a file in pieces. Shows nothing of the child, so it is no reading; asked anew with each piece."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import Refused
from kittiwake.primitives.documents.arrivals import recording, tus
from kittiwake.primitives.documents.looking import room
from kittiwake.primitives.documents.models import Arrival
from kittiwake.primitives.documents.rules import MOST_AT_ONCE
from kittiwake.record.models import Child

# A piece sent again is known by where it begins, and a file begun again goes on: no one-time token.


@require_POST
def arrivals(request: ViewerRequest, child_pk: int) -> HttpResponse:
    """A file is to come: where its pieces go."""
    child = request.viewer.find(Child, child_pk)
    if tus.speaks_another(request):
        return tus.answer(tus.OTHER_VERSION, Tus_Version=tus.VERSION)
    said, size = tus.metadata(request), tus.number(request, "Upload-Length")
    if size is None:
        return tus.answer(tus.UNUSABLE, "Say how long the file is, in the header Upload-Length.")
    changed = said.get("changed", "")
    known = int(changed) if changed.isdecimal() and len(changed) < 16 else 0
    name = said.get("filename", "").replace("\0", "")[-255:]
    try:
        with room():
            arrival = recording.begin(child, name=name, size=size, changed=known, by=request.user, at=now())
    except Refused as refused:
        return tus.answer(tus.UNUSABLE, str(refused))
    return tus.answer(tus.CREATED, Location=reverse("documents:arrival", args=[arrival.pk]))


def arrival(request: ViewerRequest, pk: int) -> HttpResponse:
    """How much has come; or the next piece of it."""
    since = recording.oldest(now())
    coming = get_object_or_404(Arrival, pk=pk, user=request.user, began_at__gt=since)
    request.viewer.find(Child, coming.child_id)
    if tus.speaks_another(request):
        return tus.answer(tus.OTHER_VERSION, Tus_Version=tus.VERSION)
    return _taken(request, coming) if request.method == "POST" else _state(coming)


def _state(coming: Arrival) -> HttpResponse:
    return tus.answer(tus.NOTHING_TO_SHOW, Upload_Offset=coming.came, Upload_Length=coming.size)


def _taken(request: ViewerRequest, coming: Arrival) -> HttpResponse:
    start, length = tus.number(request, "Upload-Offset"), int(request.headers.get("Content-Length") or 0)
    if start is None or request.content_type != tus.PIECE:
        return tus.answer(
            tus.UNUSABLE,
            f"Say where the piece begins, in the header Upload-Offset, and send it as {tus.PIECE}.",
        )
    if length > MOST_AT_ONCE:
        return tus.answer(tus.TOO_LARGE, f"A piece may have {MOST_AT_ONCE} bytes at most.")
    try:
        with room():
            coming = recording.take(coming, request.body, start=start, by=request.user)
    except recording.OutOfStep:
        return tus.answer(tus.CONFLICT, "This piece does not follow on what has come.")
    except Refused as refused:
        return tus.answer(tus.UNUSABLE, str(refused))
    return tus.answer(tus.NOTHING_TO_SHOW, Upload_Offset=coming.came)
