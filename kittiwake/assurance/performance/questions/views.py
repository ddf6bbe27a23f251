"""Pages of members' questions. Bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.performance.models import Question, Report
from kittiwake.assurance.performance.questions import recording
from kittiwake.assurance.performance.questions.forms import (
    AnswerForm,
    AskForm,
    CloseForm,
    FollowUpForm,
    HandOverForm,
)
from kittiwake.assurance.performance.questions.showing import QUESTION_COLUMNS, QuestionShown, in_order, row
from kittiwake.assurance.performance.settings import ANSWER
from kittiwake.primitives.clocks import limits
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import not_yours, page
from kittiwake.ui.paging import Page, by_number

FORM = "ui/form_page.html"


def questions(request: ViewerRequest) -> HttpResponse:
    rows_page: Page[Question] = by_number(request, in_order())
    table = [row(question, now()) for question in rows_page.rows]
    context = {"rows_page": rows_page, "table": table, "columns": QUESTION_COLUMNS}
    return page(request, "performance/questions.html", context)


def _question(pk: int) -> Question:
    return get_object_or_404(Question.objects.select_related("report__count", "asked_by", "closed_by"), pk=pk)


def question(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = QuestionShown(_question(pk), request.viewer, now())
    return page(request, "performance/question.html", {"shown": shown})


def ask(request: ViewerRequest, pk: int) -> HttpResponse:
    report = get_object_or_404(Report.objects.select_related("count"), pk=pk)
    if report.count is None:
        raise Http404
    form = AskForm(
        request.POST or None, about=_about(report), initial={"about": request.GET.get("about", "")}
    )
    back = report.get_absolute_url()
    context = {"title": "Ask a question", "caption": report.title, "button": "Ask", "back_url": back}
    return carry_out(
        request,
        form,
        lambda: recording.ask(report, **form.facts(), by=request.user, at=now()),
        FORM,
        {
            **context,
            "cancel_url": back,
            "intro": f"Whoever answers for it has {limits.within_on(ANSWER, local_date(now()))}.",
        },
    )


def _about(report: Report) -> list[tuple[str, str]]:
    """Each theme, and beneath it its figures."""
    assert report.count is not None
    titles = {row.measure: row.definition["title"] for row in report.count.measures.all()}
    pairs = []
    for theme in report.count.themes:
        pairs.append((theme["key"], theme["title"]))
        keys = dict.fromkeys([*theme["measures"], *theme["heard"]])
        pairs += [
            (f"{theme['key']}:{key}", f"{theme['title']}: {titles[key]}") for key in keys if key in titles
        ]
    return pairs


def answer(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = QuestionShown(_question(pk), request.viewer, now())
    form = AnswerForm(request.POST or None, initial={"number": shown.last.number})
    back = reverse("performance:question", args=[pk])
    context = {
        "title": "Answer a question",
        "caption": shown.about,
        "intro": shown.last.text,
        "button": "Answer",
    }
    return carry_out(
        request,
        form,
        lambda: recording.answer(shown.question, **form.facts(), by=request.user, at=now()),
        FORM,
        {**context, "back_url": back, "cancel_url": back},
        then=back,
    )


def hand_over(request: ViewerRequest, pk: int) -> HttpResponse:
    shown, form = QuestionShown(_question(pk), request.viewer, now()), HandOverForm(request.POST or None)
    back = reverse("performance:question", args=[pk])
    context = {"title": "Hand it to somebody else", "caption": shown.about, "intro": shown.last.text}
    return carry_out(
        request,
        form,
        lambda: recording.hand_over(shown.question, worker=form.to_whom(), by=request.user, at=now()),
        FORM,
        {**context, "back_url": back, "cancel_url": back},
        then=back,
    )


def follow_up(request: ViewerRequest, pk: int) -> HttpResponse:
    shown, form = QuestionShown(_question(pk), request.viewer, now()), FollowUpForm(request.POST or None)
    back = reverse("performance:question", args=[pk])
    context = {"title": "Ask again", "caption": shown.about, "intro": shown.last.answer, "button": "Ask"}
    return carry_out(
        request,
        form,
        lambda: recording.follow_up(shown.question, text=form.words(), by=request.user, at=now()),
        FORM,
        {**context, "back_url": back, "cancel_url": back},
        then=back,
    )


def close(request: ViewerRequest, pk: int) -> HttpResponse:
    shown, form = QuestionShown(_question(pk), request.viewer, now()), CloseForm(request.POST or None)
    back, title = reverse("performance:question", args=[pk]), "Close this question"
    if not shown.is_theirs:
        return not_yours(request, title, recording.NOT_ASKED_BY_YOU, back_url=back, caption=shown.about)
    context = {"title": title, "caption": shown.about, "intro": shown.last.text, "button": "Close it"}
    return carry_out(
        request,
        form,
        lambda: recording.close(shown.question, by=request.user, at=now()),
        FORM,
        {**context, "back_url": back, "cancel_url": back},
        then=back,
    )
