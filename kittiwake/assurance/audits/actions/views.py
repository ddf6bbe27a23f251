"""Pages of one action and its steps. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable

from django.forms.forms import BaseForm
from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.actions import forms, recording
from kittiwake.assurance.audits.actions.showing import ActionPage, supervisions_since
from kittiwake.assurance.audits.independence import why_not_step
from kittiwake.assurance.audits.models import Audit, AuditAction
from kittiwake.assurance.audits.people import who_could_act, with_whom
from kittiwake.assurance.audits.views import withheld
from kittiwake.primitives.clocks import limits
from kittiwake.record.forms import StrikeOutForm
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours, page

FORM = "audits/form_of_action.html"


def opened(request: ViewerRequest, pk: int) -> AuditAction:
    """Not there for a blind marker of its audit who has not marked yet: the database keeps it from them."""
    return request.viewer.open(
        AuditAction,
        pk,
        "entry__by",
        "entry__struck_out_by",
        "child",
        "owner",
        "audit__programme",
        "focus_checked_by",
    )


def asked(
    request: ViewerRequest,
    action: AuditAction,
    title: str,
    form: BaseForm,
    record: Callable[[], object],
    intro: str = "",
) -> HttpResponse:
    """A question about an action, and back to its page once it is recorded."""
    context = {"title": title, "intro": intro, "audit_action": action}
    return carry_out(request, form, record, FORM, context, then=action)


def not_for_you(request: ViewerRequest, action: AuditAction, title: str, why: str) -> HttpResponse:
    back = action.get_absolute_url()
    return not_yours(request, title, why, back_url=back, caption=action.child.name)


def raise_action(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := withheld(request, pk):
        return kept
    audit = request.viewer.open(Audit, pk, "entry", "child")
    usual = local_date(limits.due(rules.DONE_BY, now()).due_at)
    start = {"due_on": usual, "lasts_days": str(rules.LASTS_USUALLY)}
    form = forms.ActionForm(request.POST or None, initial=start)
    offer(form, "owner", who_could_act(audit.child, local_date(now())))
    return carry_out(
        request,
        form,
        lambda: recording.raise_action(audit, **form.values(), by=request.user, at=now()),
        "audits/form.html",
        {"title": "Add an action", "audit": audit},
    )


def action(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ActionPage(opened(request, pk), request.viewer, now())
    return page(request, "audits/action.html", {"shown": shown, "audit_action": shown.action})


def check_focus_of_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = opened(request, pk)
    if why := why_not_step(action, request.user, rules.CHECKS_CLASS):
        return not_for_you(request, action, "About the child, or about process?", why)
    form = forms.FocusForm(request.POST or None)
    intro = f"Its writer says: {action.get_focus_display().lower()}. It should change: {action.difference}"
    return asked(
        request,
        action,
        "About the child, or about process?",
        form,
        lambda: recording.check_focus(
            action, focus=form.cleaned_data["focus"], why=form.cleaned_data["why"], by=request.user, at=now()
        ),
        intro,
    )


def give_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = opened(request, pk)
    form = forms.GiveForm(request.POST or None)
    offer(form, "owner", who_could_act(action.child, local_date(now())))
    return asked(
        request,
        action,
        "Somebody else will do it",
        form,
        lambda: recording.give(action, owner=form.cleaned_data["owner"], by=request.user, at=now()),
    )


def discuss_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = opened(request, pk)
    form = forms.DiscussionForm(request.POST or None, parts=supervisions_since(action, request.viewer))
    offer(form, "with_whom", with_whom(action.child, local_date(now())))
    return asked(
        request,
        action,
        "It was discussed with the worker",
        form,
        lambda: recording.discuss(action, **form.values(), by=request.user, at=now()),
    )


def finish_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = opened(request, pk)
    if why := why_not_step(action, request.user, rules.FINISHES):
        return not_for_you(request, action, "It is done", why)
    form = forms.EvidenceForm(request.POST or None)
    return asked(
        request,
        action,
        "It is done",
        form,
        lambda: recording.finish(action, evidence=form.cleaned_data["evidence"], by=request.user, at=now()),
        f"It should change: {action.difference}",
    )


def check_action(request: ViewerRequest, pk: int) -> HttpResponse:
    """The evidence holds, or nothing changed and it goes back to its owner."""
    action = opened(request, pk)
    if why := why_not_step(action, request.user, rules.CHECKS):
        return not_for_you(request, action, "Check the evidence", why)
    form = forms.CheckForm(request.POST or None)

    def record() -> None:
        holds = form.cleaned_data["decision"] == "holds"
        decide = recording.check_evidence if holds else recording.send_back
        decide(action, words=form.cleaned_data["words"], by=request.user, at=now())

    intro = f"It should change: {action.difference}"
    return asked(request, action, "Check the evidence", form, record, intro)


def strike_out_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action = opened(request, pk)
    form = StrikeOutForm(request.POST or None)
    return asked(
        request,
        action,
        "This action was recorded wrongly",
        form,
        lambda: recording.strike_out(action, reason=form.cleaned_data["reason"], by=request.user, at=now()),
    )
