"""Where a form sends what is being typed, every few seconds and by "Save and finish later"."""

from __future__ import annotations

import re
import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.models import Submission
from kittiwake.primitives.drafts import recording
from kittiwake.record.models import Child

OCCASION = re.compile(r"[a-z_]+\.[a-z_]+(:[0-9]{1,18})?")


@require_POST
def draft(request: ViewerRequest, child_pk: int, occasion: str) -> HttpResponse:
    """Keeps the form as it stands: 204, or back to the child where the person finishes later.

    Shows nothing of the child, so it is no reading.
    """
    if len(occasion) > 80 or not OCCASION.fullmatch(occasion):
        raise Http404
    child = request.viewer.find(Child, child_pk)
    if not _was_submitted(request):
        recording.keep(request.user, child, occasion, dict(request.POST.lists()), at=now())
    if "later" not in request.POST:
        return HttpResponse(status=204)
    messages.success(request, "Your draft is saved. Only you can see it. Open the form again to finish it.")
    return redirect(child)


# Sent again and again by one page, and the last one counts: no one-time token.


def _was_submitted(request: ViewerRequest) -> bool:
    """Whether the form itself has been carried out meanwhile: a late autosave must not bring its draft back."""
    try:
        token = uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        return False
    return Submission.objects.filter(token=token).exists()
