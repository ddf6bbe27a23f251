"""Pages of audits of one child. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable

from django.forms.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.audits import forms, recording
from kittiwake.assurance.audits.independence import as_you, why_not_say_safe, why_not_theirs
from kittiwake.assurance.audits.models import Audit, Candidate, Programme
from kittiwake.assurance.audits.on_record import OnRecord
from kittiwake.assurance.audits.people import who_could_be_told
from kittiwake.assurance.audits.showing import AuditPage, AuditsOfChild
from kittiwake.assurance.audits.visibility import blind_marks, to_audit_again
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.forms import made_from
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours, page

TOOL = "audits/audit_form.html"
FORM = "audits/form.html"


def _audit(request: ViewerRequest, pk: int) -> Audit:
    return request.viewer.open(
        Audit, pk, "entry__by", "entry__struck_out_by", "child", "programme", "auditor", "worker", "team"
    )


def withheld(request: ViewerRequest, pk: int) -> HttpResponse | None:
    """The page that stands in for an audit's own while this person's blind mark is waited for: the database has none
    to show them."""
    waiting = blind_marks(request.viewer).filter(pk=pk).first()
    if waiting is None:
        return None
    request.viewer.read(waiting.child)
    return page(request, "audits/mark_waiting.html", {"moderation": waiting, "child": waiting.child})


def asked(
    request: ViewerRequest,
    audit: Audit,
    title: str,
    form: BaseForm,
    record: Callable[[], object],
    intro: str = "",
) -> HttpResponse:
    """A question about an audit, and back to its page once it is recorded."""
    context = {"title": title, "intro": intro, "audit": audit}
    return carry_out(request, form, record, FORM, context, then=audit)


def audits_of_child(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    return page(
        request, "audits/audits_of_child.html", {"shown": AuditsOfChild(child, request.viewer, now())}
    )


def record_audit(request: ViewerRequest, child_pk: int, programme_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    if why := why_not_theirs(request.user, child, local_date(now())):
        return not_yours(request, "Audit", as_you(why), back_url=child.get_absolute_url(), caption=child.name)
    programme = get_object_or_404(Programme, pk=programme_pk)
    drawn = request.viewer.see(Candidate).filter(
        sample__programme=programme, child=child, outcome=Candidate.DRAWN
    )
    if why := recording.why_not_asked(drawn.first(), request.user):
        return not_yours(request, "Audit", why, back_url=child.get_absolute_url(), caption=child.name)
    occasion = f"audits.audit:{programme.pk}"
    instrument = library.latest(programme.tool)
    on_record = OnRecord(child.pk, request.viewer.see, now()).said()
    form = made_from(instrument, forms.AuditForm)(request.POST or None, on_record=on_record)
    offer(form, "told", who_could_be_told(child, local_date(now())))
    again = to_audit_again(request.viewer, child)

    def record() -> Audit:
        return recording.audit(
            child, programme=programme, candidate=drawn.first(), re_audit_of=again, answers=form.answers(),
            occasion=occasion, **forms.audit_facts(form), by=request.user, at=now(),
        )  # fmt: skip

    draft = drafts.latest(request.user, child, occasion)
    words = {"title": instrument.title, "intro": instrument.intro, "programme": programme, "again": again}
    context = {**words, "child": child, "draft": draft, "occasion": occasion}
    return carry_out(request, restore(form, draft), record, TOOL, context)


def audit(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := withheld(request, pk):
        return kept
    shown = AuditPage(_audit(request, pk), request.viewer, now())
    return page(request, "audits/audit.html", {"shown": shown, "audit": shown.audit})


def make_safe_after_audit(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := withheld(request, pk):
        return kept
    audit = _audit(request, pk)
    if why := why_not_say_safe(audit, request.user):
        back = {"back_url": audit.get_absolute_url(), "caption": audit.child.name}
        return not_yours(request, "The child is safe now", why, **back)
    form = forms.SafeForm(request.POST or None)
    return asked(
        request,
        audit,
        "The child is safe now",
        form,
        lambda: recording.make_safe(audit, words=form.cleaned_data["words"], by=request.user, at=now()),
    )


def strike_out_audit(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := withheld(request, pk):
        return kept
    audit = _audit(request, pk)
    form = StrikeOutForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.strike_out(audit, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        FORM,
        {"title": "This audit was recorded wrongly", "intro": "", "audit": audit},
        then=reverse("audits:audits_of_child", args=[audit.child_id]),
    )
