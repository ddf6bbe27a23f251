"""Documents in a list: a page at a time, small pictures, what was struck out."""

from __future__ import annotations

import io
import re

import pytest
from django.urls import reverse
from PIL import Image

from kittiwake.access.models import Reading
from kittiwake.primitives.documents import recording
from kittiwake.primitives.documents.models import Document, Thumbnail
from kittiwake.primitives.documents.tests import files
from kittiwake.primitives.documents.tests.test_pages import (
    entry,
    fetched,
    kept,
    of_child,
    page,
    photographed,
)
from kittiwake.record.models import Entry
from tests.cast import NOW, Cast

__all__ = ["entry"]  # the fixture


def named(shown: str) -> list[str]:
    return re.findall(r'class="govuk-link govuk-!-font-weight-bold" href="[^"]*">([^<]*)<', shown)


def test_a_long_list_comes_a_page_at_a_time(cast: Cast, entry: Entry) -> None:
    for some in range(3):
        kept(cast, entry, *(files.sent(f"Letter {10 * some + each:02}.txt", b"x") for each in range(10)))
    first = page(cast, of_child(cast.ash))
    assert named(first) == [f"Letter {number:02}" for number in range(29, 4, -1)]
    (address,) = re.findall(r'href="(\?after=\d+)"', first)
    assert named(page(cast, of_child(cast.ash) + address)) == [
        f"Letter {number:02}" for number in range(4, -1, -1)
    ]


def test_a_picture_is_small_in_the_list_and_each_look_at_it_is_a_reading(cast: Cast) -> None:
    document = photographed(cast, cast.ash, "School photograph")
    assert reverse("documents:thumbnail", args=[document.pk]) in page(cast, of_child(cast.ash))
    before = Reading.objects.count()
    answer = fetched(cast, document, "thumbnail")
    (line,) = Reading.objects.order_by("-pk")[: Reading.objects.count() - before]
    assert (line.what, line.page, line.child_id) == ("view", "documents:thumbnail", cast.ash.pk)
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "no-store"
    with Image.open(io.BytesIO(answer.content)) as small:
        assert (small.format, small.size) == ("JPEG", (60, 40))


def test_a_large_picture_is_made_small_and_a_clear_one_stands_on_white(cast: Cast, entry: Entry) -> None:
    clear = io.BytesIO()
    Image.new("RGBA", (1000, 500), (0, 0, 0, 0)).save(clear, "PNG")
    (document,) = kept(cast, entry, files.sent("x.png", clear.getvalue()))
    with Image.open(io.BytesIO(bytes(document.thumbnail.content))) as small:
        assert (small.size, small.getpixel((9, 9))) == ((200, 100), (255, 255, 255))


def test_what_is_no_picture_has_no_small_one(cast: Cast, entry: Entry) -> None:
    (document,) = kept(cast, entry, files.sent("x.txt", b"x"))
    assert fetched(cast, document, "thumbnail").status_code == 404


def test_a_virus_found_later_takes_the_small_picture_with_it(cast: Cast) -> None:
    document = photographed(cast, cast.ash, "Held")
    Document.objects.filter(pk=document.pk).update(scan=Document.WAITING)
    assert fetched(cast, document, "thumbnail").status_code == 302
    assert reverse("documents:thumbnail", args=[document.pk]) not in page(cast, of_child(cast.ash))
    recording.note_scan(document, Document.FOUND, by=cast.system, at=NOW)
    assert not Thumbnail.objects.exists()


@pytest.mark.parametrize("name", ["document", "download", "picture", "thumbnail"])
def test_what_was_struck_out_stays_to_be_read_as_entries_do(cast: Cast, name: str) -> None:
    """Whoever has to see what was wrong opens it; it stands before nobody's eyes by itself."""
    document = photographed(cast, cast.ash, "Of another child")
    recording.strike_out(document, reason="Another child", by=cast.user("worker"), at=NOW)
    answer = fetched(cast, document, name)
    assert answer.status_code == 200
    assert b"".join(answer)  # to its end
    assert fetched(cast, document, name, "outsider").status_code == 404
    for shown in (page(cast, document.get_absolute_url()), page(cast, of_child(cast.ash))):
        assert "Of another child" in shown
        assert "<img" not in shown
    child = page(cast, reverse("desk:child", args=[cast.ash.pk]))
    assert "Of another child" not in child
