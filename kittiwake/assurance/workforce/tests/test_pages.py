"""The pages with the cast: the alarm, what each reader sees, refusals beside the question."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.workforce.absences import recording as absences
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.codes import MOVED_INSIDE
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.time.moments import local_date
from tests.cast import Cast, signed_in

OVER = "newly qualified worker over the protected caseload"


@pytest.fixture
def too_many(cast: Cast) -> Cast:
    """The worker holds two children and is newly qualified; the usual is one."""
    with acting_as_system() as system:
        by = {"by": system, "at": now()}
        caseloads.agree_caseload(
            starts_on=date(2026, 1, 1), usual=Decimal(1), protected_share=Decimal("0.9"), weights={}, source="Panel", **by
        )  # fmt: skip
        since = local_date(now()) - timedelta(days=60)
        supported_year.start_supported_year(cast.workers["worker"], starts_on=since, **by)
        absences.record_absence(cast.workers["worker"], kind="SIC", starts_on=since, **by)
    return cast


def page(cast: Cast, who: str, name: str = "workforce:caseloads", *args: int) -> str:
    return signed_in(cast.user(who)).get(reverse(name, args=args)).content.decode()


def test_the_manager_is_told_who_has_too_many(too_many: Cast) -> None:
    html = page(too_many, "manager")
    assert OVER in html
    assert "2 children, of at most 0.9" in html


def test_one_more_manager_is_not_shown_another_teams_worker(too_many: Cast) -> None:
    assert OVER not in page(too_many, "outsider")


def test_the_worker_reads_their_own_and_not_the_kind_of_absence(too_many: Cast) -> None:
    own, manager = (
        page(too_many, who, "workforce:worker", too_many.workers["worker"].pk)
        for who in ("worker", "manager")
    )
    assert "Induction and support agreement" in own
    assert "Overdue" in own
    assert "sickness" not in own
    assert "sickness" in manager


def test_a_refusal_stands_beside_the_question_and_keeps_what_was_typed(too_many: Cast) -> None:
    address = reverse("workforce:engage", args=[too_many.workers["worker"].pk])
    typed = {"kind": "permanent", "role": "5", "fte": "1.2", "swe_number": "SW0123456789"}
    day = {"starts_on_day": "5", "starts_on_month": "1", "starts_on_year": "2026"}
    once = {"once": str(uuid4())}
    html = signed_in(too_many.user("manager")).post(address, {**once, **typed, **day}).content.decode()
    assert "FTE cannot be over 1" in html
    assert 'value="1.2"' in html


def test_whoever_moves_to_another_post_has_left_this_one(cast: Cast) -> None:
    worker, today = cast.workers["worker"], local_date(now())
    facts = {"kind": "permanent", "role": "5", "fte": Decimal(1), "starts_on": today - timedelta(days=90)}
    engagement = engagements.engage(worker, **facts, by=cast.system, at=now())
    day = {"ends_on_day": today.day, "ends_on_month": today.month, "ends_on_year": today.year}
    sent = {"once": str(uuid4()), **day}
    moved = signed_in(cast.user("manager")).post(reverse("workforce:move", args=[worker.pk]), sent)
    assert moved.status_code == 302
    engagement.refresh_from_db()
    assert (engagement.ends_on, engagement.reason) == (today, MOVED_INSIDE)
    assert signed_in(cast.user("manager")).get(moved.request["PATH_INFO"]).status_code == 404
