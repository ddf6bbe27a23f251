"""The page of the personal part. Everybody but the two is told that it is not theirs, whatever their role."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.supervision.models import Supervision
from kittiwake.assurance.supervision.participants import the_two
from kittiwake.assurance.supervision.personal import forms, recording
from kittiwake.assurance.supervision.personal.showing import PersonalPage
from kittiwake.assurance.supervision.views import opened
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.ui.pages import page


def _is_theirs(request: ViewerRequest, supervision: Supervision) -> bool:
    return request.user in the_two(supervision)


def _not_theirs(request: ViewerRequest, supervision: Supervision) -> HttpResponse:
    context = {"why": recording.NOT_YOURS, "supervision": supervision}
    return page(request, "supervision/personal_closed.html", context, status=403)


def personal(request: ViewerRequest, pk: int) -> HttpResponse:
    supervision = opened(request, pk)
    if not _is_theirs(request, supervision):
        return _not_theirs(request, supervision)
    form = forms.NoteForm(request.POST or None)
    draft: Any = recording.latest_draft(supervision, by=request.user)
    context = {"supervision": supervision, "shown": PersonalPage(supervision), "draft": draft}
    return carry_out(
        request,
        restore(form, draft),
        lambda: recording.note(
            supervision,
            topic=form.cleaned_data["topic"],
            words=form.cleaned_data["words"],
            by=request.user,
            at=now(),
        ),
        "supervision/personal.html",
        context,
        then=reverse("supervision:personal", args=[supervision.pk]),
    )


@require_POST
def personal_draft(request: ViewerRequest, pk: int) -> HttpResponse:
    """Keeps what is being typed, for whoever types it: 204, or back to the supervision where they finish later."""
    supervision = opened(request, pk)
    if not _is_theirs(request, supervision):
        return _not_theirs(request, supervision)
    recording.keep_draft(supervision, dict(request.POST.lists()), by=request.user, at=now())
    if "later" not in request.POST:
        return HttpResponse(status=204)
    messages.success(
        request, "Your draft is saved. Only you can see it. Open the personal part to finish it."
    )
    return redirect(supervision)


# Sent again and again by one page, and the last one counts: no one-time token.
