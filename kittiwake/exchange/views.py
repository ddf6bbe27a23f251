"""Pages of an import: the file, the preview in piles, each decision, recording and undoing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.exchange import forms, recording
from kittiwake.exchange.background import recording as background
from kittiwake.exchange.columns import columns_of, numbered
from kittiwake.exchange.formats import format_named
from kittiwake.exchange.models import Import, ImportFile, ImportRow
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.showing import ShownRow, Work, children_of, headings_of, shown_files, written_by
from kittiwake.history.refusal import Refused
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page
from kittiwake.ui.paging import Page, by_number

CONFIRM = "exchange/confirm.html"


def _mine(request: ViewerRequest, pk: int) -> Import:
    """An import is looked over by who made it; one made in nobody's own name by all who run imports."""
    return get_object_or_404(_ours(request), pk=pk)


def _ours(request: ViewerRequest) -> QuerySet[Import]:
    return Import.objects.filter(Q(user=request.user) | Q(is_shared=True))


def imports(request: ViewerRequest) -> HttpResponse:
    mine = _ours(request).select_related("user").prefetch_related("files").order_by("-pk")
    return page(request, "exchange/imports.html", {"page": by_number(request, mine)})


def start(request: ViewerRequest) -> HttpResponse:
    form = forms.ImportForm(request.POST or None, request.FILES or None)
    context = {"title": "Import a file", "button": "Read the file"}

    def preview() -> Import:
        name, file = form.cleaned_data["format_key"], form.cleaned_data["file"]
        source = open_source(file.read(), file.name, is_xml=format_named(name).is_xml)
        return recording.preview(name, [source], by=request.user, at=now())

    return carry_out(request, form, lambda: _read(preview, field="file"), "ui/form_page.html", context)


def _read(read: Callable[[], Import], *, field: str | None = None) -> Import:
    """A file that cannot be read is refused on the form, like what cannot be recorded."""
    try:
        return read()
    except UnreadableFile as unreadable:
        raise Refused(unreadable.sentence, field=field) from unreadable


def import_(request: ViewerRequest, pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    chosen = format_named(batch.format)
    counts = dict(batch.rows.values_list("verdict").annotate(Count("pk")))
    piles = [(key, title, counts.get(key, 0)) for key, title in ImportRow.VERDICTS]
    wanted = request.GET.get("pile", "")
    pile = wanted if wanted in counts else next((key for key, _, count in piles if count), ImportRow.NEW)
    rows = batch.rows.filter(verdict=pile).select_related("file", "child").order_by("file_id", "id")
    shown: Page[ImportRow] = by_number(request, rows)
    visible = _visible(request, shown.rows)
    request.viewer.listed(visible)
    waiting = batch.is_open and recording.to_record(batch).exists()
    context = {
        "batch": batch, "format": chosen, "piles": piles, "pile": pile, "shown": shown, "waiting": waiting,
        "rows": [ShownRow(row, chosen, visible) for row in shown.rows], "files": shown_files(batch, chosen),
        "work": Work(batch, now()), "written": written_by(batch) if batch.recorded_at else [],
    }  # fmt: skip
    return page(request, "exchange/import.html", context)


def progress(request: ViewerRequest, pk: int) -> HttpResponse:
    """How far it is, for the page to ask again and again; when it has ended the page is read anew."""
    batch = _mine(request, pk)
    shown = page(request, "exchange/_work.html", {"batch": batch, "work": Work(batch, now())})
    if not batch.asked:
        shown["HX-Refresh"] = "true"
    return shown


def _visible(request: ViewerRequest, rows: Sequence[ImportRow]) -> set[int]:
    """A file is judged beside the whole record; whoever reads the preview may not see all of it."""
    asked = set[int]().union(*map(children_of, rows))
    return set(request.viewer.children.filter(pk__in=asked).values_list("pk", flat=True))


def columns(request: ViewerRequest, pk: int, file_pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    file = get_object_or_404(ImportFile, pk=file_pk, batch=batch)
    understood, headings = columns_of(file), headings_of(file)
    table = numbered(file).get(request.GET.get("sheet", "1"))
    layout = format_named(batch.format).layout
    if layout is None or table is None:
        raise Http404
    form = forms.ColumnsForm(layout, understood[table], headings.get(table, []), request.POST or None)

    def correct() -> Import:
        return recording.correct_columns(
            batch, file=file, table=table, columns=form.columns(), by=request.user, at=now()
        )

    context = {
        "title": "Which column is which?" if len(understood) == 1 else f"Which column is which in ‘{table}’?",
        "intro": "Say which column of the file holds each thing. It is remembered for files with the same headings.",
        "button": "Read the file again",
        "cancel_url": batch.get_absolute_url(),
    }
    return carry_out(request, form, lambda: _read(correct), "ui/form_page.html", context)


def hidden(request: ViewerRequest, pk: int) -> HttpResponse:
    batch, form = _mine(request, pk), GovForm(request.POST or None)

    def take() -> Import:
        return recording.take_hidden(batch, by=request.user, at=now())

    words = "Somebody hid these rows in the workbook. Look at why before you take them in. The file is read again with them."
    context = {
        "title": "Take in the rows of hidden sheets?", "batch": batch, "button": "Read them too", "words": words
    }  # fmt: skip
    return carry_out(request, form, lambda: _read(take), CONFIRM, context)


def decide(request: ViewerRequest, pk: int, row_pk: int) -> HttpResponse:
    batch = _mine(request, pk)
    row = get_object_or_404(ImportRow, pk=row_pk, batch=batch)
    children = list(request.viewer.children.filter(pk__in=children_of(row)).prefetch_related("identifiers"))
    request.viewer.listed([child.pk for child in children])
    form = forms.DecisionForm(row, children, request.POST or None)
    chosen = format_named(batch.format)

    def record() -> None:
        decision, child_pk, met_in = form.answer()
        child = next((child for child in children if child.pk == child_pk), None)
        recording.decide(row, decision=decision, child=child, met_in=met_in, by=request.user, at=now())

    shown = ShownRow(row, chosen, {child.pk for child in children})
    context = {
        "title": f"Row {row.line}", "batch": batch, "row": row, "shown": shown,
        "says": chosen.tells(chosen.facts_of(row)) if row.facts else "",
    }  # fmt: skip
    then = f"{batch.get_absolute_url()}?pile=needs_person"
    return carry_out(request, form, record, "exchange/decide.html", context, then=then)


def commit(request: ViewerRequest, pk: int) -> HttpResponse:
    batch, form = _mine(request, pk), GovForm(request.POST or None)

    def ask() -> None:
        background.ask(batch, Import.RECORD, by=request.user, at=now())

    words = "All of them are recorded, or none. You can undo the whole import."
    context = {
        "title": "Put these rows on the record?", "batch": batch, "button": "Put them on the record", "words": words
    }  # fmt: skip
    return carry_out(request, form, ask, CONFIRM, context, then=batch)


def undo(request: ViewerRequest, pk: int) -> HttpResponse:
    batch, form = _mine(request, pk), GovForm(request.POST or None)

    def ask() -> None:
        background.ask(batch, Import.UNDO, by=request.user, at=now())

    words = "What it recorded is struck out with the reason “undone”. It cannot be undone where people have gone on from it since."
    context = {"title": "Undo this import?", "batch": batch, "button": "Undo it", "words": words}
    return carry_out(request, form, ask, CONFIRM, context, then=batch)


def discard(request: ViewerRequest, pk: int) -> HttpResponse:
    batch, form = _mine(request, pk), GovForm(request.POST or None)

    def throw_away() -> None:
        recording.discard(batch, by=request.user, at=now())

    words = "Nothing has been recorded. What the file said is forgotten."
    context = {"title": "Discard this preview?", "batch": batch, "button": "Discard it", "words": words}
    return carry_out(request, form, throw_away, CONFIRM, context, then="exchange:imports")
