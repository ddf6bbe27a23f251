"""Pages of rounds, of what came of them, and of what was done. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.feedback import forms, queries, recording
from kittiwake.assurance.feedback.models import Remark, Round
from kittiwake.assurance.feedback.showing import RoundPage, RoundsPage, shown_remarks
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page

FORM = "ui/form_page.html"
ROUNDS = "feedback:rounds"


def rounds(request: ViewerRequest) -> HttpResponse:
    return page(request, "feedback/rounds.html", {"shown": RoundsPage(request.viewer, now())})


def _round(request: ViewerRequest, pk: int) -> Round:
    return get_object_or_404(queries.seen(request.viewer), pk=pk)


def round_(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = RoundPage(_round(request, pk), request.viewer, now())
    return page(request, "feedback/round.html", {"shown": shown, "round": shown.round})


def ask(request: ViewerRequest) -> HttpResponse:
    form = forms.AskForm(request.POST or None)
    back = reverse(ROUNDS)
    context = {
        "title": "Ask people how it is for them",
        "intro": "They answer without their names. Six or seven questions and one box for words: it takes two minutes.",
        "button": "Ask them",
        "back_url": back,
        "cancel_url": back,
    }
    return carry_out(
        request, form, lambda: recording.ask(**form.facts(), by=request.user, at=now()), FORM, context
    )


def _asked_about(
    request: ViewerRequest, round_: Round, form: GovForm, record: Callable[[], object], **words: str
) -> HttpResponse:
    """A question about a round, and back to its page once it is recorded."""
    back = round_.get_absolute_url()
    context = {"caption": str(round_), "back_url": back, "cancel_url": back, **words}
    return carry_out(request, form, record, FORM, context, then=back)


def call_off(request: ViewerRequest, pk: int) -> HttpResponse:
    round_ = _round(request, pk)
    form = forms.CallOffForm(request.POST or None)
    return _asked_about(
        request,
        round_,
        form,
        lambda: recording.call_off(round_, by=request.user, at=now()),
        title="Call this round off?",
        button="Call it off",
        intro="What people have said so far is thrown away, and nobody has read it. You can ask again afterwards.",
    )


def remarks(request: ViewerRequest, pk: int) -> HttpResponse:
    round_ = _round(request, pk)
    context = {"round": round_, "remarks": shown_remarks(round_)}
    return page(request, "feedback/remarks.html", context)


def hide_remark(request: ViewerRequest, pk: int) -> HttpResponse:
    remark = get_object_or_404(Remark.objects.select_related("round").filter(hidden_at=None), pk=pk)
    form = forms.HideForm(request.POST or None)
    back = reverse("feedback:remarks", args=[remark.round_id])
    context = {
        "title": "Hide what somebody wrote",
        "caption": str(remark.round),
        "intro": f"“{remark.words}” From now on nobody is shown this.",
        "button": "Hide it",
        "back_url": back,
        "cancel_url": back,
    }

    def record() -> None:
        recording.hide(remark, why=form.cleaned_data["why"], by=request.user, at=now())

    return carry_out(request, form, record, FORM, context, then=back)


def say_what_was_done(request: ViewerRequest, pk: int) -> HttpResponse:
    round_ = _round(request, pk)
    form = forms.DoneForm(request.POST or None, asks=round_.form)
    return _asked_about(
        request,
        round_,
        form,
        lambda: recording.say_what_was_done(round_, **form.facts(), by=request.user, at=now()),
        title="What was done",
        button="Show it to them",
        intro="Those who were asked read it on the page of this round, under what people said.",
    )
