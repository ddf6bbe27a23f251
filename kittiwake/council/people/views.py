"""Pages of who may sign in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.council.directory.queries import group_of_role as by_directory
from kittiwake.council.people import forms, recording
from kittiwake.council.people.acts import Acts, Month
from kittiwake.council.people.proposals import ProposedWorkers
from kittiwake.council.people.queries import find, last_act, last_day, people, workers_to_be
from kittiwake.council.people.showing import ListOfPeople, PersonPage
from kittiwake.outbox import channels
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import not_yours, page
from kittiwake.ui.paging import Page, by_number

FORM, CONFIRM = "people/form.html", "people/confirm.html"
LINK = "invitation_link"  # in the session until it has been shown


def people_list(request: ViewerRequest) -> HttpResponse:
    filter_ = forms.FindForm(request.GET or None)
    given = filter_.cleaned_data if filter_.is_valid() else {"name": "", "role": "", "standing": ""}
    rows: Page[User] = by_number(request, find(**given, at=now()))
    context = {"filter": filter_, "rows": rows, "shown": ListOfPeople(rows.rows, now())}
    return page(request, "people/people.html", context)


def person(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = PersonPage(get_object_or_404(people(), pk=pk), now())
    context = {"shown": shown, "person": shown.user, "sends_mail": channels.is_set_up()}
    return page(request, "people/person.html", context)


def add_person(request: ViewerRequest) -> HttpResponse:
    form = forms.NewAccountForm(request.POST or None)

    def record() -> str:
        user = accounts.add_user(**form.values(), by=request.user, at=now())
        return page_of(user)

    context = {"title": "Add somebody", "button": "Add them", "back_url": reverse("people:people")}
    return carry_out(request, form, record, FORM, context)


def change_address(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people(), pk=pk)
    form = forms.AddressForm(
        request.POST or None, last=last_act(user), initial={"name": user.name, "email": user.email}
    )

    def record() -> None:
        accounts.change_address(user, **form.values(), by=request.user, at=now())

    return carry_out(
        request, form, record, FORM, _about(user, "Their name and address", "Save"), then=page_of(user)
    )


def invite(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people(), pk=pk)
    form = GovForm(request.POST or None)

    def record() -> None:
        path = accounts.invite(user, by=request.user, at=now())
        request.session[LINK] = {"of": user.pk, "address": request.build_absolute_uri(path)}

    context = _about(user, "Make a link with which they choose a password?", "Make the link") | {
        "consequences": [
            "It works once, for a day, and is shown to you once. Give it to them yourself, not by a way that others read.",
            "A link made before works no longer, and they are signed out everywhere.",
        ]
    }
    return carry_out(request, form, record, CONFIRM, context, then=reverse("people:invitation", args=[pk]))


def invite_by_mail(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people(), pk=pk)
    form = GovForm(request.POST or None)

    def record() -> None:
        accounts.invite_by_mail(user, by=request.user, at=now())
        messages.success(request, f"A link is on its way to {user.email}.")

    context = _about(user, "Send them a link by mail?", "Send the link") | {
        "consequences": [
            f"It goes to {user.email}, works once, for a day, and is shown to nobody else. Make sure first that they read mail there.",
            "A link made before works no longer, and they are signed out everywhere.",
        ]
    }
    return carry_out(request, form, record, CONFIRM, context, then=page_of(user))


@never_cache
def invitation(request: ViewerRequest, pk: int) -> HttpResponse:
    """Once: asked for again, it is gone."""
    user, link = get_object_or_404(people(), pk=pk), request.session.get(LINK) or {}
    address = request.session.pop(LINK)["address"] if link.get("of") == pk else ""
    return page(request, "people/invitation.html", {"person": user, "address": address})


def change_role(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people(), pk=pk)
    if user.pk == request.user.pk:
        why = accounts.YOUR_OWN_ROLE
        return not_yours(request, "Change their role", why, back_url=page_of(user), caption=user.name)
    given = {"role": user.role, "starts_on": local_date(now())}
    form = forms.ChangeRoleForm(request.POST or None, last=last_act(user), initial=given)

    def record() -> None:
        accounts.change_role(user, **form.values(), by=request.user, at=now())

    context = _about(user, "Change their role", "Change their role")
    said = ["As the day begins they are signed out everywhere, and sign in with the new role."]
    if known := by_directory(user):
        said.append(
            f"Their role now comes from the directory’s group “{known}”, which gives it to them again."
        )
    context["intro"] = " ".join(said)
    return carry_out(request, form, record, FORM, context, then=page_of(user))


def keep_role(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people().exclude(next_role=""), pk=pk)
    form = GovForm(request.POST or None)

    def record() -> None:
        accounts.keep_role(user, by=request.user, at=now())

    context = _about(user, "Take back the change of role that is to come?", "Take it back")
    context["consequences"] = [f"{user.name} keeps the role they have now."]
    return carry_out(request, form, record, CONFIRM, context, then=page_of(user))


def set_last_day(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people().filter(is_active=True), pk=pk)
    form = forms.LastDayForm(
        request.POST or None, last=last_act(user), initial={"expires_at": last_day(user)}
    )

    def record() -> None:
        accounts.change_end(user, **form.values(), by=request.user, at=now())

    return carry_out(request, form, record, FORM, _about(user, "Their last day", "Save"), then=page_of(user))


def close(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people().filter(is_active=True), pk=pk)
    form = GovForm(request.POST or None)

    def record() -> None:
        accounts.end_user(user, by=request.user, at=now())

    context = _about(user, "Close this account now?", "Close the account")
    context["consequences"] = [
        f"The next click of {user.name} is refused, wherever they are signed in.",
        (
            "What they wrote stays theirs. Children and actions that are theirs stay so until their manager gives them to "
            "somebody else."
        ),
    ]
    return carry_out(request, form, record, CONFIRM, context, then=page_of(user))


def open_again(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people(), pk=pk)
    form = forms.OpenAgainForm(request.POST or None, last=last_act(user))

    def record() -> None:
        accounts.open_again(user, **form.values(), by=request.user, at=now())

    context = _about(user, "Open this account again", "Open the account")
    context["intro"] = (
        "For the same person, who has come back. Their old password and second proof open it no longer: make them a link "
        "next. For somebody else, add an account with another address."
    )
    return carry_out(request, form, record, FORM, context, then=page_of(user))


def forget_factors(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people(), pk=pk)
    form = GovForm(request.POST or None)

    def record() -> None:
        accounts.forget_factors(user, by=request.user, at=now())

    context = _about(user, "Remove their second proof and single sign-on?", "Remove them")
    context["consequences"] = [
        "For somebody who has lost their phone. Make sure first that it is really them who asks.",
        "They are signed out everywhere. At their next sign-in they set up a new one.",
    ]
    return carry_out(request, form, record, CONFIRM, context, then=page_of(user))


def end_sessions(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people(), pk=pk)
    form = GovForm(request.POST or None)

    def record() -> None:
        accounts.sign_out(user, by=request.user, at=now())

    context = _about(user, "Sign them out everywhere?", "Sign them out")
    context["consequences"] = ["What they are typing comes back to them when they sign in again."]
    return carry_out(request, form, record, CONFIRM, context, then=page_of(user))


def tie(request: ViewerRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(people(), pk=pk)
    if user.pk == request.user.pk:
        return not_yours(
            request, "Which worker are you?", recording.YOURSELF, back_url=page_of(user), caption=user.name
        )
    proposed = {"worker": request.GET.get("worker", "")}
    form = forms.TieForm(request.POST or None, workers=workers_to_be(user, now()), initial=proposed)

    def record() -> None:
        chosen = form.worker_pk
        worker = get_object_or_404(Worker, pk=chosen) if chosen else None
        recording.tie(user, worker=worker, by=request.user, at=now())
        messages.success(request, f"{user.name} is known as a worker now. Put them into a team next.")

    context = _about(user, "Which worker are they?", "Save")
    context["intro"] = (
        "Workers come in with the lists of the council’s other systems. Whoever is tied to one sees the children that are "
        "that worker’s: make sure that they are the same person."
    )
    return carry_out(request, form, record, FORM, context, then=page_of(user))


def proposed_workers(request: ViewerRequest) -> HttpResponse:
    return page(request, "people/proposed_workers.html", {"shown": ProposedWorkers(now())})


def acts(request: ViewerRequest) -> HttpResponse:
    today = local_date(now())
    month = Month.named(request.GET.get("month", ""), today)
    rows = by_number(request, month.acts)
    context = {"month": month, "is_last": month.is_last(today), "rows": rows, "shown": Acts(rows.rows)}
    return page(request, "people/acts.html", context)


def page_of(user: User) -> str:
    return reverse("people:person", args=[user.pk])


def _about(user: User, title: str, button: str) -> dict[str, object]:
    back = page_of(user)
    return {"title": title, "button": button, "caption": user.name, "back_url": back, "cancel_url": back}
