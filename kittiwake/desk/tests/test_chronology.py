"""The chronology tells what happened: the outcome, who was seen, and what the child said; on the page and on paper."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from page import ValidationProfile, validate_pdf_bytes
from pypdf import PdfReader

from kittiwake.practice.direct_work.sessions import recording as work
from kittiwake.practice.loop.tests.test_loop import page
from kittiwake.practice.replies.tests.making import interview
from kittiwake.record import recording as record
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in


@pytest.fixture(autouse=True)
def _clock(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def told(cast: Cast) -> Cast:
    """An absence and an interview, and a visit before it."""
    interview(cast, alone=True)
    by = {"by": cast.user("worker"), "at": NOW}
    held = {"held": Moment(NOW - timedelta(days=9)), "worker_name": "Robin", "seen": True, "alone": True}
    work.hold(cast.ash, **held, tried="Walked along the pier", **by)
    return cast


def words_of(made: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(made)).pages).split())


def chronology(cast: Cast, who: str = "worker", asked: str = "") -> str:
    return page(cast, who, f"{cast.ash.get_absolute_url()}chronology/{asked}")


@pytest.mark.parametrize("asked", ["", "?print=yes"])
def test_it_tells_the_outcome_who_was_seen_and_what_the_child_said(told: Cast, asked: str) -> None:
    shown = chronology(told, asked=asked)
    for words in (
        "Returned 20 November 2026 at 9pm",
        "Held by Robin, alone",
        "“I want my phone back”",
        "Seen by Robin, alone",
        "Walked along the pier",
    ):
        assert words in shown


def test_it_is_a_paper_that_a_screen_reader_can_read(told: Cast) -> None:
    response = signed_in(told.user("worker")).get(f"{told.ash.get_absolute_url()}chronology/paper/")
    assert response.status_code == 200
    found = validate_pdf_bytes(response.content, profile=ValidationProfile.PDF_UA_1)
    assert [one.message for one in found.failures] == []
    read = words_of(response.content)
    for words in (
        "Chronology: Ash Alder",
        "The last 12 months",
        "I want my phone back",
        "Walked along the pier",
    ):
        assert words in read


def test_struck_out_it_is_told_with_who_and_why_and_the_outsider_has_no_paper(told: Cast) -> None:
    visit = told.ash.entries.get(kind="direct_work.session")
    record.strike_out(visit, reason="Another child", by=told.user("worker"), at=NOW)
    path = f"{told.ash.get_absolute_url()}chronology/paper/"
    read = words_of(signed_in(told.user("worker")).get(path).content)
    assert "Struck out by Worker" in read
    assert signed_in(told.user("outsider")).get(path).status_code == 404
