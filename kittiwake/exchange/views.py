"""Pages of an import: the file, the preview in piles, each decision, recording and undoing."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.exchange import forms, recording
from kittiwake.exchange.background import recording as recording_of_asking
from kittiwake.exchange.formats_old import FORMATS
from kittiwake.exchange.models import Import, ImportFile, ImportRow
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.showing import Work, headings_of
from kittiwake.history.refusal import refusals_on
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page
from kittiwake.ui.paging import by_number

CONFIRM = "exchange/confirm.html"


def _mine(request: ViewerRequest, pk: int) -> Import:
    """An import is looked over by who made it; one made in nobody's own name by all who run imports."""
    return get_object_or_404(_ours(request), pk=pk)


def _ours(request: ViewerRequest) -> QuerySet[Import]:
    return Import.objects.filter(Q(user=request.user) | Q(is_shared=True))


def imports(request: ViewerRequest) -> HttpResponse:
    mine = _ours(request).select_related("user").prefetch_related("files").order_by("-pk")
    return page(request, "exchange/imports.html", {"page": by_number(request, mine), "formats": FORMATS})


def start(request: ViewerRequest) -> HttpResponse:
    form = forms.ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            chosen = FORMATS[form.cleaned_data["format_key"]]
            source = open_source(file.read(), file.name, is_xml=chosen.is_xml)
            return redirect(
                recording.preview(form.cleaned_data["format_key"], [source], by=request.user, at=now())
            )
        except UnreadableFile as refused:
            form.add_error("file", refused.sentence)
    return page(
        request, "ui/form_page.html", {"title": "Import a file", "form": form, "button": "Read the file"}
    )


def import_(request: ViewerRequest, pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    counts = dict(batch.rows.values_list("verdict").annotate(Count("pk")))
    piles = [(key, title, counts.get(key, 0)) for key, title in ImportRow.VERDICTS]
    wanted = request.GET.get("pile", "")
    pile = wanted if wanted in counts else next((key for key, _, count in piles if count), ImportRow.NEW)
    rows = batch.rows.filter(verdict=pile).select_related("file", "child").order_by("file_id", "id")
    shown = by_number(request, rows)
    visible = _visible(request, shown.rows)
    for row in shown.rows:
        row.tells = _children_of(row) <= visible
    request.viewer.listed(visible)
    waiting = sum(1 for _ in recording.to_record(batch)) if batch.is_open else 0
    context = {
        "batch": batch, "format": FORMATS[batch.format], "piles": piles, "pile": pile, "shown": shown,
        "visible": visible, "waiting": waiting, "files": list(batch.files.all()), "work": Work(batch, now()),
    }  # fmt: skip
    return page(request, "exchange/import.html", context)


def progress(request: ViewerRequest, pk: int) -> HttpResponse:
    """How far it is, for the page to ask again and again; when it has ended the page is read anew."""
    batch = _mine(request, pk)
    shown = page(request, "exchange/_work.html", {"batch": batch, "work": Work(batch, now())})
    if not batch.asked:
        shown["HX-Refresh"] = "true"
    return shown


def _children_of(row: ImportRow) -> set[int]:
    """The children a row's message may name: whom it is about, or who it may be."""
    return {*row.candidates, *([row.child_id] if row.child_id else [])}


def _visible(request: ViewerRequest, rows: list[ImportRow]) -> set[int]:
    """A file is judged beside the whole record; whoever reads the preview may not see all of it."""
    asked = set().union(*map(_children_of, rows))
    return set(request.viewer.children.filter(pk__in=asked).values_list("pk", flat=True))


def columns(request: ViewerRequest, pk: int, file_pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    file = get_object_or_404(ImportFile, pk=file_pk, batch=batch)
    form = forms.ColumnsForm(file, headings_of(file), request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            try:
                return redirect(
                    recording.correct_columns(
                        batch, file=file, columns=form.columns(file), by=request.user, at=now()
                    )
                )
            except UnreadableFile as refused:
                form.add_error(None, refused.sentence)
    intro = (
        "Say which column of the file holds each thing. It is remembered for files with the same headings."
    )
    context = {
        "title": "Which column is which?",
        "form": form,
        "intro": intro,
        "button": "Read the file again",
    }
    return page(request, "ui/form_page.html", {**context, "cancel_url": batch.get_absolute_url()})


def hidden(request: ViewerRequest, pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    form = GovForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            try:
                return redirect(recording.take_hidden(batch, by=request.user, at=now()))
            except UnreadableFile as refused:
                form.add_error(None, refused.sentence)
    words = "Somebody hid these rows in the workbook. Look at why before you take them in. The file is read again with them."
    title, button = "Take in the rows of hidden sheets?", "Read them too"
    return page(
        request, CONFIRM, {"title": title, "batch": batch, "form": form, "button": button, "words": words}
    )


def decide(request: ViewerRequest, pk: int, row_pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    row = get_object_or_404(ImportRow, pk=row_pk, batch=batch)
    asked = _children_of(row)
    children = list(request.viewer.children.filter(pk__in=asked).prefetch_related("identifiers"))
    row.tells = len(children) == len(asked)
    request.viewer.listed([child.pk for child in children])
    form = forms.DecisionForm(row, children, request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            decision, child_pk, met_in = form.answer()
            child = next((child for child in children if child.pk == child_pk), None)
            recording.decide(row, decision=decision, child=child, met_in=met_in, by=request.user, at=now())
            return redirect(f"{batch.get_absolute_url()}?pile=needs_person")
    title = f"Row {row.line}"
    return page(request, "exchange/decide.html", {"title": title, "batch": batch, "row": row, "form": form})


def commit(request: ViewerRequest, pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    form = GovForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording_of_asking.ask(batch, Import.RECORD, by=request.user, at=now())
            return redirect(batch)
    context = {
        "title": "Put these rows on the record?",
        "batch": batch,
        "form": form,
        "button": "Put them on the record",
    }
    return page(
        request,
        CONFIRM,
        {**context, "words": "All of them are recorded, or none. You can undo the whole import."},
    )


def undo(request: ViewerRequest, pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    form = GovForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording_of_asking.ask(batch, Import.UNDO, by=request.user, at=now())
            return redirect(batch)
    words = "What it recorded is struck out with the reason “undone”. It cannot be undone where people have gone on from it since."
    return page(
        request,
        CONFIRM,
        {"title": "Undo this import?", "batch": batch, "form": form, "button": "Undo it", "words": words},
    )


def discard(request: ViewerRequest, pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    form = GovForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            recording.discard(batch, by=request.user, at=now())
            return redirect("exchange:imports")
    words = "Nothing has been recorded. What the file said is forgotten."
    return page(
        request,
        CONFIRM,
        {
            "title": "Discard this preview?",
            "batch": batch,
            "form": form,
            "button": "Discard it",
            "words": words,
        },
    )
