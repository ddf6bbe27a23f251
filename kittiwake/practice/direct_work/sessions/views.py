"""Pages of sessions and visits. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.db.models import Model
from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.direct_work.sessions import forms, recording
from kittiwake.practice.direct_work.sessions.showing import SessionPage
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

FORM = "direct_work/form.html"


def _session(request: ViewerRequest, pk: int) -> Session:
    return request.viewer.open(Session, pk, "entry__by", "entry__struck_out_by", "child")


def session(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = SessionPage(_session(request, pk), request.viewer, now())
    return page(request, "direct_work/session.html", {"shown": shown, "session": shown.session})


def plan_session(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.PlanForm(request.POST or None, initial={"worker_name": request.user.name})
    return carry_out(
        request,
        form,
        lambda: recording.plan_session(child, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Plan a session", "child": child, "back": child},
    )


def hold(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    start = {"worker_name": request.user.name, "kind": request.GET.get("kind", "")}
    return _session_form(request, child, recording.SESSION, start, back=child)


def record_held(request: ViewerRequest, pk: int) -> HttpResponse:
    planned = _session(request, pk)
    start = {name: getattr(planned, name) for name in ("worker_name", "kind", "place")}
    occasion = f"{recording.SESSION}:{planned.pk}"
    return _session_form(request, planned.child, occasion, start, back=planned, session=planned)


def _session_form(
    request: ViewerRequest,
    child: Child,
    occasion: str,
    start: dict[str, str],
    *,
    back: Model,
    session: Session | None = None,
) -> HttpResponse:
    """The long form, kept as it is typed: of a session that was planned, or not."""
    form = forms.SessionForm(request.POST or None, initial=start)
    draft = drafts.latest(request.user, child, occasion)
    restore(form, draft)

    def record() -> Session:
        return recording.hold(
            child, **form.values(), session=session, occasion=occasion, by=request.user, at=now()
        )

    context = {
        "title": "Record a session",
        "child": child,
        "back": back,
        "occasion": occasion,
        "draft": draft,
    }
    return carry_out(request, form, record, "direct_work/session_form.html", context)


def record_missed(request: ViewerRequest, pk: int) -> HttpResponse:
    planned = _session(request, pk)
    form = forms.MissedForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.miss(
            planned,
            missed=form.cleaned_data["missed"],
            words=form.cleaned_data["words"],
            by=request.user,
            at=now(),
        ),
        FORM,
        {"title": "It did not happen", "child": planned.child, "back": planned},
        then=planned,
    )


def keep_words(request: ViewerRequest, pk: int) -> HttpResponse:
    session = _session(request, pk)
    form = forms.WordsForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.keep_words(
            session,
            text=form.cleaned_data["text"],
            topic=form.cleaned_data["topic"],
            may_hear=form.cleaned_data["may_hear"],
            by=request.user,
            at=now(),
        ),
        FORM,
        {"title": "In their own words", "child": session.child, "back": session},
        then=session,
    )


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    session = _session(request, pk)
    form = forms.StrikeOutForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.strike_out(session, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        FORM,
        {"title": "Recorded wrongly, or called off", "child": session.child, "back": session},
        then=session,
    )
