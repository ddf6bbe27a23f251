"""Pages of one child's part of a meeting, and its papers."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access import footing
from kittiwake.access.people import offer
from kittiwake.access.viewer import ViewerRequest
from kittiwake.history.refusal import Refused
from kittiwake.practice.meetings import recording as meetings
from kittiwake.practice.meetings.lookup import carry_out_at, find_child, find_part, place_of
from kittiwake.practice.meetings.models import Decision, Part
from kittiwake.practice.meetings.parts import forms, papers, recording
from kittiwake.practice.meetings.parts.showing import MeetingPage, partners
from kittiwake.primitives.actions.showing import who_may_own
from kittiwake.time.moments import local_date
from kittiwake.ui.paper import printed


def add_child(request: ViewerRequest, pk: int) -> HttpResponse:
    part = find_part(request, pk)
    form = forms.OtherChildForm(request.POST or None)

    def record() -> None:
        child = find_child(request.viewer, form.cleaned_data["known_by"])
        if child is None:
            raise Refused(
                "No one child you can see has that number or name. Check it, or use their number",
                field="known_by",
            )
        meetings.add_child(part.meeting, child, by=request.user, at=now())

    return carry_out_at(place_of(part), request, form, record, "Another child it is about")


def write_part(request: ViewerRequest, pk: int) -> HttpResponse:
    part = find_part(request, pk)
    start = {name: getattr(part, name) for name in forms.PartForm.base_fields}
    start["plan_made"] = {True: "yes", False: "no", None: ""}[part.plan_made]
    form = forms.PartForm(request.POST or None, meeting=part.meeting, initial=start)

    def record() -> None:
        recording.write_part(part, **form.values(), by=request.user, at=now())

    return carry_out_at(place_of(part), request, form, record, f"{part.child.first_name}’s part")


def decide(request: ViewerRequest, pk: int) -> HttpResponse:
    part = find_part(request, pk)
    form = forms.DecisionForm(request.POST or None)
    offer(form, "owner", who_may_own(part.child, local_date(now())))

    def record() -> None:
        recording.decide(part, **form.values(), by=request.user, at=now())

    return carry_out_at(place_of(part), request, form, record, f"Decided for {part.child.first_name}")


def act_on_decision(request: ViewerRequest, pk: int, decision_pk: int) -> HttpResponse:
    part = find_part(request, pk)
    decision = get_object_or_404(request.viewer.see(Decision).filter(part=part), pk=decision_pk)
    form = forms.ActForm(request.POST or None)
    offer(form, "owner", who_may_own(part.child, local_date(now())))

    def record() -> None:
        recording.act_on(
            decision,
            owner=form.cleaned_data["owner"],
            due_on=form.cleaned_data["due_on"],
            by=request.user,
            at=now(),
        )

    title = "Who does it, and by when"
    return carry_out_at(place_of(part), request, form, record, title, intro=decision.what)


def end_enquiry(request: ViewerRequest, pk: int) -> HttpResponse:
    part = find_part(request, pk)
    form = forms.EnquiryForm(request.POST or None)

    def record() -> None:
        recording.end_enquiry(part, **form.values(), by=request.user, at=now())

    return carry_out_at(place_of(part), request, form, record, "The section 47 enquiry has ended")


def let_in_partner(request: ViewerRequest, pk: int) -> HttpResponse:
    part = find_part(request, pk)
    footing.require_lasting(part.entry.child, request.user)
    meets_on = local_date(max(part.meeting.planned_at or now(), now()))
    start = {"ends_on": meets_on + timedelta(days=recording.PARTNER_SEES_IT_FOR.days)}
    form = forms.LetInForm(request.POST or None, partners=partners(), initial=start)

    def record() -> None:
        recording.let_in(
            part,
            user=form.cleaned_data["user"],
            ends_on=form.cleaned_data["ends_on"],
            by=request.user,
            at=now(),
        )

    intro = f"They see this meeting as far as it is about {part.child.first_name}, and nothing else of the record."
    title = "Let a partner see this meeting"
    return carry_out_at(place_of(part), request, form, record, title, intro=intro)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    part = find_part(request, pk)
    form = forms.StrikeOutForm(request.POST or None)

    def record() -> None:
        meetings.strike_out(part, reason=form.cleaned_data["reason"], by=request.user, at=now())

    intro = "Only this child’s part is struck out. If the meeting was about others, their parts stand."
    return carry_out_at(place_of(part), request, form, record, "This was recorded wrongly", intro=intro)


def _printing(request: ViewerRequest, pk: int) -> MeetingPage:
    part = request.viewer.open(Part, pk, "entry__by", "meeting__closed_by", what="print")
    return MeetingPage.of(part, request.viewer, now())


def print_pack(request: ViewerRequest, pk: int) -> HttpResponse:
    paper = papers.pack(_printing(request, pk))
    return printed(paper, file_name="meeting-papers.pdf", for_whom=request.user.name)


def print_record(request: ViewerRequest, pk: int) -> HttpResponse:
    paper = papers.record(_printing(request, pk))
    return printed(paper, file_name="meeting-record.pdf", for_whom=request.user.name)
