"""Pages where moving a child nearer home is looked at."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.placements.form_page import ask, open_move
from kittiwake.practice.placements.models import NearerReview
from kittiwake.practice.placements.nearer_reviews import forms, recording
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def nearer(request: ViewerRequest, pk: int) -> HttpResponse:
    review = request.viewer.open(
        NearerReview, pk, "entry__by", "entry__struck_out_by", "entry__child", "move__entry"
    )
    context = {"review": review, "child": review.entry.child, "words": review.entry.words.all()}
    return page(request, "placements/nearer.html", context)


def review_nearer(request: ViewerRequest, pk: int) -> HttpResponse:
    move, start = open_move(request, pk), {"held_on": local_date(now())}
    form = forms.NearerReviewForm(request.POST or None, initial=start)

    def record() -> None:
        recording.review_nearer(move, **form.values(), by=request.user, at=now())

    return ask(request, move, form, record, title="Moving nearer home")
