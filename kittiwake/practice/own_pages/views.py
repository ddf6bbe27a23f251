"""Pages about a young person's own page, and their way in and out. Find through the viewer, bind a form, make one call."""

from __future__ import annotations

from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.accounts.roles import Role
from kittiwake.practice.own_pages import entering, giving, recording, rules
from kittiwake.practice.own_pages.forms import CodeForm, GiveForm, MakeCodeForm, WhyForm
from kittiwake.practice.own_pages.models import Hold, OwnPage, Talk
from kittiwake.practice.own_pages.showing import (
    OwnPageShown,
    OwnPagesOfChild,
    hold_rows,
    last_end,
    talk_rows,
)
from kittiwake.record.models import Child
from kittiwake.ui.pages import page

FORM = "own_pages/form.html"
# A page that is on everybody's way and says nothing of where they came from.
ELSEWHERE = "https://www.bbc.co.uk/weather"
WRONG = "That code is not right, or it has ended. Check it, or ask your worker for a new one."
TOO_MANY = "There have been too many tries. Wait 5 minutes, then try again. If it goes on, ring your worker."


def of_child(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = OwnPagesOfChild(child, request.viewer, now())
    return page(request, "own_pages/own_pages.html", {"shown": shown, "child": child})


def _own_page(request: ViewerRequest, pk: int) -> OwnPage:
    return request.viewer.open(
        OwnPage, pk, "entry__by", "entry__struck_out_by", "child", "talk", "user", "ended_by"
    )


def own_page(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = OwnPageShown(_own_page(request, pk), request.viewer, now())
    return page(request, "own_pages/own_page.html", {"shown": shown})


def talk(request: ViewerRequest, pk: int) -> HttpResponse:
    talk = request.viewer.open(Talk, pk, "entry__by", "entry__struck_out_by", "child")
    context = {"title": "Talked about a page of their own", "row": talk, "rows": talk_rows(talk)}
    return page(request, "own_pages/talk_or_hold.html", context)


def _theirs(child: Child, request: ViewerRequest) -> None:
    """It is said before anything is filled in that this is not for them to do."""
    if why_not := giving.why_not_by(child, request.user):
        raise PermissionDenied(why_not)


def give(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    _theirs(child, request)
    form = GiveForm(request.POST or None, initial={"ends_on": last_end(child, now())})
    context = {
        "title": "Give them a page of their own",
        "child": child,
        "why_not": OwnPagesOfChild(child, request.viewer, now()).why_not,
        "can_see": rules.CAN_SEE,
        "cannot_see": rules.CANNOT_SEE,
    }
    return carry_out(
        request,
        form,
        lambda: recording.give(child, **form.values(), by=request.user, at=now()),
        "own_pages/give.html",
        context,
    )


def code(request: ViewerRequest, pk: int) -> HttpResponse:
    """Made by the button, and shown by the answer to it alone: no address shows it again."""
    own_page = _own_page(request, pk)
    _theirs(own_page.child, request)
    form = MakeCodeForm(request.POST or None)
    made: list[str] = []

    def record() -> OwnPage:
        made.append(recording.make_code(own_page, by=request.user, at=now()))
        return own_page

    answer = carry_out(request, form, record, "own_pages/make_code.html", {"own_page": own_page})
    if not made:
        return answer
    address = request.build_absolute_uri(reverse("own_pages:enter"))
    paper = {"own_page": own_page, "code": rules.in_groups(made[0]), "address": address}
    return page(request, "own_pages/code.html", paper)


def take_away(request: ViewerRequest, pk: int) -> HttpResponse:
    own_page = _own_page(request, pk)
    form = WhyForm(request.POST or None)
    intro = f"{own_page.child.first_name} is out on their next click, wherever they are in. Tell them, and tell them why."
    return carry_out(
        request,
        form,
        lambda: recording.take_away(own_page, why=form.cleaned_data["why"], by=request.user, at=now()),
        FORM,
        {
            "title": "Take their page away",
            "button": "Take it away",
            "intro": intro,
            "child": own_page.child,
            "back": own_page,
        },
        then=own_page,
    )


def put_hold(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = WhyForm(request.POST or None)
    intro = (
        "Where serious harm might follow: somebody else reads their phone, or makes them show it."
        " A page they have is taken away at once. A manager says when they may have one again."
    )
    return carry_out(
        request,
        form,
        lambda: recording.hold(child, why=form.cleaned_data["why"], by=request.user, at=now()),
        FORM,
        {
            "title": "Not to have a page of their own for now",
            "button": "Not for now",
            "intro": intro,
            "child": child,
            "back": child,
        },
    )


def _hold(request: ViewerRequest, pk: int) -> Hold:
    return request.viewer.open(Hold, pk, "entry__by", "entry__struck_out_by", "child", "lifted_by")


def hold(request: ViewerRequest, pk: int) -> HttpResponse:
    held = _hold(request, pk)
    context = {"title": "Not to have a page of their own for now", "row": held, "rows": hold_rows(held)}
    return page(request, "own_pages/talk_or_hold.html", context)


def lift(request: ViewerRequest, pk: int) -> HttpResponse:
    held = _hold(request, pk)
    form = WhyForm(request.POST or None)
    intro = f"{held.child.first_name} may be given a page again, after another talk. The one before does not come back."
    return carry_out(
        request,
        form,
        lambda: recording.lift(held, why=form.cleaned_data["why"], by=request.user, at=now()),
        FORM,
        {
            "title": "They may have a page of their own again",
            "button": "They may have one again",
            "intro": intro,
            "child": held.child,
            "back": held,
        },
        then=held,
    )


def enter(request: HttpRequest) -> HttpResponse:
    """What a young person types from their paper."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        names_it, proves_it = form.cleaned_data["code"]
        try:
            user = entering.whose(request, names_it, proves_it)
        except entering.TooMany:
            recording.tell_of_tries(names_it, at=now())
            form.refuse(TOO_MANY)
        else:
            if user is not None:
                return entering.let_in(request, user)
            form.refuse(WRONG)
    return page(request, "own_pages/enter.html", {"form": form, "title": "Enter your code"})


def leave(request: HttpRequest) -> HttpResponse:
    """Out, and somewhere else, in one click. Going back shows nothing: they are signed out. A link that leads here signs
    nobody else out."""
    if request.user.is_authenticated and request.user.role == Role.CHILD:
        logout(request)
    return redirect(ELSEWHERE)
