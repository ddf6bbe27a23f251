"""Writing a version of a plan: the form, the advice while it is written, and what to do when two people write at once."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import Changed, refusals_on
from kittiwake.practice.plans import rules
from kittiwake.practice.plans.advice import rules as weaknesses
from kittiwake.practice.plans.advice.facts import typed
from kittiwake.practice.plans.lookup import wanted_kind
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.showing import carried, newest_version
from kittiwake.practice.plans.writing import forms, recording
from kittiwake.practice.plans.writing.changes import as_titles
from kittiwake.practice.risk.informing import because_of, cause_of_form
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.primitives.oversight.showing import asked_for_before
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.giving_back import put_back
from kittiwake.ui.pages import Change, conflict, page, wants_fragment

TEMPLATE = "plans/write_plan.html"


def write_plan(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child, kind = request.viewer.open(Child, child_pk), wanted_kind(request)
    before = newest_version(request.viewer, child, kind)
    form = _form(request.POST or None, kind, before)
    occasion = _occasion(kind, before)
    if form.is_valid():
        cause = because_of(request, child)
        try:
            with refusals_on(form):
                facts = form.values()
                plan = recording.write_plan(
                    child,
                    **facts,
                    kind=kind,
                    because_of=cause,
                    occasion=occasion,
                    by=request.user,
                    at=now(),
                )
                return redirect(plan)
        except Changed as changed:
            return _conflict(request, form, before, changed)
    draft = drafts.latest(request.user, child, occasion)
    cause = cause_of_form(request, child, restore(form, draft))
    return page(request, TEMPLATE, {**_context(child, kind, before, form), "cause": cause, "draft": draft})


def _form(data: Any, kind: str, before: Plan | None) -> forms.PlanForm:
    is_begun = before is not None and before.closed_at is None
    return forms.PlanForm(data, kind=kind, is_begun=is_begun, initial=carried(before, kind, now()))


def _occasion(kind: str, before: Plan | None) -> str:
    return f"{rules.entry_kind(kind)}:{before.number if before else 0}"


def _context(child: Child, kind: str, before: Plan | None, form: forms.PlanForm) -> dict[str, Any]:
    called = {
        "child": child,
        "form": form,
        "kind": kind,
        "called": rules.CALLED[kind],
        "what_for": rules.FOR[kind],
    }
    asked_for = asked_for_before(before.entry, itself=True) if before else None
    return {**called, "before": before, "asked_for": asked_for, "occasion": _occasion(kind, before)}


def _conflict(
    request: ViewerRequest, form: forms.PlanForm, before: Plan | None, changed: Changed
) -> HttpResponse:
    yours = as_titles(form.values())
    changes = [
        Change(title, was, is_now, yours.get(title, was), changed.by, cast(datetime, changed.at))
        for title, (was, is_now) in changed.changes.items()
    ]
    assert before is not None
    url, number = before.get_absolute_url(), before.number
    return conflict(request, form, changes, row="this plan", version=number, latest_url=url)


@require_POST
def plan_advice(request: ViewerRequest, child_pk: int) -> HttpResponse:
    """What an inspector would say of what has been typed so far. Saves nothing. With a script, the advice alone."""
    child, kind = get_object_or_404(request.viewer.children, pk=child_pk), wanted_kind(request)
    before = newest_version(request.viewer, child, kind)
    sent, empty = _form(request.POST, kind, before), _form(None, kind, before)
    sent.is_valid()
    today = local_date(now())
    said = weaknesses.in_words(typed(sent, kind, sent.cleaned_data.get("review_on")), today)
    advice = {"advice": said, "is_advised": True, "child": child}
    if wants_fragment(request):
        return page(request, "plans/_advice.html", advice)
    request.viewer.read(child)
    put_back(empty, request.POST)
    cause = cause_of_form(request, child, empty)
    return page(request, TEMPLATE, {**_context(child, kind, before, empty), **advice, "cause": cause})


# Asked again and again while somebody types, and nothing is recorded: no one-time token.
