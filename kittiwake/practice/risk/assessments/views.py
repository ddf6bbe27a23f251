"""Pages of assessments and second marks. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import Target, carry_out
from kittiwake.access.people import offer, who_may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments import forms, recording
from kittiwake.practice.risk.assessments.agreement import Agreements
from kittiwake.practice.risk.assessments.earlier_versions import EarlierPage, LookAgain
from kittiwake.practice.risk.assessments.showing import (
    AssessmentPage,
    AssessmentsPage,
    suggested,
    waiting_marks,
)
from kittiwake.practice.risk.assessments.withholding import assessment_withheld, withheld
from kittiwake.practice.risk.informing import because_of, cause_of_form
from kittiwake.practice.risk.models import RiskAssessment
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.forms import made_from
from kittiwake.primitives.oversight.showing import asked_for_before
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page

QUESTIONNAIRE = "risk/assessment_form.html"
FORMS = {
    "assessment": (rules.FULL_ASSESSMENT, forms.AssessmentForm),
    "screening": (rules.SCREENING, forms.ScreeningForm),
}


def _assessment(request: ViewerRequest, pk: int) -> RiskAssessment:
    return request.viewer.open(RiskAssessment, pk, "entry__by", "entry__struck_out_by", "child", "completion")


def _ask(
    request: ViewerRequest,
    assessment: RiskAssessment,
    form: GovForm,
    record: Callable[[], object],
    *,
    title: str,
    template: str = "risk/form_of_assessment.html",
    then: Target | None = None,
) -> HttpResponse:
    """A short form about one assessment; back to it, or to `then`."""
    context = {"title": title, "child": assessment.child, "back": assessment}
    return carry_out(request, form, record, template, context, then=then or assessment)


def assessments(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = AssessmentsPage(child, request.viewer)
    return withheld(request, child) or page(request, "risk/assessments.html", {"shown": shown})


def assessment(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := assessment_withheld(request, pk):
        return kept
    shown = AssessmentPage(_assessment(request, pk), request.viewer)
    if kept := withheld(request, shown.assessment.child):
        return kept
    context = {"shown": shown, "assessment": shown.assessment, "again": LookAgain(shown.assessment)}
    return page(request, "risk/assessment.html", context)


def earlier_version(request: ViewerRequest) -> HttpResponse:
    """What was assessed before the questionnaire's newest version, and what of it is to be looked at again."""
    shown = EarlierPage(request.viewer)
    request.viewer.listed(shown.child_ids)
    context = {"shown": shown, "may_record": request.viewer.may(Power.RECORD)}
    return page(request, "risk/earlier_version.html", context)


def agreement(request: ViewerRequest) -> HttpResponse:
    """How far score, judgement and second mark agree, over the children the viewer may see."""
    shown = Agreements(request.viewer, local_date(now()))
    request.viewer.listed(shown.child_ids)
    return page(request, "risk/agreement.html", {"shown": shown})


def assess(request: ViewerRequest, child_pk: int, purpose: str) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    if kept := withheld(request, child):
        return kept
    if purpose not in FORMS:
        raise Http404
    key, base = FORMS[purpose]
    instrument, before = library.latest(key), recording.latest(child, purpose)
    following = before.pk if before else 0
    occasion = f"risk.{purpose}:{following}"
    made = made_from(instrument, base)(request.POST or None, initial={"following": following})
    form = cast(forms.ScreeningForm, made)

    def record() -> Target:
        assessed = recording.assess(
            child,
            instrument=instrument,
            answers=form.answers(),
            **form.values(),
            because_of=because_of(request, child),
            occasion=occasion,
            by=request.user,
            at=now(),
        )
        return reverse("risk:settle", args=[assessed.pk]) if purpose == "assessment" else assessed

    draft = drafts.latest(request.user, child, occasion)
    context = {
        "title": instrument.title,
        "intro": instrument.intro,
        "before": before,
        "cause": cause_of_form(request, child, restore(form, draft)),
        "draft": draft,
        "occasion": occasion,
        "asked_for": asked_for_before(before.entry, itself=True) if before else None,
        "child": child,
    }
    return carry_out(request, form, record, QUESTIONNAIRE, context)


def settle(request: ViewerRequest, pk: int) -> HttpResponse:
    """What the assessment means for the list of risks: a person decides each."""
    if kept := assessment_withheld(request, pk):
        return kept
    assessment = _assessment(request, pk)
    if kept := withheld(request, assessment.child):
        return kept
    suggestions, evidence = suggested(assessment, request.viewer)
    if not suggestions:
        return redirect(assessment)
    form = forms.SettleForm(request.POST or None, suggested=suggestions, evidence=evidence)

    def record() -> None:
        recording.settle(assessment, settled=form.settled(), by=request.user, at=now())

    title = "What does this mean for the risks?"
    return _ask(request, assessment, form, record, title=title, template="risk/settle.html")


def ask_second_mark(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := assessment_withheld(request, pk):
        return kept
    assessment = _assessment(request, pk)
    if kept := withheld(request, assessment.child):
        return kept
    form = forms.AskSecondMarkForm(request.POST or None)
    could = who_may(Power.RECORD, child=assessment.child, day=local_date(now()))
    offer(form, "marker", could.exclude(user__in=[assessment.entry.by_id, request.user.pk]))

    def record() -> None:
        marker = form.cleaned_data["marker"]
        recording.ask_second_mark(assessment, marker=marker, by=request.user, at=now())

    return _ask(request, assessment, form, record, title="Ask for a second mark")


def mark(request: ViewerRequest, pk: int) -> HttpResponse:
    """Shows nothing of the first mark: only the questionnaire."""
    second = get_object_or_404(waiting_marks(request.viewer), pk=pk)
    child = request.viewer.open(Child, second.child_id)
    instrument, occasion = second.file, f"risk.second_mark:{pk}"
    form = cast(forms.SecondMarkForm, made_from(instrument, forms.SecondMarkForm)(request.POST or None))

    def record() -> RiskAssessment:
        made = recording.mark(second, answers=form.answers(), **form.values(), by=request.user, at=now())
        drafts.forget(request.user, child, occasion)
        return made.assessment

    draft = drafts.latest(request.user, child, occasion)
    context = {
        "title": f"Second mark: {instrument.title.lower()}",
        "intro": instrument.intro,
        "is_blind": True,
        "child": child,
        "draft": draft,
        "occasion": occasion,
    }
    return carry_out(request, restore(form, draft), record, QUESTIONNAIRE, context)


def strike_out_assessment(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := assessment_withheld(request, pk):
        return kept
    assessment, form = _assessment(request, pk), StrikeOutForm(request.POST or None)

    def record() -> None:
        recording.strike_out(assessment, reason=form.cleaned_data["reason"], by=request.user, at=now())

    then = reverse("risk:assessments", args=[assessment.child_id])
    return _ask(request, assessment, form, record, title="Strike out this assessment", then=then)
