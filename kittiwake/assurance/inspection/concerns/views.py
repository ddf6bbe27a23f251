"""Pages of concerns. Find, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.people import offer, who_may
from kittiwake.access.viewer import ViewerRequest
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.around import around
from kittiwake.assurance.inspection.concerns import forms, recording
from kittiwake.assurance.inspection.concerns.showing import ConcernPage, ConcernsPage
from kittiwake.assurance.inspection.concerns.standing import is_owner
from kittiwake.assurance.inspection.models import Concern, Inspection
from kittiwake.assurance.letters.models import Statement
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours, page

FORM = "inspection/form.html"


def _concern(pk: int) -> Concern:
    rows = Concern.objects.select_related("inspection", "owner", "raised_by", "closed_by", "statement")
    return get_object_or_404(rows, pk=pk)


def concerns(request: ViewerRequest) -> HttpResponse:
    return page(
        request,
        "inspection/concerns.html",
        {"shown": ConcernsPage(request.viewer, now()), "around": around(request.viewer, "concerns")},
    )


def concern(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ConcernPage(_concern(pk), request.viewer, now())
    request.viewer.listed(shown.child_ids)
    return page(request, "inspection/concern.html", {"shown": shown, "concern": shown.concern})


def raise_concern(request: ViewerRequest, pk: int) -> HttpResponse:
    visit = get_object_or_404(Inspection.objects.select_related("letter"), pk=pk)
    statements = Statement.objects.none()
    if visit.letter:
        statements = visit.letter.statements.confirmed().filter(concerns=None).order_by("ordinal")
    form = forms.ConcernForm(request.POST or None, statements=statements, initial=request.GET.dict())
    offer(form, "owner", who_may(Power.RECORD_INSPECTIONS, day=local_date(now())))
    return carry_out(
        request,
        form,
        lambda: recording.raise_concern(visit, **form.values(), by=request.user, at=now()),
        FORM,
        {"title": "Raise an area of concern", "caption": str(visit), "visit": visit},
    )


def give_concern(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(pk)
    form = forms.GiveForm(request.POST or None, initial={"version": concern.version})
    offer(form, "owner", who_may(Power.RECORD_INSPECTIONS, day=local_date(now())))
    return carry_out(
        request,
        form,
        lambda: recording.give(concern, **form.facts(), by=request.user, at=now()),
        FORM,
        {"title": "Somebody else answers for it", "concern": concern},
        then=concern,
    )


def judge_concern(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = ConcernPage(_concern(pk), request.viewer, now())
    visits = Inspection.objects.standing().filter(ends_on__gte=shown.concern.inspection.starts_on)
    form = forms.JudgeForm(
        request.POST or None,
        visits=visits.exclude(announced_on=None).order_by("-starts_on"),
        evidence=shown.concern.evidence.standing().order_by("-at", "-pk"),
    )
    request.viewer.listed(shown.child_ids)
    return carry_out(
        request,
        form,
        lambda: recording.judge(shown.concern, **form.values(), by=request.user, at=now()),
        "inspection/judge_concern.html",
        {"title": "Judge how far it is", "concern": shown.concern, "shown": shown},
        then=shown.concern,
    )


def close_concern(request: ViewerRequest, pk: int) -> HttpResponse:
    concern, title = _concern(pk), "Close this concern"
    if is_owner(concern, request.user):
        back = concern.get_absolute_url()
        return not_yours(request, title, rules.OWNER, back_url=back, caption=concern.words)
    form = forms.CloseForm(request.POST or None, initial={"version": concern.version})
    return carry_out(
        request,
        form,
        lambda: recording.close(concern, **form.facts(), by=request.user, at=now()),
        FORM,
        {"title": title, "concern": concern, "button": "Close it"},
        then=concern,
    )


def reopen_concern(request: ViewerRequest, pk: int) -> HttpResponse:
    concern = _concern(pk)
    form = forms.ReopenForm(request.POST or None, initial={"version": concern.version})
    return carry_out(
        request,
        form,
        lambda: recording.reopen(concern, **form.facts(), by=request.user, at=now()),
        FORM,
        {"title": "Open this concern again", "concern": concern, "button": "Open it again"},
        then=concern,
    )
