"""Who a child is and whose: adding, correcting, naming. One form, one call, redirect."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.accounts.models import User
from kittiwake.desk.child_details import forms
from kittiwake.history.refusal import Changed, refusals_on
from kittiwake.practice.duties import recording as duties
from kittiwake.record import codes
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Team
from kittiwake.record.recording.changes import CHILD_FIELDS
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import Change, conflict, page

FORM = "desk/form.html"
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


def add(request: ViewerRequest) -> HttpResponse:
    form = forms.AddChildForm(request.POST or None, teams=_teams())
    if form.is_valid():
        with refusals_on(form):
            return redirect(_add(form, request.user, now()))
    intro = "A child may be known by a number alone until somebody names them."
    return page(
        request, FORM, {"title": "Add a child", "intro": intro, "form": form, "button": "Add this child"}
    )


@transaction.atomic
def _add(form: forms.AddChildForm, by: User, at: datetime) -> Child:
    """On the record, and with a team from the same moment: whose team is nobody's is nobody's child."""
    child = record.add_child(**form.facts(), identifiers_=form.numbers(), source="typed", by=by, at=at)
    team = form.cleaned_data["team"]
    record.allocate(child, team=team, worker=None, starts_on=local_date(at), by=by, at=at)
    return child


def _teams() -> QuerySet[Team]:
    """The teams that hold children."""
    return Team.objects.exclude(kind__in=["service", "partner"]).order_by("name")


def change(request: ViewerRequest, pk: int) -> HttpResponse:
    child = request.viewer.open(Child, pk)
    initial = {name: getattr(child, name) for name in forms.ChangeChildForm.base_fields}
    form = forms.ChangeChildForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            with refusals_on(form):
                version = form.cleaned_data["version"]
                duties.change_child(child, version=version, **form.facts(), by=request.user, at=now())
                return redirect(child)
        except Changed as changed:
            return _conflict(request, child, form, changed)
    return page(request, FORM, {"title": "Change who they are", "child": child, "form": form})


def _conflict(
    request: ViewerRequest, child: Child, form: forms.ChangeChildForm, changed: Changed
) -> HttpResponse:
    yours = {CHILD_FIELDS[name]: value for name, value in form.facts().items()}
    changes = [
        Change(
            title,
            _said(title, was),
            _said(title, is_now),
            _said(title, yours.get(title)),
            changed.by,
            changed.at,
        )
        for title, (was, is_now) in changed.changes.items()
    ]
    child.refresh_from_db()
    return conflict(
        request, form, changes, row="this child", version=child.version, latest_url=child.get_absolute_url()
    )


def _said(title: str, value: Any) -> str:
    """A value as people read it: codes by their labels."""
    known = LISTS.get(title)
    if isinstance(value, list):
        return ", ".join(_said(title, one) for one in value)
    return known.label(value) if known and value in known else str(value or "")


def add_name(request: ViewerRequest, pk: int) -> HttpResponse:
    child = request.viewer.open(Child, pk)
    form = forms.NameForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            record.add_name(child, **form.cleaned_data, at=now())
            return redirect(child)
    return page(request, FORM, {"title": "Add a name they are known by", "child": child, "form": form})
