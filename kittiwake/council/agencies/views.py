"""Pages of partner agencies."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.council.agencies import forms, recording
from kittiwake.council.agencies.queries import of_no_agency, partner_agencies, partners, standing_on, what_for
from kittiwake.council.agencies.showing import AgencyPage, ListOfAgencies
from kittiwake.council.people.queries import last_day
from kittiwake.record.models import Agency
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "agencies/form.html"
SEES_NOBODY = (
    "Being invited lets them see no child. They see a child where somebody who works with that child lets them in, and only "
    "until their last day."
)


def agencies(request: ViewerRequest) -> HttpResponse:
    return page(request, "agencies/agencies.html", {"shown": ListOfAgencies(now())})


def agency(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = AgencyPage(get_object_or_404(partner_agencies(), pk=pk), now())
    return page(request, "agencies/agency.html", {"agency": shown.agency, "shown": shown})


def add_agency(request: ViewerRequest) -> HttpResponse:
    form = forms.AgencyForm(request.POST or None)

    def record() -> str:
        return page_of(recording.add(**form.values(), by=request.user, at=now()))

    back = reverse("agencies:agencies")
    context = {"title": "Add an agency", "button": "Add it", "back_url": back, "cancel_url": back}
    return carry_out(request, form, record, FORM, context)


def change_agency(request: ViewerRequest, pk: int) -> HttpResponse:
    changing = get_object_or_404(partner_agencies(), pk=pk)
    given = {"name": changing.name, "kind": changing.kind, "phone": changing.phone}
    form = forms.AgencyForm(request.POST or None, initial=given)

    def record() -> None:
        recording.change(changing, **form.values(), by=request.user, at=now())

    context = _about(changing, "Change what is known of it", "Save")
    return carry_out(request, form, record, FORM, context, then=page_of(changing))


def close_agency(request: ViewerRequest, pk: int) -> HttpResponse:
    closing = get_object_or_404(partner_agencies(), pk=pk)
    form = forms.EndForm(request.POST or None)

    def record() -> None:
        recording.close(closing, **form.values(), by=request.user, at=now())

    context = _about(closing, "Close this agency", "Close it")
    context["intro"] = (
        "From that day nobody of it may sign in, and its teams are closed. What they wrote stays theirs."
    )
    return carry_out(request, form, record, FORM, context, then=page_of(closing))


def invite(request: ViewerRequest, pk: int) -> HttpResponse:
    inviting = get_object_or_404(partner_agencies(), pk=pk)
    form = forms.PersonForm(request.POST or None)

    def record() -> str:
        user = recording.invite(inviting, **form.values(), by=request.user, at=now())
        messages.success(
            request, f"{user.name} is invited. Make them the link to choose a password with next."
        )
        return reverse("people:person", args=[user.pk])

    context = _about(inviting, "Invite somebody", "Invite them") | {"intro": SEES_NOBODY}
    return carry_out(request, form, record, FORM, context)


def invite_again(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(partners(), pk=pk)
    of = get_object_or_404(partner_agencies(), workers__user=user)
    is_over = not user.may_sign_in(now())
    given = {"what": what_for(user), "last_day": None if is_over else last_day(user)}
    form = forms.StayForm(request.POST or None, initial=given)

    def record() -> None:
        recording.invite_again(user, **form.values(), by=request.user, at=now())
        if is_over:
            messages.success(
                request, f"{user.name} may sign in again, with a new link: make it on their page."
            )

    context = _about(of, f"Invite {user.name} again", "Invite them") | {"intro": SEES_NOBODY}
    return carry_out(request, form, record, FORM, context, then=page_of(of))


def place(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(of_no_agency(), pk=pk)
    form = forms.PlaceForm(request.POST or None, agencies=standing_on(local_date(now())))

    def record() -> str:
        recording.place(user, agency=form.chosen, **form.values(), by=request.user, at=now())
        return page_of(form.chosen)

    back = reverse("agencies:agencies")
    context = {
        "title": f"Which agency is {user.name} of?",
        "button": "Save",
        "back_url": back,
        "cancel_url": back,
    }
    return carry_out(request, form, record, FORM, context)


def page_of(agency: Agency) -> str:
    return reverse("agencies:agency", args=[agency.pk])


def _about(agency: Agency, title: str, button: str) -> dict[str, object]:
    back = page_of(agency)
    return {"title": title, "button": button, "caption": agency.name, "back_url": back, "cancel_url": back}
