"""Pages of documents. Find through the viewer, bind a form, make one call, redirect."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.accounts.models import User
from kittiwake.primitives.documents import recording
from kittiwake.primitives.documents.arrivals import recording as arriving
from kittiwake.primitives.documents.arrivals.opening import whole_files
from kittiwake.primitives.documents.facts import Inert
from kittiwake.primitives.documents.forms import AddForm, AddToChildForm, StrikeOutForm
from kittiwake.primitives.documents.models import Document, Thumbnail
from kittiwake.primitives.documents.rules import MOST_BYTES
from kittiwake.primitives.documents.serving import served, served_small
from kittiwake.primitives.documents.showing import DocumentPage, Documents, belongs_to
from kittiwake.record.models import Child, Entry
from kittiwake.ui.forms import choose_from
from kittiwake.ui.pages import page

LIST, ADD = "documents/documents.html", "documents/add.html"


def _document(request: ViewerRequest, pk: int, what: str = "view") -> Document:
    return request.viewer.open(
        Document, pk, "entry__child", "entry__struck_out_by", "added_by", "struck_out_by", what=what
    )


def of_child(request: ViewerRequest, child_pk: int) -> HttpResponse:
    child = request.viewer.open(Child, child_pk)
    shown = Documents.of_child(child, request)
    add_url = reverse("documents:add", args=[child.pk])
    return page(request, LIST, {"shown": shown, "child": child, "add_url": add_url, "rows_page": shown.found})


def of_entry(request: ViewerRequest, pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, pk, "child", "struck_out_by")
    shown = Documents.of_entry(entry, request)
    add_url = "" if entry.is_struck_out else reverse("documents:add_to_entry", args=[entry.pk])
    context = {"shown": shown, "child": entry.child, "add_url": add_url, "rows_page": shown.found}
    return page(request, LIST, context)


def add(request: ViewerRequest, child_pk: int) -> HttpResponse:
    """To the child themselves, or to something that was recorded of them."""
    child = request.viewer.open(Child, child_pk)
    form = _offered(AddToChildForm(request.POST or None, request.FILES or None), child, request.user)
    choose_from(form, "kept_with", belongs_to(child, request.viewer))

    def keep() -> None:
        at, kept_with = now(), form.cleaned_data["kept_with"]
        with _looked_at(form) as files:
            if kept_with:
                entry = request.viewer.open(Entry, int(kept_with), "child")
                recording.keep(entry, files, **form.values(), by=request.user, at=at)
            else:
                recording.keep_of_child(child, files, **form.values(), by=request.user, at=at)

    then = reverse("documents:of_child", args=[child.pk])
    return carry_out(request, form, keep, ADD, _around(child, "", then), then=then)


def add_to_entry(request: ViewerRequest, pk: int) -> HttpResponse:
    entry = request.viewer.open(Entry, pk, "child")
    form = _offered(AddForm(request.POST or None, request.FILES or None), entry.child, request.user)

    def keep() -> None:
        with _looked_at(form) as files:
            recording.keep(entry, files, **form.values(), by=request.user, at=now())

    then = reverse("documents:of_entry", args=[entry.pk])
    return carry_out(request, form, keep, ADD, _around(entry.child, entry.summary, then), then=then)


Form = TypeVar("Form", bound=AddForm)


def _offered(form: Form, child: Child, user: User) -> Form:
    form.offer(whole_files(child, user, at=now()))
    return form


@contextmanager
def _looked_at(form: AddForm) -> Iterator[list[Inert]]:
    """While they are kept; what was sent in pieces goes with that."""
    with form.looked_at() as files:
        yield files
    arriving.forget(form.taken)


def _around(child: Child, intro: str, then: str) -> dict[str, Any]:
    arrivals_url = reverse("documents:arrivals", args=[child.pk])
    return {
        "child": child,
        "intro": intro,
        "cancel_url": then,
        "arrivals_url": arrivals_url,
        "most": MOST_BYTES,
    }


def document(request: ViewerRequest, pk: int) -> HttpResponse:
    shown = DocumentPage(_document(request, pk), request.viewer)
    return page(request, "documents/document.html", {"shown": shown})


def download(request: ViewerRequest, pk: int) -> HttpResponseBase:
    return _given_out(_document(request, pk, "export"), inline=False)


def picture(request: ViewerRequest, pk: int) -> HttpResponseBase:
    """As it stands in a page: a picture, or a recording that the page plays."""
    return _given_out(_document(request, pk), inline=True, part=request.headers.get("Range", ""))


def thumbnail(request: ViewerRequest, pk: int) -> HttpResponseBase:
    """As it stands in a list: a reading like any other."""
    document = _document(request, pk)
    if not document.may_be_opened:
        return redirect(document)
    return served_small(get_object_or_404(Thumbnail, document=document))


def _given_out(document: Document, *, inline: bool, part: str = "") -> HttpResponseBase:
    """What waits for the scanner, or was thrown away, is not given out: its page says why."""
    return served(document, inline=inline, part=part) if document.may_be_opened else redirect(document)


def strike_out(request: ViewerRequest, pk: int) -> HttpResponse:
    document = _document(request, pk)
    form = StrikeOutForm(request.POST or None)
    return carry_out(
        request,
        form,
        lambda: recording.strike_out(document, reason=form.cleaned_data["reason"], by=request.user, at=now()),
        "documents/strike_out.html",
        {"document": document},
        then=document,
    )
