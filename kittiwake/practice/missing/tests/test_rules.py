"""The rules of a missing episode, as tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.escalation import rules as escalation
from kittiwake.practice.missing.notifications import rules as notifications
from kittiwake.practice.missing.rules import Moments, Often
from kittiwake.primitives.clocks import catalogue

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def hours(count: float) -> datetime:
    return NOON + timedelta(hours=count)


@pytest.mark.parametrize(
    ("moments", "wrong"),
    [
        (Moments(hours(0), hours(1)), None),
        (Moments(None, hours(1)), None),
        (Moments(hours(0), hours(1), hours(2), hours(3)), None),
        (Moments(hours(0), hours(1), None, hours(0)), None),
        (Moments(hours(2), hours(1)), "last seen after they were reported"),
        (Moments(hours(1), hours(2), hours(0)), "located before they went missing"),
        (Moments(hours(1), hours(2), None, hours(0)), "returned before they went missing"),
        (Moments(hours(0), hours(1), hours(4), hours(3)), "returned before they were located"),
        (Moments(hours(0), hours(30)), "in the future"),
    ],
)
def test_it_says_what_is_wrong_with_the_order_of_the_moments(moments: Moments, wrong: str | None) -> None:
    said = rules.out_of_order(moments, at=hours(24))
    assert said is None if wrong is None else wrong in (said or "")


@pytest.mark.parametrize(
    ("cancelled", "closed", "moments", "name", "is_open"),
    [
        (False, False, Moments(hours(0), hours(1)), "missing", True),
        (False, False, Moments(hours(0), hours(1), hours(2)), "located", True),
        (False, False, Moments(hours(0), hours(1), hours(2), hours(3)), "returned", False),
        (False, True, Moments(hours(0), hours(1)), "closed", False),
        (True, False, Moments(hours(0), hours(1)), "cancelled", False),
    ],
)
def test_being_located_is_not_being_back(
    cancelled: bool, closed: bool, moments: Moments, name: str, is_open: bool
) -> None:
    outcome = rules.outcome(cancelled=cancelled, closed=closed, moments=moments)
    assert (outcome.name, outcome.is_open) == (name, is_open)


AFTER = {"24h": 24, "48h": 48, "72h": 72, "168h": 7 * 24, "672h": 28 * 24}
ORDINARY = [level.reached_after(timedelta(hours=AFTER[level.key])) for level in escalation.LEVELS]


@pytest.mark.parametrize(
    ("age", "reached"),
    [
        (23.9, []),
        (24, ["24h"]),
        (48, ["24h", "48h"]),
        (72, ["24h", "48h", "72h"]),
        (7 * 24, ["24h", "48h", "72h", "168h"]),
        (28 * 24, ["24h", "48h", "72h", "168h", "672h"]),
    ],
)
def test_an_open_episode_is_escalated(age: float, reached: list[str]) -> None:
    assert [level.key for level in escalation.levels_reached(ORDINARY, NOON, None, hours(age))] == reached


def test_an_episode_that_is_over_is_escalated_no_further() -> None:
    assert [level.key for level in escalation.levels_reached(ORDINARY, NOON, hours(30), hours(500))] == [
        "24h"
    ]


def test_the_next_level_says_who_and_when() -> None:
    level, at = escalation.next_level(ORDINARY, NOON, hours(25)) or pytest.fail("no level")
    assert (level.who, at) == ("Service manager", hours(48))


IN_CARE = ["reviewing_officer", "placing_authority"]


@pytest.mark.parametrize(
    ("standing", "whom"),
    [
        ({}, ["police", "parents"]),
        ({"has_worker": True}, ["police", "parents", "worker"]),
        ({"looked_after": True, "has_worker": True}, ["police", "parents", *IN_CARE, "worker"]),
        ({"looked_after": True, "out_of_area": True}, ["police", "parents", *IN_CARE, "host_authority"]),
        # Regulation 40(4): by a children's home, of a child who may be sexually exploited.
        (
            {"looked_after": True, "placement": "K2", "sexually_exploited": True},
            ["police", "parents", *IN_CARE, "ofsted"],
        ),
        (
            {"looked_after": True, "placement": "U4", "sexually_exploited": True},
            ["police", "parents", *IN_CARE],
        ),
        ({"looked_after": True, "placement": "K2"}, ["police", "parents", *IN_CARE]),
        ({"unaccompanied": True}, ["police", "parents", "home_office", "guardian"]),
        ({"trafficked": True}, ["police", "parents", "home_office", "guardian"]),
    ],
)
def test_it_says_whom_to_tell(standing: dict, whom: list[str]) -> None:
    recipients = notifications.whom_to_notify(notifications.Standing(**standing))
    assert [recipient.key for recipient in recipients] == whom
    assert all(recipient.source for recipient in recipients)


def test_everybody_who_may_have_to_be_told_has_a_limit_of_their_own() -> None:
    assert {notifications.NOTIFIED[key].key for key in notifications.NOTIFIED} == {
        f"missing.told_{key}" for key in notifications.NOTIFIED
    }
    assert set(notifications.NOTIFIED.values()) <= set(catalogue.standards().values())


def test_how_often_is_often_is_counted_within_its_window() -> None:
    days = [NOON - timedelta(days=count) for count in (400, 300, 80, 10)]
    repeat, prolific = Often(2, timedelta(days=365)), Often(3, timedelta(days=90))
    assert rules.is_often(days, NOON, repeat)
    assert not rules.is_often(days[:2], NOON, repeat)
    assert not rules.is_often(days, NOON, prolific)
    assert rules.is_often([*days, NOON], NOON, prolific)


def test_an_open_episode_closes_on_their_eighteenth_birthday() -> None:
    assert rules.adult_on(date(2008, 2, 29)) == date(2026, 3, 1)
    assert rules.adult_on(None) is None
