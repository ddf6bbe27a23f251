"""Pages about who may see a child, and who has."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from kittiwake.access import footing, forms, readings, recording, showing, unsent
from kittiwake.access.answering import carry_out
from kittiwake.access.facts import LooksChosen
from kittiwake.access.models import Grant, Lifting
from kittiwake.access.powers import BREAK_GLASS_HOURS
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.history.refusal import refusals_on
from kittiwake.record.models import Child
from kittiwake.ui.pages import not_yours, page
from kittiwake.ui.paging import Page

FORM = "access/form.html"
LOOKS_SHOWN = 50


def who_can_see(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    return page(
        request, "access/who_can_see.html", {"shown": showing.WhoCanSee(child, request.viewer, now())}
    )


def let_in(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    footing.require_lasting(child, request.user)
    if why := recording.why_not_let_in(child, request.user):
        back = _who_can_see(child.pk)
        return not_yours(request, "Let somebody see this record", why, back_url=back, caption=child.name)
    people = showing.people_to_let_in(child, request.viewer, now())
    form = (forms.NameForm if child.restricted else forms.LetInForm)(request.POST or None, people=people)
    kind = Grant.NAMED if child.restricted else Grant.INVITED

    def record() -> None:
        recording.let_in(child, **form.values(), kind=kind, by=request.user, at=now())

    context = {"title": "Let somebody see this record", "button": "Let them in", "child": child}
    return carry_out(request, form, record, FORM, context, then=_who_can_see(child.pk))


def _who_can_see(child_pk: int) -> str:
    return reverse("access:who_can_see", args=[child_pk])


def end_grant(request: ViewerRequest, pk: int) -> HttpResponse:
    grant = request.viewer.open(Grant, pk, "child", "user", "team")
    if not showing.may_end(grant, request.viewer, footing.lasts(grant.child, request.user)):
        raise PermissionDenied
    form = forms.EndForm(request.POST or None)

    def record() -> None:
        recording.end_grant(grant, by=request.user, at=now())
        messages.success(request, f"{grant.user or grant.team} is no longer let in.")

    title = f"End this for {grant.user or grant.team}"
    context = {"title": title, "button": "End it", "child": grant.child}
    # Whoever ends their own may not see this child any longer.
    then = "/" if grant.user == request.user else _who_can_see(grant.child_id)
    return carry_out(request, form, record, FORM, context, then=then)


def _theirs(request: ViewerRequest, child_pk: int) -> Child:
    """A child of theirs, or it is said before anything is filled in that this is not for them to do."""
    child = request.viewer.open(Child, child_pk)
    footing.require_theirs(child, request.user)
    return child


def restrict(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = _theirs(request, child_pk)
    people = showing.people_of_their_teams(child, request.viewer, now())
    form = forms.RestrictForm(request.POST or None, people=people)

    def record() -> None:
        recording.restrict(child, **form.values(), by=request.user, at=now())

    context = {"title": "Restrict this record", "button": "Restrict it", "child": child}
    return carry_out(request, form, record, FORM, context, then=_who_can_see(child.pk))


def lift_restriction(request: ViewerRequest, child_pk: int) -> HttpResponse:
    """One asks, and another agrees; until then, the page is about whichever of the two is to be done."""
    child = _theirs(request, child_pk)
    if lifting := showing.lifting_waiting(child, request.viewer):
        return _answer_lifting(request, lifting)
    form = forms.LiftForm(request.POST or None)

    def record() -> None:
        recording.ask_to_lift(child, reason=form.cleaned_data["reason"], by=request.user, at=now())
        messages.success(request, "Another of those whose child this is has to agree before it is lifted.")

    context = {"title": "Ask to lift the restriction", "button": "Ask to lift it", "child": child}
    return carry_out(request, form, record, FORM, context, then=_who_can_see(child.pk))


def _answer_lifting(request: ViewerRequest, lifting: Lifting) -> HttpResponse:
    theirs = lifting.asked_by_id == request.user.pk
    form = (forms.TakeBackForm if theirs else forms.AnswerLiftingForm)(request.POST or None)

    def record() -> str:
        recording.answer_lifting(lifting, **form.values(), by=request.user, at=now())
        # Whoever was only named for it does not see it any longer.
        still = request.viewer.children.filter(pk=lifting.child_id).exists()
        return _who_can_see(lifting.child_id) if still else "/"

    context = {
        "title": "Take back what you asked" if theirs else "Lift the restriction",
        "button": "Take it back" if theirs else "Record your answer",
        "child": lifting.child,
        "lifting": lifting,
    }
    return carry_out(request, form, record, FORM, context)


def break_glass(request: ViewerRequest) -> HttpResponse:
    form = forms.BreakGlassForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            child = recording.break_glass(**form.values(), by=request.user, at=now())
            request.viewer.tried("break_glass", child.pk)
            return redirect(child)
        request.viewer.tried("break_glass")
    return page(request, "access/break_glass.html", {"form": form, "hours": BREAK_GLASS_HOURS})


def openings(request: ViewerRequest) -> HttpResponse:
    waiting = list(readings.openings_waiting(request.viewer))
    request.viewer.listed(opening.child_id for opening in waiting)
    liftings = showing.liftings_waiting(request.viewer) if request.viewer.may(Power.OVERSEE) else []
    request.viewer.listed(lifting.child_id for lifting in liftings)
    return page(request, "access/openings.html", {"waiting": waiting, "liftings": liftings})


def opening(request: ViewerRequest, pk: int) -> HttpResponse:
    opening = request.viewer.open(Grant, pk, "child", "user", "answered_by")
    if opening.kind != Grant.BREAK_GLASS:
        raise Http404
    if why := recording.why_not_answer_opening(opening, request.user):
        back = {"back_url": reverse("access:openings"), "caption": opening.child.name}
        return not_yours(request, "Why this record was opened", why, **back)
    form = forms.AnswerForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.answer_opening(opening, **form.values(), by=request.user, at=now())
            messages.success(request, "Your answer has been recorded.")
            return redirect("access:openings")
    looks = readings.looks_at(opening.child, person=opening.user_id, unlisted=True)
    return page(request, "access/opening.html", {"opening": opening, "form": form, "looks": looks})


def who_has_looked(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    form = forms.ReadingsFilter(request.GET or None, people=readings.readers_of(child))
    looks = _looks_page(request, child, form.chosen)
    return page(request, "access/who_has_looked.html", {"child": child, "filter": form, "looks": looks})


def _looks_page(request: ViewerRequest, child: Child, chosen: LooksChosen) -> Page[readings.Look]:
    after = request.GET.get("after", "")
    before = int(after) if after.isascii() and after.isdigit() and len(after) < 19 else None
    looks = readings.looks_at(child, **chosen, before=before, many=LOOKS_SHOWN + 1)
    rows, address = looks[:LOOKS_SHOWN], request.GET.copy()
    address.pop("after", None)
    newest = "?" + address.urlencode()
    address["after"] = str(rows[-1].pk) if rows else ""
    more = "?" + address.urlencode() if len(looks) > LOOKS_SHOWN else ""
    return Page(rows, previous=newest if before else "", next=more)


@require_POST
def throw_away(request: ViewerRequest) -> HttpResponse:
    """What was kept of a form that came too late. The form says which; what follows every form forgets it."""
    mark = unsent.marked(request)
    return redirect(mark.page if mark else "/")
