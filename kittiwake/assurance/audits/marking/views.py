"""Pages of moderation. Nothing of the first mark is shown to a blind marker until theirs is made."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.audits.independence import why_not_settle
from kittiwake.assurance.audits.marking import forms, recording
from kittiwake.assurance.audits.models import Audit, Moderation
from kittiwake.assurance.audits.on_record import OnRecord
from kittiwake.assurance.audits.people import who_could_be_told, who_could_moderate
from kittiwake.assurance.audits.showing import AuditPage
from kittiwake.assurance.audits.views import TOOL, asked, withheld
from kittiwake.assurance.audits.visibility import blind_marks
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.primitives.instruments.forms import made_from
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours


def ask_moderation(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := withheld(request, pk):
        return kept
    audit = request.viewer.open(Audit, pk, "entry", "child")
    form = forms.AskModerationForm(request.POST or None)
    offer(form, "moderator", who_could_moderate(audit, request.user, local_date(now())))
    intro = (
        "They audit the same record without seeing this, then say which grade stands. An inadequate audit is moderated "
        "openly."
    )
    return asked(
        request,
        audit,
        "Ask for moderation",
        form,
        lambda: recording.ask_moderation(
            audit, moderator=form.cleaned_data["moderator"], by=request.user, at=now()
        ),
        intro,
    )


def mark(request: ViewerRequest, pk: int) -> HttpResponse:
    """Only the tool, empty. Whose it is not, or who has made it, finds nothing here."""
    waiting = get_object_or_404(blind_marks(request.viewer), pk=pk)
    child = request.viewer.open(Child, waiting.child_id)
    instrument, occasion = waiting.file, f"audits.second_mark:{pk}"
    on_record = OnRecord(child.pk, request.viewer.see, now()).said()
    form = made_from(instrument, forms.SecondMarkForm)(request.POST or None, on_record=on_record)

    def record() -> Audit:
        return recording.mark(
            waiting, answers=form.answers(), occasion=occasion, **forms.mark_facts(form), by=request.user, at=now()
        ).audit  # fmt: skip

    draft = drafts.latest(request.user, child, occasion)
    words = {"title": f"Second mark: {instrument.title.lower()}", "intro": instrument.intro, "is_blind": True}
    context = {**words, "child": child, "draft": draft, "occasion": occasion}
    return carry_out(request, restore(form, draft), record, TOOL, context)


def settle_mark(request: ViewerRequest, pk: int) -> HttpResponse:
    """Of two marks, by somebody who made neither."""
    if kept := withheld(request, pk):
        return kept
    moderation = request.viewer.open(Moderation, pk, "audit__entry", "audit__child")
    audit, today = moderation.audit, local_date(now())
    if why := why_not_settle(moderation, request.user, today):
        back = {"back_url": audit.get_absolute_url(), "caption": audit.child.name}
        return not_yours(request, "Which grade stands?", why, **back)
    shown = AuditPage(audit, request.viewer, now())
    form = forms.SettleForm(request.POST or None, stands=shown.first.grade)
    if "told" in form.fields:
        offer(form, "told", who_could_be_told(audit.child, today))
    intro = f"The first mark is {shown.grade.text.lower()}."
    if shown.second:
        intro += f" The second, by {shown.second.by}, is {shown.second.get_overall_display().lower()}."
    return asked(
        request,
        audit,
        "Which grade stands?",
        form,
        lambda: recording.settle(moderation, **form.values(), by=request.user, at=now()),
        intro,
    )
