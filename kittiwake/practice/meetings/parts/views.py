"""Pages of one child's part of a meeting, and its papers."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access import footing
from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import refusals_on
from kittiwake.practice.meetings import listing, recording, showing
from kittiwake.practice.meetings.models import Decision, Part
from kittiwake.practice.meetings.parts import forms, papers
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.views import Opened, asked
from kittiwake.primitives.actions.showing import who_may_own
from kittiwake.time.moments import local_date
from kittiwake.ui.paper import printed


def _part(request: ViewerRequest, pk: int) -> Part:
    return request.viewer.open(Part, pk, "entry__by", "entry__child", "meeting")


def _opened(part: Part) -> Opened:
    return Opened(part.meeting, part.get_absolute_url(), part.child.name)


def add_child(request: ViewerRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    form = forms.OtherChildForm(request.POST or None)
    if form.is_valid():
        child = listing.child_called(request.viewer, form.cleaned_data["known_by"])
        if child is None:
            form.add_error(
                "known_by", "No one child you can see has that number or name. Check it, or use their number"
            )
        else:
            with refusals_on(form):
                recording.add_child(part.meeting, child, by=request.user, at=now())
                return redirect(part)
    return asked(request, _opened(part), "Another child it is about", form)


def write_part(request: ViewerRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    start = {name: getattr(part, name) for name in forms.PartForm.base_fields}
    start["plan_made"] = {True: "yes", False: "no", None: ""}[part.plan_made]
    form = forms.PartForm(request.POST or None, meeting=part.meeting, initial=start)
    if form.is_valid():
        with refusals_on(form):
            parts.write_part(part, **form.values(), by=request.user, at=now())
            return redirect(part)
    return asked(request, _opened(part), f"{part.child.first_name}’s part", form)


def decide(request: ViewerRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    form = forms.DecisionForm(request.POST or None)
    offer(form, "owner", who_may_own(part.child, local_date(now())))
    if form.is_valid():
        with refusals_on(form):
            parts.decide(part, **form.values(), by=request.user, at=now())
            return redirect(part)
    return asked(request, _opened(part), f"Decided for {part.child.first_name}", form)


def act_on_decision(request: ViewerRequest, pk: int, decision_pk: int) -> HttpResponse:
    part = _part(request, pk)
    decision = get_object_or_404(request.viewer.see(Decision).filter(part=part), pk=decision_pk)
    form = forms.ActForm(request.POST or None)
    offer(form, "owner", who_may_own(part.child, local_date(now())))
    if form.is_valid():
        with refusals_on(form):
            parts.act_on(decision, **form.cleaned_data, by=request.user, at=now())
            return redirect(part)
    return asked(request, _opened(part), "Who does it, and by when", form, intro=decision.what)


def end_enquiry(request: ViewerRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    form = forms.EnquiryForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            parts.end_enquiry(part, **form.values(), by=request.user, at=now())
            return redirect(part)
    return asked(request, _opened(part), "The section 47 enquiry has ended", form)


def let_in_partner(request: ViewerRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    footing.require_lasting(part.entry.child, request.user)
    meets_on = local_date(max(part.meeting.planned_at or now(), now()))
    start = {"ends_on": meets_on + timedelta(days=parts.PARTNER_SEES_IT_FOR.days)}
    form = forms.LetInForm(request.POST or None, partners=showing.partners(), initial=start)
    if form.is_valid():
        with refusals_on(form):
            parts.let_in(part, **form.cleaned_data, by=request.user, at=now())
            return redirect(part)
    intro = f"They see this meeting as far as it is about {part.child.first_name}, and nothing else of the record."
    return asked(request, _opened(part), "Let a partner see this meeting", form, intro=intro)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    form = forms.StrikeOutForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.strike_out(part, **form.cleaned_data, by=request.user, at=now())
            return redirect(part)
    intro = "Only this child’s part is struck out. If the meeting was about others, their parts stand."
    return asked(request, _opened(part), "This was recorded wrongly", form, intro=intro)


def _printing(request: ViewerRequest, pk: int) -> showing.MeetingPage:
    part = request.viewer.open(Part, pk, "entry__by", "meeting__closed_by", what="print")
    return showing.MeetingPage.of(part, request.viewer, now())


def print_pack(request: ViewerRequest, pk: int) -> HttpResponse:
    paper = papers.pack(_printing(request, pk))
    return printed(paper, file_name="meeting-papers.pdf", for_whom=request.user.name)


def print_record(request: ViewerRequest, pk: int) -> HttpResponse:
    paper = papers.record(_printing(request, pk))
    return printed(paper, file_name="meeting-record.pdf", for_whom=request.user.name)
