"""Who a child is and whose: adding, correcting, naming. One form, one call, redirect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.slots import FIND
from kittiwake.history.refusal import Changed, refusals_on
from kittiwake.practice.children import recording
from kittiwake.practice.children.forms import AddChildForm, ChangeChildForm, NameForm
from kittiwake.practice.duties import recording as duties
from kittiwake.record import codes
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Team
from kittiwake.record.recording.changes import CHILD_FIELDS
from kittiwake.ui.components import TextLink
from kittiwake.ui.pages import Change, conflict, page

FORM = "children/form.html"
LISTS = {
    CHILD_FIELDS[name]: known
    for name, known in {
        "sex": codes.SEX,
        "gender": codes.GENDER,
        "ethnicity": codes.ETHNICITY,
        "disabilities": codes.DISABILITY,
        "language": codes.LANGUAGE,
    }.items()
}


def add_child(request: ViewerRequest) -> HttpResponse:
    teams_with_children = Team.objects.lasting().exclude(kind__in=["service", "partner"])
    form = AddChildForm(request.POST or None, teams=teams_with_children)

    def add() -> Child:
        team, numbers = form.cleaned_data["team"], form.numbers()
        return recording.add_child(team=team, numbers=numbers, by=request.user, at=now(), **form.facts())

    intro = "A child may be known by a number alone until somebody names them."
    context = {"title": "Add a child", "intro": intro, "button": "Add this child", "back": _back(request)}
    return carry_out(request, form, add, FORM, context)


def _back(request: ViewerRequest) -> TextLink | None:
    """To where they were looked for."""
    links = [TextLink(f"Back to {link.text}", link.address()) for link in request.viewer.links(FIND)]
    return next(iter(links), None)


def change_child(request: ViewerRequest, pk: int) -> HttpResponse:
    child = request.viewer.open(Child, pk)
    initial = {name: getattr(child, name) for name in ChangeChildForm.base_fields}
    form = ChangeChildForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            with refusals_on(form):
                version = form.cleaned_data["version"]
                duties.change_child(child, version=version, **form.facts(), by=request.user, at=now())
                return redirect(child)
        except Changed as changed:
            return _conflict(request, child, form, changed)
    return page(
        request, FORM, {"title": "Change who they are", "back": _to(child), "child": child, "form": form}
    )


def _to(child: Child) -> TextLink:
    return TextLink(f"Back to {child.first_name}", child.get_absolute_url())


def _conflict(request: ViewerRequest, child: Child, form: ChangeChildForm, changed: Changed) -> HttpResponse:
    facts: Mapping[str, Any] = form.facts()
    yours = {CHILD_FIELDS[name]: value for name, value in facts.items()}
    changes = [
        Change(
            title,
            _in_words(title, was),
            _in_words(title, is_now),
            _in_words(title, yours.get(title)),
            changed.by,
            changed.at,
        )
        for title, (was, is_now) in changed.changes.items()
    ]
    child.refresh_from_db()
    return conflict(
        request, form, changes, row="this child", version=child.version, latest_url=child.get_absolute_url()
    )


def _in_words(title: str, value: Any) -> str:
    """A value as people read it: codes by their labels."""
    known = LISTS.get(title)
    if isinstance(value, list):
        return ", ".join(_in_words(title, code) for code in value)
    return known.label(value) if known and value in known else str(value or "")


def add_name(request: ViewerRequest, pk: int) -> HttpResponse:
    child, form = request.viewer.open(Child, pk), NameForm(request.POST or None)

    def add() -> None:
        record.add_name(child, **form.facts(), at=now())

    context = {"title": "Add a name they are known by", "back": _to(child), "child": child}
    return carry_out(request, form, add, FORM, context, then=child)
