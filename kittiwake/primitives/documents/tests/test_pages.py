"""Documents from a phone to the record and back: added, listed, opened, struck out."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from kittiwake.access.models import Reading
from kittiwake.history.models import Event
from kittiwake.primitives.documents import recording
from kittiwake.primitives.documents.looking import looked_at
from kittiwake.primitives.documents.models import Document, Piece
from kittiwake.primitives.documents.tests import files
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Entry
from tests.cast import NOW, Cast, signed_in

FACTS: dict[str, Any] = {"kind": "letter", "title": "", "from_on": None, "given_by": ""}
LETTER = b"What the school wrote"


@pytest.fixture
def entry(cast: Cast) -> Entry:
    return record.enter(
        cast.ash, kind="missing.episode", summary="Kept with", happened_at=NOW, by=cast.system, at=NOW
    )


@pytest.fixture
def document(cast: Cast, entry: Entry) -> Document:
    return kept(cast, entry, files.sent("letter.txt", LETTER))[0]


def kept(cast: Cast, entry: Entry, *sent: SimpleUploadedFile, **facts: Any) -> list[Document]:
    with looked_at(sent) as inert:
        return recording.keep(entry, inert, by=cast.user("worker"), at=NOW, **{**FACTS, **facts})


def photographed(cast: Cast, child: Child, title: str, **facts: Any) -> Document:
    facts = {**FACTS, "kind": "photograph", "title": title, **facts}
    with looked_at([files.sent("photo.jpg", files.picture())]) as inert:
        entry = recording.keep_of_child(child, inert, by=cast.user("worker"), at=NOW, **facts)
    return entry.documents.get()


def send(
    cast: Cast, url: str, *sent: SimpleUploadedFile, who: str = "worker", **answers: Any
) -> HttpResponse:
    answers = {"once": str(uuid4()), "kind": "letter", "chosen": list(sent), **answers}
    return signed_in(cast.user(who)).post(url, answers)


def page(cast: Cast, url: str, who: str = "worker") -> str:
    answer = signed_in(cast.user(who)).get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def fetched(cast: Cast, document: Document, name: str = "download", who: str = "worker") -> HttpResponse:
    return signed_in(cast.user(who)).get(reverse(f"documents:{name}", args=[document.pk]))


def bytes_of(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content)


def of_child(child: Child) -> str:
    return reverse("documents:of_child", args=[child.pk])


def test_several_files_are_added_to_a_child_at_once(cast: Cast) -> None:
    url = reverse("documents:add", args=[cast.ash.pk])
    assert "multiple" in page(cast, url)
    sent = [files.sent("From school.txt", LETTER), files.sent("form.pdf", files.PDF)]
    answer = send(
        cast, url, *sent, given_by="The school", from_on_day="1", from_on_month="11", from_on_year="2026"
    )
    assert answer["Location"] == of_child(cast.ash)
    first, second = Document.objects.order_by("pk")
    assert (first.title, first.format, first.from_on, first.given_by) == (
        "From school", "txt", date(2026, 11, 1), "The school"
    )  # fmt: skip
    assert second.entry == first.entry
    assert first.entry.summary == "Letter or email: From school, form"
    assert set(Event.objects.filter(what="documents.kept").values_list("child_id", flat=True)) == {
        cast.ash.pk
    }
    shown = page(cast, of_child(cast.ash))
    assert "From school" in shown
    assert "form" in shown
    assert bytes_of(fetched(cast, first)) == LETTER


def test_one_title_for_several_is_numbered(cast: Cast, entry: Entry) -> None:
    two = kept(cast, entry, files.sent("a.txt", b"a"), files.sent("b.txt", b"b"), title="Letters")
    assert [each.title for each in two] == ["Letters (1 of 2)", "Letters (2 of 2)"]


def test_a_file_is_added_to_an_entry_and_stands_under_it_on_the_chronology(cast: Cast, entry: Entry) -> None:
    url = reverse("documents:add_to_entry", args=[entry.pk])
    answer = send(cast, url, files.sent("letter.txt", LETTER), title="From the head teacher")
    assert answer.status_code == 302
    assert "From the head teacher" in page(cast, answer["Location"])
    assert "From the head teacher" in page(cast, reverse("desk:chronology", args=[cast.ash.pk]))


def test_the_same_file_again_is_asked_about(cast: Cast, entry: Entry, document: Document) -> None:
    url = reverse("documents:add_to_entry", args=[entry.pk])
    answer = send(cast, url, files.sent("again.txt", LETTER))
    assert answer.status_code == 422
    assert "The same file is kept here as “letter”" in answer.content.decode()
    assert send(cast, url, files.sent("again.txt", LETTER), as_well="yes").status_code == 302
    assert Document.objects.count() == 2


def test_it_is_given_out_so_that_nothing_in_it_runs(cast: Cast, entry: Entry) -> None:
    (document,) = kept(cast, entry, files.sent("x.pdf", files.PDF_WITH_SCRIPT), title='a"\r\n/../x: <b>‮fdp')
    for name in ("download", "picture"):
        answer = fetched(cast, document, name)
        assert answer["Content-Disposition"] == 'attachment; filename="a .. x b fdp.pdf"'
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer["Cache-Control"] == "no-store"
        assert answer["Content-Type"] == "application/pdf"
        assert int(answer["Content-Length"]) == len(bytes_of(answer)) == len(files.PDF_WITH_SCRIPT)


def test_only_a_picture_made_here_stands_in_the_page(cast: Cast) -> None:
    document = photographed(cast, cast.ash, "School photograph")
    answer = fetched(cast, document, "picture")
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert bytes_of(answer).startswith(b"\xff\xd8")
    assert reverse("documents:picture", args=[document.pk]) in page(cast, document.get_absolute_url())


def test_every_opening_is_in_the_log_of_reading(cast: Cast, document: Document) -> None:
    before = Reading.objects.count()
    bytes_of(fetched(cast, document))
    (line,) = Reading.objects.order_by("-pk")[: Reading.objects.count() - before]
    assert (line.what, line.page, line.child_id) == ("export", "documents:download", cast.ash.pk)


def test_the_newest_photograph_stands_on_the_childs_page(cast: Cast) -> None:
    older = photographed(cast, cast.ash, "Older", from_on=date(2025, 1, 1))
    newer = photographed(cast, cast.ash, "Newer", from_on=date(2026, 1, 1))
    photographed(cast, cast.ash, "Of no day")
    child = reverse("desk:child", args=[cast.ash.pk])
    assert f"/documents/{newer.pk}/picture/" in page(cast, child)
    recording.strike_out(newer, reason="Another child", by=cast.user("worker"), at=NOW)
    shown = page(cast, child)
    assert f"/documents/{older.pk}/picture/" in shown
    assert "Newer" not in shown


def test_it_is_struck_out_and_stays_to_be_seen(cast: Cast, document: Document) -> None:
    url = reverse("documents:strike_out", args=[document.pk])
    assert "Strike out this document" in page(cast, url)
    assert send(cast, url, reason="Another family").status_code == 302
    document.refresh_from_db()
    assert (document.struck_out_reason, document.entry.is_struck_out) == ("Another family", False)
    shown = page(cast, document.get_absolute_url())
    assert "Another family" in shown
    assert "It is wrong" not in shown
    assert "was struck out" in send(cast, url, reason="x").content.decode()
    assert Piece.objects.filter(document=document).exists()


def test_an_entry_for_nothing_but_its_documents_goes_with_the_last(cast: Cast) -> None:
    document = photographed(cast, cast.ash, "Wrong child")
    recording.strike_out(document, reason="x", by=cast.user("worker"), at=NOW)
    document.entry.refresh_from_db()
    assert document.entry.is_struck_out


def test_nothing_is_added_to_what_was_struck_out(cast: Cast, entry: Entry) -> None:
    record.strike_out(entry, reason="x", by=cast.user("worker"), at=NOW)
    url = reverse("documents:add_to_entry", args=[entry.pk])
    answer = send(cast, url, files.sent("letter.txt", LETTER))
    assert "This was struck out" in answer.content.decode()
    assert not Document.objects.exists()
    assert "Add a photograph" not in page(cast, reverse("documents:of_entry", args=[entry.pk]))


def test_a_title_is_found_by_whoever_may_read_it(cast: Cast, entry: Entry) -> None:
    kept(cast, entry, files.sent("x.txt", b"x"), title="Letter from the lighthouse")
    for who, is_found in (("worker", True), ("outsider", False), ("support", False)):
        answer = signed_in(cast.user(who)).post(reverse("desk:search"), {"sought": "lighthouse"})
        assert ("Document: Letter from the lighthouse" in answer.content.decode()) is is_found, who


@pytest.mark.parametrize("name", ["document", "download", "picture", "strike_out"])
def test_the_outsider_finds_nothing_and_a_partner_is_refused(
    cast: Cast, document: Document, name: str
) -> None:
    url = reverse(f"documents:{name}", args=[document.pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("partner")).get(url).status_code == 403


def test_an_inspector_reads_and_adds_nothing(cast: Cast, document: Document, entry: Entry) -> None:
    assert "Strike out" not in page(cast, document.get_absolute_url(), "inspector")
    url = reverse("documents:add_to_entry", args=[entry.pk])
    assert send(cast, url, files.sent("x.txt", b"x"), who="inspector").status_code == 403


def test_what_belongs_to_something_recorded_is_kept_with_it(cast: Cast, entry: Entry) -> None:
    url = reverse("documents:add", args=[cast.ash.pk])
    assert "23 Nov 2026: Kept with" in page(cast, url)
    another = record.enter(
        cast.rowan, kind="missing.episode", summary="Elsewhere", happened_at=NOW, by=cast.system, at=NOW
    )
    assert send(cast, url, files.sent("x.txt", b"x"), kept_with=another.pk).status_code == 422
    assert send(cast, url, files.sent("x.txt", b"x"), kept_with=entry.pk).status_code == 302
    assert Document.objects.get().entry == entry
