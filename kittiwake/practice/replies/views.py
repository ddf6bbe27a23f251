"""Pages of replies. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.replies import forms, recording
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.replies.rules import promises
from kittiwake.practice.replies.showing import MinePage, ReplyPage, interview_to_answer, seen, starting_words
from kittiwake.practice.risk.informing import because_of
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

FORM = "replies/form.html"
MINE = "replies/mine.html"


def _reply(request: ViewerRequest, pk: int, what: str = "view") -> Reply:
    return request.viewer.open(
        Reply, pk, "entry__by", "entry__struck_out_by", "child", "interview", what=what
    )


def reply(request: ViewerRequest, pk: int) -> HttpResponse:
    return page(request, "replies/reply.html", {"shown": ReplyPage(_reply(request, pk), request.viewer)})


def print_reply(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ReplyPage(_reply(request, pk, "print"), request.viewer)
    return page(request, "replies/print_reply.html", {"shown": shown, "today": now()})


def write_reply(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    cause = because_of(request, child)
    is_sent = request.method == "POST"
    interview = interview_to_answer(request.viewer, child, cause, newest=not is_sent)
    occasion = f"{recording.REPLY}:{interview.pk if interview else 0}"
    form = forms.ReplyForm(
        request.POST or None, initial=starting_words(request.viewer, child, interview, now())
    )
    draft = drafts.latest(request.user, child, occasion)
    restore(form, draft)

    def record() -> Reply:
        return recording.write_reply(
            child, **form.values(), interview=interview, occasion=occasion, by=request.user, at=now()
        )

    context = {
        "child": child,
        "interview": interview,
        "draft": draft,
        "occasion": occasion,
        "waiting": seen(request.viewer).untold().filter(child=child).select_related("entry"),
    }
    return carry_out(request, form, record, "replies/write_reply.html", context)


def change_reply(request: ViewerRequest, pk: int) -> HttpResponse:
    reply = _reply(request, pk)
    start = {name: getattr(reply, name) for name in (*forms.WordsForm.base_fields, "version")}
    form = forms.ChangeForm(request.POST or None, initial=start)
    return carry_out(
        request,
        form,
        lambda: recording.change_reply(
            reply, version=form.cleaned_data["version"], **form.values(), by=request.user, at=now()
        ),
        FORM,
        {"title": "Change the words", "reply": reply},
        then=reply,
    )


def tell(request: ViewerRequest, pk: int) -> HttpResponse:
    reply = _reply(request, pk)
    form = forms.ToldForm(request.POST or None, initial={"told_by": request.user.name})
    intro = f"Once this is recorded, {reply.child.first_name} can read it on their own page, and it is not changed."
    return carry_out(
        request,
        form,
        lambda: recording.tell(reply, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "They have been told", "intro": intro, "reply": reply},
        then=reply,
    )


def say_what_happened(request: ViewerRequest, pk: int) -> HttpResponse:
    reply = _reply(request, pk)
    form = forms.OutcomeForm(request.POST or None, promises=promises(reply.will_do))
    return carry_out(
        request,
        form,
        lambda: recording.say_what_happened(reply, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Has it happened?", "reply": reply},
        then=reply,
    )


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    reply = _reply(request, pk)
    form = StrikeOutForm(request.POST or None)
    intro = "If they were told something wrong, tell them so as well: it is gone from their page."
    return carry_out(
        request,
        form,
        lambda: recording.strike_out(reply, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        FORM,
        {"title": "Strike out this reply", "intro": intro, "reply": reply},
        then=reply.child,
    )


def mine(request: ViewerRequest) -> HttpResponse:
    shown = _read_mine(request)
    target = shown.replies[0].reply if shown.replies else None
    return page(request, MINE, {"shown": shown, "form": forms.AnswerForm(), "target": target})


def answer(request: ViewerRequest, pk: int) -> HttpResponse:
    """On the child's own page, under the reply it answers."""
    reply = get_object_or_404(seen(request.viewer).told().filter(child__user=request.user), pk=pk)
    form = forms.AnswerForm(request.POST or None)

    def record() -> None:
        recording.answer(reply, text=form.cleaned_data["text"], by=request.user, at=now())
        messages.success(request, "Thank you. We have what you wrote, and your worker will read it.")

    context = {"shown": _read_mine(request), "target": reply}
    return carry_out(request, form, record, MINE, context, then=reverse("replies:mine"))


def _read_mine(request: ViewerRequest) -> MinePage:
    shown = MinePage(request.viewer)
    for shown_reply in shown.replies:
        request.viewer.read(shown_reply.reply)
    return shown
