"""Nothing typed is lost when a session ends in the middle of a form.

Every form carries a mark that only this server can make: whose it is, and which page it stands on. A form that comes
when that person is no longer signed in is kept for them, sealed, and nobody else gets it. They sign in, are led to the
same page, and find in the form what they had typed; nothing is recorded until they send it again. So is a form that was
given up because recording it took too long.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from cryptography.fernet import InvalidToken
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.accounts import sealing
from kittiwake.accounts.models import Unsent, User
from kittiwake.accounts.unsent import recording
from kittiwake.areas.pages import is_ours
from kittiwake.ui import errors
from kittiwake.ui.giving_back import MARK, CameBack
from kittiwake.ui.pages import wants_fragment

# A page left open over a long weekend still brings back what was typed into it.
MARK_HOURS = 24 * 5
NOT_KEPT = {"csrfmiddlewaretoken", "once", MARK}
KEPT = f"What you typed is kept for {Unsent.HOURS} hours. Sign in again and it is back in the form, for you to send."
BACK = "This page was opened before you last signed in. What you typed is back in the form, for you to send."
GONE = "Your session is over. Sign in again."


@dataclass(frozen=True)
class Mark:
    user_id: int
    page: str


def mark(request: HttpRequest) -> str:
    """For the forms of this page. One that was sent and comes back stands on the page it was sent from."""
    before = marked(request)
    is_mine = before is not None and before.user_id == request.user.pk
    page = before.page if before and is_mine else request.get_full_path()
    if len(page) > Unsent._meta.get_field("page").max_length:  # type: ignore[operator]
        return ""
    return sealing.seal(json.dumps([request.user.pk, page]), sealing.MARKS)


def marked(request: HttpRequest) -> Mark | None:
    """What the form that was sent says of itself; nothing where it is not ours, or too old."""
    sent = request.POST.get(MARK, "") if request.method == "POST" else ""
    try:
        return Mark(*json.loads(sealing.unseal(sent, sealing.MARKS, hours=MARK_HOURS))) if sent else None
    except InvalidToken:
        return None


def is_unsent(request: HttpRequest) -> bool:
    """A form of ours that was not looked at, since whoever sent it is not signed in, or signed in anew; or given up."""
    if request.method != "POST" or not is_ours(request):
        return False
    return (
        not request.user.is_authenticated or was_given_up(request) or getattr(request, "csrf_failed", False)
    )


def was_given_up(request: HttpRequest) -> bool:
    return getattr(request, "took_too_long", False)


def kept(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer to a form that was not looked at: it is kept for whose it is, and they are led back to it."""
    mark = marked(request)
    writer = User.objects.filter(pk=mark.user_id).first() if mark else None
    if mark and writer:
        _keep(request, writer, mark.page)
    if was_given_up(request):
        return errors.too_long(request, mark.page) if mark and mark.user_id == request.user.pk else response
    if wants_fragment(request):  # saved by itself while they type: they are told, and stay where they are
        return HttpResponse(GONE, status=401)
    if not mark or not writer:
        return response
    if request.user.is_authenticated:
        return _led_back(request, mark, response)
    messages.info(request, KEPT)
    return redirect_to_login(mark.page)


def _keep(request: HttpRequest, writer: User, page: str) -> None:
    fields = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
    with acting_as(writer):
        recording.keep(writer, page, fields, with_files=bool(request.FILES), at=now())


def _led_back(request: HttpRequest, mark: Mark, response: HttpResponse) -> HttpResponse:
    """Somebody else sits here now: the form waits for whose it is, and says nothing to this one."""
    if request.user.pk != mark.user_id:
        return response
    messages.info(request, BACK)
    return redirect(mark.page)


def came_back(request: HttpRequest) -> CameBack | None:
    """What this person had typed on this page when their session was over."""
    form = recording.kept(request.user, request.get_full_path(), at=now())  # type: ignore[arg-type]
    typed = recording.opened(form) if form else {}
    if not form or not typed:
        return None
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, values)
    return CameBack(data, form.sent_at, form.with_files, reverse("access:throw_away"))


def forget(request: HttpRequest) -> None:
    """It has been sent now, or saved as a draft, or thrown away."""
    if mark := marked(request):
        recording.forget(request.user, mark.page)  # type: ignore[arg-type]
