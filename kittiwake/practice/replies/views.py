"""Pages of replies. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.contrib import messages
from django.forms.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.history.refusal import refusals_on
from kittiwake.practice.replies import forms, recording
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.replies.showing import MinePage, ReplyPage, interview_to_answer, seen, starting_words
from kittiwake.practice.risk.informing import because_of
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

FORM = "replies/form.html"


def _reply(request: HttpRequest, pk: int, what: str = "view") -> Reply:
    return request.viewer.open(
        Reply, pk, "entry__by", "entry__struck_out_by", "child", "interview", what=what
    )


def reply(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, "replies/reply.html", {"shown": ReplyPage(_reply(request, pk), request.viewer)})


def print_reply(request: HttpRequest, pk: int) -> HttpResponse:
    shown = ReplyPage(_reply(request, pk, "print"), request.viewer)
    return page(request, "replies/print_reply.html", {"shown": shown, "today": now()})


def write_reply(request: HttpRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    cause = because_of(request, child)
    is_sent = request.method == "POST"
    interview = interview_to_answer(request.viewer, child, cause, newest=not is_sent)
    occasion = f"{recording.REPLY}:{interview.pk if interview else 0}"
    form = forms.ReplyForm(
        request.POST or None, initial=starting_words(request.viewer, child, interview, now())
    )
    if form.is_valid():
        answers = {**form.values(), "interview": interview, "occasion": occasion}
        with refusals_on(form):
            return redirect(recording.write_reply(child, **answers, by=request.user, at=now()))
    draft = drafts.latest(request.user, child, occasion)
    waiting = seen(request.viewer).untold().filter(child=child).select_related("entry")
    context = {
        "child": child,
        "interview": interview,
        "draft": draft,
        "occasion": occasion,
        "waiting": waiting,
    }
    return page(request, "replies/write_reply.html", {**context, "form": restore(form, draft)})


def change_reply(request: HttpRequest, pk: int) -> HttpResponse:
    reply = _reply(request, pk)
    words = {name: getattr(reply, name) for name in (*forms.WordsForm.base_fields, "version")}
    form = forms.ChangeForm(request.POST or None, initial=words)
    if form.is_valid():
        with refusals_on(form):
            recording.change_reply(reply, **form.cleaned_data, by=request.user, at=now())
            return redirect(reply)
    return page(request, FORM, {"title": "Change the words", "reply": reply, "form": form})


def tell(request: HttpRequest, pk: int) -> HttpResponse:
    reply = _reply(request, pk)
    form = forms.TellingForm(request.POST or None, initial={"told_by": request.user.name})
    if form.is_valid():
        with refusals_on(form):
            recording.tell(reply, **form.cleaned_data, by=request.user, at=now())
            return redirect(reply)
    intro = f"Once this is recorded, {reply.child.first_name} can read it on their own page, and it is not changed."
    return page(request, FORM, {"title": "They have been told", "intro": intro, "reply": reply, "form": form})


def strike_out(request: HttpRequest, pk: int) -> HttpResponse:
    reply = _reply(request, pk)
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(reply, **form.cleaned_data, by=request.user, at=now())
            return redirect(reply.child)
    intro = "If they were told something wrong, tell them so as well: it is gone from their page."
    return page(
        request, FORM, {"title": "Strike out this reply", "intro": intro, "reply": reply, "form": form}
    )


def mine(request: HttpRequest) -> HttpResponse:
    return _mine(request, None, forms.AnswerForm())


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    reply = get_object_or_404(seen(request.viewer).told().filter(child__user=request.user), pk=pk)
    form = forms.AnswerForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.answer(reply, **form.cleaned_data, by=request.user, at=now())
            messages.success(request, "Thank you. We have what you wrote, and your worker will read it.")
            return redirect("replies:mine")
    return _mine(request, reply, form)


def _mine(request: HttpRequest, answered: Reply | None, form: BaseForm) -> HttpResponse:
    """`answered` is the reply the form belongs to; the newest where none was answered yet."""
    shown = MinePage(request.viewer)
    for one in shown.replies:
        request.viewer.read(one.reply)
    target = answered or (shown.replies[0].reply if shown.replies else None)
    return page(request, "replies/mine.html", {"shown": shown, "form": form, "target": target})
