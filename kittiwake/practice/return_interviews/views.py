"""Pages of offers and return interviews. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import forms, recording, rules, settings, showing
from kittiwake.practice.return_interviews.models import NotHeld, Offer, ReturnInterview
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.claims import recording as claims
from kittiwake.primitives.claims.forms import ClaimForm
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.primitives.oversight.showing import asked_for_before
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "return_interviews/form.html"


def _interview(request: ViewerRequest, pk: int) -> ReturnInterview:
    return request.viewer.open(ReturnInterview, pk, "entry__by", "child", "interviewer")


def offer(request: ViewerRequest, pk: int) -> HttpResponse:
    made = request.viewer.open(Offer, pk, "entry__by", "child")
    about = made.episodes.order_by("returned_at").select_related("entry")
    context = {
        "offer": made,
        "episodes": about,
        "words": made.entry.words.all(),
        "asked": settings.times_asked(
            min((one.returned_at for one in about if one.returned_at), default=None)
        ),
    }
    return page(request, "return_interviews/offer.html", context)


def make_offer(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    returns = showing.returns_of(request.viewer, child)
    start = {"episodes": _chosen(request, child), "offered_by": request.user.name}
    form = forms.OfferForm(request.POST or None, returns=returns, initial=start)
    if form.is_valid():
        with refusals_on(form):
            return redirect(recording.offer(child, **form.cleaned_data, by=request.user, at=now()))
    context = {"title": "Offer of a return interview", "child": child, "back": child, "form": form}
    return page(request, FORM, context)


def _chosen(request: ViewerRequest, child: Child) -> list[int]:
    """The returns to start with: the one the address names, or all that nobody has listened to them about."""
    open_ = list(showing.unanswered(request.viewer, child).values_list("pk", flat=True))
    named = [pk for pk in open_ if str(pk) == request.GET.get("episode")]
    return named or open_


def hold(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    start = {"episodes": _chosen(request, child), "interviewer_name": request.user.name}
    returns = showing.returns_of(request.viewer, child)
    form = forms.InterviewForm(request.POST or None, returns=returns, initial=start)
    if form.is_valid():
        facts = {**form.account(), "interviewer": _self(request, form), "occasion": recording.INTERVIEW}
        with refusals_on(form):
            held = recording.hold(child, **facts, by=request.user, at=now())
            return redirect("return_interviews:learned", pk=held.pk)
    return _long_form(request, child, form, recording.INTERVIEW, {"title": "Return interview", "back": child})


def _self(request: ViewerRequest, form: Any) -> Any:
    """The worker who is writing, where they say that they held it."""
    worker = request.viewer.worker
    return worker if worker and worker.name == form.cleaned_data["interviewer_name"] else None


def _long_form(
    request: ViewerRequest, child: Child, form: Any, occasion: str, words: dict[str, Any]
) -> HttpResponse:
    """A form that is kept as it is typed, and starts from what was typed last time."""
    draft = drafts.latest(request.user, child, occasion)
    context = {
        **words,
        "child": child,
        "form": restore(form, draft),
        "occasion": occasion,
        "draft": draft,
        "language": rules.LANGUAGE.items(),
    }
    return page(request, "return_interviews/interview_form.html", context)


def rewrite(request: ViewerRequest, pk: int) -> HttpResponse:
    interview = _interview(request, pk)
    start, occasion = showing.before_again(interview), f"{recording.INTERVIEW}:{interview.pk}"
    form = forms.VersionForm(request.POST or None, returns=None, initial=start)
    if form.is_valid():
        facts = {**form.account(), "occasion": occasion}
        with refusals_on(form):
            return redirect(recording.rewrite(interview, **facts, by=request.user, at=now()))
    words = {
        "title": f"Return interview, version {interview.number + 1}",
        "back": interview,
        "earlier": interview,
        "asked_for": asked_for_before(interview.entry, itself=True),
    }
    return _long_form(request, interview.child, form, occasion, words)


def interview(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.InterviewPage(_interview(request, pk), request.viewer, now())
    return page(request, "return_interviews/interview.html", {"shown": shown, "interview": shown.interview})


def learned(request: ViewerRequest, pk: int) -> HttpResponse:
    """What was learned, one at a time: saving brings the same page back with one more."""
    interview = _interview(request, pk)
    form = ClaimForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            claims.make(interview.entry, interview.child, **form.cleaned_data, by=request.user, at=now())
            return redirect("return_interviews:learned", pk=interview.pk)
    shown = showing.InterviewPage(interview, request.viewer, now())
    return page(
        request, "return_interviews/learned.html", {"shown": shown, "interview": interview, "form": form}
    )


def another_child(request: ViewerRequest, pk: int) -> HttpResponse:
    """Another child may be at risk: somebody owns finding out, from the start."""
    interview = _interview(request, pk)
    start = {
        "what": f"Another child may be at risk: {interview.other_children}"[:500]
        if interview.other_children
        else "",
        "due_on": local_date(now()) + timedelta(days=1),
    }
    named = showing.InterviewPage(interview, request.viewer, now()).named_children
    form = forms.AnotherChildForm(request.POST or None, children=named, initial=start)
    if form.is_valid():
        with refusals_on(form):
            actions.raise_action(interview.entry, **form.cleaned_data, by=request.user, at=now())
            return redirect("return_interviews:learned", pk=interview.pk)
    context = {
        "title": "Another child may be at risk",
        "child": interview.child,
        "back": interview,
        "form": form,
    }
    return page(request, FORM, context)


def record_not_held(request: ViewerRequest, episode_pk: int) -> HttpResponse:
    episode = request.viewer.open(Episode, episode_pk, "entry", "child")
    form = forms.NotHeldForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            return redirect(
                recording.record_not_held(episode, **form.cleaned_data, by=request.user, at=now())
            )
    context = {
        "title": "No return interview, or not yet",
        "child": episode.child,
        "back": episode,
        "form": form,
    }
    return page(request, FORM, context)


def not_held(request: ViewerRequest, pk: int) -> HttpResponse:
    kept = request.viewer.open(NotHeld, pk, "entry__by", "entry__child", "episode__entry")
    return page(request, "return_interviews/not_held.html", {"kept": kept, "child": kept.entry.child})
