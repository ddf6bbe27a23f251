"""Pages of offers."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.return_interviews import settings, showing
from kittiwake.practice.return_interviews.form_page import ask, chosen_returns
from kittiwake.practice.return_interviews.models import Offer
from kittiwake.practice.return_interviews.offers import forms, recording
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


def offer(request: ViewerRequest, pk: int) -> HttpResponse:
    offer = request.viewer.open(Offer, pk, "entry__by", "child")
    episodes = offer.episodes.order_by("returned_at").select_related("entry")
    first = min((episode.returned_at for episode in episodes if episode.returned_at), default=None)
    context = {
        "offer": offer,
        "episodes": episodes,
        "words": offer.entry.words.all(),
        "asked": settings.times_asked(first),
    }
    return page(request, "return_interviews/offer.html", context)


def make_offer(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    start = {"episodes": chosen_returns(request, child), "offered_by": request.user.name}
    returns = showing.returns_of(request.viewer, child)
    form = forms.OfferForm(request.POST or None, returns=returns, initial=start)

    def record() -> Offer:
        return recording.offer(child, **form.values(), by=request.user, at=now())

    return ask(request, child, form, record, title="Offer of a return interview", back=child)
