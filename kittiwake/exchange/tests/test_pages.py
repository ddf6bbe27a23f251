"""The pages that take an import back or throw its preview away: what they ask, do and show, and for whom there are none."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.http import HttpResponse
from procrastinate.contrib.django.models import ProcrastinateJob

from kittiwake.exchange import recording
from kittiwake.exchange.background.recording import work_on
from kittiwake.exchange.columns import columns_of
from kittiwake.exchange.models import Import
from kittiwake.exchange.showing import Work, headings_of
from kittiwake.exchange.tests.police_lists import ASH, STRANGER, a_list, taken_in
from kittiwake.practice.missing.models import Episode
from tests.cast import NOW, Cast, signed_in


def ask(cast: Cast, batch: Import, page: str, who: str = "analyst") -> tuple[HttpResponse, HttpResponse]:
    """What the page asks, and what is answered to its button."""
    client, address = signed_in(cast.user(who)), f"{batch.get_absolute_url()}{page}/"
    return client.get(address), client.post(address, {"once": str(uuid4())})


def shown(cast: Cast, batch: Import) -> str:
    return signed_in(cast.user("analyst")).get(batch.get_absolute_url()).content.decode()


def test_a_whole_import_is_taken_back_and_the_page_says_how_far_it_is(cast: Cast) -> None:
    batch = taken_in(cast, ASH, STRANGER)
    assert "Undo the whole import" in shown(cast, batch)
    asked, sent = ask(cast, batch, "undoing")
    assert "Undo this import?" in asked.content.decode()
    assert sent["Location"] == batch.get_absolute_url()

    batch.refresh_from_db()
    page = shown(cast, batch)
    assert batch.state in page
    work = Work(batch, NOW)
    assert (work.verb, work.total, work.done) == ("Taken back", 2, None)
    assert "Undo the whole import" not in page
    work_on(**ProcrastinateJob.objects.get().args)
    assert "Undone" in shown(cast, batch)
    assert not Episode.objects.standing().exists()


def test_a_preview_that_is_thrown_away_keeps_nothing_the_file_said(cast: Cast) -> None:
    batch = recording.preview("police-missing", [a_list(ASH)], by=cast.user("analyst"), at=NOW)
    assert "Discard this preview" in shown(cast, batch)
    asked, sent = ask(cast, batch, "discarding")
    assert "Discard this preview?" in asked.content.decode()
    assert sent["Location"] == "/imports/"
    assert list(batch.rows.values_list("facts", "message")) == [({}, "Discarded")]
    assert "Discarded" in shown(cast, batch)
    file = batch.files.get()
    assert columns_of(file)
    assert headings_of(file) == {}  # of what was let go nothing is left to correct


@pytest.mark.parametrize("page", ["undoing", "discarding"])
@pytest.mark.parametrize(("who", "status"), [("outsider", 403), ("support", 404)])
def test_nobody_else_takes_it_back_or_throws_it_away(cast: Cast, page: str, who: str, status: int) -> None:
    batch = taken_in(cast, ASH)
    assert {answer.status_code for answer in ask(cast, batch, page, who)} == {status}
    batch.refresh_from_db()
    assert batch.state == "Recorded"
