"""Practice standards: what they say, who may change them, and that clock, board and measure follow."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.audits import on_record
from kittiwake.practice.meetings.rules import FIRST_CORE_GROUP, STRATEGY_HELD
from kittiwake.practice.missing.rules import RETURN_INTERVIEW
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.models import LocalLimit
from kittiwake.primitives.measures import catalogue
from tests.cast import NOW, Cast, signed_in

TODAY = date(2026, 11, 23)
KEY = STRATEGY_HELD.key


@pytest.fixture
def today(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def text(cast: Cast, who: str, path: str, status: int = 200) -> str:
    answer = signed_in(cast.user(who)).get(path)
    assert answer.status_code == status
    return answer.content.decode()


def sent(cast: Cast, who: str, key: str, **answers: Any):  # type: ignore[no-untyped-def]
    day = {"effective_from_day": "1", "effective_from_month": "12", "effective_from_year": "2026"}
    facts = {"count": 12, "why": "Agreed in scrutiny", "version": 0, "once": str(uuid4()), **day, **answers}
    return signed_in(cast.user(who)).post(f"/standards/{key.replace('.', '-')}/limit/", facts)


def test_every_standard_has_a_page_that_says_what_it_is(cast: Cast) -> None:
    page = text(cast, "worker", "/standards/")
    for standard in standards().values():
        assert f'href="/standards/{standard.slug}/"' in page
        assert standard.title in text(cast, "member", f"/standards/{standard.slug}/")
    text(cast, "worker", "/standards/nothing-such/", 404)
    text(cast, "young_person", "/standards/", 403)


def test_the_principal_social_worker_changes_our_own_limit(cast: Cast, today: None) -> None:
    assert "24 hours" in text(cast, "worker", f"/standards/{STRATEGY_HELD.slug}/")
    assert sent(cast, "principal", KEY).status_code == 302
    page = text(cast, "worker", f"/standards/{STRATEGY_HELD.slug}/")
    for said in (
        "12 hours from 1 December 2026",
        "Agreed in scrutiny",
        "Set by Principal on 23 November 2026",
    ):
        assert said in page
    assert "24 hours (through nights" in page
    assert "Measure" in page
    assert "Meeting asked for, and not held in time" in page
    assert "From 1 December 2026: 12 hours" in text(cast, "worker", "/standards/")
    late = sent(cast, "director", KEY, count=6)
    assert "Somebody else has just changed this standard" in late.content.decode()


@pytest.mark.parametrize(
    ("who", "key", "status"),
    [
        ("worker", KEY, 403),
        ("service_manager", KEY, 403),
        ("auditor", KEY, 403),
        ("director", RETURN_INTERVIEW.key, 403),
    ],
)
def test_nobody_else_does_and_nobody_what_law_sets(
    cast: Cast, today: None, who: str, key: str, status: int
) -> None:
    assert sent(cast, who, key).status_code == status
    assert not LocalLimit.objects.exists()


def test_a_day_that_has_passed_is_refused_and_what_was_typed_is_kept(cast: Cast, today: None) -> None:
    answer = sent(cast, "principal", KEY, effective_from_month="10")
    assert answer.status_code == 422
    assert "Choose today or a later day" in answer.content.decode()
    assert "Agreed in scrutiny" in answer.content.decode()


# What neither a measure nor a broken link judges by, and what does go by it.
READ_ELSEWHERE = {
    "audits.fewest_compared": "the page that compares rounds of audits",
    "audits.fewest_pairs": "the agreement of second marks",
    "audits.least_drawn": "drawing a sample",
    "insight.fewest_counted": "every figure of whoever sees no child",
    "insight.fewest_shared": "every figure of whoever sees no child",
    "insight.published_after": "when a quarter’s figures are shown to whoever sees no child",
    **dict.fromkeys(
        [
            f"inspection.{one}"
            for one in ("again", "lists", "monitoring", "next", "notice", "self_evaluation")
        ],
        "what comes next in the calendar of inspections",
    ),
    "inspection.opened_shown": "what inspectors opened",
    "own_pages.longest": "how long a young person’s page is given for",
    "own_pages.youngest": "from which age a young person is given their page",
    **dict.fromkeys(
        [f"retention.{one}" for one in ("child_protection", "child_in_need", "other")],
        "the page of records that have reached their end",
    ),
    "return_interviews.times_asked": "when a clock that the law sets is over",
    "risk.fewest_pairs": "the agreement of second marks",
    "supervision.fewest_readings": "what readings of a team’s supervision show",
    "supervision.written_up": "what a reading of a supervision knows by itself",
    "transitions.adult_services_before_18": "when a clock that the law sets begins",
    "workforce.fewest_leavers": "why people left",
    **dict.fromkeys(
        [
            f"workforce.first_year_{one}"
            for one in ("induction", "shadowing", "review_3", "review_6", "review_12")
        ],
        "the dates of a first year",
    ),
}


def test_what_reads_a_standard_says_so_and_names_one_there_is() -> None:
    known = set(standards())
    readers = [*catalogue.links(), *catalogue.measures().values()]
    assert {key for one in readers for key in one.reads} <= known
    unread = {
        key for key, one in standards().items() if one.local and not any(key in r.reads for r in readers)
    }
    unread -= {key for reads in on_record.READS.values() for key in reads}
    assert unread == READ_ELSEWHERE.keys()


def test_what_no_law_asks_is_said_to_be_voluntary(cast: Cast) -> None:
    page = text(cast, "worker", "/standards/")
    assert page.index("Voluntary national standards") < page.index("Supervision (weekly at first)")
    assert "no law makes a council keep it" in text(cast, "worker", "/standards/supervision-weekly/")


def test_the_edition_in_force_today_is_cited(cast: Cast, today: None) -> None:
    page = text(cast, "worker", f"/standards/{FIRST_CORE_GROUP.slug}/")
    assert "Working Together 2026 (read in that of 2023, chapter 3): within 10 working days" in page


@pytest.fixture(autouse=True)
def _limits_read_anew(db: None):  # type: ignore[no-untyped-def]
    """A test's own body acts as Kittiwake all along, and what it has read it keeps."""
    limits.forget()
    with acting_as_system():
        yield
