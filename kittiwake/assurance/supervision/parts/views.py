"""Pages of one child’s part. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.supervision.models import ChildPart
from kittiwake.assurance.supervision.participants import why_not_of_the_two
from kittiwake.assurance.supervision.parts import forms, recording, showing
from kittiwake.assurance.supervision.views import asked, not_for_you, opened
from kittiwake.primitives.actions.showing import who_may_own
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def _part(request: ViewerRequest, pk: int) -> ChildPart:
    return request.viewer.open(
        ChildPart, pk, "entry__by", "entry__struck_out_by", "child", "worker", "supervisor"
    )


def child_part(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.PartPage(_part(request, pk), request.viewer, now())
    return page(request, "supervision/child_part.html", {"shown": shown, "part": shown.part})


def write_part(request: ViewerRequest, pk: int, child_pk: int) -> HttpResponse:
    supervision, child = opened(request, pk), request.viewer.open(Child, child_pk)
    if why := why_not_of_the_two(supervision, request.user, recording.ONLY_THE_TWO_WRITE):
        return not_for_you(request, supervision, f"{child.first_name}’s part", why)
    occasion = f"{recording.CHILD_PART}:{supervision.pk}"
    start = {"owner": supervision.worker}
    form = forms.PartForm(request.POST or None, initial=start)
    offer(form, "owner", who_may_own(child, local_date(now())))
    draft = drafts.latest(request.user, child, occasion)
    context = {
        "title": f"{child.first_name}’s part",
        "child": child,
        "supervision": supervision,
        "occasion": occasion,
        "draft": draft,
        "last": showing.last_time(request.viewer, child, now()),
    }
    return carry_out(
        request,
        restore(form, draft),
        lambda: recording.write_part(
            supervision, child, **form.values(), occasion=occasion, by=request.user, at=now()
        ),
        "supervision/write_part.html",
        context,
        then=supervision,
    )


def strike_out_part(request: ViewerRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    form = StrikeOutForm(request.POST or None)
    return asked(
        request,
        "This was recorded wrongly",
        form,
        lambda: recording.strike_out_part(
            part, reason=form.cleaned_data["reason"], by=request.user, at=now()
        ),
        part.get_absolute_url(),
        then=part,
        caption=part.child.name,
    )
