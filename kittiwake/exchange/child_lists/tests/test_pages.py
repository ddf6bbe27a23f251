"""The pages of child-level lists: asked for, made by a worker, looked over, opened by whoever asked."""

from __future__ import annotations

import io
from datetime import timedelta
from uuid import uuid4

import openpyxl
import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kittiwake.access import recording as access
from kittiwake.access.models import Reading
from kittiwake.exchange.child_lists import making, recording
from kittiwake.exchange.models import ChildLists, ChildListsFile
from kittiwake.history.refusal import Refused
from kittiwake.practice.duties import recording as duties
from kittiwake.record.models import Team
from tests.cast import NOW, Cast, signed_in

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def at_now(time_machine: time_machine.TimeMachineFixture, cast: Cast) -> None:
    time_machine.move_to(NOW)
    for child in (cast.ash, cast.hazel):
        since = TODAY - timedelta(days=50)
        duties.start_track(child, kind="child_in_need", starts_on=since, by=cast.system, at=NOW)


def made(cast: Cast, by: str = "analyst") -> ChildLists:
    lists = recording.ask(TODAY, by=cast.user(by), at=NOW)
    making.make(lists_id=lists.pk)
    lists.refresh_from_db()
    return lists


def send(client: Client, **day: object) -> object:
    return client.post(reverse("exchange:lists"), {"once": str(uuid4()), **day})


def test_they_are_asked_for_and_made(cast: Cast) -> None:
    client = signed_in(cast.user("analyst"))
    answer = send(client, on_day=TODAY.day, on_month=TODAY.month, on_year=TODAY.year)
    lists = ChildLists.objects.get()
    assert answer["Location"] == lists.get_absolute_url()  # type: ignore[index]
    page = client.get(lists.get_absolute_url()).content.decode()
    assert "0% is read" in page
    making.make(lists_id=lists.pk)
    page = client.get(lists.get_absolute_url()).content.decode()
    assert "6: Children in need" in page
    assert "Children you may not see are not in these lists" in page
    assert cast.ash.council_id not in page


def test_the_workbook_is_opened_and_every_reading_logged(cast: Cast) -> None:
    lists = made(cast)
    answer = signed_in(cast.user("analyst")).get(reverse("exchange:lists_file", args=[lists.pk]))
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer)))  # type: ignore[arg-type]
    assert book.sheetnames == [f"List {number}" for number in range(1, 12)]
    found = [row[0] for row in book["List 6"].iter_rows(min_row=2, values_only=True)]
    assert found == [cast.ash.council_id]
    readings = Reading.objects.filter(what="export", user_id=cast.user("analyst").pk)
    assert [(reading.page, reading.shown) for reading in readings.order_by("pk")] == [
        ("exchange:child_lists", [cast.ash.pk]),
        ("exchange:lists_file", [cast.ash.pk]),
    ]


def test_nobody_else_opens_it(cast: Cast) -> None:
    lists = made(cast)
    for person in ("director", "inspector"):
        client = signed_in(cast.user(person))
        for page in ("child_lists", "lists_file"):
            assert client.get(reverse(f"exchange:{page}", args=[lists.pk])).status_code == 404
    assert signed_in(cast.user("worker")).get(reverse("exchange:lists")).status_code == 403


def test_it_is_gone_after_a_day(cast: Cast, time_machine: time_machine.TimeMachineFixture) -> None:
    lists, client = made(cast), signed_in(cast.user("analyst"))
    time_machine.move_to(NOW + timedelta(days=1, minutes=1))
    client = signed_in(cast.user("analyst"))
    answer = client.get(reverse("exchange:lists_file", args=[lists.pk]))
    assert answer["Location"] == lists.get_absolute_url()
    assert "kept for a day" in client.get(lists.get_absolute_url()).content.decode()
    making.clear_lists(0)
    assert not ChildListsFile.objects.exists()


def test_who_was_restricted_since_is_not_shown(cast: Cast) -> None:
    """The workbook is not opened, and nobody is told why: it is made again."""
    lists = made(cast)
    access.restrict(cast.ash, reason="A relative of a councillor", named=[], by=cast.system, at=NOW)
    answer = signed_in(cast.user("analyst")).get(reverse("exchange:lists_file", args=[lists.pk]))
    assert answer["Location"] == lists.get_absolute_url()
    again = made(cast)
    assert again.pk != lists.pk
    assert ChildListsFile.objects.get(lists=again).children == []


def test_asked_for_twice_while_they_are_made_they_are_made_once(cast: Cast) -> None:
    first, second = (recording.ask(TODAY, by=cast.user("analyst"), at=NOW) for _ in range(2))
    assert first == second
    making.make(lists_id=first.pk)
    making.make(lists_id=first.pk)
    assert ChildListsFile.objects.count() == 1


def test_a_day_to_come_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="today or an earlier day"):
        recording.ask(TODAY + timedelta(days=1), by=cast.user("analyst"), at=NOW)


def test_who_makes_no_lists_is_given_none(cast: Cast) -> None:
    with pytest.raises(Refused, match="does not make the lists"):
        recording.read(cast.user("worker"), TODAY)
    assert not Reading.objects.filter(what="export").exists()


def test_a_worker_that_fails_leaves_nothing_but_that_it_failed(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = recording.ask(TODAY, by=cast.user("analyst"), at=NOW)

    def fails(*_: object, **__: object) -> None:
        raise ValueError(cast.ash.name)

    monkeypatch.setattr(recording, "annex_a_workbook", fails)
    with pytest.raises(making.Stopped) as stopped:
        making.make(lists_id=lists.pk)
    assert cast.ash.name not in str(stopped.value)
    lists.refresh_from_db()
    assert lists.broken_at
    assert not ChildListsFile.objects.exists()
    page = signed_in(cast.user("analyst")).get(lists.get_absolute_url()).content.decode()
    assert "could not be made" in page


def test_a_team_that_is_called_like_a_formula_stays_text(cast: Cast) -> None:
    Team.objects.filter(pk=cast.north.pk).update(name="=HYPERLINK(1)")
    lists = made(cast)
    content = bytes(ChildListsFile.objects.get(lists=lists).content)
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for row in book["List 6"].iter_rows(min_row=2) for cell in row]
    assert "'=HYPERLINK(1)" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} & {"f"} == set()
