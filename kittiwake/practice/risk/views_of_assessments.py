"""Pages of assessments and second marks. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.people import offer, who_may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.risk import recording_of_assessments as assessing
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.earlier import EarlierPage, LookAgain
from kittiwake.practice.risk.forms_of_assessments import (
    AskSecondMarkForm,
    AssessmentForm,
    ScreeningForm,
    SecondMarkForm,
    SettleForm,
)
from kittiwake.practice.risk.informing import because_of, cause_of_form
from kittiwake.practice.risk.models import RiskAssessment
from kittiwake.practice.risk.showing_of_assessments import (
    AssessmentPage,
    AssessmentsPage,
    suggested,
    waiting_mark,
    waiting_marks,
)
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.drafts.restoring import restore
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.forms import made_from
from kittiwake.primitives.instruments.models import BlindMark
from kittiwake.primitives.oversight.showing import asked_for_before
from kittiwake.record.forms import StrikeOutForm
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page

FORM = "risk/assessment_form.html"
FORMS = {"assessment": (rules.FULL_ASSESSMENT, AssessmentForm), "screening": (rules.SCREENING, ScreeningForm)}


def _assessment(request: ViewerRequest, pk: int) -> RiskAssessment:
    return request.viewer.open(RiskAssessment, pk, "entry__by", "entry__struck_out_by", "child", "completion")


def withheld(request: ViewerRequest, child: Child) -> HttpResponse | None:
    """The page that stands in for every other about their risks, while this person's blind mark is waited for."""
    second = waiting_mark(request.viewer, child)
    return _stand_in(request, second) if second else None


def _kept_from_them(request: ViewerRequest, pk: int) -> HttpResponse | None:
    """The same, in place of the assessment itself: the database has none to show them."""
    second = waiting_marks(request.viewer).filter(pk=pk).first()
    if second is None:
        return None
    request.viewer.read(second.child)
    return _stand_in(request, second)


def _stand_in(request: ViewerRequest, second: BlindMark) -> HttpResponse:
    return page(request, "risk/second_mark.html", {"second": second, "child": second.child})


def assessments(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = AssessmentsPage(child, request.viewer)
    return withheld(request, child) or page(request, "risk/assessments.html", {"shown": shown})


def assessment(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := _kept_from_them(request, pk):
        return kept
    shown = AssessmentPage(_assessment(request, pk), request.viewer)
    kept = withheld(request, shown.assessment.child)
    facts = {"shown": shown, "assessment": shown.assessment, "again": LookAgain(shown.assessment)}
    return kept or page(request, "risk/assessment.html", facts)


def earlier_version(request: ViewerRequest) -> HttpResponse:
    """What was assessed before the questionnaire's newest version, and what of it is to be looked at again."""
    shown = EarlierPage(request.viewer)
    request.viewer.listed(shown.child_ids)
    facts = {"shown": shown, "may_record": request.viewer.may(Power.RECORD)}
    return page(request, "risk/earlier_version.html", facts)


def assess(request: ViewerRequest, child_pk: int, purpose: str) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    if kept := withheld(request, child):
        return kept
    if purpose not in FORMS:
        raise Http404
    key, base = FORMS[purpose]
    instrument, before = library.latest(key), assessing.latest(child, purpose)
    occasion = f"risk.{purpose}:{before.pk if before else 0}"
    start = {"following": before.pk if before else 0}
    form = made_from(instrument, base)(request.POST or None, initial=start)
    if form.is_valid():
        facts = {**form.own(), "because_of": because_of(request, child), "occasion": occasion}
        with refusals_on(form):
            made = assessing.assess(
                child,
                instrument=instrument,
                answers=form.answers(),
                **facts,
                by=request.user,
                at=now(),
            )
            return redirect("risk:settle", pk=made.pk) if made.purpose == "assessment" else redirect(made)
    draft = drafts.latest(request.user, child, occasion)
    cause = cause_of_form(request, child, restore(form, draft))
    asked_for = asked_for_before(before.entry, itself=True) if before else None
    words = {"title": instrument.title, "intro": instrument.intro, "before": before, "cause": cause}
    more = {"form": form, "draft": draft, "occasion": occasion, "asked_for": asked_for}
    return page(request, FORM, {**words, "child": child, **more})


def settle(request: ViewerRequest, pk: int) -> HttpResponse:
    """What the assessment means for the list of risks: a person decides each."""
    if kept := _kept_from_them(request, pk):
        return kept
    made = _assessment(request, pk)
    if kept := withheld(request, made.child):
        return kept
    found, evidence = suggested(made, request.viewer)
    if not found:
        return redirect(made)
    form = SettleForm(request.POST or None, suggested=found, evidence=evidence)
    if form.is_valid():
        with refusals_on(form):
            assessing.settle(made, settled=form.settled(), by=request.user, at=now())
            return redirect(made)
    return _small(
        request, made, form, title="What does this mean for the risks?", template="risk/settle.html"
    )


def _small(
    request: ViewerRequest,
    made: RiskAssessment,
    form: Any,
    *,
    title: str,
    template: str = "risk/form_of_assessment.html",
) -> HttpResponse:
    return page(request, template, {"title": title, "child": made.child, "back": made, "form": form})


def ask_second_mark(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := _kept_from_them(request, pk):
        return kept
    made = _assessment(request, pk)
    if kept := withheld(request, made.child):
        return kept
    form = AskSecondMarkForm(request.POST or None)
    could = who_may(Power.RECORD, child=made.child, day=local_date(now()))
    offer(form, "marker", could.exclude(user__in=[made.entry.by_id, request.user.pk]))
    if form.is_valid():
        with refusals_on(form):
            assessing.ask_second_mark(made, **form.cleaned_data, by=request.user, at=now())
            return redirect(made)
    return _small(request, made, form, title="Ask for a second mark")


def mark(request: ViewerRequest, pk: int) -> HttpResponse:
    """Shows nothing of the first mark: only the questionnaire."""
    second = get_object_or_404(waiting_marks(request.viewer), pk=pk)
    child = request.viewer.open(Child, second.child_id)
    instrument, occasion = second.file, f"risk.second_mark:{pk}"
    form = made_from(instrument, SecondMarkForm)(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            answers = {**form.own(), "answers": form.answers()}
            made = assessing.mark(second, **answers, by=request.user, at=now())
            drafts.forget(request.user, child, occasion)
            return redirect(made.assessment)
    draft = drafts.latest(request.user, child, occasion)
    words = {"title": f"Second mark: {instrument.title.lower()}", "intro": instrument.intro, "is_blind": True}
    context = {**words, "child": child, "form": restore(form, draft), "draft": draft, "occasion": occasion}
    return page(request, FORM, context)


def strike_out_assessment(request: ViewerRequest, pk: int) -> HttpResponse:
    if kept := _kept_from_them(request, pk):
        return kept
    made = _assessment(request, pk)
    form = StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            assessing.strike_out(made, **form.cleaned_data, by=request.user, at=now())
            return redirect("risk:assessments", child_pk=made.child_id)
    return _small(request, made, form, title="Strike out this assessment")
