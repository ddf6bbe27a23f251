"""Refused openings are in the log, with the child they were about, which whoever was refused does not learn from it."""

from __future__ import annotations

import pytest
from django.db import connection

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Reading
from kittiwake.record.recording import enter
from tests.cast import NOW, Cast, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]


def lines() -> list[tuple]:
    return list(
        Reading.objects.filter(what="refused")
        .values_list("user_id", "page", "child_id", "why")
        .order_by("pk")
    )


def test_a_hidden_child_an_absent_one_and_a_page_not_for_this_role(cast: Cast) -> None:
    outsider, partner = cast.user("outsider"), cast.user("partner")
    assert signed_in(outsider).get(f"/children/{cast.hazel.pk}/").status_code == 404
    assert signed_in(outsider).get("/children/999999/").status_code == 404
    assert signed_in(partner).get(f"/children/{cast.ash.pk}/access/").status_code == 403
    assert lines() == [
        (outsider.pk, "desk:child", cast.hazel.pk, "refused"),
        (outsider.pk, "desk:child", None, "refused"),
        (partner.pk, "access:who_can_see", cast.ash.pk, "refused"),
    ]


def test_those_who_see_the_child_see_who_was_refused_and_whoever_was_does_not(cast: Cast, manager) -> None:
    outsider = cast.user("outsider")
    signed_in(outsider).get(f"/children/{cast.ash.pk}/access/")
    shown = signed_in(manager).get(f"/children/{cast.ash.pk}/readings/").content.decode()
    assert "Asked to open it and was refused" in shown
    with acting_as(outsider):
        assert not Reading.objects.filter(what="refused").exists()


def test_the_child_behind_a_row_of_another_kind_is_found_for_the_log_alone(cast: Cast, worker) -> None:
    entry = enter(cast.rowan, kind="test.note", summary="x", happened_at=NOW, by=cast.system, at=NOW)
    with acting_as(worker), connection.cursor() as cursor:
        cursor.execute("SELECT access_log_refusal('x:y', 'record.entry', %s, '')", [entry.pk])
        cursor.execute("SELECT has_function_privilege('access_child_behind(text, bigint)', 'EXECUTE')")
        assert cursor.fetchone() == (False,)
    assert lines() == [(worker.pk, "x:y", cast.rowan.pk, "refused")]


def test_an_opening_by_breaking_glass_that_was_refused_is_logged(cast: Cast) -> None:
    signed_in(cast.user("partner")).get("/break-glass/")
    assert [line[1] for line in lines()] == ["access:break_glass"]
