"""Pages of the directory, for administrators. What a directory itself asks is in `scim`."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.area import address_of
from kittiwake.council.directory import forms, queries
from kittiwake.council.directory.models import DirectoryPerson, DirectoryToken, standing_rules
from kittiwake.council.directory.recording import ending, people, roles, tokens
from kittiwake.council.directory.rules import MOST_ENDED
from kittiwake.council.directory.showing import DirectoryPage
from kittiwake.ui.dates import counted
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page

FORM, CONFIRM = "directory/form.html", "directory/confirm.html"
MADE = "directory_token"  # in the session until it has been shown


def directory(request: ViewerRequest) -> HttpResponse:
    address = request.build_absolute_uri(reverse("directory:users").removesuffix("/Users"))
    return page(request, "directory/directory.html", {"shown": DirectoryPage(now()), "address": address})


def add_group_role(request: ViewerRequest) -> HttpResponse:
    form = forms.GroupRoleForm(request.POST or None)

    def record() -> None:
        roles.give_role(**form.values(), by=request.user, at=now())

    context = _page("Give whoever is in a group a role", "Save")
    context["intro"] = (
        "It holds from their next sign-in on. For your own account it never holds: nobody gives themselves a role."
    )
    return carry_out(request, form, record, FORM, context, then=_home())


def end_group_role(request: ViewerRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.standing_roles(), pk=pk)
    form = GovForm(request.POST or None)

    def record() -> None:
        roles.take_role_back(row, by=request.user, at=now())

    number = queries.people_by_group().get(row.group, 0)
    context = _page(f"Shall {row.group} give no role any more?", "Take it back")
    context["consequences"] = [
        f"{counted(number, 'person has', 'people have')} their role from it.",
        "It ends as their groups are next known, and their account is closed then, unless another group gives them a role.",
    ]
    return carry_out(request, form, record, CONFIRM, context, then=_home())


def change_rules(request: ViewerRequest) -> HttpResponse:
    standing = standing_rules()
    given = {
        "most_ended": standing.most_ended if standing else MOST_ENDED,
        "makes_administrators": bool(standing and standing.makes_administrators),
    }
    form = forms.RulesForm(request.POST or None, initial=given)

    def record() -> None:
        roles.change_rules(**form.values(), by=request.user, at=now())

    return carry_out(request, form, record, FORM, _page("What the directory may do", "Save"), then=_home())


def make_token(request: ViewerRequest) -> HttpResponse:
    form = forms.TokenForm(request.POST or None)

    def record() -> None:
        request.session[MADE] = tokens.make_token(**form.values(), by=request.user, at=now())

    context = _page("Make a token for the directory", "Make it")
    context["intro"] = "With it the directory adds and ends people here by itself. It is shown to you once."
    return carry_out(request, form, record, FORM, context, then=reverse("directory:token"))


@never_cache
def token(request: ViewerRequest) -> HttpResponse:
    """Once: asked for again, it is gone."""
    return page(request, "directory/token.html", {"made": request.session.pop(MADE, "")})


def revoke_token(request: ViewerRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(DirectoryToken, pk=pk, revoked_at=None)
    form = GovForm(request.POST or None)

    def record() -> None:
        tokens.revoke_token(row, by=request.user, at=now())

    context = _page(f"End the token “{row.name}”?", "End it")
    context["consequences"] = [
        "The next request of a directory that uses it is refused. Accounts stay as they are."
    ]
    return carry_out(request, form, record, CONFIRM, context, then=_home())


def give_role(request: ViewerRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.waiting(), pk=pk)
    form = forms.GiveRoleForm(request.POST or None)

    def record() -> str:
        user = people.give_account(person, role=form.chosen, by=request.user, at=now())
        return address_of(type(user), user.pk)

    return carry_out(request, form, record, FORM, _page("Give them a role", "Add them", person.name))


def decide_end(request: ViewerRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.held(), pk=pk)
    form = forms.DecideForm(request.POST or None)

    def record() -> None:
        _decide(person, form, request)

    context = _page("The directory ended this account", "Save", str(person.user))
    context["intro"] = "They can still sign in, because a person decides this first."
    return carry_out(request, form, record, FORM, context, then=_home())


def decide_many_ends(request: ViewerRequest) -> HttpResponse:
    """Those who were held as many: the only administrator is decided on alone."""
    many = queries.held().filter(held_because=DirectoryPerson.Held.MANY)
    form = forms.DecideAllForm(request.POST or None)

    def record() -> None:
        for person in many:
            _decide(person, form, request)

    context = _page(f"The directory ended {counted(many.count(), 'account')} at once", "Save")
    context["intro"] = (
        "They can all still sign in. Look at who they are before you decide: on the page before this one."
    )
    return carry_out(request, form, record, FORM, context, then=_home())


def _decide(person: DirectoryPerson, form: forms.DecideForm, request: ViewerRequest) -> None:
    decide = ending.confirm_end if form.have_left else ending.undo_end
    decide(person, by=request.user, at=now())


def _page(title: str, button: str, caption: str = "") -> dict[str, object]:
    return {"title": title, "button": button, "back_url": _home(), "caption": caption}


def _home() -> str:
    return reverse("directory:directory")
