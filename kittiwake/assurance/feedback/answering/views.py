"""Where people answer: with their account, or with a code on paper and none.

The form says whose it is to nobody: it carries a one-time token, and not the mark by which what was typed is kept when a
session ends (access.unsent): that would keep an answer with a name.
"""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.feedback import forms, queries
from kittiwake.assurance.feedback.answering import recording
from kittiwake.assurance.feedback.models import Asked, Round, Slip
from kittiwake.assurance.feedback.showing import HeardBefore
from kittiwake.insight.settings import sizes
from kittiwake.practice.own_pages.forms import CodeForm
from kittiwake.practice.replies.showing import helplines
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours, page

ANSWER = "feedback/answer.html"
WRONG = "That code is not right, or its time is over. Check it, or ask whoever gave it to you."
THANKS = "Thank you. Your answer is in the box with those of others."


def _around(round_: Round) -> dict[str, object]:
    """What the page says beside the questions."""
    return {
        "round": round_,
        "asks": round_.form,
        "least": sizes(local_date(now())).shared,
        "helplines": helplines() if round_.form.is_easy else [],
        "token": uuid4(),
    }


def answer(request: ViewerRequest, pk: int) -> HttpResponse:
    asked = get_object_or_404(
        Asked.objects.select_related("round").filter(round__in=Round.objects.running(local_date(now()))),
        round=pk,
        user=request.user,
    )
    back = reverse("feedback:rounds")
    if asked.has_answered:
        return not_yours(request, str(asked.round), recording.ALREADY, back_url=back)
    form = forms.AnswerForm(request.POST or None, asks=asked.round.form)

    def record() -> None:
        recording.answer(asked.round, **form.said(), by=request.user, at=now())
        messages.success(request, THANKS)

    return carry_out(request, form, record, ANSWER, {**_around(asked.round), "back_url": back}, then=back)


def enter(request: HttpRequest) -> HttpResponse:
    """Somebody types the code on their paper, and is shown the questions."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        code = "".join(form.cleaned_data["code"])
        slip = queries.slip_of(code, local_date(now()))
        if slip is not None and not slip.is_used:
            return _questions(request, slip, code)
        form.refuse(recording.USED if slip else WRONG)
    context = {"form": form, "title": "Tell us how it was", "heard": HeardBefore(now())}
    return page(request, "feedback/enter.html", context)


def _questions(request: HttpRequest, slip: Slip, code: str) -> HttpResponse:
    form = forms.WithCodeForm(None, asks=slip.round.form, initial={"code": code})
    return page(request, ANSWER, {**_around(slip.round), "form": form, "action": reverse("feedback:say")})


def say(request: HttpRequest) -> HttpResponse:
    """What was answered with a code. Sent twice, it is one answer, and thanked for twice."""
    slip = queries.slip_of(request.POST.get("code", ""), local_date(now()))
    if slip is None:
        return redirect("feedback:enter")
    thanks = reverse("feedback:thanks")
    if slip.is_used:
        return redirect(thanks)
    form = forms.WithCodeForm(request.POST, asks=slip.round.form)
    context = {**_around(slip.round), "action": reverse("feedback:say")}

    def record() -> None:
        recording.answer_with_code(slip, **form.said(), at=now())

    return carry_out(request, form, record, ANSWER, context, then=thanks)


def thanks(request: HttpRequest) -> HttpResponse:
    context = {"title": "Thank you", "heard": HeardBefore(now()), "helplines": helplines()}
    return page(request, "feedback/thanks.html", context)
