"""Pages of direct work. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.direct_work import showing
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.sessions import forms as session_forms
from kittiwake.practice.direct_work.sessions import recording as session_recording
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

FORM = "direct_work/form.html"


def _session(request: ViewerRequest, pk: int) -> Session:
    return request.viewer.open(Session, pk, "entry__by", "entry__struck_out_by", "child")


def sessions(request: ViewerRequest, child_pk: int) -> HttpResponse:
    shown = showing.WorkPage(request.viewer.open(Child, child_pk), request.viewer, now())
    return page(request, "direct_work/sessions.html", {"shown": shown, "child": shown.child})


def quotes(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    context = {"child": child, "words": showing.quotes(request.viewer, child)}
    return page(request, "direct_work/quotes.html", context)


def session(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = showing.SessionPage(_session(request, pk), request.viewer, now())
    return page(request, "direct_work/session.html", {"shown": shown, "session": shown.session})


def plan_session(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = session_forms.PlanForm(request.POST or None, initial={"worker_name": request.user.name})
    if form.is_valid():
        with refusals_on(form):
            return redirect(session_recording.plan_session(child, **form.values(), by=request.user, at=now()))
    return page(request, FORM, {"title": "Plan a session", "child": child, "back": child, "form": form})


def hold(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    start = {"worker_name": request.user.name, "kind": request.GET.get("kind", "")}
    return _session_form(request, child, session_recording.SESSION, start, back=child)


def record_held(request: ViewerRequest, pk: int) -> HttpResponse:
    planned = _session(request, pk)
    start = {name: getattr(planned, name) for name in ("worker_name", "kind", "place")}
    occasion = f"{session_recording.SESSION}:{planned.pk}"
    return _session_form(request, planned.child, occasion, start, back=planned, session=planned)


def _session_form(
    request: ViewerRequest,
    child: Child,
    occasion: str,
    start: dict[str, Any],
    *,
    back: Any,
    session: Session | None = None,
) -> HttpResponse:
    """The long form, kept as it is typed: of a session that was planned, or not."""
    form = session_forms.SessionForm(request.POST or None, initial=start)
    if form.is_valid():
        facts = {**form.cleaned_data, "session": session, "occasion": occasion}
        with refusals_on(form):
            return redirect(session_recording.hold(child, **facts, by=request.user, at=now()))
    draft = drafts.latest(request.user, child, occasion)
    context = {
        "title": "Record a session",
        "child": child,
        "back": back,
        "occasion": occasion,
        "draft": draft,
    }
    return page(request, "direct_work/session_form.html", {**context, "form": restore(form, draft)})


def record_missed(request: ViewerRequest, pk: int) -> HttpResponse:
    planned = _session(request, pk)
    form = session_forms.MissedForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            session_recording.miss(planned, **form.cleaned_data, by=request.user, at=now())
            return redirect(planned)
    return page(
        request, FORM, {"title": "It did not happen", "child": planned.child, "back": planned, "form": form}
    )


def keep_words(request: ViewerRequest, pk: int) -> HttpResponse:
    held = _session(request, pk)
    form = session_forms.WordsForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            session_recording.keep_words(held, **form.cleaned_data, by=request.user, at=now())
            return redirect(held)
    return page(
        request, FORM, {"title": "In their own words", "child": held.child, "back": held, "form": form}
    )


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    wrong = _session(request, pk)
    form = session_forms.StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            session_recording.strike_out(wrong, **form.cleaned_data, by=request.user, at=now())
            return redirect(wrong)
    title = "Recorded wrongly, or called off"
    return page(request, FORM, {"title": title, "child": wrong.child, "back": wrong, "form": form})
