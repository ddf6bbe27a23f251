"""Pages of return interviews. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.return_interviews import forms, recording, rules, showing
from kittiwake.practice.return_interviews.form_page import ask, chosen_returns, open_interview
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.not_held.recording import NOT_HELD
from kittiwake.practice.return_interviews.offers.recording import OFFER
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.claims import recording as claims
from kittiwake.primitives.claims.forms import ClaimForm
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.primitives.oversight.showing import asked_for_before
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def interview(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.InterviewPage(open_interview(request, pk), request.viewer, now())
    return page(request, "return_interviews/interview.html", {"shown": shown, "interview": shown.interview})


def hold(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    start = {"episodes": chosen_returns(request, child), "interviewer_name": request.user.name}
    returns = showing.returns_of(request.viewer, child)
    form = forms.InterviewForm(request.POST or None, returns=returns, initial=start)

    def record() -> str:
        account = form.account()
        account["interviewer"] = _self(request, form)
        interview = recording.hold(
            child,
            episodes=form.cleaned_data["episodes"],
            held=form.cleaned_data["held"],
            **account,
            occasion=recording.INTERVIEW,
            by=request.user,
            at=now(),
        )
        return reverse("return_interviews:learned", args=[interview.pk])

    context = {"title": "Return interview", "back": child}
    return _long_form(request, child, form, record, recording.INTERVIEW, context)


def _self(request: ViewerRequest, form: forms.InterviewForm) -> Worker | None:
    """The worker who is writing, where they say that they held it."""
    worker = request.viewer.worker
    return worker if worker and worker.name == form.cleaned_data["interviewer_name"] else None


def rewrite(request: ViewerRequest, pk: int) -> HttpResponse:
    interview = open_interview(request, pk)
    start, occasion = showing.before_again(interview), f"{recording.INTERVIEW}:{interview.pk}"
    form = forms.VersionForm(request.POST or None, returns=None, initial=start)

    def record() -> ReturnInterview:
        account = form.account()
        return recording.rewrite(interview, **account, occasion=occasion, by=request.user, at=now())

    context = {
        "title": f"Return interview, version {interview.number + 1}",
        "back": interview,
        "earlier": interview,
        "asked_for": asked_for_before(interview.entry, itself=True),
    }
    return _long_form(request, interview.child, form, record, occasion, context)


def _long_form(
    request: ViewerRequest,
    child: Child,
    form: forms.InterviewForm,
    record: Callable[[], object],
    occasion: str,
    words: dict[str, Any],
) -> HttpResponse:
    """A form that is kept as it is typed, and starts from what was typed last time."""
    draft = drafts.latest(request.user, child, occasion)
    language = rules.LANGUAGE.items()
    context = {**words, "child": child, "occasion": occasion, "draft": draft, "language": language}
    template = "return_interviews/interview_form.html"
    return carry_out(request, restore(form, draft), record, template, context)


def learned(request: ViewerRequest, pk: int) -> HttpResponse:
    """What was learned, one at a time: saving brings the same page back with one more."""
    interview, form = open_interview(request, pk), ClaimForm(request.POST or None)

    def record() -> None:
        claims.make(interview.entry, interview.child, **form.values(), by=request.user, at=now())

    shown = showing.InterviewPage(interview, request.viewer, now())
    context = {"shown": shown, "interview": interview}
    then = reverse("return_interviews:learned", args=[interview.pk])
    return carry_out(request, form, record, "return_interviews/learned.html", context, then=then)


def another_child(request: ViewerRequest, pk: int) -> HttpResponse:
    """Another child may be at risk: somebody owns finding out, from the start."""
    interview, title = open_interview(request, pk), "Another child may be at risk"
    what = f"{title}: {interview.other_children}"[:500] if interview.other_children else ""
    start = {"what": what, "due_on": local_date(now()) + timedelta(days=1)}
    named = showing.InterviewPage(interview, request.viewer, now()).named_children
    form = forms.AnotherChildForm(request.POST or None, children=named, initial=start)

    def record() -> None:
        actions.raise_action(interview.entry, **form.values(), by=request.user, at=now())

    then = reverse("return_interviews:learned", args=[interview.pk])
    return ask(request, interview.child, form, record, title=title, back=interview, then=then)


def share(request: ViewerRequest, pk: int) -> HttpResponse:
    interview, form = open_interview(request, pk), forms.SharingForm(request.POST or None)

    def record() -> None:
        recording.share(interview, **form.values(), by=request.user, at=now())

    title = "It was shared"
    return ask(request, interview.child, form, record, title=title, back=interview, then=interview)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    """An offer, an interview or a note that there will be none: they share the key of their entry."""
    entry = request.viewer.open(Entry, pk, "child")
    if entry.kind not in (OFFER, recording.INTERVIEW, NOT_HELD):
        raise Http404
    form = StrikeOutForm(request.POST or None)

    def record() -> None:
        recording.strike_out(entry, reason=form.cleaned_data["reason"], by=request.user, at=now())

    return ask(request, entry.child, form, record, title="This was recorded wrongly", back=entry, then=entry)
