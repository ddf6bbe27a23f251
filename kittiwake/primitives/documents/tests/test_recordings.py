"""A recording of what was said is heard on its page, from any place in it, and is nothing else to a browser."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.urls import reverse

from kittiwake.primitives.documents import recording
from kittiwake.primitives.documents.models import Document
from kittiwake.primitives.documents.ranges import asked_part
from kittiwake.primitives.documents.tests import files
from kittiwake.primitives.documents.tests.test_pages import bytes_of, entry, kept, page
from kittiwake.record.models import Entry
from tests.cast import NOW, Cast, signed_in

__all__ = ["entry"]  # the fixture
MARKUP = b"<html><script>alert(1)</script></html>"
SOUND = files.tone() + MARKUP


@pytest.fixture
def said(cast: Cast, entry: Entry) -> Document:
    return kept(cast, entry, files.sent("What she said.wav", SOUND), kind="said")[0]


def heard(cast: Cast, document: Document, **headers: str) -> HttpResponse:
    url = reverse("documents:picture", args=[document.pk])
    return signed_in(cast.user("worker")).get(url, headers=headers)


def test_it_is_played_on_its_page_when_somebody_asks(cast: Cast, said: Document) -> None:
    shown = page(cast, said.get_absolute_url())
    assert '<audio class="kw-recording" controls preload="none"' in shown
    assert reverse("documents:download", args=[said.pk]) in shown
    policy = signed_in(cast.user("worker")).get(said.get_absolute_url())["Content-Security-Policy"]
    assert "media-src 'self'" in policy
    recording.strike_out(said, reason="Another child", by=cast.user("worker"), at=NOW)
    assert "<audio" not in page(cast, said.get_absolute_url())


def test_nothing_in_it_runs(cast: Cast, said: Document) -> None:
    answer = heard(cast, said)
    assert bytes_of(answer) == SOUND
    assert answer["Content-Type"] == "audio/wav"
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_it_is_heard_from_any_place(cast: Cast, said: Document) -> None:
    answer = heard(cast, said, Range="bytes=100-199")
    assert (answer.status_code, answer["Content-Range"]) == (206, f"bytes 100-199/{len(SOUND)}")
    assert bytes_of(answer) == SOUND[100:200]
    assert answer["Content-Length"] == "100"
    assert answer["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("", None),
        ("bytes=0-", (0, 1000)),
        ("bytes=0-1", (0, 2)),
        ("bytes=990-5000", (990, 1000)),
        ("bytes=-10", (990, 1000)),
        ("bytes=-5000", (0, 1000)),
        ("bytes=-", None),
        ("bytes=1000-", None),
        ("bytes=20-10", None),
        ("bytes=0-1,5-6", None),
        ("bytes=-0", None),
        ("bytes=a-b", None),
        ("bytes=" + "9" * 40 + "-", None),
    ],
)
def test_which_part_was_asked_for(asked: str, part: tuple[int, int] | None) -> None:
    assert asked_part(asked, 1000) == part


def test_a_file_that_is_no_recording_is_given_whole(cast: Cast, entry: Entry) -> None:
    (letter,) = kept(cast, entry, files.sent("x.pdf", files.PDF))
    answer = heard(cast, letter, Range="bytes=0-1")
    assert (answer.status_code, bytes_of(answer)) == (200, files.PDF)
