"""Pages of reports. Find what may be read, bind a form, make one call, redirect."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.assurance.performance.counts import recording as counts
from kittiwake.assurance.performance.counts.telling import telling_sentences
from kittiwake.assurance.performance.models import PlannedAction, Report, ReportTheme
from kittiwake.assurance.performance.reports import paper as papers
from kittiwake.assurance.performance.reports import recording
from kittiwake.assurance.performance.reports.forms import (
    ActionForm,
    BeginForm,
    DoneForm,
    PublishForm,
    ReplaceForm,
    SureForm,
    ThemeForm,
    WithdrawForm,
    WriteForm,
)
from kittiwake.assurance.performance.reports.listing import ReportsPage
from kittiwake.assurance.performance.reports.queries import before, report_or_404
from kittiwake.assurance.performance.reports.showing import ReportShown
from kittiwake.assurance.performance.reports.theme_page import ThemePage
from kittiwake.assurance.performance.reports.worth_asking import worth_asking
from kittiwake.ui.pages import page
from kittiwake.ui.paper import printed

FORM = "ui/form_page.html"


def reports(request: ViewerRequest) -> HttpResponse:
    return page(request, "performance/reports.html", {"shown": ReportsPage(request.viewer, now())})


def _shown(request: ViewerRequest, pk: int) -> ReportShown:
    report = report_or_404(request.viewer, pk)
    return ReportShown(report, request.viewer, now(), before(report))


def report(request: ViewerRequest, pk: int) -> HttpResponse:
    """Who asks again and again how far the figures are reads the whole page when they are there."""
    shown = _shown(request, pk)
    context = {"shown": shown, "worth_asking": worth_asking(shown)}
    response = page(request, "performance/report.html", context, fragment="counting")
    if request.headers.get("HX-Target") == "counting" and not shown.counting:
        response["HX-Refresh"] = "true"
    return response


def theme(request: ViewerRequest, pk: int, key: str) -> HttpResponse:
    shown = _shown(request, pk)
    for each in shown.themes:
        if each["key"] == key:
            return page(request, "performance/theme.html", {"shown": ThemePage(shown, each)})
    raise Http404


def paper(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = _shown(request, pk)
    return printed(papers.whole(shown), file_name="report.pdf", for_whom=request.user.name)


def _draft(pk: int) -> Report:
    return get_object_or_404(Report, pk=pk)


def begin(request: ViewerRequest) -> HttpResponse:
    form, back = BeginForm(request.POST or None), reverse("performance:reports")
    context = {"title": "Begin a report", "button": "Begin", "back_url": back, "cancel_url": back}

    def record() -> Report:
        return recording.begin(**form.facts(), by=request.user, at=now())

    return carry_out(request, form, record, FORM, context)


def replace(request: ViewerRequest, pk: int) -> HttpResponse:
    replaced = _draft(pk)
    there = list(replaced.pages.filter(taken_out_at=None).values_list("theme", flat=True))
    initial = {"title": replaced.title, "first": replaced.first_on, "last": replaced.last_on, "themes": there}
    form, back = ReplaceForm(request.POST or None, initial=initial), replaced.get_absolute_url()

    def record() -> Report:
        why = form.cleaned_data["why_replaced"]
        return recording.begin(**form.facts(), replaces=replaced, why_replaced=why, by=request.user, at=now())

    context = {"title": "Replace this report", "caption": replaced.title, "button": "Begin the new one"}
    context |= {"intro": "Both stay to be read. The new one is a draft until it is published."}
    return carry_out(request, form, record, FORM, {**context, "back_url": back, "cancel_url": back})


def write(request: ViewerRequest, pk: int) -> HttpResponse:
    draft = _draft(pk)
    initial: dict[str, object] = {
        "title": draft.title,
        "summary": draft.summary,
        "next_on": draft.next_on,
        "version": draft.version,
    }
    initial["themes"] = list(draft.pages.filter(taken_out_at=None).values_list("theme", flat=True))
    form, back = WriteForm(request.POST or None, initial=initial), draft.get_absolute_url()
    context = {"title": "Front of the report", "caption": draft.title, "back_url": back, "cancel_url": back}
    return carry_out(
        request,
        form,
        lambda: recording.write(draft, **form.facts(), by=request.user, at=now()),
        FORM,
        context,
        then=draft,
    )


def _page(pk: int, key: str) -> ReportTheme:
    rows = ReportTheme.objects.select_related("report").filter(taken_out_at=None)
    return get_object_or_404(rows, report=pk, theme=key)


def write_theme(request: ViewerRequest, pk: int, key: str) -> HttpResponse:
    written, shown = _page(pk, key), _shown(request, pk)
    initial = {name: getattr(written, name) for name in ("says", "heard", "sure", "sure_why")}
    form = ThemeForm(request.POST or None, initial={**initial, "version": written.report.version})
    back = reverse("performance:theme", args=[pk, key])
    declared = next(each for each in shown.themes if each["key"] == key)
    context = {"theme_page": ThemePage(shown, declared), "back_url": back, "cancel_url": back}
    return carry_out(
        request,
        form,
        lambda: recording.write_theme(written, **form.facts(), by=request.user, at=now()),
        "performance/write_theme.html",
        context,
        then=back,
    )


def plan_action(request: ViewerRequest, pk: int, key: str) -> HttpResponse:
    written, form = _page(pk, key), ActionForm(request.POST or None)
    back = reverse("performance:theme", args=[pk, key])
    context = {
        "title": "Promise an action",
        "caption": written.report.title,
        "back_url": back,
        "cancel_url": back,
    }
    return carry_out(
        request,
        form,
        lambda: recording.plan_action(written, **form.facts(), by=request.user, at=now()),
        FORM,
        context,
        then=back,
    )


def _action(pk: int) -> PlannedAction:
    return get_object_or_404(PlannedAction.objects.select_related("report", "worker"), pk=pk)


def take_out_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action, form = _action(pk), SureForm(request.POST or None)
    back = reverse("performance:theme", args=[action.report_id, action.theme])
    context = {"title": "Take this action out", "caption": action.report.title, "button": "Take it out"}
    return carry_out(
        request,
        form,
        lambda: recording.take_out_action(action, by=request.user, at=now()),
        FORM,
        {**context, "intro": action.what, "back_url": back, "cancel_url": back},
        then=back,
    )


def finish_action(request: ViewerRequest, pk: int) -> HttpResponse:
    action, form = _action(pk), DoneForm(request.POST or None)
    back = reverse("performance:theme", args=[action.report_id, action.theme])
    context = {"title": "It is done", "caption": action.report.title, "intro": action.what}
    return carry_out(
        request,
        form,
        lambda: recording.finish_action(action, **form.facts(), by=request.user, at=now()),
        FORM,
        {**context, "back_url": back, "cancel_url": back},
        then=back,
    )


def count(request: ViewerRequest, pk: int) -> HttpResponse:
    draft, form = _draft(pk), SureForm(request.POST or None)
    back = draft.get_absolute_url()
    intro = (
        "A worker counts them, of what is on the record now. You can go on writing meanwhile. "
        "What is recorded later changes nothing until you have them counted again."
    )
    context = {"title": "Have the figures counted", "caption": draft.title, "button": "Count", "intro": intro}
    return carry_out(
        request,
        form,
        lambda: counts.ask(draft, by=request.user, at=now()),
        FORM,
        {**context, "back_url": back, "cancel_url": back},
        then=draft,
    )


def publish(request: ViewerRequest, pk: int) -> HttpResponse:
    """As it is read on this page: the form says which count and which words those were."""
    shown = _shown(request, pk)
    if request.method == "GET" and (shown.report.is_published or shown.count is None):
        return redirect(shown.report)
    telling = telling_sentences(shown.report, shown.count) if shown.count else []
    initial = {"version": shown.report.version, "count": shown.count.number if shown.count else 0}
    form = PublishForm(request.POST or None, initial=initial, has_numbers=bool(telling))
    return carry_out(
        request,
        form,
        lambda: recording.publish(shown.report, **form.facts(), by=request.user, at=now()),
        "performance/publish.html",
        {"shown": shown, "telling": telling},
        then=shown.report,
    )


def withdraw(request: ViewerRequest, pk: int) -> HttpResponse:
    published = _draft(pk)
    form, back = WithdrawForm(request.POST or None), published.get_absolute_url()
    context = {"title": "Withdraw this report", "caption": published.title, "button": "Withdraw"}
    return carry_out(
        request,
        form,
        lambda: recording.withdraw(published, why=form.reason(), by=request.user, at=now()),
        FORM,
        {**context, "back_url": back, "cancel_url": back},
        then=published,
    )
