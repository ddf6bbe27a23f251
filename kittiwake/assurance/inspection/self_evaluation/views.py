"""Pages of the self-evaluation. Find, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.inspection.around import around
from kittiwake.assurance.inspection.models import Claim, SelfEvaluation
from kittiwake.assurance.inspection.self_evaluation import forms, recording
from kittiwake.assurance.inspection.self_evaluation.queries import newest
from kittiwake.assurance.inspection.self_evaluation.showing import ClaimPage, EvaluationPage
from kittiwake.ui.pages import not_yours, page

FORM = "inspection/form.html"


def _back() -> dict[str, str]:
    where = reverse("inspection:self_evaluation")
    return {"back_url": where, "cancel_url": where}


def _page(request: ViewerRequest, evaluation: SelfEvaluation | None) -> HttpResponse:
    shown = EvaluationPage(evaluation, request.viewer, now())
    words = {"shown": shown, "evaluation": evaluation, "around": around(request.viewer, "self_evaluation")}
    return page(request, "inspection/self_evaluation.html", words)


def self_evaluation(request: ViewerRequest) -> HttpResponse:
    return _page(request, newest())


def self_evaluation_version(request: ViewerRequest, pk: int) -> HttpResponse:
    rows = SelfEvaluation.objects.select_related("begun_by", "approved_by")
    return _page(request, get_object_or_404(rows, pk=pk))


def begin_self_evaluation(request: ViewerRequest) -> HttpResponse:
    form = forms.ButtonForm(request.POST if request.method == "POST" else None)
    intro = "The claims of the last version are taken over as they stood, and stay a draft until the director approves them."
    return carry_out(
        request,
        form,
        lambda: recording.begin(by=request.user, at=now()),
        FORM,
        {"title": "Begin the next version", "intro": intro, "button": "Begin", **_back()},
    )


def write_claim(request: ViewerRequest, pk: int) -> HttpResponse:
    evaluation = get_object_or_404(SelfEvaluation, pk=pk)
    form = forms.ClaimForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.write(evaluation, **form.facts(), by=request.user, at=now()),
        FORM,
        {"title": "Write a claim", **_back()},
        then=evaluation,
    )


def change_claim(request: ViewerRequest, pk: int) -> HttpResponse:
    claim = get_object_or_404(Claim.objects.select_related("evaluation"), pk=pk)
    known = {"question": claim.question, "words": claim.words, "says": claim.says, "measure": claim.measure}
    form = forms.ChangeClaimForm(request.POST or None, initial={**known, "version": claim.number})

    def record() -> None:
        facts = {"place": claim.place, "version": form.cleaned_data["version"]}
        recording.write(claim.evaluation, **facts, **form.facts(), by=request.user, at=now())

    context = {"title": "Write this claim anew", "shown": ClaimPage(claim), "claim": claim, **_back()}
    return carry_out(request, form, record, "inspection/change_claim.html", context, then=claim.evaluation)


def take_out_claim(request: ViewerRequest, pk: int) -> HttpResponse:
    claim = get_object_or_404(Claim.objects.select_related("evaluation"), pk=pk)
    form = forms.ButtonForm(request.POST if request.method == "POST" else None)
    return carry_out(
        request,
        form,
        lambda: recording.take_out(claim, by=request.user, at=now()),
        FORM,
        {"title": "Take this claim out", "intro": claim.words, "button": "Take it out", **_back()},
        then=claim.evaluation,
    )


def approve_self_evaluation(request: ViewerRequest, pk: int) -> HttpResponse:
    evaluation = get_object_or_404(SelfEvaluation, pk=pk)
    form = forms.ButtonForm(request.POST if request.method == "POST" else None)
    shown = EvaluationPage(evaluation, request.viewer, now())
    if recording.is_alone(shown.claims, request.user):
        back = reverse("inspection:self_evaluation")
        return not_yours(request, "Approve the self-evaluation", recording.ALONE, back_url=back)
    intro = "From then on nothing in it changes, and it is no draft any more."
    if shown.disagreements:
        intro += f" In {shown.disagreements} of its claims the figure says something else: read those first."
    return carry_out(
        request,
        form,
        lambda: recording.approve(evaluation, by=request.user, at=now()),
        FORM,
        {"title": "Approve the self-evaluation", "intro": intro, "button": "Approve it", **_back()},
        then=evaluation,
    )
